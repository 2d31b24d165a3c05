"""The sheets of a page, by what its facts are: one list, so that no command has to know."""

from functools import singledispatch

from ipsskills.facts.compare import CompareFacts, FiguresFacts
from ipsskills.facts.due import DueFacts
from ipsskills.facts.plan import PlanFacts
from ipsskills.facts.record import CoverageFacts, RecordFacts, ReviewFacts
from ipsskills.facts.report import ReportFacts
from ipsskills.facts.team import Teams, TeamShown
from ipsskills.pages.compose.sheets.comparison import compose_both_views, compose_figures_sheet
from ipsskills.pages.compose.sheets.people import compose_members, compose_team_rows
from ipsskills.pages.compose.sheets.plans import compose_goals
from ipsskills.pages.compose.sheets.record import (
    compose_covered,
    compose_entries,
    compose_review_rows,
)
from ipsskills.pages.compose.sheets.reports import compose_report_sheets
from ipsskills.pages.compose.sheets.supervision import compose_due_rows
from ipsskills.pages.data import Sheet


@singledispatch
def compose_sheets(facts: object) -> tuple[Sheet, ...]:
    """Return the sheets of a page. Raises TypeError for facts that none are made of."""
    raise TypeError(f"no sheet is made of {type(facts).__name__}")


compose_sheets.register(ReportFacts, compose_report_sheets)
compose_sheets.register(CompareFacts, compose_both_views)
compose_sheets.register(FiguresFacts, compose_figures_sheet)
compose_sheets.register(RecordFacts, compose_entries)
compose_sheets.register(CoverageFacts, compose_covered)
compose_sheets.register(ReviewFacts, compose_review_rows)
compose_sheets.register(DueFacts, compose_due_rows)
compose_sheets.register(PlanFacts, compose_goals)
compose_sheets.register(Teams, compose_team_rows)
compose_sheets.register(TeamShown, compose_members)
