"""A goal from draft to done at a terminal: picked, changed, looked at again, finished."""

from pathlib import Path

import pytest

from tests.terminal.conftest import Start
from tests.terminal.terminal import DOWN, ENTER, Terminal, rows

ANSWERS = "3" * 19 + "1" + "3" * 4 + "n" + "3" * 3  # 3.8 with someone, 3.13 no chance yet
CTRL_U = "\x15"


@pytest.fixture
def looked(ada: Path, start: Start) -> Path:
    """Let Ada have answered the 28 units."""
    terminal = start(ada, "assess")
    terminal.until("unit 1 of 28")
    terminal.press(ANSWERS)
    terminal.until("That was the last question.")
    terminal.press(ENTER)
    assert terminal.ended() == 0
    return ada


def on_one_screen(terminal: Terminal, *told: str) -> None:
    """Wait for the end; what was done, and what is next, stands on one screen."""
    assert terminal.ended() == 0
    terminal.until(*told, "ipsskills plan show the whole plan")


def test_a_goal_from_draft_to_done(looked: Path, start: Start) -> None:
    terminal = start(looked, "plan", "draft")
    terminal.until("Which would you like to look at?", "3.13 (a chance to arrange) Walk into")
    terminal.press(ENTER)
    terminal.until("To bring:", "We will know when: I can", "Work on 3.8 Disclosure?")
    terminal.press(ENTER)
    on_one_screen(terminal, "1. Have words ready when an employer asks")

    terminal = start(looked, "plan", "edit", "1")
    terminal.until("What would you like to change?", "Step 1.1:", "Add a step")
    terminal.press(f" {DOWN * 5} {ENTER}")
    terminal.until("done (2 selections)", "The goal, in words: Have words ready")
    terminal.press(f"{CTRL_U}Have words ready, and stay calm{ENTER}")
    terminal.until("What about step 1.1?", "Change it", "Take it off the plan")
    terminal.press(f"{DOWN}{ENTER}")
    terminal.until("Take step 1.1 off the plan?", "(y/N)")
    terminal.press("y")
    on_one_screen(terminal, "Changed: goal 1, Have words ready, and stay calm", "1.2")

    terminal = start(looked, "plan", "review", "1")
    terminal.until("What do you see now?")
    terminal.press(f"Two talks so far; still hard on the phone.{ENTER}")
    on_one_screen(terminal, "Two talks so far; still hard on the phone.")

    terminal = start(looked, "plan", "done", "1", "--changed", "I ask first what they want told.")
    on_one_screen(terminal, "FINISHED", "I ask first what they want told. (goal 1,")
    kept = rows(looked, "SELECT state FROM goal ORDER BY at, id")
    assert [state for (state,) in kept] == ["draft", "draft", "draft", "done"]
