"""What the command line's tests share."""

from collections.abc import Callable, Iterator
from functools import cache
from io import StringIO
from pathlib import Path

import pytest
from prompt_toolkit.key_binding.defaults import load_key_bindings

from ipsskills.record.store import Store
from tests.conftest import Clock
from tests.memory import open_empty
from tests.service import draw_once, lived, made, snapshot

USED = "prompt_toolkit.application.application.load_key_bindings"

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


@pytest.fixture
def store(clock: Clock) -> Iterator[Store]:
    """Open a fresh record in memory: what a disk does is tested with whole commands."""
    with open_empty(clock()) as opened:
        yield opened


@pytest.fixture(scope="session", autouse=True)
def _load_keys_once() -> Iterator[None]:
    """Load the keys of all prompts once a process: prompt_toolkit makes the same ones for each."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(USED, cache(load_key_bindings))
        yield
