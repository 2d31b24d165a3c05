"""Five short questions before an ordinary supervision, kept and fed to its agenda."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from ipsskills.codes import EntryKind
from ipsskills.doing import do
from ipsskills.errors import NotFound
from ipsskills.facts.entries import Prepared, PrepareStart, Promise
from ipsskills.privacy.client_detail.written import title_of_ours
from ipsskills.record.entries import uses_of
from ipsskills.record.types import Entry, Person, Record
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.entries.log import tick_action
from ipsskills.usecases.entries.showing import describe_entries, list_entries
from ipsskills.usecases.people.colleagues import read_names
from ipsskills.usecases.people.people import find_person
from ipsskills.usecases.people.whom import is_meant
from ipsskills.usecases.plans.goals import find_open_goal, list_goals
from ipsskills.usecases.reading.view import ReaderView
from ipsskills.usecases.supervision.agenda import read_agenda
from ipsskills.usecases.supervision.since_last import look_back

PREPARATION = "Before supervision"
TO_TICK = 8


def start_prepare(desk: Desk, *, asking: bool = True) -> PrepareStart:
    """Return what has to be known before I prepare. Raises NotFound.

    Where I will be asked (``asking``): what I said I would do and have not ticked, which is
    open actions that name me, or nobody, and open steps of my plan, the earliest first, at most
    eight; the units that stand on the agenda; and what I prepared before.
    """
    with desk.reading() as view:
        me = find_person(view, None, view.me)
        known = read_names(view)
        if not asking:
            return PrepareStart(known=known)
        talk = read_agenda(view, me).talk
        seen = _find_standing(view, me)
        return PrepareStart(
            stands=describe_entries(view, [seen])[0] if seen else None,
            promises=_list_promises(view, me)[:TO_TICK],
            near=tuple((unit, view.framework.by_id[unit].short) for unit in talk),
            known=known,
        )


def prepare(
    desk: Desk, changes: Mapping[str, Any] | None = None, *, ticked: Sequence[str] = ()
) -> Prepared:
    """Keep my preparation and tick what is done, all or nothing.

    ``changes`` are values by the record's own names; what is not among them stays as it was.
    Preparing again before the next supervision changes what was prepared. One that says nothing
    is not kept, or taken back. Raises NotFound for something to tick that is not there.
    """
    with desk.writing() as view:
        me = find_person(view, None, view.me)
        promises = _find_promises(view, me, ticked)
        entry = _make_version(view, me, _strip(changes or {}))
        view.add(*([entry] if entry else []), *_tick(view, me, ticked))
        kept = describe_entries(view, [entry])[0] if entry else None
        return Prepared(kept, tuple(ticked), promises)


def _list_promises(view: ReaderView, me: Person) -> tuple[Promise, ...]:
    actions = [e for e in list_entries(view, me.thing) if e.kind is EntryKind.ACTION and not e.done]
    mine = describe_entries(view, [e for e in actions if not e.who or is_meant(view, e.who, me)])
    found = [Promise(each.handle, each.kept.title, each.kept.due) for each in mine]
    found += [
        Promise(f"{kept.number}.{number}", step.text, step.due)
        for kept in list_goals(view, me)
        if kept.open
        for number, step in kept.standing
        if not step.done
    ]
    return tuple(sorted(found, key=lambda each: each.due or date.min))


def _make_version(view: ReaderView, me: Person, changes: dict[str, Any]) -> Entry | None:
    """Return my preparation for the coming supervision with changes, or a first one, if any."""
    seen = _find_standing(view, me)
    if seen and changes:
        entry = view.next(seen, on=view.today, **changes)
        return entry if _says_anything(entry) else view.next(seen, removed=True, **changes)
    own: dict[str, Any] = {"kind": EntryKind.PREPARATION, "on": view.today}
    own["title"] = title_of_ours(PREPARATION)
    entry = view.first(Entry, about=view.me, **own, **changes)
    return entry if _says_anything(entry) else None


def _find_standing(view: ReaderView, me: Person) -> Entry | None:
    """Return what I prepared for the coming supervision so far, or None."""
    return look_back(view, me.thing, list_entries(view, me.thing)).preparation


def _strip(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values with no blanks around texts: a blank says nothing."""
    return {n: each.strip() if isinstance(each, str) else each for n, each in values.items()}


def _says_anything(entry: Entry) -> bool:
    return any(getattr(entry, name) for name in uses_of(EntryKind.PREPARATION))


def _find_promises(view: ReaderView, me: Person, names: Sequence[str]) -> tuple[Promise, ...]:
    """Return what is to be ticked. Raises NotFound for what is not mine to do."""
    known = {promise.name: promise for promise in _list_promises(view, me)} if names else {}
    if strange := [name for name in names if name not in known]:
        raise NotFound(
            f"You have nothing called '{strange[0]}' to tick. Nothing was kept.",
            f"See what you have: {do('due')}, {do('plan show')}",
        )
    return tuple(known[name] for name in dict.fromkeys(names))


def _tick(view: ReaderView, me: Person, names: Sequence[str]) -> Iterator[Record]:
    """Yield what ticks actions, by their handles, and steps of my plan, by numbers like 1.2."""
    for name in dict.fromkeys(names):
        if "." in name:
            step = find_open_goal(view, me, name.partition(".")[0]).step(name)
            yield view.next(step, done=view.today)
        else:
            yield tick_action(view, name)
