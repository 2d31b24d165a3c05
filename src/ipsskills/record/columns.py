"""The columns of a type of record, made from its fields.

This is the one list that tables, reading, writing and checks go by.
"""

import re
from collections.abc import Callable
from dataclasses import fields
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from ipsskills.frozen import dataclass
from ipsskills.record.limits import TextLimit
from ipsskills.record.types import Assessment, FrameworkText
from ipsskills.record.written import Written

# A column that names a row of another table.
REFERENCES: dict[tuple[type[Any], str], str] = {(Assessment, "framework"): "framework_text.hash"}


F = TypeVar("F", bound=Callable[..., Any])


def once_each(function: F) -> F:
    """Remember what a function made of each type: types are few, and asked for again and again."""
    return cast("F", cache(function))


@dataclass(frozen=True)
class Column:
    """A column: the field's name, what it holds, whether it may be empty, its limits.

    ``holds`` is str, Written, Whom, int, float, bool, date, datetime, tuple (of texts, kept as
    JSON) or the StrEnum whose codes stand there.
    """

    name: str
    holds: type[Any]
    optional: bool
    marks: tuple[Any, ...]


# Which texts of a row were kept on purpose; no field of a record, each text knows it of itself.
KEPT = Column("kept_on_purpose", tuple, optional=False, marks=())


@once_each
def columns_of(kind: type[Any]) -> tuple[Column, ...]:
    """Return the columns of a type of record, in the order of its fields.

    Where people write, one more stands last: which of the texts were kept on purpose.
    """
    hints = get_type_hints(kind, include_extras=True)
    own = tuple(_column(field.name, hints[field.name]) for field in fields(kind))
    return (*own, KEPT) if any(column.holds is Written for column in own) else own


@once_each
def column_names(kind: type[Any]) -> frozenset[str]:
    """Return the names of the columns of a type of record."""
    return frozenset(column.name for column in columns_of(kind))


def is_line(column: Column) -> bool:
    """Whether a column holds one line of text, which is never empty."""
    return any(isinstance(mark, TextLimit) and mark.line for mark in column.marks)


@once_each
def table_of(kind: type[Any]) -> str:
    """Return the name of a type's table: GoalActivity is kept in goal_activity."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()


def key_of(kind: type[Any]) -> str:
    """Return the column that names a row."""
    return "hash" if kind is FrameworkText else "id"


def _column(name: str, hint: Any) -> Column:
    given = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    (kept,) = [each for each in given if each is not NoneType]
    marks: tuple[Any, ...] = ()
    if get_origin(kept) is Annotated:
        kept, *found = get_args(kept)
        marks = tuple(found)
    return Column(name, get_origin(kept) or kept, len(given) > 1, marks)
