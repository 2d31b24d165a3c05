"""Most rules do not care where the record is: here it is kept in memory, which is quicker."""

from collections.abc import Iterator

import pytest

from ipsskills.record.store import Store
from tests.conftest import Clock
from tests.memory import open_empty
from tests.service import draw_once

__all__ = ["draw_once"]


@pytest.fixture
def store(clock: Clock) -> Iterator[Store]:
    """Open a fresh record in memory; test_session.py has one on the disk."""
    with open_empty(clock()) as opened:
        yield opened
