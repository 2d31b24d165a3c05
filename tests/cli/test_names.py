"""Names at the command line: pointed at, refused with candidates, made on purpose; and whose."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cases import try_each
from tests.cli.test_log import at_terminal
from tests.conftest import Ran

__all__ = ["at_terminal"]

Run = Callable[..., Ran]
HOUR = ("log", "supervision", "--minutes", "60")


@pytest.fixture
def two(lived: Path, run: Run) -> Run:
    """Ada Example and Bo Sample, and two whom Sam may mean."""
    for name in ("Sam One", "Sam Two"):
        assert run("people", "add", name).code == 0
    return run


def test_an_earlier_name_is_pointed_at_the_new_one(lived: Path, run: Run) -> None:
    assert run("people", "edit", "Bo", "--name", "Bo King-O’Brien").code == 0
    ran = run("record", "sample")
    assert (ran.code, ran.err) == (0, "Bo Sample is called Bo King-O’Brien now.\n")
    told = json.loads(run("record", "sample", "--json").out)
    assert told["notices"] == ["Bo Sample is called Bo King-O’Brien now."]
    assert run("record", "king obrien").err == ""


def test_it_is_said_once_however_often_a_command_looks(lived: Path, run: Run) -> None:
    run("people", "edit", "Bo", "--name", "Bo King")
    ran = run("log", "supervision", "sample", "--minutes", "60")
    assert ran.code == 0
    assert ran.err.count("is called Bo King now") == 1


@try_each(
    ("args", "code", "told"),
    [
        ((*HOUR, "--with", "Nobody Here"), 10, "--new-person"),
        ((*HOUR, "--with", "Sam"), 10, "Sam One, Sam Two"),
        ((*HOUR, "--with", "Example, Ada"), 11, "one of the two already"),
        (("log", "supervision", "--with", "Bo Smaple"), 10, "Close to it: Bo Sample."),
        ((*HOUR, "--action", "Sam: ring"), 10, "Sam One, Sam Two"),
        (("plan", "agree", "--with", "Sam"), 10, "Sam One, Sam Two"),
        (("plan", "agree", "--with", "Kim"), 10, "--new-person"),
        (("plan", "add", "A goal", "--do", "Ask", "--with", "Sam"), 10, "Sam One, Sam Two"),
        (("plan", "edit", "1", "--do", "Ask", "--with", "sam"), 10, "Sam One, Sam Two"),
    ],
)
def test_who_is_unknown_or_unclear_is_refused(
    two: Run, same: Callable[[], None], args: tuple[str, ...], code: int, told: str
) -> None:
    ran = two(*args)
    assert (ran.code, ran.out) == (code, "")
    assert told in ran.err
    same()


def test_somebody_new_is_put_in_the_record_on_purpose(lived: Path, run: Run) -> None:
    assert run(*HOUR, "--with", "Kim  Newcomer", "--new-person").code == 0
    (kim,) = [
        each
        for each in json.loads(run("people", "list", "--json").out)["data"]
        if each["name"] == "Kim Newcomer"
    ]
    assert kim["role"] == "team leader"
    assert run(*HOUR, "--with", "newcomer", "--new-person").code == 0
    held = json.loads(run("record", "--json").out)["data"]["entries"]
    assert [each["who"] for each in held] == ["Kim Newcomer"] * 2


def test_names_in_a_table_are_refused_with_their_rows(two: Run, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(
        "on,minutes,with,action\n2026-01-05,50,Bo,\n2026-01-06,50,Sam,\n2026-01-07,50,Kim,\n"
        "2026-01-08,50,,Sam: ring\n"
    )
    ran = two("log", "supervision", "--from", "t.csv")
    assert ran.code == 11
    for line, told in ((3, "Sam One, Sam Two"), (4, "nobody called 'Kim'"), (5, "Sam One")):
        assert any(f"line {line}" in row and told in row for row in ran.err.split("\n")), ran.err
    (tmp_path / "t.csv").write_text("on,minutes,with\n2026-01-07,50,Kim\n2026-01-08,50,kim\n")
    assert two("log", "supervision", "--from", "t.csv", "--new-person").code == 0
    found = json.loads(two("record", "--json").out)["data"]["entries"]
    assert [each["who"] for each in found] == ["Kim", "Kim"]


def test_a_name_is_refused_at_the_prompt_and_asked_again(
    two: Run, at_terminal: Callable[..., None]
) -> None:
    at_terminal("A visit", "1", "", "", "", "", "", "Sam", "Nobody", "two", "")
    ran = two("log", "observation")
    assert ran.code == 0, ran.err
    assert "'Sam' could be: Bo Sample, Sam One, Sam Two." in ran.err
    assert "There is nobody called 'Nobody' here." in ran.err
    assert json.loads(two("record", "--json").out)["data"]["entries"][0]["who"] == "Sam Two"


def test_it_says_whose_is_taken_back_and_how_to_bring_it_back(lived: Path, run: Run) -> None:
    run("log", "observation", "Bo", "--setting", "A call", "--way", "watched")
    handle = json.loads(run("record", "Bo", "--json").out)["data"]["entries"][0]["handle"]
    ran = run("log", "remove", "last", "bo")
    assert ran.code == 0
    assert ran.out.startswith("Taken back: observation about Bo Sample, ")
    assert ", A call, kept by Ada Example. Its history stays.\n" in ran.out
    assert f"Bring it back: ipsskills log remove {handle} --undo" in ran.out
    ran = run("log", "remove", "last", "Bo", "--undo")
    assert ran.out.startswith("Back in the record: observation about Bo Sample, ")
    assert len(json.loads(run("record", "Bo", "--json").out)["data"]["entries"]) == 1
    assert run("log", "remove", handle, "--undo").code == 10
    assert run("log", "remove", "last").code == 10, "there is nothing about Ada"


def test_a_correction_says_whose_it_is(lived: Path, run: Run) -> None:
    run("log", "observation", "Bo", "--setting", "A call", "--way", "watched")
    ran = run("log", "observation", "Bo", "--correct", "last", "--way", "shown")
    assert "Kept: observation about Bo Sample, " in ran.out
    assert run("log", "observation", "--correct", "last", "--way", "shown").code == 10


@pytest.mark.parametrize("words", ["penalite", "PÉNALITÉ", "o'brien", "obrien’s"])
def test_the_record_is_searched_however_words_are_typed(lived: Path, run: Run, words: str) -> None:
    run("log", "training", "--title", "Pénalité and O’Brien’s way", "--keep")
    run("log", "training", "--title", "Other", "--keep")
    found = json.loads(run("record", "--search", words, "--json").out)["data"]["entries"]
    assert [each["title"] for each in found] == ["Pénalité and O’Brien’s way"]
