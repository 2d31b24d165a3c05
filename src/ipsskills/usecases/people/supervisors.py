"""Who supervises somebody on a day, who has supervised them and who will."""

from collections.abc import Mapping
from datetime import date, timedelta

from ipsskills.record.types import Person
from ipsskills.usecases.people.tenure import Tenure, find_tenure, list_tenures
from ipsskills.usecases.reading.view import ReaderView


def tenure_on(view: ReaderView, person: Person, on: date) -> Tenure | None:
    """Return since when whoever supervises a person on a day does so, or None.

    What went before is only read where what was said last does not reach back that far.
    """
    last = Tenure(person.supervisor, person.supervised_since)
    if person.supervisor and last.covers(on):
        return last
    if person.replaces is None:
        return None
    return find_tenure(_read_tenures(view, person), on)


def supervisor_on(view: ReaderView, person: Person, on: date) -> Person | None:
    """Return who is named as a person's supervisor on a day, or None; that one may have left.

    For a page or an agreement it is `supervisor_here`.
    """
    above = _find_id(view, person, on)
    found = view.current(Person, thing=above) if above else ()
    return found[0] if found else None


def supervisor_here(view: ReaderView, person: Person, on: date) -> Person | None:
    """Return who supervises a person on a day: None also where that one has left by then."""
    above = supervisor_on(view, person, on)
    return above if above and is_here(above.left, on) else None


def supervisor_among(
    view: ReaderView, people: Mapping[str, Person], person: Person, on: date
) -> Person | None:
    """Return who among people, by id, is named as a person's supervisor on a day, or None.

    For lists, which read everybody once.
    """
    above = _find_id(view, person, on)
    return people.get(above) if above else None


def list_supervised(view: ReaderView, supervisor: Person, on: date) -> tuple[Person, ...]:
    """Return those whom somebody supervises on a day and who are here then; nobody else is read."""
    ever = view.ever_supervised_by(supervisor.thing)
    found = view.current(Person, thing=ever) if ever else ()
    return tuple(
        each
        for each in found
        if is_here(each.left, on)
        and view.survivor(each.thing) == each.thing
        and _find_id(view, each, on) == view.survivor(supervisor.thing)
    )


def is_here(left: date | None, today: date) -> bool:
    """Whether somebody who leaves on a day, or never, is here today."""
    return left is None or left > today


def days_of_change(view: ReaderView, person: Person) -> tuple[date, ...]:
    """Return the days on which who supervises a person may change, earliest first."""
    tenures = _read_tenures(view, person)
    named = {view.survivor(each.supervisor) for each in tenures if each.supervisor}
    people = view.current(Person, thing=tuple(named)) if named else ()
    days = {each.since for each in tenures if each.since}
    days |= {each.left for each in people if each.left}
    days |= {each.left + timedelta(days=1) for each in people if each.left}
    return tuple(sorted(days))


def _find_id(view: ReaderView, person: Person, on: date) -> str | None:
    """Return the id of whoever supervises a person; one who is the same person does not."""
    tenure = tenure_on(view, person, on)
    if tenure is None or tenure.supervisor is None:
        return None
    above = view.survivor(tenure.supervisor)
    return above if above != view.survivor(person.thing) else None


def _read_tenures(view: ReaderView, person: Person) -> tuple[Tenure, ...]:
    return list_tenures(view.history(Person, person.thing), view.day_of)
