"""Reads what somebody sees differently in what was said of them, to stand beside that."""

from collections.abc import Iterable

from ipsskills.facts.exchange.contested import SeenDifferently
from ipsskills.facts.people import PersonNamed
from ipsskills.record.types import Assessment, Entry, Objection, Person
from ipsskills.usecases.entries.handles import HANDLE_LENGTH
from ipsskills.usecases.people.people import get_person
from ipsskills.usecases.reading.view import ReaderView

VIEW = "view"


def list_contested_views(view: ReaderView, person: Person) -> tuple[SeenDifferently, ...]:
    """Return the views that a person contests and that are not settled, by when they said so."""
    found = _list_open(view, person)
    if not found:
        return ()
    things = tuple(each.subject for each in found)
    views = {each.thing: each for each in view.current(Assessment, thing=things)}
    return tuple(
        show_objection(view, each, views[each.subject]) for each in found if each.subject in views
    )


def list_contested_entries(
    view: ReaderView, person: Person, among: Iterable[str]
) -> tuple[SeenDifferently, ...]:
    """Return which entries, of those among some things, a person contests; none that is settled."""
    things = set(among)
    found = [each for each in _list_open(view, person) if each.subject in things]
    if not found:
        return ()
    entries = {e.thing: e for e in view.current(Entry, thing=tuple(o.subject for o in found))}
    return tuple(show_objection(view, o, entries[o.subject]) for o in found if o.subject in entries)


def show_objection(view: ReaderView, said: Objection, about: Assessment | Entry) -> SeenDifferently:
    """Return what is seen differently in a view or an entry, as pages tell it."""
    is_view = isinstance(about, Assessment)
    author = about.rater if isinstance(about, Assessment) else about.author
    on = (about.finished or about.began) if isinstance(about, Assessment) else about.on
    return SeenDifferently(
        subject=said.subject,
        handle=said.subject[-HANDLE_LENGTH:],
        what=VIEW if is_view else str(about.kind),
        of=_name(view, author),
        on=on,
        person=_name(view, said.about),
        words=str(said.text),
        said=view.day_of(said.at),
        settled=said.settled,
    )


def _list_open(view: ReaderView, person: Person) -> list[Objection]:
    found = view.select(Objection, {"about": [person.thing]})
    return [each for each in found if each.settled is None]


def _name(view: ReaderView, person: str) -> PersonNamed:
    known = get_person(view, person)
    return PersonNamed(id=known.thing, name=known.name, me=known.thing == view.me)
