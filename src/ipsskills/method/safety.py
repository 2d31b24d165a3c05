"""The safety block, outside any ranking: a line for each safety unit, every time.

What is asked the safety way in another unit adds a line of its own where it was answered low.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum

from ipsskills.codes import Code
from ipsskills.doing import do
from ipsskills.framework.scale import SafetyWords
from ipsskills.framework.types import Framework
from ipsskills.frozen import dataclass
from ipsskills.method.calendar import older_than
from ipsskills.method.current import Standing
from ipsskills.method.state import StateKind

OLD_AFTER_MONTHS = 6
_LOW = frozenset({Code.ZERO, Code.ONE})


class SafetyCase(StrEnum):
    """What a safety line asks for."""

    TALK_TODAY = "talk today"
    TALK_THROUGH = "talk through"
    VIGNETTE = "vignette"
    NOTHING_MORE = "nothing more"
    OUTSIDE = "outside"


class TalkBecause(StrEnum):
    """Why one case is to be talked through."""

    NOT_ANSWERED = "not answered"
    PART_ANSWERED = "part answered"
    NOT_SEEN = "not seen"
    OLD = "old"


@dataclass(frozen=True)
class SafetyReason:
    """Why one case is to be talked through, and whether it is the person's own view."""

    because: TalkBecause
    own: bool


@dataclass(frozen=True)
class SafetyLine:
    """One safety unit: what it asks for and why, and the supervisor's view where it is lower."""

    unit: str
    case: SafetyCase
    own: Standing | None
    supervisor_lower: Standing | None = None
    why: tuple[SafetyReason, ...] = ()


@dataclass(frozen=True)
class LowStatement:
    """A statement of another unit, asked the safety way, that asks for a talk today.

    ``own`` and ``supervisor`` are the answers 0 to 3 to it that are not old; one of them is 0 or 1.
    """

    unit: str
    statement: str
    own: Code | None
    supervisor: Code | None


def list_low_statements(
    framework: Framework, own: Mapping[str, Standing], supervisor: Mapping[str, Standing]
) -> tuple[LowStatement, ...]:
    """Return the statements outside the safety units that either answered ``0`` or ``1``.

    In the order of the framework. An old answer adds no line, and neither does one to a statement
    from before it was asked the safety way, which has another id.
    """
    found = (
        LowStatement(
            unit.id,
            statement.id,
            _find_answer(own.get(unit.id), statement.id),
            _find_answer(supervisor.get(unit.id), statement.id),
        )
        for unit, statement in framework.list_safety_statements()
    )
    return tuple(each for each in found if {each.own, each.supervisor} & _LOW)


def _find_answer(standing: Standing | None, statement: str) -> Code | None:
    """Return the answer 0 to 3 to a statement in a standing that is not old, or None."""
    if standing is None or standing.old:
        return None
    given = (rating.code for rating in standing.statements if rating.item == statement)
    return next((code for code in given if code is not None and code.rated), None)


def make_safety_line(
    unit: str, own: Standing | None, supervisor: Standing | None, today: date
) -> SafetyLine:
    """Return the line of a safety unit; the lower of the two views decides it.

    The first that fits: ``0`` or ``1`` by either, not old; outside this job in every view there is;
    blank, part answered, unseen or older than six months, in a view that is not outside this job,
    or no view of the person's own; ``2``; ``3``. Rated by statements, a unit is read by its lowest
    answer. A supervisor who was never asked about it has no view.
    """
    mine, theirs = find_lowest(own), find_lowest(supervisor)
    lower = supervisor if theirs is not None and (mine is None or theirs < mine) else None
    views = [view for view in (own, supervisor) if view is not None]
    why = tuple(_list_reasons(own, supervisor, today))
    case = _choose_case(views, why)
    return SafetyLine(unit, case, own, lower, why=why if case is SafetyCase.TALK_THROUGH else ())


def find_lowest(standing: Standing | None) -> Code | None:
    """Return the lowest answer 0 to 3 of a standing, or None."""
    return standing.state.lowest if standing else None


def _choose_case(views: Sequence[Standing], why: Sequence[SafetyReason]) -> SafetyCase:
    if any(find_lowest(view) in _LOW and not view.old for view in views):
        return SafetyCase.TALK_TODAY
    if views and all(view.state.kind is StateKind.OUTSIDE for view in views):
        return SafetyCase.OUTSIDE
    if why:
        return SafetyCase.TALK_THROUGH
    unsure = any(find_lowest(view) is Code.TWO for view in views)
    return SafetyCase.VIGNETTE if unsure else SafetyCase.NOTHING_MORE


def _list_reasons(
    own: Standing | None, supervisor: Standing | None, today: date
) -> Iterator[SafetyReason]:
    """Yield what is open in either view, the person's first; nothing in one outside this job."""
    if own is None:
        yield SafetyReason(TalkBecause.NOT_ANSWERED, own=True)
    for view in (own, supervisor):
        if view is not None and (because := _find_reason(view, today)):
            yield SafetyReason(because, own=view is own)


def _find_reason(view: Standing, today: date) -> TalkBecause | None:
    """Return what is open in a view, if anything is."""
    kind = view.state.kind
    if kind is StateKind.OUTSIDE:
        return None
    if kind is StateKind.PART_ANSWERED:
        return TalkBecause.PART_ANSWERED
    if find_lowest(view) is None:
        blank = kind is StateKind.NOT_ANSWERED
        return TalkBecause.NOT_ANSWERED if blank else TalkBecause.NOT_SEEN
    return TalkBecause.OLD if older_than(view.on, OLD_AFTER_MONTHS, today) else None


def choose_case_first(answers: Mapping[str, Code | None]) -> str | None:
    """Return the unit whose case is talked through first, of several that ask for one.

    ``answers`` are the person's own, or those of a first look, in the order of the framework: the
    one they are least sure of is first, then the one that comes first. One case is enough for the
    minutes that safety has in an hour; the others keep their lines until they have had theirs.
    """
    return min(answers, key=lambda unit: _sureness(answers[unit]), default=None)


def _sureness(answer: Code | None) -> int:
    """Return how sure an answer is, 0 to 3; what is not answered is the least sure."""
    return int(answer) if answer is not None and answer.rated else -1


def format_safety(case: SafetyCase, words: SafetyWords) -> str:
    """Return what a line says, in the words of the framework file."""
    return {
        SafetyCase.TALK_TODAY: words.talk_today,
        SafetyCase.TALK_THROUGH: words.talk_through,
        SafetyCase.VIGNETTE: words.vignette,
        SafetyCase.NOTHING_MORE: words.nothing_more,
        SafetyCase.OUTSIDE: words.outside,
    }[case]


EXPLAIN_SAFETY = (
    "Confidentiality, capacity and sharing for safety have a line each on every page, outside any "
    "order. The lower of the two views decides it. Not sure at all: talk to your team leader "
    "today; for a worry about someone now use the duty or safeguarding route, not this tool. "
    "Sure after a check: work through a vignette this month. Not answered in full, not seen yet by "
    "your supervisor, or older than six months: talk one case through, and the line says which it "
    "is. Each line names what opens its cases; to think one through on your own: "
    f"{do('framework vignette', '2.3')}. "
    "Agreed outside this job by one of you counts for that view only, and is always said. "
    "Other units hold statements about danger that are asked the same way, such as working alone: "
    "where either of you is not sure of one at all, it has a line here too, and its unit stands "
    "in the list where it stood, but is not told as going well."
)
