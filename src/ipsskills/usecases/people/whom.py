"""Who is meant where somebody names a person: their id if they are in the record, else the words.

An id is kept so that whoever is renamed stands under the new name everywhere, and whoever is
forgotten in no text.
"""

from collections.abc import Iterable, Mapping

from ipsskills.facts.people import Colleagues, PersonNamed
from ipsskills.record.types import Person
from ipsskills.record.whom import SOMEBODY, Whom
from ipsskills.usecases.people.matching import is_name_of, match_words
from ipsskills.usecases.people.people import find_meant, get_person
from ipsskills.usecases.reading.view import ReaderView


def find_whom(known: ReaderView | Colleagues, typed: str) -> Whom:
    """Return the id of the one person in the record whom a name means, else the words themselves.

    A name means somebody if every word of it is a word of their name. "a colleague" means nobody in
    the record. Raises NotFound, with the candidates, where it means several.
    """
    return Whom(find_meant(known, typed, match_words) or typed.strip())


def name_whom(view: ReaderView, kept: str) -> str:
    """Return what to call whom a record names: the name of today, or the words that were kept."""
    return name_whoms(view, (kept,))[kept]


def name_whoms(view: ReaderView, kept: Iterable[str | None]) -> Mapping[str, str]:
    """Return what to call each of those whom records name, by what was kept; read at once.

    Somebody who is not in the record any more is "somebody".
    """
    every = dict.fromkeys(each for each in kept if each)
    ids = {each for each in every if Whom(each).person}
    names = name_ids(view, ids)
    return {each: names.get(each, SOMEBODY) if each in ids else each for each in every}


def name_ids(view: ReaderView, people: Iterable[str]) -> Mapping[str, str]:
    """Return the names of today of people, by the ids given; nobody else is read.

    Somebody who is not in the record any more is left out.
    """
    stands = {each: view.survivor(each) for each in people}
    found = view.current(Person, thing=tuple(set(stands.values()))) if stands else ()
    names = {person.thing: person.name for person in found}
    return {each: names[person] for each, person in stands.items() if person in names}


def is_meant(view: ReaderView, kept: str, person: Person) -> bool:
    """Whether what a record keeps of a name means a person: their id, or words of their name."""
    if Whom(kept).person:
        return view.survivor(kept) == view.survivor(person.thing)
    return is_name_of(kept, person.name)


def name_person(view: ReaderView, person: Person) -> PersonNamed:
    """Return a person as facts name them."""
    return PersonNamed(id=person.thing, name=person.name, me=person.thing == view.me)


def name_known(view: ReaderView, person: str) -> PersonNamed:
    """Return whom an id stands for as facts name them. Raises NotFound."""
    return name_person(view, get_person(view, person))


def name_other(view: ReaderView, person: Person) -> str | None:
    """Return a person's name where a command has to say it: None for the reader."""
    return None if person.thing == view.me else person.name
