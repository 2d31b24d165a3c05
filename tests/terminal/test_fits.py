"""Everything is on the screen, whatever its size: nothing is cut, nothing is told by colour."""

import time
from pathlib import Path

import pytest

from ipsskills.cli.interview.layout import ScreenLine, end_lines, unit_lines
from ipsskills.codes import AssessmentKind
from ipsskills.framework.types import Framework
from ipsskills.usecases.interview.machine import InterviewState, Script
from ipsskills.usecases.interview.view import compose_screen
from tests.terminal.conftest import Start
from tests.terminal.terminal import ENTER, Terminal, kept

FOOTER = (
    "d its statements  e note  f bring to supervision  w could show",
    "b back  s skip  r review  z undo  q finish later  ? all keys",
)
COLOURS = {"colour": {}, "no colour": {"NO_COLOR": "1"}}
SIZES = {"80x24": (80, 24), "120x40": (120, 40)}


@pytest.mark.parametrize(("size", "colour"), [("80x24", "no colour"), ("120x40", "colour")])
def test_every_question_is_wholly_on_the_screen(
    ada: Path, start: Start, framework: Framework, *, size: str, colour: str
) -> None:
    """All 28 units and the ten areas, jumping from one to the next."""
    columns, rows = SIZES[size]
    units = [unit for unit in framework.units if unit.section or unit.domain == "meta"]
    scope = tuple(unit.id for unit in units)
    assert len(scope) == 28 + 10
    options = [word for item in scope for word in ("--unit", item)]
    terminal = start(ada, "assess", *options, columns=columns, rows=rows, env=COLOURS[colour])
    state = InterviewState(Script(framework, AssessmentKind.SELF, scope, "three months"))
    for place, unit in enumerate(units, 1):
        if place > 1:
            terminal.press("j")
            terminal.until("Go to unit (")
            terminal.press(unit.id.lower() + ENTER)
        terminal.until(f"unit {place} of {len(units)}", "? all keys saved 0")
        shown = compose_screen(InterviewState(state.script, index=place - 1))
        _stands_on(terminal, unit_lines(shown, columns), rows)
        words = _joined(terminal.text())
        seen = unit.curriculum.in_practice
        about = f"In practice: {seen[:1].lower()}{seen[1:]}" if seen else unit.curriculum.purpose
        texts = [unit.title, about, shown.question, *FOOTER]
        texts += [option.code + option.label + option.means for option in shown.options]
        assert [text for text in texts if _joined(text) not in words] == []
    assert terminal.coloured() == (colour == "colour")


def test_the_end_names_all_that_is_open(ada: Path, start: Start, framework: Framework) -> None:
    terminal = start(ada, "assess")
    terminal.until("unit 1 of 28")
    terminal.press("s" * 28)
    terminal.until("That was the last question.", "Not answered: 1.1 Stance and values, 1.2")
    units = tuple(unit.id for unit in framework.asked())
    script = Script(framework, AssessmentKind.SELF, units, "three months")
    shown = compose_screen(InterviewState(script, index=28))
    _stands_on(terminal, end_lines(shown, 80, areas_offered=True), 24)


def test_lists_and_pages_are_wholly_on_the_screen(
    ada: Path, start: Start, framework: Framework
) -> None:
    terminal = start(ada, "assess")
    terminal.until("unit 1 of 28")
    scale = framework.scale
    for key, choices in (("x", scale.reasons), ("y", scale.behind), ("o", scale.bases)):
        terminal.press(key)
        terminal.until("Esc leaves it as it was")
        words = _joined(terminal.text())
        for choice in choices:
            assert _joined(choice.label + choice.means) in words
        terminal.press("b")
        terminal.until("? all keys")


def test_the_question_stays_in_sight_while_a_note_is_written(
    ada: Path, start: Start, framework: Framework
) -> None:
    terminal = start(ada, "assess", "--unit", "3.7")
    terminal.until("unit 1 of 1")
    terminal.press("fw")
    terminal.until("! bring to supervision * could show a colleague")
    terminal.press("e")
    terminal.until("Note on 3.7")
    words = _joined(terminal.text())
    shown = compose_screen(
        InterviewState(Script(framework, AssessmentKind.SELF, ("3.7",), "three months"))
    )
    for option in shown.options:
        assert _joined(option.label + option.means) in words
    assert _joined(shown.question) in words


def test_the_answer_given_is_told_without_colour_too(ada: Path, start: Start) -> None:
    for env in COLOURS.values():
        terminal = start(ada, "assess", env=env)
        terminal.until("of 28")
        terminal.press("2b")
        screen = terminal.until("> 2 ")
        assert screen.count(">") == 1
        terminal.press("q")
        assert terminal.ended() == 0


def test_the_window_may_change_size_half_way(ada: Path, start: Start, framework: Framework) -> None:
    terminal = start(ada, "assess")
    terminal.until("unit 1 of 28")
    terminal.press("3")
    terminal.until("unit 2 of 28")
    terminal.resize(120, 40)
    _redrawn(terminal, framework, 2, 120, 40)
    terminal.press("2")
    _redrawn(terminal, framework, 3, 120, 40)

    terminal.resize(79, 19)
    terminal.until("This window is 79 by 19.", "The questions need 80 by 20.", "assess --plain")
    terminal.until_gone("unit 3 of 28")
    terminal.resize(80, 24)
    _redrawn(terminal, framework, 3, 80, 24)
    assert list(kept(ada).values()) == ["3", "2"]

    terminal.resize(80, 20)
    _redrawn(terminal, framework, 3, 80, 20)
    terminal.press("0")
    _redrawn(terminal, framework, 4, 80, 20)
    assert list(kept(ada).values()) == ["3", "2", "0"]


@pytest.mark.parametrize(("columns", "rows"), [(79, 24), (80, 19), (20, 5)])
def test_a_window_that_is_too_small_says_so_and_can_be_left(
    ada: Path, start: Start, columns: int, rows: int
) -> None:
    terminal = start(ada, "assess", columns=columns, rows=rows)
    terminal.until(f"This window is {columns} by {rows}.", "The questions need 80 by 20.")
    terminal.press("3?jq")
    assert terminal.ended() == 0
    assert kept(ada) == {}


def test_what_cannot_be_seen_cannot_be_answered(ada: Path, start: Start) -> None:
    terminal = start(ada, "assess", columns=79, rows=19, fast=False)
    terminal.until("This window is 79 by 19.")
    for key in "3dx":
        time.sleep(0.2)
        terminal.press(key)
    time.sleep(0.2)
    terminal.resize(80, 24)
    assert "why?" not in terminal.until("unit 1 of 28", "saved 0")
    time.sleep(0.2)
    terminal.press("2")
    terminal.until("unit 2 of 28")
    assert list(kept(ada).values()) == ["2"]


def _redrawn(terminal: Terminal, framework: Framework, place: int, columns: int, rows: int) -> None:
    units = tuple(unit.id for unit in framework.asked())
    script = Script(framework, AssessmentKind.SELF, units, "three months")
    terminal.until(f"unit {place} of 28", f"? all keys saved {place - 1}")
    answers = InterviewState(script, index=place - 1)
    lines = unit_lines(compose_screen(answers), columns)[1:]  # the first line tells the time left
    _stands_on(terminal, lines, rows)


def _stands_on(terminal: Terminal, lines: list[ScreenLine], rows: int) -> None:
    """Wait until every line with words stands on the screen as it was laid out."""
    wanted = [line.text.rstrip() for line in lines if line.text.strip()]
    # A window that changed size shows the old page, cut anew, until the program has drawn again.
    terminal.when(lambda: set(wanted) <= set(terminal.screen()), wanted)
    assert len(terminal.screen()) == rows


def _joined(text: str) -> str:
    return "".join(text.split())
