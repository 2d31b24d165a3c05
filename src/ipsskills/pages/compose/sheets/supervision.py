"""What is due as a sheet."""

from ipsskills.facts.due import DueFacts
from ipsskills.pages.compose.sheets.rows import make_sheet, pick
from ipsskills.pages.data import Sheet

_DUE = ("on", "what", "title", "who", "owed_to", "goal", "name", "past")


def compose_due_rows(facts: DueFacts) -> tuple[Sheet, ...]:
    """Return what is due, the earliest first."""
    return (make_sheet("Due", _DUE, [pick(item, _DUE) for item in facts.lines]),)
