"""Days and lengths of time at options and prompts: what is meant, said back and refused."""

import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.cases import try_each
from tests.cli.begun import NOW, begin_home
from tests.conftest import Ran

Run = Callable[..., Ran]


MONDAY_NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory, warm_cache: Path) -> Path:
    return begin_home(tmp_path_factory.mktemp("begun"), warm_cache, lambda: MONDAY_NOON)


@pytest.fixture
def ada(home: Path, begun: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give Ada Example a home with a record of her own, on Monday 30 November 2026."""
    monkeypatch.setattr(NOW, lambda: MONDAY_NOON)
    shutil.copytree(begun, home, dirs_exist_ok=True)
    return home


@pytest.fixture
def at_terminal(
    monkeypatch: pytest.MonkeyPatch, typed: Callable[[str], None]
) -> Callable[..., None]:
    """Let somebody answer prompts, a line each."""

    def give(*lines: str) -> None:
        typed("".join(f"{line}\n" for line in lines))
        monkeypatch.setattr("ipsskills.cli.prompts.ask.can_ask", lambda: True)

    return give


def entries(run: Run, *args: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("record", "--json", *args).out)["data"]["entries"]
    return found


@pytest.mark.parametrize(
    ("typed_day", "day"),
    [
        ("2 Mar 2026", "2026-03-02"),
        ("1.3.2026", "2026-03-01"),
        ("3-Mar-26", "2026-03-03"),
        ("2 March", "2026-03-02"),
        ("yesterday", "2026-11-29"),
        ("last Friday", "2026-11-27"),
        ("today", "2026-11-30"),
        ("Wed", "2026-11-25"),
        ("1 December", "2025-12-01"),
    ],
)
def test_an_option_takes_a_day_that_was(typed_day: str, day: str, ada: Path, run: Run) -> None:
    ran = run("log", "training", "--title", "x", "--on", typed_day)
    assert (ran.code, ran.err) == (0, "")
    assert entries(run)[0]["on"] == day


@pytest.mark.parametrize(
    ("typed_day", "day"),
    [
        ("2 March", "2027-03-02"),
        ("Friday", "2026-12-04"),
        ("tomorrow", "2026-12-01"),
        ("12/12", "2026-12-12"),
    ],
)
def test_a_day_to_come_is_the_next(typed_day: str, day: str, ada: Path, run: Run) -> None:
    ran = run("log", "supervision", "--minutes", "1h15", "--next", typed_day)
    assert (ran.code, ran.err) == (0, "")
    assert (entries(run)[0]["next_on"], entries(run)[0]["minutes"]) == (day, 75)
    ran = run("plan", "add", "Meet an employer", "--do", "Ring", "--by", typed_day, "--json")
    (*_, goal) = json.loads(ran.out)["data"]["goals"]
    assert goal["activities"][0]["due"] == day


@try_each(
    ("args", "told"),
    [
        (("log", "training", "--title", "x", "--on", ""), "--on names no day."),
        (("log", "training", "--title", "x", "--on", " "), "--on names no day."),
        (("log", "training", "--title", "x", "--on", "31 April"), "There is no 31 April."),
        (("log", "training", "--title", "x", "--hours", "1e2"), "'1e2' is not a number of hours."),
        (("report", "--on", "2026-03"), "'2026-03' is a month"),
        (("report", "--since", "Mar 2026", "--on", "2 Jan 2026"), "runs backwards"),
        (("record", "--since", "May", "--until", "2026-03"), "1 May 2026 is after 31 Mar 2026."),
        (("record", "--since", "3.8.26", "--until", "8.3.26"), "runs backwards"),
        (("record", "--since", "2026"), "'2026' is a year."),
        (("compare", "--mine", "12/25/2026"), "There is no month 25."),
        (("plan", "review", "1", "--next", "next Friday"), "4 Dec 2026 or 11 Dec 2026"),
        (("people", "edit", "--left", "1 Feb"), "'1 Feb' may be 1 Feb 2026 or 1 Feb 2027."),
        (("assess", "--period", "1e1"), "'1e1' is not a number of months."),
    ],
)
def test_what_cannot_be_meant_says_why(
    args: tuple[str, ...], told: str, ada: Path, run: Run
) -> None:
    ran = run(*args)
    assert (ran.code, ran.out) == (11, "")
    assert told in ran.err


def test_a_month_is_its_first_and_its_last_day_where_a_span_is_meant(ada: Path, run: Run) -> None:
    for title, on in (("early", "28 Feb 2026"), ("in", "31/3/2026"), ("late", "1 Apr 2026")):
        run("log", "training", "--title", title, "--on", on)
    march = entries(run, "--since", "March", "--until", "March")
    assert [entry["title"] for entry in march] == ["in"]
    assert len(entries(run, "--since", "2026-03")) == 2
    assert len(entries(run, "--until", "03/2026")) == 2


def test_a_prompt_says_back_what_it_understood(
    ada: Path, run: Run, at_terminal: Callable[..., None]
) -> None:
    at_terminal("Money", "last Fri", "3.7", "8", "½", "", "", "")
    ran = run("log", "training")
    assert ran.code == 0, ran.err
    assert "\n  Friday 27 Nov 2026\n" in ran.err
    assert "\n  30 minutes\n" in ran.err
    assert (entries(run)[0]["on"], entries(run)[0]["hours"]) == ("2026-11-27", 0.5)


def test_a_prompt_for_actions_says_back_by_when(
    ada: Path, run: Run, at_terminal: Callable[..., None]
) -> None:
    at_terminal("20 Nov", "1", "60", "", "", "", "4 Dec", "Ada: ring by Wednesday", "")
    ran = run("log", "supervision")
    assert ran.code == 0, ran.err
    said = [line for line in ran.err.splitlines() if line.startswith("  ") and "2026" in line]
    assert said == ["  Friday 20 Nov 2026", "  Friday 4 Dec 2026", "  Wednesday 2 Dec 2026"]


@pytest.mark.parametrize("share", ["0.5", "0,5", "½", ".5"])
def test_a_share_of_full_time(share: str, ada: Path, run: Run) -> None:
    assert run("people", "edit", "--hours", share).code == 0
    (found,) = json.loads(run("people", "list", "--json").out)["data"]
    assert found["hours"] == 0.5


def test_hours_that_are_no_quarters_are_said_in_minutes(ada: Path, run: Run) -> None:
    ran = run("log", "training", "--title", "x", "--hours", "20 min")
    assert "20 minutes" in ran.out
    ran = run("log", "training", "--correct", "last", "--hours", "1:18")
    assert "1 hour 18 minutes" in ran.out
    assert "1.5 hours" in run("log", "training", "--correct", "last", "--hours", "1,5").out
