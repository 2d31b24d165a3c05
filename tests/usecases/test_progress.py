"""Progress: where each unit stood after each finished look, and what is told of it."""

from datetime import date

import pytest

from ipsskills.errors import NotFound
from ipsskills.facts.charts.progress import ProgressFacts
from ipsskills.pages.compose.reports.progress import compose_progress
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.reports.progress import read_progress
from tests.conftest import Clock
from tests.usecases.builders import LEE, UNITS, assess, at_desk_of, draft, go_to, row, supervise
from tests.usecases.lived import live_once

FIRST, SECOND = date(2026, 11, 24), date(2027, 2, 24)


def live_twice(desk: Desk, clock: Clock) -> None:
    """Two looks: the second asks three units only."""
    assess(desk, row("321012 333333 3333333333 123n-x"), UNITS)
    go_to(clock, SECOND)
    assess(desk, {"1.4": "2", "3.1": "2", "3.14": "1"})


@pytest.fixture
def twice(desk: Desk) -> Desk:
    return live_once(desk, live_twice)


def then(found: ProgressFacts, unit: str) -> list[tuple[date, str | None, bool]]:
    (line,) = (each for each in found.units if each.unit == unit)
    return [(p.on, p.state.value.value if p.state.value else None, p.answered) for p in line.then]


def test_each_unit_has_where_it_stood_after_each_look(twice: Desk) -> None:
    found = read_progress(twice, None)
    assert found.days == (FIRST, SECOND)
    assert then(found, "1.4") == [(FIRST, "0", True), (SECOND, "2", True)]
    assert then(found, "1.1") == [(FIRST, "3", True), (SECOND, "3", False)]
    assert then(found, "3.15") == [(FIRST, None, True), (SECOND, None, False)]
    assert (found.moved, found.moved_up) == (("1.4", "3.1"), ("1.4",))


def test_a_day_that_is_asked_for_leaves_out_what_came_later(twice: Desk) -> None:
    assert read_progress(twice, None, on=date(2026, 12, 1)).days == (FIRST,)


def test_the_title_says_what_has_come_further_and_the_days_are_named(twice: Desk) -> None:
    both = compose_progress(read_progress(twice, None))
    assert both.title == "Further on since 24 Nov 2026: Principles"
    assert both.subtitle == "Ada Example: your views of 24 Nov 2026 and 24 Feb 2027"
    one = compose_progress(read_progress(twice, None, on=date(2026, 12, 1)))
    assert one.title == "One look so far, on 24 Nov 2026"


def test_it_is_told_in_words_with_the_days_of_answers(twice: Desk) -> None:
    told = compose_progress(read_progress(twice, None)).in_words().splitlines()
    for line in (
        "1.1 Stance and values: shows under pressure (24 Nov 2026)",
        "1.4 Principles: new to you (24 Nov 2026); you would look something up (24 Feb 2027)",
        "3.14 Job setting profile: no chance yet (24 Nov 2026); with someone (24 Feb 2027)",
        "3.15 Job search: not answered (24 Nov 2026)",
    ):
        assert line in told


def test_the_supervisors_answers_are_not_in_it(twice: Desk) -> None:
    before = read_progress(twice, None)
    supervise(twice, {"1.1": "0O"})
    assert read_progress(twice, None) == before


def test_while_somebody_looks_alone_it_shows_none_of_what_they_answer(twice: Desk) -> None:
    supervise(twice, {"1.1": "0O"})
    draft(twice, ("1.4", "3.1"))
    found = read_progress(at_desk_of(twice, LEE), "Ada")
    assert [each.unit for each in found.units if each.apart] == ["1.4", "3.1"]
    assert then(found, "1.4") == then(found, "3.1") == []
    assert found.moved == ()
    chart = compose_progress(found)
    assert "kept apart for now" in chart.in_words()
    assert chart.apart_line.startswith("Kept apart until Ada Example's view is finished")


def test_before_the_first_look_there_is_none(desk: Desk) -> None:
    with pytest.raises(NotFound):
        read_progress(desk, None)
