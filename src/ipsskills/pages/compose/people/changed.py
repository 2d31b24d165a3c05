"""What a command just changed about a person, what it was before, and what takes it back."""

from collections.abc import Iterator
from datetime import date

from ipsskills.doing import do
from ipsskills.facts.people import PersonChanged, PersonShown
from ipsskills.pages.words import day, upper_first

# What each field is called, and the option of ``people edit`` that sets it.
_FIELDS = {
    "name": ("name", "--name"),
    "role": ("role", "--role"),
    "team": ("team", "--team"),
    "hours": ("share of full time", "--hours"),
    "since": ("started", "--since"),
    "supervisor": ("supervisor", "--supervisor"),
    "supervised_since": ("supervised since", "--since-supervised"),
    "left": ("left", "--left"),
    "caseload": ("caseload", "--caseload"),
    "leave": ("time away", "--leave"),
    "works_best": ("works best", "--works-best"),
}
# Empty together with the supervisor, whose day it is.
_OF_SUPERVISOR = "supervised_since"


def tell_changed(person: PersonChanged) -> str:
    """Return what was changed and what takes it back, in two lines."""
    changed = [name for name in _FIELDS if _value(person.was, name) != _value(person, name)]
    if not changed:
        return f"{person.name} is as before: nothing was changed."
    told = [
        f"{_FIELDS[name][0]}: {_value(person, name)} (was: {_value(person.was, name)})"
        for name in changed
    ]
    back = do("people edit", *_list_options(person.was, changed), person=person.name)
    return f"{person.name} is changed. {upper_first('; '.join(told))}.\nTo take it back: {back}"


def _list_options(was: PersonShown, changed: list[str]) -> Iterator[str]:
    """Yield the words that give each field what it had; one that was empty is emptied."""
    for name in changed:
        before = getattr(was, name)
        if before not in (None, ""):
            yield from (_FIELDS[name][1], str(before))
        elif name != _OF_SUPERVISOR:
            yield from ("--clear", name.replace("_", "-"))


def _value(person: PersonShown, name: str) -> str:
    value = getattr(person, name)
    if isinstance(value, date):
        return day(value)
    return f"{value:g}" if isinstance(value, float) else str(value or "nothing")
