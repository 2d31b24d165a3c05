"""Turns what the database says into a plain error: what happened, that nothing was lost."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ipsskills.doing import do
from ipsskills.errors import StoreError

_KNOWN = (
    ("locked", "is in use by another program", "Close the other window and try again."),
    ("readonly", "cannot be written to", "Ask for the right to write there, or use --db FILE."),
    ("unable to open", "cannot be opened", "Look at its name and folder, or use --db FILE."),
    ("disk is full", "cannot grow: the disk is full", "Make room on the disk and try again."),
    ("disk i/o", "cannot be written: the disk is full or does not answer", "Make room, try again."),
    ("not a database", "is not an ipsskills record", "Look at the name, or use --db FILE."),
    ("malformed", "is damaged", f"Go back to a copy: {do('data restore', 'FILE')}"),
    ("no such table", "is not an ipsskills record", "Look at the name, or use --db FILE."),
)


@contextmanager
def plain_errors(path: Path | None) -> Iterator[None]:
    """Raise StoreError, without any value that was kept, for whatever the database raises."""
    try:
        yield
    except sqlite3.Error as error:
        raise store_error(path, str(error)) from None
    except OSError as error:
        raise store_error(path, (error.strerror or "").lower()) from None


def store_error(path: Path | None, cause: str) -> StoreError:
    """Return the error for a cause as the database or system words it."""
    name = path or "The record"
    for words, problem, hint in _KNOWN:
        if words in cause.lower():
            return StoreError(f"{name} {problem}. Nothing was changed.", hint)
    known = {
        "permission denied": "cannot be written to",
        "read-only file system": "cannot be written to: the place is read-only",
        "no space left on device": "cannot grow: the disk is full",
        "file too large": "cannot grow: the disk is full",
    }
    problem = known.get(cause, f"cannot be used ({cause})")
    return StoreError(f"{name} {problem}. Nothing was changed.", "Use --db FILE for another place.")
