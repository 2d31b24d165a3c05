"""People: who is in the record, found by the name a person would type."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ipsskills.codes import Role
from ipsskills.errors import InvalidInput, NotFound
from ipsskills.record.pen import Pen
from ipsskills.record.types import Person
from ipsskills.record.work import Work
from ipsskills.usecases.desk import Desk


@dataclass(frozen=True)
class PersonShown:
    """A person as shown; ``me`` is whether it is the one working."""

    id: str
    name: str
    role: str
    team: str | None
    hours: float | None
    since: date | None
    me: bool


def list_people(desk: Desk) -> tuple[PersonShown, ...]:
    """Return everybody in the record by name."""
    with desk.store.reading() as work:
        people = work.current(Person)
    shown = (_shown(person, desk) for person in people)
    return tuple(sorted(shown, key=lambda p: (p.name.casefold(), p.id)))


def add_person(desk: Desk, name: str, role: Role, team: str | None = None) -> PersonShown:
    """Add somebody. Raises InvalidInput if the name is taken or cannot be kept."""
    with desk.store.writing() as work:
        _refuse_taken(work, name)
        pen = Pen(desk.me or "", desk.now)
        person = pen.first(Person, name=name, role=role, team=team)
        work.add(person)
    return _shown(person, desk)


def edit_person(desk: Desk, who: str | None, **changes: object) -> PersonShown:
    """Add a version of a person with changes: name, role, team, hours, since."""
    with desk.store.writing() as work:
        person = find_person(work, who, desk.me)
        new = str(changes.get("name", person.name))
        if _folded(new) != _folded(person.name):
            _refuse_taken(work, new)
        edited = desk.pen().next(person, **changes)
        work.add(edited)
    return _shown(edited, desk)


def find_person(work: Work, who: str | None, me: str | None) -> Person:
    """Return the person meant: by full name or a part of it, any case; None is me.

    Raises NotFound, with the candidates where there are several.
    """
    people = work.current(Person)
    if who is None:
        return _me(people, me)
    wanted = _folded(who)
    exact = [p for p in people if wanted in (_folded(p.name), p.thing)]
    near = exact or [p for p in people if wanted and wanted in _folded(p.name)]
    if len(near) == 1:
        return near[0]
    if near:
        names = ", ".join(sorted(p.name for p in near))
        raise NotFound(f"'{who}' could be: {names}.", "Type more of the name.")
    raise NotFound(f"There is nobody called '{who}' here.", "See who is: ipsskills people list")


def named(work: Work, name: str) -> Person | None:
    """Return the person of that very name, in any case, or None."""
    return next((p for p in work.current(Person) if _folded(p.name) == _folded(name)), None)


def _me(people: Sequence[Person], me: str | None) -> Person:
    for person in people:
        if person.thing == me:
            return person
    raise NotFound("The record does not know who you are yet.", "Type: ipsskills init")


def _refuse_taken(work: Work, name: str) -> None:
    if named(work, name):
        raise InvalidInput(
            f"There is somebody called '{name}' already.",
            "Use that person, or add something that tells the two apart.",
        )


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold().strip()


def _shown(person: Person, desk: Desk) -> PersonShown:
    return PersonShown(
        person.thing,
        person.name,
        person.role,
        person.team,
        person.hours,
        person.since,
        person.thing == desk.me,
    )
