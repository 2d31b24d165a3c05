"""Which copies of a record are kept by their days; `thinning` removes others, but for what is held.

Copies of seven days, four weeks and twelve months, a gigabyte in all. However large they are, the
newest sound one is kept, and so is the last sound one before a time when copies were damaged: what
is broken never pushes out what is whole.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from pathlib import Path

from ipsskills.frozen import dataclass
from ipsskills.record.sqlite.copy_names import CopyName


@dataclass(frozen=True)
class Keeping:
    """How much is kept: copies of so many days, weeks and months, and so many bytes in all.

    As many copies that somebody asked for, or that were made before a great change, as days.
    """

    days: int = 7
    weeks: int = 4
    months: int = 12
    most_bytes: int = 1_000_000_000

    def choose(self, copies: Sequence[CopyName], sizes: Mapping[Path, int]) -> set[Path]:
        """Return those of a record's copies, oldest first, that are kept; ``sizes`` in bytes."""
        kept: dict[Path, int] = {}
        for path in self._by_worth(copies):
            size = sizes[path]
            if path not in kept and (not kept or sum(kept.values()) + size <= self.most_bytes):
                kept[path] = size
        return set(kept)

    def _by_worth(self, copies: Sequence[CopyName]) -> Iterator[Path]:
        """Yield what is to be kept, what is worth most first; some of it more than once."""
        sound = [copy for copy in copies if not copy.damaged]
        yield from (copy.path for copy in sound[-1:])
        yield from islice(_around_damage(copies), 2 * self.months)
        daily = [copy for copy in sound if copy.daily] or sound
        yield from _first_of_each(daily, self.days, lambda copy: copy.day)
        yield from (copy.path for copy in [c for c in sound if not c.daily][-self.days :][::-1])
        yield from _first_of_each(sound, self.weeks, lambda copy: copy.day.isocalendar()[:2])
        yield from _first_of_each(sound, self.months, lambda copy: (copy.day.year, copy.day.month))


KEEPING = Keeping()


def _around_damage(copies: Sequence[CopyName]) -> Iterator[Path]:
    """Yield, for each time of damage, the last sound copy before it and its own last, newest first.

    The last damaged one holds what was written meanwhile, and tells that there was damage. Of one
    day names do not tell which copy was first, so a sound one is of a day before.
    """
    last: dict[Path | None, Path] = {}
    for copy in copies:
        if copy.damaged:
            before = [c.path for c in copies if not c.damaged and c.day < copy.day]
            last[before[-1] if before else None] = copy.path
    for sound, damaged in reversed(last.items()):
        yield from (path for path in (sound, damaged) if path)


def _first_of_each(
    copies: Sequence[CopyName], most: int, period: Callable[[CopyName], object]
) -> Iterator[Path]:
    """Yield the first copy of each of the last so many periods in which there are any."""
    firsts = [next(run).path for _, run in groupby(copies, key=period)]
    yield from firsts[-most:][::-1]
