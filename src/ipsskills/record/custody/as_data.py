"""Records as plain values, for a file that goes to another record, and back again.

What comes back was made elsewhere and is trusted in nothing: it has to be as it would have been
written here, to the letter. Its texts were looked at by who wrote them, who decided what travels.
"""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from ipsskills.errors import InvalidInput
from ipsskills.record.columns import KEPT, Column, columns_of, table_of
from ipsskills.record.limits import TextLimit
from ipsskills.record.sql.inserts import row_of
from ipsskills.record.types import KINDS, Record
from ipsskills.record.validate import validate
from ipsskills.record.written import NO_WORDS, Decision, Written

R = TypeVar("R", bound=Record)

_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_IDS = ("id", "about", "author")
_LINE = TextLimit(500, line=True)


def kind_named(name: str) -> type[Record] | None:
    """Return the kind of record that is kept in a table of a name, or None."""
    return next((kind for kind in KINDS if table_of(kind) == name), None)


def write_record(record: Record) -> dict[str, Any]:
    """Return every field of a record as JSON knows it: times in UTC that end in Z, days ISO 8601.

    ``kept_on_purpose`` says which of its texts were kept although something was found in them.
    """
    return {name: _plain(value) for name, value in row_of(record).items()}


def read_record(kind: type[R], data: Mapping[str, Any]) -> R:
    """Return the record that `write_record` gave as data; fields that came later may be missing.

    Raises InvalidInput that names the row and what is wrong with it, never what stands there.
    """
    columns = {column.name: column for column in columns_of(kind)}
    if data.keys() - columns.keys():
        raise _cannot(kind, data, "has fields that this version does not know")
    try:
        values = {name: _read(columns[name], data[name]) for name in data if name != KEPT.name}
        decided = _decide(columns, values, data.get(KEPT.name, []))
    except (ValueError, TypeError, OverflowError):
        raise _cannot(kind, data, "cannot be read") from None
    try:
        record = validate(kind, **decided)
    except InvalidInput as error:
        why = error.message.removeprefix("This cannot be kept: ").rstrip(".")
        raise _cannot(kind, data, f"cannot be kept: {why}") from None
    if not data.items() <= write_record(record).items():
        raise _cannot(kind, data, "is not written as records are")
    return record


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    return value.isoformat() if isinstance(value, date) else value


def _read(column: Column, value: Any) -> Any:
    """Return a value of a column as a record takes it. Raises ValueError, TypeError."""
    if value is None:
        return None
    if column.name in _IDS and not (isinstance(value, str) and _ID.fullmatch(value)):
        raise ValueError
    if column.holds is datetime:
        return datetime.fromisoformat(value).astimezone(UTC)
    if column.holds is date:
        return date.fromisoformat(value)
    if column.holds is tuple:
        return tuple(_read_line(each) for each in value) if isinstance(value, list) else value
    return _read_line(value) if column.holds is str and not column.marks else value


def _read_line(value: Any) -> str:
    if not isinstance(value, str) or _LINE.fit(value) != value:
        raise ValueError
    return value


def _decide(columns: Mapping[str, Column], values: Mapping[str, Any], kept: Any) -> dict[str, Any]:
    """Return values with each text that people wrote as its author decided."""
    if not isinstance(kept, list):
        raise TypeError
    return {
        name: _written(value, on_purpose=name in kept)
        if columns[name].holds is Written and isinstance(value, str)
        else value
        for name, value in values.items()
    }


def _written(text: str, *, on_purpose: bool) -> Written:
    decision = Decision.KEPT_ON_PURPOSE if on_purpose else Decision.NOTHING_FOUND
    return Written(text, decision) if text else NO_WORDS


def _cannot(kind: type[Any], data: Mapping[str, Any], why: str) -> InvalidInput:
    own_id = data.get("id")
    which = own_id if isinstance(own_id, str) and _ID.fullmatch(own_id) else "without an id"
    return InvalidInput(
        f"The {table_of(kind).replace('_', ' ')} {which} {why}. Nothing was changed.",
        "Ask whoever sent it to send it again.",
    )
