"""Writes a report's answers as CSV, in the columns that files of answers have."""

import csv
import io
from dataclasses import asdict
from typing import Any

from ipsskills.facts.report import ReportFacts
from ipsskills.formats.answers import COLUMNS
from ipsskills.formats.table import safe_cell
from ipsskills.pages.compose.report_words import word_report


def to_csv(report: ReportFacts) -> str:
    """Return the answers as CSV text with a byte order mark, so that spreadsheets read UTF-8."""
    states = dict(word_report(report).states)
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, extrasaction="ignore")
    writer.writeheader()
    for answer in report.answers:
        row = asdict(answer) | {"state": states[answer.id]}
        writer.writerow({name: _cell(value) for name, value in row.items()})
    return "\ufeff" + out.getvalue()


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else ""
    return "" if value is None else safe_cell(str(value))
