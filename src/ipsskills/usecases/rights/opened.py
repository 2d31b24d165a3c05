"""A sealed part of an export as it was before it was sealed: read back from JSON, to be told."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from ipsskills.codes import ParcelWay
from ipsskills.errors import InvalidInput
from ipsskills.facts.exchange.erased import WordsKept
from ipsskills.facts.exchange.held import (
    AllHeld,
    FilePassed,
    HeldThing,
    HeldVersion,
    NamedElsewhere,
    NamesOther,
)
from ipsskills.facts.people import PersonNamed

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+(Z|\+00:00)")


def read_held(found: Mapping[str, Any]) -> AllHeld:
    """Return what an opened part holds. Raises InvalidInput where it is no such part."""
    try:
        return AllHeld(
            person=PersonNamed(**found["person"]),
            by=PersonNamed(**found["by"]) if found["by"] else None,
            on=date.fromisoformat(found["on"]),
            people={str(person): str(name) for person, name in found["people"].items()},
            things=tuple(map(_read_thing, found["things"])),
            files=tuple(map(_read_file, found["files"])),
            to_read=tuple(map(_read_words, found["to_read"])),
            elsewhere=tuple(NamedElsewhere(**each) for each in found["elsewhere"]),
            naming=tuple(map(_read_naming, found.get("naming", ()))),
            apart=tuple(map(str, found["apart"])),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        raise InvalidInput("This is no sealed part of an export.", "Choose another file.") from None


def _read_thing(found: Mapping[str, Any]) -> HeldThing:
    versions = tuple(
        HeldVersion(
            at=datetime.fromisoformat(each["at"]),
            author=str(each["author"]),
            values={name: _read_value(value) for name, value in each["values"].items()},
        )
        for each in found["versions"]
    )
    return HeldThing(table=str(found["table"]), handle=str(found["handle"]), versions=versions)


def _read_value(value: object) -> object:
    """Return a field as it was: a day and a time are text in JSON."""
    if isinstance(value, list):
        return tuple(map(_read_value, value))
    if isinstance(value, str) and _DAY.fullmatch(value):
        return date.fromisoformat(value)
    if isinstance(value, str) and _TIME.fullmatch(value):
        return datetime.fromisoformat(value)
    return value


def _read_file(found: Mapping[str, Any]) -> FilePassed:
    on = date.fromisoformat(found["on"])
    return FilePassed(**{**found, "way": ParcelWay(found["way"]), "on": on})


def _read_words(found: Mapping[str, Any]) -> NamesOther:
    names = tuple(map(str, found["names"]))
    return NamesOther(**{**found, "on": date.fromisoformat(found["on"]), "names": names})


def _read_naming(found: Mapping[str, Any]) -> WordsKept:
    fields = tuple(map(str, found["fields"]))
    return WordsKept(**{**found, "on": date.fromisoformat(found["on"]), "fields": fields})
