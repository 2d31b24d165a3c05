"""Fixtures of the record's tests: a busy timeout that is short, and a known time zone."""

import time
from collections.abc import Iterator

import pytest

from ipsskills.record.sqlite import copying, engine

PATIENCE_MILLISECONDS = 300


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> float:
    """Wait for others a short time only; return it in seconds."""
    changed = tuple(
        f"PRAGMA busy_timeout = {PATIENCE_MILLISECONDS}" if "busy_timeout" in pragma else pragma
        for pragma in engine._PRAGMAS
    )
    assert changed != engine._PRAGMAS
    monkeypatch.setattr(engine, "_PRAGMAS", changed)
    monkeypatch.setattr(copying, "BUSY_MILLISECONDS", PATIENCE_MILLISECONDS)
    return PATIENCE_MILLISECONDS / 1000


@pytest.fixture
def greenwich(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Put this computer in a place where local time is UTC."""
    yield from _in_zone(monkeypatch, "UTC0")


@pytest.fixture
def auckland(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Put this computer in a place that is thirteen hours ahead of UTC."""
    yield from _in_zone(monkeypatch, "NZDT-13")


def _in_zone(monkeypatch: pytest.MonkeyPatch, name: str) -> Iterator[None]:
    if not hasattr(time, "tzset"):
        pytest.skip("this system cannot change a program's time zone")
    with monkeypatch.context() as patch:
        patch.setenv("TZ", name)
        time.tzset()
        yield
    time.tzset()
