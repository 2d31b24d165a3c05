"""The agenda of a supervision hour: from both views, the record, the plan and the preparation."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ipsskills.codes import EntryKind
from ipsskills.errors import NotFound
from ipsskills.framework.types import Framework
from ipsskills.method.agenda import find_not_looked_at, talk_first
from ipsskills.method.calendar import add_months
from ipsskills.method.goals import suggest_activities
from ipsskills.method.lists import Views, lists
from ipsskills.method.safety import SafetyLine, safety_words
from ipsskills.pages.compose.agenda_parts import (
    Agenda,
    AgendaGoal,
    Chance,
    Good,
    Named,
    NotLookedAt,
    SafetyPoint,
    Talk,
)
from ipsskills.pages.compose.apart import FOR_NOW
from ipsskills.pages.compose.plan import PlanGoal
from ipsskills.record.types import Entry, Person
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.entries.showing import entries_of, shown_entries
from ipsskills.usecases.people.people import find_person, is_here, named, supervisor_here
from ipsskills.usecases.plans.show import open_goals
from ipsskills.usecases.reading.apart import apart_line
from ipsskills.usecases.reading.person import Reading, read_person
from ipsskills.usecases.supervision.agenda_words import AgendaWords

GOOD = 3
USUAL_MONTHS = 3


@dataclass(frozen=True)
class SinceLast:
    """What was recorded since the last supervision that was held; ``last`` is that, if any."""

    last: Entry | None
    next_on: date | None
    preparation: Entry | None
    observations: tuple[Entry, ...]
    actions: tuple[Entry, ...]


def agenda(desk: Desk, who: str | None) -> Agenda:
    """Return the agenda of a person's next supervision. Raises NotFound for an unknown person.

    Somebody without a finished look at the units has an agenda too: it says so.
    """
    with desk.reading() as work:
        person = find_person(work, who, desk.me)
        entries = entries_of(work, person.thing)
        since = since_last(entries, desk.today)
        actions = shown_entries(work, since.actions)
    reading = _reading(desk, person)
    said = _said(desk, reading, entries, since) if reading else _nothing_said(desk)
    goals = open_goals(desk, person.thing)
    prepared = since.preparation
    return Agenda(
        person=person.name,
        mine=person.thing == desk.me,
        supervisor=_with_whom(desk, person, reading, since),
        on=since.next_on or desk.today,
        room=tuple(_room(person)),
        good=(*_good(since), *said.strengths)[:GOOD],
        actions=actions,
        safety=said.safety,
        stuck=prepared.text if prepared else "",
        wants=prepared.own_word if prepared else "",
        look_at=tuple(_named(desk, unit) for unit in prepared.items) if prepared else (),
        talk=said.talk,
        not_looked_at=said.not_looked_at,
        chances=said.chances,
        goals=tuple(_goal(goal) for goal in goals),
        review=min((goal.review for goal in goals), default=None),
        apart_line=apart_line(desk, person.thing),
        looked=reading is not None,
        demo=desk.store.demo,
    )


def _with_whom(desk: Desk, person: Person, reading: Reading | None, since: SinceLast) -> str | None:
    """Return who meets the person: their supervisor, or who gave a view or met them last.

    Nobody who has left: they will not be there.
    """
    with desk.reading() as work:
        supervisor = supervisor_here(work, person, desk.today)
        last = since.last.who if since.last else None
        met = named(work, last) if last else None
    rater = reading.supervisor if reading else None
    for other in (supervisor, rater, met):
        if other and is_here(other.left, desk.today):
            return other.name
    return last if last and met is None else None


@dataclass(frozen=True)
class _Said:
    """What both views give to the agenda; nothing, where there is no finished look."""

    strengths: tuple[Good, ...] = ()
    safety: tuple[SafetyPoint, ...] = ()
    talk: tuple[Talk, ...] = ()
    not_looked_at: tuple[NotLookedAt, ...] = ()
    chances: tuple[Chance, ...] = ()


def _said(desk: Desk, reading: Reading, entries: Sequence[Entry], since: SinceLast) -> _Said:
    teller, found = AgendaWords(desk.framework, reading), reading.lists
    talk = talk_first(desk.framework, found, reading.views)
    chances = [unit for unit in found.chances if unit not in talk]
    look_at = since.preparation.items if since.preparation else ()
    already = (*talk, *chances, *look_at)
    old = find_not_looked_at(desk.framework, reading.views, entries, desk.today, already)
    return _Said(
        tuple(teller.strength(unit) for unit in (found.strengths or found.brings)[:GOOD]),
        tuple(_safety(desk.framework, found.safety, teller)),
        tuple(teller.talk(unit) for unit in talk),
        tuple(NotLookedAt(e.unit, desk.framework.by_id[e.unit].short, e.on) for e in old),
        tuple(_chance(desk.framework, unit) for unit in chances),
    )


def _nothing_said(desk: Desk) -> _Said:
    """Return what an agenda says where no look is finished: the safety units have their lines."""
    lines = lists(desk.framework, Views({}), desk.today).safety
    scale = desk.framework.scale
    return _Said(
        safety=tuple(
            SafetyPoint(each.unit, scale.states.not_answered, safety_words(each.case, scale.safety))
            for each in lines
        )
    )


def _safety(
    framework: Framework, lines: Iterable[SafetyLine], teller: AgendaWords
) -> Iterable[SafetyPoint]:
    """Yield a line for each safety unit, every time, also where it is kept apart for now."""
    found = {line.unit: line for line in lines}
    for unit in framework.units:
        if framework.is_safety(unit.id):
            line = found.get(unit.id)
            yield teller.safety(line) if line else SafetyPoint(unit.id, FOR_NOW, "")


def since_last(entries: Sequence[Entry], today: date) -> SinceLast:
    """Return what a supervision looks back on; ``entries`` stand the latest first.

    Actions are all that are open, and those done since the last supervision. Observations are
    those since then, or of three months where there was none.
    """
    met = [e for e in entries if e.kind is EntryKind.SUPERVISION]
    held = [e for e in met if not e.cancelled and e.on <= today]
    last = held[0] if held else None
    to_come = [e.next_on for e in met[:1] if e.next_on and e.next_on >= today]
    start = last.on if last else add_months(today, -USUAL_MONTHS)

    def after(entry: Entry) -> bool:
        return last is None or (entry.on, entry.at) > (last.on, last.at)

    prepared = [e for e in entries if e.kind is EntryKind.PREPARATION and after(e)]
    seen = [e for e in entries if e.kind is EntryKind.OBSERVATION and start <= e.on <= today]
    actions = [e for e in entries if e.kind is EntryKind.ACTION]
    open_ = sorted((e for e in actions if not e.done), key=lambda e: (e.due or date.max, e.on))
    done = [e for e in actions if e.done and e.done >= start]
    return SinceLast(
        last,
        min(to_come, default=None),
        prepared[0] if prepared else None,
        tuple(seen),
        (*open_, *sorted(done, key=lambda e: e.done or today, reverse=True)),
    )


def _reading(desk: Desk, person: Person) -> Reading | None:
    try:
        return read_person(desk, person.thing)
    except NotFound:
        return None


def _room(person: Person) -> Iterable[str]:
    if person.caseload is not None:
        yield f"caseload {person.caseload}"
    if person.leave:
        yield person.leave
    if person.works_best:
        yield f"works best: {person.works_best.rstrip('.')}"


def _good(since: SinceLast) -> Iterable[Good]:
    if since.preparation and since.preparation.went_well:
        yield Good(since.preparation.went_well)
    for seen in [e for e in since.observations if e.went_well][: GOOD - 1]:
        yield Good(f'"{seen.went_well}"', seen.items, seen.title, seen.who or "", seen.on)


def _named(desk: Desk, unit: str) -> Named:
    found = desk.framework.by_id.get(unit)
    return Named(unit, found.short if found else "")


def _chance(framework: Framework, unit: str) -> Chance:
    found = framework.by_id[unit]
    ways = suggest_activities(found.curriculum.activities, chance=True)
    return Chance(unit, found.short, ways[0].title if ways else "a joint visit")


def _goal(goal: PlanGoal) -> AgendaGoal:
    done = [step for step in goal.activities if step.done]
    return AgendaGoal(goal.number, goal.title, len(done), len(goal.activities))
