"""Turns what the database says into a plain error: what happened, that nothing was lost."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ipsskills.doing import do
from ipsskills.errors import DamagedRecord, RecordBusy, StoreError
from ipsskills.frozen import dataclass
from ipsskills.record.damage import NotOurs, Unreadable
from ipsskills.record.sqlite.copy_names import folder, last_sound, list_copies

_KNOWN = (
    ("readonly", "cannot be written to", "Ask for the right to write there, or use --db FILE."),
    ("unable to open", "cannot be opened", "Look at its name and folder, or use --db FILE."),
    ("disk is full", "cannot grow: the disk is full", "Make room on the disk and try again."),
    ("disk i/o", "cannot be written: the disk is full or does not answer", "Make room, try again."),
)
# What is said of a file that is, or was, ours: a database of others is found out as it is opened.
_DAMAGE = (
    "malformed",
    "no such table",
    "no such column",
    "unsupported file format",
    "no such function",
    "no such collation",
    "no such module",
    "datatype mismatch",
    "has no column named",
    "constructor failed",
)
_NO_RECORD = "is not an ipsskills record"
_LOOK = "Look at the name, or use --db FILE."


@dataclass(frozen=True)
class WayBack:
    """How to go back from a damaged record: the newest sound copy beside it, if there is one."""

    copy: Path | None

    @property
    def hint(self) -> str:
        """What to do next."""
        if self.copy is None:
            return f"Go back to a copy, if you have one: {do('data restore', 'copy.db')}"
        return f"Go back to the last sound copy: {do('data restore', self.copy.name)}"


@contextmanager
def plain_errors(path: Path | None) -> Iterator[None]:
    """Raise StoreError, without any value that was kept, for whatever the database raises."""
    try:
        yield
    except Unreadable as damage:
        raise damaged(path, f"{damage} cannot be read") from None
    except NotOurs:
        raise no_record(path) from None
    except sqlite3.Error as error:
        raise store_error(path, str(error)) from None
    except OSError as error:
        raise store_error(path, (error.strerror or "").lower()) from None


def damaged(path: Path | None, problem: str = "") -> DamagedRecord:
    """Return the error for a record that cannot be read whole, with the way back."""
    way = WayBack(last_sound(path) if path else None)
    what = f": {problem}" if problem else ""
    return DamagedRecord(f"{path or 'The record'} is damaged{what}. Nothing was changed.", way.hint)


def no_record(path: Path | None) -> StoreError:
    """Return the error for a file that is none of ours; beside copies, it once was."""
    if path and last_sound(path):
        return damaged(path, f"what is there now {_NO_RECORD}")
    return StoreError(f"{path or 'The record'} {_NO_RECORD}. Nothing was changed.", _LOOK)


def refuse_lost(path: Path) -> None:
    """Raise DamagedRecord where a record is gone and its copies are not: nobody begins there."""
    if list_copies(path):
        raise DamagedRecord(
            f"{path} {'holds nothing' if path.exists() else 'is not there'}, but copies of it are"
            f" in {folder(path)}. Nothing was changed.",
            f"{WayBack(last_sound(path)).hint}. To begin a new record, move that folder away.",
        )


def store_error(path: Path | None, cause: str) -> StoreError:
    """Return the error for a cause as the database or system words it."""
    name, cause = path or "The record", cause.lower()
    if "locked" in cause:
        return RecordBusy(
            f"{name} is in use by another program. Nothing was changed.",
            "Close the other window and try again.",
        )
    if "not a database" in cause:
        return no_record(path)
    if any(words in cause for words in _DAMAGE):
        return damaged(path)
    for words, problem, hint in _KNOWN:
        if words in cause:
            return StoreError(f"{name} {problem}. Nothing was changed.", hint)
    known = {
        "permission denied": "cannot be written to",
        "read-only file system": "cannot be written to: the place is read-only",
        "no space left on device": "cannot grow: the disk is full",
        "file too large": "cannot grow: the disk is full",
    }
    problem = known.get(cause, f"cannot be used ({cause})")
    return StoreError(f"{name} {problem}. Nothing was changed.", "Use --db FILE for another place.")
