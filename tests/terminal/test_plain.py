"""The interview in plain lines, in a terminal: the same answers come to the same assessment."""

import csv
import shutil
from pathlib import Path

import pytest

from ipsskills.codes import Code, list_offered
from ipsskills.framework.types import Framework
from tests.terminal.conftest import Start
from tests.terminal.terminal import CTRL_C, CTRL_D, ENTER, TAB, Terminal, kept, report_of, rows

REASON = "agreed"
LAST = "That was the last question."


@pytest.fixture
def answers(framework: Framework) -> dict[str, str]:
    """Return an answer to every unit, of all the kinds there are."""
    found = {}
    for place, unit in enumerate(framework.asked()):
        codes = list_offered(unit.asked_as)
        found[unit.id] = codes[place % len(codes)].value
    assert set(found.values()) == {"0", "1", "2", "3", "n", "x"}
    return found


def test_every_way_of_answering_comes_to_the_same(
    tmp_path: Path, ada: Path, start: Start, answers: dict[str, str]
) -> None:
    """By key presses, in plain lines asked for or taken by itself, and from a form filled in."""
    plain, dumb, file = (shutil.copytree(ada, tmp_path / n) for n in ("plain", "dumb", "file"))
    _by_key_presses(start(ada, "assess"), answers)
    _in_plain_lines(start(plain, "assess", "--plain"), answers)
    _in_plain_lines(start(dumb, "assess", env={"TERM": "dumb"}), answers)
    form = file / "answers.csv"
    assert start(file, "assess", "--blank", str(form)).ended() == 0
    _fill_in(form, answers)
    assert start(file, "assess", "--from", str(form)).ended() == 0
    told = report_of(ada)
    assert {row["id"]: row["answer"] for row in told["answers"]} == answers
    for home in (plain, dumb, file):
        assert report_of(home) == told
        assert kept(home) == answers


def _by_key_presses(terminal: Terminal, answers: dict[str, str]) -> None:
    for place, (item, code) in enumerate(answers.items(), 1):
        terminal.until(f"unit {place} of 28", f" {item} ")
        if item == "3.8":
            for keys, shown in (
                ("f", "! bring to supervision"),
                ("w", "* could show a colleague"),
                ("e", "Note on 3.8"),
                (f"{TAB}Asked Sam, café{ENTER}", "shared note: Asked Sam, café"),
                ("y2", "behind it: time or caseload"),
                ("or", "rests on: record or work product"),
            ):
                terminal.press(keys)
                terminal.until(shown)
        terminal.press(code)
        if code == Code.OUTSIDE:
            terminal.until("Agreed outside this job: why?")
            terminal.press("5")
    terminal.until(LAST)
    terminal.press(ENTER)
    assert terminal.ended() == 0


def _in_plain_lines(terminal: Terminal, answers: dict[str, str]) -> None:
    for place, (item, code) in enumerate(answers.items(), 1):
        terminal.until_said(f"Unit {place} of 28. {item} ")
        if item == "3.8":
            for line in ("f", "w", "e! Asked Sam, café", "y time", "o"):
                terminal.press(f"{line}\n")
            terminal.until_said("Type a number, b to leave it as it was")
            terminal.press("2\n")
        terminal.press(f"x {REASON}\n" if code == Code.OUTSIDE else f"{code}\n")
    terminal.until_said(f"{LAST} Enter: finish.")
    terminal.press("\n")
    assert terminal.ended() == 0
    assert b"\x1b" not in terminal.raw.split(LAST.encode())[0]


def _fill_in(form: Path, answers: dict[str, str]) -> None:
    with form.open(encoding="utf-8-sig", newline="") as file:
        table = list(csv.DictReader(file))
    assert [row["id"] for row in table] == list(answers)
    for row in table:
        row["answer"] = answers[row["id"]]
        row["reason"] = REASON if row["answer"] == Code.OUTSIDE else ""
        if row["id"] == "3.8":
            row |= {"bring": "yes", "show": "yes", "behind": "time", "basis": "R"}
            row |= {"note": "Asked Sam, café", "shared": "yes"}
    with form.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, table[0].keys())
        writer.writeheader()
        writer.writerows(table)


def test_plain_is_never_redrawn_and_offers_the_areas(ada: Path, start: Start) -> None:
    terminal = start(ada, "assess", "--plain")
    for place in range(1, 29):
        terminal.until_said(f"Unit {place} of 28. ")
        terminal.press("3\n")
    terminal.until_said("m: finish, then ten short questions on judgement.")
    terminal.press("m\n")
    for place in range(1, 11):
        terminal.until_said(f"Unit {place} of 10. M{place} ")
        terminal.press("2\n")
    terminal.until_said(f"{LAST} Enter: finish. r: read over. b: back. q: finish later.")
    terminal.press("finish\n")
    assert terminal.ended() == 0
    assert "\x1b[2J" not in terminal.raw.decode()
    assert "\x1b[?1049h" not in terminal.raw.decode()
    assert len(kept(ada)) == 38


def test_a_slip_is_answered_on_the_spot(ada: Path, start: Start) -> None:
    terminal = _plain(ada, start)
    for line, said in (
        ("7", "'7' does nothing here. Type ? for help."),
        ("n", "n is not offered for this question."),
        ("3 because of May", "'3' takes no words. A note is a line of its own: e your words."),
        ("j 9.9", "9.9 is not part of this assessment."),
        ("j", "Write what you are looking for on the same line: j 3.8, or / benefits."),
        ("/zeppelin", "Nothing found for 'zeppelin'."),
        ("/ benefits and", "3.7 "),
        ("e", "Write the note on the same line: e your words. To share it: e! your words."),
        ("x nobody", "'nobody' is not on the list."),
        ("b", "Answer 3"),
        ("e a\x02b", "control characters cannot be kept"),
        ("?", "finish later; everything is kept"),
        ("d", "An ability to show belief in a client's wish to work"),
    ):
        terminal.forget()
        terminal.press(f"{line}\n")
        terminal.until_said(said)
        terminal.until_said("or ? for help:" if line != "x nobody" else "Type a number, b")
    assert kept(ada) == {}
    terminal.forget()
    terminal.press("3.10 2\n")
    terminal.until_said("Unit 23 of 28.")
    assert kept(ada) == {"3.10": "2"}


@pytest.mark.parametrize("way", ["Q\n", CTRL_C, CTRL_D], ids=["q", "Ctrl-C", "Ctrl-D"])
def test_leaving_plain_lines_keeps_everything_and_says_how_to_go_on(
    ada: Path, start: Start, way: str
) -> None:
    terminal = _plain(ada, start)
    terminal.press("3\n")
    terminal.until_said("Unit 2 of 28.")
    terminal.press(way)
    assert terminal.ended() == 0
    terminal.until_said(
        "Everything is kept; 27 questions are left. Go on with: ipsskills assess --plain"
    )
    again = start(ada, "assess", "--plain")
    again.until_said("Going on where you stopped; 1 answer was kept from before.")
    again.until_said("Unit 2 of 28.")
    assert kept(ada) == {"1.1": "3"}


def test_the_setting_is_remembered(ada: Path, start: Start) -> None:
    assert start(ada, "settings", "plain", "yes").ended() == 0
    terminal = start(ada, "assess", anew=True)
    terminal.until_said("or ? for help:")
    assert b"\x1b" not in terminal.raw
    assert rows(ada, "SELECT COUNT(*) FROM rating") == [(0,)]


def _plain(ada: Path, start: Start) -> Terminal:
    terminal = start(ada, "assess", "--plain")
    terminal.until_said("Unit 1 of 28.")
    terminal.until_said("or ? for help:")
    return terminal
