"""The cells of a form's sheet as texts, from a workbook or a CSV; nothing is run.

Blanks around a text are left out: a spreadsheet or a hand adds some. A workbook is a packed folder
from anywhere: how large it is, opened, is looked at before it is opened, and what could make it
larger still is refused.
"""

import csv
import io
import zlib
from collections.abc import Iterable
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from typing import Any
from warnings import catch_warnings, simplefilter
from zipfile import BadZipFile, ZipFile

from ipsskills.errors import InvalidInput
from ipsskills.formats.forms.columns import KEY
from ipsskills.formats.table import decode_text, read_bytes, strip_mark
from ipsskills.frozen import dataclass

_OPENED = 12_000_000  # bytes: a form with every statement takes less than a tenth of it
_FILE = 5_000_000
_ROWS, _COLUMNS, _PARTS = 2000, 40, 300
_Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, kw_only=True)
class Cells:
    """Rows of cells as texts, and when the file says it was last saved, in UTC."""

    rows: _Rows
    saved: datetime | None = None


def read_cells(path: Path) -> Cells:
    """Return the cells in a .xlsx or .csv file. Raises NotFound and InvalidInput."""
    packed = read_bytes(path)
    if len(packed) > _FILE:
        raise _too_large(path.name)
    if packed[:4] == b"PK\x03\x04":
        return _read_workbook(path.name, packed)
    text = decode_text(path.name, packed)
    try:
        tables = [_read_table(text, separator) for separator in ",;\t"]
    except csv.Error:
        raise _unreadable(path.name) from None
    return Cells(rows=max(tables, key=lambda rows: sum(KEY in row for row in rows)))


def _read_table(text: str, separator: str) -> _Rows:
    rows = csv.reader(io.StringIO(text), delimiter=separator)
    return tuple(tuple(map(_trim, row[:_COLUMNS])) for row in islice(rows, _ROWS))


def _trim(cell: str) -> str:
    return strip_mark(cell).strip()


def _read_workbook(name: str, packed: bytes) -> Cells:
    _refuse_unsafe(name, packed)
    from openpyxl import load_workbook

    try:
        with catch_warnings():
            simplefilter("ignore")  # what the library leaves out of a workbook is none of ours
            book = load_workbook(io.BytesIO(packed), read_only=True, data_only=True)
            sheets = [_read_sheet(paper) for paper in book.worksheets]
        saved = book.properties.modified
    except Exception:  # noqa: BLE001 - the library raises whatever a damaged part makes it stumble on
        raise _unreadable(name) from None
    return Cells(rows=_find_form(name, sheets), saved=saved.replace(tzinfo=UTC) if saved else None)


def _read_sheet(paper: Any) -> _Rows:
    rows = paper.iter_rows(max_row=_ROWS, max_col=_COLUMNS, values_only=True)
    return tuple(tuple(_show(cell).strip() for cell in row) for row in rows)


def _find_form(name: str, sheets: Iterable[_Rows]) -> _Rows:
    """Return the sheet that holds a form, wherever it stands among others; no rows for none.

    Raises InvalidInput where there are two: nobody can tell here which of them was filled in.
    """
    forms = [rows for rows in sheets if any(KEY in row for row in rows)]
    if len(forms) > 1:
        raise InvalidInput(
            f"{name} holds the form on more than one sheet. Nothing was changed.",
            "Delete the sheets that do not count, save it, and try again.",
        )
    return forms[0] if forms else ()


def _refuse_unsafe(name: str, packed: bytes) -> None:
    """Raise InvalidInput for what is too large when opened, or could grow by itself."""
    try:
        with ZipFile(io.BytesIO(packed)) as archive:
            parts = archive.infolist()
            if len(parts) > _PARTS or sum(part.file_size for part in parts) > _OPENED:
                raise _too_large(name)
            for part in parts:
                with archive.open(part) as opened:
                    whole = opened.read(part.file_size + 1)
                if len(whole) > part.file_size or b"<!DOCTYPE" in whole or b"<!ENTITY" in whole:
                    raise _unreadable(name)
    except (BadZipFile, OSError, ValueError, RuntimeError, EOFError, zlib.error):
        raise _unreadable(name) from None


def _show(value: Any) -> str:
    """Return what stands in a cell as text: a whole number without a point, a day as ISO has it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)


def _too_large(name: str) -> InvalidInput:
    return InvalidInput(f"{name} is too large for a form. Nothing was changed.")


def _unreadable(name: str) -> InvalidInput:
    return InvalidInput(
        f"{name} cannot be read: it is damaged, or no workbook. Nothing was changed.",
        "Open it in a spreadsheet, save it again as .xlsx, and try that.",
    )
