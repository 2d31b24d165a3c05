"""What going back to a copy would lose: what the record holds and the copy does not."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from ipsskills.record.columns import table_of
from ipsskills.record.sql.database import Database
from ipsskills.record.sqlite.engine import connect
from ipsskills.record.sqlite.faults import plain_errors
from ipsskills.record.types import KINDS

_LATEST = (
    """SELECT max("at") FROM "{}" WHERE typeof("at") = 'text' AND CAST("at" AS TEXT) < '3000'"""
)


def find_latest(path: Path) -> datetime | None:
    """Return when something was last kept in the store of a file (UTC), None for an empty one.

    Raises StoreError for a file that cannot be read.
    """
    with plain_errors(path), closing(connect(path)) as database:
        tables = list_tables(database)
        found = [_read_time(database.run(_LATEST.format(table))[0][0]) for table in tables]
        return max((at for at in found if at), default=None)


def count_losses(record: Path, copy: Path) -> dict[str, int]:
    """Return how many things of each table have a version in the record that the copy lacks.

    A thing is counted once, however often it was changed. Raises StoreError for a file that cannot
    be read.
    """
    with plain_errors(record), closing(connect(record)) as database:
        database.run("ATTACH DATABASE ? AS copy", [str(copy.absolute())])
        there = {name for (name,) in database.run("SELECT name FROM copy.sqlite_master")}
        return {
            table: int(database.run(_count_query(table, known=table in there))[0][0])
            for table in list_tables(database)
        }


def _count_query(table: str, *, known: bool) -> str:
    lacking = f'WHERE id NOT IN (SELECT id FROM copy."{table}")' if known else ""
    return f'SELECT count(DISTINCT thing) FROM main."{table}" {lacking}'


def list_tables(database: Database) -> Iterator[str]:
    """Yield the tables of records that are in a file; an older form has fewer."""
    there = database.tables()
    yield from (table_of(kind) for kind in KINDS if table_of(kind) in there)


def _read_time(at: str | None) -> datetime | None:
    """Return a time as it is kept; None for a value that is damaged, of which others tell."""
    try:
        return datetime.fromisoformat(at or "").replace(tzinfo=UTC)
    except ValueError:
        return None
