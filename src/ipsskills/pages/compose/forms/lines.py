"""What the page at the end says of each unit for each answer, as tables that a form looks up.

The sentences are those of the report: to the person themselves, or about them to a supervisor. A
form only chooses among them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from ipsskills.codes import RATED, AskedAs, AssessmentKind, Behind, Code, Role
from ipsskills.facts.apart import KeptApart
from ipsskills.facts.forms.cases import AnswerCase, PlacedUnit
from ipsskills.facts.forms.form import FormFacts
from ipsskills.facts.people import PersonNamed
from ipsskills.facts.report import ReportFacts, ReportHead, ReportLists
from ipsskills.facts.units import UnitAnswer, UnitFacts
from ipsskills.facts.wording import Wording
from ipsskills.method.lists import ListName
from ipsskills.method.state import find_state
from ipsskills.pages.compose.reports.report_lines import ReportTeller, UnitLine
from ipsskills.pages.compose.unit_words import UnitWords
from ipsskills.pages.words import day

LineTable = dict[str, Any]
# What a state is told with where the form fills in the counts; no text of ours has such numbers.
_COUNTS: dict[str, Any] = {"rated": 70001, "applicable": 70002, "to_go": 70003, "counted": 70004}
_SAYS_STATE = ("state", "said", "brings", "alone", "beside")
_THEN = date(2001, 2, 3)  # stands for the day of an earlier look, which only the form will know


def tabulate_lines(facts: FormFacts) -> dict[str, Any]:
    """Return the tables: each different line once in ``lines``, and ``byUnit`` what an answer has.

    That is, in the order of ``facts.cases``, the number of its line (-1 where it is not offered),
    its ``place``, and its place among what somebody ``brings`` (-1 where it cannot stand there).
    """
    numbers: dict[str, int] = {}
    kept: list[LineTable] = []
    by_unit = {unit: _UnitTable() for unit in list_asked_units(facts)}
    for case in facts.cases:
        for (unit, cell), placed in zip(tell_case(facts, case).items(), case.units, strict=True):
            number = -1 if cell is None else numbers.setdefault(repr(cell), len(kept))
            if number == len(kept) and cell is not None:
                kept.append(cell)
            by_unit[unit].add(number, placed)
    return {"lines": kept, "byUnit": {unit: vars(table) for unit, table in by_unit.items()}}


class _UnitTable:
    """What one unit has by answer."""

    def __init__(self) -> None:
        self.line: list[int] = []
        self.place: list[int] = []
        self.brings: list[int] = []

    def add(self, line: int, placed: PlacedUnit | None) -> None:
        """Add what the next answer comes to."""
        self.line.append(line)
        self.place.append(placed.place if placed else -1)
        self.brings.append(-1 if placed is None or placed.brings is None else placed.brings)


def tell_case(facts: FormFacts, case: AnswerCase) -> Mapping[str, LineTable | None]:
    """Return what is said of each unit that has this answer, by unit id; None where not offered."""
    given = [each if case.state is None else _blank_counts(each) for each in case.units if each]
    teller = make_teller(facts, [each.unit for each in given])
    found: dict[str, LineTable | None] = dict.fromkeys(list_asked_units(facts))
    for each in given:
        told = _tell_unit(facts, teller, each)
        found[each.unit.unit] = told if case.state is None else _leave_to_fill(facts, told)
    return found


def list_asked_units(facts: FormFacts) -> tuple[str, ...]:
    """Return the units that a form asks about, as a whole or statement by statement."""
    return tuple(dict.fromkeys(item.partition("/")[0] for item in facts.scope))


def _blank_counts(placed: PlacedUnit) -> PlacedUnit:
    """Return a unit with numbers in the place of counts that only the form will know."""
    own = placed.unit.own
    if own is None:
        return placed
    state = replace(own.state, **_COUNTS)
    return replace(placed, unit=replace(placed.unit, own=replace(own, state=state)))


def _leave_to_fill(facts: FormFacts, told: Any) -> Any:
    """Return what is said with names for what the form fills in: {rated}, {service}."""
    if isinstance(told, dict):
        return {key: _leave_to_fill(facts, value) for key, value in told.items()}
    if isinstance(told, list):
        return [_leave_to_fill(facts, value) for value in told]
    if not isinstance(told, str):
        return told
    for name, number in _COUNTS.items():
        told = told.replace(str(number), f"{{{name}}}")
    time = next(each.label for each in facts.framework.scale.behind if each.key == Behind.TIME)
    return told.replace(time.lower(), "{service}")


def make_teller(facts: FormFacts, units: Iterable[UnitFacts]) -> ReportTeller:
    """Return what says the lines of a report on these units to whoever fills the form in."""
    every = tuple(units)
    framework = facts.framework
    names = {unit.id: unit.short for unit in framework.units}
    safety = tuple(each.unit for each in every if each.stands_in is ListName.SAFETY)
    served = tuple(each.unit for each in every if each.own and _stands_in_the_way(each.own))
    report = ReportFacts(
        head=ReportHead(
            person=_name_person(facts),
            leader=PersonNamed(id="", name="You", me=True) if _is_theirs(facts) else None,
            role=Role.EMPLOYMENT_SPECIALIST,
            on=facts.made,
            period_months=facts.period_months,
            period_from=None,
            framework=facts.framework_version,
        ),
        lists=ReportLists(safety=safety, for_the_service=served),
        units=every,
        answers=(),
        next=(),
        apart=KeptApart(),
        wording=Wording(scale=framework.scale, safety=framework.scale.safety, names=names),
    )
    return ReportTeller(report, into_file=False)


def _is_theirs(facts: FormFacts) -> bool:
    return facts.kind is AssessmentKind.SUPERVISOR


def _name_person(facts: FormFacts) -> PersonNamed:
    """Return whom a page speaks to, or of: "talk to Ada Example today", or to them."""
    name = name_about(facts) if _is_theirs(facts) else "You"
    return PersonNamed(id="", name=name, me=not _is_theirs(facts))


def name_about(facts: FormFacts) -> str:
    """Return whose practice a form asks about; "them" where the form asks for the name."""
    return facts.about.name if facts.about else "them"


def _stands_in_the_way(own: UnitAnswer) -> bool:
    return any(each is not Behind.LEARN for each in own.behind)


def _tell_unit(facts: FormFacts, teller: ReportTeller, placed: PlacedUnit) -> LineTable:
    """Return the cell of one unit: its list, its place there, and what is said of it."""
    unit, words = placed.unit, teller.words
    cell: LineTable = {"list": unit.stands_in}
    match unit.stands_in:
        case ListName.SAFETY:
            cell |= _tell_safety(facts, unit)
        case ListName.EFFORT:
            cell |= _tell_effort(teller.effort(unit.unit))
        case ListName.CHANCES:
            cell["said"] = teller.chance(unit)
        case ListName.STRENGTHS:
            cell["said"] = words.strength(unit)
        case ListName.OUTSIDE:
            cell["byReason"] = {
                reason.key: words.outside(_with_reason(unit, reason.key))
                for reason in facts.framework.scale.reasons
            }
        case _:
            cell["said"] = words.own(unit)
    if placed.brings is not None:
        cell["brings"] = words.strength(unit) if unit.own else _leave_day(facts, unit, words)
    if unit.first_look:
        cell["start"] = words.first_look(unit.first_look)
    if unit.own and _stands_in_the_way(unit.own):
        cell["service"] = teller.service(unit)
    return _leave_bases(cell, words.dated_state(unit.own)) if _is_theirs(facts) else cell


def _leave_bases(cell: LineTable, said: str) -> LineTable:
    """Return a cell with {bases} behind an answer: the form knows what the answer rests on."""
    cell["state"] = said
    told = {part: cell[part] for part in _SAYS_STATE if part in cell}
    return cell | {part: text.replace(said, f"{said}{{bases}}", 1) for part, text in told.items()}


def _leave_day(facts: FormFacts, unit: UnitFacts, words: UnitWords) -> str:
    """Return what is said of a unit that was done elsewhere, with {day} in the place of the day."""
    return words.elsewhere(unit).replace(day(facts.made), "{day}")


def _tell_effort(line: UnitLine) -> LineTable:
    parts = list(line.parts)
    return {"said": line.said, "parts": parts, "code": line.code, "word": line.word}


def _tell_safety(facts: FormFacts, unit: UnitFacts) -> LineTable:
    """Return a safety unit's line where it alone asks for a talk today, and beside others."""
    alone = make_teller(facts, [unit]).safety(unit.unit)
    twin = replace(unit, unit=f"{unit.unit} ")
    beside = make_teller(facts, [unit, twin]).safety(unit.unit)
    return {"alone": alone.said, "beside": beside.said, "today": alone.said != beside.said}


def _with_reason(unit: UnitFacts, reason: str) -> UnitFacts:
    return replace(unit, own=replace(unit.own, reasons=(reason,)) if unit.own else None)


def tabulate_moves(facts: FormFacts) -> dict[str, Any]:
    """Return what is said of a move between two answers 0 to 3, by way of asking.

    The key is the answer before and the one now: "13". In ``direction`` {day} is the earlier day.
    """
    return {way.value: dict(_tell_moves(facts, way)) for way in AskedAs}


def _tell_moves(facts: FormFacts, way: AskedAs) -> Iterator[tuple[str, LineTable]]:
    words = make_teller(facts, ()).words
    for before in RATED:
        for now in RATED:
            if before is not now:
                moved = UnitFacts(
                    unit="",
                    short="",
                    stands_in=None,
                    own=_answer(way, now),
                    before=_answer(way, before),
                    moved_up=int(now) > int(before),
                )
                direction = words.direction(moved, _THEN).replace(day(_THEN), "{day}")
                yield f"{before}{now}", {"said": words.move(moved), "direction": direction}


def _answer(way: AskedAs, code: Code) -> UnitAnswer:
    return UnitAnswer(state=find_state(way, code), on=_THEN)
