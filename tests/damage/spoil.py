"""Spoils a record: bytes of its pages, values in its rows, or the whole file for another.

Each way takes the same random source, so that one number tells which damage it was.
"""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

PAGE = 4096
MOST_SPOILT = 64
Way = Callable[[Path, Random], str]

# Texts that stand where a code, a date, a list or words should: what comes of a wrong byte, of a
# program that wrote something else, and of a person with an editor.
STRANGE: tuple[object, ...] = (
    None,
    "",
    "nonsense",
    7,
    -1,
    2**62,
    1.5,
    float("inf"),
    "2026-13-45",
    "2026-02-30",
    "20261124",
    "1 March",
    "0000-00-00",
    "99999-01-01",
    "9999-12-31",
    "0001-01-01",
    "2026-11-24T12:00:00+01:00",
    "[1, 2]",
    '{"a": 1}',
    "[",
    "null",
    '["a", null]',
    "[" * 3000,
    '"\\ud800"',
    '["\\ud800"]',
    b"\xff\xfe",
    b"",
    "x" * 20_000,
    "\x1b[31mred\x07",
    "\u202egnp.exe",
    "nul\x00inside",
    "'; DROP TABLE person; --",
)
NOT_UTF8 = ("ff41", "c3", "e28228", "eda080", "f8888080", "41c0af42", "80")


def spoil_bytes(path: Path, rng: Random) -> str:
    """Write random bytes into one or two pages of the file, the first one too."""
    content = bytearray(path.read_bytes())
    told = []
    for _ in range(rng.choice((1, 1, 1, 2))):
        page = 0 if rng.random() < 0.2 else rng.randrange(len(content) // PAGE)
        first = page * PAGE + rng.randrange(PAGE)
        length = rng.choice((1, 2, 8, MOST_SPOILT, PAGE))
        last = min(first + length, len(content))
        how = rng.choice(("noise", "zero", "ones", "other page"))
        content[first:last] = _bytes(content, rng, how, last - first)
        told.append(f"{last - first} bytes from {first} {how}")
    path.write_bytes(content)
    return "; ".join(told)


def _bytes(content: bytearray, rng: Random, how: str, length: int) -> bytes:
    if how == "noise":
        return rng.randbytes(length)
    if how == "other page":
        start = rng.randrange(len(content) - length)
        return bytes(content[start : start + length])
    return (b"\0" if how == "zero" else b"\xff") * length


def spoil_value(path: Path, rng: Random) -> str:
    """Put something strange into one value of one row, past the program."""
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("PRAGMA foreign_keys = OFF")
        tables = [
            name
            for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if raw.execute(f'SELECT 1 FROM "{name}"').fetchone()
        ]
        table = rng.choice(sorted(tables))
        columns = [row[1] for row in raw.execute(f'PRAGMA table_info("{table}")')]
        column = rng.choice(columns)
        rows = [row for (row,) in raw.execute(f'SELECT rowid FROM "{table}" ORDER BY rowid')]
        row = rng.choice(rows)
        if rng.random() < 0.3:
            value: object = rng.choice(NOT_UTF8)
            written = f"CAST(X'{value}' AS TEXT)"
            given: tuple[object, ...] = ()
        else:
            value, written = rng.choice(STRANGE), "?"
            given = (value,)
        try:
            raw.execute(f'UPDATE "{table}" SET "{column}" = {written} WHERE rowid = {row}', given)
        except sqlite3.IntegrityError:  # the table itself keeps this out
            value = 9_999
            raw.execute(f'UPDATE "{table}" SET "{column}" = {value} WHERE rowid = {row}')
    return f"{table}.{column} of row {row} is {str(value)[:40]!r}"


def spoil_shape(path: Path, rng: Random) -> str:
    """Take away or change a part of the database: a table, a row of its forms, its own values."""
    ways = (
        "DROP TABLE rating",
        "DROP TABLE store",
        "DROP TABLE migration",
        "DELETE FROM migration",
        "UPDATE migration SET number = number + 96",
        "UPDATE migration SET number = number - 9",
        "DELETE FROM store",
        "DELETE FROM store WHERE name = 'id'",
        "DELETE FROM framework_text",
        "DELETE FROM person",
        "ALTER TABLE entry DROP COLUMN title",
        "ALTER TABLE person RENAME COLUMN name TO called",
        "ALTER TABLE migration RENAME COLUMN number TO version",
        "ALTER TABLE goal RENAME TO target",
    )
    way = rng.choice(ways)
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute(way)
    return way


def make_foreign(path: Path, rng: Random) -> str:
    """Put a truncated record or somebody else's file in the place of the record."""
    content = path.read_bytes()
    others: dict[str, Callable[[], bytes]] = {
        "cut short": lambda: content[: rng.randrange(1, len(content))],
        "cut at a page": lambda: content[: PAGE * rng.randrange(1, len(content) // PAGE)],
        "only its head": lambda: content[:100],
        "no bytes": lambda: b"",
        "one byte": lambda: b"S",
        "zeros": lambda: b"\0" * rng.choice((1, 100, PAGE, 9 * PAGE)),
        "words": lambda: b"Dear Sir, I write to you about the flat.\r\n" * 40,
        "JSON": lambda: json.dumps({"answers": []}).encode(),
        "a picture": lambda: b"\x89PNG\r\n\x1a\n" + rng.randbytes(2000),
        "twice itself": lambda: content + content,
        "its end before its beginning": lambda: content[PAGE:] + content[:PAGE],
        "more at its end": lambda: content + rng.randbytes(777),
    }
    databases = {
        "a database without tables": ("PRAGMA user_version = 3",),
        "a database with tables": ("CREATE TABLE messages (id INTEGER, text TEXT)",),
        "a foreign migration table": ("CREATE TABLE migration (version TEXT, applied TEXT)",),
        "a foreign migration table with rows": (
            "CREATE TABLE migration (number TEXT, name TEXT)",
            "INSERT INTO migration VALUES ('2026_first', 'x')",
        ),
        "a migration table like ours": (
            "CREATE TABLE migration (number INTEGER, name TEXT, program TEXT, at TEXT)",
            "INSERT INTO migration VALUES (1, 'init', 'alembic', 'now')",
        ),
        "a write-ahead log": ("PRAGMA journal_mode = WAL", "CREATE TABLE mail (id INTEGER)"),
    }
    kind = rng.choice(sorted((*others, *databases)))
    if kind in others:
        path.write_bytes(others[kind]())
        return kind
    path.unlink()
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        for statement in databases[kind]:
            raw.execute(statement)
    return kind


def spoil_content(path: Path, rng: Random) -> str:
    """Spoil a value, or now and then a part of the database."""
    return spoil_shape(path, rng) if rng.random() < 0.12 else spoil_value(path, rng)


WAYS: dict[str, Way] = {"bytes": spoil_bytes, "values": spoil_content, "foreign": make_foreign}
