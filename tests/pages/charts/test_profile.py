"""The profile: which answer stands where, in which words, in the order of the curriculum."""

import math
import re
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from ipsskills.codes import Code
from ipsskills.pages.charts import style
from ipsskills.pages.charts.answers import ShownAnswer, group_alike
from ipsskills.pages.charts.profile.drawing import BESIDE, POINT_0, POINT_STEP
from ipsskills.pages.charts.profile.shown import Profile
from ipsskills.pages.compose.reports.profile import compose_profile
from tests.pages.charts.looking import composed, drawn, texts
from tests.pages.charts.made import Given, make_facts

Z, ONE, TWO, THREE = Code.ZERO, Code.ONE, Code.TWO, Code.THREE
N, X, U = Code.NO_CHANCE, Code.OUTSIDE, Code.NOT_SEEN
POINTS = [round(POINT_0 + step * POINT_STEP, 6) for step in range(4)]


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
    named = [t for t in labels if re.match(r"\d\.\d+ [A-Z]", t.get_text())]
    return [
        t.get_text().partition(" ")[0] for t in sorted(named, key=lambda t: -t.get_position()[1])
    ]


def test_each_answer_stands_at_its_point_and_the_rest_beside_the_points() -> None:
    found = across(profile((Z, ONE, TWO, THREE, N, X, None)), "now")
    assert found[:7] == [*POINTS, BESIDE, BESIDE, BESIDE]
    assert POINTS[0] - BESIDE > 0.5  # clearly no answer at all is none of the four


def test_two_that_are_the_same_stand_on_one_point_and_others_at_their_own() -> None:
    chart = profile((TWO, TWO), supervisor=(TWO, THREE))
    own, theirs = across(chart, "now"), across(chart, "supervisor")
    assert own[:2] == [POINTS[2], POINTS[2]]
    assert theirs[:2] == [POINTS[2], POINTS[3]]


@pytest.mark.parametrize(
    "more", [{"supervisor": (TWO,)}, {"supervisor": (TWO,), "earlier": (TWO,), "agreed": (TWO,)}]
)
def test_marks_on_one_point_lie_inside_one_another_with_paper_between(more: Any) -> None:
    canvas = composed(profile((TWO,), **more))
    shown = [drawn(canvas, f"unit-{whose}-")["3.8"] for whose in ("now", *more)]
    shown.sort(key=lambda mark: float(mark.get_markersize()))
    assert [mark.get_zorder() for mark in shown] == sorted(
        (mark.get_zorder() for mark in shown), reverse=True
    )
    for inner, outer in pairwise(shown):
        assert outer.get_markerfacecolor() == style.PAPER
        assert _farthest(inner) < _nearest(outer) - 0.5


def _farthest(mark: Any) -> float:
    """How far the outer edge of a mark is from its middle where it is farthest, in points."""
    size, corner = float(mark.get_markersize()), mark.get_marker() in "sD"
    return size * (math.sqrt(2) if corner else 1) / 2 + float(mark.get_markeredgewidth()) / 2


def _nearest(mark: Any) -> float:
    """How far the inner edge of a mark is from its middle where it is nearest, in points."""
    size, six = float(mark.get_markersize()), mark.get_marker() == "h"
    return size * (math.cos(math.pi / 6) if six else 1) / 2 - float(mark.get_markeredgewidth()) / 2


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


def test_where_two_say_the_same_both_marks_stand_at_the_word() -> None:
    """Each is drawn for each unit, at its point and at its word; and in the key."""
    canvas = composed(profile((THREE,), supervisor=(THREE,)))
    own, theirs = style.NOW, style.SUPERVISOR
    for look in (own, theirs):
        marks = [line for line in canvas.axes.lines if line.get_markeredgecolor() == look.colour]
        assert len([m for m in marks if m.get_marker() == look.shape]) == 2 * 28 + 3


def test_the_key_says_what_is_nested_what_is_joined_who_saw_not_yet_and_which_units() -> None:
    written = texts(composed(profile((TWO,), supervisor=(U, THREE))))
    for words in ("the same answer", "a line joins answers that differ",
                  "not seen yet by Lee Invented", "seen by Lee Invented, view of 27 Nov 2026",
                  "1.2 to 1.6", "1.1, 2.5", "2.2 to 2.4", "all other units"):  # fmt: skip
        assert words in written
    assert "the same answer" not in texts(composed(profile((TWO,))))


def test_what_is_on_no_point_has_its_sign_before_its_words_and_no_mark() -> None:
    canvas = composed(profile((N,), supervisor=(TWO,)))
    marks = [
        line
        for line in canvas.axes.lines
        if (line.get_marker(), line.get_markeredgecolor()) == (style.NOW.shape, style.NOW.colour)
    ]
    assert len(marks) == 3, "the person's own mark stands in the key alone"
    assert len([text for text in canvas.axes.texts if text.get_text() == "n"]) == 2 * 28 + 1
    assert "In words" in texts(canvas)


def test_the_key_and_the_labels_can_be_read_on_a_sheet() -> None:
    """Printed on A4 between the margins of a page, a chart has two thirds of its size."""
    chart = profile((TWO,), supervisor=(U, THREE))
    sizes = [float(text.get_fontsize()) for text in composed(chart).axes.texts if text.get_text()]
    assert min(sizes) * 2 / 3 >= 7.5


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
    assert told[-1] == "Views of two people on the days named. Not a score."


def test_the_same_sign_of_two_days_is_one_word_after_both_marks() -> None:
    n, blank, other = ShownAnswer(N, "no"), ShownAnswer(None, "blank"), ShownAnswer(U, "unseen")
    assert group_alike((n, n, other)) == [(0, 1)]
    assert group_alike((n, blank)) == [(0,)], "a letter of the key alone needs no words"
    told = replace(n, left_out=True)
    assert group_alike((n, told)) == [(0,), (1,)], "what is only told is not said to be the same"
