"""What the report says of each unit, as its list wants it said, in words turned to the reader."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from ipsskills.codes import Basis, Behind, Code
from ipsskills.framework.ordering import id_key
from ipsskills.framework.types import Framework
from ipsskills.method.change import Move
from ipsskills.method.current import Standing
from ipsskills.method.safety import SafetyLine, safety_words
from ipsskills.method.state import state_of, state_words
from ipsskills.pages.compose.report import Answer, Below, Entry
from ipsskills.pages.statements import short_form
from ipsskills.pages.words import day, listed
from ipsskills.record.types import Rating, thing_of_rating
from ipsskills.usecases.reading.apart import FOR_NOW
from ipsskills.usecases.reading.person import Reading, note_on_unit

SERVICE = (Behind.TIME, Behind.TEAM, Behind.KIT)


class ReportWords:
    """Says about each unit what its list wants said."""

    def __init__(self, ours: Framework, reading: Reading) -> None:
        self._units = {**ours.by_id, **reading.framework.by_id}
        self._safety = ours.scale.safety
        self._scale = reading.framework.scale
        self._reading = reading
        self._moves = {move.unit: move for move in reading.moved}

    def entries(
        self, units: Iterable[str], said: Callable[[str], str], *, below: bool = False
    ) -> tuple[Entry, ...]:
        """Return units as the entries of a list, with what ``said`` says of each.

        With ``below`` the statements below the top answer are named.
        """
        return tuple(self._entry(unit, said(unit), below=below) for unit in units)

    def lines(
        self, found: Mapping[str, Standing], said: Callable[[Standing], str]
    ) -> tuple[Entry, ...]:
        """Return standings that are lines of their own, in curriculum order."""
        return tuple(
            Entry(
                unit,
                self._units[unit].short,
                said(found[unit]),
                note_on_unit(self._reading.notes, found[unit]) or "",
            )
            for unit in sorted(found, key=id_key)
        )

    def _entry(self, unit: str, said: str, *, below: bool = False) -> Entry:
        standing = self._reading.own.get(unit)
        note = note_on_unit(self._reading.notes, standing) if standing else None
        named = tuple(self._below(standing)) if standing and below else ()
        return Entry(unit, self._units[unit].short, said, note or "", named)

    def _below(self, standing: Standing) -> Iterator[Below]:
        """Yield the statements of a unit that are below the top answer, those at 0 first."""
        texts = {
            statement.id: statement.text for statement in self._units[standing.unit].statements
        }
        given = {rating.item: rating for rating in standing.statements}
        for item in standing.state.below:
            text = texts.get(item, item)
            yield Below(item, short_form(text), text, self._statement_words(given[item]))

    def _statement_words(self, rating: Rating) -> str:
        state = state_of(rating.asked_as, rating.code)
        return state_words(state, self._scale, to_the_person=self._reading.mine)

    def words(self, standing: Standing) -> str:
        """Return a state in words turned to the reader."""
        return state_words(standing.state, self._scale, to_the_person=self._reading.mine)

    def _their_words(self, unit: str) -> str:
        """Return what the supervisor answered, in words about the person."""
        theirs = self._reading.views.supervisor[unit]
        return f'"{state_words(theirs.state, self._scale, to_the_person=False)}"'

    def state(self, unit: str) -> str:
        """Return the person's own state of a unit, with its day where it is an earlier one."""
        standing = self._reading.own.get(unit)
        if standing is None:
            return self._scale.states.not_answered
        said = self.words(standing)
        if standing.earlier and standing.on != self._reading.on:
            said += f" ({day(standing.on)}{', old' if standing.old else ''})"
        return said

    def strength(self, unit: str) -> str:
        """Return what is said of a strength: to be shown, seen, or new since last time."""
        parts = [self.state(unit)]
        if self._reading.own[unit].show:
            parts.append(f"{'you ' if self._reading.mine else ''}could show a colleague")
        if self._reading.views.seen(unit) is Code.THREE:
            parts.append(self._saw(unit))
        if (move := self._moves.get(unit)) and move.up:
            parts.append(f'was "{self.words(move.before)}" on {day(move.before.on)}')
        return "; ".join(parts)

    def evidence(self, unit: str) -> str:
        """Return what there is as evidence of a unit, and from when."""
        found = self._reading.views.evidence[unit]
        return f"evidence: {found.title.rstrip('.')} ({day(found.on)})"

    def elsewhere(self, unit: str) -> str:
        """Return what is said of a unit that was done elsewhere."""
        look = self._reading.first_look[unit]
        return f"{self.first_look(look)} (first look, {day(look.on)})"

    def _saw(self, unit: str) -> str:
        """Say that the supervisor saw it, or its record, or only has a view on it, and when."""
        name = self._reading.supervisor.name if self._reading.supervisor else "Supervisor"
        theirs = self._reading.views.supervisor[unit]
        observed = any(rating.basis is Basis.OBSERVED for rating in theirs.rests_on)
        said = f"{name} saw {'it' if observed else 'a record of it'}"
        if not self._reading.views.seen(unit):
            said = f"{name}'s view"
        return f"{said}, {day(theirs.on)}"

    def effort(self, unit: str) -> str:
        """Return what is said where effort would pay: marked, or seen otherwise."""
        views = self._reading.views
        parts = [self.state(unit)]
        if views.marked(unit):
            parts.append("marked to talk about")
        seen = views.seen(unit)
        if seen is not None and seen is not views.mine(unit):
            parts.append(f"{self._saw(unit)}: {self._their_words(unit)}")
        return "; ".join(parts)

    def chance(self, unit: str) -> str:
        """Return what is said of a chance to arrange."""
        return self.state(unit)

    def behind(self, unit: str) -> str:
        """Return what of the service's stands in the way."""
        given = {r.behind for r in self._reading.own[unit].ratings if r.behind in SERVICE}
        return listed([c.label.lower() for c in self._scale.behind if c.key in given])

    def reason(self, unit: str) -> str:
        """Return why a unit is outside this job."""
        given = {r.reason: r.reason for r in self._reading.own[unit].ratings if r.reason}
        known = {choice.key: choice.label for choice in self._scale.reasons}
        return listed([known.get(reason, reason) for reason in given])

    def agreed(self, standing: Standing) -> str:
        """Return what was agreed and when."""
        return f"{self.words(standing)}, {day(standing.on)}{', old' if standing.old else ''}"

    def first_look(self, standing: Standing) -> str:
        """Return where somebody started from, in the words of that scale of its own."""
        if standing.value is None or not standing.value.rated:
            return self.words(standing)
        anchor = self._scale.first_look.anchors[standing.value]
        return anchor.you if self._reading.mine else anchor.they

    def safety_block(self, framework: Framework) -> tuple[Entry, ...]:
        """Return a line for each safety unit, every time, also where its answer is kept apart."""
        lines = {line.unit: self.safety(line) for line in self._reading.lists.safety}
        safety = [unit.id for unit in framework.units if framework.is_safety(unit.id)]
        return tuple(lines.get(u) or Entry(u, self._units[u].short, FOR_NOW) for u in safety)

    def safety(self, line: SafetyLine) -> Entry:
        """Return the line of a safety unit; a lower view of the supervisor is always told."""
        said = self.state(line.unit)
        if line.supervisor_lower:
            said += f"; {self._saw(line.unit)}: {self._their_words(line.unit)}"
        words = safety_words(line.case, self._safety)
        said = f"{said}: {words}" if words not in ("", said) else said
        return self._entry(line.unit, said, below=True)

    def move(self, move: Move) -> Entry:
        """Return what moved, from what to what."""
        before, after = self.words(move.before), self.words(move.after)
        fall = "" if move.up else " (a fair thing to notice, for example after training)"
        return Entry(move.unit, self._units[move.unit].short, f"{before} → {after}{fall}")

    def answers(self, standing: Standing) -> Iterator[Answer]:
        """Yield the answer to a unit and those to its statements, as files of answers hold them."""
        unit = self._units[standing.unit]
        words = self.words(standing)
        yield self._answer(standing, standing.rating, (unit.slug, unit.id, unit.title), words)
        texts = {statement.id: statement.text for statement in unit.statements}
        for rating in standing.statements:
            named = (rating.item, rating.item, texts.get(rating.item, rating.item))
            yield self._answer(standing, rating, named, self._statement_words(rating))

    def _answer(
        self, standing: Standing, rating: Rating | None, named: tuple[str, str, str], words: str
    ) -> Answer:
        slug, item, title = named
        note = self._reading.notes.get(thing_of_rating(standing.assessment, item))
        return Answer(
            slug=slug,
            id=item,
            title=title,
            answer=rating.code.value if rating and rating.code else None,
            state=words,
            reason=rating.reason if rating else None,
            basis=rating.basis.value if rating and rating.basis else None,
            bring=rating is not None and rating.bring,
            show=rating is not None and rating.show,
            behind=rating.behind.value if rating and rating.behind else None,
            note=note,
            shared=bool(note),
        )
