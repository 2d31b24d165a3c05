"""Adds people to the record, with who supervises them where that is said."""

from ipsskills.codes import Role
from ipsskills.facts.people import PersonShown
from ipsskills.folding import tidy_name
from ipsskills.record.pen import Pen
from ipsskills.record.types import Person
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.people import refuse_taken, show_person
from ipsskills.usecases.people.supervising import name_supervisor
from ipsskills.usecases.reading.view import ReaderView


def add_person(
    desk: Desk, name: str, role: Role, team: str | None = None, supervisor: str | None = None
) -> PersonShown:
    """Add somebody; ``supervisor`` is the name of who supervises them from today.

    Raises InvalidInput if the name is taken or cannot be kept, or that one cannot be their
    supervisor, and NotFound if nobody is called so; nothing is added then.
    """
    with desk.writing() as view:
        person = add_to_record(view, name, role, team)
        if supervisor is not None:
            person = view.next(person, **name_supervisor(view, person, supervisor, view.today))
            view.add(person)
        return show_person(view, person)


def add_to_record(view: ReaderView, name: str, role: Role, team: str | None = None) -> Person:
    """Add somebody in an open transaction and return them. Raises InvalidInput, as `add_person`."""
    refuse_taken(view, name)
    pen = Pen(view.me or "", view.now)
    person = pen.first(Person, name=tidy_name(name), role=role, team=team)
    view.add(person)
    return person
