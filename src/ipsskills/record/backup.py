"""Copies of the record beside it: one on each day of use, before a change of form, and on request.

Only files named by this module are ever removed, and only the oldest beyond twenty.
"""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime
from pathlib import Path

from ipsskills.errors import StoreError
from ipsskills.record.engine import create_private
from ipsskills.record.faults import plain_errors

KEPT = 20


def folder(path: Path) -> Path:
    """Return the folder of a record's copies."""
    return path.with_name(f"{path.stem}-backups")


def copies(path: Path) -> list[Path]:
    """Return our own copies of a record, oldest first; other files in the folder are not ours."""
    ours = re.compile(rf"{re.escape(path.stem)}-\d{{4}}-\d\d-\d\d(T\d{{6}})?(-before-[\w-]+)?\.db")
    place = folder(path)
    found = place.iterdir() if place.is_dir() else ()
    return sorted(copy for copy in found if ours.fullmatch(copy.name))


def backup_daily(path: Path, today: date) -> Path | None:
    """Copy the record unless there is a copy of today; return the new copy. Raises StoreError."""
    target = folder(path) / f"{path.stem}-{today.isoformat()}.db"
    if target.exists() or not path.stat().st_size:
        return None
    return backup_to(path, target)


def backup_before(path: Path, what: str, now: datetime) -> Path | None:
    """Copy the record before something happens to it; an empty file needs no copy."""
    if not path.exists() or not path.stat().st_size:
        return None
    name = f"{path.stem}-{now:%Y-%m-%dT%H%M%S}-before-{what}.db"
    return backup_to(path, folder(path) / name)


def set_aside(path: Path, now: datetime) -> Path | None:
    """Keep what is at ``path`` before something takes its place; return where it is kept.

    A record too damaged to be copied is moved as it is, with its journal. Raises StoreError.
    """
    try:
        return backup_before(path, "restore", now)
    except StoreError:
        target = folder(path) / f"{path.stem}-{now:%Y-%m-%dT%H%M%S}-before-restore-damaged.db"
        with plain_errors(target):
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.replace(target)
            journal = path.with_name(f"{path.name}-journal")
            if journal.exists():
                journal.replace(target.with_name(f"{target.name}-journal"))
        return target


def backup_to(path: Path, target: Path) -> Path:
    """Copy the record to a file, whole or not at all. Raises StoreError."""
    part = target.with_name(f"{target.name}.part")
    with plain_errors(target), _cleared(part):
        create_private(part)
        with closing(_opened(path)) as source, closing(sqlite3.connect(part)) as copy:
            source.backup(copy)
        part.replace(target)
    _rotate(path)
    return target


@contextmanager
def _cleared(part: Path) -> Iterator[None]:
    """Leave no half-written copy behind."""
    try:
        yield
    finally:
        part.unlink(missing_ok=True)


def _opened(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=10)


def _rotate(path: Path) -> None:
    for old in copies(path)[:-KEPT]:
        old.unlink(missing_ok=True)
