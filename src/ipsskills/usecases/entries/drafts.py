"""What somebody wants to add to the training record: made into entries, or refused."""

from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import date, datetime
from typing import Any

from ipsskills.codes import EntryKind, SupervisionWay
from ipsskills.facts.entries import OtherSince
from ipsskills.frozen import dataclass
from ipsskills.privacy.client_detail.written import title_of_ours
from ipsskills.record.pen import Pen
from ipsskills.record.types import Entry, Person
from ipsskills.record.written import Written
from ipsskills.usecases.entries.rules import check_entry
from ipsskills.usecases.entries.showing import NAMING
from ipsskills.usecases.people.people import find_person
from ipsskills.usecases.people.supervisors import days_of_change, supervisor_here
from ipsskills.usecases.people.whom import find_whom
from ipsskills.usecases.reading.view import ReaderView

SUPERVISION = "Supervision"

_OTHERS_ROLE = (EntryKind.OBSERVATION, EntryKind.SUPERVISION)


@dataclass(frozen=True)
class Action:
    """Something agreed: who does what by when."""

    who: str | None
    what: Written
    due: date | None = None


@dataclass(frozen=True)
class NewEntry:
    """An entry to be added: its kind, its values by the record's own names, its actions."""

    kind: EntryKind
    values: Mapping[str, Any] = field(default_factory=dict)
    actions: tuple[Action, ...] = ()


def check_new(new: NewEntry, now: Callable[[], datetime]) -> Entry:
    """Return what an entry would be like, so that it is refused before more is asked about it.

    Nothing is read and nothing is kept. Raises InvalidInput, for its actions too.
    """
    nobody, today = Pen("", now), now().astimezone().date()
    entry = nobody.first(Entry, kind=new.kind, **_fill_in(new, today))
    check_entry(entry, today)
    for action in new.actions:
        check_entry(nobody.first(Entry, **_action_values(entry, action)), today)
    return entry


def make_entry(view: ReaderView, about: Person, new: NewEntry) -> Entry:
    """Return a new entry about a person. Raises InvalidInput.

    Who the other person was is filled in where it can be known: see `find_other`.
    """
    own = _fill_in(new, view.today) | resolve_people(view, new.values)
    known = new.kind is EntryKind.SUPERVISION or about.thing != view.me
    if new.kind in _OTHERS_ROLE and known and not own.get("who"):
        other = find_other(view, about, new.kind, own["on"])
        own["who"] = other.thing if other else None
    entry = view.first(Entry, about=about.thing, kind=new.kind, **own)
    check_entry(entry, view.today)
    return entry


def make_action(view: ReaderView, parent: Entry, action: Action) -> Entry:
    """Return a new action of an entry. Raises InvalidInput."""
    values = _action_values(parent, action)
    made = view.first(Entry, about=parent.about, **values | resolve_people(view, values))
    check_entry(made, view.today)
    return made


def find_other(view: ReaderView, about: Person, kind: EntryKind, on: date) -> Person | None:
    """Return the other one: me about somebody else, or my supervisor about me.

    That is who was here on the day. A supervision that I enter for one whom I did not supervise yet
    was held by who did.
    """
    then = supervisor_here(view, about, on)
    if about.thing == view.me:
        return then
    me = find_person(view, None, view.me)
    now = supervisor_here(view, about, view.today)
    taken_over = now is not None and now.thing == me.thing and then is not None
    return then if kind is EntryKind.SUPERVISION and taken_over else me


def list_others(view: ReaderView, about: Person, kind: EntryKind) -> tuple[OtherSince, ...]:
    """Return who the other one is, as `find_other` does, from which day on; earliest first."""
    days = (date.min, *days_of_change(view, about))
    found = ((day, find_other(view, about, kind, day)) for day in days)
    return tuple(OtherSince(day, other.name if other else None) for day, other in found)


def resolve_people(view: ReaderView, values: Mapping[str, Any]) -> dict[str, str]:
    """Return who is meant by the values that name somebody: an id, or words for a stranger."""
    return {name: find_whom(view, values[name]) for name in NAMING if values.get(name)}


def _fill_in(new: NewEntry, today: date) -> dict[str, Any]:
    """Return the values of an entry with what is usual where nothing is said."""
    usual: dict[str, Any] = {"on": today}
    if new.kind is EntryKind.SUPERVISION:
        usual |= {"title": title_of_ours(SUPERVISION), "way": SupervisionWay.ONE_TO_ONE}
        usual |= {"talked": ()}
    return usual | dict(new.values)


def _action_values(parent: Entry, action: Action) -> dict[str, Any]:
    return {
        "kind": EntryKind.ACTION,
        "on": parent.on,
        "title": action.what,
        "who": action.who,
        "due": action.due,
        "part_of": parent.thing,
    }
