"""Removes copies of a record that are no longer kept; no other module does, but `clearing`.

While nothing about somebody may be erased, no copy goes that holds what the record lacks: it may be
the only one that has something about them. Which of its words name whom is not looked at, so that
a nickname is no way out. Once the hold is over such a copy goes as every other.
"""

from collections.abc import Collection, Iterable
from contextlib import closing
from pathlib import Path

from ipsskills.errors import StoreError
from ipsskills.record.sqlite.copy_names import folder, list_copies
from ipsskills.record.sqlite.engine import connect
from ipsskills.record.sqlite.faults import plain_errors
from ipsskills.record.sqlite.keeping import KEEPING
from ipsskills.record.sqlite.losses import list_tables

_HELD = (
    "SELECT 1 FROM hold WHERE ended IS NULL"
    " AND id NOT IN (SELECT replaces FROM hold WHERE replaces IS NOT NULL) LIMIT 1"
)


def thin(path: Path, place: Path | None = None, keep: Path | None = None) -> None:
    """Remove our copies that are no longer kept, but never the one that was just asked for.

    They are those in the record's own folder of copies, or in another ``place``. Raises OSError.
    """
    copies = list_copies(path, place or folder(path))
    sizes = {copy.path: copy.path.stat().st_size for copy in copies}
    going = sizes.keys() - KEEPING.choose(copies, sizes) - {keep}
    newest_first = [copy.path for copy in reversed(copies)]
    if going and is_anybody_held([path, *newest_first]):
        going -= _find_needed(path, [each for each in newest_first if each in going])
    for old in going:
        old.unlink(missing_ok=True)
        old.with_name(f"{old.name}-journal").unlink(missing_ok=True)


def is_anybody_held(files: Iterable[Path]) -> bool:
    """Return whether a hold stands, by the first of some files that can be read."""
    for each in files:
        try:
            with plain_errors(each), closing(connect(each)) as database:
                return "hold" in database.tables() and bool(database.run(_HELD))
        except StoreError:
            continue
    return False


def _find_needed(path: Path, going: Iterable[Path]) -> set[Path]:
    """Return the copies that hold something which the record and those before them do not.

    Of one that cannot be read nobody knows, so it is among them.
    """
    known, needed = set(_read_ids(path) or ()), set[Path]()
    for copy in going:
        held = _read_ids(copy)
        if held is None or not known.issuperset(held):
            needed.add(copy)
            known |= set(held or ())
    return needed


def _read_ids(path: Path) -> Collection[str] | None:
    """Return the ids of all versions in a file; None where they cannot be read."""
    try:
        with plain_errors(path), closing(connect(path)) as database:
            every = [f'SELECT id FROM "{table}"' for table in list_tables(database)]
            return {str(own) for (own,) in database.run(" UNION ALL ".join(every))} if every else ()
    except StoreError:
        return None
