"""What was kept last: when, and by whom, with all that the same command kept."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from ipsskills.record.damage import Unreadable
from ipsskills.record.sql import queries
from ipsskills.record.sql.database import Database
from ipsskills.record.sql.rows import read_rows
from ipsskills.record.types import KINDS, Rating, Record, State

# No command takes longer to make what it keeps.
_LONGEST_GO = timedelta(seconds=10)


def find_newest_at(database: Database) -> datetime | None:
    """Return when the newest version was kept, in UTC, or None in an empty record.

    Answers are looked for in open drafts only: others are older than what closed them.
    """
    others = [kind for kind in KINDS if kind is not Rating]
    rows = [
        *database.run(queries.newest(others)),
        *database.run(queries.newest_answer(), [State.DRAFT.value]),
    ]
    return max(_read_times(rows), default=None)


def find_last_kept(database: Database, authors: Collection[str]) -> list[Record]:
    """Return the newest versions that some authors (person ids) kept in one go, oldest first.

    What one go is: `Record.kept_with`. Empty where they kept nothing.
    """
    dialect = database.dialect
    who = dialect.several(list(authors))
    rows = database.run(queries.newest_by(KINDS, dialect.among), [who] * len(KINDS))
    newest = max(_read_times(rows), default=None)
    if newest is None:
        return []
    start = (newest - _LONGEST_GO).replace(tzinfo=None).isoformat(" ", "microseconds")
    found: list[Record] = []
    for kind in KINDS:
        kept = database.run(queries.kept_from(kind, dialect.among), [who, start])
        found += read_rows(kind, kept, native=dialect.native)
    return _take_last_go(sorted(found, key=lambda each: (each.at, each.id)))


def _read_times(rows: Iterable[Sequence[Any]]) -> Iterator[datetime]:
    """Yield the times in rows of one column, in UTC; an empty one is none. Raises Unreadable."""
    for (at,) in rows:
        if at is None:
            continue
        try:
            found = at if isinstance(at, datetime) else datetime.fromisoformat(at)
        except (TypeError, ValueError):
            raise Unreadable("when something was kept") from None
        yield found.replace(tzinfo=UTC)


def _take_last_go(kept: list[Record]) -> list[Record]:
    """Return those at the end of a list, oldest first, that were kept in one go."""
    start = len(kept) - 1
    while start and kept[start].kept_with(kept[start - 1]):
        start -= 1
    return kept[start:]
