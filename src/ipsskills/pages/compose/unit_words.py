"""Says in words what is known of a unit: one place for report, agenda and two views.

Words are turned to the reader: "on your own" to the person, "on their own" about them.
"""

from datetime import date

from ipsskills.codes import Basis, Behind, Code
from ipsskills.facts.units import StatementAnswer, UnitAnswer, UnitFacts
from ipsskills.facts.wording import Wording
from ipsskills.method.safety import format_safety
from ipsskills.method.state import find_state, format_state
from ipsskills.pages.words import day, join_words, short_day

SERVICE = (Behind.TIME, Behind.TEAM, Behind.KIT)
SUPERVISOR = "Supervisor"


class UnitWords:
    """Says about a unit what a page wants said.

    ``to_the_person`` is whether the reader is the person; ``rater`` is whose view the other one is;
    ``on`` is the day of the assessment the page speaks of.
    """

    def __init__(
        self, wording: Wording, *, to_the_person: bool, rater: str | None, on: date
    ) -> None:
        self._scale = wording.scale
        self._safety = wording.safety
        self._to_the_person = to_the_person
        self._rater = rater or SUPERVISOR
        self._on = on

    def state(self, answer: UnitAnswer | None) -> str:
        """Return an answer in words turned to the reader."""
        if answer is None:
            return self._scale.states.not_answered
        return format_state(answer.state, self._scale, to_the_person=self._to_the_person)

    def their_state(self, answer: UnitAnswer) -> str:
        """Return what the supervisor answered, in words about the person."""
        return format_state(answer.state, self._scale, to_the_person=False)

    def statement(self, answer: StatementAnswer) -> str:
        """Return the answer to a statement in words turned to the reader."""
        state = find_state(answer.asked_as, answer.code)
        return format_state(state, self._scale, to_the_person=self._to_the_person)

    def dated_state(self, answer: UnitAnswer | None) -> str:
        """Return an answer in words, with its day where it is from an earlier assessment."""
        said = self.state(answer)
        if answer and answer.earlier and answer.on != self._on:
            said += f" ({day(answer.on)}{', old' if answer.old else ''})"
        return said

    def bases(self, answer: UnitAnswer) -> str:
        """Return in words what an answer rests on, each kind once, in the order of the scale."""
        given = {basis.value for basis in answer.bases}
        return join_words([each.label.lower() for each in self._scale.bases if each.key in given])

    def their_view(self, answer: UnitAnswer) -> str:
        """Return the supervisor's answer in words, with what it rests on and when."""
        said = self.their_state(answer)
        if answer.value in (None, Code.NOT_SEEN):
            return said
        bases, on = self.bases(answer), short_day(answer.on, self._on)
        return f"{said} ({bases}, {on})" if bases else f"{said} ({on})"

    def strength(self, unit: UnitFacts) -> str:
        """Return what is said of a strength: to be shown, seen, or new since last time."""
        parts = [self.dated_state(unit.own)]
        if unit.own and unit.own.show:
            parts.append(f"{'you ' if self._to_the_person else ''}could show a colleague")
        if unit.seen_code is Code.THREE and unit.supervisor:
            parts.append(self.saw(unit, unit.supervisor))
        if unit.before and unit.moved_up:
            parts.append(f'was "{self.state(unit.before)}" on {day(unit.before.on)}')
        return "; ".join(parts)

    def saw(self, unit: UnitFacts, theirs: UnitAnswer) -> str:
        """Say that the supervisor saw it, or its record, or only has a view on it, and when."""
        observed = Basis.OBSERVED in theirs.bases
        said = f"{self._rater} saw {'it' if observed else 'a record of it'}"
        if not unit.seen_code:
            said = f"{self._rater}'s view"
        return f"{said}, {day(theirs.on)}"

    def effort(self, unit: UnitFacts) -> str:
        """Return what is said where effort would pay: marked, or seen otherwise."""
        parts = [self.dated_state(unit.own)]
        if unit.marked:
            parts.append("marked to talk about")
        if unit.supervisor and unit.seen_code and unit.seen_code is not unit.own_code:
            parts.append(
                f'{self.saw(unit, unit.supervisor)}: "{self.their_state(unit.supervisor)}"'
            )
        return "; ".join(parts)

    def evidence(self, unit: UnitFacts) -> str:
        """Return what there is as evidence of a unit, and from when."""
        found = unit.evidence
        return f"evidence: {found.title.rstrip('.')} ({day(found.on)})" if found else ""

    def elsewhere(self, unit: UnitFacts) -> str:
        """Return what is said of a unit that was done elsewhere."""
        look = unit.first_look
        return f"{self.first_look(look)} (first look, {day(look.on)})" if look else ""

    def service(self, unit: UnitFacts) -> str:
        """Return what of the service's stands in the way."""
        given = {each for each in unit.own.behind if each in SERVICE} if unit.own else set()
        return join_words([each.label.lower() for each in self._scale.behind if each.key in given])

    def outside(self, unit: UnitFacts) -> str:
        """Return why a unit is outside this job."""
        known = {choice.key: choice.label for choice in self._scale.reasons}
        reasons = unit.own.reasons if unit.own else ()
        return join_words([known.get(reason, reason) for reason in reasons])

    def agreed(self, answer: UnitAnswer) -> str:
        """Return what was agreed and when."""
        return f"{self.state(answer)}, {day(answer.on)}{', old' if answer.old else ''}"

    def first_look(self, answer: UnitAnswer) -> str:
        """Return where somebody started from, in the words of that scale of its own."""
        if answer.value is None or not answer.value.rated:
            return self.state(answer)
        anchor = self._scale.first_look.anchors[answer.value]
        return anchor.you if self._to_the_person else anchor.they

    def asked_of_safety(self, unit: UnitFacts) -> str:
        """Return what a safety unit asks for; "" where nothing."""
        return format_safety(unit.safety, self._safety) if unit.safety else ""

    def move(self, unit: UnitFacts) -> str:
        """Return what moved, from what to what."""
        fall = "" if unit.moved_up else " (a fair thing to notice, for example after training)"
        return f"{self.state(unit.before)} → {self.state(unit.own)}{fall}"
