"""Before and after: the one order of what happened, by which "since", "after" and "until" go.

docs/method.md, section 3, "Before and after".
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from ipsskills.frozen import dataclass
from ipsskills.record.types import Entry

# A day; whether it is after what was entered late for that day; when it was first kept.
Moment = tuple[date, bool, datetime]


def find_moment(on: date, kept: datetime) -> Moment:
    """Return when something was, to be set beside other moments: the greater is the later.

    Of two things on one day the one kept later is the later; ``kept`` is when its first version
    was.
    """
    return on, True, kept


@dataclass(frozen=True, kw_only=True)
class Held:
    """A supervision that was held: when its first version was ``kept``, and which day that was."""

    entry: Entry
    kept: datetime
    entered: date

    @property
    def moment(self) -> Moment:
        """When it was, beside anything that is no answer and no mark."""
        return find_moment(self.entry.on, self.kept)

    @property
    def among_answers(self) -> Moment:
        """When it was, beside answers and marks.

        One entered on a later day than its own is before every answer and mark of its own day.
        """
        return self.entry.on, self.entered <= self.entry.on, self.kept

    @property
    def talked(self) -> tuple[str, ...]:
        """The units that were talked about; of older entries, the units they bear on."""
        return self.entry.items if self.entry.talked is None else self.entry.talked

    @property
    def ends_marks(self) -> frozenset[str]:
        """The units whose marks it ends: those that were talked about and those it bears on."""
        return frozenset((*self.talked, *self.entry.items))


def find_last_talks(held: Iterable[Held]) -> Mapping[str, Moment]:
    """Return for each unit that was ever talked about when it was last, beside answers."""
    found: dict[str, Moment] = {}
    for each in held:
        for unit in each.talked:
            found[unit] = max(each.among_answers, found.get(unit, each.among_answers))
    return found


@dataclass(frozen=True)
class SinceThen:
    """What came since the ``last`` supervision, or from the day ``start`` on where there was none.

    ``start`` is the day of that supervision, if there was one.
    """

    last: Held | None
    start: date

    def holds(self, on: date, kept: datetime) -> bool:
        """Whether something of a day, kept at a time, came since then."""
        if self.last is None:
            return on >= self.start
        return find_moment(on, kept) > self.last.moment
