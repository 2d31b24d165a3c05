"""Who you are, and who supervises you: all the program has to know before the first question."""

from ipsskills.codes import Role
from ipsskills.errors import InvalidInput
from ipsskills.facts.people import Introduced, SupervisorNamed
from ipsskills.folding import spell_same, tidy_name
from ipsskills.record.pen import Pen
from ipsskills.record.types import Person
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.matching import match_names
from ipsskills.usecases.people.people import (
    find_meant,
    find_named,
    get_person,
)
from ipsskills.usecases.people.supervisors import is_here, supervisor_on
from ipsskills.usecases.reading.view import ReaderView


def introduce(desk: Desk, name: str, role: Role, supervisor: str | None = None) -> Introduced:
    """Make a person me: the one of that name, however spelt, if there is one, else a new one.

    A new one may say who supervises them (``supervisor``, a name or a part of one); somebody the
    record does not know is made a team leader. Of one who is here already nothing changes. Raises
    InvalidInput for a name that cannot be kept, and as `check_supervisor` does.
    """
    with desk.writing() as view:
        known = find_named(view, name)
        if known:
            return _describe(desk, view, known)
        pen, above = Pen("", desk.now), None
        if supervisor:
            above = _find_supervisor(view, name, supervisor)
            if above is None:
                above = pen.first(Person, name=tidy_name(supervisor), role=Role.TEAM_LEADER)
                view.add(above)
        person = pen.first(
            Person,
            name=tidy_name(name),
            role=role,
            supervisor=above.thing if above else None,
            supervised_since=view.today if above else None,
        )
        view.add(person)
        return _describe(desk, view, person, new=True)


def find_introduced(desk: Desk, name: str) -> Introduced | None:
    """Return the person of that name, however spelt, who is in the record already, or None."""
    with desk.reading() as view:
        known = find_named(view, name)
        return _describe(desk, view, known) if known else None


def check_supervisor(desk: Desk, name: str, supervisor: str) -> SupervisorNamed:
    """Return whom somebody of a name means who says who supervises them; nothing is kept.

    Raises NotFound, with the candidates, where it could be several, and InvalidInput for
    themselves, for somebody who has left and for a name that cannot be kept.
    """
    with desk.reading() as view:
        found = _find_supervisor(view, name, supervisor)
        if found is None:
            made = Pen("", desk.now).first(
                Person, name=tidy_name(supervisor), role=Role.TEAM_LEADER
            )
            return SupervisorNamed(name=made.name, new=True)
        return SupervisorNamed(name=found.name, new=False)


def _find_supervisor(view: ReaderView, name: str, supervisor: str) -> Person | None:
    """Return who is meant, or None for somebody who is not in the record. Raises as above."""
    if spell_same(supervisor) == spell_same(name):
        raise InvalidInput("Nobody supervises themselves.", "Name somebody else.")
    meant = find_meant(view, supervisor, match_names)
    if meant is None:
        return None
    found = get_person(view, meant)
    if not is_here(found.left, view.today):
        raise InvalidInput(f"{found.name} has left.", "Name somebody who is here.")
    return found


def _describe(desk: Desk, view: ReaderView, person: Person, *, new: bool = False) -> Introduced:
    above = supervisor_on(view, person, view.today)
    return Introduced(
        id=person.thing,
        name=person.name,
        role=person.role,
        supervisor=above.name if above else None,
        new=new,
        kept_in=str(desk.record or ""),
        record=view.named("id") or "",
    )
