"""Records in memory, copied from one: the steps that make it take longer than many a test."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from ipsskills.record.migrate import migrate
from ipsskills.record.sql.database import Database
from ipsskills.record.sqlite.engine import connect
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


@contextmanager
def in_memory() -> Iterator[Work]:
    """Give work on a new record that is nowhere."""
    with closing(connect(None)) as database:
        _copy_empty(database)
        with database.transaction(writing=True):
            yield Work(database)


def _copy_empty(database: Database, *_: Any) -> None:
    _make_empty().raw.backup(database.raw)


@cache
def _make_empty() -> Database:
    database = connect(None)
    migrate(database, NOON)
    return database
