"""Taking in records that come from elsewhere: restored, joined or received.

A union: what is known already is left alone and both ends of a fork are kept, so that it does not
matter in which order, or how often, records come together. Which version then counts is told by
the versions alone (`Reads.current`), never by when they arrived.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from ipsskills.errors import DifferentContent
from ipsskills.record.columns import key_of, table_of
from ipsskills.record.sql.database import Database
from ipsskills.record.sql.inserts import row_of
from ipsskills.record.sql.queries import all_versions, by_key
from ipsskills.record.sql.rows import read_rows
from ipsskills.record.types import KINDS, FrameworkText, Record
from ipsskills.record.validate import validate

Kept = Record | FrameworkText
K = TypeVar("K", bound=Kept)


def unknown_among(
    database: Database, given: Iterable[Kept], cut: Callable[[Kept], Kept]
) -> list[Kept]:
    """Return those that are not in the database yet, framework texts first, each once.

    ``cut`` returns a version as it is where a dated line says that its words were erased. With
    and without them it is the same version: one that is known without them, and comes with
    them, is returned too; one that is known with them is left as it is.

    Raises InvalidInput for what may not be kept, and DifferentContent, which names it, for one
    that is known, or given twice, with other content.
    """
    new: list[Kept] = []
    for kind, records in _by_kind(given, cut).items():
        known = _read_known(database, kind, records)
        for key, record in records.items():
            if key not in known or _fuller(known[key], record, cut) is not known[key]:
                new.append(record)
    return sorted(new, key=lambda each: not isinstance(each, FrameworkText))


def find_framework(database: Database, content_hash: str) -> FrameworkText | None:
    """Return the framework of a hash as it is kept, or None."""
    query = "SELECT hash, version, text FROM framework_text WHERE hash = ?"
    rows = database.run(query, [content_hash])
    return next(iter(read_rows(FrameworkText, rows, native=database.dialect.native)), None)


def list_everything(database: Database) -> list[Kept]:
    """Return the framework texts, and every version of every record, those of a kind by time."""
    kinds: tuple[type[Kept], ...] = (FrameworkText, *KINDS)
    return [each for kind in kinds for each in list_versions(database, kind)]


def list_versions(database: Database, kind: type[K]) -> tuple[K, ...]:
    """Return every version of every thing of a kind, by time."""
    return read_rows(kind, database.run(all_versions(kind)), native=database.dialect.native)


def _by_kind(
    given: Iterable[Kept], cut: Callable[[Kept], Kept]
) -> dict[type[Kept], dict[str, Kept]]:
    """Return what is given by kind and key, as it may be kept."""
    found: dict[type[Kept], dict[str, Kept]] = {}
    for each in given:
        kind = type(each)
        record = validate(type(each), **vars(each)) if isinstance(each, Record) else each
        key = getattr(record, key_of(kind))
        same = found.setdefault(kind, {})
        same[key] = _fuller(same[key], record, cut) if key in same else record
    return found


def _fuller(known: Kept, given: Kept, cut: Callable[[Kept], Kept]) -> Kept:
    """Return what is known of a version, or what is given if only that has its words still.

    Raises DifferentContent where they differ in anything but words that were erased.
    """
    row, other = row_of(known), row_of(given)
    if row == other:
        return known
    bare = row_of(cut(known))
    if bare != row_of(cut(given)) or bare not in (row, other):
        kind = type(known)
        raise _differs(kind, getattr(known, key_of(kind)))
    return given if bare == row else known


def _read_known(
    database: Database, kind: type[Kept], records: Mapping[str, Kept]
) -> dict[str, Kept]:
    """Return those of the given records that the database holds, as it holds them."""
    dialect = database.dialect
    rows = database.run(by_key(kind, dialect.among), [dialect.several(list(records))])
    found = read_rows(kind, rows, native=dialect.native)
    return {getattr(each, key_of(kind)): each for each in found}


def _differs(kind: type[Any], key: str) -> DifferentContent:
    return DifferentContent(
        f"{table_of(kind)} {key} is known with other content. Nothing was changed.",
        "One of the two records was changed by another program. Look at both.",
    )
