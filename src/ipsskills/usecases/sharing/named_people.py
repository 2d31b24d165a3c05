"""The people that records in a file name, and how they are known where it is taken in.

Of somebody who is only named nothing travels but the name and the role. Where the file is taken in
they become a version of a person that is the same wherever it is made, and that every real version
of them counts over.
"""

from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from ipsskills.codes import Role
from ipsskills.formats.exchange.bundle import PersonInFile
from ipsskills.record.ids import derive_id
from ipsskills.record.types import Person, Record
from ipsskills.record.validate import validate
from ipsskills.record.whom import Whom
from ipsskills.usecases.reading.view import ReaderView
from ipsskills.usecases.sharing.renewed import PEOPLE, Renewals

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TIME_IN_ID = 7
_LATEST = 4_000_000_000_000  # milliseconds, in the year 2096: an id may say any time


def list_named(records: Iterable[Record]) -> tuple[str, ...]:
    """Return the ids of all people that records name, each once."""
    return tuple(dict.fromkeys(each for record in records for each in _list_in(record)))


def _list_in(record: Record) -> Iterator[str]:
    for field in fields(record):
        value = getattr(record, field.name)
        if value is None:
            continue
        if field.name in PEOPLE:
            yield value
        elif isinstance(value, Whom) and value.person:
            yield value.person


def name_in_file(view: ReaderView, renewals: Renewals, person: str) -> PersonInFile:
    """Return how a file names somebody, with the other ids they are known by.

    ``person`` is an id here, or the one that somebody who was erased here has in files.
    """
    here = renewals.as_here(person)
    stands = view.people()[view.survivor(here)]
    every = {o for own in view.ids_of(here) for o in (own, *renewals.list_former(own))}
    return PersonInFile(
        id=person, name=stands.name, role=stands.role, also=tuple(sorted(every - {person}))
    )


def find_own_version(view: ReaderView, person: Person) -> Person | None:
    """Return the latest details of a person that they gave themselves, if they are here.

    They are somebody's own where they have a key, which only their own record gives them.
    """
    own = [
        each
        for each in view.history(Person, person.thing)
        if each.key and each.author == each.thing
    ]
    return own[-1] if own else None


def without_details(person: Person) -> Person:
    """Return somebody by name, role and key alone; the same wherever it is made.

    It counts over who is only named, and less than any version with their details.
    """
    named = PersonInFile(id=person.thing, name=person.name, role=person.role)
    stub, key = make_stub(named), person.key or ""
    return replace(
        stub,
        id=derive_id("keyed", stub.id, key),
        replaces=derive_id("before", stub.id, key),
        at=stub.at + timedelta(microseconds=500),
        key=person.key,
    )


def make_stub(named: PersonInFile) -> Person:
    """Return what is kept of somebody who is only named; the same wherever it is made.

    It is dated just before the person's id was given, and replaces what was never anywhere, so
    that it counts less than any version of theirs and no record is changed twice by it.
    """
    role = named.role or Role.EMPLOYMENT_SPECIALIST
    parts = (named.id, named.name, role.value)
    return validate(
        Person,
        id=derive_id("named", *parts),
        thing=named.id,
        replaces=derive_id("before", *parts),
        about=named.id,
        author=named.id,
        at=_time_of(named.id) - timedelta(milliseconds=1),
        name=named.name,
        role=role,
    )


def _time_of(own_id: str) -> datetime:
    """Return when an id was given, as far as it tells."""
    given = UUID(own_id)
    milliseconds = given.int >> 80 if given.version == _TIME_IN_ID else 1
    return _EPOCH + timedelta(milliseconds=min(max(milliseconds, 1), _LATEST))
