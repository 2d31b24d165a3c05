"""The report on one person."""

from collections.abc import Callable, Iterable
from datetime import date

from ipsskills.codes import Behind, Code
from ipsskills.framework.ordering import id_key
from ipsskills.framework.types import Framework
from ipsskills.method.change import Move
from ipsskills.method.current import Standing
from ipsskills.method.safety import SafetyLine, safety_words
from ipsskills.method.state import state_words
from ipsskills.pages.report import Answer, Entry, Head, Report
from ipsskills.pages.words import day, looking_back, typed
from ipsskills.record.types import thing_of_rating
from ipsskills.usecases.apart import FOR_NOW
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people import months_in_post
from ipsskills.usecases.reading import Reading, read_person

_SERVICE = (Behind.TIME, Behind.TEAM, Behind.KIT)


def report(
    desk: Desk, who: str | None, *, on: date | None = None, since: date | None = None
) -> Report:
    """Return the report on a person on a day. Raises NotFound (see `read_person`)."""
    reading = read_person(desk, who, on=on, since=since)
    writer = _Writer(desk.framework, reading)
    found = reading.lists
    return Report(
        head=_head(reading),
        strengths=writer.entries(found.strengths, writer.strength),
        brings=writer.entries(found.brings, writer.strength),
        safety=writer.safety_block(desk.framework),
        worry_now=desk.framework.scale.safety.worry_now,
        effort=writer.entries(found.effort, writer.effort),
        chances=writer.entries(found.chances, writer.chance),
        for_the_service=writer.entries(_service_units(reading), writer.behind),
        moved=tuple(writer.move(move) for move in reading.moved),
        not_answered=writer.entries(found.not_answered, writer.state),
        outside=writer.entries(found.outside, writer.reason),
        answers=tuple(writer.answer(reading.own[unit]) for unit in sorted(reading.own, key=id_key)),
        next=_next(reading, demo=desk.store.demo),
        apart=reading.apart,
        apart_line=reading.apart_line,
    )


def _head(reading: Reading) -> Head:
    latest = reading.latest
    return Head(
        person=reading.person.name,
        role=reading.person.role,
        on=reading.on,
        period=f"the last {looking_back(latest.period_months, latest.period_from)}",
        framework=reading.framework.version,
        supervisor=reading.supervisor.name if reading.supervisor else None,
        supervisor_on=reading.supervisor_on,
        mine=reading.mine,
        months_in_post=months_in_post(reading.person, reading.on),
        hours=reading.person.hours,
    )


def _service_units(reading: Reading) -> list[str]:
    """Return the units where something other than learning stands in the way."""
    return [
        unit
        for unit in sorted(reading.own, key=id_key)
        if (rating := reading.own[unit].rating) and rating.behind in _SERVICE
    ]


def _next(reading: Reading, *, demo: bool) -> tuple[tuple[str, str], ...]:
    name = "" if reading.mine else f" {typed(reading.person.name)}"
    rows = [
        (f"ipsskills chart radar{name} -o radar.png", "the same as a picture"),
        (f"ipsskills plan draft{name}", "pick goals for a learning plan"),
    ]
    if reading.mine and reading.lists.not_answered:
        unit = reading.lists.not_answered[0]
        rows.insert(0, (f"ipsskills assess --unit {unit}", "answer what is still open"))
    return tuple((f"{command} --demo", why) for command, why in rows) if demo else tuple(rows)


class _Writer:
    """Says about each unit what its list wants said."""

    def __init__(self, ours: Framework, reading: Reading) -> None:
        self._units = {**ours.by_id, **reading.framework.by_id}
        self._safety = ours.scale.safety
        self._scale = reading.framework.scale
        self._reading = reading
        self._moves = {move.unit: move for move in reading.moved}

    def entries(self, units: Iterable[str], said: Callable[[str], str]) -> tuple[Entry, ...]:
        return tuple(self._entry(unit, said(unit)) for unit in units)

    def _entry(self, unit: str, said: str) -> Entry:
        standing = self._reading.own.get(unit)
        note = self._note(standing) if standing else None
        return Entry(unit, self._units[unit].short, said, note or "")

    def _note(self, standing: Standing) -> str | None:
        """Return the shared note on an answer, or on a question left blank."""
        return self._reading.notes.get(thing_of_rating(standing.assessment, standing.unit))

    def words(self, standing: Standing) -> str:
        return state_words(standing.state, self._scale, to_the_person=self._reading.mine)

    def _their_words(self, unit: str) -> str:
        """Return what the supervisor answered, in words about the person."""
        theirs = self._reading.views.supervisor[unit]
        return f'"{state_words(theirs.state, self._scale, to_the_person=False)}"'

    def state(self, unit: str) -> str:
        standing = self._reading.own.get(unit)
        if standing is None:
            return self._scale.states.not_answered
        said = self.words(standing)
        if standing.earlier and standing.on != self._reading.on:
            said += f" ({day(standing.on)}{', old' if standing.old else ''})"
        return said

    def strength(self, unit: str) -> str:
        parts = [self.state(unit)]
        if self._reading.own[unit].show:
            parts.append(f"{'you ' if self._reading.mine else ''}could show a colleague")
        if self._reading.views.seen(unit) is Code.THREE:
            parts.append(self._saw(unit))
        if (move := self._moves.get(unit)) and move.up:
            parts.append(f'was "{self.words(move.before)}" on {day(move.before.on)}')
        return "; ".join(parts)

    def _saw(self, unit: str) -> str:
        """Say that the supervisor saw it, or only has a view on it, and when."""
        name = self._reading.supervisor.name if self._reading.supervisor else "Supervisor"
        said = f"{name} saw it" if self._reading.views.seen(unit) else f"{name}'s view"
        return f"{said}, {day(self._reading.views.supervisor[unit].on)}"

    def effort(self, unit: str) -> str:
        views = self._reading.views
        parts = [self.state(unit)]
        if views.marked(unit):
            parts.append("marked to talk about")
        seen = views.seen(unit)
        if seen is not None and seen is not views.mine(unit):
            parts.append(f"{self._saw(unit)}: {self._their_words(unit)}")
        return "; ".join(parts)

    def chance(self, unit: str) -> str:
        return self.state(unit)

    def behind(self, unit: str) -> str:
        rating = self._reading.own[unit].rating
        choices = {choice.key: choice.label for choice in self._scale.behind}
        return choices[rating.behind].lower() if rating and rating.behind else ""

    def reason(self, unit: str) -> str:
        rating = self._reading.own[unit].rating
        choices = {choice.key: choice.label for choice in self._scale.reasons}
        return choices.get(rating.reason, rating.reason) if rating and rating.reason else ""

    def safety_block(self, framework: Framework) -> tuple[Entry, ...]:
        """Return a line for each safety unit, every time, also where its answer is kept apart."""
        lines = {line.unit: self.safety(line) for line in self._reading.lists.safety}
        safety = [unit.id for unit in framework.units if framework.is_safety(unit.id)]
        return tuple(lines.get(u) or Entry(u, self._units[u].short, FOR_NOW) for u in safety)

    def safety(self, line: SafetyLine) -> Entry:
        said = self.state(line.unit)
        if line.supervisor_lower:
            said += f"; {self._saw(line.unit)}: {self._their_words(line.unit)}"
        words = safety_words(line.case, self._safety)
        return self._entry(line.unit, f"{said}: {words}" if words not in ("", said) else said)

    def move(self, move: Move) -> Entry:
        before, after = self.words(move.before), self.words(move.after)
        fall = "" if move.up else " (a fair thing to notice, for example after training)"
        return Entry(move.unit, self._units[move.unit].short, f"{before} → {after}{fall}")

    def answer(self, standing: Standing) -> Answer:
        unit, rating = self._units[standing.unit], standing.rating
        note = self._note(standing)
        return Answer(
            slug=unit.slug,
            id=unit.id,
            title=unit.title,
            answer=rating.code.value if rating and rating.code else None,
            state=self.words(standing),
            reason=rating.reason if rating else None,
            basis=rating.basis.value if rating and rating.basis else None,
            bring=standing.bring,
            show=standing.show,
            behind=rating.behind.value if rating and rating.behind else None,
            note=note,
            shared=bool(note),
        )
