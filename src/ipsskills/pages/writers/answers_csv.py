"""Writes a report's answers as CSV, in the columns that files of answers have."""

import csv
import io
from dataclasses import asdict
from typing import Any

from ipsskills.formats.answers import COLUMNS
from ipsskills.formats.table import safe_cell
from ipsskills.pages.compose.report import Report


def to_csv(report: Report) -> str:
    """Return the answers as CSV text with a byte order mark, so that spreadsheets read UTF-8."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS)
    writer.writeheader()
    for answer in report.answers:
        writer.writerow({name: _cell(value) for name, value in asdict(answer).items()})
    return "\ufeff" + out.getvalue()


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else ""
    return "" if value is None else safe_cell(str(value))
