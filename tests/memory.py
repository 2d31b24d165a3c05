"""Records in memory, copied from one: the steps that make it take longer than many a test."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from functools import cache
from pathlib import Path
from sqlite3 import SQLITE_BUSY, SQLITE_LOCKED
from typing import Any
from unittest.mock import patch

from ipsskills.record.migrate import migrate
from ipsskills.record.sql.database import Database
from ipsskills.record.sqlite.engine import connect
from ipsskills.record.steps import STEPS
from ipsskills.record.steps.step import Step
from ipsskills.record.store import Store, open_store
from ipsskills.record.work import Work
from tests.conftest import NOON

NOWHERE = Path("there is no such file")


def open_empty(now: datetime) -> Store:
    """Open a fresh record in memory, which can be written to."""
    with patch("ipsskills.record.store.migrate", _copy_empty):
        return open_store(NOWHERE, now, write=False)


def open_copy(store: Store, now: datetime) -> Store:
    """Open a copy of a record in memory, which can be written to."""

    def copy(database: Database, *_: Any) -> None:
        store._database.raw.backup(database.raw)

    with patch("ipsskills.record.store.migrate", copy):
        return open_store(NOWHERE, now, write=False)


def open_file(path: Path, now: datetime) -> Store:
    """Open a copy in memory of the record in a file, which can be written to."""
    with open_store(path, now, write=False) as kept:
        return open_copy(kept, now)


@contextmanager
def in_memory() -> Iterator[Work]:
    """Give work on a new record that is nowhere."""
    with closing(connect(None)) as database:
        _copy_empty(database)
        with database.transaction(writing=True):
            yield Work(database)


def copy_new(
    database: Database,
    now: datetime,
    steps: Sequence[Step] = STEPS,
    after_first: Callable[[], None] | None = None,
) -> None:
    """Do what `migrate` does, for a new record by copying one: each goes through the same steps."""
    new = not database.tables() and list(steps) == list(STEPS)
    if not new or not _is_copied(database):
        migrate(database, now, steps, after_first)
        return
    with database.transaction(writing=True):
        at = now.replace(tzinfo=None).isoformat(sep=" ")
        database.run("UPDATE migration SET at = ?", [at])
        if after_first:
            after_first()


def _copy_empty(database: Database, *_: Any) -> None:
    _make_empty().raw.backup(database.raw)


def _is_copied(database: Database) -> bool:
    """Copy a new record, but not while another program holds the file: SQLite would wait on."""

    def give_up(code: int, *_: int) -> None:
        if code in (SQLITE_BUSY, SQLITE_LOCKED):
            raise BlockingIOError

    with suppress(BlockingIOError):
        _make_empty().raw.backup(database.raw, progress=give_up)
        return True
    return False


@cache
def _make_empty() -> Database:
    database = connect(None)
    migrate(database, NOON)
    return database
