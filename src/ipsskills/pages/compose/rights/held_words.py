"""How things and their fields are called where all that is held is read: in words, not as kept."""

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Any

from ipsskills.facts.exchange.held import AllHeld, HeldThing, HeldVersion
from ipsskills.pages.words import clip, day, upper_first

LABELS = {
    "items": "Units",
    "scope": "Units",
    "units": "Units",
    "talked": "Units talked about",
    "on": "Day",
    "next_on": "Next on",
    "part_of": "Comes from",
    "subject": "About",
    "goal": "Belongs to",
    "source": "Suggested as",
    "place": "Place in the plan",
    "text": "Words",
    "rater": "Answers by",
    "reader": "Kept from",
    "period_months": "Looks back on, in months",
    "form_version": "Copy of the form",
    "set_aside": "Another look of the same days counts since",
    "agreed_with": "Agreed with",
    "same_as": "The same person as",
    "close": "Ends on",
    "asked": "Chosen for it",
    "asked_of": "Who is asked",
    "table": "Kind",
    "ids": "Named by",
}
"""Fields by what a page calls them, where their own name is no plain word for it."""

_UNTITLED = {
    "assessment": "A look",
    "note": "A note",
    "goal": "A goal",
    "goal_activity": "A step of the plan",
    "entry": "An entry",
    "objection": "What is seen differently",
    "parcel": "A file",
    "alone_first": "Answers kept apart",
    "redacted": "Words that were erased",
}
_WIDEST = 60
# What only tells one version from another stands in the tables and in the data.
_NOT_READ = {
    *("id", "thing", "replaces", "about", "author", "at", "kept_on_purpose", "digest", "held"),
    *("framework", "scale", "assessment", "key", "entered", "period_from"),
}
# What names a thing; that need not be in the export, as it may be about somebody else.
_NAMES_THINGS = ("part_of", "subject", "goal")
_ELSEWHERE = "something that is not in here"


def name_all(found: AllHeld) -> Mapping[str, str]:
    """Return what all that has an id is called, by the id: people and things."""
    things = {each.versions[-1].values["thing"]: name_thing(each) for each in found.things}
    return {**things, **found.people}


def name_thing(thing: HeldThing) -> str:
    """Return what a thing is called, with the handle that names it to the program."""
    values = thing.versions[-1].values
    for field in ("title", "name", "kind", "text", "why"):
        if values.get(field):
            first = str(values[field]).splitlines()[0]
            return f"{upper_first(clip(first, _WIDEST))} ({thing.handle})"
    return f"{_UNTITLED.get(thing.table, 'Without words')} ({thing.handle})"


def list_rows(version: HeldVersion, names: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """Return what a version says, a row for each field that holds something."""
    told = {
        name: _say_named(value, names) if name in _NAMES_THINGS else say_value(value, names)
        for name, value in version.values.items()
        if name not in _NOT_READ
    }
    if "rater" in told:
        told["rater"] += say_how_entered(version)
    return [("", _label(name), said) for name, said in told.items() if said]


def say_how_entered(version: HeldVersion) -> str:
    """Return ", given on 25 Nov 2026, entered by Lee" of a look that was; else ""."""
    values = version.values
    if "finished" not in values or values["rater"] == values["author"]:
        return ""
    given = f", given on {day(values['finished'])}" if values["finished"] else ""
    how = " from a form" if values["form_version"] else ""
    return f"{given}, entered by {version.author}{how}"


def say_value(value: Any, names: Mapping[str, str]) -> str:
    """Return a value in words; an id is what it names."""
    if value is None or isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, date):
        return day(value)
    if isinstance(value, (tuple, list)):
        return ", ".join(say_value(each, names) for each in value)
    said = str(value.value) if isinstance(value, Enum) else str(value)
    return names.get(said, said)


def _say_named(value: Any, names: Mapping[str, str]) -> str:
    """Return what names a thing: of an answer the unit it is to, otherwise what that is called."""
    if not value:
        return ""
    unit = str(value).partition("/")[2]
    return unit or names.get(str(value), _ELSEWHERE)


def _label(name: str) -> str:
    return LABELS.get(name) or upper_first(name.replace("_", " "))
