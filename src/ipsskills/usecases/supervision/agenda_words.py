"""What an agenda says of units: in words, never codes; shared notes only."""

from ipsskills.codes import Code
from ipsskills.framework.scale import Scale
from ipsskills.framework.types import Framework
from ipsskills.method.current import Standing
from ipsskills.method.safety import SafetyLine, safety_words
from ipsskills.method.state import state_words
from ipsskills.pages.compose.agenda_parts import Good, SafetyPoint, Talk
from ipsskills.pages.statements import short_form
from ipsskills.pages.words import listed, short_day
from ipsskills.usecases.reading.person import Reading
from ipsskills.usecases.reading.unit_facts import note_on_unit

NAMED_BELOW = 2


class AgendaWords:
    """Says about a unit what an agenda wants said, turned to its reader."""

    def __init__(self, ours: Framework, reading: Reading) -> None:
        self._units = {**ours.by_id, **reading.framework.by_id}
        self._scale = reading.framework.scale
        self._safety = ours.scale.safety
        self._reading = reading
        self._supervisor = reading.supervisor.name if reading.supervisor else "Supervisor"

    def _words(self, standing: Standing, *, theirs: bool = False) -> str:
        to_the_person = self._reading.mine and not theirs
        return state_words(standing.state, self._scale, to_the_person=to_the_person)

    def _own(self, unit: str) -> str:
        standing = self._reading.own.get(unit)
        if standing is None:
            return self._scale.states.not_answered
        below = self._below(standing)
        return f"{self._words(standing)} (below that: {below})" if below else self._words(standing)

    def _note(self, standing: Standing | None) -> str:
        return (note_on_unit(self._reading.notes, standing) if standing else None) or ""

    def _below(self, standing: Standing) -> str:
        """Name the first statements below the top answer, where a unit was answered by them."""
        texts = {each.id: each.text for each in self._units[standing.unit].statements}
        named = [short_form(texts[item]) for item in standing.state.below if item in texts]
        return "; ".join([*named[:NAMED_BELOW], *(["and more"] if named[NAMED_BELOW:] else [])])

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
        note = self._note(standing)
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
        notes = [(name, note) for name, standing in marks if (note := self._note(standing))]
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
            self._supervisor if theirs else "",
        )


def basis_words(standing: Standing, scale: Scale) -> str:
    """Return in words what an answer rests on; of answers to statements each kind once."""
    given = {rating.basis.value for rating in standing.rests_on if rating.basis}
    return listed([choice.label.lower() for choice in scale.bases if choice.key in given])
