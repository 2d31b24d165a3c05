"""Copies of the record beside it: one on each day of use, before a change of form, and on request.

Each is looked through before it takes its place, and one that is not sound says so in its name.
Only files named by `copy_names` are ever removed, by `thinning` alone.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date, datetime
from itertools import chain, count
from pathlib import Path

from ipsskills.errors import StoreError
from ipsskills.files import make_private_folder
from ipsskills.record.news import Damage, Tell, tell_nobody
from ipsskills.record.sqlite.copy_names import (
    DAMAGED,
    folder,
    list_copies,
    name_damaged,
)
from ipsskills.record.sqlite.copying import copied, open_file
from ipsskills.record.sqlite.engine import create_private
from ipsskills.record.sqlite.faults import plain_errors
from ipsskills.record.sqlite.thinning import thin


def backup_daily(path: Path, today: date, tell: Tell = tell_nobody) -> Path | None:
    """Copy the record unless there is a copy of today; return the new copy. Raises StoreError.

    Where another window is making it just now, that one is enough. ``tell`` hears of damage.
    """
    target = folder(path) / f"{path.stem}-{today.isoformat()}.db"
    if _is_made(target) or not path.stat().st_size:
        return None
    with plain_errors(target), _as_only_one(path) as alone:
        if not alone or _is_made(target):
            return None
        made = _make(path, target, tell)
        if made != target:
            tell(Damage(path, find_last_sound(path)))
        thin(path)
    return made


def backup_before(path: Path, what: str, now: datetime) -> Path | None:
    """Copy the record before something happens to it; an empty file needs no copy."""
    if not path.exists() or not path.stat().st_size:
        return None
    return backup_to(path, _free(path, f"{now:%Y-%m-%dT%H%M%S}-before-{what}"))


def backup_to(path: Path, target: Path, tell: Tell = tell_nobody) -> Path:
    """Copy the record to a file, whole or not at all; return where it is. Raises StoreError.

    A copy that is not sound is kept under a name that says so.
    """
    with plain_errors(target):
        made = _make(path, target, tell)
        thin(path, keep=made)
    return made


def find_last_sound(path: Path) -> Path | None:
    """Return the newest copy of a record that is sound; those after it get a name that says so."""
    for copy in reversed(list_copies(path)):
        if copy.damaged:
            continue
        if _is_sound(copy.path):
            return copy.path
        copy.path.replace(name_damaged(copy.path))
    return None


def set_aside(path: Path, now: datetime) -> Path | None:
    """Keep what is at ``path`` before something takes its place; return where it is kept.

    A record too damaged to be copied is moved as it is, with its journal. Raises StoreError.
    """
    try:
        return backup_before(path, "restore", now)
    except StoreError:
        if not _is_beyond_copying(path):
            raise
        target = _free(path, f"{now:%Y-%m-%dT%H%M%S}-before-restore-{DAMAGED}")
        with plain_errors(target):
            make_private_folder(target.parent)
            path.replace(target)
            if _journal(path).exists():
                _journal(path).replace(_journal(target))
        return target


def put_back(
    path: Path, source: Path, now: datetime, prepare: Callable[[Path], None]
) -> Path | None:
    """Put a copy in the record's place after keeping what is there; return where it is kept.

    What is put there is handed to ``prepare`` before that: the source stays as it is. The copy
    is written whole first: nothing moves if that fails, and it may be one that keeping
    one more removes. A journal left beside the record must not be played into it. Raises
    StoreError.
    """
    with plain_errors(path), copied(source, path) as part, _held(path):
        prepare(part)
        kept = set_aside(path, now)
        _journal(path).unlink(missing_ok=True)
        part.replace(path)
    return kept


def _make(path: Path, target: Path, tell: Tell) -> Path:
    """Make a copy and return where it is: at the target, or beside it if it is not sound."""
    with copied(path, target, tell) as part:
        made = target if _is_sound(part) else name_damaged(target)
        part.replace(made)
    return made


def _is_sound(copy: Path) -> bool:
    from ipsskills.record.sqlite.health import is_sound  # a look that few commands have

    return is_sound(copy)


def _is_made(target: Path) -> bool:
    return target.exists() or name_damaged(target).exists()


@contextmanager
def _as_only_one(path: Path) -> Iterator[bool]:
    """Say whether nobody else is making the copy of the day of this record, and keep it so.

    The lock is SQLite's own on an empty file: it ends with whoever holds it.
    """
    lock = folder(path) / f".{path.stem}-copying"
    create_private(lock)
    with closing(sqlite3.connect(lock, timeout=0, isolation_level=None)) as held:
        alone = True
        try:
            try:
                held.execute("BEGIN EXCLUSIVE")
            except sqlite3.OperationalError as error:
                alone = error.sqlite_errorcode != sqlite3.SQLITE_BUSY
            yield alone
        finally:
            if alone:
                with suppress(OSError):  # some systems keep what is open
                    lock.unlink(missing_ok=True)


@contextmanager
def _held(path: Path) -> Iterator[None]:
    """Let nobody write into a record while another takes its place.

    One who waited for it finds out afterwards that it is no longer the record. A record that is
    not there or cannot be read is held by nobody, and some systems replace no file that is open.
    """
    if os.name == "nt" or not path.exists() or not path.stat().st_size or _is_beyond_copying(path):
        yield
        return
    with closing(open_file(path)) as held:
        held.isolation_level = None
        held.execute("BEGIN IMMEDIATE")
        yield


def _is_beyond_copying(path: Path) -> bool:
    """Whether a file can be opened, but not read as a database."""
    with closing(open_file(path)) as opened:
        try:
            opened.execute("PRAGMA schema_version")
        except sqlite3.Error as error:
            return error.sqlite_errorcode in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
    return False


def _journal(path: Path) -> Path:
    return path.with_name(f"{path.name}-journal")


def _free(path: Path, what: str) -> Path:
    """Return a name for a copy that no other has: two may be made within one second."""
    names = chain([what], (f"{what}-{number}" for number in count(2)))
    targets = (folder(path) / f"{path.stem}-{name}.db" for name in names)
    return next(target for target in targets if not _is_made(target))
