"""The coverage chart: a mark for each kind of learning, its age, the finding, and the letters."""

import re
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from ipsskills.facts.record import CoverageFacts, CoveredUnit
from ipsskills.method.coverage import Covered, Recorded
from ipsskills.pages.charts import style
from ipsskills.pages.charts.coverage.shown import CoverageChart
from ipsskills.pages.compose.entries.coverage_chart import compose_coverage_chart
from ipsskills.pages.compose.entries.drawn_coverage import compose_drawn_coverage, draw_coverage
from ipsskills.pages.document import Drawing, Entries
from ipsskills.pages.words import columns
from ipsskills.pages.writers.text import to_text
from tests.conftest import shipped
from tests.pages.charts.looking import composed, marks_of, sits_apart, texts

TODAY, RECENT, OLD = date(2026, 11, 30), date(2026, 3, 4), date(2024, 2, 3)
ONLY_IN = "Recorded in the last twelve months only in"
WIDE = "職場での支援と雇用主との話し合いを続けるための長い名前です"
LONG = "A name of sixty characters, as a service may well give to it"


def entry(on: date, way: str | None = None) -> Recorded:
    return Recorded(on=on, title="kept to oneself", way=way, hours=None, old=on == OLD)


def facts(*recorded: Covered, person: str = "Ada Example") -> CoverageFacts:
    """The 28 units as shipped, and what is recorded for a few."""
    framework, known = shipped(), {each.unit: each for each in recorded}
    domains = {domain.slug: domain.name for domain in framework.domains}
    return CoverageFacts(
        person=person,
        mine=True,
        on=TODAY,
        units=tuple(
            CoveredUnit(
                covered=known.get(unit.id, Covered(unit.id)),
                section="",
                short=unit.short,
                domain=domains[unit.domain],
            )
            for unit in framework.asked()
        ),
        domains=tuple(domains.values()),
    )


MONEY = Covered(
    "3.7",
    training=(entry(RECENT, "vignette"), entry(OLD, "vignette"), entry(OLD, "shadowing")),
    evidence=(entry(OLD),),
)
VISITED = Covered("3.13", observation=(entry(RECENT, "watched"),))
TAUGHT = Covered("2.5", training=(entry(RECENT),))


def chart(*recorded: Covered) -> CoverageChart:
    return compose_coverage_chart(facts(*recorded))


@cache
def full() -> CoverageChart:
    """Everything recorded for every unit, old and new by turns, of somebody with a long name."""
    kinds = [*(column.name for column in chart().columns[:7]), None]
    return compose_coverage_chart(
        facts(
            *(
                Covered(
                    unit.covered.unit,
                    training=tuple(entry((RECENT, OLD)[n % 2], k) for n, k in enumerate(kinds)),
                    evidence=(entry(OLD),),
                    observation=(entry(RECENT, "shown"),),
                )
                for unit in facts().units
            ),
            person=LONG,
        )
    )


# What it shows


def test_the_text_alternative_tells_the_latest_of_each_kind() -> None:
    said = chart(MONEY, VISITED).in_words()
    assert (
        "3.7 Benefits and money: training by vignette, 4 Mar 2026; "
        "training by shadowing, 3 Feb 2024 (over twelve months ago); "
        "evidence, 3 Feb 2024 (over twelve months ago)\n"
    ) in said
    assert "Working with employers\n3.12 Local opportunities: nothing yet\n" in said
    assert "3.13 Employer engagement: field mentoring, 4 Mar 2026\n" in said
    assert "kept to oneself" not in said
    assert "One entry" not in said


def test_every_kind_of_learning_has_a_column_and_domains_keep_their_order() -> None:
    shown = chart(MONEY)
    assert [(column.letter, column.name) for column in shown.columns] == [
        ("W", "skills workshop"),
        ("V", "vignette"),
        ("S", "self-directed study"),
        ("H", "shadowing"),
        ("M", "field mentoring"),
        ("P", "supervised practice"),
        ("L", "peer learning"),
        ("E", "evidence"),
        ("F", "visit recorded"),
    ]
    order = [row.unit for row in shown.rows]
    assert order.index("3.12") < order.index("3.7")
    assert len(order) == 28


def test_training_of_no_kind_has_a_column_where_there_is_any() -> None:
    assert "other" not in [column.name for column in chart(MONEY).columns]
    shown = chart(TAUGHT)
    assert [column.letter for column in shown.columns] == list("WVSHMPLTEF")
    assert "2.5 Difference: training, 4 Mar 2026\n" in shown.in_words()


@pytest.mark.parametrize(
    ("recorded", "title"),
    [
        ((), "Nothing is recorded yet: every unit is a chance to plan something"),
        (
            (MONEY, VISITED),
            f"{ONLY_IN} Working with employers and Gaining, supporting and maintaining employment",
        ),
        (
            (Covered("3.7", evidence=(entry(OLD),)), VISITED),
            f"{ONLY_IN} Working with employers",
        ),
        (
            tuple(
                Covered(unit, evidence=(entry(RECENT),))
                for unit in ("1.1", "1.2", "2.1", "3.1", "3.12", "3.7")
            ),
            "Nothing in the last twelve months in Engagement",
        ),
        (
            tuple(
                Covered(unit, evidence=(entry(RECENT),))
                for unit in ("1.1", "1.2", "2.1", "3.1", "3.5", "3.12", "3.7")
            ),
            "Nothing in the last twelve months for Rationale, Principles, Mental health and more",
        ),
        (
            tuple(
                Covered(unit.covered.unit, evidence=(entry(RECENT),))
                for unit in facts().units
                if unit.covered.unit not in {"2.3", "1.5"}
            ),
            "Nothing in the last twelve months for Mental health or Capacity",
        ),
        (
            (Covered("3.7", evidence=(entry(OLD),)),),
            "Some domains have nothing from the last twelve months",
        ),
    ],
)
def test_the_title_says_the_finding(recorded: tuple[Covered, ...], title: str) -> None:
    assert chart(*recorded).title == title


def test_a_full_record_is_said_to_be_full() -> None:
    assert full().title == "Every unit has something from the last twelve months"


def test_nothing_is_counted() -> None:
    numbers = set(re.findall(r"\d[\d.]*", " ".join(texts(composed(full())))))
    assert numbers == {row.unit for row in full().rows} | {"30", "2026"}


# How it is drawn


@pytest.mark.parametrize("shown", [chart(), full()], ids=["none", "full"])
def test_texts_never_overlap_nor_leave_the_sheet(shown: CoverageChart) -> None:
    sits_apart(composed(shown))


def test_long_names_of_units_and_domains_are_whole() -> None:
    rows = tuple(replace(row, label=LONG, domain=f"{row.domain} {LONG}") for row in full().rows)
    canvas = composed(replace(full(), rows=rows))
    sits_apart(canvas)
    assert "…" not in "".join(texts(canvas))
    assert " ".join(texts(canvas)).count("A name of sixty") == 28 + 7 + 1


def test_age_is_told_by_a_fill_and_not_by_a_colour() -> None:
    drawn = marks_of(composed(chart(MONEY, VISITED)), "unit-")
    assert sorted(drawn) == ["3.13", "3.7"]
    vignette, shadowing, evidence = drawn["3.7"]
    assert vignette.get_markerfacecolor() == style.ANSWER
    assert shadowing.get_markerfacecolor() == evidence.get_markerfacecolor() == style.PAPER


def test_the_same_chart_gives_the_same_bytes() -> None:
    assert chart().draw(".svg") == chart().draw(".svg")


# On a screen


def test_letters_are_capital_where_recent() -> None:
    lines = draw_coverage(chart(MONEY, VISITED))
    assert lines[:5] == (
        "                                  Training",
        "                                  W  V  S  H  M  P  L    E  F",
        "Stance, values and style of interaction",
        "  1.1   Stance and values         .  .  .  .  .  .  .    .  .",
        "Knowledge",
    )
    assert "  3.7   Benefits and money        .  V  .  h  .  .  .    e  ." in lines
    assert "  3.13  Employer engagement       .  .  .  .  .  .  .    .  F" in lines


@pytest.mark.parametrize("label", [LONG, WIDE], ids=["long", "wide"])
def test_lines_are_never_wider_than_a_terminal(label: str) -> None:
    shown = chart(TAUGHT)
    rows = tuple(replace(row, label=label, domain=LONG * 2) for row in shown.rows)
    assert max(map(columns, draw_coverage(replace(shown, rows=rows)))) <= 79


def test_it_is_told_in_words_where_letters_have_no_room_or_are_read_out() -> None:
    shown = chart(MONEY)
    drawn = compose_drawn_coverage(shown, "Ada Example", room=80, mine=True)
    assert any(isinstance(block, Drawing) for block in drawn.blocks)
    assert "V vignette" in to_text(drawn)
    for room in (0, 50):
        told = compose_drawn_coverage(shown, "Ada Example", room=room, mine=True)
        assert not any(isinstance(block, Drawing) for block in told.blocks)
        rows = [row for block in told.blocks if isinstance(block, Entries) for row in block.rows]
        assert len(rows) == 28
        assert ("1.1", "Stance and values", "Nothing yet") in rows
        assert any(said.startswith("Training by vignette, 4 Mar 2026; ") for _, _, said in rows)
