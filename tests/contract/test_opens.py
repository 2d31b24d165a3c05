"""From any safety line and any step of a plan, one printed command opens the material itself.

Every unit is tried: all of them stand in a service's safety block, and a goal for each on a plan.
The command is read off the page as a person would, and run.
"""

import json
import re
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from ipsskills.cli.output.spelling import spell_text
from ipsskills.framework.types import Framework
from tests.conftest import Ran
from tests.service import answers, lived, made

__all__ = ["lived", "made"]

Run = Callable[..., Ran]

CASES = re.compile(r"ipsskills framework (?:vignette|show) (\S+)(?: --vignettes)?")
STEPS = re.compile(r"ipsskills plan show (\d+)(?: --demo)?")


def flat(text: str) -> str:
    return " ".join(text.split())


def spelt(text: str) -> str:
    return flat(spell_text(text))


def opened(run: Run, command: str) -> str:
    """Run a command as it is printed, and return what it shows."""
    program, *words = shlex.split(command)
    assert program == "ipsskills"
    ran = run(*words)
    assert (ran.code, ran.err) == (0, "")
    return flat(ran.out)


def safety_commands(page: str) -> dict[str, str]:
    """Return what opens the cases of each safety unit of a report, as its heading says it.

    That is one command, and what to type in the place of its unit for each other. Nothing stands
    behind it, or it could not be copied whole.
    """
    block = page.partition("SAFETY, EVERY TIME")[2].partition("Worried")[0]
    assert re.search(rf"{CASES.pattern}$", block.partition("\n\n")[0], re.MULTILINE)
    (first,) = CASES.finditer(flat(block))
    others = re.search(r"\(([^)]*) likewise\): ipsskills", flat(block))
    units = [first[1], *(others[1].split(", ") if others else [])]
    told = re.findall(r"^  ([\dMA]\S*)  +[A-Z]", block, re.MULTILINE)
    assert sorted(told) == sorted(units), "every unit of the block, and no other"
    return {unit: first[0].replace(first[1], unit) for unit in units}


@pytest.fixture
def all_safe(lived: Path, shipped_copy: Path, run: Run, framework: Framework) -> Path:
    """Return a home of a service to which every unit is about safety, and Ada's look at them."""
    ids = json.dumps([unit.id for unit in framework.asked() if not unit.safety])
    local = f"statements: []\nsafety_units: {ids}\n"
    (shipped_copy / "local.yaml").write_text(local, encoding="utf-8")
    assert run("settings", "framework", str(shipped_copy)).code == 0
    told = {unit.id: {"answer": str(place % 4)} for place, unit in enumerate(framework.asked())}
    file = answers(lived.parent / "safe.json", told)
    assert run("assess", "--from", str(file), "--new").code == 0
    return lived


@pytest.mark.parametrize("reader", ["Ada", "Lee Invented"])
def test_every_safety_line_opens_its_cases(
    all_safe: Path, run: Run, framework: Framework, reader: str
) -> None:
    """Whoever was asked thinks a case through first; their leader has all with their points."""
    own = reader == "Ada"
    if not own:
        assert run("init", "--name", reader).code == 0
    commands = safety_commands(run("report", *([] if own else ["Ada"])).out)
    assert set(commands) == {unit.id for unit in framework.asked()}
    for unit, command in commands.items():
        assert ("--vignettes" in command) is not own
        text = opened(run, command)
        cases = framework.by_id[unit].curriculum.vignettes
        for vignette in cases[:1] if own else cases:
            assert flat(vignette.case) in text, unit
            assert all(flat(point) in text for point in vignette.look_for), unit


def test_the_lines_of_the_demo_do(lived: Path, run: Run, framework: Framework) -> None:
    for page in ("report", "agenda"):
        text = run(page, "Ada", "--demo").out
        named = CASES.findall(flat(text))
        same = re.search(r"\(([^)]*) likewise\): ipsskills", flat(text))
        units = [*named, *(re.findall(r"\d\.\d+", same[1]) if same else [])]
        assert sorted(units) == ["2.2", "2.3", "2.4"], page
        case = framework.by_id[units[0]].curriculum.vignettes[0]
        (first, *_) = CASES.finditer(flat(text))
        assert flat(case.case) in opened(run, first[0])


def test_every_step_of_a_plan_opens_how_it_is_done(
    lived: Path, run: Run, framework: Framework
) -> None:
    units = [unit.id for unit in framework.units]
    picked = [word for unit in units if unit != "3.8" for word in ("--unit", unit)]
    assert run("plan", "draft", *picked).code == 0
    goals = json.loads(run("plan", "show", "--json").out)["data"]["goals"]
    assert {goal["units"][0] for goal in goals} == set(units)
    page = run("plan", "show").out
    opens = [found[0] for found in STEPS.finditer(page)]
    for goal, command in zip(goals, opens, strict=True):
        text = opened(run, command)
        assert all(spelt(each) in text for each in told_of(framework, goal)), goal["units"]


def test_every_step_of_the_plan_of_the_demo_does(
    lived: Path, run: Run, framework: Framework
) -> None:
    goals = json.loads(run("plan", "show", "Ada", "--demo", "--json").out)["data"]["goals"]
    assert [goal["units"] for goal in goals] == [["3.8"], ["3.16"]]
    page = run("plan", "show", "Ada", "--demo").out
    opens = [found[0] for found in STEPS.finditer(page)]
    for goal, command in zip(goals, opens, strict=True):
        assert command.endswith(" --demo")
        text = opened(run, command)
        assert all(spelt(each) in text for each in told_of(framework, goal))


def told_of(framework: Framework, goal: dict[str, Any]) -> Iterator[str]:
    """Yield what the curriculum says of a goal's steps: what to do, and what it leaves to bring."""
    lesson = framework.by_id[goal["units"][0]].curriculum
    by_title = {each.title: each for each in lesson.activities}
    assert goal["activities"]
    for step in goal["activities"]:
        yield by_title[step["text"]].what
        yield by_title[step["text"]].bring


@pytest.mark.parametrize("unit", ["2.3", "3.8", "3.16", "M7", "A1"])
def test_a_case_that_is_searched_for_is_opened_by_its_hit(
    home: Path, run: Run, framework: Framework, unit: str
) -> None:
    vignette = framework.by_id[unit].curriculum.vignettes[0]
    told = run("framework", "search", vignette.title.strip('"')).out
    commands = re.findall(r"ipsskills framework vignette \S+(?: \d+)?", told)
    assert any(flat(vignette.case) in opened(run, command) for command in commands)
