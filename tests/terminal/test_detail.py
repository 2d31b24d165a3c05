"""Words that could tell who a client is, at a real terminal: shown, then kept, changed or left."""

from pathlib import Path

from tests.terminal.conftest import Start
from tests.terminal.terminal import BACKSPACE, DOWN, ENTER, rows

NOTES = (
    "SELECT text FROM note"
    " WHERE NOT EXISTS (SELECT 1 FROM note AS newer WHERE newer.replaces = note.id)"
)
TOLD = "Rang Sarah Okonkwo"


def test_a_note_at_the_screen(ada: Path, start: Start) -> None:
    terminal = start(ada, "assess", anew=True)
    terminal.until("unit 1 of 28")
    terminal.press("e")
    terminal.until("Note on 1.1")
    terminal.press(f"{TOLD}{ENTER}")
    terminal.until(
        "- Sarah Okonkwo (probably somebody's name)",
        "your own health",
        "k Keep it as it is",
        "d Leave it out",
    )
    assert rows(ada, NOTES) == []
    terminal.press("e")
    terminal.until("Note on 1.1", TOLD)
    terminal.press(f"{BACKSPACE * len('Sarah Okonkwo')}again{ENTER}")
    terminal.until("private note: Rang again")
    assert rows(ada, NOTES) == [("Rang again",)]
    terminal.press("e")
    terminal.until("Note on 1.1")
    terminal.press(f" with Bo Adeyemi{ENTER}")
    terminal.until("- Bo Adeyemi (probably somebody's name)")
    terminal.press("k")
    terminal.until("Rang again with Bo Adeyemi", "Note kept, private.")
    assert rows(ada, NOTES) == [("Rang again with Bo Adeyemi",)]
    terminal.press("q")
    assert terminal.ended() == 0


def test_a_note_in_plain_lines(ada: Path, start: Start) -> None:
    terminal = start(ada, "assess", "--plain")
    terminal.until_said("or ? for help:")
    terminal.press(f"e {TOLD}\r")
    terminal.until_said("- Sarah Okonkwo (probably somebody's name)")
    terminal.until_said("3 Leave it out")
    terminal.press("1\r")
    terminal.until_said("Your words:")
    terminal.press("Rang again\r")
    terminal.until_said("Note kept, private.")
    terminal.press("q\r")
    assert terminal.ended() == 0
    assert rows(ada, NOTES) == [("Rang again",)]


def test_words_for_a_plan(ada: Path, start: Start) -> None:
    terminal = start(ada, "plan", "add", "See employers", "--do", "Ring round", "--do", TOLD)
    terminal.until("- Sarah Okonkwo (probably somebody's name)", "your own health", "Leave it out")
    terminal.press(f"{DOWN}{DOWN}")
    terminal.press(ENTER)
    assert terminal.ended() == 0
    steps = "SELECT text FROM goal_activity"
    assert rows(ada, steps) == [("Ring round",)]
