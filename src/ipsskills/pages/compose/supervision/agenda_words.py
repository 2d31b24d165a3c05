"""An agenda in words, turned to its reader, before it is laid out.

No answer stands on it as a code, and no note that is not shared.
"""

from collections.abc import Iterator
from datetime import date

from ipsskills.codes import Code
from ipsskills.doing import do, lead_to
from ipsskills.facts.agenda import AgendaFacts, AgendaGoal, NotLookedAt, StepDone
from ipsskills.facts.entries import EntryFacts
from ipsskills.facts.people import PersonNamed
from ipsskills.facts.units import LowAnswer, UnitAnswer, UnitFacts
from ipsskills.frozen import dataclass
from ipsskills.method.safety import SafetyCase
from ipsskills.pages.compose.apart import FOR_NOW, tell_apart, tell_apart_shortly
from ipsskills.pages.compose.contested import say_contested
from ipsskills.pages.compose.safety_words import LowLine, SafetyTeller, open_unit_cases
from ipsskills.pages.compose.supervision.agenda_points import (
    ChancePoint,
    GoodPoint,
    SafetyPoint,
    TalkPoint,
    UnitName,
)
from ipsskills.pages.compose.under_way import tell_under_way
from ipsskills.pages.compose.unit_words import Around, UnitWords
from ipsskills.pages.statements import short_form
from ipsskills.pages.words import columns, join_names, join_words, short_day

# What is said of a safety unit whose answer may be in a record elsewhere.
_NOT_SENT = "their answer is not here"
GOOD = 3
NAMED_BELOW = 2
JOINT_VISIT = "a joint visit"


@dataclass(frozen=True, kw_only=True)
class WordedAgenda:
    """The learning part of one supervision hour in words.

    ``on`` is the day it is for, ``today`` the one it was made on; ``room`` what both should have in
    mind, where the person gave it. ``finished`` are lines about what was finished since the last
    supervision; ``low`` are statements that stand beside the safety units; ``talk_today`` is what
    several lines of both ask for, said once. ``stuck``, ``wants`` and
    ``look_at`` come from the person's preparation, which is of the day ``prepared``. ``apart_line``
    says what is kept back while somebody's view is open, ``apart_short`` what came by file where
    room is short. Where no look at the units is finished,
    ``first_look`` says what a first look did, and of what day, if there is one, and ``under_way``
    how far a look is. ``case_first`` is the safety unit whose case is first, where several are.
    ``to_choose`` is the unit that is named for a goal, where there is none and none is offered.
    """

    person: str
    mine: bool
    supervisor: str | None
    on: date
    today: date
    room: tuple[str, ...]
    finished: tuple[str, ...]
    good: tuple[GoodPoint, ...]
    actions: tuple[EntryFacts, ...]
    safety: tuple[SafetyPoint, ...]
    low: tuple[LowLine, ...]
    talk_today: str = ""
    prepared: date | None
    stuck: str
    wants: str
    look_at: tuple[UnitName, ...]
    talk: tuple[TalkPoint, ...]
    not_looked_at: tuple[NotLookedAt, ...]
    chances: tuple[ChancePoint, ...]
    goals: tuple[AgendaGoal, ...]
    review: date | None
    apart_line: str
    apart_short: str
    contested: tuple[str, ...]
    looked: bool
    first_look: str = ""
    under_way: str = ""
    looks_elsewhere: bool = False
    case_first: str = ""
    to_choose: str = ""

    def fit_apart(self, width: int) -> str:
        """Return what is said of what is kept apart, shorter where there is no room for it."""
        fits = columns(self.apart_line) <= width or not self.apart_short
        return self.apart_line if fits else self.apart_short


def word_agenda(facts: AgendaFacts, *, into_file: bool = False) -> WordedAgenda:
    """Return an agenda in words turned to its reader; a file is read by anybody."""
    teller, names = _AgendaTeller(facts, into_file=into_file), facts.wording.names
    return WordedAgenda(
        person=facts.person.name,
        mine=facts.person.me,
        supervisor=facts.supervisor,
        on=facts.on,
        today=facts.today,
        room=tuple(_room(facts)),
        finished=tuple(_finished(facts)),
        good=(*_good(facts), *map(teller.strength, facts.strengths))[:GOOD],
        actions=facts.actions,
        safety=tuple(map(teller.safety, facts.safety)),
        low=tuple(map(teller.low, facts.low)),
        talk_today=teller.today,
        prepared=facts.prepared.on,
        stuck=facts.prepared.stuck,
        wants=facts.prepared.wants,
        look_at=tuple(UnitName(unit, names.get(unit, "")) for unit in facts.prepared.look_at),
        talk=tuple(map(teller.talk, facts.talk)),
        not_looked_at=facts.not_looked_at,
        chances=tuple(
            ChancePoint(c.unit, c.short, c.how or JOINT_VISIT, teller.agreed(c.unit))
            for c in facts.chances
        ),
        goals=facts.goals,
        review=facts.review,
        apart_line=tell_apart(facts.apart, names),
        apart_short=tell_apart_shortly(facts.apart),
        contested=tuple(say_contested(each, into_file=into_file) for each in facts.contested),
        looked=facts.looked,
        first_look="" if facts.looked else teller.first_look(),
        under_way=tell_under_way(facts.under_way) if facts.under_way else "",
        looks_elsewhere=facts.looks_elsewhere,
        case_first=facts.case_first or "",
        to_choose=facts.by_hand[0].unit if facts.by_hand else "",
    )


def _room(facts: AgendaFacts) -> Iterator[str]:
    if facts.caseload is not None:
        yield f"caseload {facts.caseload}"
    if facts.leave:
        yield facts.leave
    if facts.works_best:
        yield f"works best: {facts.works_best.rstrip('.')}"


def _good(facts: AgendaFacts) -> Iterator[GoodPoint]:
    if facts.prepared.well:
        yield GoodPoint(facts.prepared.well, on=facts.prepared.on)
    for visit in facts.visits:
        yield GoodPoint(
            text=f'"{visit.well}"',
            units=visit.units,
            title=visit.setting,
            who=visit.who,
            on=visit.on,
        )


def _finished(facts: AgendaFacts) -> Iterator[str]:
    """Yield a line for each goal that was finished, and one for all the steps that were done."""
    for goal in facts.finished:
        said = f"Goal {goal.number} finished, {short_day(goal.on, facts.on)}: {goal.title}"
        stop = "" if said.endswith((".", "!", "?")) else "."
        yield f"{said}{stop} {goal.changed}" if goal.changed else said
    if facts.steps_done:
        noun = "Steps" if facts.steps_done[1:] else "A step"
        yield f"{noun} done: {'; '.join(map(_step_done, facts.steps_done))}"


def _step_done(step: StepDone) -> str:
    """Return a step that was done: first what was brought from it, where there is any."""
    text = step.text.rstrip(".")
    return f'"{step.brought}", from: {text}' if step.brought else text


class _AgendaTeller:
    """Says about a unit what an agenda wants said."""

    def __init__(self, facts: AgendaFacts, *, into_file: bool) -> None:
        self._facts = facts
        self._units = {unit.unit: unit for unit in facts.units}
        self._talked = {each.unit: each.on for each in facts.talked}
        around = Around(
            person=facts.person,
            leader=facts.leader,
            rater=facts.rater.name if facts.rater else None,
            on=facts.viewed_on,
            into_file=into_file,
        )
        self._words = UnitWords(facts.wording, around)
        lines = ([u for u in facts.units if u.unit in facts.safety], facts.low)
        self._safety = SafetyTeller(self._words, facts.wording.safety, around, lines)
        self.today = self._safety.today

    def strength(self, unit_id: str) -> GoodPoint:
        """Return a strength by name, and what is said of it."""
        unit = self._units[unit_id]
        if unit.own and unit.supervisor and unit.own.value is Code.NO_CHANCE:
            return GoodPoint(self._words.strength(unit), (unit.unit,), unit.short)
        note = unit.own.note if unit.own else None
        show = "; could show a colleague" if unit.own and unit.own.show else ""
        agreed = f"; {said_agreed}" if (said_agreed := self.agreed(unit_id)) else ""
        said = f"{self._own(unit)}{agreed}{show}"
        return GoodPoint(f'{said}. "{note}"' if note else said, (unit.unit,), unit.short)

    def safety(self, unit_id: str) -> SafetyPoint:
        """Return a safety unit's line, also where it is kept apart for now.

        What of the supervisor's view has to be said is always in it.
        """
        unit = self._units.get(unit_id)
        opens = open_unit_cases(unit_id, mine=self._facts.person.me)
        name = self._facts.wording.names.get(unit_id, "")
        if unit is None or unit.safety is None:
            return SafetyPoint(unit_id, name, FOR_NOW, "", opens=opens)
        said, theirs = self._own(unit), unit.supervisor
        if self._facts.looks_elsewhere:
            said = _NOT_SENT
        if theirs and self._safety.theirs(unit):
            said += f"; {self._words.rater(theirs)}: {self._words.their_view(theirs)}"
        if agreed := self.agreed(unit_id):
            said += f"; {agreed}"
        ask = self._safety.asked(unit)
        today = unit.safety is SafetyCase.TALK_TODAY
        ask = "" if ask == said else ask
        return SafetyPoint(unit_id, name, said, ask, opens=opens, today=today)

    def low(self, low: LowAnswer) -> LowLine:
        """Return the line of a statement that has one beside the safety units."""
        return self._safety.low(low)

    def talk(self, unit_id: str) -> TalkPoint:
        """Return a unit to talk about, with both views as far as this reader may see them."""
        unit = self._units[unit_id]
        own, theirs = unit.own or unit.first_look, unit.supervisor
        sides = [(self._name(self._facts.person), own)]
        rater = self._words.rater(theirs) if theirs else ""
        sides.append((rater, theirs))
        notes = [(name, answer.note) for name, answer in sides if answer and answer.note]
        note_by, note = next(iter(notes), ("", ""))
        return TalkPoint(
            unit=unit.unit,
            short=unit.short,
            marked_by=join_words([self._name(each) for each in unit.marked_by]),
            note=note,
            note_by=note_by,
            own=self._own(unit),
            supervisor=self._words.their_view(theirs) if theirs else "",
            far_apart=unit.far_apart and unit_id not in self._facts.agreed,
            rater=rater,
            agreed=self.agreed(unit_id),
            talked=self._talked.get(unit_id),
        )

    def first_look(self) -> str:
        """Return which units to begin with after a first look, or nothing where there was none."""
        if not any(unit.first_look for unit in self._facts.units):
            return ""
        looked = f"First look, {short_day(self._facts.viewed_on, self._facts.on)}"
        units = [self._units[each] for each in self._facts.begin]
        person = self._facts.person
        page = do("report", person=None if person.me else person.name)
        whole = lead_to(f"All of it: {page}")
        if not units:
            rest = "the rest " if self._facts.talk else ""
            return f"{looked}: {rest}known or done before. {whole}"
        answer = units[0].first_look
        which = f" ({self._words.first_look(answer)})" if answer else ""
        names = join_names([f"{unit.unit} {unit.short}" for unit in units])
        return f"{looked}. To begin with{which}: {names}. {whole}"

    def _name(self, somebody: PersonNamed) -> str:
        """Return what to call somebody on this page: the person it is about, reading it, "You"."""
        person = self._facts.person
        return "You" if person.me and somebody.id == person.id else somebody.name

    def agreed(self, unit_id: str) -> str:
        """Return the agreed answer that stands on the page: "agreed, 4 Nov: on your own"."""
        unit = self._units.get(unit_id)
        if unit is None or unit.agreed is None or unit_id not in self._facts.agreed:
            return ""
        when = short_day(unit.agreed.on, self._facts.on)
        return f"agreed, {when}: {self._words.state(unit.agreed)}"

    def _own(self, unit: UnitFacts) -> str:
        said = self._words.where(unit, self._words.state(unit.own))
        below = self._below(unit.own)
        return f"{said} (below that: {below})" if below else said

    def _below(self, own: UnitAnswer | None) -> str:
        """Name the first statements below the top answer, where a unit was answered by them."""
        named = [short_form(each.text) for each in own.below] if own else []
        return "; ".join([*named[:NAMED_BELOW], *(["and more"] if named[NAMED_BELOW:] else [])])
