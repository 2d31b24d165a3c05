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
    assert run("agenda", "-o", "a.md").out == "It is in a.md\n"
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == run("agenda", "--format", "md").out


def test_no_answer_stands_on_it_as_a_code_nor_in_the_envelope(lived: Path, run: Run) -> None:
    found = json.loads(run("agenda", "--json").out)["data"]
    assert found["talk"][0]["own"] == "with someone"
    assert not re.search(r'"(own|supervisor|said)": "[0-3nxu]"', json.dumps(found))


def test_the_demo_has_one_for_the_leader(lived: Path, run: Run) -> None:
    ran = run("agenda", "--demo")
    assert ran.out.startswith("Supervision: the learning part of the hour")
    assert "Lee Invented" in ran.out


@pytest.mark.parametrize(
    ("args", "code"), [(("Nobody",), 10), (("-o", "a.docx"), 11), (("--format", "pdf"), 2)]
)
def test_refused(args: tuple[str, ...], code: int, lived: Path, run: Run) -> None:
    ran = run("agenda", *args)
    assert (ran.code, ran.out) == (code, "")
    is_plain(ran.err)


def test_nobody_set_as_me(home: Path, run: Run) -> None:
    assert run("agenda").code == 10
