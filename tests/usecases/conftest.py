"""Most rules do not care where the record is: here it is kept in memory, which is quicker."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ipsskills.record import store as store_module
from ipsskills.record.migrate import migrate
from ipsskills.record.sql.database import Database
from ipsskills.record.sqlite.engine import connect
from ipsskills.record.store import Store, open_store
from tests.conftest import NOON, Clock
from tests.service import draw_once

__all__ = ["draw_once"]


@pytest.fixture(scope="session")
def empty_record() -> Iterator[Database]:
    """Make an empty record once, to be copied: its steps take longer than many a test."""
    database = connect(None)
    migrate(database, NOON)
    yield database
    database.close()


@pytest.fixture
def store(
    tmp_path: Path, clock: Clock, empty_record: Database, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Store]:
    """Open a fresh record in memory; test_session.py has one on the disk."""

    def copy(database: Database, *_: Any) -> None:
        empty_record.raw.backup(database.raw)

    with monkeypatch.context() as patch:
        patch.setattr(store_module, "migrate", copy)
        opened = open_store(tmp_path / "there is no such file", clock(), write=False)
    with opened:
        yield opened
