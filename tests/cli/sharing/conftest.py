"""What the tests of sharing share: two homes, made once."""

from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from ipsskills.cli.app import run as program
from tests.service import answers, at_home

ADA, LEE = "Ada Example", "Lee Sample"


@pytest.fixture(scope="session")
def both_homes(tmp_path_factory: pytest.TempPathFactory, warm_cache: Path) -> Path:
    """Make two homes once, to be copied: Lee leads the team, and Ada has looked at her practice."""
    place = tmp_path_factory.mktemp("homes")
    looked = str(answers(place / "answers.json"))
    for name, typed in (
        ("lee", ("init", "--name", LEE, "--role", "team leader")),
        ("ada", ("init", "--name", ADA, "--supervisor", LEE)),
        ("ada", ("assess", "--from", looked)),
    ):
        with (
            at_home(place / name, warm_cache),
            redirect_stdout(StringIO()),
            redirect_stderr(StringIO()) as talk,
        ):
            assert program(typed) == 0, talk.getvalue()
    return place
