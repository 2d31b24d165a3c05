"""What the command line's tests share."""

from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from tests.service import draw_once, lived, made, snapshot

__all__ = ["draw_once", "lived", "made", "same", "typed"]


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Give the program lines to read, as a pipe would: typed("3\\n2\\n")."""

    def give(text: str) -> None:
        monkeypatch.setattr("sys.stdin", StringIO(text))

    return give


@pytest.fixture
def same(lived: Path) -> Callable[[], None]:
    """Return what asserts that nothing in the home has changed since."""
    before = snapshot(lived)

    def check() -> None:
        assert snapshot(lived) == before

    return check
