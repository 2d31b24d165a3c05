"""The promise: 28 questions, 28 key presses, and exactly what was pressed is kept."""

import time
from collections.abc import Sequence
from pathlib import Path

from ipsskills.codes import Code, list_offered
from ipsskills.framework.types import Framework, Unit
from tests.terminal.conftest import Start
from tests.terminal.terminal import DOWN, ENTER, Terminal, kept, report_of, rows

LAST = "That was the last question."
AT_LEAST_BETWEEN_KEYS = 0.2


def test_28_units_take_28_key_presses(ada: Path, start: Start, framework: Framework) -> None:
    """At a person's pace, so that the gate against terminal noise is in force."""
    answers = answers_of_all_kinds(list(framework.asked()))
    assert len(answers) == 28
    assert set(answers.values()) == {"0", "1", "2", "3", "n"}
    terminal = start(ada, "assess", fast=False)
    presses = _asked_one_by_one(terminal, answers)
    assert presses == 28
    assert terminal.until(LAST)
    assert kept(ada) == answers

    time.sleep(AT_LEAST_BETWEEN_KEYS)
    terminal.press(ENTER)
    presses += 1
    assert terminal.ended() == 0
    assert presses <= 32
    assert "Ada Example: your view on" in terminal.transcript

    told = {row["id"]: row["answer"] for row in report_of(ada)["answers"]}
    assert told == answers


def test_the_first_run_asks_four_things_and_nothing_else(
    fresh: Path, start: Start, framework: Framework
) -> None:
    first = next(framework.asked())
    terminal = start(fresh, "assess")
    terminal.until("What is your name?")
    terminal.press(f"Ada Example{ENTER}")
    terminal.until("What do you do here?", "employment specialist", "team leader")
    terminal.press(DOWN)
    terminal.press(ENTER)
    terminal.until("Are you in your first weeks here?")
    terminal.press(DOWN)
    terminal.press(ENTER)
    terminal.until("Who supervises you?")
    terminal.press(ENTER)
    terminal.until("unit 1 of 28", first.title)
    asked = [line for line in terminal.transcript.split("\n") if line.lstrip().startswith("? ")]
    assert {line.split("?")[1].strip() for line in asked} == {
        "What is your name",
        "What do you do here",
        "Are you in your first weeks here",
        "Who supervises you",
    }
    assert rows(fresh, "SELECT name, role FROM person") == [("Ada Example", "team leader")]
    terminal.press("3")
    terminal.until("unit 2 of 28")
    assert kept(fresh) == {first.id: "3"}


def test_what_is_kept_is_said_before_anything_is_asked(fresh: Path, start: Start) -> None:
    terminal = start(fresh, "assess")
    terminal.until("What is your name?")
    assert "Write nothing you would not want read out." in " ".join(terminal.transcript.split())


def test_the_ten_areas_are_offered_at_the_end(
    ada: Path, start: Start, framework: Framework
) -> None:
    areas = [unit for unit in framework.asked(areas=True) if unit.domain == "meta"]
    assert [unit.id for unit in areas] == [f"M{n}" for n in range(1, 11)]
    answers = answers_of_all_kinds(list(framework.asked()))
    terminal = start(ada, "assess")
    terminal.until("unit 1 of 28")
    terminal.press("".join(answers.values()))
    terminal.until(LAST, "m finish, then ten short questions on judgement")
    terminal.press("m")
    more = answers_of_all_kinds(areas)
    presses = _asked_one_by_one(terminal, more, pace=0.0)
    assert presses == 10
    screen = terminal.until(LAST)
    assert "ten short questions" not in screen
    terminal.press(ENTER)
    assert terminal.ended() == 0
    assert kept(ada) == answers | more
    told = {row["id"]: row["answer"] for row in report_of(ada)["answers"]}
    assert told == answers | more
    states = rows(ada, "SELECT state, json_array_length(scope) FROM assessment")
    assert states.count(("finished", 28)) == 1
    assert states.count(("finished", 10)) == 1


def test_the_areas_are_not_asked_unless_they_are_chosen(
    ada: Path, start: Start, framework: Framework
) -> None:
    terminal = start(ada, "assess")
    terminal.until("unit 1 of 28")
    terminal.press("3" * 28)
    terminal.until(LAST)
    terminal.press(ENTER)
    assert terminal.ended() == 0
    assert rows(ada, "SELECT COUNT(DISTINCT thing) FROM assessment") == [(1,)]


def test_the_areas_are_not_offered_after_a_part(ada: Path, start: Start) -> None:
    terminal = start(ada, "assess", "--unit", "3.8")
    terminal.until("unit 1 of 1")
    terminal.press("2")
    assert "ten short questions" not in terminal.until(LAST)
    terminal.press("m")
    terminal.until("Enter finishes.")
    terminal.press(ENTER)
    assert terminal.ended() == 0


def answers_of_all_kinds(units: Sequence[Unit]) -> dict[str, str]:
    """Return an answer of one key for each unit, going round all that the units offer."""
    one_key = [[c for c in list_offered(unit.asked_as) if c is not Code.OUTSIDE] for unit in units]
    return {
        unit.id: codes[place % len(codes)].value
        for place, (unit, codes) in enumerate(zip(units, one_key, strict=True))
    }


def _asked_one_by_one(
    terminal: Terminal, answers: dict[str, str], pace: float = AT_LEAST_BETWEEN_KEYS
) -> int:
    """Answer each unit when it is on the screen; return how many keys that took."""
    presses = 0
    for place, (item, code) in enumerate(answers.items(), 1):
        terminal.until(f"unit {place} of {len(answers)}", f" {item} ")
        time.sleep(pace)
        terminal.press(code)
        presses += 1
    return presses
