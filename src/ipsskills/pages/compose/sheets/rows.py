"""Rows of a sheet from facts: each field as a value that a spreadsheet knows."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import Enum
from typing import Any

from ipsskills.facts.apart import EnteredView
from ipsskills.facts.people import PersonNamed
from ipsskills.facts.units import UnitAnswer
from ipsskills.pages.data import Sheet, Value


def make_sheet(title: str, columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> Sheet:
    """Return a sheet whose rows hold what stands in each mapping under the names of the columns."""
    return Sheet(
        tuple(columns),
        tuple(tuple(make_value(row.get(name)) for name in columns) for row in rows),
        title,
    )


def pick(facts: object, names: Sequence[str], **others: Any) -> dict[str, Any]:
    """Return these fields of facts by name, and others beside them."""
    return {name: getattr(facts, name) for name in names} | others


def make_value(value: Any) -> Value:
    """Return a field as a value: codes as text, people by name, several things as "one; two"."""
    if isinstance(value, PersonNamed):
        return value.name
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, tuple | list):
        return "; ".join(str(make_value(each)) for each in value)
    if value is None or isinstance(value, str | int | float | bool | date):
        return value
    raise TypeError(f"no cell holds a {type(value).__name__}")


def find_entered_by(
    entered: Iterable[EnteredView], rater: PersonNamed, answer: UnitAnswer
) -> PersonNamed | None:
    """Return who entered the view that an answer of a rater is from, if somebody else did."""
    day = answer.finished or answer.on
    return next((e.entered_by for e in entered if (e.by.id, e.on) == (rater.id, day)), None)
