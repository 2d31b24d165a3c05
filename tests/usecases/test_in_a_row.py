"""Twelve equal answers in a row are noticed once, and never stand in the way."""

from collections.abc import Sequence

import pytest

from ipsskills.codes import AssessmentKind, Basis, Code
from ipsskills.framework.types import Framework
from ipsskills.usecases.interview.commands import Choose, Command, Give, Undo
from ipsskills.usecases.interview.machine import begin, press
from ipsskills.usecases.interview.state import InterviewState, Script
from tests.cases import try_each

SAID = "The last twelve answers are the same. That may be right; if not, b goes back."


def said_after(state: InterviewState, commands: Sequence[Command]) -> list[int]:
    """Return after how many commands the line was said."""
    told = []
    for number, command in enumerate(commands, 1):
        state, _ = press(state, command)
        if state.status == SAID:
            told.append(number)
    assert state.item is None or state.mode == "unit"
    return told


@pytest.fixture
def state(framework: Framework) -> InterviewState:
    units = tuple(unit.id for unit in framework.asked())
    return begin(Script(framework, AssessmentKind.SELF, units, "three months"))


def give(letters: str) -> list[Command]:
    return [Give(Code(letter)) for letter in letters]


@try_each(
    ("letters", "told"),
    [
        ("3" * 11, []),
        ("3" * 12, [12]),
        ("0" * 12, [12]),
        ("3" * 28, [12]),
        ("3" * 11 + "2" + "3" * 11, []),
        ("2" + "3" * 12, [13]),
        ("3" * 12 + "2" * 14, [12]),
    ],
)
def test_the_line_is_said_at_the_twelfth_and_once(
    state: InterviewState, letters: str, told: list[int]
) -> None:
    assert said_after(state, give(letters)) == told


def test_an_answer_taken_back_does_not_count_twice(state: InterviewState) -> None:
    assert said_after(state, [*give("3" * 11), Undo(), *give("3")]) == []
    assert said_after(state, [*give("3" * 11), Undo(), *give("33")]) == [14]


def test_outside_this_job_and_not_seen_are_in_no_row(framework: Framework) -> None:
    units = tuple(unit.id for unit in framework.asked())
    own = begin(Script(framework, AssessmentKind.SELF, units, "three months"))
    outside: list[Command] = [Give(Code.OUTSIDE), Choose("setting")]
    assert said_after(own, outside * 14) == []
    theirs = begin(Script(framework, AssessmentKind.SUPERVISOR, units, "three months"))
    assert said_after(theirs, give("u" * 28)) == []
    seen: list[Command] = [Give(Code.THREE), Choose(Basis.OBSERVED)]
    assert said_after(theirs, seen * 12) == [24]


def test_the_line_fits_on_the_line_it_stands_on() -> None:
    assert len(SAID) <= 78
