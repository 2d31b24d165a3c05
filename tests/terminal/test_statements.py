"""Statements one by one, the review, a correction and a supervisor's view, on a real screen."""

import time
from pathlib import Path

import pytest

from ipsskills.cli.app import run
from ipsskills.framework.types import Framework
from tests.terminal.conftest import Start
from tests.terminal.terminal import ENTER, ESC, Terminal, kept, rows

AFTER_ESCAPE = 0.2
UNIT = "3.8"


@pytest.fixture
def statements(framework: Framework) -> list[str]:
    return [s.id for s in framework.by_id[UNIT].live_statements]


def into(terminal: Terminal, count: int) -> None:
    terminal.until("unit 1 of 2")
    terminal.press("d")
    terminal.until("what this covers", "d answers them.")
    terminal.press("d")
    terminal.until(f"{UNIT}: statement 1 of {count}")


def test_one_key_a_statement_then_the_next_unit(
    ada: Path, start: Start, statements: list[str]
) -> None:
    terminal = start(ada, "assess", "--unit", UNIT, "--unit", "3.10")
    count = len(statements)
    into(terminal, count)
    for place, _ in enumerate(statements, 1):
        terminal.until(f"{UNIT}: statement {place} of {count}")
        terminal.press("2")
    terminal.until("unit 2 of 2", "saved 1")
    assert kept(ada) == dict.fromkeys(statements, "2")


def test_notes_marks_back_undo_and_jump_work_at_a_statement(
    ada: Path, start: Start, statements: list[str]
) -> None:
    terminal = start(ada, "assess", "--unit", UNIT, "--unit", "3.10")
    into(terminal, len(statements))
    terminal.press("f")
    terminal.until("! bring to supervision")
    terminal.press("e")
    terminal.until(
        "Note on statement 1, private (Tab: make it shared, Enter: keep, Esc: leave it):"
    )
    terminal.press(f"I freeze{ENTER}")
    terminal.until("private note: I freeze")
    terminal.press("3")
    terminal.until("statement 2 of")
    terminal.press("b")
    terminal.until("statement 1 of", "> 3")
    terminal.press("s")
    terminal.until("statement 2 of")
    terminal.press("z")
    terminal.until("statement 1 of", "Taken back.")
    assert kept(ada) == {}
    terminal.press("j")
    terminal.until("Go to unit (")
    terminal.press(f"{UNIT}/5{ENTER}")
    terminal.until("statement 5 of")
    terminal.press("1")
    terminal.until("statement 6 of")
    terminal.press(ESC)
    terminal.until("unit 1 of 2")
    assert kept(ada) == {statements[4]: "1"}


def test_it_goes_on_at_the_statement_where_it_stopped(
    ada: Path, start: Start, statements: list[str]
) -> None:
    first = start(ada, "assess", "--unit", UNIT, "--unit", "3.10")
    into(first, len(statements))
    first.press("2")
    first.until("statement 2 of")
    first.press("2")
    first.until("statement 3 of")
    first.kill()
    again = start(ada, "assess", "--unit", UNIT, "--unit", "3.10")
    again.until(f"{UNIT}: statement 3 of", "saved 0 and 2 statements")
    again.press("3")
    again.until("statement 4 of", "saved 0 and 3 statements")
    again.press(ESC)
    again.until(f"3 of its {len(statements)} statements answered")


def test_full_asks_every_statement_of_a_section(
    ada: Path, start: Start, framework: Framework
) -> None:
    terminal = start(ada, "assess", "--full", "--domain", "stance")
    every = [s.id for s in framework.by_id["1.1"].live_statements]
    for place, _ in enumerate(every, 1):
        terminal.until(f"statement {place} of {len(every)}")
        terminal.press("1")
    terminal.until("That was the last question.")
    terminal.press(ENTER)
    assert terminal.ended() == 0
    assert kept(ada) == dict.fromkeys(every, "1")


def test_the_review_shows_the_time_before_only_beside_a_new_answer(ada: Path, start: Start) -> None:
    first = start(ada, "assess", "--unit", UNIT)
    first.until("unit 1 of 1")
    first.press("1")
    first.until("That was the last question.")
    first.press(ENTER)
    assert first.ended() == 0
    again = start(ada, "assess", "--unit", UNIT)
    again.until("unit 1 of 1")
    again.press("r")
    again.until("Disclosure not answered")
    assert "before" not in again.words()
    again.press("k")
    again.until("unit 1 of 1")
    again.press("2")
    again.until("That was the last question.")
    again.press("r")
    again.until("with a check (before: with someone,")
    again.press("j")
    again.until("Go to unit (")
    again.press(f"{UNIT}{ENTER}")
    again.until("unit 1 of 1")
    again.press("3")
    again.until("That was the last question.")
    assert kept(ada) == {UNIT: "3"}


def test_a_correction_is_a_new_version_of_the_finished_answer(ada: Path, start: Start) -> None:
    first = start(ada, "assess", "--unit", UNIT)
    first.until("unit 1 of 1")
    first.press("1")
    first.until("That was the last question.")
    first.press(ENTER)
    assert first.ended() == 0
    again = start(ada, "assess", "--correct")
    again.until("What you have answered.", "with someone")
    again.press("j")
    again.until("Go to unit (")
    again.press(f"{UNIT}{ENTER}")
    again.until("unit 1 of 1")
    again.press("2")
    again.until("To correct your answers")
    again.press(ENTER)
    again.until(f"Changed: {UNIT}.")
    assert again.ended() == 0
    assert rows(ada, "SELECT code FROM rating ORDER BY id") == [("1",), ("2",)]
    assert rows(ada, "SELECT count(DISTINCT thing) FROM assessment") == [(1,)]


def test_a_supervisors_view_begins_with_what_was_seen(
    ada: Path, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Eight units logged as observed: at most thirty key presses from the first to the end."""
    units = ("1.1", "3.1", "3.2", "3.8", "3.9", "3.10", "3.13", "3.16")
    monkeypatch.setenv("HOME", str(ada))
    assert run(["init", "--name", "Lee Invented", "--role", "team leader"]) == 0
    for day, pair in enumerate(zip(units[::2], units[1::2], strict=True), 1):
        options = [word for unit in pair for word in ("--unit", unit)]
        what = ("--setting", "A visit", "--way", "watched", "--on", f"2026-11-0{day}")
        assert run(["log", "observation", "Ada", *what, *options, "--next-step", "More"]) == 0
    terminal = start(ada, "assess", "Ada", "--as", "supervisor")
    terminal.until("What have you seen of Ada Example's work?")
    presses = 0

    def press(key: str) -> None:
        nonlocal presses
        presses += 1
        terminal.press(key)

    press(ENTER)
    terminal.until("Lee Invented: view of", "saved 0, not seen 20")
    for place, _ in enumerate(units, 1):
        press("3")
        terminal.until("What does your answer rest on?")
        time.sleep(AFTER_ESCAPE)
        press("o" if place == 1 else ENTER)
        terminal.until(f"saved {place}, not seen 20")
    terminal.until("That was the last question.")
    press(ENTER)
    assert terminal.ended() == 0
    assert presses <= 30
    found = rows(ada, "SELECT item, basis FROM rating WHERE code = '3'")
    assert sorted(found) == sorted((unit, "O") for unit in units)
