"""Where in the record something personal stands: the one list of its fields, kind by kind.

What people write and whom they name is read off the types of fields; any other field is listed
here by hand, and a new one that is not fails a test. What is exported, erased or searched for a
name goes by this list.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from ipsskills.record.columns import KEPT, Column, columns_of
from ipsskills.record.types import (
    KINDS,
    AloneFirst,
    Assessment,
    Entry,
    Forgotten,
    Goal,
    GoalActivity,
    Hold,
    Note,
    Objection,
    Parcel,
    Person,
    Rating,
    Record,
    Redacted,
)
from ipsskills.record.whom import Whom
from ipsskills.record.written import Written

Fields = Mapping[type[Record], tuple[str, ...]]


class Holds(StrEnum):
    """What a field holds of a person."""

    WORDS = "what somebody wrote"
    NAMED = "a person, by id or in words"
    LINE = "a line in which a name may stand"
    TOLD = "what is kept of a person"
    INNER = "how the record keeps it"


_HEADER = {"about": Holds.TOLD, "author": Holds.TOLD, "at": Holds.TOLD} | dict.fromkeys(
    ("id", "thing", "replaces"), Holds.INNER
)
_LINES: Mapping[type[Record], str] = {Entry: "provider"}
_TOLD: Mapping[type[Record], str] = {
    Person: "name role team hours since supervisor supervised_since left caseload same_as key",
    Assessment: "kind rater state scope period_months period_from began finished form_version"
    " set_aside",
    Rating: "assessment item code reason basis behind bring show visit seen_on",
    Note: "subject shared",
    Goal: "number items chance review close state agreed_on states reviewed",
    GoalActivity: "goal place source due done dropped",
    Entry: "kind on way items talked hours minutes basis expires next_on due done part_of removed"
    " entered",
    Parcel: "way kind on held asked undone",
    AloneFirst: "rater reader units since ended how",
    Objection: "subject settled",
    Hold: "why began ended",
    Forgotten: "ids on",
    Redacted: "subject table on",
}
_INNER: Mapping[type[Record], str] = {
    Assessment: "scale framework",
    Rating: "asked_as",
    Parcel: "digest",
}


def list_fields(kind: type[Record]) -> Mapping[str, Holds]:
    """Return what each field of a kind holds. Raises LookupError for one that nobody listed."""
    listed = dict(_HEADER)
    for names, holds in ((_LINES, Holds.LINE), (_TOLD, Holds.TOLD), (_INNER, Holds.INNER)):
        listed |= dict.fromkeys(names.get(kind, "").split(), holds)
    found = {each.name: _find_by_type(each) for each in columns_of(kind)}
    return {name: holds or listed[name] for name, holds in found.items()}


def _find_by_type(column: Column) -> Holds | None:
    if column is KEPT:
        return Holds.INNER
    if column.holds is Whom:
        return Holds.NAMED
    return Holds.WORDS if column.holds is Written else None


def personal_texts() -> Fields:
    """Return for each kind of record the fields in which people write, by the record's names."""
    return _fields_that(Holds.WORDS)


def people_named() -> Fields:
    """Return for each kind of record the fields that name somebody, by id or in words."""
    return _fields_that(Holds.NAMED)


@cache
def free_texts() -> Fields:
    """Return for each kind of record all fields in which a name may stand in words."""
    return _fields_that(Holds.WORDS, Holds.NAMED, Holds.LINE)


def told_fields(kind: type[Record]) -> tuple[str, ...]:
    """Return the fields of a kind that tell something of a person, in the record's order."""
    return tuple(name for name, holds in list_fields(kind).items() if holds is not Holds.INNER)


def _fields_that(*wanted: Holds) -> Fields:
    found = {
        kind: tuple(name for name, holds in list_fields(kind).items() if holds in wanted)
        for kind in KINDS
    }
    return {kind: names for kind, names in found.items() if names}
