"""What each key of the interview does, on a real screen."""

import time
from pathlib import Path

import pytest

from ipsskills.cli.interview.keys import KEYS
from ipsskills.framework.types import Framework
from tests.terminal.conftest import Start
from tests.terminal.terminal import (
    BACKSPACE,
    CTRL_C,
    DOWN,
    ENTER,
    ESC,
    PAGE_DOWN,
    PAGE_UP,
    TAB,
    UP,
    Terminal,
    kept,
    report_of,
    rows,
)

AFTER_ESCAPE = 0.2  # no key acts sooner after an arrow or Esc
NOTES = (
    "SELECT text, shared FROM note"
    " WHERE NOT EXISTS (SELECT 1 FROM note AS newer WHERE newer.replaces = note.id)"
)
ANSWERS = (
    "SELECT item, {} FROM rating"
    " WHERE NOT EXISTS (SELECT 1 FROM rating AS newer WHERE newer.replaces = rating.id)"
    " ORDER BY item"
)


@pytest.fixture
def terminal(ada: Path, start: Start) -> Terminal:
    """Return an interview at its first question."""
    opened = start(ada, "assess")
    opened.until("unit 1 of 28")
    return opened


def now(home: Path, *fields: str) -> list[tuple[object, ...]]:
    """Return fields of the answers in force, by unit."""
    return rows(home, ANSWERS.format(", ".join(fields)))


def test_back_shows_the_answer_given_and_takes_another(ada: Path, terminal: Terminal) -> None:
    terminal.press("31")
    terminal.until("unit 3 of 28")
    terminal.press("b")
    terminal.until("unit 2 of 28", "> 1 I know the main ideas")
    terminal.press(BACKSPACE)
    terminal.until("unit 1 of 28", "> 3 Yes, under pressure too")
    terminal.press("b")
    terminal.until("This is the first question.")
    terminal.press("2")
    assert ">" not in terminal.until("unit 3 of 28")
    assert kept(ada) == {"1.1": "2", "1.2": "1"}
    terminal.press("bb2")  # the same answer again is nothing new
    terminal.until("unit 3 of 28")
    assert rows(ada, "SELECT COUNT(*) FROM rating") == [(3,)]


def test_skip_goes_on_and_the_end_names_what_is_open(ada: Path, terminal: Terminal) -> None:
    terminal.press("s")
    terminal.until("unit 2 of 28", "saved 0")
    terminal.press(" ")
    terminal.until("unit 3 of 28", "saved 0")
    terminal.press("b" + "3" * 27)
    terminal.until(
        "That was the last question.", "Not answered: 1.1 Stance and values.", "saved 27"
    )
    terminal.press("q")
    assert terminal.ended() == 0
    terminal.until_said("Everything is kept; 1 question is left. Go on with: ipsskills assess")
    assert "1.1" not in kept(ada)


def test_jump_goes_to_a_unit_by_its_number(
    ada: Path, terminal: Terminal, framework: Framework
) -> None:
    terminal.press("j")
    terminal.until("Go to unit (")
    terminal.press(f"3.10{ENTER}")
    terminal.until("unit 22 of 28", " 3.10 ")
    terminal.press("2")
    terminal.until("unit 23 of 28")
    assert kept(ada) == {"3.10": "2"}
    terminal.press("j")
    terminal.until("Go to unit (")
    terminal.press(ENTER)
    terminal.until_gone("Go to unit (")
    assert "not part" not in terminal.until("unit 23 of 28")
    for typed, said in (("m1", "M1 is not part"), ("4.1", "4.1 is not part")):
        terminal.press("j")
        terminal.until("Go to unit (")
        terminal.press(typed + ENTER)
        terminal.until(said, "unit 23 of 28")
    terminal.press("j")
    terminal.until("Go to unit (")
    terminal.press(f"3.8{ESC}")
    terminal.until_gone("Go to unit (")
    terminal.until("unit 23 of 28")


def test_search_lists_units_and_a_number_goes_there(terminal: Terminal) -> None:
    terminal.press("/")
    terminal.until("Find (")
    terminal.press(f"BENEFITS and{ENTER}")
    shown = terminal.until("Press a number to go there.", "3.7")
    number = next(line.split()[0] for line in shown.split("\n") if " 3.7 " in line)
    terminal.press(number)
    terminal.until("unit 19 of 28", " 3.7 ")
    terminal.press("/")
    terminal.until("Find (")
    terminal.press(f"zeppelin{ENTER}")
    terminal.until("Nothing found for 'zeppelin'.", "unit 19 of 28")
    terminal.press("/")
    terminal.until("Find (")
    terminal.press(f"work{ENTER}")
    terminal.until(" 9 ", "more match")
    terminal.press(ENTER)
    terminal.until("unit 19 of 28")


def test_undo_takes_back_the_last_thing_kept(ada: Path, terminal: Terminal) -> None:
    terminal.press("z")
    terminal.until("There is nothing to take back.")
    terminal.press("32")
    terminal.until("unit 3 of 28")
    terminal.press("z")
    terminal.until("unit 2 of 28", "Taken back.")
    assert kept(ada) == {"1.1": "3"}
    terminal.press("z")
    terminal.until("unit 1 of 28", "Taken back.")
    assert kept(ada) == {}
    terminal.press("f")
    terminal.until("! bring to supervision")
    terminal.press("z")
    terminal.until_gone("! bring to supervision")
    assert now(ada, "bring", "code") == [("1.1", 0, None), ("1.2", 0, None)]


def test_a_note_is_private_unless_tab_shares_it(ada: Path, terminal: Terminal) -> None:
    terminal.press("e")
    terminal.until("Note on 1.1, private (Tab: make it shared, Enter: keep, Esc: leave it):")
    terminal.until("Name no client, not even by first name: the check for names misses many.")
    terminal.press(f"Ask about the café{ENTER}")
    terminal.until("private note: Ask about the café", "Note kept, private.")
    assert rows(ada, NOTES) == [("Ask about the café", 0)]
    terminal.press("e")
    terminal.until("Note on 1.1, private")
    terminal.press(TAB)
    terminal.until("Note on 1.1, shared")
    terminal.press(f"!{ENTER}")
    terminal.until("shared note: Ask about the café!")
    assert rows(ada, NOTES) == [("Ask about the café!", 1)]
    terminal.press("e")
    terminal.until("Note on 1.1, shared")
    terminal.press(f" Never kept{ESC}")
    terminal.until_gone("Note on")
    assert rows(ada, NOTES) == [("Ask about the café!", 1)]
    time.sleep(AFTER_ESCAPE)
    terminal.press("e")
    terminal.until("Note on")
    terminal.press(BACKSPACE * 19 + ENTER)
    assert "shared note" not in terminal.until("Note taken back.")
    assert rows(ada, NOTES) == [("", 0)]


def test_only_shared_notes_are_in_the_report(ada: Path, terminal: Terminal) -> None:
    for place, (keys, code) in enumerate(((f"mine{ENTER}", "3"), (f"{TAB}ours{ENTER}", "2")), 1):
        terminal.until(f"unit {place} of 28")
        terminal.press("e")
        terminal.until("Note on")
        terminal.press(keys)
        terminal.until("Note kept, ")
        terminal.press(code)
    terminal.until("unit 3 of 28")
    terminal.press("3" * 26)
    terminal.until("That was the last question.")
    terminal.press(ENTER)
    assert terminal.ended() == 0
    notes = {row["id"]: row["note"] for row in report_of(ada)["answers"] if row["note"]}
    assert notes == {"1.2": "ours"}


def test_a_note_that_cannot_be_kept_stays_to_be_mended(ada: Path, terminal: Terminal) -> None:
    terminal.press("e")
    terminal.until("Note on")
    terminal.press("half\x1ahalf")
    terminal.until("half^Zhalf")
    terminal.press(ENTER)
    terminal.until("control characters cannot be kept", "half^Zhalf")
    terminal.press(BACKSPACE * 5 + ENTER)
    terminal.until("private note: half")
    assert rows(ada, NOTES) == [("half", 0)]
    terminal.press("e")
    terminal.until("Note on")
    terminal.press(f" q 3? x/z B{ENTER}")
    terminal.until("private note: half q 3? x/z B", "unit 1 of 28")
    assert kept(ada) == {}


def test_marks_are_set_shown_and_cleared(ada: Path, terminal: Terminal) -> None:
    terminal.press("f")
    terminal.until("! bring to supervision")
    terminal.press("w")
    terminal.until("! bring to supervision * could show a colleague")
    assert now(ada, "bring", "show", "code") == [("1.1", 1, 1, None)]
    terminal.press("3")
    terminal.until("unit 2 of 28")
    assert now(ada, "bring", "show", "code") == [("1.1", 1, 1, "3")]
    terminal.press("b")
    terminal.until("unit 1 of 28", "! bring to supervision * could show a colleague")
    terminal.press("f")
    terminal.until_gone("! bring")
    terminal.press("w")
    terminal.until_gone("* could")
    assert now(ada, "bring", "show", "code") == [("1.1", 0, 0, "3")]


def test_what_is_behind_it_is_chosen_from_a_list(ada: Path, terminal: Terminal) -> None:
    terminal.press("y")
    terminal.until("What is behind it?", "1 Need to learn", "team, meetings, record, room")
    terminal.press("9")
    terminal.until("Choose one of 1 2 3 4, or press Esc.")
    terminal.press("2")
    terminal.until("behind it: time or caseload", "unit 1 of 28")
    assert now(ada, "behind", "code") == [("1.1", "time", None)]


def test_the_basis_is_chosen_by_its_letter(ada: Path, terminal: Terminal) -> None:
    terminal.press("o")
    terminal.until("What does your answer rest on?", "o Observed", "m From memory")
    terminal.press("z")
    terminal.until("Choose one of o r f m, or press Esc.")
    terminal.press("F")
    terminal.until("rests on: feedback", "unit 1 of 28")
    assert now(ada, "basis", "code") == [("1.1", "F", None)]
    terminal.press("2")
    terminal.until("unit 2 of 28")
    assert now(ada, "basis", "code") == [("1.1", "F", "2")]


def test_esc_leaves_a_list_as_it_was(ada: Path, terminal: Terminal) -> None:
    for key in "yox":
        terminal.press(key)
        terminal.until("Esc leaves it as it was")
        terminal.press(ESC)
        terminal.until("unit 1 of 28", "x Agreed outside this job", "? all keys")
        time.sleep(AFTER_ESCAPE)
    assert now(ada, "code") == []


def test_x_asks_for_its_reason(ada: Path, terminal: Terminal) -> None:
    terminal.press("x")
    terminal.until("Agreed outside this job: why?", "5 Agreed with my manager (no detail)")
    assert kept(ada) == {}
    terminal.press("5")
    terminal.until("unit 2 of 28")
    assert now(ada, "code", "reason") == [("1.1", "x", "agreed")]
    terminal.press("b")
    terminal.until("> x Agreed outside this job")
    terminal.press("3")
    terminal.until("unit 2 of 28")
    assert now(ada, "code", "reason") == [("1.1", "3", None)]


def test_capital_letters_do_the_same(ada: Path, terminal: Terminal) -> None:
    terminal.press("X")
    terminal.until("why?")
    terminal.press("1")
    terminal.until("unit 2 of 28")
    terminal.press("S")
    terminal.until("unit 3 of 28")
    terminal.press("F")
    terminal.until("! bring")
    terminal.press("D")
    terminal.until("what this covers")
    terminal.press("D")
    terminal.until("1.3: statement 1 of")
    terminal.press("D")
    terminal.until("what this covers")
    terminal.press("D")
    terminal.until("1.3: statement 1 of")
    terminal.press(ESC)
    terminal.until("unit 3 of 28")
    time.sleep(AFTER_ESCAPE)
    terminal.press("Z")
    terminal.until("Taken back.")
    terminal.press("J")
    terminal.until("Go to unit (")
    terminal.press(f"3.1{ENTER}")
    terminal.until("unit 13 of 28")
    terminal.press("N")
    terminal.until("unit 14 of 28")
    assert kept(ada) == {"1.1": "x", "3.1": "n"}
    terminal.press("Q")
    assert terminal.ended() == 0


def test_an_unbound_key_says_so(ada: Path, terminal: Terminal) -> None:
    for key in ("k", "7", "é", TAB, ENTER, DOWN, "\x1b[C", "\x1bOP", "\x1b[3~", "\x01"):
        named = key if key.isprintable() else "That key"
        terminal.press(key)
        terminal.until(f"{named} does nothing here. ? shows the keys.", "unit 1 of 28")
        time.sleep(AFTER_ESCAPE)
        terminal.press("z")
        terminal.until("There is nothing to take back.")
    assert kept(ada) == {}


def test_an_answer_that_is_not_offered_says_so(ada: Path, terminal: Terminal) -> None:
    for key in "nNu":
        terminal.press(key)
        terminal.until(f"{key.lower()} is not offered for this question.", "unit 1 of 28")
        terminal.press("3")
        terminal.until("unit 2 of 28")
        terminal.press("z")
        terminal.until("unit 1 of 28")
    assert kept(ada) == {}


def test_help_lists_every_key(terminal: Terminal) -> None:
    terminal.press("?")
    shown = terminal.until("Keys (capitals do the same)", "Any key goes back.")
    for key in KEYS:
        assert f" {key.key}  " in shown
        assert key.help in shown
    terminal.press("3")
    terminal.until("unit 1 of 28", "saved 0")


def test_statements_can_be_scrolled_to_their_end(terminal: Terminal, framework: Framework) -> None:
    unit = framework.by_id["1.1"]
    terminal.press("d")
    terminal.until("what this covers", "scroll. d answers them. Any other key goes back.")
    seen = terminal.words()
    for _ in range(3):
        terminal.press(DOWN)
    terminal.until_gone("what this covers")
    for _ in range(12):
        before = terminal.text()
        if "Any other key goes back. Arrow" in terminal.words():
            break
        terminal.press(PAGE_DOWN)
        terminal.until_gone(next(line.strip() for line in before.split("\n") if line))
        seen += " " + terminal.words()
    terminal.until("Any other key goes back. Arrow")
    seen = "".join(seen.split())
    for statement in unit.live_statements:
        for text in (statement.text, *statement.points):
            last_words = "".join(text.split())[-20:]
            assert last_words in seen
    bottom = terminal.text()
    terminal.press(DOWN)
    terminal.press(UP)
    terminal.until_gone("Any other key goes back. Arrow")
    terminal.press(DOWN)
    assert terminal.until("Any other key goes back. Arrow") == bottom
    for _ in range(12):
        terminal.press(PAGE_UP)
    terminal.until("1.1 Practitioner's stance")
    time.sleep(AFTER_ESCAPE)
    terminal.press("x")
    terminal.until("unit 1 of 28", "Agreed outside this job", "saved 0")


def test_a_page_is_laid_out_again_when_the_window_changes(terminal: Terminal) -> None:
    terminal.resize(120, 40)
    terminal.press("d")
    terminal.when(lambda: any(len(line) > 80 for line in terminal.screen()), "wide lines")
    terminal.until("what this covers")
    terminal.resize(80, 24)
    terminal.until("and by carrying it forward on days when the client has lost hope")


@pytest.mark.parametrize("key", ["q", CTRL_C], ids=["q", "Ctrl-C"])
def test_leaving_keeps_everything_and_says_how_to_go_on(
    ada: Path, start: Start, terminal: Terminal, key: str
) -> None:
    """Both mean "finish later", so both end well."""
    terminal.press("32f")
    terminal.until("unit 3 of 28", "! bring to supervision")
    terminal.press(key)
    assert terminal.ended() == 0
    terminal.until_said("Everything is kept; 26 questions are left. Go on with: ipsskills assess")
    assert now(ada, "code", "bring") == [("1.1", "3", 0), ("1.2", "2", 0), ("1.3", None, 1)]
    again = start(ada, "assess")
    again.until_said("Going on where you stopped; 2 answers were kept from before.")
    again.until("unit 3 of 28", "! bring to supervision")


@pytest.mark.parametrize("keys", ["d", "x", "j"])
def test_ctrl_c_leaves_from_everywhere(ada: Path, terminal: Terminal, keys: str) -> None:
    terminal.press(keys)
    terminal.until_gone("b back s skip z undo q finish later ? all keys saved 0")
    terminal.press(CTRL_C)
    assert terminal.ended() == 0
    terminal.until_said("Everything is kept; 28 questions are left.")


def test_ctrl_c_keeps_the_note_being_written(ada: Path, terminal: Terminal) -> None:
    terminal.press("e")
    terminal.until("Note on")
    terminal.press("Half a thought")
    terminal.until("Half a thought")
    terminal.press(CTRL_C)
    assert terminal.ended() == 0
    assert rows(ada, NOTES) == [("Half a thought", 0)]


def test_b_at_the_end_goes_back_and_enter_finishes(ada: Path, terminal: Terminal) -> None:
    terminal.press("3" * 28)
    terminal.until("That was the last question.", "Enter finish, and see where you are")
    terminal.press("3")
    terminal.until("Enter finishes. b goes back. q finishes later.")
    terminal.press("b")
    terminal.until("unit 28 of 28", "> 3 On my own")
    terminal.press("1")
    terminal.until("That was the last question.")
    terminal.press(ENTER)
    assert terminal.ended() == 0
    assert kept(ada)["3.16"] == "1"


def test_the_screen_is_put_back_as_it_was(terminal: Terminal) -> None:
    terminal.press("q")
    assert terminal.ended() == 0
    assert "unit 1 of 28" not in terminal.text()
    assert terminal.text().strip().endswith("Go on with: ipsskills assess")
