"""``undo`` at the command line: told first, asked, and put back."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran

Run = Callable[..., Ran]


@pytest.fixture(autouse=True)
def begun(run: Run) -> None:
    assert run("init", "--name", "Ada Example").code == 0


def test_it_tells_what_it_undoes_and_how_it_comes_back(run: Run) -> None:
    run("log", "training", "--title", "Money talks")
    ran = run("undo", "--yes")
    assert ran.code == 0
    assert "Your last change, on " in ran.out
    assert "Training of " in ran.out
    assert "Money talks: added" in ran.out
    assert "undo again brings it back" in ran.out
    assert "Money talks" not in run("record").out
    run("undo", "--yes")
    assert "Money talks" in run("record").out


def test_without_a_terminal_and_a_yes_nothing_is_undone(run: Run) -> None:
    run("log", "training", "--title", "Money talks")
    ran = run("undo")
    assert ran.code == 14
    assert "--yes" in ran.err
    assert "Money talks" in run("record").out


def test_a_mark_is_told_with_its_unit(run: Run, tmp_path: Path) -> None:
    (tmp_path / "answers.yaml").write_text("answers: [{slug: disclosure, answer: '2'}]")
    run("assess", "--unit", "3.8", "--from", str(tmp_path / "answers.yaml"))
    assert "Look at your own practice of " in run("undo", "--yes").out
    run("undo", "--yes")
    run("assess", "--mark", "3.8")
    assert "Answer to 3.8 Disclosure: with a check; a mark changed" in run("undo", "--yes").out
