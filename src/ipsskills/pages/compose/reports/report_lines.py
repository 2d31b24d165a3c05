"""The lines of a report: what is said of each unit, and of its statements below the top answer."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date

from ipsskills.codes import Code
from ipsskills.doing import Do
from ipsskills.facts.report import AnswerGiven, ReportFacts
from ipsskills.facts.units import LowAnswer, UnitAnswer, UnitFacts
from ipsskills.frozen import dataclass
from ipsskills.method.lists import ListName
from ipsskills.method.safety import SafetyCase
from ipsskills.method.state import find_state, format_state
from ipsskills.pages.compose.apart import FOR_NOW
from ipsskills.pages.compose.safety_words import LowLine, SafetyTeller, open_unit_cases
from ipsskills.pages.compose.unit_words import Around, UnitWords
from ipsskills.pages.statements import ON_A_LINE, short_form

SAFETY = "Safety, every time"
EFFORT = "Where effort would pay first"
CHANCES = "Chances to arrange"
SERVICE = "For the service"
_STANDS_IN = {ListName.EFFORT: EFFORT, ListName.CHANCES: CHANCES}


@dataclass(frozen=True)
class BelowLine:
    """One statement below the top answer: in few words and whole, and its answer in words."""

    id: str
    short: str
    text: str
    said: str


@dataclass(frozen=True)
class UnitLine:
    """One unit in a list: what is said about it, and its shared note if there is one.

    ``note_by`` says whose words the note is in: "You wrote". ``direction`` is which way it moved.
    ``below`` are its statements below the top answer, those at 0 first. ``parts`` is what is said,
    part by part, where units are grouped: by ``code``, the lower of the two answers, whose word is
    ``word``. ``opens`` is what opens the
    cases of a safety unit, and ``asks`` whether its line asks for something. ``marked`` is whether
    it was marked to bring to supervision, on a line that has no other place for that.
    ``beforehand`` is whether it rests on a first look alone, whatever later answers say.
    """

    unit: str
    short: str
    said: str
    note: str = ""
    note_by: str = ""
    direction: str = ""
    below: tuple[BelowLine, ...] = ()
    code: Code | None = None
    word: str = ""
    parts: tuple[str, ...] = ()
    opens: Do | None = None
    asks: bool = False
    marked: bool = False
    beforehand: bool = False


class ReportTeller:
    """Makes the lines of lists."""

    def __init__(self, facts: ReportFacts, *, into_file: bool) -> None:
        around = find_around(facts, into_file=into_file)
        self.words = UnitWords(facts.wording, around)
        lines = ([u for u in facts.units if u.unit in facts.lists.safety], facts.low)
        self._safety = SafetyTeller(self.words, facts.wording.safety, around, lines)
        self.today = self._safety.today
        self.wrote = self.words.wrote(facts.head.person)
        self._facts = facts
        self._units = {unit.unit: unit for unit in facts.units}

    def lines(
        self,
        units: Iterable[str],
        said: Callable[[UnitFacts], str],
        *,
        below: bool = False,
        note: bool = True,
    ) -> tuple[UnitLine, ...]:
        """Return units as lines; with ``below`` the statements below the top answer are named."""
        found = (self._units[unit] for unit in units)
        return tuple(self._line(unit, said(unit), below=below, note=note) for unit in found)

    def brings(self, well: Callable[[Iterable[str]], list[str]]) -> Iterator[UnitLine]:
        """Yield what somebody brings who has no strength yet, of units that go ``well``."""
        lists = self._facts.lists
        yield from self.lines(well(lists.brings), self.words.strength, below=True)
        yield from self.lines(well(lists.brings_by_evidence), self.words.evidence)
        for line in self.lines(well(lists.brings_from_elsewhere), self.words.elsewhere):
            yield replace(line, beforehand=True)

    def effort(self, unit_id: str) -> UnitLine:
        """Return a unit where effort would pay as a line, with what it is grouped by."""
        unit = self._units[unit_id]
        parts = (*self.words.effort_parts(unit), *self._see_service(unit))
        line = self._line(unit, "; ".join(parts), below=True)
        return replace(line, code=unit.lower_code, word=self.words.lower_word(unit), parts=parts)

    def chance(self, unit: UnitFacts) -> str:
        """Return what is said of a chance to arrange."""
        return "; ".join([self.words.own(unit), *self._see_service(unit)])

    def service(self, unit: UnitFacts) -> str:
        """Return what of the service's stands in the way, and where else the unit stands."""
        said, also = self.words.service(unit), unit.stands_in and _STANDS_IN.get(unit.stands_in)
        return f"{said} (see {also})" if also else said

    def _see_service(self, unit: UnitFacts) -> tuple[str, ...]:
        return (f"see {SERVICE}",) if unit.unit in self._facts.lists.for_the_service else ()

    def third_lines(
        self,
        units: Iterable[str],
        of: Callable[[UnitFacts], UnitAnswer | None],
        said: Callable[[UnitAnswer], str],
        note_by: str = "",
    ) -> tuple[UnitLine, ...]:
        """Return lines of what is neither view: agreed answers, a first look."""
        found = [(self._units[unit], of(self._units[unit])) for unit in units]
        return tuple(
            UnitLine(
                unit=unit.unit,
                short=unit.short,
                said=said(answer),
                note=answer.note or "",
                note_by=note_by,
                marked=answer.bring,
            )
            for unit, answer in found
            if answer
        )

    def safety(self, unit_id: str) -> UnitLine:
        """Return the line of a safety unit, with what of the supervisor's view has to be told."""
        unit = self._units[unit_id]
        opens = open_unit_cases(unit_id, mine=self._facts.head.person.me)
        if unit.safety is None:
            return UnitLine(unit.unit, unit.short, FOR_NOW, opens=opens)
        theirs = self._safety.theirs(unit)
        own = self.words.where(unit, self.words.dated_state(unit.own))
        said = "; ".join([own, *([theirs] if theirs else [])])
        asked = self._safety.asked(unit)
        told = asked not in ("", said)
        line = self._line(unit, f"{said}: {asked}" if told else said, below=True)
        today = unit.safety is SafetyCase.TALK_TODAY
        return replace(line, opens=opens, asks=told or today)

    def moved(self) -> tuple[UnitLine, ...]:
        """Return what moved; each says from which day where that is not one day for all."""
        since = self._moved_since()
        said = self.words.move if since else self.words.dated_move
        units = [self._units[unit] for unit in self._facts.lists.moved]
        return tuple(
            replace(
                self._line(unit, said(unit), note=False),
                direction=self.words.direction(unit, since),
            )
            for unit in units
        )

    def _moved_since(self) -> date | None:
        """Return since when units moved, where that is one day for all of them."""
        before = (self._units[unit].before for unit in self._facts.lists.moved)
        days = {answer.on for answer in before if answer}
        return days.pop() if len(days) == 1 else None

    def low(self, low: LowAnswer) -> LowLine:
        """Return the line of a statement that has one beside the safety units."""
        return self._safety.low(low)

    def answer(self, given: AnswerGiven) -> str:
        """Return one answer of a file of answers in words."""
        unit = self._units.get(given.id)
        if unit and self._facts.first_look_only:
            return self.words.first_look(unit.first_look) if unit.first_look else ""
        if unit:
            return self.words.state(unit.own)
        code = Code(given.answer) if given.answer else None
        return format_state(
            find_state(given.asked_as, code),
            self._facts.wording.scale,
            to_the_person=self._facts.head.person.me,
        )

    def _line(
        self, unit: UnitFacts, said: str, *, below: bool = False, note: bool = True
    ) -> UnitLine:
        own = unit.own
        kept = own.note if own and note else None
        named = tuple(
            BelowLine(
                each.id, short_form(each.text, ON_A_LINE), each.text, self.words.statement(each)
            )
            for each in (own.below if own and below else ())
        )
        return UnitLine(
            unit=unit.unit,
            short=unit.short,
            said=said,
            note=kept or "",
            note_by=self.wrote,
            below=named,
        )


def find_around(facts: ReportFacts, *, into_file: bool) -> Around:
    """Return who reads a report about whom."""
    head = facts.head
    return Around(
        person=head.person,
        leader=head.leader,
        rater=head.supervisor.name if head.supervisor else None,
        on=head.on,
        into_file=into_file,
    )
