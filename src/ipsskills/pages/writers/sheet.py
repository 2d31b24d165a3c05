"""Writes a table of values as CSV that spreadsheets open as it is meant."""

import csv
import io

from ipsskills.formats.table import mark_formula
from ipsskills.pages.data import Sheet, Value
from ipsskills.pages.writers.formats import Material


def write(material: Material) -> bytes:
    """Return the first of the material's sheets as a file: a CSV holds no more than one."""
    return to_csv(material.sheets[0]).encode()


def to_csv(sheet: Sheet) -> str:
    """Return a table as CSV text with a byte order mark, so that spreadsheets read UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(sheet.columns)
    writer.writerows([_cell(value) for value in row] for row in sheet.rows)
    return "\ufeff" + out.getvalue()


def _cell(value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else ""
    return "" if value is None else mark_formula(str(value))
