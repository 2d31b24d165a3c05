"""Which pages are asked for at a moment, beside those of today."""

from dataclasses import dataclass
from datetime import date, timedelta

from tests.independent.world import World


@dataclass(frozen=True)
class Asked:
    """The day of a report of then, the day since which changes are told, two assessments by day."""

    on: date
    since: date
    named: tuple[date, date] | None


def ask_at(world: World, about: str) -> Asked:
    """Return what is asked at a moment: earlier days, and the oldest views that have own days."""
    own = [look.place[0] for look in world.finished_looks(about, "self")]
    theirs = [look.place[0] for look in world.finished_looks(about, "supervisor")]
    named = (_once(own), _once(theirs))
    return Asked(
        on=world.today - timedelta(days=100),
        since=world.today - timedelta(days=150),
        named=(named[0], named[1]) if named[0] and named[1] else None,
    )


def _once(days: list[date]) -> date | None:
    """Return the first day on which only one was finished."""
    return next((day for day in days if days.count(day) == 1), None)
