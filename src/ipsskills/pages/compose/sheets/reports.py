"""A report as sheets: its answers, and its lists in their order with both views of each unit."""

from typing import Any

from ipsskills.facts.report import ReportFacts
from ipsskills.facts.units import UnitAnswer, UnitFacts
from ipsskills.method.state import format_state
from ipsskills.pages.compose.reports.answers import compose_answers
from ipsskills.pages.compose.sheets.differently import compose_differently
from ipsskills.pages.compose.sheets.rows import find_entered_by, make_sheet
from ipsskills.pages.data import Sheet

_LISTED = (
    *("list", "unit", "name", "own", "own_words", "own_on", "supervisor", "supervisor_words"),
    *("supervisor_on", "by", "marked", "own_entered_by", "supervisor_entered_by"),
)


def compose_report_sheets(report: ReportFacts) -> tuple[Sheet, ...]:
    """Return the answers, a row for each unit in each list, and what is seen differently."""
    units = {unit.unit: unit for unit in report.units}
    rows = [
        {"list": name, "unit": unit} | (_tell_unit(report, units[unit]) if unit in units else {})
        for name, listed in vars(report.lists).items()
        for unit in listed
    ]
    lists = make_sheet("Lists", _LISTED, rows)
    return (compose_answers(report), lists, *compose_differently(report.contested))


def _tell_unit(report: ReportFacts, unit: UnitFacts) -> dict[str, Any]:
    row: dict[str, Any] = {"name": unit.short, "marked": unit.marked}
    row |= _tell_view(report, "own", unit.own) | _tell_view(report, "supervisor", unit.supervisor)
    return row | {"by": unit.supervisor and unit.supervisor.by}


def _tell_view(report: ReportFacts, side: str, answer: UnitAnswer | None) -> dict[str, Any]:
    if answer is None:
        return {}
    mine = side == "own" and report.head.person.me
    words = format_state(answer.state, report.wording.scale, to_the_person=mine)
    row = {side: answer.value, f"{side}_words": words, f"{side}_on": answer.on}
    by = answer.by or report.head.person
    return row | {f"{side}_entered_by": find_entered_by(report.apart.entered, by, answer)}
