"""The report in words: every list with what is said of each unit, before it is laid out."""

from collections.abc import Iterable
from datetime import date

from ipsskills.doing import Do
from ipsskills.facts.report import ReportFacts, ReportHead
from ipsskills.facts.units import UnitFacts
from ipsskills.frozen import dataclass
from ipsskills.pages.compose.apart import apart_words
from ipsskills.pages.compose.contested import say_views_contested
from ipsskills.pages.compose.reports.report_lines import ReportTeller, UnitLine
from ipsskills.pages.compose.safety_words import (
    LowLine,
    open_safety_cases,
)
from ipsskills.pages.words import day, months

# What comes next between somebody and their supervisor is good for, by its verb.
WITH_SUPERVISOR = {
    "compare": "your view and your supervisor's, side by side",
    "share out": "your look, as a file for them",
}
SEND_BACK = "send them what you kept since, so that they have it too"
# What each thing to do next is good for, by its verb.
_NEXT = {
    "assess": "look at all of it, when you are ready",
    "framework show": "what the units are",
    "framework vignette": "a case to think through",
    "chart radar": "the same as a picture",
    "plan draft": "see which goals are offered, and pick",
    **WITH_SUPERVISOR,
}
A_UNITS_GOAL = "put a unit's goal and its steps on a plan; any unit will do"
_READ_AGAIN = "read every answer again, or put one right"
_STILL_OPEN = "answer what is still open"


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
    statement of ``low`` is: they are not told as going well. ``cases`` says what opens those of the
    safety units. ``apart_line`` says what is kept
    from this reader. ``agreed`` and ``first_look`` are lines of their own; with ``first_look_only``
    there is no more. ``differ`` is whether the two answered any unit differently.
    """

    head: HeadWords
    strengths: tuple[UnitLine, ...]
    brings: tuple[UnitLine, ...]
    safety: tuple[UnitLine, ...]
    low: tuple[LowLine, ...] = ()
    today: str = ""
    beside: tuple[UnitLine, ...] = ()
    cases: str = ""
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
    contested: tuple[str, ...] = ()
    agreed: tuple[UnitLine, ...] = ()
    first_look: tuple[UnitLine, ...] = ()
    theirs: tuple[UnitLine, ...] = ()
    first_look_only: bool = False
    differ: bool = False
    with_supervisor: tuple[tuple[str, str], ...] = ()


def word_report(facts: ReportFacts, *, into_file: bool = False) -> WordedReport:
    """Return a report in words turned to its reader; a file is read by anybody."""
    lists, teller = facts.lists, ReportTeller(facts, into_file=into_file)
    words, low = teller.words, {each.unit for each in facts.low}
    safety = tuple(map(teller.safety, lists.safety))

    def well(units: Iterable[str]) -> list[str]:
        return [unit for unit in units if unit not in low]

    return WordedReport(
        head=_word_head(facts),
        strengths=teller.lines(well(lists.strengths), words.strength, below=True),
        brings=tuple(teller.brings(well)),
        safety=safety,
        cases=open_safety_cases([], [(e.opens, e.asks) for e in safety if e.opens], "cases"),
        low=tuple(map(teller.low, facts.low)),
        today=teller.today,
        beside=teller.lines(
            [unit for unit in lists.strengths if unit in low], words.strength, below=True
        ),
        worry_now=facts.wording.safety.worry_now,
        effort=tuple(map(teller.effort, lists.effort)),
        chances=teller.lines(lists.chances, teller.chance, below=True),
        for_the_service=teller.lines(lists.for_the_service, teller.service, note=False),
        moved=teller.moved(),
        not_answered=teller.lines(lists.not_answered, words.own),
        outside=teller.lines(lists.outside, words.outside),
        next=_say_next(facts.next),
        with_supervisor=_say_next(each for each in facts.next if each.verb in WITH_SUPERVISOR),
        states=tuple((each.id, teller.answer(each)) for each in facts.answers),
        apart_line=apart_words(facts.apart, facts.wording.names),
        contested=say_views_contested(facts.contested, into_file=into_file),
        agreed=teller.third_lines(lists.agreed, lambda unit: unit.agreed, words.agreed, "Why"),
        first_look=teller.third_lines(
            _order_looked(facts), lambda unit: unit.first_look, words.first_look, teller.wrote
        ),
        theirs=teller.lines(lists.theirs, words.only_theirs, note=False),
        first_look_only=facts.first_look_only,
        differ=any(map(_differ, facts.units)),
    )


def _order_looked(facts: ReportFacts) -> list[str]:
    """Return the units of a first look as its answers are offered: what was done before first."""
    found = {unit.unit: unit.first_look for unit in facts.units}

    def rank(unit: str) -> str:
        answer = found[unit]
        return (answer and answer.value) or ""

    return sorted(facts.lists.first_look, key=rank, reverse=True)


def _differ(unit: UnitFacts) -> bool:
    """Whether both answered a unit 0 to 3, and not the same."""
    values = [each.value for each in (unit.own, unit.supervisor) if each]
    rated = {value for value in values if value and value.rated}
    return len(rated) > 1


def _word_head(facts: ReportFacts) -> HeadWords:
    head = facts.head
    return HeadWords(
        person=head.person.name,
        role=head.role,
        on=head.on,
        period=say_period(head),
        framework=head.framework,
        supervisor=head.supervisor.name if head.supervisor else None,
        supervisor_on=head.supervisor_on,
        mine=head.person.me,
        months_in_post=head.months_in_post,
        hours=head.hours,
    )


def say_period(head: ReportHead) -> str:
    """Return how far the answers look back, fit to follow "Looking back:".

    Where somebody has been there for less than the usual months, it is their time there: whether
    they started on that day or came back.
    """
    if head.period_from is None:
        return f"the last {months(head.period_months)}"
    whose = "your" if head.person.me else "their"
    return f"{whose} time in the job since {day(head.period_from)}"


def _say_next(following: Iterable[Do]) -> tuple[tuple[str, str], ...]:
    return tuple((str(each), _what_for(each)) for each in following)


def _what_for(doing: Do) -> str:
    if doing.verb == "plan draft" and doing.words:
        return A_UNITS_GOAL
    if "--review" in doing.words:
        return _READ_AGAIN
    return _STILL_OPEN if doing.verb == "assess" and doing.words else _NEXT[doing.verb]
