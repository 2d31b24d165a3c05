"""The agenda on the screen and in files."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.service import is_plain

Run = Callable[..., Ran]


def test_the_page_and_its_file(lived: Path, tmp_path: Path, run: Run) -> None:
    ran = run("agenda")
    assert (ran.code, ran.err) == (0, "")
    assert len(ran.out.splitlines()) <= 40
    assert 'You marked it: "I freeze when they ask."' in ran.out
    assert "ipsskills explain agenda" in ran.out
    assert run("agenda", "-o", "a.md").out == f"It is in {Path.cwd() / 'a.md'}\n"
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == run("agenda", "--format", "md").out


def test_answers_stand_on_it_in_words_and_in_the_envelope_as_codes(lived: Path, run: Run) -> None:
    page, found = run("agenda").out, json.loads(run("agenda", "--json").out)["data"]
    assert "3.8 Disclosure. You marked it" in page
    assert "You: with someone." in page
    assert not re.search(r"\b(You|Supervisor): [0-3nxu]\b", page)
    told = {unit["unit"]: unit for unit in found["units"]}
    assert found["talk"][0] == "3.8"
    assert told["3.8"]["own"]["state"]["value"] == "1"
    assert "with someone" not in json.dumps(found), "rewording a page changes no JSON"


def test_the_demo_has_one_for_the_leader(lived: Path, run: Run) -> None:
    ran = run("agenda", "--demo")
    assert ran.out.startswith("Supervision: the learning part of the hour")
    assert "Lee Invented" in ran.out


@pytest.mark.parametrize(
    ("args", "code"), [(("Nobody",), 10), (("-o", "a.odt"), 11), (("--format", "odt"), 2)]
)
def test_refused(args: tuple[str, ...], code: int, lived: Path, run: Run) -> None:
    ran = run("agenda", *args)
    assert (ran.code, ran.out) == (code, "")
    is_plain(ran.err)


def test_nobody_set_as_me(home: Path, run: Run) -> None:
    assert run("agenda").code == 10
