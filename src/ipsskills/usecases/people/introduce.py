"""Who you are, and who supervises you: all the program has to know before the first question."""

from datetime import date

from ipsskills.codes import Role
from ipsskills.errors import InvalidInput
from ipsskills.facts.people import Acquainted, Introduced, SupervisorNamed
from ipsskills.folding import spell_same, tidy_name
from ipsskills.record.pen import Pen
from ipsskills.record.types import Person
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.colleagues import read_colleagues
from ipsskills.usecases.people.matching import find_same, match_names
from ipsskills.usecases.people.people import (
    find_meant,
    find_named,
    get_person,
)
from ipsskills.usecases.people.supervisors import is_here, supervisor_on
from ipsskills.usecases.reading.view import ReaderView


def introduce(
    desk: Desk, name: str, role: Role, supervisor: str | None = None, *, since: date | None = None
) -> Introduced:
    """Make a person me: the one of that name, however spelt, if there is one, else a new one.

    A new one may say who supervises them (``supervisor``, a name or a part of one; somebody the
    record does not know is made a team leader), and on which day they started (``since``). Of one
    who is here already nothing changes. Raises InvalidInput for a name that cannot be kept, and as
    `check_supervisor` does.
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
            since=since,
            supervisor=above.thing if above else None,
            supervised_since=view.today if above else None,
        )
        view.add(person)
        return _describe(desk, view, person, new=True)


def start_introduce(desk: Desk) -> Acquainted:
    """Return who is in the record, before somebody is asked who they are."""
    with desk.reading() as view:
        left = {each.thing for each in view.people().values() if not is_here(each.left, view.today)}
        return Acquainted(colleagues=read_colleagues(view), left=frozenset(left))


def is_known(start: Acquainted, name: str) -> bool:
    """Whether somebody of that name, however spelt, is in the record already."""
    return bool(find_same(start.colleagues.called, name))


def check_supervisor(desk: Desk, start: Acquainted, name: str, supervisor: str) -> SupervisorNamed:
    """Return whom somebody of a name means who says who supervises them; nothing is read or kept.

    Raises NotFound, with the candidates, where it could be several, and InvalidInput for
    themselves, for somebody who has left and for a name that cannot be kept.
    """
    _refuse_oneself(name, supervisor)
    known = start.colleagues
    meant = find_meant(known, supervisor, match_names)
    if meant is None:
        made = Pen("", desk.now).first(Person, name=tidy_name(supervisor), role=Role.TEAM_LEADER)
        return SupervisorNamed(name=made.name, new=True)
    if meant in start.left:
        raise _has_left(known.called[meant])
    return SupervisorNamed(name=known.called[meant], new=False)


def _find_supervisor(view: ReaderView, name: str, supervisor: str) -> Person | None:
    """Return who is meant, or None for somebody who is not in the record. Raises as above."""
    _refuse_oneself(name, supervisor)
    meant = find_meant(view, supervisor, match_names)
    if meant is None:
        return None
    found = get_person(view, meant)
    if not is_here(found.left, view.today):
        raise _has_left(found.name)
    return found


def _refuse_oneself(name: str, supervisor: str) -> None:
    if spell_same(supervisor) == spell_same(name):
        raise InvalidInput("Nobody supervises themselves.", "Name somebody else.")


def _has_left(name: str) -> InvalidInput:
    return InvalidInput(f"{name} has left.", "Name somebody who is here.")


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
