"""The report in words: every list with what is said of each unit, before it is laid out."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from ipsskills.codes import Code
from ipsskills.doing import Do
from ipsskills.facts.report import AnswerGiven, ReportFacts
from ipsskills.facts.units import LowAnswer, UnitAnswer, UnitFacts
from ipsskills.frozen import dataclass
from ipsskills.method.safety import SafetyCase
from ipsskills.method.state import find_state, format_state
from ipsskills.pages.compose.apart import FOR_NOW, apart_words
from ipsskills.pages.compose.safety_words import LowLine, SafetyTeller, open_unit_cases
from ipsskills.pages.compose.unit_words import Around, UnitWords
from ipsskills.pages.statements import short_form
from ipsskills.pages.words import looking_back

# What each thing to do next is good for, by its verb.
_NEXT = {
    "assess": "look at all of it, when you are ready",
    "framework show": "what the units are",
    "framework vignette": "a case to think through",
    "chart radar": "the same as a picture",
    "plan draft": "pick goals for a learning plan",
}
_STILL_OPEN = "answer what is still open"


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

    ``below`` are its statements below the top answer, those at 0 first. ``opens`` is what opens the
    cases of a safety unit, and ``asks`` whether its line asks for something. ``marked`` is whether
    it was marked to bring to supervision, on a line that has no other place for that.
    """

    unit: str
    short: str
    said: str
    note: str = ""
    below: tuple[BelowLine, ...] = ()
    opens: Do | None = None
    asks: bool = False
    marked: bool = False


@dataclass(frozen=True, kw_only=True)
class HeadWords:
    """Who and when a report is about; ``mine`` is whether its reader is that person.

    ``months_in_post`` are whole months on that day, ``hours`` the share of full time, if given.
    """

    person: str
    role: str
    on: date
    period: str
    framework: str
    supervisor: str | None = None
    supervisor_on: date | None = None
    mine: bool = True
    months_in_post: int | None = None
    hours: float | None = None


@dataclass(frozen=True, kw_only=True)
class WordedReport:
    """A whole report in words. Lists hold units in their order; ``states`` are all answers' words.

    ``today`` is what several safety lines ask for, said once. ``beside`` are strengths in which a
    statement of ``low`` is: they are not told as going well. ``apart_line`` says what is kept
    from this reader. ``agreed`` and ``first_look`` are lines of their own; with ``first_look_only``
    there is no more.
    """

    head: HeadWords
    strengths: tuple[UnitLine, ...]
    brings: tuple[UnitLine, ...]
    safety: tuple[UnitLine, ...]
    low: tuple[LowLine, ...] = ()
    today: str = ""
    beside: tuple[UnitLine, ...] = ()
    worry_now: str
    effort: tuple[UnitLine, ...]
    chances: tuple[UnitLine, ...]
    for_the_service: tuple[UnitLine, ...]
    moved: tuple[UnitLine, ...]
    not_answered: tuple[UnitLine, ...]
    outside: tuple[UnitLine, ...]
    next: tuple[tuple[str, str], ...]
    states: tuple[tuple[str, str], ...] = ()
    apart_line: str = ""
    agreed: tuple[UnitLine, ...] = ()
    first_look: tuple[UnitLine, ...] = ()
    first_look_only: bool = False


def word_report(facts: ReportFacts, *, into_file: bool = False) -> WordedReport:
    """Return a report in words turned to its reader; a file is read by anybody."""
    lists, teller = facts.lists, _ReportTeller(facts, into_file=into_file)
    words, low = teller.words, {each.unit for each in facts.low}

    def well(units: Iterable[str]) -> list[str]:
        return [unit for unit in units if unit not in low]

    return WordedReport(
        head=_word_head(facts),
        strengths=teller.lines(well(lists.strengths), words.strength, below=True),
        brings=(
            *teller.lines(well(lists.brings), words.strength, below=True),
            *teller.lines(well(lists.brings_by_evidence), words.evidence),
            *teller.lines(well(lists.brings_from_elsewhere), words.elsewhere),
        ),
        safety=tuple(teller.safety(unit) for unit in lists.safety),
        low=tuple(map(teller.low, facts.low)),
        today=teller.today,
        beside=teller.lines(
            [unit for unit in lists.strengths if unit in low], words.strength, below=True
        ),
        worry_now=facts.wording.safety.worry_now,
        effort=teller.lines(lists.effort, words.effort, below=True),
        chances=teller.lines(lists.chances, words.own, below=True),
        for_the_service=teller.lines(lists.for_the_service, words.service),
        moved=teller.lines(lists.moved, words.move, note=False),
        not_answered=teller.lines(lists.not_answered, words.own),
        outside=teller.lines(lists.outside, words.outside),
        next=tuple((str(doing), _what_for(doing)) for doing in facts.next),
        states=tuple((each.id, teller.answer(each)) for each in facts.answers),
        apart_line=apart_words(facts.apart, facts.wording.names),
        agreed=teller.third_lines(lists.agreed, lambda unit: unit.agreed, words.agreed),
        first_look=teller.third_lines(
            lists.first_look, lambda unit: unit.first_look, words.first_look
        ),
        first_look_only=facts.first_look_only,
    )


def _around(facts: ReportFacts, *, into_file: bool) -> Around:
    """Return who reads a report about whom."""
    head = facts.head
    return Around(
        person=head.person,
        leader=head.leader,
        rater=head.supervisor.name if head.supervisor else None,
        on=head.on,
        into_file=into_file,
    )


def _word_head(facts: ReportFacts) -> HeadWords:
    head = facts.head
    return HeadWords(
        person=head.person.name,
        role=head.role,
        on=head.on,
        period=f"the last {looking_back(head.period_months, head.period_from)}",
        framework=head.framework,
        supervisor=head.supervisor.name if head.supervisor else None,
        supervisor_on=head.supervisor_on,
        mine=head.person.me,
        months_in_post=head.months_in_post,
        hours=head.hours,
    )


def _what_for(doing: Do) -> str:
    return _STILL_OPEN if doing.verb == "assess" and doing.words else _NEXT[doing.verb]


class _ReportTeller:
    """Makes the lines of lists."""

    def __init__(self, facts: ReportFacts, *, into_file: bool) -> None:
        around = _around(facts, into_file=into_file)
        self.words = UnitWords(facts.wording, around)
        lines = ([u for u in facts.units if u.unit in facts.lists.safety], facts.low)
        self._safety = SafetyTeller(self.words, facts.wording.safety, around, lines)
        self.today = self._safety.today
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

    def third_lines(
        self,
        units: Iterable[str],
        of: Callable[[UnitFacts], UnitAnswer | None],
        said: Callable[[UnitAnswer], str],
    ) -> tuple[UnitLine, ...]:
        """Return lines of what is neither view: agreed answers, a first look."""
        found = [(self._units[unit], of(self._units[unit])) for unit in units]
        return tuple(
            UnitLine(unit.unit, unit.short, said(answer), answer.note or "", marked=answer.bring)
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
            BelowLine(each.id, short_form(each.text), each.text, self.words.statement(each))
            for each in (own.below if own and below else ())
        )
        return UnitLine(unit=unit.unit, short=unit.short, said=said, note=kept or "", below=named)
