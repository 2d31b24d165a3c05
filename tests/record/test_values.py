"""A look through every value of a file: what is wrong is named, what is right is left in peace."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ipsskills.codes import Basis
from ipsskills.record.sqlite import values
from ipsskills.record.sqlite.health import look_at
from ipsskills.record.store import open_store
from tests.record.common import ENTRY, FRAMEWORK, NOON, SAMPLES, later, rows, run_sql, snapshot
from tests.words import meant, wrote


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a record of every kind, with values at their limits and in every script."""
    path = tmp_path / "record.db"
    full = replace(
        ENTRY, id="entry-2", thing="entry-2", at=later(microseconds=999_999), hours=1000,
        minutes=600, title=wrote("q" * 500), text=meant("Zoë 李 👩🏽\u200d💻\n\ttwo"),
        own_word=wrote(""),
        expires=date(2028, 2, 29), basis=Basis.MEMORY, cancelled=wrote("* [a-z] % _"),
        items=tuple(f"3.{n}" for n in range(2000)),
    )  # fmt: skip
    with open_store(path, NOON, write=True) as store, store.writing() as work:
        work.keep_framework(FRAMEWORK)
        work.add(*SAMPLES, full)
    return path


def test_all_that_the_program_writes_is_right(path: Path) -> None:
    before = snapshot(path.parent)
    assert look_at(path).problems == ()
    assert snapshot(path.parent) == before


@pytest.mark.parametrize(
    ("table", "column", "value", "problem"),
    [
        ("person", "name", "''", "is not a text that fits"),
        ("person", "name", "'two' || char(10) || 'lines'", "is not a text that fits"),
        ("person", "name", "x'6869'", "is not a text that fits"),
        ("person", "role", "'wizard'", "is not a known code"),
        ("person", "hours", "1.5", "is not a number that fits"),
        ("person", "hours", "0", "is not a number that fits"),
        ("person", "since", "'2026-02-30'", "is not a date"),
        ("person", "since", "'2026-2-3'", "is not a date"),
        ("person", "caseload", "1.5", "is not a number that fits"),
        ("person", "at", "'2026-11-24 12:00:00'", "is not a time"),
        ("person", "at", "'2026-11-24 25:00:00.000000'", "is not a time"),
        ("person", "at", "'now'", "is not a time"),
        ("assessment", "scope", "'no list'", "is not a list that fits"),
        ("assessment", "scope", "'[1]'", "is not a list that fits"),
        ("assessment", "scope", "'{}'", "is not a list that fits"),
        ("assessment", "period_months", "25", "is not a number that fits"),
        ("rating", "code", "'4'", "is not a known code"),
        ("rating", "bring", "2", "is neither yes nor no"),
        ("note", "text", "'bell' || char(7)", "is not a text that fits"),
        ("note", "text", "'escape' || char(155)", "is not a text that fits"),
        ("note", "text", "'nothing' || char(0)", "is not a text that fits"),
        ("note", "kept_on_purpose", "'text'", "is not a list that fits"),
        ("goal", "number", "0", "is not a number that fits"),
        ("goal_activity", "due", "'soon'", "is not a date"),
        ("entry", "minutes", "601", "is not a number that fits"),
        ("framework_text", "text", "x'00'", "is not a text that fits"),
    ],
)
def test_a_wrong_value_is_named_and_not_repeated(
    path: Path, table: str, column: str, value: str, problem: str
) -> None:
    key = "hash" if table == "framework_text" else "id"
    ((row,),) = rows(path, f"SELECT min({key}) FROM {table}")
    run_sql(path, f"UPDATE {table} SET {column} = {value} WHERE {key} = '{row}'")
    assert look_at(path).problems == (f"{column} of {row} in {table} {problem}",)


def test_every_wrong_value_of_a_row_is_named(path: Path) -> None:
    run_sql(path, "UPDATE rating SET code = '9', basis = 'Z'")
    assert look_at(path).problems == (
        "code of rating-1 in rating is not a known code",
        "basis of rating-1 in rating is not a known code",
    )


def test_of_very_many_wrong_values_the_first_are_named(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(values, "MOST_NAMED", 1)
    run_sql(path, "UPDATE entry SET due = 'soon'")
    assert look_at(path).problems == (
        "due of entry-1 in entry is not a date", "more values in entry are wrong",
    )  # fmt: skip
