"""Holds: while one stands nothing about that person may be erased, by any command."""

from collections.abc import Iterable, Sequence

from ipsskills.codes import HoldReason
from ipsskills.doing import do
from ipsskills.errors import InvalidInput, UnderHold
from ipsskills.facts.exchange.holds import HoldFacts
from ipsskills.facts.people import PersonNamed
from ipsskills.pages.words import day, join_words
from ipsskills.record.reads import Reads
from ipsskills.record.types import Hold, Person
from ipsskills.record.whom import SOMEBODY
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


def end_hold(desk: Desk, who: str | None, why: HoldReason | None = None) -> tuple[HoldFacts, ...]:
    """End what holds a person for one reason today, and return it; it stays in the record.

    ``why`` may be left out where there is only one reason. Nothing is returned where nothing of
    the kind stands. Raises NotFound, and InvalidInput where several do: none is ended unseen.
    """
    with desk.writing() as view:
        person = find_person(view, who, view.me)
        standing = _find_ending(view, person, why)
        ended = tuple(view.next(each, ended=view.today) for each in standing)
        view.add(*ended)
        return tuple(_show(view, each) for each in ended)


def _find_ending(view: ReaderView, person: Person, why: HoldReason | None) -> tuple[Hold, ...]:
    standing = list_standing(view, person.thing)
    found = tuple(each for each in standing if why in (None, each.why))
    if len({each.why for each in found}) > 1:
        raise InvalidInput(
            f"{person.name} is held {say_since(found)}. Nothing was changed.",
            f"Say which is over: {say_ending(person.name, found[0].why)}",
        )
    return found


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


def list_on_hold(view: ReaderView, people: Iterable[Person]) -> tuple[PersonNamed, ...]:
    """Return those of some people for whom a hold stands, each once."""
    found = {each.thing: each for each in people if list_standing(view, each.thing)}
    return tuple(name_person(view, each) for each in found.values())


def refuse_held_people(view: Reads, people: Iterable[str]) -> None:
    """Raise UnderHold while any of these people (ids) is held, known here by name or not.

    What takes something out of the record asks `named_held.refuse_going`, which looks at words too.
    """
    standing = list_standing(view, *people)
    if not standing:
        return
    held = view.survivor(standing[0].about)
    known = view.people().get(held)
    name = known.name if known else SOMEBODY
    theirs = [each for each in standing if view.survivor(each.about) == held]
    raise UnderHold(
        f"Nothing about {name} may be erased: it is held {say_since(theirs)}. Nothing was changed.",
        f"When that is over: {say_ending(name, theirs[0].why)}",
    )


def say_since(standing: Sequence[Hold]) -> str:
    """Return since when somebody is held, and why."""
    return join_words([f"since {day(each.began)} ({each.why})" for each in standing])


def say_ending(name: str, why: HoldReason) -> str:
    """Return how a hold is ended once it is over."""
    return str(do("data hold", "--end", "--why", why, person=name))


def _show(view: ReaderView, kept: Hold) -> HoldFacts:
    person = get_person(view, kept.about)
    return HoldFacts(
        person=name_person(view, person), why=kept.why, began=kept.began, ended=kept.ended
    )
