"""The safety block: one line for each safety unit, every time, outside any ranking."""

from datetime import date
from enum import StrEnum

from ipsskills.codes import Code
from ipsskills.framework.scale import SafetyWords
from ipsskills.frozen import dataclass
from ipsskills.method.calendar import older_than
from ipsskills.method.current import Standing
from ipsskills.method.state import StateKind

OLD_AFTER_MONTHS = 6


class SafetyCase(StrEnum):
    """What a safety line asks for."""

    TALK_TODAY = "talk today"
    TALK_THROUGH = "talk through"
    VIGNETTE = "vignette"
    NOTHING_MORE = "nothing more"
    OUTSIDE = "outside"


@dataclass(frozen=True)
class SafetyLine:
    """One safety unit: what it asks for, and the supervisor's view where it is the lower one."""

    unit: str
    case: SafetyCase
    own: Standing | None
    supervisor_lower: Standing | None = None


def make_safety_line(
    unit: str, own: Standing | None, supervisor: Standing | None, today: date
) -> SafetyLine:
    """Return the line of a safety unit; the lower of the two views decides it.

    The first that fits: ``0`` or ``1``; outside this job, as the person says; blank, part answered,
    unseen or older than six months, in either view; ``2``; ``3``. Rated by statements, a unit is
    read by its lowest answer. A supervisor who was never asked about it has no view.
    """
    mine, theirs = find_lowest(own), find_lowest(supervisor)
    low = min((code for code in (mine, theirs) if code is not None), default=None)
    lower = supervisor if theirs is not None and (mine is None or theirs < mine) else None
    return SafetyLine(unit, _choose_case(own, supervisor, low, today), own, lower)


def find_lowest(standing: Standing | None) -> Code | None:
    """Return the lowest answer 0 to 3 of a standing, or None."""
    return standing.state.lowest if standing else None


def _choose_case(
    own: Standing | None, supervisor: Standing | None, low: Code | None, today: date
) -> SafetyCase:
    if low in (Code.ZERO, Code.ONE):
        return SafetyCase.TALK_TODAY
    if own is not None and own.state.kind is StateKind.OUTSIDE:
        return SafetyCase.OUTSIDE
    views = [view for view in (own, supervisor) if view is not None]
    if own is None or any(_is_open(view, today) for view in views):
        return SafetyCase.TALK_THROUGH
    return SafetyCase.VIGNETTE if low is Code.TWO else SafetyCase.NOTHING_MORE


def _is_open(view: Standing, today: date) -> bool:
    """Whether a view is blank, part answered, unseen or old; one outside this job is not."""
    if view.state.kind is StateKind.OUTSIDE:
        return False
    part = view.state.kind is StateKind.PART_ANSWERED
    return part or find_lowest(view) is None or older_than(view.on, OLD_AFTER_MONTHS, today)


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
    "your supervisor, or older than six months: talk one case through."
)
