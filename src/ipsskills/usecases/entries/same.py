"""Entries that say what another says already: the same row, file or entry once more."""

from collections.abc import Iterable, Sequence

from ipsskills.record.columns import columns_of
from ipsskills.record.types import Entry, Record

# What becomes of an entry later is no part of what it says.
_LATER = ("done", "part_of", "removed", "kept_on_purpose")
_HEADER = {column.name for column in columns_of(Record)}
_SAID = tuple(column.name for column in columns_of(Entry) if column.name not in (*_LATER, *_HEADER))


def find_alike(entry: Entry, others: Iterable[Entry]) -> Entry | None:
    """Return the first of others that is probably the same as an entry, or None.

    It is of the same kind, day and way, has the same title but for case and blanks, and was held
    or cancelled as the entry was; what else it says may differ.
    """
    return next((other for other in others if _identity(other) == _identity(entry)), None)


def find_same(entry: Entry, actions: Sequence[Entry], others: Sequence[Entry]) -> Entry | None:
    """Return the first of others that says all that an entry says, or None.

    Each of its actions has to be among them too, wherever it was carried on to.
    """
    if not all(find_alike(action, others) for action in actions):
        return None
    return next((other for other in others if _said(other) == _said(entry)), None)


def _identity(entry: Entry) -> tuple[object, ...]:
    return entry.kind, entry.on, entry.way, bool(entry.cancelled), _fold(entry.title)


def _said(entry: Entry) -> tuple[object, ...]:
    return tuple(_fold(getattr(entry, name)) for name in _SAID)


def _fold(value: object) -> object:
    return " ".join(value.split()).casefold() if isinstance(value, str) else value or None
