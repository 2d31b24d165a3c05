"""The profile: which answer stands where, in which words, in the order of the curriculum."""

from typing import Any

from ipsskills.codes import Code
from ipsskills.pages.charts.profile.drawing import BESIDE, POINT_0, POINT_STEP, STEP_ASIDE
from ipsskills.pages.charts.profile.shown import Profile
from ipsskills.pages.compose.reports.profile import compose_profile
from tests.pages.charts.looking import composed, drawn, texts
from tests.pages.charts.made import Given, make_facts

Z, ONE, TWO, THREE = Code.ZERO, Code.ONE, Code.TWO, Code.THREE
N, X, U = Code.NO_CHANCE, Code.OUTSIDE, Code.NOT_SEEN
POINTS = [POINT_0 + step * POINT_STEP for step in range(4)]


def profile(own: Given, **more: Any) -> Profile:
    return compose_profile(make_facts(own, **more))


def across(chart: Profile, whose: str) -> list[float]:
    """How far to the right each unit's mark or letter stands, in curriculum order."""
    found = drawn(composed(chart), f"unit-{whose}-")
    units = [row.unit for section in chart.sections for row in section.rows]
    return [round(_x(found[unit]), 6) for unit in units]


def _x(mark: Any) -> float:
    found = mark.get_position()[0] if hasattr(mark, "get_text") else mark.get_xdata()[0]
    return float(found)


def down(chart: Profile) -> list[str]:
    """The units as their labels stand from the top down."""
    labels = [t for t in composed(chart).axes.texts if t.get_text()[:1].isdigit()]
    named = [t for t in labels if "." in t.get_text()]
    return [
        t.get_text().partition(" ")[0] for t in sorted(named, key=lambda t: -t.get_position()[1])
    ]


def test_each_answer_stands_at_its_point_and_the_rest_beside_the_points() -> None:
    found = across(profile((Z, ONE, TWO, THREE, N, X, None)), "now")
    assert found[:7] == [*POINTS, BESIDE, BESIDE, BESIDE]
    assert POINTS[0] - BESIDE > 0.5  # clearly no answer at all is none of the four


def test_two_that_are_the_same_stand_side_by_side_and_others_at_their_own_point() -> None:
    chart = profile((TWO, TWO), supervisor=(TWO, THREE))
    own, theirs = across(chart, "now"), across(chart, "supervisor")
    half = STEP_ASIDE / 2
    assert own[:2] == [round(POINTS[2] - half, 6), POINTS[2]]
    assert theirs[:2] == [round(POINTS[2] + half, 6), POINTS[3]]


def test_the_rows_stand_in_the_order_of_the_curriculum() -> None:
    chart = profile((THREE,))
    told = [row.unit for section in chart.sections for row in section.rows]
    assert down(chart) == told
    assert told == [
        *("1.1", "1.2", "1.3", "1.4", "1.5", "1.6"),
        *("2.1", "2.2", "2.3", "2.4", "2.5", "2.6"),
        *(f"3.{number}" for number in range(1, 17)),
    ]
    assert [section.title for section in chart.sections] == [
        "Underpinning areas of knowledge",
        "Professional competences",
        "Putting IPS into practice",
    ]


def test_each_answer_is_said_in_the_words_of_its_own_question() -> None:
    written = texts(composed(profile((TWO,))))
    for words in ("mostly", "you would look something up", "with a check", "after a quick check"):
        assert words in written


def test_what_the_supervisor_sees_otherwise_is_said_too_and_what_is_alike_once() -> None:
    alike = texts(composed(profile((THREE,), supervisor=(THREE,))))
    apart = texts(composed(profile((THREE,), supervisor=(ONE,))))
    assert "on their own" not in [*alike, *apart]
    assert "with someone" in apart
    assert apart.count("on your own") == alike.count("on your own")


def test_an_agreed_answer_has_a_mark_of_its_own() -> None:
    chart = profile((ONE,), supervisor=(THREE,), agreed=(TWO,))
    assert across(chart, "agreed")[:1] == [POINTS[2]]
    looks = {
        whose: next(iter(drawn(composed(chart), f"unit-{whose}-").values())).get_marker()
        for whose in ("now", "supervisor", "agreed")
    }
    assert len(set(looks.values())) == 3
    assert "agreed together" in texts(composed(chart))


def test_it_is_told_in_words_by_section() -> None:
    told = profile((TWO, N), supervisor=(U, THREE)).in_words().split("\n\n")
    assert told[1].splitlines() == [
        "Underpinning areas of knowledge",
        "1.1 Stance and values: you: mostly; Lee Invented: not seen yet",
        "1.2 Recovery model: you: no chance yet; Lee Invented: you can explain it",
        "1.3 Rationale: you: you would look something up; Lee Invented: not seen yet",
        "1.4 Principles: you: no chance yet; Lee Invented: you can explain it",
        "1.5 Mental health: you: you would look something up; Lee Invented: not seen yet",
        "1.6 Employment law: you: no chance yet; Lee Invented: you can explain it",
    ]
    assert told[-1] == "Views of people on the days named. Not a score."
