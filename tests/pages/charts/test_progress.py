"""Progress as it is drawn: how high answers stand, what is joined, which days are named."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from ipsskills.codes import Code
from ipsskills.facts.apart import KeptApart
from ipsskills.facts.charts.progress import ProgressFacts, UnitOverTime, UnitThen
from ipsskills.facts.people import PersonNamed
from ipsskills.pages.charts.progress.drawing import LEVEL
from ipsskills.pages.charts.progress.shown import ProgressChart
from ipsskills.pages.compose.reports.progress import compose_progress
from tests.conftest import shipped
from tests.pages.charts.looking import composed, drawn, sits_apart, texts
from tests.pages.charts.made import Given, state

Z, ONE, TWO, THREE = Code.ZERO, Code.ONE, Code.TWO, Code.THREE
N = Code.NO_CHANCE
START = date(2026, 2, 24)


def progress(
    *looks: Given, every: int = 90, name: str = "Ada Example", again: bool = True
) -> ProgressChart:
    """A chart of looks so many days apart, each with answers to the units over and over.

    Without ``again`` the last look asked about nothing, and the question changed before it.
    """
    framework = shipped()
    names = {domain.slug: domain.name for domain in framework.domains}
    days = [START + timedelta(days=every * number) for number in range(len(looks))]
    units = []
    for number, unit in enumerate(framework.asked()):
        then = [
            UnitThen(
                on=day,
                state=state(unit.asked_as, look[number % len(look)]),
                answered=again or day != days[-1],
            )
            for day, look in zip(days, looks, strict=True)
        ]
        units.append(
            UnitOverTime(
                unit=unit.id, short=unit.short, domain=names[unit.domain], then=tuple(then)
            )
        )
    order = list(names.values())
    return compose_progress(
        ProgressFacts(
            person=PersonNamed(id="a", name=name, me=True),
            days=tuple(days),
            units=tuple(sorted(units, key=lambda each: order.index(each.domain))),
            moved=("3.8", "3.10"),
            moved_up=("3.8",),
            apart=KeptApart(),
            scale=framework.scale,
        )
    )


def heights(chart: ProgressChart, unit: str) -> list[float]:
    """How high the marks of a unit stand above the lowest of them, in levels."""
    found = [m for n, m in drawn(composed(chart), f"unit-{unit}-").items() if _is_mark(m)]
    ys = [float(mark.get_ydata()[0]) for mark in found]
    return [round((y - min(ys)) / LEVEL, 6) for y in ys]


def _is_mark(each: Any) -> bool:
    return hasattr(each, "get_ydata")


def test_answers_stand_as_high_as_they_are() -> None:
    chart = progress((Z,), (ONE,), (TWO,), (THREE,))
    assert heights(chart, "1.1") == [0, 1, 2, 3]


def test_what_is_none_of_the_four_has_a_letter_and_breaks_the_line() -> None:
    chart = progress((TWO,), (TWO,), (N,), (None,))
    found = drawn(composed(chart), "unit-1.1-")
    letters = [each.get_text() for each in found.values() if hasattr(each, "get_text")]
    assert letters == ["n", "\u2013"]
    (line,) = [each for name, each in drawn(composed(chart), "line-").items() if name == "1.1"]
    assert len(line.get_xdata()) == 2


def test_a_day_on_which_it_was_not_asked_about_has_no_mark() -> None:
    chart = progress((TWO,), (TWO,), again=False)
    assert len(drawn(composed(chart), "unit-1.1-")) == 1


def test_days_stand_where_they_are_in_time() -> None:
    chart = progress((TWO,), (TWO,), (TWO,))
    places = [float(m.get_xdata()[0]) for m in drawn(composed(chart), "unit-1.1-").values()]
    assert abs(places[0] + places[2] - 2 * places[1]) < 1e-9


def test_of_many_days_the_first_and_the_last_are_named() -> None:
    chart = progress(*[(TWO,)] * 12, every=20)
    written = texts(composed(chart))
    assert "24 Feb 2026" in written
    assert "2 Oct 2026" in written
    sits_apart(composed(chart))


@settings(max_examples=4, deadline=None)
@given(
    st.lists(
        st.lists(st.sampled_from((None, Z, ONE, TWO, THREE, N, Code.OUTSIDE)), min_size=1),
        min_size=1,
        max_size=7,
    ),
    st.integers(1, 200),
    st.text("WMil -'.", min_size=1, max_size=60),
)
def test_no_two_texts_overlap_and_none_is_cut(looks: list[Given], every: int, name: str) -> None:
    sits_apart(composed.__wrapped__(progress(*looks, every=every, name=name)))
