"""Cases asked at a terminal and told without one; steps of a plan shown whole and ticked."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ipsskills.cli.prompts import ask
from tests.cases import try_each
from tests.conftest import Ran
from tests.service import is_plain

Run = Callable[..., Ran]
Typed = Callable[[str], None]

POINT = "A short true answer, such as"


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture
def asking(monkeypatch: pytest.MonkeyPatch, typed: Typed) -> Typed:
    """Give the program lines to read as if somebody typed them at a plain terminal."""
    monkeypatch.setattr(ask, "can_ask", lambda: True)
    monkeypatch.setattr(ask, "can_show", lambda: True)
    return typed


def entries(run: Run) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("record", "--json").out)["data"]["entries"]
    return found


# Without a terminal.


def test_all_are_listed_by_unit(home: Path, run: Run) -> None:
    told = run("framework", "vignette").out
    assert "  2.3   Capacity  " in told
    assert "2 Sign by five" in flat(told)
    every = json.loads(run("framework", "vignette", "--json").out)["data"]
    assert {"unit": "2.3", "place": 2, "slug": "sign-by-five"}.items() <= next(
        case for case in every if case["slug"] == "sign-by-five"
    ).items()


@try_each(
    ("args", "title"),
    [
        (("3.8",), "The question on the way to the door"),
        (("disclosure",), "The question on the way to the door"),
        (("3.8", "1"), "The question on the way to the door"),
        (("3.8", "2"), "Friday at ten, with the supervisor"),
        (("3.8", "late-shifts"), "Friday at ten, with the supervisor"),
        (("3.8", "LETTER"), "The letter in the drawer"),
        (("M6",), "Between you and me"),
    ],
)
def test_one_is_told_with_its_points_after_it(
    args: tuple[str, ...], title: str, home: Path, run: Run
) -> None:
    ran = run("framework", "vignette", *args)
    assert (ran.code, ran.err) == (0, "")
    told = flat(ran.out)
    assert 0 < told.index(title) < told.index(f"Points to look for in “{title}”")


@try_each("args", [("9.9",), ("3.8", "9"), ("3.8", "nosuch"), ("3.8", ""), ("knowledge",)])
def test_what_is_not_there_is_refused(args: tuple[str, ...], home: Path, run: Run) -> None:
    ran = run("framework", "vignette", *args)
    assert (ran.code, ran.out) == (10, "")
    is_plain(ran.err)


@try_each("file", ["case.html", "case.md", "case.txt", "case.json"])
def test_a_file_has_case_and_points(file: str, home: Path, run: Run) -> None:
    assert run("framework", "vignette", "3.8", "-o", file).code == 0
    text = flat(Path(file).read_text(encoding="utf-8"))
    assert "tile warehouse" in text
    assert POINT in text


def test_as_json_it_is_the_case_alone(home: Path, run: Run) -> None:
    found = json.loads(run("framework", "vignette", "3.8", "3", "--json").out)["data"]
    assert (found["unit"], found["place"], found["slug"]) == ("3.8", 3, "letter-in-the-drawer")
    assert set(found) == {"unit", "place", "slug", "title", "case", "questions", "look_for", "note"}


# At a terminal.


def test_it_waits_before_it_shows_the_points(home: Path, run: Run, asking: Typed) -> None:
    asking("\n")
    ran = run("framework", "vignette", "3.8")
    assert ran.code == 0
    assert POINT in flat(ran.out)
    assert "Enter alone shows the points" in ran.err
    assert "Keep" not in ran.err, "nothing was written"


def test_nothing_is_asked_where_it_goes_to_a_file_or_a_program(
    home: Path, run: Run, asking: Typed
) -> None:
    for args in (("--json",), ("-o", "case.md"), ("--format", "md")):
        ran = run("framework", "vignette", "3.8", *args)
        assert (ran.code, ran.err) == (0, "")


def test_nothing_is_asked_where_the_case_is_sent_to_a_file_by_the_shell(
    home: Path, run: Run, asking: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ask, "can_show", lambda: False)
    ran = run("framework", "vignette", "3.8")
    assert (ran.code, ran.err) == (0, "")
    assert POINT in flat(ran.out)


def test_what_was_written_is_kept_as_training_with_its_time(
    lived: Path, run: Run, asking: Typed
) -> None:
    asking("I would talk about her work.\nThen ring her.\n\n1\n20\n")
    assert run("framework", "vignette", "3.8").code == 0
    (entry,) = entries(run)
    assert (entry["kind"], entry["way"], entry["units"]) == ("training", "vignette", ["3.8"])
    assert entry["title"] == "The question on the way to the door"
    assert entry["text"] == "I would talk about her work.\nThen ring her."
    assert entry["hours"] == pytest.approx(20 / 60)


def test_it_can_be_left(lived: Path, run: Run, asking: Typed) -> None:
    asking("I would talk about her work.\n\n2\n")
    assert run("framework", "vignette", "3.8").code == 0
    assert entries(run) == []


def test_what_could_tell_who_a_client_is_is_asked_about(
    lived: Path, run: Run, asking: Typed
) -> None:
    asking("Like Sarah Okonkwo last week.\n\n1\n3\n")
    ran = run("framework", "vignette", "3.8")
    assert ran.code == 0
    assert "Sarah Okonkwo (probably somebody's name)" in ran.err
    assert entries(run) == []


def test_somebody_nobody_knows_keeps_nothing_and_is_told_how(
    home: Path, run: Run, asking: Typed
) -> None:
    asking("I would talk about her work.\n\n1\n")
    ran = run("framework", "vignette", "3.8")
    assert ran.code == 0
    assert "stays on this screen" in ran.err
    assert "ipsskills init" in ran.err
    assert list(home.rglob("*.db")) == []


# Steps of a plan.


@try_each(
    ("args", "step"),
    [
        (("1.1",), "1.1"),
        (("1",), "1.3"),
        (("1.2", "Ada"), "1.2"),
        (("Ada", "1.2"), "1.2"),
    ],
)
def test_digits_are_a_goal_or_a_step_and_anything_else_a_person(
    args: tuple[str, ...], step: str, lived: Path, run: Run
) -> None:
    ran = run("plan", "show", *args)
    assert (ran.code, ran.err) == (0, "")
    assert f"\n{step} " in ran.out
    assert "To bring" in ran.out


@try_each(
    ("args", "code"),
    [
        (("show", "7"), 10),
        (("show", "1.9"), 10),
        (("show", "1.1", "Nobody"), 10),
        (("show", "1", "2"), 2),
        (("show", "Ada", "Bo"), 2),
        (("show", "1.1", "--full"), 2),
        (("done", "1", "--brought", "words"), 2),
        (("done", "1.1", "--brought", "words", "--undo"), 2),
        (("done", "1.1", "--brought", "Rang Sarah Okonkwo"), 11),
        (("done", "1.1", "--brought", "x" * 10_001), 11),
    ],
)
def test_refused(args: tuple[str, ...], code: int, same: Callable[[], None], run: Run) -> None:
    ran = run("plan", *args)
    assert (ran.code, ran.out) == (code, "")
    is_plain(ran.err)
    same()


HOW = "How to do each step"


def test_the_plan_is_whole_where_it_is_asked_for_and_in_files(lived: Path, run: Run) -> None:
    assert HOW.upper() not in run("plan", "show").out
    assert HOW.upper() in run("plan", "show", "--full").out
    assert HOW in run("plan", "export").out
    assert HOW not in run("plan", "export", "--short").out
    for args, there in (
        (("show", "-o", "a.html"), True),
        (("export", "-o", "b.md"), True),
        (("export", "--short", "-o", "c.html"), False),
    ):
        assert run("plan", *args).code == 0
        assert (HOW in Path(args[-1]).read_text(encoding="utf-8")) is there, args


def test_what_is_brought_is_kept_and_shown(lived: Path, run: Run) -> None:
    ran = run("plan", "done", "1.1", "--brought", "The tenth mail.")
    assert (ran.code, ran.err) == (0, "")
    assert "Brought: The tenth mail." in flat(ran.out)
    data = json.loads(run("plan", "show", "1.1", "--json").out)["data"]
    assert data["goals"][0]["activities"][0]["brought"] == "The tenth mail."
    assert "The tenth mail." in run("plan", "export").out
    assert "The tenth mail." in run("record").out


def test_what_is_brought_is_asked_at_a_terminal(lived: Path, run: Run, asking: Typed) -> None:
    asking("The tenth mail.\n")
    ran = run("plan", "done", "1.1")
    assert ran.code == 0
    assert "What it leaves to bring: The answer I would use" in ran.err
    assert "Brought: The tenth mail." in flat(ran.out)
    asking("\n")
    assert run("plan", "done", "1.2").code == 0
    assert run("plan", "show").out.count("Brought") == 1


def test_nothing_is_asked_where_a_goal_is_finished_or_a_tick_taken_back(
    lived: Path, run: Run, asking: Typed
) -> None:
    asking("")
    for args in (("1.1", "--brought", ""), ("1.1", "--undo"), ("1.1", "--json"), ("1",)):
        assert run("plan", "done", *args).code == 0


def test_a_goal_is_seen_whole_and_may_be_put_back(lived: Path, run: Run, asking: Typed) -> None:
    asking("1\n3\n1\n2\n1\n1\n")  # not that one; it after all, and another with it
    ran = run("plan", "draft")
    assert ran.code == 0
    assert ran.err.count("To bring:") >= 6
    assert "We will know when: " in ran.err
    goals = json.loads(run("plan", "show", "--json").out)["data"]["goals"]
    assert len(goals) == 3


def test_none_may_be_picked(lived: Path, run: Run, asking: Typed) -> None:
    offered = json.loads(run("plan", "draft", "--json").out)["data"]
    asking(f"{len(offered) + 1}\n")
    ran = run("plan", "draft")
    assert (ran.code, ran.out) == (0, "Nothing was picked; the plan is as it was.\n")
