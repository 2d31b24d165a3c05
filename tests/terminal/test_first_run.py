"""The first run: two questions, and nothing half-written when somebody stops at one of them."""

import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.terminal.conftest import CACHE, Start
from tests.terminal.terminal import CTRL_C, CTRL_D, DOWN, ENTER, UP, kept, rows

PLAIN = {"--plain": {}, "dumb": {"TERM": "dumb"}, "setting": {"IPSSKILLS_PLAIN": "yes"}}


@pytest.mark.parametrize(
    ("command", "prompt"),
    [
        ("assess", "name"),
        ("assess", "half a name"),
        ("assess", "role"),
        ("init", "role"),
        ("assess", "weeks"),
        ("init", "start"),
    ],
)
def test_ctrl_c_at_a_prompt_leaves_nothing_half_written(
    fresh: Path, start: Start, command: str, prompt: str
) -> None:
    terminal = start(fresh, command)
    terminal.until("What is your name?")
    if prompt != "name":
        terminal.press("Ada")
        terminal.until("name? Ada")
    if prompt in ("role", "weeks", "start"):
        terminal.press(ENTER)
        terminal.until("What do you do here?")
        terminal.press(DOWN)
    if prompt in ("weeks", "start"):
        terminal.press(ENTER)
        terminal.until("Are you in your first weeks here?", "three months in: a first look")
    if prompt == "start":
        terminal.press(DOWN)
        terminal.press(DOWN)
        terminal.press(ENTER)
        terminal.until("Which day did you start here?")
        terminal.press(f"9 Nov 2026{ENTER}")
        terminal.until("Who supervises you?")
        terminal.press("Lee")
    terminal.press(CTRL_C)
    assert terminal.ended() == 130
    terminal.until_said("Stopped. What was kept before is kept.")
    assert "Traceback" not in terminal.transcript
    assert _nothing_is_known(fresh)


@pytest.mark.parametrize("prompt", ["name", "role"])
@pytest.mark.parametrize("key", [CTRL_C, CTRL_D], ids=["Ctrl-C", "Ctrl-D"])
def test_stopping_at_a_plain_prompt_leaves_nothing_half_written(
    fresh: Path, start: Start, prompt: str, key: str
) -> None:
    terminal = start(fresh, "assess", "--plain")
    terminal.until("What is your name?")
    if prompt == "role":
        terminal.press("Ada\n")
        terminal.until("What do you do here?")
    terminal.press(key)
    assert terminal.ended() == 130
    assert _nothing_is_known(fresh)


@pytest.mark.parametrize("way", PLAIN)
def test_the_plain_first_run_is_lines_and_nothing_is_redrawn(
    fresh: Path, start: Start, way: str
) -> None:
    options = [way] if way.startswith("--") else []
    terminal = start(fresh, "assess", *options, env=PLAIN[way])
    terminal.until("What is your name?")
    terminal.press("\n")
    terminal.until_said("What is your name? Type a word or two, or press Ctrl-C to stop.")
    terminal.press("Ada Example\n")
    terminal.until("What do you do here? 1 employment specialist 2 team leader Type its number.")
    terminal.press("3\n")
    terminal.until_said("'3' is not one of the numbers. Type its number.")
    terminal.press("2\n")
    terminal.until_said(
        "Are you in your first weeks here? 1 No, or I know the job: say how you have worked"
    )
    terminal.press("\n")
    terminal.until_said("One number is needed. Type its number.")
    terminal.press("1\n")
    terminal.until_said("Who supervises you? (Enter leaves it open)")
    terminal.press("\n")
    terminal.until("Unit 1 of 28. 1.1 ", "or ? for help:")
    assert terminal.raw.count(b"\x1b") == 0
    assert rows(fresh, "SELECT name, role FROM person") == [("Ada Example", "team leader")]
    terminal.press("3\n")
    terminal.until("Unit 2 of 28.")
    assert terminal.raw.count(b"\x1b") == 0
    assert kept(fresh) == {"1.1": "3"}


def test_an_empty_name_is_asked_for_again(fresh: Path, start: Start) -> None:
    shutil.rmtree(fresh / CACHE)
    terminal = start(fresh, "assess", anew=True)
    terminal.until("What is your name?")
    terminal.press(ENTER)
    terminal.until("Type a word or two, or press Ctrl-C to stop.")
    terminal.press(f"Ada{ENTER}")
    terminal.until("What do you do here?")
    terminal.press(DOWN)
    terminal.press(UP)
    terminal.press(ENTER)
    terminal.until("Are you in your first weeks here?")
    terminal.press(ENTER)
    terminal.until("choose with the arrow keys", "Are you in your first weeks here?")
    terminal.press(DOWN)
    terminal.press(DOWN)
    terminal.press(ENTER)
    terminal.until(
        "here? Yes, up to three months in: a first look", "Which day did you start here?"
    )
    terminal.press(f"last spring{ENTER}")
    terminal.until("Write it like 2 Mar 2026")
    terminal.press(f"9 Nov 2020{ENTER}")
    terminal.until("Who supervises you?")
    terminal.press(f"ada{ENTER}")
    terminal.until("Nobody supervises themselves. Name somebody else.")
    terminal.press(f"Lee Invented{ENTER}")
    terminal.until_said("Lee Invented is not in the record yet, and is added as a team leader.")
    terminal.until("A first look", "unit 1 of 28", "Where are you starting from")
    people = "SELECT name, role, since FROM person ORDER BY id"
    assert rows(fresh, people) == [
        ("Lee Invented", "team leader", None),
        ("Ada", "employment specialist", "2020-11-09"),
    ]
    terminal.press("1")
    terminal.until("unit 2 of 28")
    terminal.press("q")
    assert terminal.ended() == 0
    terminal.until_said("Go on with: ipsskills assess --first-look")


def test_an_open_first_look_is_gone_on_with_at_enter(fresh: Path, start: Start) -> None:
    terminal = start(fresh, "init", "--name", "Ada", "--role", "team leader", "--first-weeks")
    terminal.until("Which day did you start here?")
    terminal.press(ENTER)
    terminal.until("Who supervises you?")
    terminal.press(ENTER)
    assert terminal.ended() == 0
    terminal = start(fresh, "assess", "--first-look")
    terminal.until("unit 1 of 28")
    terminal.press("1")
    terminal.until("unit 2 of 28")
    terminal.press("q")
    assert terminal.ended() == 0
    terminal = start(fresh, "assess")
    terminal.until("A first look is open, begun", "Go on with the first look")
    terminal.press(ENTER)
    terminal.until("A first look", "unit 2 of 28", "Where are you starting from")


def _nothing_is_known(home: Path) -> bool:
    """Whether neither the record nor the settings know anybody."""
    settings = list(home.rglob("settings.json"))
    known = [json.loads(path.read_text(encoding="utf-8"))["me"] for path in settings]
    files = [path for path in home.rglob("ipsskills.db") if path.stat().st_size]
    for path in files:
        record = sqlite3.connect(path)
        known += record.execute("SELECT name FROM person").fetchall()
        known += record.execute("SELECT id FROM assessment").fetchall()
        record.close()
    return not any(known)
