"""The tables as SQLModel classes, made from the columns of the record types.

They say what a store holds (a test holds the numbered steps to it) and write its rows. They never
leave this room, and nothing that only reads loads them.
"""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, DateTime, Index
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel

from ipsskills.record.columns import REFERENCES, Column, columns_of, key_of, once_each, table_of
from ipsskills.record.types import KINDS, FrameworkText


class UtcTime(TypeDecorator[datetime]):
    """Times in UTC, kept without a zone so that every database sorts them alike."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:  # noqa: ARG002
        """Return the time as it is stored."""
        return value.astimezone(UTC).replace(tzinfo=None) if value else None


_META: Any = type(SQLModel)


@once_each
def table_class(kind: type[Any]) -> type[SQLModel]:
    """Return the table class of a type of record, made when it is first asked for: each costs."""
    name = table_of(kind)
    columns = columns_of(kind)
    indexes = [Index(f"ix_{name}_{'_'.join(each)}", *each) for each in getattr(kind, "INDEXES", ())]
    body = {
        "__tablename__": name,
        "__table_args__": tuple(indexes),
        "__annotations__": {column.name: _annotation(column) for column in columns},
        "__module__": __name__,
        "__doc__": f"Rows of {name}.",
    } | {column.name: _field(kind, column) for column in columns}
    made: type[SQLModel] = _META(f"{kind.__name__}Row", (SQLModel,), body, table=True)
    return made


def _annotation(column: Column) -> Any:
    held = str if issubclass(column.holds, str) else column.holds
    held = list[str] if held is tuple else held
    return held | None if column.optional else held


def _field(kind: type[Any], column: Column) -> Any:
    special: dict[type[Any], Any] = {tuple: JSON(none_as_null=True), datetime: UtcTime}
    given: dict[str, Any] = {
        "nullable": column.optional,
        "primary_key": column.name == key_of(kind) or None,
        "foreign_key": REFERENCES.get((kind, column.name)),
        "sa_type": special.get(column.holds),
        "default": None if column.optional else ...,
    }
    return Field(**{name: value for name, value in given.items() if value is not None})


def list_tables() -> dict[type[Any], type[SQLModel]]:
    """Return the table class of every kind that is kept."""
    return {kind: table_class(kind) for kind in (*KINDS, FrameworkText)}
