"""Every rule's explanation, by the word a user would ask for."""

from dataclasses import field

from ipsskills.doing import do
from ipsskills.frozen import dataclass
from ipsskills.method.agenda import EXPLAIN_AGENDA
from ipsskills.method.calendar import EXPLAIN_PERIOD
from ipsskills.method.change import EXPLAIN_CHANGE
from ipsskills.method.coverage import EXPLAIN_COVERAGE
from ipsskills.method.current import EXPLAIN_CURRENT
from ipsskills.method.due import EXPLAIN_DUE
from ipsskills.method.figures import EXPLAIN_FIGURES
from ipsskills.method.goals import EXPLAIN_GOALS
from ipsskills.method.law.ageing import EXPLAIN_AGEING
from ipsskills.method.lists import EXPLAIN_CHANCES, EXPLAIN_ORDER, EXPLAIN_STRENGTHS
from ipsskills.method.marks import EXPLAIN_MARKS
from ipsskills.method.order import EXPLAIN_TEACHING_ORDER
from ipsskills.method.pairs import EXPLAIN_AGREED, EXPLAIN_TWO_VIEWS
from ipsskills.method.safety import EXPLAIN_SAFETY
from ipsskills.method.state import EXPLAIN_STATE


@dataclass(frozen=True)
class Topic:
    """One explanation: the word to ask for, a heading, the text in plain words, a line a paragraph.

    ``see`` is what to open for more, ``also`` what else it is asked for by.
    """

    name: str
    title: str
    text: str
    see: tuple[str, ...] = field(default=(), metadata={"json": False})
    also: tuple[str, ...] = field(default=(), metadata={"json": False})


_EXPLAIN_ANSWERS = (
    "There is one level: what a competent employment specialist does. The top answer is the "
    "described practice itself, and asking for help where the job says to ask is part of it. "
    '0 is "not yet". n is "no chance yet" and is not a gap. x is "agreed outside this job". A '
    "blank is not answered. A supervisor also has u, not seen. These are different things and are "
    "kept apart in every list, file and chart."
)
_EXPLAIN_RADAR = (
    "One spoke for each unit, grouped by domain; one ring for each answer, 0 to 3. No chance yet, "
    "outside this job and not answered break the line and have letters of their own at the hub: "
    "they are never drawn as 0. The chart shows one view on one day; an earlier day and the "
    "supervisor's view stand beside it where you ask for them, told apart by mark and line. Its "
    "area means nothing. The profile sets the same answers in rows, in the order of the "
    "curriculum and in words; progress shows where each unit stood after each finished look."
)
_EXPLAIN_PRIVACY = (
    "Kept on this computer. Your employer may have to produce it if asked. 'Private' means it is "
    "left out of what you share. Write nothing you would not want read out. Notes are private "
    "unless you share them; reports show shared notes only. Nothing leaves this machine unless you "
    f"send it. Where the file is: {do('data where')}"
)
EXPLAIN_RIGHTS = (
    "Whoever something is kept about may ask for each of these, by word of mouth too, and is owed "
    "an answer within a month. Not all of it is granted in every case; they are told why.\n"
    f"To see all of it, and take it along: {do('data export')}\n"
    f"To have it put right: {do('assess', '--correct')}, {do('people edit')}, "
    f"{do('log training', '--correct', 'last')}\n"
    f"To have their own words beside a view or an entry: {do('contest')}\n"
    f"To have nothing erased for now: {do('data hold')}\n"
    f"To have it erased: {do('data forget', '--help')}, or one text: "
    f"{do('data redact', '--help')}. What is kept longer than the service set: "
    f"{do('data retention')}\n"
    "To have it left unused, or to object to its use: ask the service, as nothing here does it. "
    "To complain: to the service, and to the Information Commissioner (ico.org.uk).\n"
    f"Rights of the people you support are another matter: {do('framework search', 'rights')}"
)
_EXPLAIN_SENDING = (
    "Your supervisor, or team leader, sees nothing of what is on this computer. You decide what to "
    "bring or send, and when. Notes that are private are left out of all of it. "
    f"If they use this program too: {do('share out')} says what goes and what stays, and writes "
    "one file that only they can open. Else send pages. "
    f"Where you are: {do('report', '--format', 'pdf')}. For the supervision hour: "
    f"{do('agenda', '--format', 'pdf')}. Your plan: {do('plan export', '--format', 'pdf')}. "
    "Each writes a file in the folder you are in and says where it is; print it, or send it by the "
    "post your service allows for what is confidential about staff. Only somebody who works "
    "at this same computer can read its pages without your sending them."
)
_EXPLAIN_NEVER = (
    'There is no pass or fail, no grade, no total and no league table. A unit "contributes to" '
    "fidelity items; answers are never a fidelity score. Items of the fidelity scale that rest "
    "with the organisation are never held against a person."
)

TOPICS: tuple[Topic, ...] = (
    Topic(
        "answers", "What the answers mean", _EXPLAIN_ANSWERS, (str(do("framework show", "scale")),)
    ),
    Topic("period", "How far back a question looks", EXPLAIN_PERIOD),
    Topic("states", "Where a unit stands", EXPLAIN_STATE),
    Topic("current", "Which answers a page speaks of", EXPLAIN_CURRENT),
    Topic("marks", "Marks to bring to supervision", EXPLAIN_MARKS),
    Topic("strengths", "What is going well", EXPLAIN_STRENGTHS),
    Topic("safety", "The safety lines", EXPLAIN_SAFETY),
    Topic("order", "Where effort would pay first", EXPLAIN_ORDER),
    Topic("teaching", "Teaching order", EXPLAIN_TEACHING_ORDER),
    Topic("chances", "Chances to arrange", EXPLAIN_CHANCES),
    Topic("change", "What changed", EXPLAIN_CHANGE),
    Topic("views", "Two views", EXPLAIN_TWO_VIEWS),
    Topic("agreed", "What the two of you agreed", EXPLAIN_AGREED),
    Topic("figures", "Figures for the curious", EXPLAIN_FIGURES),
    Topic("goals", "Which goals are offered", EXPLAIN_GOALS),
    Topic("agenda", "How the agenda is chosen", EXPLAIN_AGENDA),
    Topic("coverage", "What the record covers", EXPLAIN_COVERAGE),
    Topic("due", "What is due", EXPLAIN_DUE),
    Topic(
        "law",
        "Law and guidance, and how it tells its age",
        EXPLAIN_AGEING,
        (str(do("framework notes")),),
        also=("notes", "law notes", "notes on law", "framework notes"),
    ),
    Topic("radar", "The radar chart", _EXPLAIN_RADAR),
    Topic(
        "privacy",
        "What is kept and who could see it",
        _EXPLAIN_PRIVACY,
        (str(do("explain", "rights")),),
    ),
    Topic(
        "sending",
        "What to bring or send, and how",
        _EXPLAIN_SENDING,
        (str(do("explain", "privacy")),),
    ),
    Topic("never", "What this tool never does", _EXPLAIN_NEVER),
)
