"""What is kept from whom while a draft is open: each looks alone first (docs/method.md, section 6).

From the moment either opens a draft until it is finished or dropped, neither is shown the other's
answers on the units in it. A draft that is forgotten is named, and in the end keeps nothing apart.
"""

from collections.abc import Collection, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date

from ipsskills.codes import AssessmentKind
from ipsskills.framework.ordering import id_key
from ipsskills.frozen import dataclass
from ipsskills.method.current import Pass
from ipsskills.record.types import Assessment

VIEWS = (AssessmentKind.SELF, AssessmentKind.SUPERVISOR)
FORGOTTEN_AFTER_DAYS = 14
KEEPS_APART_FOR_DAYS = 60


@dataclass(frozen=True)
class OpenDraft:
    """A draft that is open, and the day of the last answer given in it (or of its beginning)."""

    assessment: Assessment
    touched: date

    def is_forgotten(self, today: date) -> bool:
        """Whether nothing has been answered in it for fourteen days."""
        return (today - self.touched).days >= FORGOTTEN_AFTER_DAYS

    def keeps_apart(self, today: date) -> bool:
        """Whether it may still keep answers apart: not once it was left for sixty days."""
        return (today - self.touched).days <= KEEPS_APART_FOR_DAYS


@dataclass(frozen=True)
class Apart:
    """The units whose answers a reader is not shown for now: the person's own, the supervisor's.

    ``raters`` are the person ids of those whose drafts are open, in no particular order.
    """

    own: frozenset[str] = frozenset()
    supervisor: frozenset[str] = frozenset()
    raters: tuple[str, ...] = ()

    @property
    def units(self) -> tuple[str, ...]:
        """Every unit kept apart, in curriculum order."""
        return tuple(sorted(self.own | self.supervisor, key=id_key))


def unit_of(item: str) -> str:
    """Return the unit an item belongs to: a unit is its own, ``3.8/slug`` belongs to 3.8."""
    parts = item.split("/")
    return parts[1] if parts[0] == "local" and len(parts) > 1 else parts[0]


def units_of(items: Iterable[str]) -> frozenset[str]:
    """Return the units that items belong to."""
    return frozenset(map(unit_of, items))


def find_kept_apart(
    drafts: Sequence[Assessment], about: str, reader: str | None, seen: Collection[str] = ()
) -> Apart:
    """Return what a reader (person id) is not shown about a person while these drafts are open.

    The person is not shown the supervisor's answers; nobody else is shown the person's. Whoever
    opened a supervisor's draft is shown neither. A first look or an agreed answer hides
    nothing. ``seen`` are the units that a supervisor has a finished view on: beside a draft of
    one's own there is nothing to keep apart on any other.
    """
    own: set[str] = set()
    supervisor: set[str] = set()
    raters: dict[str, None] = {}
    for draft in drafts:
        if draft.kind not in VIEWS:
            continue
        units = units_of(draft.scope)
        by_this_hand = draft.kind is AssessmentKind.SUPERVISOR and draft.author == reader
        if reader == about and draft.kind is AssessmentKind.SELF:
            units &= frozenset(seen)
        if reader == about or by_this_hand:
            supervisor |= units
        if reader != about or by_this_hand:
            own |= units
        if units:
            raters[draft.rater] = None
    return Apart(frozenset(own), frozenset(supervisor), tuple(raters))


def leave_out(passes: Sequence[Pass], units: AbstractSet[str]) -> tuple[Pass, ...]:
    """Return assessments as if these units had not been asked; one that asked nothing else goes.

    It is done before any page is made, so that no list, order or date can give an answer away.
    """
    if not units:
        return tuple(passes)
    return tuple(
        replace(
            done,
            assessment=replace(done.assessment, scope=scope),
            ratings={item: r for item, r in done.ratings.items() if unit_of(item) not in units},
        )
        for done in passes
        if (scope := tuple(i for i in done.assessment.scope if unit_of(i) not in units))
    )
