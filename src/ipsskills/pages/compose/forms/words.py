"""What a form tells whoever fills it in: before the first question, and around it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ipsskills.codes import AskedAs, AssessmentKind
from ipsskills.facts.forms.form import FormFacts
from ipsskills.framework.scale import SafetyWords
from ipsskills.pages.compose.forms.lines import name_about
from ipsskills.pages.compose.reports.report import NOT_A_SCORE, ONE_VIEW, OURS_TO_ARRANGE, START
from ipsskills.pages.compose.reports.report_lines import CHANCES, EFFORT, SAFETY, SERVICE
from ipsskills.pages.words import long_day, months, upper_first

TITLE = "Looking at your own practice"
_TOOL = "this tool"
_NOBODY = "Nobody, until you send it. Nothing leaves this page by itself."
_PRODUCED = (
    "What you send is kept in the service's training record. Your employer may have to produce it "
    "if asked. Write nothing you would not want read out."
)
_PRIVATE = (
    "A note is private unless you share it. Private notes stay in your own copies and are left "
    "out of what you send."
)
_AT_LOW = "If your answer is 0 or 1:"
PREVIEW = "You are looking at a preview. Save this page to a folder and open it in your browser."


def tell_form(facts: FormFacts) -> dict[str, Any]:
    """Return the sentences of a form as plain data."""
    safety = facts.framework.scale.safety
    return {
        "title": name_form(facts),
        "lead": _lead(facts),
        "before": list(_tell_before(facts)),
        "preview": PREVIEW,
        "worry": say_worry(safety),
        "today": _say_today(facts),
        "alike": "The last twelve answers are the same. That may be right; if not, b goes back.",
        "todayShort": _ask_today(facts),
        "todayOf": f"{upper_first(_ask_today(facts))}, about {{units}}.",
        "states": {"notAnswered": facts.framework.scale.states.not_answered},
        "safetyTitle": SAFETY,
        "effortTitle": EFFORT,
        "chancesTitle": CHANCES,
        "chancesNote": f"{OURS_TO_ARRANGE} you",
        "serviceTitle": SERVICE,
        "serviceNote": "what stands in the way",
        "notAScore": " ".join([ONE_VIEW, NOT_A_SCORE, *_say_other_view(facts)]),
        "bringTitle": _title_brings(facts),
        "startTitle": START,
        "startNote": "where you were starting from",
        "toSeeTitle": "To see for yourself",
        "toSeeNote": "only what you saw, or read a record of, counts beside their own view",
        "lookingBack": f"Looking back: the last {months(facts.period_months)}.",
    }


def name_form(facts: FormFacts) -> str:
    """Return what a form is called, with the name of whom it is about where that is known."""
    if facts.kind is AssessmentKind.SUPERVISOR:
        return f"A supervisor's view of {facts.about.name if facts.about else 'a colleague'}"
    title = "First look" if facts.kind is AssessmentKind.FIRST_LOOK else TITLE
    return f"{title}: {facts.about.name}" if facts.about else title


def say_worry(safety: SafetyWords) -> str:
    """Return where somebody turns who is worried about a client now; a form is no tool."""
    return safety.worry_now.replace(_TOOL, "this form")


def list_beside(facts: FormFacts, asked: Sequence[Mapping[str, Any]]) -> dict[str, tuple[str, str]]:
    """Return what a sheet or paper says at each item that is asked the safety way.

    The first is where to turn now, once for each unit, else ""; the second what a low answer asks
    for. A form in a browser says that once it is given; here it can only be said beforehand. On a
    first look it is "": what is new to somebody is no alarm.
    """
    worry = say_worry(facts.framework.scale.safety)
    first = facts.kind is AssessmentKind.FIRST_LOOK
    low = "" if first else f"{_AT_LOW} {_ask_today(facts)}."
    units: set[str] = set()
    beside: dict[str, tuple[str, str]] = {}
    for row in asked:
        if row["askedAs"] == AskedAs.SAFETY:
            beside[row["item"]] = ("" if row["unit"] in units else worry, low)
            units.add(row["unit"])
    return beside


def _say_today(facts: FormFacts) -> str:
    """Return what a low answer on safety asks of whoever gives it."""
    return f"{upper_first(_ask_today(facts))}."


def _ask_today(facts: FormFacts) -> str:
    if facts.kind is AssessmentKind.SUPERVISOR:
        return f"talk to {name_about(facts)} today"
    return facts.framework.scale.safety.talk_today


def _say_other_view(facts: FormFacts) -> Iterator[str]:
    if facts.kind is AssessmentKind.SUPERVISOR:
        whom = facts.about.name if facts.about else "they"
        yield f"When you meet, ask first how {whom} would answer."


def _title_brings(facts: FormFacts) -> str:
    if facts.kind is not AssessmentKind.SUPERVISOR:
        return "What you bring"
    return f"What {facts.about.name} brings" if facts.about else "What they bring"


def _lead(facts: FormFacts) -> str:
    many = len(facts.scope)
    minutes = max(1, round(many * 0.5))
    asked = "one question" if many == 1 else f"{many} questions"
    about = "minute" if minutes == 1 else "minutes"
    return f"{upper_first(asked)}, one answer each, about {minutes} {about}."


def _tell_before(facts: FormFacts) -> Iterator[tuple[str, str]]:
    """Yield what is said before the first question: a word to find it by, and the sentences."""
    maker = facts.maker.name
    yield "What it is for", _purpose(facts)
    yield "Who reads it", f"{_NOBODY} What you send goes to {maker}."
    yield "What becomes of it", _PRODUCED
    yield "Private and shared", _PRIVATE
    yield "Names", "Name nobody: no client, no relative, no employer."
    yield "Questions", f"Ask {maker}, who made this form on {long_day(facts.made)}."


def _purpose(facts: FormFacts) -> str:
    if facts.kind is AssessmentKind.SUPERVISOR:
        whom = facts.about.name if facts.about else "somebody"
        return (
            f"To give your view of {whom}'s practice, so that the two of you can talk it over. "
            "Neither view is the right one by itself."
        )
    if facts.kind is AssessmentKind.FIRST_LOOK:
        return "To say where you are starting from, in your first weeks. It is no test."
    return (
        "To look at your own practice before supervision, strengths first. It is no test, no score "
        "and no pass: at the end you see where you are, and keep that page."
    )
