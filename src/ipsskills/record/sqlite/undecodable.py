"""Says which value SQLite could not give out, where its driver repeats the value itself."""

import re
import sqlite3
from collections.abc import Sequence
from typing import Any

from ipsskills.record.damage import Unreadable, name_value

_COLUMN = r"Could not decode to UTF-8 column '([^']*)'"
_TABLE = r'\bFROM "?(\w+)"?'
_KEYS = ("id", "hash", "thing", "name", "number")
_NO_TEXT = (UnicodeError, OverflowError, MemoryError)


def explain_fault(
    raw: sqlite3.Connection, sql: str, values: Sequence[Any], error: Exception
) -> Exception:
    """Return what to raise for what a statement raised: the same, or Unreadable for a bad value.

    Where a text is not UTF-8, the driver's own message would show it to whoever reads the error.
    """
    if isinstance(error, _NO_TEXT):
        return Unreadable(f"something in {_find_table(sql)}")
    if not isinstance(error, sqlite3.OperationalError):
        return error
    column = re.match(_COLUMN, str(error))
    if not column:
        return error
    key = _find_row(raw, sql, values, column[1])
    return Unreadable(name_value(_find_table(sql), key, column[1]))


def _find_table(sql: str) -> str:
    found = re.search(_TABLE, sql)
    return found[1] if found else "the record"


def _find_row(raw: sqlite3.Connection, sql: str, values: Sequence[Any], column: str) -> object:
    """Return the key of the first row whose value in a column is no text, if it has one."""
    kept, raw.text_factory = raw.text_factory, bytes
    try:
        done = raw.execute(sql, values)
        names = [str(each[0]) for each in done.description]
        place = names.index(column)
        row = next(row for row in done if not _is_text(row[place]))
        given = [row[names.index(each)] for each in _KEYS if each in names]
        key: object = given[0] if given else None
        return key.decode() if isinstance(key, bytes) else key
    except (sqlite3.Error, UnicodeError, ValueError, StopIteration):
        return None
    finally:
        raw.text_factory = kept


def _is_text(value: object) -> bool:
    if not isinstance(value, bytes):
        return True
    try:
        value.decode()
    except UnicodeDecodeError:
        return False
    return True
