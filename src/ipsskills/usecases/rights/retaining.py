"""Until when what is held about people who have left is kept: a service says so, not we."""

from datetime import date

from ipsskills.errors import UnderHold
from ipsskills.facts.exchange.retention import LeftPerson, Retention
from ipsskills.method.calendar import add_months
from ipsskills.record.types import Person
from ipsskills.record.work import Work
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.people import list_everybody
from ipsskills.usecases.people.whom import name_person
from ipsskills.usecases.reading.view import ReaderView
from ipsskills.usecases.rights.holding import list_standing


def read_retention(desk: Desk, months: int | None = None) -> Retention:
    """Return who has left, and whose ``months`` after that are over; without any nobody's are."""
    with desk.entitled() as (view, work):
        here = [p for p in list_everybody(view) if p.left and p.left <= view.today]
        told = (_tell(view, work, p, p.left, months) for p in here if p.left)
        return Retention(months=months, people=tuple(sorted(told, key=_by_day)))


def _tell(
    view: ReaderView, work: Work, person: Person, left: date, months: int | None
) -> LeftPerson:
    until = add_months(left, months) if months else None
    due = until is not None and until < view.today
    held = bool(list_standing(view, person.thing))
    return LeftPerson(
        person=name_person(view, person),
        left=left,
        until=until,
        due=due,
        held=held,
        names_held=due and not held and _names_held(work, person),
    )


def _names_held(work: Work, person: Person) -> bool:
    """Whether words that would go with somebody name another who is held."""
    from ipsskills.usecases.rights.named_held import refuse_going  # loads what reads files

    ids = work.ids_of(person.thing)
    try:
        refuse_going(work, lambda each: each.about in ids)
    except UnderHold:
        return True
    return False


def _by_day(each: LeftPerson) -> tuple[date, str]:
    return each.left, each.person.name
