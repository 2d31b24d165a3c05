"""Makes records of a database's rows, a column at a time: that is quick for one row or thousands.

What stands in a row is trusted to be what was written there, as far as it can be read at all. What
cannot be read is damage, and is named here, in the one place where rows become records.
"""

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from ipsskills.record.columns import KEPT, Column, columns_of, key_of, once_each, table_of
from ipsskills.record.damage import Unreadable, name_value
from ipsskills.record.whom import Whom
from ipsskills.record.written import NO_WORDS, Decision, Written

R = TypeVar("R")
Values = Sequence[Any]
ColumnReader = Callable[[Values], Iterable[Any]]

_NOT_READ = (ValueError, TypeError, KeyError, RecursionError)


def read_rows(kind: type[R], rows: Sequence[Values], *, native: bool) -> tuple[R, ...]:
    """Return the records of a table's rows, whose values stand in the order of the type's fields.

    Raises Unreadable that names the row and column of a value that cannot be read.
    """
    if not rows:
        return ()
    readers = _readers(kind, native)
    try:
        columns = zip(readers, zip(*rows, strict=True), strict=True)
        read = {column.name: reader(values) for (column, reader), values in columns}
        kept = read.pop(KEPT.name, None)
        if kept is not None:
            read |= _read_written(kind, read, list(kept))
        names = tuple(read)
        records = zip(*read.values(), strict=True)
        return tuple(_make(kind, zip(names, values, strict=True)) for values in records)
    except _NOT_READ:
        raise _find_unreadable(kind, rows, native) from None


def read_texts(kind: type[Any], columns: Sequence[str], rows: Sequence[Values]) -> list[Any]:
    """Return rows of a few columns of a type's table, all of which hold texts.

    Raises Unreadable if one holds something else.
    """
    for row in rows:
        for name, value in zip(columns, row, strict=True):
            if type(value) is not str:
                raise Unreadable(name_value(table_of(kind), row[0], name))
    return list(rows)


def _make(kind: type[R], values: Iterable[tuple[str, Any]]) -> R:
    """Return a record with these values. It is frozen, so they are set past its own door."""
    made = object.__new__(kind)
    object.__setattr__(made, "__dict__", dict(values))
    return made


def _find_unreadable(kind: type[Any], rows: Sequence[Values], native: bool) -> Unreadable:
    """Return the error that says which value cannot be read, without repeating it."""
    columns = columns_of(kind)
    place = [column.name for column in columns].index(key_of(kind))
    for row in rows:
        for (column, reader), value in zip(_readers(kind, native), row, strict=True):
            try:
                list(reader([value]))
            except _NOT_READ:
                return Unreadable(name_value(table_of(kind), row[place], column.name))
    return Unreadable(f"a row of {table_of(kind)}")


def _read_written(
    kind: type[Any], read: Mapping[str, Iterable[Any]], kept: Sequence[Collection[str]]
) -> dict[str, Iterable[Any]]:
    """Return the columns of texts that people wrote, each text with what its author decided."""
    return {
        column.name: [
            _read_decided(text, column.name, purposely)
            for text, purposely in zip(read[column.name], kept, strict=True)
        ]
        for column in columns_of(kind)
        if column.holds is Written
    }


def _read_decided(text: str | None, name: str, purposely: Collection[str]) -> Written | None:
    if not text:
        return None if text is None else NO_WORDS
    found = Decision.KEPT_ON_PURPOSE if name in purposely else Decision.NOTHING_FOUND
    return Written(text, found)


@once_each
def _readers(kind: type[Any], native: bool) -> tuple[tuple[Column, ColumnReader], ...]:
    return tuple((column, _reader(column, native)) for column in columns_of(kind))


def _reader(column: Column, native: bool) -> ColumnReader:
    """Return what turns the values of a column into what a record holds."""
    if issubclass(column.holds, StrEnum):
        return _codes(column)
    if column.holds is tuple:
        return _lists(column, native)
    if column.holds is datetime:
        return _or_none(_times(native)) if column.optional else _times(native)
    if column.holds is date and not native:
        return _dates
    return _of_type(column)


def _of_type(column: Column) -> ColumnReader:
    """Take values as they are, if they are of the column's type at all."""
    if column.holds is Whom:
        given = _of_type(replace(column, holds=str))
        return lambda values: [None if v is None else Whom(v) for v in given(values)]
    if column.holds is bool:
        known = {0: False, 1: True}
        return lambda values: [known[value] for value in values]
    also: dict[type[Any], set[type[Any]]] = {float: {int}, Written: {str}}
    fitting = {column.holds, *also.get(column.holds, ())}
    fitting |= {type(None)} if column.optional else set()

    def read(values: Values) -> Values:
        if not fitting.issuperset(map(type, values)):
            raise TypeError
        return values

    return read


def _codes(column: Column) -> ColumnReader:
    codes: dict[Any, Any] = {code.value: code for code in column.holds}
    if column.optional:
        codes[None] = None
    return lambda values: map(codes.__getitem__, values)


def _dates(values: Values) -> Iterable[date | None]:
    read = date.fromisoformat
    return [None if value is None else read(value) for value in values]


def _times(native: bool) -> ColumnReader:
    if native:
        return lambda values: [value.replace(tzinfo=UTC) for value in values]
    read = datetime.fromisoformat
    return lambda values: [read(value).replace(tzinfo=UTC) for value in values]


def _or_none(reader: ColumnReader) -> ColumnReader:
    """Take values that may be missing, which few columns of times are."""

    def read(values: Values) -> Iterable[Any]:
        there = iter(reader([value for value in values if value is not None]))
        return [None if value is None else next(there) for value in values]

    return read


def _lists(column: Column, native: bool) -> ColumnReader:
    """Take lists of texts, kept as JSON unless the driver gives them as Python's own."""

    def read_each(values: Values) -> Iterable[Any]:
        known: dict[Any, Any] = {"[]": ()}  # many looks ask about the same: it is read once
        if column.optional:
            known[None] = None
        for value in values:
            if native:
                yield value if value is None and column.optional else _read_list(value)
                continue
            if value not in known:
                known[value] = _read_list(json.loads(value))
            yield known[value]

    return read_each


def _read_list(value: Any) -> tuple[str, ...]:
    if type(value) is not list or not {str}.issuperset(map(type, value)):
        raise TypeError
    "".join(value).encode()  # half a character, which only an escape can say, is no text
    return tuple(value)
