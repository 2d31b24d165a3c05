"""Five short questions before an ordinary supervision, kept and fed to its agenda."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ipsskills.codes import EntryKind
from ipsskills.errors import NotFound
from ipsskills.pages.compose.entries import EntryShown
from ipsskills.record.types import Entry, Person, Record
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.entries.log import shown_entries, ticked_action
from ipsskills.usecases.entries.training_record import entries_of
from ipsskills.usecases.people.people import find_person, means
from ipsskills.usecases.plans.life import ticked_step
from ipsskills.usecases.plans.show import open_goals
from ipsskills.usecases.reading.view import ReaderView
from ipsskills.usecases.supervision.agenda import since_last

PREPARATION = "Before supervision"
TO_TICK = 8


@dataclass(frozen=True)
class Promise:
    """Something I said I would do: an action, or a step of my plan; ``name`` is what ticks it."""

    name: str
    text: str
    due: date | None


@dataclass(frozen=True)
class Prepared:
    """What was kept, and the names of what was ticked.

    ``entry`` is None where there was nothing to keep, and is ``removed`` where nothing is left.
    """

    entry: EntryShown | None
    ticked: tuple[str, ...]


def promises(desk: Desk) -> tuple[Promise, ...]:
    """Return what I said I would do and have not ticked, the earliest first, at most eight.

    Those are open actions that name me, or nobody, and open steps of my plan. Raises NotFound.
    """
    return _open_promises(desk)[:TO_TICK]


def _open_promises(desk: Desk) -> tuple[Promise, ...]:
    with desk.reading() as work:
        me = find_person(work, None, desk.me)
        entries = entries_of(work, me.thing)
    actions = [e for e in entries if e.kind is EntryKind.ACTION and not e.done]
    mine = shown_entries(desk, [e for e in actions if not e.who or means(e.who, me)])
    found = [Promise(e.handle, e.title, e.due) for e in mine]
    found += [
        Promise(step.number, step.text, step.due)
        for goal in open_goals(desk, None)
        for step in goal.activities
        if not step.done
    ]
    return tuple(sorted(found, key=lambda each: each.due or date.min))


def prepare(
    desk: Desk,
    *,
    well: str | None = None,
    stuck: str | None = None,
    want: str | None = None,
    units: Sequence[str] | None = None,
    ticked: Sequence[str] = (),
) -> Prepared:
    """Keep my preparation and tick what is done, all or nothing; what is None stays as it was.

    Preparing again before the next supervision changes what was prepared. One that says nothing
    is not kept, or taken back. Raises NotFound for something to tick that is not there.
    """
    words = {"went_well": well, "text": stuck, "own_word": want}
    changes: dict[str, Any] = {n: text.strip() for n, text in words.items() if text is not None}
    if units is not None:
        changes["items"] = tuple(units)
    _refuse_unknown(desk, ticked)
    with desk.writing() as work:
        me = find_person(work, None, desk.me)
        entry = _version(desk, work, me, changes)
        work.add(*([entry] if entry else []), *_ticked(desk, work, me, ticked))
    shown = shown_entries(desk, [entry])[0] if entry else None
    return Prepared(shown, tuple(ticked))


def _version(desk: Desk, work: ReaderView, me: Person, changes: dict[str, Any]) -> Entry | None:
    """Return my preparation for the coming supervision with changes, or a first one, if any."""
    pen = desk.pen()
    seen = since_last(entries_of(work, me.thing), desk.today).preparation
    if seen and changes:
        entry = pen.next(seen, on=desk.today, **changes)
        return entry if _says(entry) else pen.next(seen, removed=True, **changes)
    own: dict[str, Any] = {"kind": EntryKind.PREPARATION, "on": desk.today, "title": PREPARATION}
    entry = pen.first(Entry, about=pen.author, **own, **changes)
    return entry if _says(entry) else None


def _says(entry: Entry) -> bool:
    return bool(entry.went_well or entry.text or entry.own_word or entry.items)


def _refuse_unknown(desk: Desk, names: Sequence[str]) -> None:
    known = {promise.name for promise in _open_promises(desk)} if names else set()
    if strange := [name for name in names if name not in known]:
        raise NotFound(
            f"There is nothing of yours to tick called '{strange[0]}'. Nothing was kept.",
            "See what there is: ipsskills due, ipsskills plan show",
        )


def _ticked(desk: Desk, work: ReaderView, me: Person, names: Sequence[str]) -> Iterator[Record]:
    """Yield what ticks actions, by their handles, and steps of my plan, by numbers like 1.2."""
    for name in dict.fromkeys(names):
        if "." in name:
            yield ticked_step(desk, work, me, name)
        else:
            yield ticked_action(desk, work, name)
