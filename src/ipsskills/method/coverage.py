"""What has been recorded for each unit of the curriculum, and how long ago.

docs/method.md, section 7.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from ipsskills.codes import EntryKind
from ipsskills.frozen import dataclass
from ipsskills.method.calendar import older_than
from ipsskills.record.types import Entry

MOST_UNITS = 4
OLD_AFTER_MONTHS = 12

_COVERS = (EntryKind.TRAINING, EntryKind.EVIDENCE, EntryKind.OBSERVATION)


@dataclass(frozen=True)
class Recorded:
    """One entry about a unit: its day, how it was done, and whether it is over a year old."""

    on: date
    title: str
    way: str | None
    hours: float | None
    old: bool


@dataclass(frozen=True)
class Covered:
    """What is recorded for one unit, the latest first in each list."""

    unit: str
    training: tuple[Recorded, ...] = ()
    evidence: tuple[Recorded, ...] = ()
    observation: tuple[Recorded, ...] = ()


def find_coverage(
    units: Sequence[str], entries: Iterable[Entry], today: date
) -> tuple[Covered, ...]:
    """Return for each unit the training, evidence and field mentoring recorded up to today.

    What is older than twelve calendar months is kept in its list and marked old, so that it is
    never silently counted.
    """
    found = [e for e in entries if not e.removed and e.kind in _COVERS and e.on <= today]
    found.sort(key=lambda e: (e.on, e.at, e.id), reverse=True)
    return tuple(_find_covered(unit, found, today) for unit in units)


def _find_covered(unit: str, entries: Sequence[Entry], today: date) -> Covered:
    def list_kind(kind: EntryKind) -> tuple[Recorded, ...]:
        return tuple(
            Recorded(
                on=e.on,
                title=e.title,
                way=e.way,
                hours=e.hours,
                old=older_than(e.on, OLD_AFTER_MONTHS, today),
            )
            for e in entries
            if e.kind is kind and unit in e.items
        )

    return Covered(
        unit,
        list_kind(EntryKind.TRAINING),
        list_kind(EntryKind.EVIDENCE),
        list_kind(EntryKind.OBSERVATION),
    )


EXPLAIN_COVERAGE = (
    "For each unit the page shows the training recorded and the kinds of learning used, the "
    "evidence, and the field mentoring, each with the day of the latest. Anything older than "
    'twelve months is marked "old". Evidence bears on four units at most. Hours are what somebody '
    "wrote down; none are required. A dash is a chance to plan something, not a mark against you."
)
