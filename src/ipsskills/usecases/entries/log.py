"""Adding to the training record, correcting an entry, taking one back: always a new version."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain

from ipsskills.codes import EntryKind
from ipsskills.facts.entries import EntryFacts, Logged, LogStart, UnitNamed
from ipsskills.facts.units import UnitFacts
from ipsskills.record.types import Entry, Person
from ipsskills.usecases.assessments.on_the_spot import rate_observed
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.entries.drafts import (
    OF_TWO,
    Action,
    NewEntry,
    list_others,
    make_action,
    resolve_people,
)
from ipsskills.usecases.entries.handles import Named, find_entry
from ipsskills.usecases.entries.ownership import find_author, refuse_of_others
from ipsskills.usecases.entries.rules import check_entry, empty_idle
from ipsskills.usecases.entries.showing import describe_entries, list_entries
from ipsskills.usecases.entries.shown import make_row, show_rows
from ipsskills.usecases.entries.taken_back import bring_back, take_back
from ipsskills.usecases.people.colleagues import read_colleagues
from ipsskills.usecases.people.other import check_other_of
from ipsskills.usecases.people.people import find_person, get_person
from ipsskills.usecases.people.whom import find_whom, name_whom
from ipsskills.usecases.reading.view import ReaderView
from ipsskills.usecases.supervision.agenda import read_agenda


def start_log(
    desk: Desk,
    who: str | None,
    kind: EntryKind,
    *,
    correct: str | None = None,
    from_agenda: bool = False,
    many: bool = False,
) -> LogStart:
    """Return what has to be known before somebody is asked about an entry of a kind.

    ``correct`` is the handle of one to be corrected, which says whose it is where ``who`` does not;
    ``from_agenda`` is whether a new one starts from the agenda, and ``many`` whether there will be
    several, about which nothing is asked. Raises NotFound, and InvalidInput for an entry that is
    not mine to correct.
    """
    with desk.reading() as view:
        about, seen = find_person(view, who, view.me), None
        if correct is not None:
            seen = find_entry(view, Named(correct, who, kind))
            refuse_of_others(view, seen)
            about = get_person(view, seen.about)
        from_talk = kind is EntryKind.SUPERVISION and not (correct or many)
        agenda = read_agenda(view, about) if from_talk or from_agenda else None
        return LogStart(
            person=about.thing,
            name=about.name,
            mine=about.thing == view.me,
            today=view.today,
            colleagues=read_colleagues(view),
            others=list_others(view, about, kind),
            entry=describe_entries(view, [seen])[0] if seen else None,
            talk=_name_units(view, agenda.to_talk_about) if agenda else (),
            also=_name_units(view, [e.unit for e in agenda.not_looked_at]) if agenda else (),
            actions=tuple(a for a in agenda.actions if not a.kept.done)
            if agenda and from_agenda
            else (),
        )


def add_entries(
    desk: Desk,
    who: str | None,
    entries: Sequence[NewEntry],
    *,
    carried: Sequence[str] = (),
    done: Sequence[str] = (),
    rating: str | None = None,
    new_person: bool = False,
) -> tuple[Logged, ...]:
    """Keep entries about a person, each with its own actions, all or none.

    ``carried`` are the handles of earlier actions that go on with the first of them, ``done`` of
    those that are ticked. ``rating`` is my view of the one unit that it observes, by code; it is
    not kept where a view of mine is open. ``new_person`` puts whom they were with in the record.
    Raises InvalidInput, and NotFound for an unknown name and a handle of no action of theirs.
    """
    with desk.writing() as view:
        about = find_person(view, who, view.me)
        talk = _read_talk(view, about, entries)
        known = list_entries(view, about.thing)
        rows = [make_row(view, about, new, new_person=new_person) for new in entries]
        first, actions = rows[0]
        actions += [
            view.next(find_action(view, each, about.thing), part_of=first.thing) for each in carried
        ]
        made = [*(entry for entry, _ in rows), *chain.from_iterable(own for _, own in rows)]
        view.add(*made, *(tick_action(view, each, about.thing) for each in done))
        rated = rate_observed(view, about, first, rating) if rating and first.items else None
        shown = show_rows(view, rows, known, rated)
        return (replace(shown[0], left_standing=_find_left(view, first, talk)), *shown[1:])


def _read_talk(view: ReaderView, about: Person, entries: Sequence[NewEntry]) -> tuple[str, ...]:
    """Return what the agenda says to talk about first, where one supervision is to be kept.

    A supervision settles only what was there before it: what was answered since its day was on no
    agenda of that day.
    """
    if len(entries) != 1 or entries[0].kind is not EntryKind.SUPERVISION:
        return ()
    found, on = read_agenda(view, about), entries[0].values.get("on", view.today)
    units = {unit.unit: unit for unit in found.units}
    return tuple(each for each in found.talk if on == view.today or _was_there(units[each], on))


def _was_there(unit: UnitFacts, on: date) -> bool:
    """Whether a unit was answered by either before a day that is over."""
    answers = (unit.own, unit.supervisor, unit.first_look)
    return any((each.finished or each.on) < on for each in answers if each)


def _find_left(view: ReaderView, met: Entry, talk: Sequence[str]) -> tuple[UnitNamed, ...]:
    """Return the units to talk about first that a supervision did not take up; none if not held."""
    taken = {*(met.talked or ()), *met.items}
    return () if met.cancelled else _name_units(view, [unit for unit in talk if unit not in taken])


def _name_units(view: ReaderView, units: Sequence[str]) -> tuple[UnitNamed, ...]:
    names = {unit.id: unit.short for unit in view.framework.units}
    return tuple(UnitNamed(unit, names.get(unit, "")) for unit in units)


def correct_entry(
    desk: Desk,
    handle: str,
    kind: EntryKind,
    changes: Mapping[str, object],
    actions: Sequence[Action] = (),
    *,
    who: str | None = None,
    new_person: bool = False,
) -> Logged:
    """Add a version of an entry with changes; what was kept before stays in its history.

    What a change makes idle goes: the minutes of a supervision that was cancelled after all.
    ``actions`` are added to it. ``who`` is whom it has to be about, and ``new_person`` puts whom it
    was with in the record. Raises NotFound for a handle of no such entry and an unknown name, and
    InvalidInput, also where it is not mine to correct.
    """
    with desk.writing() as view:
        seen = find_entry(view, Named(handle, who, kind))
        refuse_of_others(view, seen)
        about = get_person(view, seen.about)
        named = resolve_people(view, about, kind, changes, new_person=new_person)
        whole = empty_idle(changes) | dict(changes) | named
        corrected = view.next(seen, **whole) if changes else seen
        check_entry(corrected, view.today)
        made = [make_action(view, seen, action) for action in actions]
        known = list_entries(view, seen.about) if made else []
        others = [entry for entry in known if entry.kind is EntryKind.ACTION]
        (was,) = describe_entries(view, [seen])
        view.add(*([corrected] if changes else []), *made)
        return replace(show_rows(view, [(corrected, made)], others)[0], was=was)


def remove_entry(
    desk: Desk, handle: str, who: str | None = None, *, undo: bool = False
) -> EntryFacts:
    """Take an entry back, with the actions that came of it alone; their history stays.

    An action that an earlier supervision had agreed goes back there. ``undo`` brings back what was
    taken back, as it was. ``who`` is whom it has to be about. Raises NotFound, and InvalidInput for
    one that is not mine to take back.
    """
    with desk.writing() as view:
        seen = find_entry(view, Named(handle, who, removed=undo))
        refuse_of_others(view, seen)
        made = tuple(bring_back(view, seen) if undo else take_back(view, seen))
        view.add(*made)
        (shown,) = describe_entries(view, [made[0] if undo else seen])
        return replace(shown, by=name_whom(view, find_author(view, seen)))


def mark_action(
    desk: Desk, handle: str, who: str | None = None, *, undo: bool = False
) -> EntryFacts:
    """Tick an action as done today, or take its tick back. Raises NotFound.

    ``who`` is whom it has to be about. Whoever does it may tick it, and whoever sees it done.
    """
    with desk.writing() as view:
        done = tick_action(view, handle, who, undo=undo)
        view.add(done)
        return describe_entries(view, [done])[0]


def tick_action(
    view: ReaderView, handle: str, who: str | None = None, *, undo: bool = False
) -> Entry:
    """Return the version of an action that is done today, or not after all. Raises NotFound."""
    return view.next(find_action(view, handle, who), done=None if undo else view.today)


def find_action(view: ReaderView, handle: str, who: str | None) -> Entry:
    """Return the action that a handle means, about a person where one is named. Raises NotFound."""
    return find_entry(view, Named(handle, who, EntryKind.ACTION))


def check_name(start: LogStart, kind: EntryKind, typed: str, *, new_person: bool = False) -> str:
    """Return whom a name means in an entry of a kind about a person, or the words that stay.

    So that it is refused before more is asked, and with its row of a table. Raises as
    `resolve_people` does; nothing is read and nobody is added.
    """
    known = start.colleagues
    if kind not in OF_TWO:
        found: str | None = find_whom(known, typed)
    else:
        found = check_other_of(known, start.person, typed, new_person=new_person)
    return known.called.get(found or "", typed.strip())
