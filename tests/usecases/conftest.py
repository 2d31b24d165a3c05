"""Most rules do not care where the record is: here it is kept in memory, which is quicker."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ipsskills.record.store import Store, open_store
from tests.conftest import Clock
from tests.service import draw_once

__all__ = ["draw_once"]


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    """Open a fresh record in memory; test_session.py has one on the disk."""
    with open_store(tmp_path / "there is no such file", clock(), write=False) as opened:
        yield opened
