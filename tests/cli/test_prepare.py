"""Five questions by prompts or in one line; what is due."""

import json
import re
from collections.abc import Callable
from pathlib import Path

from tests.cases import try_each
from tests.cli.test_log import Run, at_terminal, entries
from tests.conftest import Ran
from tests.service import is_plain

__all__ = ["at_terminal"]


def test_in_one_line(lived: Path, run: Run) -> None:
    ran = run("prepare", "--well", "A trial shift", "--want", "Watch me", "--unit", "3.10")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "Kept for the agenda. Went well: A trial shift. Wants: Watch me. To look at: unit 3.10.\n"
        "To change it: ipsskills prepare\n"
        "Next: ipsskills agenda\n"
    )
    told = run("agenda").out
    assert ": A trial shift" in told
    assert re.search(r"One thing wanted \(\d+ \w+\): Watch me", told)


def test_an_area_to_look_at_keeps_its_capital(lived: Path, run: Run) -> None:
    assert "To look at: unit M1.\n" in run("prepare", "--unit", "m1").out


def test_five_questions(lived: Path, run: Run, at_terminal: Callable[..., None]) -> None:
    run("log", "supervision", "--minutes", "60", "--on", "2025-12-01", "--action", "Ada: ring")
    at_terminal("A shift.", "", "1", "Watch me.", "9.9", "3.8", "no")
    ran = run("prepare")
    assert ran.code == 0, ran.err
    assert ran.err.startswith("These are kept together, once you have answered the last one.\n")
    assert ran.err.count("Name no client, not even by first name: ") == 1
    for number in range(1, 6):
        assert f"\n{number} " in f"\n{ran.err}"
    assert "There is no unit '9.9'." in ran.err
    kept, *_ = entries(run, "--kind", "preparation")
    assert (kept["went_well"], kept["text"], kept["own_word"], kept["units"]) == (
        *("A shift.", "", "Watch me."),
        ["3.8"],
    )
    assert "Ticked: " in ran.out


def test_with_nothing_promised_the_questions_are_numbered_without_a_hole(
    lived: Path, run: Run, at_terminal: Callable[..., None]
) -> None:
    run("plan", "drop", "1", "--because", "Done with it")
    at_terminal("A shift.", "", "Watch me.", "")
    ran = run("prepare")
    assert ran.code == 0, ran.err
    assert "\n3 One thing I want" in ran.err
    assert "\n4 Shall we look at one unit?" in ran.err


def test_what_was_said_before_is_shown_and_an_empty_answer_leaves_it(
    lived: Path, run: Run, at_terminal: Callable[..., None]
) -> None:
    run("prepare", "--well", "A trial shift.")
    at_terminal("", "The phone.", "", "", "")
    ran = run("prepare")
    assert ran.code == 0, ran.err
    assert "So far: Went well: A trial shift. A question left empty stays as it is.\n" in ran.err
    kept, *_ = entries(run, "--kind", "preparation")
    assert (kept["went_well"], kept["text"]) == ("A trial shift.", "The phone.")


def test_nothing_said_is_nothing_kept(
    lived: Path, run: Run, at_terminal: Callable[..., None]
) -> None:
    none = "Nothing was said, so nothing new was kept for the agenda.\nNext: ipsskills agenda\n"
    assert run("prepare", "--want", "").out == none
    assert entries(run) == []
    run("prepare", "--well", "A shift.")
    at_terminal("", "", "", "", "")
    ran = run("prepare")
    assert (ran.code, ran.out) == (0, none)
    assert [each["went_well"] for each in entries(run, "--kind", "preparation")] == ["A shift."], (
        "Enter changes nothing"
    )
    taken_back = "None of it is left, so it is taken back."
    assert run("prepare", "--well", " ").out.startswith(taken_back)
    assert entries(run) == []


def test_stopping_says_that_nothing_was_kept(
    lived: Path, run: Run, at_terminal: Callable[..., None]
) -> None:
    at_terminal("A shift.", "Telling.")
    ran = run("prepare")
    assert (ran.code, ran.out) == (130, "")
    assert "What you answered just now was not kept" in ran.err
    assert entries(run) == []


def test_the_unit_may_be_rated_there_and_then(
    lived: Path, run: Run, at_terminal: Callable[..., None]
) -> None:
    at_terminal("", "", "", "", "3.10", "yes", "2")
    ran = run("prepare")
    assert ran.code == 0, ran.err
    assert "Employment plan" in ran.out


@try_each(
    ("args", "code"),
    [
        ((), 14),
        (("--unit", "9.9"), 10),
        (("--done", "nosuch"), 10),
        (("--well", "Rang 07700 900123"), 11),
    ],
)
def test_refused(args: tuple[str, ...], code: int, lived: Path, run: Run) -> None:
    ran = run("prepare", *args)
    assert (ran.code, ran.out) == (code, "")
    is_plain(ran.err)
    assert entries(run) == []


def test_nobody_set_as_me(home: Path, run: Run) -> None:
    assert run("prepare", "--well", "x").code == 10
    assert run("due").code == 10
    assert list(home.rglob("*.db")) == []


def test_due_names_what_ticks_it(lived: Path, run: Run) -> None:
    run("log", "supervision", "--minutes", "60", "--action", "Lee: find a ward")
    ran = run("due")
    (action,) = [e for e in entries(run) if e["kind"] == "action"]
    assert f"Lee: find a ward ({action['handle']})" in " ".join(ran.out.split())
    assert f"ipsskills log done {action['handle']}" in ran.out
    assert "review" in ran.out
    assert "All the units again" in ran.out
    assert "overdue" not in ran.out.lower()
    told: Ran = run()
    assert "Lee: find a ward" in told.out


def test_supervision_starts_from_the_agenda(lived: Path, run: Run) -> None:
    run("log", "supervision", "--minutes", "60", "--on", "2026-01-05", "--action", "Lee: ring")
    found = json.loads(run("agenda", "--json").out)["data"]
    talk, unseen = found["talk"], [each["unit"] for each in found["not_looked_at"]]
    ran = run("log", "supervision", "--minutes", "50", "--agenda")
    assert ran.code == 0, ran.err
    assert "[ ] Lee: ring" in ran.out
    held = entries(run, "--kind", "supervision")[0]
    (action,) = entries(run, "--kind", "action")
    assert action["part_of"] == held["handle"]
    assert talk
    assert held["talked"][: len(talk)] == talk
    assert unseen
    assert not set(unseen) & set(held["talked"]), "those were not on top of the list"
    assert held["talked"][-3:] == ["2.2", "2.3", "2.4"]
    assert held["units"] == [], "to talk about a unit is no look at it"
    assert "Still to talk about" not in ran.out
    assert run("log", "supervision", "--correct", "last", "--agenda", "--minutes", "5").code == 2


def test_a_supervision_before_the_answers_leaves_nothing_standing(lived: Path, run: Run) -> None:
    assert json.loads(run("agenda", "--json").out)["data"]["talk"]
    ran = run("log", "supervision", "--minutes", "50", "--on", "2026-11-02")
    assert (ran.code, ran.err) == (0, "")
    assert "Still to talk about" not in ran.out


def test_what_was_left_standing_is_said_and_how_to_put_it_right(lived: Path, run: Run) -> None:
    first, *others = json.loads(run("agenda", "--json").out)["data"]["talk"]
    ran = run("log", "supervision", "--minutes", "50", "--talked", first)
    told = next(line for line in ran.out.splitlines() if line.startswith("Still to talk about"))
    assert all(unit in told for unit in others)
    assert first not in told.split(". If you did")[0]
    assert "ipsskills log supervision --correct" in told
    again = run("log", "supervision", "--correct", "last", "--talked", "3.8", "--talked", "2.2")
    assert "Talked about 3.8 and 2.2." in again.out
    assert "Talked about 3.8 and 2.2." in " ".join(run("record").out.split())
    run("log", "supervision", "--correct", "last", "--cancelled", "ill")
    assert entries(run, "--kind", "supervision")[0]["talked"] == []


def test_a_mark_is_set_and_ended_without_an_answer(lived: Path, run: Run) -> None:
    ran = run("assess", "--mark", "3.9", "--mark", "3.8")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "Marked to bring to supervision: 3.9 Vocational profile.\n"
        "As it was before: 3.8 Disclosure.\n"
        "To take it back: ipsskills assess --unmark 3.9\n"
        "No answer was changed. See: ipsskills agenda\n"
    )
    assert "3.9 Vocational profile. You marked it." in run("agenda").out
    told = json.loads(run("assess", "--unmark", "3.9", "--json").out)["data"]
    assert (told["marked"], told["unmarked"], told["unchanged"]) == ([], ["3.9"], [])
    assert "3.9 Vocational profile. You marked it." not in run("agenda").out
    for args in (("--full",), ("--unit", "3.8"), ("--new",), ("--first-look",)):
        assert run("assess", "--mark", "3.9", *args).code == 2
    assert run("assess", "Bo", "--as", "supervisor", "--mark", "3.9").code == 10


def test_nothing_is_talked_about_in_what_was_cancelled(lived: Path, run: Run) -> None:
    ran = run("log", "supervision", "--cancelled", "ill", "--talked", "3.8")
    assert (ran.code, ran.out) == (11, "")
    assert run("log", "supervision", "--cancelled", "ill", "--agenda").code == 0
    assert entries(run, "--kind", "supervision")[0]["talked"] == []


def test_what_was_done_is_ticked_when_supervision_is_logged(
    lived: Path, run: Run, at_terminal: Callable[..., None]
) -> None:
    run("log", "supervision", "--minutes", "60", "--on", "2026-01-05", "--action", "Lee: ring")
    at_terminal("", "1", "45", "", "", "", "", "", "1")
    assert run("log", "supervision", "--agenda").code == 0
    (action,) = entries(run, "--kind", "action")
    assert action["done"]


def test_a_step_that_is_ticked_says_how_to_keep_what_it_left(lived: Path, run: Run) -> None:
    told = run("prepare", "--done", "1.1").out
    assert 'What it left you: ipsskills plan done 1.1 --brought "What I noticed"\n' in told
    assert "--brought" not in run("prepare", "--well", "A trial shift.").out
