"""Adding to the training record, correcting an entry, taking one back: always a new version."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ipsskills.codes import EntryKind, SupervisionWay
from ipsskills.errors import InvalidInput, NotFound
from ipsskills.method.coverage import MOST_UNITS
from ipsskills.pages.entries import EntryShown
from ipsskills.pages.words import day
from ipsskills.record.types import Entry, Person
from ipsskills.record.work import Work
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people import find_person, supervisor_of

HANDLE_LENGTH = 6
LAST = "last"
SUPERVISION = "Supervision"

# What must have happened before it can be told; an action and a next date lie ahead.
_PAST = (EntryKind.TRAINING, EntryKind.EVIDENCE, EntryKind.OBSERVATION)
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
    with desk.store.reading() as work:
        return find_person(work, who, desk.me)


def other_person(desk: Desk, about: Person) -> str | None:
    """Return the name of the other one: me about somebody else, or my supervisor about me."""
    with desk.store.reading() as work:
        if about.thing != desk.me:
            return find_person(work, None, desk.me).name
        supervisor = supervisor_of(work, about)
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
        own["who"] = other_person(desk, about)
    entry = desk.pen().first(Entry, about=about.thing, kind=kind, **own)
    _refuse(entry, desk.today)
    return entry


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
    first, pen = entries[0], desk.pen()
    made = [_action(desk, first, action) for action in actions]
    with desk.store.writing() as work:
        earlier = [find_entry(work, handle, EntryKind.ACTION) for handle in carried]
        made += [pen.next(action, part_of=first.thing) for action in earlier]
        work.add(*entries, *made)
    shown = _shown_all(desk, [*entries, *made])
    mine = tuple(shown[entry.thing] for entry in made)
    return tuple(Logged(shown[e.thing], mine if e is first else ()) for e in entries)


def correct_entry(
    desk: Desk,
    handle: str,
    kind: EntryKind,
    changes: Mapping[str, object],
    actions: Sequence[Action] = (),
) -> Logged:
    """Add a version of an entry with changes; what was kept before stays in its history.

    ``actions`` are added to it. Raises NotFound for a handle of no such entry, and InvalidInput.
    """
    pen = desk.pen()
    with desk.store.writing() as work:
        seen = find_entry(work, handle, kind)
        corrected = pen.next(seen, **changes) if changes else seen
        _refuse(corrected, desk.today)
        made = [_action(desk, seen, action) for action in actions]
        work.add(*([corrected] if changes else []), *made)
    shown = _shown_all(desk, [corrected, *made])
    return Logged(shown[corrected.thing], tuple(shown[entry.thing] for entry in made))


def remove_entry(desk: Desk, handle: str) -> EntryShown:
    """Take an entry back, with the actions that came of it; their history stays.

    Raises NotFound.
    """
    pen = desk.pen()
    with desk.store.writing() as work:
        seen = find_entry(work, handle)
        gone = [seen, *work.current(Entry, part_of=seen.thing, removed=False)]
        work.add(*(pen.next(each, removed=True) for each in gone))
    return shown_entries(desk, [seen])[0]


def mark_action(desk: Desk, handle: str, *, undo: bool = False) -> EntryShown:
    """Tick an action as done today, or take its tick back. Raises NotFound."""
    with desk.store.writing() as work:
        done = ticked_action(desk, work, handle, undo=undo)
        work.add(done)
    return shown_entries(desk, [done])[0]


def ticked_action(desk: Desk, work: Work, handle: str, *, undo: bool = False) -> Entry:
    """Return the version of an action that is done today, or not after all. Raises NotFound."""
    seen = find_entry(work, handle, EntryKind.ACTION)
    return desk.pen().next(seen, done=None if undo else desk.today)


def find_entry(work: Work, handle: str, kind: EntryKind | None = None) -> Entry:
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
    with desk.store.reading() as work:
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


def _action(desk: Desk, parent: Entry, action: Action) -> Entry:
    return desk.pen().first(
        Entry,
        about=parent.about,
        kind=EntryKind.ACTION,
        on=parent.on,
        title=action.what,
        who=action.who,
        due=action.due,
        part_of=parent.thing,
    )


def _refuse(entry: Entry, today: date) -> None:
    """Refuse what cannot be meant. Raises InvalidInput."""
    held = entry.kind is EntryKind.SUPERVISION and not entry.cancelled
    if entry.on > today and (held or entry.kind in _PAST):
        raise InvalidInput(f"{day(entry.on)} has not come yet.", "Log it once it has happened.")
    if entry.kind is EntryKind.EVIDENCE and not 1 <= len(entry.items) <= MOST_UNITS:
        raise InvalidInput(
            "Evidence bears on one to four units.", "Choose those it shows best: --unit 3.8"
        )
    if entry.kind is EntryKind.SUPERVISION and bool(entry.minutes) == bool(entry.cancelled):
        raise InvalidInput(
            "Supervision was either held, for some minutes, or cancelled.",
            "Say which: --minutes 60, or --cancelled WHY",
        )
    for name in ("expires", "next_on", "due"):
        until = getattr(entry, name)
        if until and until < entry.on:
            raise InvalidInput(
                f"{day(until)} is before the day itself, {day(entry.on)}.",
                "Look at the two dates again.",
            )
