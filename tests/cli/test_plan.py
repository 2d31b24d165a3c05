"""The learning plan, from picking goals to what changed."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ipsskills.cli.prompts import ask
from tests.cases import try_each
from tests.conftest import Ran
from tests.service import is_plain, snapshot

Run = Callable[..., Ran]


def plan(run: Run, *args: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("plan", "show", "--json", *args).out)["data"]
    return found


def units(run: Run) -> list[list[str]]:
    return [goal["units"] for goal in plan(run)["goals"]]


def test_draft_without_a_terminal_lists_what_is_offered(lived: Path, run: Run) -> None:
    before = snapshot(lived)
    ran = run("plan", "draft")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Offered, in order:\n")
    assert "Pick: ipsskills plan draft --unit 3.10" in ran.out
    assert "3.8 " not in ran.out, "it is on the plan already"
    offered = json.loads(run("plan", "draft", "--json").out)["data"]
    assert 1 <= len(offered) <= 6
    assert [offer["on_plan"] for offer in offered] == [False] * len(offered)
    assert snapshot(lived) == before
    assert "Pick: ipsskills plan draft --unit 3.12 --demo" in run("plan", "draft", "--demo").out


def test_draft_puts_goals_with_activities_and_dates_on_the_plan(lived: Path, run: Run) -> None:
    ran = run("plan", "draft", "--unit", "3.10", "--unit", "3.14", "--unit", "3.10")
    assert (ran.code, ran.err) == (0, "")
    assert units(run) == [["3.8"], ["3.10"], ["3.14"]]
    for goal in plan(run)["goals"]:
        assert goal["activities"]
        assert goal["review"] < goal["close"]
    assert plan(run)["goals"][2]["chance"]


def test_at_a_terminal_the_goal_of_a_named_unit_is_seen_before_it_is_kept(
    lived: Path, run: Run, typed: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ask, "can_ask", lambda: True)
    monkeypatch.setattr(ask, "wants_plain", lambda: True)
    typed("no\n")
    ran = run("plan", "draft", "--unit", "3.10")
    assert ran.out.startswith("Nothing was picked")
    assert units(run) == [["3.8"]]
    typed("yes\n")
    ran = run("plan", "draft", "--unit", "3.10")
    seen, asked = ran.err.index("We will know when: "), ran.err.index("Put it on the plan?")
    assert seen < asked
    assert "Kept: goal 2." in ran.out
    assert units(run) == [["3.8"], ["3.10"]]


def test_a_unit_is_a_goal_once(lived: Path, run: Run) -> None:
    ran = run("plan", "draft", "--unit", "3.10", "--unit", "3.8")
    assert ran.code == 11
    assert "3.8" in ran.err
    assert units(run) == [["3.8"]]


def test_show(lived: Path, run: Run) -> None:
    told = run("plan", "show").out
    assert told.startswith("Learning plan: Ada Example\n")
    assert "What I will lean on: " in told
    assert "1.1 " in told
    assert "We will know when: I can" in told
    assert "with someone" not in told, "no answers stand on a plan"


def test_an_own_goal_with_steps(lived: Path, run: Run) -> None:
    ran = run(
        *("plan", "add", "Meet three garden centres", "--why", "Two people asked"),
        *("--do", "Draw up a list", "--do", "Ring them", "--with", "Bo", "--by", "2099-12-15"),
    )
    assert ran.code == 0
    goal = plan(run)["goals"][1]
    assert (goal["title"], goal["why"]) == ("Meet three garden centres", "Two people asked")
    assert [step["text"] for step in goal["activities"]] == ["Draw up a list", "Ring them"]
    assert {step["with_whom"] for step in goal["activities"]} == {"Bo Sample"}
    assert {step["due"] for step in goal["activities"]} == {"2099-12-15"}


def test_an_own_goal_alone(lived: Path, run: Run) -> None:
    assert run("plan", "add", "Read the guide").code == 0
    assert plan(run)["goals"][1]["activities"] == []


def test_a_plan_for_somebody_who_has_not_assessed(lived: Path, run: Run) -> None:
    assert run("plan", "add", "Shadow Ada", "Bo").code == 0
    assert plan(run, "Bo")["goals"][0]["title"] == "Shadow Ada"
    assert len(plan(run)["goals"]) == 1


def test_done_ticks_a_step_and_undo_takes_it_back(lived: Path, run: Run) -> None:
    run("plan", "done", "1.1")
    assert plan(run)["goals"][0]["activities"][0]["done"]
    run("plan", "done", "1.1", "--undo")
    assert plan(run)["goals"][0]["activities"][0]["done"] is None


def test_done_finishes_a_goal_and_keeps_what_changed(lived: Path, run: Run) -> None:
    run("plan", "add", "A second one")
    ran = run("plan", "done", "1", "--changed", "I ask first now")
    assert ran.code == 0
    assert "FINISHED" in ran.out
    assert "I ask first now" in " ".join(ran.out.split())
    found = plan(run)
    assert [goal["title"] for goal in found["goals"]] == ["A second one"]
    assert found["goals"][0]["number"] == 2, "a number never comes to mean another goal"
    assert found["finished"][0]["changed"] == "I ask first now"


def test_the_whole_way_is_on_the_first_page(lived: Path, run: Run) -> None:
    for step in plan(run)["goals"][0]["activities"]:
        run("plan", "done", step["number"])
    assert "NEXT TO DO" not in run().out
    run("plan", "done", "1", "--changed", "Enough")
    assert "ipsskills plan draft" in run().out


def test_export(lived: Path, run: Run) -> None:
    shown = run("plan", "export").out
    assert shown.startswith("# Learning plan: Ada Example\n")
    assert run("plan", "export", "-o", "plan.md").out == f"It is in {Path.cwd() / 'plan.md'}\n"
    assert Path("plan.md").read_text(encoding="utf-8") == shown
    assert Path("plan.md").stat().st_mode & 0o077 == 0
    assert run("plan", "export", "-o", "plan.md").code == 11
    assert run("plan", "export", "-o", "plan.md", "--force").code == 0


@try_each(
    ("args", "code"),
    [
        (("add",), 2),
        (("add", ""), 11),
        (("add", "two\nlines"), 11),
        (("add", "x", "--do", "y", "--by", "soon"), 11),
        (("add", "x", "--do", "y", "--by", "0001-01-01"), 11),
        (("add", "x", "--do", ""), 11),
        (("add", "x", "--do", "y", "--by", "2025-01-01"), 11),
        (("add", "x", "--by", "2099-01-01"), 2),
        (("add", "x", "--with", "Bo"), 2),
        (("add", "x", "Nobody"), 10),
        (("add", "x" * 501), 11),
        (("done",), 2),
        (("done", "0"), 10),
        (("done", "2"), 10),
        (("done", "1.99"), 10),
        (("done", "1."), 10),
        (("done", "one"), 10),
        (("done", "-1"), 2),
        (("done", "9" * 5000), 10),
        (("done", "1", "--undo"), 2),
        (("done", "1.1", "--changed", "words that would be lost"), 2),
        (("draft", "--unit", "9.9"), 10),
        (("draft", "--unit", ""), 10),
        (("draft", "Nobody"), 10),
        (("show", "Nobody"), 10),
        (("export", "-o", "plan.odt"), 11),
    ],
)
def test_refused(args: tuple[str, ...], code: int, same: Callable[[], None], run: Run) -> None:
    ran = run("plan", *args)
    assert (ran.code, ran.out) == (code, "")
    is_plain(ran.err)
    same()


def test_what_to_type_is_about_the_one_who_was_asked_about(lived: Path, run: Run) -> None:
    named = " ".join(run("plan", "show", "Bo").out.split())
    assert 'ipsskills plan draft "Bo Sample" --unit 3.8 ' in named
    run("plan", "done", "1", "--changed", "Enough")
    assert "Pick some: ipsskills plan draft\n" in run("plan", "show").out
    assert '" --demo\n' in run("plan", "show", "Lee", "--demo").out


def test_before_any_assessment_a_unit_is_named(home: Path, run: Run) -> None:
    run("init", "--name", "Ada Example")
    ran = run("plan", "draft")
    assert (ran.code, ran.err) == (0, "")
    assert "ipsskills plan draft --unit 3.8" in ran.out
    assert "ipsskills framework show" in ran.out
    assert json.loads(run("plan", "draft", "--json").out)["data"] == []
    assert run("plan", "draft", "--unit", "2.4").code == 0
    assert "ipsskills plan show 1" in run("plan", "show").out
