"""Which words in what goes to somebody may name others in the record: told before it goes.

Names are looked for as in an export, by the one finder there is.
"""

from collections.abc import Collection, Iterable

from ipsskills.facts.exchange.parcels import WordsNaming
from ipsskills.facts.people import PersonNamed
from ipsskills.privacy.people_named import match_names
from ipsskills.record.types import Person, Record
from ipsskills.usecases.entries.handles import make_handles
from ipsskills.usecases.people.people import get_person
from ipsskills.usecases.people.whom import name_person
from ipsskills.usecases.reading.view import ReaderView
from ipsskills.usecases.rights.passages import texts_of
from ipsskills.usecases.rights.word_names import find_key, name_kind


def list_naming(
    view: ReaderView, records: Iterable[Record], between: Iterable[Person]
) -> tuple[WordsNaming, ...]:
    """Return the words in records that may name others than those ``between`` whom they go."""
    ids = {each for person in between for each in view.ids_of(person.thing)}
    known = [*view.names().items(), *view.earlier_names()]
    own = tuple(sorted({name for person, name in known if person in ids}))
    others = {
        name: view.names().get(view.survivor(person), name)
        for person, name in known
        if view.survivor(person) not in ids and person not in ids
    }
    every = tuple(sorted(others))
    if not every:
        return ()
    found: dict[str, tuple[Record, list[str]]] = {}
    for record in records:
        for text in () if isinstance(record, Person) else texts_of(record):
            if names := [others[e] for e in every if _names(e, text, every, own)]:
                found.setdefault(find_key((record,)), (record, []))[1].extend(names)
    return _tell(view, found)


def _names(name: str, text: str, every: Collection[str], own: Collection[str]) -> bool:
    return match_names((name,), text, [*own, *(each for each in every if each != name)])


def list_named(view: ReaderView, records: Iterable[Record], about: str) -> tuple[PersonNamed, ...]:
    """Return whom words in records may name, but for the one (an id) they are about."""
    ids = view.ids_of(about)
    known = [*view.names().items(), *view.earlier_names()]
    own = tuple(sorted({name for person, name in known if person in ids}))
    others = [(person, name) for person, name in known if person not in ids]
    every = {name for _, name in others}
    texts = [text for each in records for text in texts_of(each)]
    found = {
        view.survivor(person)
        for person, name in others
        if any(_names(name, text, every, own) for text in texts)
    }
    return tuple(name_person(view, get_person(view, each)) for each in sorted(found))


def _tell(view: ReaderView, found: dict[str, tuple[Record, list[str]]]) -> tuple[WordsNaming, ...]:
    handles = make_handles(found)
    return tuple(
        WordsNaming(
            handle=handles[key],
            kind=name_kind(record),
            on=view.day_of(record.at),
            names=tuple(dict.fromkeys(names)),
        )
        for key, (record, names) in found.items()
    )
