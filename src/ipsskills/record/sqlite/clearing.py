"""Takes what was erased out of files of a record: of our copies, and of a copy that is put back.

A copy that cannot be written anew without it is removed: one that cannot be read whole would keep
what was to be gone, and nobody could look. While somebody is held it stays, and is named: it may
be the only one that has something about them.
"""

import re
from collections.abc import Iterable, Sequence
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from ipsskills.errors import StoreError
from ipsskills.frozen import dataclass
from ipsskills.record.migrate import migrate, pending
from ipsskills.record.sql.database import Database
from ipsskills.record.sqlite.copy_names import folder, list_copies
from ipsskills.record.sqlite.copying import copied
from ipsskills.record.sqlite.engine import connect, keep_journal
from ipsskills.record.sqlite.faults import plain_errors
from ipsskills.record.sqlite.thinning import is_anybody_held
from ipsskills.record.steps import STEPS
from ipsskills.record.types import Forgotten, Hold, Record, Redacted
from ipsskills.record.union import list_versions
from ipsskills.record.work import Work


@dataclass(frozen=True)
class Cleared:
    """Our copies of a record that were written anew, and those that were removed instead.

    ``left`` are those that could be neither, as somebody is held. ``unreached`` is a second
    folder of copies that is away.
    """

    rewritten: tuple[Path, ...] = ()
    removed: tuple[Path, ...] = ()
    left: tuple[Path, ...] = ()
    unreached: Path | None = None


def read_left(path: Path) -> tuple[Record, ...]:
    """Return the records of a file that tell what was erased, or what must not be.

    A file of an older form has none. Raises StoreError.
    """
    with plain_errors(path), closing(connect(path)) as database:
        if pending(database, path, STEPS):
            return ()
        with database.transaction():
            found = [list_versions(database, kind) for kind in (Forgotten, Redacted, Hold)]
    return tuple(each for several in found for each in several)


def clear_copies(
    path: Path, left: Sequence[Record], now: datetime, second: Path | None = None
) -> Cleared:
    """Take what records say was erased out of each of our copies, in a ``second`` folder too.

    ``left`` are the records that tell of it; they stand in each copy then. A copy in which they
    all stand is left alone. What a killed program left beside the copies goes as well. Raises
    StoreError if a copy can be neither rewritten nor removed.
    """
    rewritten, removed, staying = [], [], []
    held = is_anybody_held([path])
    away = second if second and not second.is_dir() else None
    places = [folder(path), *([second] if second and not away else [])]
    _remove_leavings(path, (path.parent, *places))
    for copy in [each.path for place in places for each in list_copies(path, place)]:
        with plain_errors(copy):
            if _is_clear(copy, left):
                continue
            if _rewrite(copy, left, now):
                rewritten.append(copy)
            elif held:
                staying.append(copy)
                continue
            else:
                copy.unlink(missing_ok=True)
                removed.append(copy)
            _journal(copy).unlink(missing_ok=True)
    return Cleared(tuple(rewritten), tuple(removed), tuple(staying), away)


def clear_file(path: Path, left: Iterable[Record], now: datetime) -> None:
    """Take what records say was erased out of one file, and keep those records in it.

    The file gets today's form first. Raises StoreError.
    """
    given = list(left)
    with plain_errors(path), closing(connect(path)) as database:
        migrate(database, now, pending(database, path, STEPS))
        with database.transaction(writing=True):
            Work(database).merge(given)
        write_anew(database)


def write_anew(database: Database) -> None:
    """Write a file anew: pages that are free, or only partly used, hold nothing older then."""
    keep_journal(database)
    database.run("VACUUM")


def _rewrite(copy: Path, left: Sequence[Record], now: datetime) -> bool:
    """Write a copy anew, whole or not at all; return whether that could be done.

    Raises StoreError where a sound copy cannot be: there may be no room on the disk.
    """
    from ipsskills.record.sqlite.health import is_sound

    try:
        with plain_errors(copy), copied(copy, copy) as part:
            clear_file(part, left, now)
            if not is_sound(part):
                return False
            part.replace(copy)
    except StoreError:
        if is_sound(copy):
            raise
        return False
    return True


def _is_clear(copy: Path, left: Sequence[Record]) -> bool:
    """Whether all that was erased is known in a copy, which was rewritten then."""
    with suppress(StoreError), plain_errors(copy), closing(connect(copy)) as database:
        if pending(database, copy, STEPS):
            return False
        with database.transaction():
            return not Work(database).find_unknown(left)
    return False


def _remove_leavings(path: Path, places: Iterable[Path]) -> None:
    """Remove copies that were never finished, beside the record and others, with their journals."""
    begins = re.escape(path.stem)
    ours = re.compile(rf"{begins}.*\.part(-journal)?")
    for place in places:
        for left in place.iterdir() if place.is_dir() else ():
            if ours.fullmatch(left.name):
                left.unlink(missing_ok=True)


def _journal(path: Path) -> Path:
    return path.with_name(f"{path.name}-journal")
