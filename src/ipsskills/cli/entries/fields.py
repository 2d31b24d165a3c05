"""What is typed for each field of an entry, and how it is read, as the record declares the fields.

The same readers take an option, an answer to a question and a cell of a table.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any

from ipsskills.cli.entries.readers import OWN_DAY, Frame, Reader, make_reader
from ipsskills.codes import EntryKind
from ipsskills.days import Tense
from ipsskills.errors import InvalidInput
from ipsskills.frozen import dataclass
from ipsskills.record.columns import Column, columns_of
from ipsskills.record.entries import Entry, uses_of
from ipsskills.record.limits import Length, NumberLimit
from ipsskills.record.uses import Use
from ipsskills.record.written import Written


@dataclass(frozen=True)
class Field:
    """One part of an entry: the record's own name for it, how the kind uses it, its reader.

    ``holds`` is the type of what is kept, ``length`` what a length of time is counted in.
    """

    column: str
    use: Use
    holds: type[Any]
    length: Length | None
    read: Reader

    @property
    def option(self) -> str:
        """The option by which it is typed, without its dashes."""
        return self.use.option

    @property
    def is_written(self) -> bool:
        """Whether people write here: what they write might tell who a client is."""
        return issubclass(self.holds, Written)


def _fields(kind: EntryKind) -> tuple[Field, ...]:
    """Return the parts of an entry that are typed each by itself, as the record declares them."""
    columns = {column.name: column for column in columns_of(Entry)}
    return tuple(
        Field(
            column=name,
            use=use,
            holds=columns[name].holds,
            length=_find_length(columns[name]),
            read=make_reader(columns[name], use),
        )
        for name, use in uses_of(kind).items()
        if use.option
    )


def _find_length(column: Column) -> Length | None:
    limits = (mark for mark in column.marks if isinstance(mark, NumberLimit))
    return next((each.length for each in limits), None)


FIELDS: Mapping[EntryKind, tuple[Field, ...]] = {
    kind: _fields(kind)
    for kind in (
        EntryKind.TRAINING,
        EntryKind.EVIDENCE,
        EntryKind.OBSERVATION,
        EntryKind.SUPERVISION,
        EntryKind.PREPARATION,
    )
}


def read_fields(kind: EntryKind, given: Mapping[str, str], frame: Frame) -> dict[str, object]:
    """Return an entry's values by the record's own names from what was typed by option.

    Raises InvalidInput or NotFound for the first that cannot be read.
    """
    beside = stand_beside(frame, given)
    return {
        field.column: field.read(given[field.option], beside)
        for field in FIELDS[kind]
        if field.option in given
    }


def stand_beside(frame: Frame, given: Mapping[str, str]) -> Frame:
    """Return what words stand in beside the day that was typed for an entry, if it can be read."""
    with suppress(InvalidInput):
        own = given.get(OWN_DAY, "").strip()
        return replace(frame, beside=frame.read_day(own, Tense.WAS)) if own else frame
    return frame


def list_missing(kind: EntryKind, given: Mapping[str, str]) -> list[Field]:
    """Return the needed parts that are not given."""
    return [f for f in FIELDS[kind] if f.use.needed and not given.get(f.option, "").strip()]
