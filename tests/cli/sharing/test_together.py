"""Answers that came by file before their reader had looked: told, and read together by command."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ipsskills.cli.prompts import alone, ask
from ipsskills.cli.setup import context
from ipsskills.record.types import Person
from ipsskills.usecases.sharing.alone import keep_apart
from tests.conftest import Ran
from tests.usecases.builders import assess

Run = Callable[..., Ran]
ADA = "Ada Example"


@pytest.fixture(autouse=True)
def came(home: Path, run: Run) -> None:
    """Lee's record, into which Ada's answers to two units have just come."""
    run("init", "--name", "Lee Sample", "--role", "team leader")
    run("people", "add", ADA)
    with context.desk(context.Place(), write=True) as desk:
        with desk.reading() as view:
            ada = next(p for p in view.current(Person) if p.name == ADA)
        view_of_ada = assess(desk.as_person(ada.thing), {"3.8": "2", "3.13": "3"})
        with desk.interviewing(write=True) as (view, work):
            keep_apart(view, work, [view_of_ada])


def test_a_page_says_what_is_kept_apart_and_both_ways_out(run: Run) -> None:
    told = " ".join(run("report", ADA).out.split())
    assert "Ada Example's answers came on" in told
    assert 'ipsskills assess "Ada Example" --as supervisor --unit 3.8 --unit 3.13' in told
    assert 'ipsskills share together "Ada Example"' in told
    assert "with a check" not in told


def test_together_shows_them_and_says_what_that_means(run: Run) -> None:
    ran = run("share", "together", "Ada")
    assert ran.code == 0
    assert "you read these together: 3.8 and 3.13" in ran.out
    assert "given after reading" in ran.out
    assert "with a check" in run("report", ADA).out
    assert run("share", "together", "Ada").code == 10


@pytest.mark.parametrize(
    ("chosen", "said", "shown"),
    [
        ("look", "Look: ", False),
        ("nothing", "not seen yet on 3.8 and 3.13", True),
        ("together", "you read these together", True),
    ],
)
def test_who_takes_a_file_in_is_asked(
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    chosen: str,
    said: str,
    shown: bool,
) -> None:
    asked: list[Any] = []

    def select(question: str, ways: Any) -> str:
        asked.append((question, [key for key, _ in ways]))
        return chosen

    monkeypatch.setattr(ask, "can_ask", lambda: True)
    monkeypatch.setattr(ask, "select", select)
    with context.desk(context.Place(), write=True) as desk:
        with desk.reading() as view:
            ada = next(p.thing for p in view.current(Person) if p.name == ADA)
        alone.offer_look(desk, [desk.me or ""])  # of Ada nothing came now
        assert asked == []
        alone.offer_look(desk, [ada])
    told = " ".join(capsys.readouterr().err.split())
    assert said in told
    assert told.startswith("Ada Example's answers about their own work are here and kept apart")
    ((question, ways),) = asked
    assert question == "What now?"
    assert ways == ["look", "nothing", "together"]
    assert ("with a check" in run("report", ADA).out) is shown
