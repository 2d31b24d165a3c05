"""Sheets as XLSX: values are what they are, texts stay texts, and nothing runs."""

import io
from datetime import date, datetime
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from ipsskills.pages.data import Sheet
from ipsskills.pages.document import About, Page
from ipsskills.pages.writers.formats import Material
from ipsskills.pages.writers.workbook import write

DAY = date(2026, 11, 30)


def written(*sheets: Sheet, about: About | None = None) -> bytes:
    """Return sheets as a file."""
    return write(Material("report", None, Page("A & B", about=about), sheets=sheets, on=DAY))


def opened(*sheets: Sheet, about: About | None = None) -> Workbook:
    """Return sheets as openpyxl reads them."""
    return load_workbook(io.BytesIO(written(*sheets, about=about)))


def test_values_are_what_they_are() -> None:
    row = ("3.10", 2, 1.5, True, False, None, date(2026, 12, 3))
    (sheet,) = opened(Sheet(tuple("abcdefg"), (row,), "Answers"))
    cells = next(iter(sheet.iter_rows(min_row=2)))
    assert [cell.value for cell in cells] == [
        *("3.10", 2, 1.5, "yes", None, None, datetime(2026, 12, 3))  # noqa: DTZ001
    ]
    assert [cell.number_format for cell in (cells[0], cells[1], cells[6])] == [
        *("@", "General", "d mmm yyyy")
    ]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-2", "@SUM(A1)", '=HYPERLINK("http://x")', "3.0"])
def test_text_is_no_formula(text: str) -> None:
    (sheet,) = opened(Sheet((text,), ((text,),)))
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert [(cell.value, cell.data_type, cell.number_format) for cell in cells] == [
        *[(text, "s", "@")] * 2
    ]


def test_nothing_in_it_runs_or_leads_elsewhere() -> None:
    rows = (("=cmd|' /C calc'!A0", "https://example.org"),)
    with ZipFile(io.BytesIO(written(Sheet(("a", "b"), rows)))) as packed:
        inside = {name: packed.read(name).decode() for name in packed.namelist()}
    assert not any(sign in text for text in inside.values() for sign in ("<f>", "<hyperlink"))
    assert not [name for name in inside if "vba" in name or "external" in name.lower()]


def test_one_sheet_a_topic_under_a_name_that_it_can_have() -> None:
    titles = ("Units", "units", "A title: of/more [than]? thirty-one letters", "'quoted'", "", "*")
    book = opened(*[Sheet(("a",), (), title) for title in titles])
    assert book.sheetnames == [
        *("Units", "units 2", "A title  of more  than   thirty", "quoted", "A & B", "Sheet")
    ]


def test_heads_stay_are_filtered_and_repeat_on_paper() -> None:
    (sheet,) = opened(Sheet(("unit", "words"), (("1.1", "x " * 200),) * 3), about=About("Ada & Co"))
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:B4")
    assert sheet.print_title_rows == "$1:$1"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    widths = [sheet.column_dimensions[letter].width for letter in "AB"]
    assert widths == [10, 46]
    assert sheet["B2"].alignment.wrap_text
    assert sheet.oddHeader
    assert sheet.oddFooter
    assert sheet.oddHeader.left.text == "Confidential: about a member of staff"
    assert sheet.oddFooter.left.text == "Ada && Co, 30 Nov 2026"


def test_properties() -> None:
    told = opened(Sheet(("a",), ())).properties
    assert (told.title, told.creator, told.language) == ("A & B", "ipsskills", "en-GB")
    assert told.created.date() == told.modified.date() == DAY


def test_the_same_sheets_are_the_same_bytes() -> None:
    sheet = Sheet(("a", "b"), (("x", DAY),))
    assert written(sheet) == written(sheet)


def test_what_a_cell_cannot_hold_is_written_out_or_cut() -> None:
    (sheet,) = opened(Sheet(("a",), (("a\x07b\ud800c\ufffe",), ("w" * 40_000,), ("\u202e🦊\n|`",))))
    assert sheet["A2"].value == r"a\x07b\ud800c\ufffe"
    assert len(sheet["A3"].value) == 32_767
    assert sheet["A4"].value == "\u202e🦊\n|`"
