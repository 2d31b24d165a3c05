"""``assess`` by somebody else, in somebody's first weeks, of a part, dropped and put right."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from ipsskills.cli.interview import read_again
from ipsskills.cli.prompts import ask
from ipsskills.framework.types import Framework
from tests.cases import try_each
from tests.conftest import Ran
from tests.service import answers

Run = Callable[..., Ran]
Typed = Callable[[str], None]
BO = ("assess", "Bo", "--as", "supervisor", "--by", "Lee Invented", "--plain")


@pytest.fixture
def lee(lived: Path, run: Run) -> str:
    assert run("people", "add", "Lee Invented", "--role", "team leader").code == 0
    return "Lee Invented"


def told(ran: Ran) -> dict[str, object]:
    data: dict[str, object] = json.loads(ran.out)["data"]
    return data


def test_a_supervisors_view_of_what_was_seen(lee: str, run: Run, typed: Typed) -> None:
    typed("3 o\n2 r\n")
    ran = run(*BO, "--seen", "3.13", "--seen", "3.2", "--json")
    assert (ran.code, told(ran)["state"]) == (0, "finished")
    typed("")
    ran = run(*BO, "--new", "--seen", "3.13")
    assert ran.code == 0
    assert "1 question is left" in ran.err
    assert 'ipsskills assess "Bo Sample" --as supervisor' in ran.err


def test_a_supervisor_may_answer_by_file(lee: str, run: Run) -> None:
    unseen = ("2.6", "3.2", "3.8", "3.10", "3.14", "3.15", "3.16")
    given: dict[str, dict[str, object]] = {unit: {"answer": "u"} for unit in unseen}
    given["1.1"] = {"answer": "3", "show": False, "basis": "O"}
    path = answers(Path("view.json"), given)
    ran = run(*BO, "--from", str(path))
    assert ran.code == 11
    assert "It does not say what it rests on." in ran.err
    text = json.loads(path.read_text(encoding="utf-8"))
    for row in text["answers"]:
        if row["answer"] == "2":
            row["basis"] = "M"
    path.write_text(json.dumps(text), encoding="utf-8")
    ran = run(*BO, "--from", str(path))
    assert ran.code == 0
    assert ran.out == (
        'Your view is kept.\nNext: ipsskills compare "Bo Sample"\nTo read every answer again, or '
        'put one right: ipsskills assess "Bo Sample" --as supervisor --review\n'
    )


@try_each(
    ("args", "code"),
    [
        (("assess", "Bo"), 2),
        (("assess", "Ada", "--as", "supervisor"), 11),
        (("assess", "Nobody", "--as", "supervisor"), 10),
        (("assess", "Bo", "--as", "supervisor", "--by", "Nobody"), 10),
        (("assess", "Bo", "--as", "boss"), 2),
        (("assess", "--by", "Bo"), 2),
        (("assess", "--seen", "3.8"), 2),
        (("assess", "Bo", "--as", "supervisor", "--seen", "9.9"), 10),
        (("assess", "Bo", "--as", "supervisor", "--first-look"), 2),
        (("assess", "--full", "--first-look"), 2),
        (("assess", "Bo", "--as", "supervisor", "--only", "effort"), 2),
        (("assess", "--only", "much"), 2),
        (("assess", "--drop", "--unit", "3.8"), 10),
        (("assess", "Bo", "--as", "supervisor", "--correct"), 10),
    ],
)
def test_refused(args: tuple[str, ...], code: int, lived: Path, run: Run, typed: Typed) -> None:
    typed("")
    ran = run(*args, "--plain")
    assert (ran.code, ran.out) == (code, "")


def test_a_draft_is_dropped_and_nothing_of_it_erased(lived: Path, run: Run, typed: Typed) -> None:
    typed("3\n")
    assert run("assess", "--unit", "3.8", "--unit", "3.9", "--plain").code == 0
    ran = run("assess", "--drop")
    assert (ran.code, "nothing in it is erased" in ran.out) == (0, True)
    assert ran.out.startswith("Dropped: Your look at how you have worked, begun ")
    assert ", with 1 answer." in ran.out
    assert run("assess", "--drop").code == 10
    typed("2\n")
    assert run("assess", "--unit", "3.9", "--plain").code == 0


def test_where_two_drafts_are_open_which_is_dropped_is_said(
    lived: Path, run: Run, typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed("3\n")
    assert run("assess", "--unit", "3.8", "--unit", "3.9", "--plain").code == 0
    typed("2\n3\n")
    assert run("assess", "--first-look", "--plain").code == 0
    ran = run("assess", "--drop")
    assert (ran.code, ran.out) == (2, "")
    assert "Two drafts are open." in ran.err
    assert "ipsskills assess --first-look --drop" in ran.err
    monkeypatch.setattr(ask, "can_ask", lambda: True)
    typed("2\n")
    ran = run("assess", "--drop", "--plain")
    assert ran.out.startswith("Dropped: Your first look, begun ")
    assert ", with 2 answers." in ran.out
    assert "Dropped: Your look at how you have worked" in run("assess", "--drop").out
    assert run("assess", "--drop").code == 10


def test_in_first_weeks_the_first_look_is_named_before_the_full_questions(
    home: Path, run: Run, typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("init", "--name", "Ada Example", "--first-weeks").code == 0
    typed("")
    ran = run("assess", "--plain")
    assert "To begin with a first look: ipsskills assess --first-look" in ran.err
    monkeypatch.setattr(ask, "can_ask", lambda: True)
    typed("1\n3\nout\n")
    run("assess", "--drop", "--plain")
    ran = run("assess", "--plain")
    assert "You said that you are in your first weeks. Which look?" in ran.err
    assert run("assess", "--drop", "--plain").code == 10, "the first look is what was begun"
    typed("")
    assert run("assess", "--first-look", "--drop").code == 0


def test_a_first_look_asks_where_somebody_starts_from(lived: Path, run: Run, typed: Typed) -> None:
    typed("3\n2\n1\n0\n" * 7)
    ran = run("assess", "--first-look", "--plain")
    assert ran.code == 0
    assert ran.out == (
        "Your first look is kept.\nNext: ipsskills report\n"
        "To read every answer again: ipsskills assess --first-look --review\n"
        "To bring it on paper: ipsskills report --format pdf\n"
    )
    typed("n\n")
    assert run("assess", "--first-look", "--new", "--plain").code == 11


def test_only_a_part_by_where_it_stands(
    lived: Path, run: Run, typed: Typed, framework: Framework
) -> None:
    """Ada marked 3.8 to bring, and is at 2 or less in all but three units."""
    typed("2\n")
    ran = run("assess", "--only", "flagged", "--plain", "--json")
    assert ran.code == 0
    typed("")
    ran = run("assess", "--only", "effort", "--plain", "--json")
    left = told(ran)["not_answered"]
    assert isinstance(left, list)
    assert "3.10" in left
    assert not {"1.1", "3.2", "3.14", "3.15"} & set(left)
    assert run("assess", "--only", "old", "--new", "--plain").code == 11
    typed("")
    ran = run("assess", "--full", "--unit", "3.10", "--new", "--plain", "--json")
    assert told(ran)["not_answered"] == [s.id for s in framework.by_id["3.10"].live_statements]


def test_what_was_finished_is_put_right_by_a_new_version(
    lived: Path, run: Run, typed: Typed
) -> None:
    typed("3.10 3\n")
    ran = run("assess", "--correct", "--plain", "--json")
    assert ran.code == 0
    rows = {row["id"]: row["answer"] for row in json.loads(ran.out)["data"]["answers"]}
    assert (rows["3.10"], rows["3.2"]) == ("3", "3")
    assert "Changed: 3.10." in json.loads(ran.out)["notices"]
    typed("")
    again = run("assess", "--correct", "--plain")
    assert "Nothing was changed." in again.err


def test_where_a_first_look_is_open_it_is_said_before_another_begins(
    home: Path, run: Run, typed: Typed
) -> None:
    run("init", "--name", "Ada Example")
    typed("1\n0\n")
    assert run("assess", "--first-look", "--plain").code == 0
    typed("3\n")
    ran = run("assess", "--plain")
    assert ran.code == 0
    assert "A first look is open, begun " in ran.err
    assert "To go on with it: ipsskills assess --first-look" in ran.err
    typed("3\n")
    again = run("assess", "--plain")
    assert "A first look is open" not in again.err, "their own is gone on with"
    home_page = " ".join(run().out.split())
    assert "26 questions are left" in home_page
    assert "ipsskills assess --first-look" in home_page


def test_what_is_read_again_is_paged_as_every_long_page_is(
    lived: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    paged: list[bool] = []
    monkeypatch.setattr(read_again, "may_page", lambda: True)
    monkeypatch.setattr(read_again, "print_page", lambda _, **how: paged.append(how["paged"]))
    assert run("assess", "--review").code == 0
    assert paged == [True]
