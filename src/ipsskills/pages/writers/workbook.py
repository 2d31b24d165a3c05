"""Writes tables of values as an XLSX workbook, a sheet a topic; nothing in it runs or links.

Every text is kept as text, whatever it begins with: a spreadsheet shows it and computes nothing.
"""

import io
import re
from collections.abc import Sequence
from datetime import date
from math import ceil
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

from ipsskills.pages.data import Sheet, Value
from ipsskills.pages.words import columns, day
from ipsskills.pages.writers.formats import Material
from ipsskills.pages.writers.office.cell_styles import DAY, HEAD, NUMBER, TEXT, add_styles
from ipsskills.pages.writers.office.packing import LANGUAGE, PROGRAM, clean, pack_again, start_of
from ipsskills.pages.writers.running import write_confidential, write_imprint

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

_LONGEST_TITLE = 31
_NO_TITLE = re.compile(r"[\\/?*\[\]:]")
_NARROWEST, _WIDEST = 8, 44
_ACROSS = 190  # characters that a sheet of A4 shows across, small but legible
_AROUND = 2  # characters of width for a cell's edges, and for the sign of a filter
_A4 = 9
_CLOSE = 1.12  # letters of a text take less than the figures that widths are counted in
_LINE, _HIGHEST = 13, 409  # points; no row may be higher
_LONGEST_TEXT = 32767  # what a cell can hold


def write(material: Material) -> bytes:
    """Return all of the material's tables as a file."""
    from openpyxl import Workbook
    from openpyxl.writer.excel import ExcelWriter

    if not material.sheets:
        raise TypeError("this page has no table")
    book = Workbook()
    book.remove(book.worksheets[0])
    add_styles(book)
    titles: list[str] = []
    for sheet in material.sheets:
        titles.append(_name_sheet(sheet.title or material.page.title, titles))
        _write_sheet(book.create_sheet(titles[-1]), sheet, material)
    _set_properties(book, material)
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        ExcelWriter(book, archive).write_data()  # `save` would put the time of day in
    return pack_again(out.getvalue())


def _name_sheet(title: str, taken: Sequence[str]) -> str:
    """Return a title as a sheet can have it: short, without signs it refuses, and once only."""
    plain = _NO_TITLE.sub(" ", clean(title).replace("\n", " ")).strip(" '") or "Sheet"
    used = {each.casefold() for each in taken}
    name, count = plain[:_LONGEST_TITLE].strip(" '"), 1
    while name.casefold() in used:
        count += 1
        end = f" {count}"
        name = plain[: _LONGEST_TITLE - len(end)] + end
    return name


def _write_sheet(paper: "Worksheet", sheet: Sheet, material: Material) -> None:
    for place, head in enumerate(sheet.columns, 1):
        _write_text(paper.cell(1, place), head, HEAD)
    for line, row in enumerate(sheet.rows, 2):
        for place, value in enumerate(row, 1):
            _write_value(paper.cell(line, place), value)
    widths = [
        _set_width(paper, place, head, [_show(row[place - 1]) for row in sheet.rows])
        for place, head in enumerate(sheet.columns, 1)
    ]
    for line, row in enumerate(sheet.rows, 2):
        _set_height(paper, line, [_show(value) for value in row], widths)
    paper.freeze_panes = "A2"
    paper.auto_filter.ref = paper.dimensions
    _set_up_print(paper, material)


def _write_value(cell: "Cell | MergedCell", value: Value) -> None:
    """Write a value as what it is; yes and no are words, as they are in CSV."""
    if isinstance(value, bool):
        value = "yes" if value else None
    if value is None:
        cell.style = TEXT
    elif isinstance(value, str):
        _write_text(cell, value, TEXT)
    else:
        cell.value = value
        cell.style = DAY if isinstance(value, date) else NUMBER


def _write_text(cell: "Cell | MergedCell", text: str, style: str) -> None:
    """Write a text as text: ``=1+1`` is four signs, and ``3.10`` keeps its nought."""
    cell.value = clean(text)[:_LONGEST_TEXT]
    cell.data_type = "s"
    cell.style = style


def _set_width(paper: "Worksheet", place: int, head: str, said: Sequence[str]) -> int:
    """Set how wide a column is, and return how many characters a line of it holds."""
    from openpyxl.utils import get_column_letter

    words = max((columns(word) for word in head.split()), default=0) + _AROUND
    lines = (columns(line) for text in said for line in text.split("\n"))
    width = max(min(max(lines, default=0), _WIDEST), words, _NARROWEST)
    paper.column_dimensions[get_column_letter(place)].width = width + _AROUND
    return width


def _set_height(paper: "Worksheet", line: int, said: Sequence[str], widths: Sequence[int]) -> None:
    """Make a row as high as its longest text needs: not every program does so by itself."""
    lines = max(
        sum(ceil(columns(part) / (width * _CLOSE)) or 1 for part in text.split("\n"))
        for text, width in zip(said, widths, strict=True)
    )
    if lines > 1:
        paper.row_dimensions[line].height = min(lines * _LINE + _AROUND, _HIGHEST)


def _show(value: Value) -> str:
    if isinstance(value, date):
        return day(value)
    return "" if value is None or value is False else str(value)


def _set_up_print(paper: "Worksheet", material: Material) -> None:
    """Let a sheet print on A4, across, with its heads on each page and whom it is about."""
    from openpyxl.worksheet.header_footer import HeaderFooterItem
    from openpyxl.worksheet.page import PageMargins
    from openpyxl.worksheet.properties import PageSetupProperties

    paper.page_setup.orientation = "landscape"
    paper.page_setup.paperSize = _A4
    wide = sum(each.width for each in paper.column_dimensions.values())
    paper.page_setup.fitToWidth, paper.page_setup.fitToHeight = max(1, round(wide / _ACROSS)), 0
    paper.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    paper.print_title_rows, paper.print_title_cols = "1:1", "A:A"
    margins = PageMargins(left=0.4, right=0.4, top=0.7, bottom=0.6, header=0.3, footer=0.3)
    paper.page_margins = margins  # inches
    paper.oddHeader, paper.oddFooter = head, foot = HeaderFooterItem(), HeaderFooterItem()
    head.left.text = _escape(write_confidential(material)) or None
    foot.left.text = _escape(write_imprint(material)) or None
    foot.right.text = "page &P of &N"


def _escape(text: str) -> str:
    """Return a text as it stands at the head of a sheet, where & begins an instruction."""
    return clean(text).replace("&", "&&")


def _set_properties(book: "Workbook", material: Material) -> None:
    told = book.properties
    told.title = clean(material.page.title)[:255]
    told.creator = told.lastModifiedBy = PROGRAM
    told.language = LANGUAGE
    told.created = told.modified = start_of(material.on)
