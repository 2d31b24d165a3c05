"""What holds for every page: where it is written, how wide it is; and the program itself."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from ipsskills.cli.everyday import MEANT
from ipsskills.cli.running import name_obvious
from tests.cases import try_each
from tests.conftest import Ran
from tests.service import record_file, snapshot

Run = Callable[..., Ran]

WIDTH = 80
PAGES = [
    (),
    ("report",),
    ("report", "--demo"),
    ("plan", "show"),
    ("plan", "show", "--demo"),
    ("people", "list"),
    ("framework", "show"),
    ("framework", "show", "3.10"),
    ("framework", "search", "disclosure"),
    ("explain",),
    ("explain", "order"),
    ("settings",),
]


@pytest.mark.parametrize("args", PAGES, ids=" ".join)
def test_a_page_is_on_stdout_alone_and_at_most_eighty_columns_wide(
    args: tuple[str, ...], lived: Path, run: Run
) -> None:
    ran = run(*args)
    assert (ran.code, ran.err) == (0, "")
    # An address stays whole, so that it can be copied: its line holds nothing else.
    lines = [line for line in ran.out.splitlines() if not line.strip().startswith("https://")]
    assert max(map(len, lines)) <= WIDTH
    assert ran.out.endswith("\n")
    assert not ran.out.endswith("\n\n")


@pytest.mark.parametrize("args", PAGES, ids=" ".join)
def test_the_width_of_the_terminal_changes_nothing_in_a_file(
    args: tuple[str, ...], lived: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = run(*args)
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert run(*args) == usual
    assert "\x1b" not in usual.out


def test_reading_changes_nothing(lived: Path, run: Run) -> None:
    before = snapshot(lived)
    for args in PAGES:
        assert run(*args).code == 0
    assert snapshot(lived) == before


def test_version(run: Run) -> None:
    assert re.fullmatch(r"ipsskills \d+\.\d+\.\d+\S*\n", run("--version").out)


def test_a_slip_of_the_keyboard_is_met_with_a_suggestion(run: Run) -> None:
    ran = run("reprot")
    assert ran.code == 2
    assert "Did you mean 'report'" in ran.err


@pytest.mark.parametrize("typed", [("data", "erase"), ("erase",)], ids=" ".join)
def test_an_everyday_word_leads_to_what_is_meant(run: Run, typed: tuple[str, ...]) -> None:
    ran = run(*typed)
    assert ran.code == 2
    assert "You may want: ipsskills data forget, ipsskills data redact," in ran.err
    assert "Did you mean" not in ran.err


def test_everyday_words_lead_to_commands_that_are_there(run: Run) -> None:
    for each in {command for commands in MEANT.values() for command in commands}:
        command = each.partition(" --")[0].split()
        assert run(*command, "--help").out.startswith("Usage: "), each


@pytest.mark.parametrize("given", [("--demo", "report"), ("report", "--demo")], ids=" ".join)
def test_demo_may_stand_before_or_after_the_command(
    given: tuple[str, ...], lived: Path, run: Run
) -> None:
    ran = run(*given)
    assert ran.code == 0
    assert "Lee Invented's view" in ran.out


def test_demo_and_another_record_are_not_asked_for_together(lived: Path, run: Run) -> None:
    assert run("report", "--demo", "--db", str(record_file())).code == 2


@try_each(
    ("typed", "meant"),
    [
        (["plan"], ["plan", "show"]),
        (["people", "--demo"], ["people", "list", "--demo"]),
        (["team", "--db", "a.db"], ["team", "list", "--db", "a.db"]),
        (["plan", "draft"], ["plan", "draft"]),
        (["plan", "--help"], ["plan", "--help"]),
        (["chart"], ["chart"]),
        ([], []),
    ],
)
def test_a_group_named_alone_shows_its_obvious_page(typed: list[str], meant: list[str]) -> None:
    assert name_obvious(typed) == meant


def test_a_group_without_one_says_what_there_is(home: Path, run: Run) -> None:
    ran = run("chart")
    assert ran.code == 2
    assert ran.err.startswith("Say what to do: ipsskills chart radar")
