"""Every answer on one page: a line a unit, by domain, with the supervisor's beside it."""

from ipsskills.codes import Code
from ipsskills.doing import do
from ipsskills.facts.people import PersonNamed
from ipsskills.facts.report import ReportFacts
from ipsskills.facts.units import UnitAnswer, UnitFacts
from ipsskills.pages.compose.apart import FOR_NOW, apart_words
from ipsskills.pages.compose.contested import say_views_contested
from ipsskills.pages.compose.notes import compose_private_notes
from ipsskills.pages.compose.reports.report_lines import find_around
from ipsskills.pages.compose.reports.report_words import say_period
from ipsskills.pages.compose.unit_words import UnitWords
from ipsskills.pages.document import About, Block, Commands, Heading, Page, Table
from ipsskills.pages.words import day

UNIT, YOU, THEIRS = "Unit", "You", "Supervisor"


def compose_every_answer(facts: ReportFacts, *, into_file: bool = False) -> Page:
    """Return every unit with its answers, in words turned to the reader; a file is for anybody."""
    head, units = facts.head, {unit.unit: unit for unit in facts.units}
    teller = _AnswerTeller(facts, into_file=into_file)
    blocks: list[Block] = []
    for domain in facts.domains:
        rows = tuple(teller.row(units[unit]) for unit in domain.units)
        blocks += [Heading(domain.name), Table(teller.columns, rows, row_heads=True)]
    person = None if head.person.me else head.person.name
    following = (
        (do("report", person=person), "strengths first, and what to do next"),
        (do("framework show", "3.8"), "what a unit asks for"),
    )
    return Page(
        f"{head.person.name}: every answer, {day(head.on)}",
        tuple(_lead(facts, into_file=into_file)),
        (*blocks, *compose_private_notes(facts.private), Heading("Next"), Commands(following)),
        about=About(head.person.name),
    )


def _lead(facts: ReportFacts, *, into_file: bool) -> list[str]:
    head = facts.head
    lead = [] if facts.first_look_only else [f"Looking back: {say_period(head)}."]
    if head.supervisor and head.supervisor_on:
        lead.append(f"{head.supervisor.name}'s view: {day(head.supervisor_on)}.")
    apart = apart_words(facts.apart, facts.wording.names)
    contested = say_views_contested(facts.contested, into_file=into_file)
    return [*lead, *([apart] if apart else []), *contested]


class _AnswerTeller:
    """Makes the rows: what both said of a unit."""

    def __init__(self, facts: ReportFacts, *, into_file: bool) -> None:
        self._words = UnitWords(facts.wording, find_around(facts, into_file=into_file))
        self._rater, self._on = facts.head.supervisor, facts.head.supervisor_on
        person = facts.head.person
        self._both = any(unit.supervisor for unit in facts.units)
        theirs = (self._name(self._rater),) if self._both else ()
        self.columns = (UNIT, YOU if person.me else person.name, *theirs)

    def row(self, unit: UnitFacts) -> tuple[str, ...]:
        """Return a unit's name, the person's answer, and the supervisor's where anybody has one."""
        named, own = f"{unit.unit} {unit.short}", self._own(unit)
        return (named, own, self._theirs(unit.supervisor)) if self._both else (named, own)

    def _own(self, unit: UnitFacts) -> str:
        if unit.stands_in is None and unit.own is None and unit.first_look is None:
            return FOR_NOW
        said = [self._words.where(unit, self._words.dated_state(unit.own))]
        answer = unit.own or unit.first_look
        said += ["to bring"] if answer and answer.bring else []
        said += ["could show"] if answer and answer.show else []
        return "; ".join(said)

    def _theirs(self, answer: UnitAnswer | None) -> str:
        if answer is None:
            return ""
        said = self._words.state(answer)
        if answer.value not in (None, Code.NOT_SEEN) and (answer.old or answer.on != self._on):
            said += f" ({self._words.when_only(answer)})"
        other = answer.by is not None and self._rater is not None and answer.by.id != self._rater.id
        return f"{self._words.rater(answer)}: {said}" if other else said

    def _name(self, rater: PersonNamed | None) -> str:
        return (YOU if rater.me else rater.name) if rater else THEIRS
