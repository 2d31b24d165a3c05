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
from ipsskills.usecases.people.other import find_other_of
from ipsskills.usecases.people.people import find_person
from ipsskills.usecases.people.supervisors import days_of_change, supervisor_here
from ipsskills.usecases.people.whom import find_whom
from ipsskills.usecases.reading.view import ReaderView

SUPERVISION = "Supervision"

OF_TWO = (EntryKind.OBSERVATION, EntryKind.SUPERVISION)
"""The kinds of entry that two people have a part in, both of them in the record."""


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


def make_entry(
    view: ReaderView, about: Person, new: NewEntry, *, new_person: bool = False
) -> Entry:
    """Return a new entry about a person. Raises as `resolve_people` does, and InvalidInput.

    Who the other person was is filled in where it can be known: see `find_other`.
    """
    named = resolve_people(view, about, new.kind, new.values, new_person=new_person)
    own = _fill_in(new, view.today) | named
    known = new.kind is EntryKind.SUPERVISION or about.thing != view.me
    if new.kind in OF_TWO and known and not own.get("who"):
        other = find_other(view, about, new.kind, own["on"])
        own["who"] = other.thing if other else None
    entry = view.first(Entry, about=about.thing, kind=new.kind, **own)
    check_entry(entry, view.today)
    return entry


def make_action(view: ReaderView, parent: Entry, action: Action) -> Entry:
    """Return a new action of an entry. Raises InvalidInput, and NotFound for an unclear name."""
    values = _action_values(parent, action)
    if action.who:
        values["who"] = find_whom(view, action.who)
    made = view.first(Entry, about=parent.about, **values)
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


def resolve_people(
    view: ReaderView,
    about: Person,
    kind: EntryKind,
    values: Mapping[str, Any],
    *,
    new_person: bool,
) -> dict[str, str]:
    """Return who is meant by the values that name somebody: an id, or words for a stranger.

    The other one of a supervision or a visit is no stranger: see `find_other_of`. Raises as that
    does, and NotFound for a name that means several.
    """
    named = {name: values[name] for name in NAMING if values.get(name)}
    if kind not in OF_TWO:
        return {name: find_whom(view, typed) for name, typed in named.items()}
    return {
        name: find_other_of(view, about, typed, new_person=new_person).thing
        for name, typed in named.items()
    }


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
