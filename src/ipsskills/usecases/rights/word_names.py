"""By what a thing with words in it is named: its id, and its kind in a word."""

from collections.abc import Mapping, Sequence

from ipsskills.record.columns import table_of
from ipsskills.record.types import Entry, Note, Record


def find_key(versions: Sequence[Record]) -> str:
    """Return the id by whose end a thing is named; that of a note is its first version's."""
    return versions[0].id if isinstance(versions[0], Note) else versions[0].thing


def name_kind(record: Record) -> str:
    """Return what is said for a thing with words: its kind, in a word."""
    kinds: Mapping[str, str] = {"goal_activity": "step", "person": "details"}
    table = table_of(type(record))
    return record.kind.value if isinstance(record, Entry) else kinds.get(table, table)
