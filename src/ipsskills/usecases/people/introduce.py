"""Who you are: the only thing the program has to know before the first question."""

from ipsskills.codes import Role
from ipsskills.facts.people import Introduced
from ipsskills.record.pen import Pen
from ipsskills.record.types import Person
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.people import find_named


def introduce(desk: Desk, name: str, role: Role) -> Introduced:
    """Make a person me: the one of that exact name if there is one, else a new one.

    Raises InvalidInput for a name that cannot be kept.
    """
    with desk.writing() as view:
        known = find_named(view, name)
        person = known or Pen("", desk.now).first(Person, name=name, role=role)
        if not known:
            view.add(person)
        return Introduced(
            id=person.thing,
            name=person.name,
            role=person.role,
            new=not known,
            kept_in=str(desk.record or ""),
            record=view.named("id") or "",
        )
