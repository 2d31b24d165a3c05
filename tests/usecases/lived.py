"""What tests begin with, lived through once and copied: that takes longer than many a test."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import cache

from ipsskills.usecases.desk import Desk
from tests.conftest import Clock, begin_desk, shipped
from tests.memory import open_empty

Live = Callable[[Desk, Clock], object]


def live_once(desk: Desk, clock: Clock, live: Live) -> Desk:
    """Bring a desk, at which nothing was done yet, and its clock to where ``live`` brings them.

    Returns the desk at which Ada Example works. What becomes of one copy reaches no other.
    """
    kept, at = _live(live)
    kept.store._database.raw.backup(desk.store._database.raw)
    clock.at = at
    return replace(desk, me=kept.me)


def begin_once(desk: Desk, clock: Clock) -> Desk:
    """Return the desk at which Ada Example works, who is added to the record."""
    return live_once(desk, clock, _do_nothing)


def _do_nothing(*_: object) -> None:
    """Leave a record as it begins."""


@cache
def _live(live: Live) -> tuple[Desk, datetime]:
    clock = Clock()
    desk = begin_desk(shipped(), open_empty(clock()), clock)
    live(desk, clock)
    return desk, clock.at
