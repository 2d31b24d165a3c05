"""What holds of every chart of a person's answers: all can be read, and the words are the same."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ipsskills.codes import Code
from ipsskills.facts.charts.person import ChartLists
from ipsskills.pages.charts.chart import Chart
from ipsskills.pages.compose.reports.profile import compose_profile
from ipsskills.pages.compose.reports.radar import compose_radar
from tests.conftest import shipped
from tests.pages.charts.looking import composed, drawn, sits_apart
from tests.pages.charts.made import make_facts

RATED = (Code.ZERO, Code.ONE, Code.TWO, Code.THREE)
OTHERS = (Code.NO_CHANCE, Code.OUTSIDE, None)
UNITS = [unit.id for unit in shipped().asked()]
COMPOSE = (compose_radar, compose_profile)


@st.composite
def people(draw: st.DrawFn) -> dict[str, object]:
    """A person of any name to 60 letters, 0 to 28 units rated, up to three other layers."""
    names = st.text("WMil -'.\u00e9\u0141\u03a9", min_size=1, max_size=60)
    rated = draw(st.integers(0, 28))
    own = [draw(st.sampled_from(RATED if n < rated else OTHERS)) for n in range(28)]
    beside = st.lists(st.sampled_from((*RATED, *OTHERS, Code.NOT_SEEN)), min_size=1, max_size=9)
    layers = draw(st.integers(1, 4))
    more = {name: draw(beside) for name in ("supervisor", "earlier", "agreed")[: layers - 1]}
    some = st.lists(st.sampled_from(UNITS), unique=True, max_size=5).map(tuple)
    lists = ChartLists(well=draw(some), effort=draw(some), moved=draw(some), both_well=draw(some))
    known = {"name": draw(names), "their_name": draw(names), "me": draw(st.booleans())}
    return {"own": draw(st.permutations(own)), "lists": lists, **known, **more}


@settings(max_examples=5, deadline=None)
@given(people())
def test_no_two_texts_overlap_and_none_is_cut(made: dict[str, object]) -> None:
    facts = make_facts(**made)  # type: ignore[arg-type]
    for compose in COMPOSE:
        sits_apart(composed.__wrapped__(compose(facts)))


@pytest.mark.parametrize("letter", [Code.NO_CHANCE, Code.OUTSIDE])
def test_where_nothing_is_rated_every_letter_has_room(letter: Code) -> None:
    facts = make_facts((letter,), earlier=(letter,), supervisor=(Code.NOT_SEEN,))
    canvas = composed(compose_radar(facts))
    sits_apart(canvas)
    letters = drawn(canvas, "unit-supervisor-").values()
    assert min(each.get_size() for each in letters) * 2 / 3 >= 7.5, "on a sheet of A4"


def test_the_longest_names_are_written_whole() -> None:
    name = "Wilhelmina Featherstonehaugh-Cholmondeley of Little Marlow W"
    assert len(name) == 60
    facts = make_facts((Code.THREE,), name=name, their_name=name, me=False, supervisor=(Code.TWO,))
    for compose in COMPOSE:
        canvas = composed(compose(facts))
        sits_apart(canvas)
        written = " ".join(text.get_text() for text in canvas.axes.texts)
        assert "…" not in written
        assert written.count(name) >= 2, "at the head, and in the key with its day"


@pytest.mark.parametrize("compose", COMPOSE)
def test_what_is_told_is_what_is_drawn(compose: object) -> None:
    own = (*RATED, *OTHERS)
    facts = make_facts(own, supervisor=(Code.NOT_SEEN, Code.TWO))
    chart: Chart = compose(facts)  # type: ignore[operator]
    told = dict(re.findall(r"^(\d\.\d+) .*?: (.*)$", chart.in_words(), re.MULTILINE))
    canvas = composed(chart)
    assert set(told) == set(UNITS)
    for whose in ("now", "supervisor"):
        assert set(drawn(canvas, f"unit-{whose}-")) == set(UNITS)
    letters = {"n": "no chance yet", "x": "agreed outside this job", "u": "not seen yet"}
    for unit, mark in drawn(canvas, "unit-supervisor-").items():
        letter = mark.get_text() if hasattr(mark, "get_text") else ""
        assert told[unit].endswith(f"Lee Invented: {letters['u']}") == (letter == "u"), unit
    for unit, mark in drawn(canvas, "unit-now-").items():
        letter = mark.get_text() if hasattr(mark, "get_text") else ""
        word = letters.get(letter, "not answered")
        assert told[unit].startswith(f"you: {word};") == bool(letter), unit


@pytest.mark.parametrize("ending", [".png", ".svg", ".pdf"])
def test_the_same_chart_gives_the_same_bytes(ending: str) -> None:
    whole = compose_radar(make_facts((Code.THREE, None), supervisor=(Code.TWO, Code.ONE)))
    few = replace(whole, spokes=whole.spokes[:3])
    assert few.draw(ending) == few.draw(ending)


def test_two_charts_in_one_page_share_no_id() -> None:
    facts = make_facts((Code.THREE, None))
    first, second = (set(re.findall(r'\bid="([^"]*)"', _svg(c(facts)))) for c in COMPOSE)
    assert first
    assert not first & second
    for each in (first, second):
        assert all(re.fullmatch(r"[A-Za-z][\w.-]*", name) for name in each)


def test_what_an_svg_points_to_is_there() -> None:
    drawn_svg = _svg(compose_radar(make_facts((Code.THREE, None), supervisor=(Code.TWO,))))
    ids = set(re.findall(r'\bid="([^"]*)"', drawn_svg))
    named = re.findall(r'(?:href="#|url\(#|aria-\w+="c)([^")]*)', drawn_svg)
    assert {name if name in ids else f"c{name}" for name in named} <= ids


def _svg(chart: Chart) -> str:
    return chart.draw(".svg").decode()
