"""Changes to people: their own details, who supervises them, leaving, being one and the same."""

from collections.abc import Collection
from typing import Any

from ipsskills.doing import do
from ipsskills.errors import InvalidInput, NotFound
from ipsskills.facts.people import PersonChanged, PersonShown
from ipsskills.folding import spell_same, tidy_name
from ipsskills.pages.words import day
from ipsskills.record.types import Person
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.matching import find_same
from ipsskills.usecases.people.people import (
    find_person,
    get_person,
    refuse_taken,
    show_person,
)
from ipsskills.usecases.people.supervising import name_supervisor
from ipsskills.usecases.people.supervision import find_left_behind
from ipsskills.usecases.reading.view import ReaderView

# What a person may have or not, and take back; a name and a role are always there.
CLEARED: dict[str, object] = {
    "team": None,
    "hours": None,
    "since": None,
    "supervisor": None,
    "supervised_since": None,
    "left": None,
    "caseload": None,
    "leave": None,
    "works_best": "",
}
_LIST = f"See who is: {do('people list', '--all')}"


def edit_person(
    desk: Desk,
    who: str | None,
    *,
    supervisor: str | None = None,
    clear: Collection[str] = (),
    back: bool = False,
    **changes: Any,
) -> PersonChanged:
    """Add a version of a person with changes: any field of `Person` but ``same_as``.

    ``supervisor`` is a name, found kindly; ``clear`` names fields to empty (`CLEARED`); ``back`` is
    somebody who had left and returns, today unless ``since`` says when. Raises NotFound, and
    InvalidInput where the whole would not hold together; nothing is changed then.
    """
    with desk.writing() as view:
        person = find_person(view, who, view.me)
        if "name" in changes:
            changes["name"] = tidy_name(changes["name"])
            if spell_same(changes["name"]) != spell_same(person.name):
                refuse_taken(view, changes["name"])
        if back:
            changes = _return(view, person) | changes
        if supervisor is not None:
            day = changes.get("supervised_since") or view.today
            changes = name_supervisor(view, person, supervisor, day) | changes
        edited = view.next(person, **{**changes, **_empty(clear)})
        _refuse_contradictions(edited)
        was = show_person(view, person)
        view.add(edited)
        left_behind = find_left_behind(view, edited)
        return PersonChanged(**vars(show_person(view, edited)), was=was, left_behind=left_behind)


def _empty(clear: Collection[str]) -> dict[str, object]:
    emptied = {name: CLEARED[name] for name in clear}
    return emptied | ({"supervised_since": None} if "supervisor" in clear else {})


def _return(view: ReaderView, person: Person) -> dict[str, object]:
    """Return the fields of somebody who had left and is back today."""
    if person.left is None:
        raise InvalidInput(f"{person.name} has not left.", _LIST)
    return {"left": None, "since": view.today}


def _refuse_contradictions(person: Person) -> None:
    if person.left and person.since and person.left < person.since:
        raise InvalidInput(
            f"{person.name} would have left on {day(person.left)}, before starting on "
            f"{day(person.since)}.",
            f"Give both if need be: --since {person.since} --left {person.since}",
        )
    if person.supervised_since and not person.supervisor:
        raise InvalidInput(
            "The day supervision began needs a supervisor.",
            'Name one: --supervisor "Lee Sample"',
        )


def join_people(desk: Desk, name: str, other: str, *, undo: bool = False) -> PersonShown:
    """Say that two people in the record are one: the first, who keeps their name and details.

    From then on whatever is kept of the other is read as theirs. ``undo`` takes it back. Raises
    NotFound, and InvalidInput where they are one already, or for an undo, where they are not.
    """
    with desk.writing() as view:
        one = find_person(view, name, view.me)
        second = _find_exactly(view, other) if undo else find_person(view, other, view.me)
        if undo and (second.same_as is None or view.survivor(second.thing) != one.thing):
            raise InvalidInput(f"{second.name} was not joined to {one.name}.", _LIST)
        if not undo and one.thing == second.thing:
            raise InvalidInput(f"'{name}' and '{other}' are one person already.", _LIST)
        view.add(view.next(second, same_as=None if undo else one.thing))
        return show_person(view, get_person(view, one.thing))


def _find_exactly(view: ReaderView, name: str) -> Person:
    """Return the person kept under a very name, joined to another or not. Raises NotFound."""
    if found := find_same(view.names(), name):
        return view.people()[found[0]]
    raise NotFound(f"There is nobody called '{name}' here.", "Give the whole name.")
