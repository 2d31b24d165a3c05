"""Killed at any moment: what was acknowledged is kept, and the interview goes on from there."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from ipsskills.framework.types import Framework, Unit
from tests.terminal.conftest import Start
from tests.terminal.terminal import ENTER, kept, report_of, rows
from tests.terminal.test_whole_interview import LAST, answers_of_all_kinds

KILLED, STOPPED = -9, 130


def list_moments(units: Sequence[Unit], answers: Mapping[str, str]) -> list[int]:
    """Return the places of answers to be killed after: one of each kind, and at either end.

    A kind is how it is asked and what is answered; `tests/record/test_crash.py` stops at many more
    moments, below the screen.
    """
    kinds = {(unit.asked_as, answers[unit.id]): place for place, unit in enumerate(units)}
    return sorted({0, *kinds.values(), len(units) - 1})


def test_killed_after_any_answer_goes_on_with_the_next_unit(
    ada: Path, start: Start, framework: Framework
) -> None:
    """An answer is acknowledged, the program killed, and started again for the next one."""
    asked = list(framework.asked())
    answers = answers_of_all_kinds(asked)
    units = list(answers)
    terminal = start(ada, "assess")
    done = 0
    for place in list_moments(asked, answers):
        terminal.until(f"unit {done + 1} of 28", f" {units[done]} ", f"saved {done}")
        for now in range(done, place + 1):
            terminal.press(answers[units[now]])
            terminal.until(f"unit {now + 2} of 28" if now + 1 < 28 else LAST)
        done = place + 1
        terminal.kill()
        assert terminal.ended() == KILLED
        assert kept(ada) == {item: answers[item] for item in units[: place + 1]}
        terminal = start(ada, "assess")
        answers_were = "1 answer was" if place == 0 else f"{place + 1} answers were"
        terminal.until_said(f"Going on where you stopped; {answers_were} kept from before.")
    assert rows(ada, "PRAGMA integrity_check") == [("ok",)]
    terminal.until(LAST, "saved 28")
    terminal.press(ENTER)
    assert terminal.ended() == 0
    assert {row["id"]: row["answer"] for row in report_of(ada)["answers"]} == answers


def test_killed_in_the_middle_of_keeping_loses_nothing_acknowledged(
    ada: Path, start: Start, framework: Framework
) -> None:
    """Killed right after a key, the answer is there or not, and all before it are.

    Python starts anew the first time only, with what writing needs still to be loaded.
    """
    units = [unit.id for unit in framework.asked()]
    sure: dict[str, str] = {}
    for time in range(3):
        terminal = start(ada, "assess", anew=time == 0)
        terminal.until(f"unit {len(sure) + 1} of 28")
        terminal.press("1")
        terminal.until(f"unit {len(sure) + 2} of 28")
        sure[units[len(sure)]] = "1"
        terminal.press("2")
        terminal.kill()
        now = kept(ada)
        assert now in (sure, sure | {units[len(sure)]: "2"})
        sure = now
        assert rows(ada, "PRAGMA integrity_check") == [("ok",)]


def test_killed_with_a_list_open_keeps_no_half_answer(ada: Path, start: Start) -> None:
    terminal = start(ada, "assess")
    terminal.until("unit 1 of 28")
    terminal.press("3")
    terminal.until("unit 2 of 28")
    terminal.press("x")
    terminal.until("Agreed outside this job: why?")
    terminal.kill()
    again = start(ada, "assess")
    assert "why?" not in again.until("unit 2 of 28")
    assert list(kept(ada).values()) == ["3"]


def test_interrupted_by_another_program_it_ends_as_other_commands_do(
    ada: Path, start: Start
) -> None:
    terminal = start(ada, "assess")
    terminal.until("unit 1 of 28")
    terminal.press("3")
    terminal.until("unit 2 of 28")
    terminal.interrupt()
    terminal.until_said("Stopped. What was kept before is kept.")
    assert terminal.ended() == STOPPED
    assert list(kept(ada).values()) == ["3"]
