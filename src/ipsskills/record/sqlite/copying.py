"""Makes a whole copy of a record's file, in steps between which others write.

SQLite begins again when somebody else has written meanwhile. After two such beginnings the copy is
made in one step, for which others wait: where somebody writes all the time it would never end.
"""

import os
import re
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from ipsskills.record.news import Progress, Tell, tell_nobody
from ipsskills.record.sqlite.engine import BUSY_MILLISECONDS, create_private
from ipsskills.record.sqlite.faults import plain_errors

PAGES_A_STEP = 1000
MOST_RESTARTS = 2
SLOW_SECONDS = 1.0
# No copy takes this long; a part as old as that was left by a program that was killed.
ABANDONED_SECONDS = 3600


class _BegunTooOften(Exception):
    """Others write so often that a copy in steps would not end."""


@contextmanager
def copied(path: Path, target: Path, tell: Tell = tell_nobody) -> Iterator[Path]:
    """Give a whole copy under a name beside its target; leave none behind there.

    The name is this copy's own, so that two programs never write into one.
    """
    part = target.with_name(f"{target.name}.{os.urandom(4).hex()}.part")
    try:
        create_private(part)
        with closing(_readable(path)) as source, closing(sqlite3.connect(part)) as copy:
            _copy(source, copy, tell)
        for place in {target.parent, path.parent}:
            clear_abandoned(place, (target.stem, path.stem), part)
        yield part
    finally:
        part.unlink(missing_ok=True)


def clear_abandoned(place: Path, stems: Iterable[str], fresh: Path) -> None:
    """Remove what killed programs left of copies whose names begin like this, journals too.

    How old that is is told by a ``fresh`` file, since a share may have another clock.
    """
    begins = "|".join(map(re.escape, stems))
    ours = re.compile(rf"({begins}).*\.[0-9a-f]{{4,8}}\.part(-journal)?")
    made = fresh.stat().st_mtime
    for left in place.iterdir():
        with suppress(OSError):
            if ours.fullmatch(left.name) and left.stat().st_mtime < made - ABANDONED_SECONDS:
                left.unlink()


def open_file(path: Path) -> sqlite3.Connection:
    """Open a file that is there, by itself: no setting of ours is needed to copy it."""
    address = f"{path.absolute().as_uri()}?mode=rw"
    return sqlite3.connect(address, uri=True, timeout=BUSY_MILLISECONDS / 1000)


def _copy(source: sqlite3.Connection, copy: sqlite3.Connection, tell: Tell) -> None:
    watch = _Watch(tell)
    try:
        source.backup(copy, pages=PAGES_A_STEP, progress=watch, sleep=0)
    except _BegunTooOften:
        tell(Progress.AT_ONCE)
        source.backup(copy, progress=_refuse_locked)


class _Watch:
    """Looks on as a copy is made: tells that it is slow, counts how often it begins again."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._began = time.monotonic()
        self._told = False
        self._left: int | None = None
        self._restarts = 0

    def __call__(self, status: int, left: int, pages: int) -> None:
        _refuse_locked(status, left, pages)
        if self._left is not None and left >= self._left:
            self._restarts += 1
            if self._restarts > MOST_RESTARTS:
                raise _BegunTooOften
        self._left = left
        if not self._told and time.monotonic() - self._began > SLOW_SECONDS:
            self._told = True
            self._tell(Progress.SLOW)


def _refuse_locked(status: int, _left: int, _pages: int) -> None:
    """Give up on a file that stays locked; sqlite3 would go on trying for ever."""
    if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        raise sqlite3.OperationalError("database is locked")


def _readable(path: Path) -> sqlite3.Connection:
    """Open a file that can be read; what is wrong with it is told in its own name."""
    with plain_errors(path):
        opened = open_file(path)
        try:
            opened.execute("PRAGMA schema_version")
        except sqlite3.Error:
            opened.close()
            raise
    return opened
