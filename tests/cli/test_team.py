"""Teams from the command line."""

import json
import re
from collections.abc import Callable
from pathlib import Path

from tests.cases import try_each
from tests.conftest import Ran
from tests.service import is_plain

Run = Callable[..., Ran]


def test_list(lived: Path, run: Run) -> None:
    ran = run("team", "list")
    assert (ran.code, ran.err) == (0, "")
    assert "North" in ran.out
    assert "In no team: Ada Example." in ran.out
    told = json.loads(run("team", "list", "--json").out)["data"]
    assert told["teams"] == [{"name": "North", "leaders": [], "people": ["Bo Sample"]}]


def test_show(lived: Path, run: Run) -> None:
    run("people", "edit", "Bo", "--supervisor", "Ada")
    run("log", "supervision", "Bo", "--on", "2026-11-01", "--who", "Ada Example")
    ran = run("team", "show", "nor")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("North\nNobody is named who leads it.\n")
    assert "Bo Sample" in ran.out
    assert "Ada Example" in ran.out


def test_in_the_invented_service_what_is_next_is_there_too(lived: Path, run: Run) -> None:
    told = run("team", "list", "--demo").out
    commands = re.findall(r"^  (?:-  )?(ipsskills .*?)(?:  |$)", told, re.MULTILINE)
    assert commands
    assert all(line.endswith(" --demo") for line in commands), commands
    assert "--demo" not in run("team", "list").out


@try_each("args", [("show",), ("show", "South"), ("show", ""), ("list", "x")])
def test_refused(args: tuple[str, ...], lived: Path, run: Run) -> None:
    ran = run("team", *args)
    assert ran.code in (2, 10)
    assert ran.out == ""
    is_plain(ran.err)
