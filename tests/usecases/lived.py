"""What tests begin with, lived through once and copied: that takes longer than many a test."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import cache

from ipsskills.usecases.desk import Desk
from tests.conftest import Clock, begin_desk, shipped
from tests.memory import open_empty

Live = Callable[[Desk, Clock], object]


def begin_once(nobody: Desk) -> Desk:
    """Return the desk at which Ada Example works; she is added once a process, and copied."""
    return _copy(_begin(), nobody)


def live_once(desk: Desk, live: Live) -> Desk:
    """Bring a desk at which nothing was done yet, and its clock, to where ``live`` brings them.

    That is done once a process, in a record of its own, and copied. Returns the desk.
    """
    return _copy(_live(live), desk)


def _copy(lived: tuple[Desk, datetime], desk: Desk) -> Desk:
    kept, at = lived
    assert isinstance(desk.now, Clock)
    assert desk.me in (None, kept.me), "it was not begun by copying"
    kept.store._database.raw.backup(desk.store._database.raw)
    desk.now.at = at
    return replace(desk, me=kept.me)


@cache
def _begin() -> tuple[Desk, datetime]:
    clock = Clock()
    return begin_desk(shipped(), open_empty(clock()), clock), clock.at


@cache
def _live(live: Live) -> tuple[Desk, datetime]:
    clock = Clock()
    desk = begin_once(Desk(shipped(), open_empty(clock()), clock))
    live(desk, clock)
    return desk, clock.at
