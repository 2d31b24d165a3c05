"""Copies of the record beside it: one on each day of use, before a change of form, and on request.

Only files named by this module are ever removed, and only the oldest beyond twenty.
"""

import glob
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date, datetime
from itertools import chain, count
from pathlib import Path

from ipsskills.errors import StoreError
from ipsskills.record.sqlite.engine import BUSY_MILLISECONDS, create_private
from ipsskills.record.sqlite.faults import plain_errors

KEPT = 20
# No copy takes this long; a part as old as that was left by a program that was killed.
ABANDONED_SECONDS = 3600


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
    return backup_to(path, _free(path, f"{now:%Y-%m-%dT%H%M%S}-before-{what}"))


def set_aside(path: Path, now: datetime) -> Path | None:
    """Keep what is at ``path`` before something takes its place; return where it is kept.

    A record too damaged to be copied is moved as it is, with its journal. Raises StoreError.
    """
    try:
        return backup_before(path, "restore", now)
    except StoreError:
        if not _is_damaged(path):
            raise
        target = _free(path, f"{now:%Y-%m-%dT%H%M%S}-before-restore-damaged")
        with plain_errors(target):
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.replace(target)
            if _journal(path).exists():
                _journal(path).replace(_journal(target))
        return target


def put_back(path: Path, source: Path, now: datetime) -> Path | None:
    """Put a copy in the record's place after keeping what is there; return where it is kept.

    The copy is written whole first: nothing moves if that fails, and it may be one of our oldest,
    which keeping one more removes. A journal left beside the record must not be played into it.
    Raises StoreError.
    """
    with plain_errors(path), _copy(source, path) as part:
        kept = set_aside(path, now)
        _journal(path).unlink(missing_ok=True)
        part.replace(path)
    return kept


def backup_to(path: Path, target: Path) -> Path:
    """Copy the record to a file, whole or not at all. Raises StoreError."""
    with plain_errors(target), _copy(path, target) as part:
        part.replace(target)
    _rotate(path)
    return target


@contextmanager
def _copy(path: Path, target: Path) -> Iterator[Path]:
    """Give a whole copy under a name beside its target; leave none behind there.

    The name is this copy's own: two windows may copy the record of a day at once.
    """
    import secrets  # loads OpenSSL, which reading has no need of

    part = target.with_name(f"{target.name}.{secrets.token_hex(4)}.part")
    try:
        create_private(part)
        with closing(_readable(path)) as source, closing(sqlite3.connect(part)) as copy:
            source.backup(copy, progress=_refuse_locked)
        yield part
    finally:
        part.unlink(missing_ok=True)


def _refuse_locked(status: int, _left: int, _pages: int) -> None:
    """Give up on a file that stays locked; sqlite3 would go on trying for ever."""
    if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        raise sqlite3.OperationalError("database is locked")


def _readable(path: Path) -> sqlite3.Connection:
    """Open a file that can be read; what is wrong with it is told in its own name."""
    with plain_errors(path):
        opened = _open(path)
        try:
            opened.execute("PRAGMA schema_version")
        except sqlite3.Error:
            opened.close()
            raise
    return opened


def _is_damaged(path: Path) -> bool:
    """Whether a file can be opened, but not read as a database."""
    with closing(_open(path)) as opened:
        try:
            opened.execute("PRAGMA schema_version")
        except sqlite3.Error as error:
            return error.sqlite_errorcode in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
    return False


def _open(path: Path) -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?mode=rw"
    return sqlite3.connect(address, uri=True, timeout=BUSY_MILLISECONDS / 1000)


def _journal(path: Path) -> Path:
    return path.with_name(f"{path.name}-journal")


def _free(path: Path, what: str) -> Path:
    """Return a name for a copy that no other has: two may be made within one second."""
    names = chain([what], (f"{what}-{number}" for number in count(2)))
    targets = (folder(path) / f"{path.stem}-{name}.db" for name in names)
    return next(target for target in targets if not target.exists())


def _rotate(path: Path) -> None:
    """Remove our oldest copies beyond those that are kept, and what a killed program left."""
    ours = copies(path)
    for old in ours[:-KEPT]:
        old.unlink(missing_ok=True)
    latest = max((copy.stat().st_mtime for copy in ours[-KEPT:]), default=0.0)
    for part in folder(path).glob(f"{glob.escape(path.stem)}-*.db.*.part"):
        with suppress(FileNotFoundError):
            if part.stat().st_mtime < latest - ABANDONED_SECONDS:
                part.unlink()
