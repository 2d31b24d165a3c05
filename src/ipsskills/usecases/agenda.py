"""The agenda of a supervision hour: from both views, the record, the plan and the preparation."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ipsskills.codes import Code, EntryKind
from ipsskills.errors import NotFound
from ipsskills.framework.types import Framework
from ipsskills.method.agenda import not_looked_at, talk_first
from ipsskills.method.calendar import add_months
from ipsskills.method.current import Standing
from ipsskills.method.goals import suggested
from ipsskills.method.safety import SafetyLine, safety_words
from ipsskills.method.state import state_words
from ipsskills.pages.agenda_parts import (
    Agenda,
    AgendaGoal,
    Chance,
    Good,
    Named,
    NotLookedAt,
    SafetyPoint,
    Talk,
)
from ipsskills.pages.plan import PlanGoal
from ipsskills.pages.words import day
from ipsskills.record.types import Entry, Person, thing_of_rating
from ipsskills.usecases.apart import FOR_NOW, apart_line
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.log import shown_entries
from ipsskills.usecases.people import find_person, supervisor_of
from ipsskills.usecases.plan import open_goals
from ipsskills.usecases.reading import Reading, basis_words, read_person
from ipsskills.usecases.training_record import entries_of

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
    with desk.store.reading() as work:
        person = find_person(work, who, desk.me)
        supervisor = supervisor_of(work, person)
        entries = entries_of(work, person.thing)
    since = since_last(entries, desk.today)
    reading = _reading(desk, person)
    name = supervisor.name if supervisor else None
    if name is None and reading and reading.supervisor:
        name = reading.supervisor.name
    if name is None and since.last:
        name = since.last.who
    said = _said(desk, reading, name, entries, since) if reading else _Said()
    goals = open_goals(desk, person.thing)
    prepared = since.preparation
    return Agenda(
        person=person.name,
        mine=person.thing == desk.me,
        supervisor=name,
        on=since.next_on or desk.today,
        room=tuple(_room(person)),
        good=(*_good(since), *said.strengths)[:GOOD],
        actions=shown_entries(desk, since.actions),
        safety=said.safety,
        stuck=prepared.text if prepared else "",
        wants=prepared.own_word if prepared else "",
        look_at=tuple(_named(desk, unit) for unit in prepared.items) if prepared else (),
        talk=said.talk,
        not_looked_at=said.not_looked_at,
        chances=said.chances,
        goals=tuple(_goal(goal) for goal in goals),
        review=min((goal.review for goal in goals), default=None),
        apart_line=reading.apart_line if reading else apart_line(desk, person.thing),
        looked=reading is not None,
    )


@dataclass(frozen=True)
class _Said:
    """What both views give to the agenda; nothing, where there is no finished look."""

    strengths: tuple[Good, ...] = ()
    safety: tuple[SafetyPoint, ...] = ()
    talk: tuple[Talk, ...] = ()
    not_looked_at: tuple[NotLookedAt, ...] = ()
    chances: tuple[Chance, ...] = ()


def _said(
    desk: Desk,
    reading: Reading,
    supervisor: str | None,
    entries: Sequence[Entry],
    since: SinceLast,
) -> _Said:
    teller, found = _Teller(desk.framework, reading, supervisor), reading.lists
    talk = talk_first(desk.framework, found, reading.views)
    chances = [unit for unit in found.chances if unit not in talk]
    look_at = since.preparation.items if since.preparation else ()
    already = (*talk, *chances, *look_at)
    old = not_looked_at(desk.framework, reading.views, entries, desk.today, already)
    return _Said(
        tuple(teller.strength(unit) for unit in (found.strengths or found.brings)[:GOOD]),
        tuple(_safety(desk.framework, found.safety, teller)),
        tuple(teller.talk(unit) for unit in talk),
        tuple(NotLookedAt(e.unit, desk.framework.by_id[e.unit].short, e.on) for e in old),
        tuple(_chance(desk.framework, unit) for unit in chances),
    )


def _safety(
    framework: Framework, lines: Iterable[SafetyLine], teller: "_Teller"
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
    ways = suggested(found.curriculum.activities, chance=True)
    return Chance(unit, found.short, ways[0].title if ways else "a joint visit")


def _goal(goal: PlanGoal) -> AgendaGoal:
    done = [step for step in goal.activities if step.done]
    return AgendaGoal(goal.number, goal.title, len(done), len(goal.activities))


def short_day(when: date, beside: date) -> str:
    """Return a day without its year where it is that of the page."""
    return f"{when.day} {when:%b}" if when.year == beside.year else day(when)


class _Teller:
    """Says about a unit what the agenda wants said: words, never codes; shared notes only."""

    def __init__(self, ours: Framework, reading: Reading, supervisor: str | None) -> None:
        self._units = {**ours.by_id, **reading.framework.by_id}
        self._scale = reading.framework.scale
        self._safety = ours.scale.safety
        self._reading = reading
        self._supervisor = supervisor or "Supervisor"

    def _words(self, standing: Standing, *, theirs: bool = False) -> str:
        to_the_person = self._reading.mine and not theirs
        return state_words(standing.state, self._scale, to_the_person=to_the_person)

    def _own(self, unit: str) -> str:
        standing = self._reading.own.get(unit)
        return self._words(standing) if standing else self._scale.states.not_answered

    def _note(self, standing: Standing | None, unit: str) -> str:
        on = thing_of_rating(standing.assessment, unit) if standing else ""
        return self._reading.notes.get(on, "")

    def _theirs(self, unit: str) -> str:
        """Return the supervisor's view in words, with what it rests on and when."""
        standing = self._reading.views.supervisor.get(unit)
        if standing is None:
            return ""
        said = self._words(standing, theirs=True)
        if standing.value is None or standing.value is Code.NOT_SEEN:
            return said
        basis = basis_words(standing, self._scale)
        on = short_day(standing.on, self._reading.on)
        return f"{said} ({basis}, {on})" if basis else f"{said} ({on})"

    def strength(self, unit: str) -> Good:
        """Return a strength by name, and what is said of it."""
        standing = self._reading.own[unit]
        note = self._note(standing, unit)
        show = "; could show a colleague" if standing.show else ""
        said = f'{self._own(unit)}{show}. "{note}"' if note else f"{self._own(unit)}{show}"
        return Good(said, (unit,), self._units[unit].short)

    def safety(self, line: SafetyLine) -> SafetyPoint:
        """Return a safety unit's line; a lower view of the supervisor is always in it."""
        said = self._own(line.unit)
        if line.supervisor_lower:
            said += f"; {self._supervisor}: {self._theirs(line.unit)}"
        ask = safety_words(line.case, self._safety)
        return SafetyPoint(line.unit, said, "" if ask == said else ask)

    def talk(self, unit: str) -> Talk:
        """Return a unit to talk about, with both views as far as this reader may see them."""
        own, theirs = self._reading.own.get(unit), self._reading.views.supervisor.get(unit)
        marks = [("You" if self._reading.mine else self._reading.person.name, own)]
        marks.append((self._supervisor, theirs))
        notes = [(name, note) for name, standing in marks if (note := self._note(standing, unit))]
        note_by, note = next(iter(notes), ("", ""))
        return Talk(
            unit,
            self._units[unit].short,
            " and ".join(name for name, standing in marks if standing and standing.bring),
            note,
            note_by,
            self._own(unit),
            self._theirs(unit),
            self._reading.views.far_apart(unit),
        )
