"""The plan's later commands: edit, agree, review, drop, reopen, history."""

import json
import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ipsskills.cli.prompts import ask
from ipsskills.framework.types import Framework
from tests.cases import try_each
from tests.conftest import Ran
from tests.service import answers, is_plain

Run = Callable[..., Ran]
Typed = Callable[[str], None]


def plan(run: Run, *args: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("plan", "show", "--json", *args).out)["data"]
    return found


def first(run: Run) -> dict[str, Any]:
    found: dict[str, Any] = plan(run)["goals"][0]
    return found


@pytest.fixture
def asking(monkeypatch: pytest.MonkeyPatch, typed: Typed) -> Typed:
    """Give the program lines to read as if somebody typed them at a plain terminal."""
    monkeypatch.setattr(ask, "can_ask", lambda: True)
    return typed


def test_edit_in_one_line(lived: Path, run: Run) -> None:
    ran = run(
        *("plan", "edit", "1", "--title", "Have words", "--why", "I freeze."),
        *("--outcome", "A client says so", "--review", "2099-01-12", "--close", "12/02/2099"),
        *("--do", "Play both sides", "--with", "a colleague", "--by", "2099-01-01"),
        *("--drop-step", "2", "--arranged-by", "bo"),
    )
    assert (ran.code, ran.err) == (0, "")
    assert "Have words" in ran.out
    goal = first(run)
    assert (goal["title"], goal["why"], goal["outcome"]) == (
        "Have words",
        "I freeze.",
        "A client says so",
    )
    assert (goal["review"], goal["close"]) == ("2099-01-12", "2099-02-12")
    assert goal["arranged_by"] == "Bo Sample"
    assert [a["number"] for a in goal["activities"]] == ["1.1", "1.3", "1.4"]
    assert goal["activities"][-1]["with_whom"] == "a colleague"


def test_edit_a_step_in_one_line(lived: Path, run: Run) -> None:
    args = ("--step", "1.2", "--do", "Other words", "--with", "Bo", "--by", "2099-01-15")
    assert run("plan", "edit", "1", *args).code == 0
    step = first(run)["activities"][1]
    assert (step["text"], step["with_whom"]) == ("Other words", "Bo Sample")
    assert step["due"] == "2099-01-15"


def test_a_step_added_on_the_day_of_its_goal_is_told_and_can_be_taken_back(
    lived: Path, run: Run
) -> None:
    assert run("plan", "add", "Meet three garden centres", "--do", "Draw up a list").code == 0
    ran = run("plan", "edit", "2", "--do", "Ring them", "--by", "2099-01-01")
    assert ran.code == 0
    assert "Added: 2.2 Ring them." in ran.out
    assert "ipsskills plan edit 2 --drop-step 2" in ran.out
    assert "Nothing was changed" not in ran.out
    ran = run("plan", "edit", "2", "--drop-step", "2")
    assert "Taken off the plan: 2.2 Ring them." in ran.out


def test_edit_asks_where_somebody_is_there(lived: Path, run: Run, asking: Typed) -> None:
    before = first(run)
    # The goal, look again (a word that is no date first), step 1.2 dropped, a new step.
    asking("1 4 7 9\nHave words\nsoon\n2099-01-12\n2\nyes\nPlay both sides\nBo\n\n")
    ran = run("plan", "edit", "1")
    assert ran.code == 11, "the goal would end before it is looked at again"
    days = "soon\n2025-01-12\n2099-01-12\n2099-02-12"
    asking(f"1 4 5 7 9\nHave words\n{days}\n2\nyes\nPlay both sides\nBo\n\n")
    ran = run("plan", "edit", "1")
    assert ran.code == 0, ran.err
    assert "is not a date" in ran.err
    assert "12 Jan 2025 is past. Name a day to come." in ran.err
    goal = first(run)
    assert (goal["title"], goal["why"]) == ("Have words", before["why"])
    assert goal["review"] == "2099-01-12"
    assert [a["number"] for a in goal["activities"]] == ["1.1", "1.3", "1.4"]
    assert goal["activities"][-1]["due"] == before["review"]


def test_stopping_in_the_middle_changes_nothing(lived: Path, run: Run, asking: Typed) -> None:
    before = plan(run)
    asking("1 2\nHave words\n")
    assert run("plan", "edit", "1").code == 130
    assert plan(run) == before


def test_agree_one_and_all(lived: Path, run: Run) -> None:
    run("plan", "add", "Mine")
    ran = run("plan", "agree", "1", "--with", "Bo")
    assert (ran.code, ran.err) == (0, "")
    assert "Not agreed yet: goal 2." in ran.out
    ran = run("plan", "agree", "--with", "Bo")
    assert "Agreed with Bo Sample: goal 2, Mine." in " ".join(ran.out.split())
    assert "ipsskills undo" in ran.out
    assert "ipsskills plan show -o plan.pdf" in ran.out
    assert [g["agreed_with"] for g in plan(run)["goals"]] == ["Bo Sample", "Bo Sample"]


def test_agree_for_somebody_else(lived: Path, run: Run) -> None:
    run("plan", "add", "Shadow Ada", "Bo")
    assert run("plan", "agree", "Bo", "--with", "Ada").code == 0
    assert plan(run, "Bo")["goals"][0]["agreed_with"] == "Ada Example"
    assert run("plan", "agree", "1", "Bo", "--with", "Kim").code == 10
    assert run("plan", "agree", "1", "Bo", "--with", "Kim", "--new-person").code == 0
    assert plan(run, "Bo")["goals"][0]["agreed_with"] == "Kim"
    assert plan(run)["goals"][0]["agreed_with"] is None


def test_review(lived: Path, run: Run, asking: Typed) -> None:
    assert run("plan", "review", "1", "--note", "Two talks", "--next", "2099-02-01").code == 0
    goal = first(run)
    assert (goal["review_note"], goal["review"], goal["close"]) == (
        "Two talks",
        "2099-02-01",
        "2099-02-01",
    )
    asking("Better now\n")
    assert run("plan", "review", "1").code == 0
    assert first(run)["review_note"] == "Better now"


def test_drop_and_reopen(lived: Path, run: Run, asking: Typed) -> None:
    ran = run("plan", "drop", "1", "--because", "No such job")
    assert ran.code == 0
    assert "DROPPED" in ran.out
    assert plan(run)["dropped"][0]["changed"] == "No such job"
    assert run("plan", "reopen", "1").code == 0
    assert first(run)["changed"] == ""
    asking("Not now\n")
    assert run("plan", "drop", "1").code == 0
    assert plan(run)["dropped"][0]["changed"] == "Not now"


def test_history(lived: Path, run: Run) -> None:
    run("plan", "agree", "--with", "Bo")
    run("plan", "done", "1", "--changed", "I have words")
    for args in ((), ("1",), ("Ada",), ("1", "Ada")):
        ran = run("plan", "history", *args)
        assert (ran.code, ran.err) == (0, "")
        said = " ".join(ran.out.split())
        assert "with someone" in said, "where the unit stood when it was agreed, in words"
        assert "Finished: I have words" in said
        assert "3.8: 1" not in said
    (goal,) = json.loads(run("plan", "history", "--json").out)["data"]
    assert [line["what"] for line in goal["lines"]] == ["made", "agreed", "finished"]


def test_the_history_explains_quotation_marks_only_where_some_stand(lived: Path, run: Run) -> None:
    assert "quotation marks" not in run("plan", "history").out
    run("plan", "agree", "--with", "Bo")
    assert "quotation marks" in run("plan", "history").out


def test_what_was_changed_is_shown_and_how_to_see_the_rest(lived: Path, run: Run) -> None:
    assert "Another goal" in run("plan", "add", "Another goal", "--do", "A step").out
    for args, title in (
        (("done", "1.1"), ""),
        (("edit", "2", "--title", "In other words"), "2. In other words"),
        (("review", "2", "--note", "Going on"), "Looked at again"),
        (("done", "2", "--changed", "I ask first"), "[x]  In other words."),
    ):
        ran = run("plan", *args)
        assert (ran.code, ran.err) == (0, "")
        assert title in ran.out
        assert "ipsskills plan show the whole plan" in " ".join(ran.out.split())
        assert len(ran.out.splitlines()) < 24, "it fits on a screen"
        assert ("In other words" in ran.out) != ("1.1" in ran.out)
    told = " ".join(run("plan", "reopen", "2", "Ada").out.split())
    assert 'ipsskills plan show "Ada" the whole plan' in told


def test_who_arranges_a_chance(lived: Path, run: Run) -> None:
    assert run("plan", "draft", "--unit", "3.14", "--arranged-by", "Bo").code == 0
    assert "**Bo Sample arranges it**" in run("plan", "export").out
    assert run("plan", "add", "A prison visit", "--arranged-by", "Kim").code == 0
    assert "**Kim arranges it**" in run("plan", "export").out


def test_draft_asks_who_arranges_a_chance(
    lived: Path, run: Run, asking: Typed, tmp_path: Path, framework: Framework
) -> None:
    well = {unit.id: {"answer": "3"} for unit in framework.units}
    file = answers(tmp_path / "well.json", well | {"3.14": {"answer": "n"}})
    assert run("assess", "--from", str(file), "--new").code == 0
    asking("1\n1\nBo\n")  # look at the first, put it on the plan, who arranges it
    assert run("plan", "draft").code == 0
    assert plan(run)["goals"][1]["arranged_by"] == "Bo Sample"


@try_each(
    ("args", "code"),
    [
        (("edit",), 2),
        (("edit", "1"), 2),
        (("edit", "9", "--title", "x"), 10),
        (("edit", "one", "--title", "x"), 10),
        (("edit", "1", "--title", ""), 11),
        (("edit", "1", "--review", "soon"), 11),
        (("edit", "1", "--review", "2099-01-01"), 11),
        (("edit", "1", "--by", "2099-01-01"), 2),
        (("edit", "1", "--with", "Bo"), 2),
        (("edit", "1", "--step", "1", "--do", "a", "--do", "b"), 2),
        (("edit", "1", "--step", "9", "--do", "a"), 10),
        (("edit", "1", "--drop-step", "2.1"), 10),
        (("edit", "1", "Nobody", "--title", "x"), 10),
        (("agree",), 11),
        (("agree", "9", "--with", "Bo"), 10),
        (("agree", "Nobody", "--with", "Bo"), 10),
        (("agree", "--with", "Ada"), 11),
        (("agree", "--with", "two\nlines"), 10),
        (("agree", "--with", "two\nlines", "--new-person"), 11),
        (("review", "1", "--next", "2020-01-01"), 11),
        (("review", "9"), 10),
        (("drop", "1"), 2),
        (("drop", "1", "--because", " "), 11),
        (("drop", "9", "--because", "x"), 10),
        (("reopen", "1"), 11),
        (("reopen", "9"), 10),
        (("history", "9"), 10),
        (("history", "Bo"), 10),
        (("draft", "--unit", "3.10", "--arranged-by", "Bo"), 11),
    ],
)
def test_refused(args: tuple[str, ...], code: int, same: Callable[[], None], run: Run) -> None:
    ran = run("plan", *args)
    assert (ran.code, ran.out) == (code, ""), ran.err
    is_plain(ran.err)
    same()


def test_what_is_printed_for_somebody_elses_plan_can_be_typed(lived: Path, run: Run) -> None:
    run("plan", "draft", "Bo", "--unit", "3.9")
    for args in (
        ("done", "1.1", "Bo"),
        ("done", "1", "Bo", "--changed", "More ideas now"),
        ("drop", "1", "Bo", "--because", "Not now"),
        ("edit", "1", "Bo", "--why", "It comes up"),
    ):
        ran = run("plan", *args)
        lines = re.findall(r"ipsskills (plan .*?)(?:  |$)", ran.out, re.MULTILINE)
        printed = [shlex.split(line) for line in lines]
        assert printed
        back = next((words for words in printed if "Bo Sample" in words), None)
        assert back, ran.out
        again = run(*back)
        assert again.code == 0, again.err
