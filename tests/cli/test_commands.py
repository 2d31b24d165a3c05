"""What holds for every page: where it is written, how wide it is; and the program itself."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from ipsskills.cli.everyday import MEANT
from ipsskills.cli.running import name_obvious
from tests.cases import try_each
from tests.conftest import Ran
from tests.service import record_file

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


@try_each("args", PAGES)
def test_a_page_is_on_stdout_alone_the_same_at_any_width_and_leaves_everything_as_it_was(
    args: tuple[str, ...], same: Callable[[], None], run: Run
) -> None:
    ran = run(*args)
    assert (ran.code, ran.err) == (0, "")
    # An address stays whole, so that it can be copied: its line holds nothing else.
    lines = [line for line in ran.out.splitlines() if not line.strip().startswith("https://")]
    assert max(map(len, lines)) <= WIDTH
    assert ran.out.endswith("\n")
    assert not ran.out.endswith("\n\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", "200")
        patch.setenv("FORCE_COLOR", "1")
        assert run(*args) == ran
    assert "\x1b" not in ran.out
    same()


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
