"""Who supervises whom, since when."""

from ipsskills.codes import Role
from ipsskills.facts.people import Supervised
from ipsskills.record.types import Person
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.people import list_here, show_people
from ipsskills.usecases.people.supervisors import is_here, supervisor_among
from ipsskills.usecases.reading.view import ReaderView


def list_supervision(desk: Desk) -> tuple[Supervised, ...]:
    """Return who supervises those who are here, by supervisor and name.

    Specialists whom nobody is known to supervise come last; others without one are left out.
    """
    with desk.reading() as view:
        rows = [_make_row(view, person) for person in list_here(view, view.today)]
    known = (row for row, person in rows if row.supervisor or _needs_one(person))
    return tuple(sorted(known, key=lambda row: (row.supervisor is None, row.supervisor or "")))


def find_left_behind(view: ReaderView, supervisor: Person) -> tuple[str, ...]:
    """Return the names of those here whose supervisor has left."""
    if is_here(supervisor.left, view.today):
        return ()
    here, known, on = list_here(view, view.today), view.people(), view.today
    return tuple(p.name for p in here if supervisor_among(view, known, p, on) == supervisor)


def _make_row(view: ReaderView, person: Person) -> tuple[Supervised, Person]:
    above = supervisor_among(view, view.people(), person, view.today)
    (shown,) = show_people(view, (person,))
    row = Supervised(
        person=person.name,
        team=person.team,
        supervisor=shown.supervisor,
        since=shown.supervised_since,
        gone=above.left if above and not is_here(above.left, view.today) else None,
        later=shown.supervisor_later,
        later_from=shown.supervised_from,
    )
    return row, person


def _needs_one(person: Person) -> bool:
    return person.role is Role.EMPLOYMENT_SPECIALIST
