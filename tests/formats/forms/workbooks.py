"""Fills in workbook forms as somebody would, by what a cell stands under and what its row asks."""

from datetime import date, datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.writer.excel import ExcelWriter

from ipsskills.codes import AssessmentKind
from ipsskills.facts.forms.form import FormFacts
from ipsskills.formats.forms import columns as at
from ipsskills.pages.writers.forms import workbook
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.forms.make import AskedForm, make_form

SAVED = datetime(2026, 11, 25, 9, 30)  # noqa: DTZ001 - as a spreadsheet writes it, in UTC
DAY = date(2026, 11, 20)

COLLEAGUE = "A colleague does this in our service"
Rows = dict[str, dict[str, Any]]

# What stands in the cells of a filled form, by item and head; text that a spreadsheet may spoil.
FILLED: Rows = {
    "1.1": {at.ANSWER: "3  In most of my work", at.BRING: "yes", at.NOTE: 'Grüße, ž; "so"\n2nd'},
    "2.2": {at.ANSWER: "0", at.BEHIND: "Time or caseload"},
    "3.8": {
        at.ANSWER: "x  Agreed outside this job",
        at.REASON: COLLEAGUE,
    },
    "3.10": {at.ANSWER: "n  No chance yet", at.SHOW: "yes", at.NOTE: "=1+1"},
}


def make(desk: Desk, kind: AssessmentKind = AssessmentKind.SELF, **also: Any) -> FormFacts:
    """Return a form that asks about four units, or about what is asked for."""
    asked: dict[str, Any] = {"scope": ("1.1", "2.2", "3.8", "3.10")} | also
    return make_form(desk, AskedForm(kind=kind, **asked))


def fill(
    facts: FormFacts,
    path: Path,
    rows: Rows,
    name: str | None = "Ada Example",
    day: Any = "20/11/2026",
    saved: datetime | None = SAVED,
) -> Path:
    """Write a form, fill it in, and save it as a spreadsheet would; return the file."""
    path.write_bytes(workbook.write(facts))
    book = load_workbook(path)
    paper = book.worksheets[0]
    heads: dict[Any, Any] = {}
    for row in paper.iter_rows():
        said: dict[Any, Any] = {cell.value: cell.column for cell in row}
        heads = said if at.KEY in said else heads
        key = str(row[-1].value or "")
        if key == at.NAME_KEY and name is not None and not row[1].value:
            row[1].value = name
        if key in (at.DAY_KEY, at.BY_KEY):
            row[1].value = day if key == at.DAY_KEY else "Lee Invented"
        for head, value in rows.get(key.removeprefix(at.ROW_KEY), {}).items():
            cell = row[heads[head] - 1]
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"
    book.properties.modified = saved
    with ZipFile(path, "w") as archive:
        ExcelWriter(book, archive).write_data()  # `save` would say that it was saved now
    return path
