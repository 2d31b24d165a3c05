"""What is kept from whom while a draft is open: each looks alone first (docs/method.md, section 6).

From the moment either opens a draft until it is finished or dropped, neither is shown the other's
answers on the units in it. A draft that is forgotten is named, and in the end keeps nothing apart.
The same goes for a view that came by file before its reader had looked.
"""

from collections.abc import Collection, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property

from ipsskills.codes import AssessmentKind
from ipsskills.framework.ordering import id_key
from ipsskills.frozen import dataclass
from ipsskills.method.current import Pass
from ipsskills.record.types import AloneFirst, Assessment

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
class StillAlone:
    """What came by file and is still kept apart: on which units, in curriculum order."""

    kept: AloneFirst
    units: tuple[str, ...]

    @property
    def until(self) -> date:
        """The last day on which it is kept apart, if its reader does nothing."""
        return self.kept.since + timedelta(days=KEEPS_APART_FOR_DAYS)

    def is_over(self, today: date) -> bool:
        """Whether it is open by now, though its reader did nothing."""
        return today > self.until


@dataclass(frozen=True)
class Apart:
    """The units whose answers a reader is not shown for now: the person's own, the supervisor's.

    ``raters`` are the person ids of those whose drafts are open, in no particular order, and
    ``drafted`` the units in those; ``came`` is what came by file before the reader had looked.
    ``over`` is what came and was not looked at in sixty days: it is open to the reader now.
    ``together`` is what somebody, not only the reader, chose to read before they had.
    """

    own: frozenset[str] = frozenset()
    supervisor: frozenset[str] = frozenset()
    raters: tuple[str, ...] = ()
    drafted: frozenset[str] = frozenset()
    came: tuple[StillAlone, ...] = ()
    over: tuple[StillAlone, ...] = ()
    together: tuple[AloneFirst, ...] = ()

    @cached_property
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
    drafted = frozenset(own | supervisor)
    return Apart(frozenset(own), frozenset(supervisor), tuple(raters), drafted)


def find_still_alone(
    kept: Iterable[AloneFirst], looked: Sequence[Assessment], today: date
) -> tuple[StillAlone, ...]:
    """Return what came by file that its reader has not looked at alone yet, with its units.

    ``looked`` are the reader's own finished views: one that was finished after the file came ends
    it on the units that it asked about. It ends of itself after sixty days, and where both chose
    to read it together.
    """
    found = []
    for each in kept:
        seen = units_of(item for view in looked if view.at > each.at for item in view.scope)
        waits = StillAlone(each, tuple(unit for unit in each.units if unit not in seen))
        if waits.units and each.ended is None and not waits.is_over(today):
            found.append(waits)
    return tuple(found)


def find_over(
    kept: Iterable[AloneFirst], looked: Sequence[Assessment], today: date
) -> tuple[StillAlone, ...]:
    """Return what came by file, was not looked at in sixty days, and is open to its reader now.

    ``looked`` are the reader's own finished views: after any of those it is no news.
    """
    every = (StillAlone(each, each.units) for each in kept if each.ended is None)
    waited = (each for each in every if each.is_over(today))
    return tuple(e for e in waited if all(view.at <= e.kept.at for view in looked))


def with_still_alone(apart: Apart, came: Sequence[StillAlone], about: str) -> Apart:
    """Return what is kept apart, with what came by file: of ``about``'s own, or of others' view."""
    own = {unit for each in came if each.kept.rater == about for unit in each.units}
    theirs = {unit for each in came if each.kept.rater != about for unit in each.units}
    return replace(
        apart, own=apart.own | own, supervisor=apart.supervisor | theirs, came=tuple(came)
    )


def list_given_after_reading(read: AloneFirst, views: Iterable[Assessment]) -> tuple[str, ...]:
    """Return the units on which a reader gave a view after reading the other's, in order.

    ``views`` are the reader's own. Only those of the sixty days in which the two would have been
    set side by side say so: later ones are given after reading as a matter of course.
    """
    last = read.since + timedelta(days=KEEPS_APART_FOR_DAYS)
    after = [v for v in views if v.at > read.at and v.finished and v.finished <= last]
    given = units_of(item for view in after for item in view.scope)
    return tuple(unit for unit in read.units if unit in given)


def find_unlooked(came: Assessment, looked: Sequence[Assessment], today: date) -> tuple[str, ...]:
    """Return the units of a finished view that came by file on which its reader has not looked.

    Those are kept apart: neither the view nor the reader's own, which are ``looked``, is older
    than sixty days then (docs/method.md, section 6). In curriculum order.
    """
    if not _is_fresh(came, today):
        return ()
    seen = units_of(item for view in looked if _is_fresh(view, today) for item in view.scope)
    return tuple(sorted(units_of(came.scope) - seen, key=id_key))


def _is_fresh(view: Assessment, today: date) -> bool:
    return view.finished is not None and (today - view.finished).days <= KEEPS_APART_FOR_DAYS


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
