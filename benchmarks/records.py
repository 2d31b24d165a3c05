"""Records to measure with: one assessment, or forty with every statement answered."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from benchmarks.home import Home
from ipsskills.codes import Code
from ipsskills.formats.answers import Given
from ipsskills.framework.load import load
from ipsskills.framework.types import Framework
from ipsskills.record.store import open_store
from ipsskills.record.types import Rating, State, thing_of_rating
from ipsskills.usecases.assessments.assess import start, take_answers
from ipsskills.usecases.assessments.scope import scope_of
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.people import find_person
from ipsskills.usecases.plans.add import add_goals

NAME = "Ada Example"
MANY = 40
DAYS_APART = 30
UNITS_ON_PLAN = ("3.8", "3.16")
CODES = (Code.TWO, Code.THREE, Code.ONE, Code.THREE, Code.ZERO)


def one_assessment(home: Home) -> None:
    """Leave one finished assessment and a plan of two goals in this home's record."""
    with _desk(home, lambda: datetime.now(UTC)) as desk:
        with desk.reading() as work:
            me = find_person(work, None, desk.me)
        given = [Given(item=item, code=code) for item, code in _answers(scope_of(desk.framework))]
        take_answers(start(desk, me, scope_of(desk.framework)), given)
        add_goals(desk, None, UNITS_ON_PLAN)


def many_assessments(home: Home) -> int:
    """Put forty assessments with all units and statements before the one of `one_assessment`.

    Returns how many answers the record holds then.
    """
    clock = _Clock(datetime.now(UTC) - timedelta(days=DAYS_APART * (MANY + 1)))
    with _desk(home, clock) as desk:
        for _ in range(MANY):
            clock.at += timedelta(days=DAYS_APART)
            _whole_assessment(desk)
        with desk.reading() as work:
            return len(work.current(Rating))


class _Clock:
    """A clock that moves a millisecond at each look."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        self.at += timedelta(milliseconds=1)
        return self.at


@contextmanager
def _desk(home: Home, now: Callable[[], datetime]) -> Iterator[Desk]:
    """Open the record of a home at the desk of its one person."""
    told = json.loads(home.program("init", "--name", NAME, "--json"))
    with open_store(home.record, now(), write=True) as store:
        yield Desk(load(), store, now, told["data"]["id"])


def _whole_assessment(desk: Desk) -> None:
    pen, items = desk.pen(), _all_items(desk.framework)
    with desk.reading() as work:
        me = find_person(work, None, desk.me)
    draft = start(desk, me, items).assessment
    with desk.store.writing() as work:
        for item, code in _answers(items):
            work.add(
                pen.first(
                    Rating,
                    about=me.thing,
                    thing=thing_of_rating(draft.thing, item),
                    assessment=draft.thing,
                    item=item,
                    asked_as=desk.framework.asked_as(item),
                    code=code,
                )
            )
        work.add(pen.next(draft, state=State.FINISHED, finished=desk.today))


def _all_items(framework: Framework) -> tuple[str, ...]:
    units = tuple(unit.id for unit in framework.units)
    return units + tuple(s.id for unit in framework.units for s in unit.live_statements)


def _answers(items: Sequence[str]) -> Iterator[tuple[str, Code]]:
    for place, item in enumerate(items):
        yield item, CODES[place % len(CODES)]
