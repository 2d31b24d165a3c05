"""Adding to the training record, correcting an entry, taking one back: always a new version."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any

from ipsskills.codes import EntryKind, SupervisionWay
from ipsskills.errors import NotFound
from ipsskills.pages.compose.entries import EntryShown
from ipsskills.pages.words import day
from ipsskills.record.types import Entry, Person
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.entries.carried import without
from ipsskills.usecases.entries.rules import made_idle, refuse
from ipsskills.usecases.people.people import find_person, supervisor_here
from ipsskills.usecases.reading.view import ReaderView

HANDLE_LENGTH = 6
LAST = "last"
SUPERVISION = "Supervision"

_OTHERS_ROLE = (EntryKind.OBSERVATION, EntryKind.SUPERVISION)
_SAME = {name for name in EntryShown.__dataclass_fields__ if name in Entry.__dataclass_fields__}


@dataclass(frozen=True)
class Action:
    """Something agreed: who does what by when."""

    who: str | None
    what: str
    due: date | None = None


@dataclass(frozen=True)
class Logged:
    """What was added: the entry, and the actions that came of it."""

    entry: EntryShown
    actions: tuple[EntryShown, ...] = ()


def person_meant(desk: Desk, who: str | None) -> Person:
    """Return the person whose record is meant; None is me. Raises NotFound."""
    with desk.reading() as work:
        return find_person(work, who, desk.me)


def other_person(desk: Desk, about: Person, on: date | None = None) -> str | None:
    """Return the name of the other one: me about somebody else, or my supervisor about me.

    That is who was here on the day, today if left out.
    """
    with desk.reading() as work:
        if about.thing != desk.me:
            return find_person(work, None, desk.me).name
        supervisor = supervisor_here(work, about, on or desk.today)
    return supervisor.name if supervisor else None


def new_entry(desk: Desk, about: Person, kind: EntryKind, **fields: Any) -> Entry:
    """Return an entry about a person that is not kept yet. Raises InvalidInput.

    Who the other person was is filled in where it can be known: see `other_person`.
    """
    own = dict(fields)
    own.setdefault("on", desk.today)
    if kind is EntryKind.SUPERVISION:
        own.setdefault("title", SUPERVISION)
        own.setdefault("way", SupervisionWay.ONE_TO_ONE)
    known = kind is EntryKind.SUPERVISION or about.thing != desk.me
    if kind in _OTHERS_ROLE and known and not own.get("who"):
        own["who"] = other_person(desk, about, own["on"])
    entry = desk.pen().first(Entry, about=about.thing, kind=kind, **own)
    refuse(entry, desk.today)
    return entry


def new_action(desk: Desk, parent: Entry, action: Action) -> Entry:
    """Return an action of an entry that is not kept yet. Raises InvalidInput."""
    made = desk.pen().first(
        Entry,
        about=parent.about,
        kind=EntryKind.ACTION,
        on=parent.on,
        title=action.what,
        who=action.who,
        due=action.due,
        part_of=parent.thing,
    )
    refuse(made, desk.today)
    return made


def add_entries(
    desk: Desk,
    entries: Sequence[Entry],
    actions: Sequence[Action] = (),
    carried: Sequence[str] = (),
) -> tuple[Logged, ...]:
    """Keep entries, all or none; actions belong to the first of them.

    ``carried`` are the handles of earlier actions that go on with it. Raises InvalidInput, and
    NotFound for a handle of no action.
    """
    first, *others = entries
    return add_rows(desk, [(first, actions), *((entry, ()) for entry in others)], carried)


def add_rows(
    desk: Desk,
    rows: Sequence[tuple[Entry, Sequence[Action]]],
    carried: Sequence[str] = (),
) -> tuple[Logged, ...]:
    """Keep entries, each with its own actions, all or none; see `add_entries`."""
    pen, first = desk.pen(), rows[0][0]
    made = {entry.thing: [new_action(desk, entry, a) for a in actions] for entry, actions in rows}
    with desk.writing() as work:
        earlier = [find_entry(work, handle, EntryKind.ACTION) for handle in carried]
        made[first.thing] += [pen.next(action, part_of=first.thing) for action in earlier]
        entries = [*(entry for entry, _ in rows), *chain.from_iterable(made.values())]
        work.add(*entries)
    shown = _shown_all(desk, entries)
    return tuple(
        Logged(shown[e.thing], tuple(shown[action.thing] for action in made[e.thing]))
        for e, _ in rows
    )


def correct_entry(
    desk: Desk,
    handle: str,
    kind: EntryKind,
    changes: Mapping[str, object],
    actions: Sequence[Action] = (),
) -> Logged:
    """Add a version of an entry with changes; what was kept before stays in its history.

    What a change makes idle goes: the minutes of a supervision that was cancelled after all.
    ``actions`` are added to it. Raises NotFound for a handle of no such entry, and InvalidInput.
    """
    pen = desk.pen()
    with desk.writing() as work:
        seen = find_entry(work, handle, kind)
        corrected = pen.next(seen, **made_idle(changes) | dict(changes)) if changes else seen
        refuse(corrected, desk.today)
        made = [new_action(desk, seen, action) for action in actions]
        work.add(*([corrected] if changes else []), *made)
    shown = _shown_all(desk, [corrected, *made])
    return Logged(shown[corrected.thing], tuple(shown[entry.thing] for entry in made))


def entry_meant(desk: Desk, handle: str, kind: EntryKind) -> EntryShown:
    """Return the entry of a kind that a handle means, as it is now. Raises NotFound."""
    with desk.reading() as work:
        seen = find_entry(work, handle, kind)
    return shown_entries(desk, [seen])[0]


def remove_entry(desk: Desk, handle: str) -> EntryShown:
    """Take an entry back, with the actions that came of it alone; their history stays.

    An action that an earlier supervision had agreed goes back there. Raises NotFound.
    """
    pen = desk.pen()
    with desk.writing() as work:
        seen = find_entry(work, handle)
        work.add(pen.next(seen, removed=True), *without(work, pen, seen))
    return shown_entries(desk, [seen])[0]


def mark_action(desk: Desk, handle: str, *, undo: bool = False) -> EntryShown:
    """Tick an action as done today, or take its tick back. Raises NotFound."""
    with desk.writing() as work:
        done = ticked_action(desk, work, handle, undo=undo)
        work.add(done)
    return shown_entries(desk, [done])[0]


def ticked_action(desk: Desk, work: ReaderView, handle: str, *, undo: bool = False) -> Entry:
    """Return the version of an action that is done today, or not after all. Raises NotFound."""
    seen = find_entry(work, handle, EntryKind.ACTION)
    return desk.pen().next(seen, done=None if undo else desk.today)


def find_entry(work: ReaderView, handle: str, kind: EntryKind | None = None) -> Entry:
    """Return the entry that a handle means: the end of its id, as much as tells it apart.

    "last" is the one changed last, of that kind if one is given. Raises NotFound, also where
    several end alike or it is of another kind than ``kind``.
    """
    wanted = handle.strip().lower()
    entries = work.current(Entry, removed=False)
    fits = [entry for entry in entries if wanted and entry.thing.endswith(wanted)]
    if wanted == LAST:
        fits = [entry for entry in entries if kind in (None, entry.kind)][-1:]
    if len(fits) > 1:
        longer = handles([entry.thing for entry in fits])
        told = ", ".join(f"{longer[e.thing]} ({day(e.on)}, {e.title})" for e in fits[:4])
        raise NotFound(f"'{handle}' could be: {told}.", "Type more of it.")
    if not fits:
        raise NotFound(
            f"There is no entry '{handle}'.", "See the words that name entries: ipsskills record"
        )
    if kind and fits[0].kind is not kind:
        raise NotFound(
            f"'{handle}' is about {fits[0].kind}, not {kind}.", _instead(fits[0], wanted)
        )
    return fits[0]


def _instead(entry: Entry, handle: str) -> str:
    """Return what to type for an entry of another kind."""
    if entry.kind is EntryKind.PREPARATION:
        return "Change what you prepared: ipsskills prepare"
    if entry.kind is EntryKind.ACTION:
        return f"Change it: ipsskills log action {handle}, or tick it: ipsskills log done {handle}"
    return f"Type: ipsskills log {entry.kind} --correct {handle}"


def handles(things: Collection[str]) -> dict[str, str]:
    """Return for each id its last characters: six, or as many as tell it from the others."""
    found, length = dict[str, str](), HANDLE_LENGTH
    left = set(things)
    while left:
        ends = [thing[-length:] for thing in left]
        clear = {t for t in left if ends.count(t[-length:]) == 1 or length >= len(t)}
        found |= {thing: thing[-length:] for thing in clear}
        left -= clear
        length += 1
    return found


def shown_entries(desk: Desk, entries: Iterable[Entry]) -> tuple[EntryShown, ...]:
    """Return entries as pages and programs see them, in the order given."""
    kept = list(entries)
    shown = _shown_all(desk, kept)
    return tuple(shown[entry.thing] for entry in kept)


def _shown_all(desk: Desk, entries: Sequence[Entry]) -> dict[str, EntryShown]:
    with desk.reading() as work:
        names = {person.thing: person.name for person in work.current(Person)}
        ids = {each for entry in entries for each in (entry.about, entry.author)}
        one = {each: work.survivor(each) for each in ids}
    ends = handles({e.thing for e in entries} | {e.part_of for e in entries if e.part_of})
    return {entry.thing: _shown(entry, names, ends, one) for entry in entries}


def _shown(
    entry: Entry, names: Mapping[str, str], ends: Mapping[str, str], one: Mapping[str, str]
) -> EntryShown:
    """Return an entry with people by name; ``one`` leads from an id to the person's own."""
    same = {name: getattr(entry, name) for name in _SAME}
    return EntryShown(
        **same
        | {
            "handle": ends[entry.thing],
            "about": names.get(one[entry.about], ""),
            "by": names.get(one[entry.author], ""),
            "mine": one[entry.about] == one[entry.author],
            "units": entry.items,
            "part_of": ends[entry.part_of] if entry.part_of else None,
        }
    )
