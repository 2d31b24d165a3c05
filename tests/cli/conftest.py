"""What the command line's tests share."""

from collections.abc import Callable
from io import StringIO

import pytest

from tests.service import draw_once, lived, made

__all__ = ["draw_once", "lived", "made", "typed"]


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Give the program lines to read, as a pipe would: typed("3\\n2\\n")."""

    def give(text: str) -> None:
        monkeypatch.setattr("sys.stdin", StringIO(text))

    return give
