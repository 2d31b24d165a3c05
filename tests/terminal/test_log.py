"""The training record at a real terminal: eight answers, five questions."""

from pathlib import Path

from tests.terminal.conftest import Start
from tests.terminal.terminal import DOWN, ENTER, rows

ENTRY = "SELECT title, way, items, text, next_step FROM entry"


def test_an_observation_in_eight_answers(ada: Path, start: Start) -> None:
    assert start(ada, "people", "add", "Bo Sample").ended() == 0
    terminal = start(ada, "log", "observation", "Bo", anew=True)
    for question, answer in (
        ("Where was it, doing what?", "A first visit"),
        ("How was it done?", DOWN * 3),
        ("Which units?", "3.13"),
        ("What was seen?", "He asked first."),
        ("What went well?", ""),
        ("What is the next step?", "Ask about the rush"),
        ("own word?", ""),
        ("3 on their own", "2"),
    ):
        terminal.until(question)
        terminal.press(answer)
        terminal.press(ENTER)
    terminal.until_said("Your view of 3.13 is kept too, as observed.")
    assert terminal.ended() == 0
    seen = ("A first visit", "watched", '["3.13"]', "He asked first.", "Ask about the rush")
    assert rows(ada, ENTRY) == [seen]
    assert rows(ada, "SELECT code, basis FROM rating") == [("2", "O")]


def test_preparing_in_five_questions(ada: Path, start: Start) -> None:
    held = ("--minutes", "60", "--on", "2026-01-05", "--action", "Ada: ring a bakery")
    assert start(ada, "log", "supervision", *held).ended() == 0
    terminal = start(ada, "prepare")
    terminal.until("1 What went well")
    terminal.press(f"A trial shift{ENTER}")
    terminal.until("2 Where did I get stuck?")
    terminal.press(ENTER)
    terminal.until("3 What I said I would do", "ring a bakery")
    terminal.press(f" {ENTER}")
    terminal.until("4 One thing I want")
    terminal.press(f"Watch me once{ENTER}")
    terminal.until("5 Shall we look at one unit?")
    terminal.press(f"3.8{ENTER}")
    terminal.until("Look at 3.8 on your own now?")
    terminal.press("n")
    assert terminal.ended() == 0
    kept = "SELECT went_well, own_word FROM entry WHERE kind = 'preparation'"
    assert rows(ada, kept) == [("A trial shift", "Watch me once")]
    assert rows(ada, "SELECT title FROM entry WHERE done IS NOT NULL") == [("ring a bakery",)]


def test_leaving_in_the_middle_keeps_nothing(ada: Path, start: Start) -> None:
    terminal = start(ada, "log", "training")
    terminal.until("What was it?")
    terminal.press(f"Rent{ENTER}")
    terminal.until("Which day?")
    terminal.press("\x03")
    terminal.until_said("What you answered just now was not kept")
    assert terminal.ended() == 130
    assert rows(ada, ENTRY) == []


def test_a_correction_shows_what_is_there_now(ada: Path, start: Start) -> None:
    assert start(ada, "log", "training", "--title", "Rent", "--hours", "1").ended() == 0
    terminal = start(ada, "log", "training", "--correct", "last")
    terminal.until("What would you like to change?", "What was it? Rent", "How many hours? 1")
    terminal.press(f" {ENTER}")
    terminal.until("What was it? Rent")
    terminal.press(f" and hours{ENTER}")
    terminal.until_said("Kept: training")
    assert terminal.ended() == 0
    assert rows(ada, "SELECT title, hours FROM entry") == [("Rent", 1.0), ("Rent and hours", 1.0)]
