"""Finds other files of a record: whole ones by its name inside, which erasing does not reach.

A record that was moved leaves one where it was, and a copy by another name is one too. Only the
files of a few folders are looked at, and only for the record's own name: nothing is changed.
"""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from ipsskills.record.sqlite.copy_names import folder, list_copies

_HEADER = b"SQLite format 3\0"
_NAME = "SELECT value FROM store WHERE name = 'id'"


def list_strays(path: Path, second: Path | None, usual: Path | None) -> tuple[Path, ...]:
    """Return the other files of the record in its own folders and those of the usual record.

    What is named as a copy of this record, beside it or in the ``second`` folder, is none: those
    are reached.
    """
    name = _read_name(path)
    if name is None:
        return ()
    copies = (folder(path), *([second] if second else []))
    places = [path.parent, *copies, *([usual.parent, folder(usual)] if usual else [])]
    reached = {path.resolve()}
    reached |= {each.path.resolve() for place in copies for each in list_copies(path, place)}
    found = (each for place in dict.fromkeys(places) for each in _list_files(place))
    others = dict.fromkeys(each for each in found if each.resolve() not in reached)
    return tuple(each for each in others if _read_name(each) == name)


def _list_files(place: Path) -> Iterable[Path]:
    try:
        return sorted(each for each in place.iterdir() if each.is_file())
    except OSError:
        return ()


def _read_name(path: Path) -> str | None:
    """Return the name that a record bears inside; None for whatever else a file is."""
    try:
        with path.open("rb") as file:
            if file.read(len(_HEADER)) != _HEADER:
                return None
        address = f"{path.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True, timeout=1)) as database:
            row = database.execute(_NAME).fetchone()
    except (OSError, sqlite3.Error, UnicodeError):
        return None
    return str(row[0]) if row else None
