"""A date that cannot be right is asked about before anything is kept; pages show all there is."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from ipsskills.cli.prompts import ask
from ipsskills.cli.setup import context
from ipsskills.framework.load import load
from tests.conftest import NOON, Ran

Run = Callable[..., Ran]

LOG = ("log", "training", "--title", "Benefits", "--hours", "2")


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """Return the time it is for the program, to be set."""
    now = [NOON]
    monkeypatch.setattr(context, "now", lambda: now[0])
    return now


@pytest.fixture
def begun(run: Run, at: list[datetime], tmp_path: Path) -> Run:
    """Return what runs a command on a record begun at noon."""
    del at

    def on_it(*args: str) -> Ran:
        return run(*args, "--db", str(tmp_path / "record.db"))

    assert on_it("init", "--name", "Ada Example", "--role", "employment specialist").code == 0
    return on_it


@pytest.mark.parametrize(
    ("days", "code"), [(-2, 11), (-1, 11), (0, 0), (1, 0), (365, 0), (366, 11), (800, 11)]
)
def test_a_day_before_the_newest_or_more_than_a_year_after_it_is_asked_about(
    begun: Run, at: list[datetime], days: int, code: int
) -> None:
    at[0] = NOON + timedelta(days=days)
    ran = begun(*LOG)
    assert ran.code == code, ran.err
    shown = begun("record", "--json")
    assert ('"Benefits"' in shown.out) is (code == 0), "nothing is kept before it is said"
    if code:
        assert "This computer says it is" in ran.err
        assert "--yes" in ran.err


@pytest.mark.parametrize("days", [-2, 366])
def test_it_goes_on_where_the_date_is_said_to_be_right_and_asks_once(
    begun: Run, at: list[datetime], days: int
) -> None:
    at[0] = NOON + timedelta(days=days)
    assert begun(*LOG, "--yes").code == 0
    assert begun("log", "training", "--title", "Another").code == 0


def test_an_hour_back_on_one_day_is_nothing_to_ask_about(begun: Run, at: list[datetime]) -> None:
    at[0] = NOON - timedelta(hours=3)
    assert begun(*LOG).code == 0


def test_at_a_terminal_it_is_asked(
    begun: Run, at: list[datetime], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    answers = iter([False, True])
    monkeypatch.setattr(ask, "can_ask", lambda: True)

    def sure(question: str) -> bool:
        asked.append(question)
        return next(answers)

    monkeypatch.setattr(ask, "sure", sure)
    at[0] = NOON - timedelta(days=2)
    assert begun(*LOG).code == 130
    assert begun(*LOG).code == 0
    assert asked[0] == (
        "This computer says it is 22 Nov 2026, but the newest in the record is of 24 Nov 2026. "
        "Is it right?"
    )


def test_pages_show_what_is_finished_whatever_the_day_is(
    begun: Run, at: list[datetime], tmp_path: Path
) -> None:
    answers = tmp_path / "answers.csv"
    slugs = [load().by_id[unit].slug for unit in ("3.8", "3.10")]
    answers.write_text(f"slug,answer\n{slugs[0]},2\n{slugs[1]},3\n", encoding="utf-8")
    assert begun("assess", "--unit", "3.8", "--unit", "3.10", "--from", str(answers)).code == 0
    at[0] = NOON - timedelta(days=1)
    assert begun("chart", "radar", "-o", str(tmp_path / "r.svg")).code == 0
    assert "view on 24 Nov 2026" in begun("report").out
    assert begun("report", "--on", "2026-11-23").code == 10
