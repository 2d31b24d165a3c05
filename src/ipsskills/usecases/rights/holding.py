"""Holds: while one stands nothing about that person may be erased, by any command."""

from collections.abc import Iterable
from datetime import date

from ipsskills.codes import HoldReason
from ipsskills.doing import do
from ipsskills.errors import UnderHold
from ipsskills.facts.exchange.holds import HoldFacts
from ipsskills.pages.words import day
from ipsskills.record.reads import Reads
from ipsskills.record.types import Hold, Person
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.people import find_person, get_person
from ipsskills.usecases.people.whom import name_person
from ipsskills.usecases.reading.view import ReaderView


def hold(desk: Desk, who: str | None, why: HoldReason) -> HoldFacts:
    """Have nothing about a person erased from today on; a hold that stands goes on."""
    with desk.writing() as view:
        person = find_person(view, who, view.me)
        for standing in list_standing(view, person.thing):
            if standing.why is why:
                return _show(view, standing)
        made = view.first(Hold, about=person.thing, why=why, began=view.today)
        view.add(made)
        return _show(view, made)


def end_hold(desk: Desk, who: str | None) -> tuple[HoldFacts, ...]:
    """End every hold of a person today, and return them; they stay in the record."""
    with desk.writing() as view:
        person = find_person(view, who, view.me)
        standing = list_standing(view, person.thing)
        ended = tuple(view.next(each, ended=view.today) for each in standing)
        view.add(*ended)
        return tuple(_show(view, each) for each in ended)


def list_holds(desk: Desk) -> tuple[HoldFacts, ...]:
    """Return every hold, those that stand first, each with its days."""
    with desk.reading() as view:
        found = sorted(view.current(Hold), key=lambda each: (each.ended is not None, each.began))
        return tuple(_show(view, each) for each in found)


def list_standing(view: Reads, *people: str) -> tuple[Hold, ...]:
    """Return the holds of people (ids) that have not ended, the first of them first."""
    ids = set(view.ids_of(people))
    found = (each for each in view.current(Hold) if each.about in ids and each.ended is None)
    return tuple(sorted(found, key=lambda each: each.began))


def refuse_held(view: Reads, person: Person) -> None:
    """Raise UnderHold while a person is held. Every command that erases asks this first."""
    for standing in list_standing(view, person.thing):
        raise refusal(person.name, standing.began, standing.why)


def refuse_held_people(view: Reads, people: Iterable[str]) -> None:
    """Raise UnderHold while any of these people (ids) is held, known here by name or not."""
    for standing in list_standing(view, *people):
        known = view.people().get(view.survivor(standing.about))
        raise refusal(known.name if known else "somebody", standing.began, standing.why)


def refusal(name: str, began: date, why: HoldReason) -> UnderHold:
    """Return what is said where something about somebody held was to be erased."""
    return UnderHold(
        f"Nothing about {name} may be erased: it is held since {day(began)} ({why})."
        " Nothing was changed.",
        f"When that is over: {do('data hold', '--end', person=name)}",
    )


def _show(view: ReaderView, kept: Hold) -> HoldFacts:
    person = get_person(view, kept.about)
    return HoldFacts(
        person=name_person(view, person), why=kept.why, began=kept.began, ended=kept.ended
    )
