"""Copies rows of a record many times under new ids, in SQL, whatever columns its tables have.

Ids are UUIDs. Their last twelve digits are first set to nought throughout, then each kind of copy
puts its number into some of them, so that what names a copied thing names its copy.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

_UUID = "????????-????-????-????-????????????"
_FREE, _LENGTH = 24, 36
_PREFIXES = ("", "note:")

# The digits of an id, counted from 0, in which each kind of copy has its number.
LOOKS, PEOPLE, TEAMS = slice(24, 27), slice(27, 30), slice(30, 36)


@dataclass(frozen=True)
class Copies:
    """``numbers`` are the copies to make, each so many days earlier; ids in ``keep`` stay.

    ``columns`` are SQL for columns that differ from copy to copy, whose number is ``n``.
    """

    digits: slice
    numbers: range
    days_apart: int = 0
    keep: tuple[str, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)


def copy_rows(record: sqlite3.Connection, table: str, where: str, copies: Copies) -> None:
    """Copy the rows of a table for which ``where`` (SQL) holds."""
    record.execute("CREATE TEMP TABLE copy (n INTEGER, days TEXT)")
    days = [(n, f"-{n * copies.days_apart} days") for n in copies.numbers]
    record.executemany("INSERT INTO copy VALUES (?, ?)", days)
    record.execute(f"CREATE TEMP TABLE source AS SELECT * FROM {table} WHERE {where}")
    columns = {name: _copied(name, kind, copies) for name, kind in _columns(record, table)}
    names = ", ".join(f'"{name}"' for name in columns)
    record.execute(
        f"INSERT INTO {table} ({names}) SELECT {', '.join(columns.values())} FROM source, copy"
    )
    record.execute("DROP TABLE source")
    record.execute("DROP TABLE copy")


def move_rows(record: sqlite3.Connection, table: str, where: str, days: int) -> None:
    """Put the days of rows earlier."""
    moved = [
        f'"{name}" = {_earlier(name, kind, f"{-days} days", quoted=True)}'
        for name, kind in _columns(record, table)
        if kind in ("DATE", "TIMESTAMP")
    ]
    record.execute(f"UPDATE {table} SET {', '.join(moved)} WHERE {where}")


def normalise_ids(record: sqlite3.Connection, settings: Path) -> None:
    """Set the digits that copies use to nought, in the record and in the settings beside it."""
    for table in tables(record):
        names = [name for name, kind in _columns(record, table) if kind == "VARCHAR"]
        changes = [f'"{name}" = {_id(name, slice(_FREE, _LENGTH), "0")}' for name in names]
        record.execute(f"UPDATE {table} SET {', '.join(changes)}")
    kept = json.loads(settings.read_text(encoding="utf-8"))
    digits = "0" * (_LENGTH - _FREE)
    kept["me"] = {store: me[:_FREE] + digits for store, me in kept["me"].items()}
    settings.write_text(json.dumps(kept), encoding="utf-8")


def tables(record: sqlite3.Connection) -> list[str]:
    """Return the tables that hold versions of things."""
    found = record.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    names = [str(name) for (name,) in found]
    return [name for name in names if "about" in dict(_columns(record, name))]


@contextmanager
def without_indexes(record: sqlite3.Connection) -> Iterator[None]:
    """Take the indexes away while many rows are put in, and make them again at the end."""
    made = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    indexes = record.execute(made).fetchall()
    for name, _ in indexes:
        record.execute(f"DROP INDEX {name}")
    yield
    for _, sql in indexes:
        record.execute(sql)


def _columns(record: sqlite3.Connection, table: str) -> list[tuple[str, str]]:
    return [(row[1], row[2]) for row in record.execute(f"PRAGMA table_info({table})")]


def _copied(name: str, kind: str, copies: Copies) -> str:
    """Return SQL for a column of a copy."""
    if name in copies.columns:
        return copies.columns[name]
    if kind in ("DATE", "TIMESTAMP"):
        return _earlier(name, kind, "days")
    return _id(name, copies.digits, "n", copies.keep) if kind == "VARCHAR" else f'"{name}"'


def _earlier(name: str, kind: str, days: str, *, quoted: bool = False) -> str:
    by = f"'{days}'" if quoted else days
    if kind == "DATE":
        return f'date("{name}", {by})'
    return f'datetime("{name}", {by}) || substr("{name}", 20)'


def _id(name: str, digits: slice, number: str, keep: Iterable[str] = ()) -> str:
    """Return SQL for a column that may hold an id, alone or at the start of what it holds."""
    kept = ", ".join(f"'{each}'" for each in keep)
    cases = [f'WHEN "{name}" IN ({kept}) THEN "{name}"'] if kept else []
    for prefix in _PREFIXES:
        start, end = len(prefix) + digits.start, len(prefix) + digits.stop
        hexadecimal = f"printf('%0{digits.stop - digits.start}x', {number})"
        cases.append(
            f"WHEN \"{name}\" GLOB '{prefix}{_UUID}*' THEN "
            f'substr("{name}", 1, {start}) || {hexadecimal} || substr("{name}", {end + 1})'
        )
    return f'CASE {" ".join(cases)} ELSE "{name}" END'
