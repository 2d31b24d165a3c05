"""One command, one transaction: no page mixes two states of a record that others write to."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Ran
from tests.contract.ways import BEFORE, SUCCEEDS, WORKING
from tests.service import command

Run = Callable[..., Ran]

# What needs more: the interview has one for each answer; the others are about whole records.
EXCEPTIONS = {
    *("assess", "demo", "data backup", "data restore", "data join", "data forget", "data redact"),
    "share in",  # each of its files by itself, after those that came before were listed
}

# What reads no record, though it could be told which one.
NO_RECORD = {"data where"}

# What opens more than it should until its use cases are one transaction each.
NOT_YET: set[str] = set()

MOST_WHILE_WRITING = 2


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the list to which each transaction that is begun on any connection is added."""
    found: list[str] = []

    def note(statement: str) -> None:
        if statement.lstrip().upper().startswith("BEGIN"):
            found.append(statement)

    really = sqlite3.connect

    def connect(*args: Any, **options: Any) -> sqlite3.Connection:
        opened: sqlite3.Connection = really(*args, **options)
        if not str(args[0]).endswith("-copying"):  # the lock on making the day's copy
            opened.set_trace_callback(note)
        return opened

    monkeypatch.setattr("sqlite3.connect", connect)
    monkeypatch.setattr("sqlite3.dbapi2.connect", connect)
    return found


def knows_a_record(words: tuple[str, ...]) -> bool:
    """Whether a command can be told which record to work on."""
    options = {opt for param in command(words).params for opt in param.opts}
    return bool({"--db", "--demo"} & options) and " ".join(words) not in NO_RECORD


def list_counted() -> list[Any]:
    """Return the commands whose transactions are counted."""
    late = pytest.mark.xfail(strict=True, reason="its use cases are not one transaction each yet")
    names = [" ".join(words) for words in WORKING]
    counted = [name for name in names if name not in EXCEPTIONS]
    return [pytest.param(n, marks=[late] if n in NOT_YET else [], id=n) for n in counted]


def test_the_lists_name_commands_that_exist() -> None:
    assert {" ".join(words) for words in WORKING} >= EXCEPTIONS | NO_RECORD | NOT_YET
    assert not EXCEPTIONS & NOT_YET


@pytest.mark.usefixtures("undrawn")
@pytest.mark.parametrize("name", list_counted())
def test_a_page_is_one_transaction_and_a_change_at_most_two(
    name: str, files: Path, begun: list[str], run: Run
) -> None:
    words = tuple(name.split())
    if name in BEFORE:
        assert run(*BEFORE[name]).code == 0
    begun.clear()
    ran = run(*words, *SUCCEEDS[name])
    assert (ran.code, ran.err if ran.code else "") == (0, "")
    if not knows_a_record(words):
        assert begun == []
        return
    writing = [statement for statement in begun if "IMMEDIATE" in statement.upper()]
    if writing:
        assert len(begun) <= MOST_WHILE_WRITING
        assert len(writing) == 1
    else:
        assert len(begun) == 1


def test_a_transaction_too_many_would_be_seen(
    files: Path, begun: list[str], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("people", "list").code == 0
    once = len(begun)
    assert run("people", "list").code == 0
    assert len(begun) == 2 * once > 0
