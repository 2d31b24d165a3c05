"""A case thought through at a terminal: it waits, shows the points, and keeps what was written."""

from pathlib import Path

from tests.terminal.conftest import Start
from tests.terminal.terminal import BACKSPACE, ENTER, rows

WRITTEN = "I would ask what he wants to do."


def test_a_case_is_asked_and_what_was_written_is_kept(ada: Path, start: Start) -> None:
    terminal = start(ada, "framework", "vignette", "2.3")
    terminal.until("From the library to the doorstep", "What would you say or do?")
    assert "Points to look for" not in terminal.text()
    terminal.press(f"{WRITTEN}{ENTER}")
    terminal.until("What else?")
    terminal.press(ENTER)
    terminal.until("Points to look for", "NEXT", "Keep it as training")
    terminal.press(ENTER)
    terminal.until("How long did it take?")
    terminal.press(f"{BACKSPACE * 10}20{ENTER}")
    terminal.until("Kept: training", "Unit 2.3.")
    assert terminal.ended() == 0
    assert rows(ada, "SELECT way, text, round(hours * 60) FROM entry") == [
        ("vignette", WRITTEN, 20.0)
    ]
