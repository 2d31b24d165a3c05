"""The map as a picture: every unit in its domain, patterns told apart in grey, nothing cut."""

import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pytest
from hypothesis import given, settings
from PIL import Image, ImageStat

from ipsskills.codes import Code
from ipsskills.facts.charts.person import ChartLists
from ipsskills.facts.systems.layout import MapFacts, describe_map
from ipsskills.framework.types import Framework
from ipsskills.pages.charts.answers import ShownAnswer
from ipsskills.pages.charts.canvas import Canvas, plain_settings
from ipsskills.pages.charts.map.shown import DomainOnMap, MapChart, UnitCell
from ipsskills.pages.charts.patterns import draw_pattern
from ipsskills.pages.compose.content.map_chart import compose_empty_map
from ipsskills.pages.compose.reports.chart_words import word_key
from ipsskills.pages.compose.reports.person_map import compose_person_map
from tests.framework.shelf import fill_shelf
from tests.pages.charts.looking import composed, sits_apart, texts
from tests.pages.charts.made import make_facts
from tests.pages.charts.test_all import people

LONG = "A name of sixty characters, as a service may well give to it"
ORDER = (
    "1.1 3.5 3.6 3.12 3.13 3.14 3.7 3.8 3.9 3.10 3.11 3.15 3.16 "
    "3.1 3.2 3.3 3.4 2.1 2.2 2.3 2.4 2.5 2.6 1.2 1.3 1.4 1.5 1.6"
)
VALUES = (*(Code(code) for code in "3210nx"), None)
WORDS = {
    Code.THREE: "on your own",
    Code.TWO: "with a check in most",
    Code.ONE: "with someone",
    Code.ZERO: "not yet",
    Code.NO_CHANCE: "no chance yet for most (2 of 9 tried)",
    Code.OUTSIDE: "agreed outside this job",
    None: "part answered (5 to go); as a whole: you would look something up",
}


@pytest.fixture(scope="module")
def layout(framework: Framework) -> MapFacts:
    return describe_map(framework, fill_shelf().systems)


@pytest.fixture(scope="module")
def empty(layout: MapFacts) -> MapChart:
    return compose_empty_map(layout)


def change(chart: MapChart, cell: Callable[[UnitCell], UnitCell], name: str = "") -> MapChart:
    """The same map with other cells, and where one is given another name for all domains."""

    def domain(old: DomainOnMap) -> DomainOnMap:
        return replace(old, name=name or old.name, cells=tuple(map(cell, old.cells)))

    return replace(
        chart,
        courses=tuple(replace(c, domains=tuple(map(domain, c.domains))) for c in chart.courses),
    )


@pytest.fixture(scope="module")
def answered(empty: MapChart, framework: Framework) -> MapChart:
    """Every answer there is, over and over."""
    units = [cell.unit for cell in empty.list_cells()]

    def answer(cell: UnitCell) -> UnitCell:
        value = VALUES[units.index(cell.unit) % len(VALUES)]
        return replace(cell, answer=ShownAnswer(value, WORDS[value]))

    return replace(change(empty, answer), key=word_key(framework.scale), subtitle="Your view")


def only(chart: MapChart, answer: ShownAnswer) -> MapChart:
    return change(chart, lambda cell: replace(cell, answer=answer))


# What it shows


def test_every_unit_is_in_its_domain_and_areas_are_named(empty: MapChart) -> None:
    assert [cell.unit for cell in empty.list_cells()] == ORDER.split()
    written = " ".join(texts(composed(empty)))
    for words in ("Stance, values and style of interaction", "3.8 Disclosure", "M1 Bend or drift",
                  "A2 Implementing IPS", "The mortar: between all the other parts"):  # fmt: skip
        assert words in written


def test_an_empty_map_has_no_answers_and_no_key(empty: MapChart) -> None:
    written = " ".join(texts(composed(empty)))
    assert "on your own" not in written
    assert "not answered" not in written
    assert "–" not in written


def test_the_text_alternative_goes_from_the_outside_in(answered: MapChart) -> None:
    said = answered.in_words()
    assert (
        "Stance, values and style of interaction "
        "(the frame, round everything a specialist does)\n"
        "1.1 Stance and values: on your own\n"
        "\n"
        "Meta-competences (the roof, when, whether and how to use the rest)\n"
        "M1 Bend or drift\n"
    ) in said
    assert "\n3.13 Employer engagement: no chance yet for most (2 of 9 tried)\n" in said
    assert "\nA1 Supervising specialists\n" in said


def test_the_words_on_the_picture_are_those_of_the_alternative(answered: MapChart) -> None:
    written = " ".join(texts(composed(answered)))
    for cell in answered.list_cells():
        assert cell.answer
        assert f"{cell.unit} {cell.name} {cell.answer.word}" in written
        assert f"\n{cell.unit} {cell.name}: {cell.answer.word}\n" in answered.in_words()


def test_the_key_explains_each_pattern_and_letter(answered: MapChart) -> None:
    written = texts(composed(answered))
    for words in ("on your own", "you can explain it", "shows under pressure",
                  "you know what to do", "not yet", "no chance yet", "agreed outside this job",
                  "not answered"):  # fmt: skip
        assert words in written
    assert "not seen yet" not in written


def test_nothing_is_counted_across_units(answered: MapChart) -> None:
    within_a_unit = {"2", "9", "5"}  # in the words of a unit answered by statements
    numbers = set(re.findall(r"(?<![MA])\b\d[\d.]*", " ".join(texts(composed(answered)))))
    assert numbers == {cell.unit for cell in answered.list_cells()} | within_a_unit


def test_a_persons_answers_stand_in_their_units_cells(layout: MapFacts) -> None:
    own = [None if each == "-" else Code(each) for each in "321012333210333333333312nx-3"]
    cells = {
        cell.unit: (cell.answer.value, cell.answer.word)
        for cell in compose_person_map(layout, make_facts(own)).list_cells()
        if cell.answer
    }
    assert len(cells) == 28
    assert cells["1.1"] == (Code.THREE, "shows under pressure")
    assert cells["1.2"] == (Code.TWO, "you would look something up")
    assert cells["2.6"] == (Code.ZERO, "not yet")
    assert cells["3.13"] == (Code.NO_CHANCE, "no chance yet")
    assert cells["3.14"] == (Code.OUTSIDE, "agreed outside this job")
    assert cells["3.15"] == (None, "not answered")


COMMUNICATION = ("3.1", "3.2", "3.3", "3.4")


@pytest.mark.parametrize(
    ("lists", "title"),
    [
        (
            ChartLists(well=(*COMMUNICATION, "1.1"), effort=("3.8",)),
            "Going well all through Communication. Effort would pay first: Disclosure",
        ),
        (
            ChartLists(well=("3.5", *COMMUNICATION, "3.6")),
            "Going well all through Engagement and Communication",
        ),
        (
            ChartLists(well=("1.1",), effort=("3.8",)),
            "Going well: Stance and values. Effort would pay first: Disclosure",
        ),
        (
            ChartLists(well=tuple(ORDER.split())),
            "Going well all through Engagement, Working with employers and more",
        ),
    ],
)
def test_the_title_says_which_domains_go_well(
    layout: MapFacts, lists: ChartLists, title: str
) -> None:
    assert compose_person_map(layout, make_facts((Code.THREE,), lists=lists)).title == title


def test_what_somebody_brings_is_not_said_to_go_well(layout: MapFacts) -> None:
    facts = make_facts((Code.TWO,), lists=ChartLists(well=COMMUNICATION, brings=True))
    assert compose_person_map(layout, facts).title == (
        "What you bring: Clients and families, Working alliance and more"
    )


# How it is drawn


def test_texts_never_overlap_nor_leave_the_sheet(empty: MapChart, answered: MapChart) -> None:
    for chart in (empty, answered):
        sits_apart(composed(chart))


@settings(max_examples=2, deadline=None)
@given(people())
def test_texts_never_overlap_whoever_it_is(layout: MapFacts, made: dict[str, object]) -> None:
    alone = {name: given for name, given in made.items() if name in {"own", "name", "lists", "me"}}
    chart = compose_person_map(layout, make_facts(**alone))  # type: ignore[arg-type]
    canvas = composed.__wrapped__(chart)
    sits_apart(canvas)
    assert "…" not in "".join(texts(canvas))


def test_long_names_are_whole(answered: MapChart) -> None:
    chart = change(answered, lambda cell: replace(cell, name=LONG), name=f"{LONG} {LONG}")
    sits_apart(composed(chart))
    written = " ".join(texts(composed(chart)))
    assert "…" not in written
    assert written.count(LONG) == 28 + 2 * 8


def test_what_is_kept_apart_has_words_and_no_pattern(empty: MapChart) -> None:
    chart = only(empty, ShownAnswer(None, "kept apart for now", left_out=True))
    plain, apart = composed(empty), composed(chart)
    assert len(apart.axes.patches) == len(plain.axes.patches)
    assert len(apart.axes.lines) == len(plain.axes.lines)
    assert "–" not in texts(apart)


def test_patterns_grow_lighter_and_are_told_apart_in_grey() -> None:
    with plain_settings():
        canvas = Canvas(4.0, 1.0)
        for number, value in enumerate(VALUES[:4]):
            draw_pattern(canvas, value, (number + 0.2, 0.2), 0.3, 0.6)
        picture = Image.open(BytesIO(canvas.png("", ""))).convert("L")
    left = [int((number + 0.2) * 150) for number in range(4)]
    grey = [ImageStat.Stat(picture.crop((x + 2, 32, x + 43, 118))).mean[0] for x in left]
    assert grey == sorted(grey)
    assert min(lighter - darker for darker, lighter in pairwise(grey)) > 25


def test_what_is_no_answer_0_to_3_has_its_letter(answered: MapChart) -> None:
    # Every seventh of 28 cells has the same answer, and the key has each letter once more.
    written = texts(composed(answered))
    assert [written.count(letter) for letter in ("n", "x", "–", "u")] == [5, 5, 5, 0]


def test_the_same_map_gives_the_same_bytes(empty: MapChart) -> None:
    assert empty.draw(".svg") == empty.draw(".svg")
