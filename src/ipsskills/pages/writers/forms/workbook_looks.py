"""How the cells of a form look and what they take: only what is filled in is not locked."""

from collections.abc import Iterable, Mapping, Sequence
from math import ceil
from typing import TYPE_CHECKING

from ipsskills.formats.forms import columns as at
from ipsskills.pages.words import columns
from ipsskills.pages.writers.office.cell_styles import make_font
from ipsskills.pages.writers.office.packing import clean

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

TEXT, HEAD, BAND, FILL_IN = "Form text", "Form head", "Form band", "Form answer"
FIRST, TITLE = "Form first line", "Form title"
_SHADE, _WHITE, _NOTICE, _LINE = "FFEEF2F5", "FFFFFFFF", "FFFFF3C4", "FFB9C4CE"
WIDTHS = {
    at.ITEM: 25,
    at.ABOUT: 44,
    at.ANSWER: 25,
    at.MEANS: 58,
    at.REASON: 24,
    at.BASIS: 22,
    at.BRING: 14,
    at.SHOW: 14,
    at.BEHIND: 22,
    at.NOTE: 44,
}
"""How many characters wide each column is."""
_ROW, _AROUND, _LARGE, _A4 = 13, 5, 14, 9  # points, points, points, the number of a paper size
_CLOSE = 1.05  # letters of a text take less than the figures that widths are counted in


class WordLists:
    """The lists that cells choose from, on a hidden sheet, each once; ``cells`` are who uses it."""

    def __init__(self, paper: "Worksheet") -> None:
        self._paper = paper
        paper.sheet_state = "hidden"
        paper.protection.sheet = True
        self._places: dict[tuple[str, ...], str] = {}
        self.cells: dict[str, list[str]] = {}

    def add(self, words: tuple[str, ...], cell: str) -> None:
        """Let a cell choose from a list of words, if there are any."""
        if words:
            self.cells.setdefault(self._place(words), []).append(cell)

    def _place(self, words: tuple[str, ...]) -> str:
        """Return where a list stands, as a formula names it."""
        from openpyxl.utils import get_column_letter

        if words not in self._places:
            place = len(self._places) + 1
            for line, word in enumerate(words, 1):
                put(self._paper, line, place, word, TEXT)
            letter = get_column_letter(place)
            self._places[words] = f"{at.WORDS}!${letter}$1:${letter}${len(words)}"
        return self._places[words]


def choose_from(paper: "Worksheet", cells: Mapping[str, Iterable[str]]) -> None:
    """Let cells choose from lists, and take nothing else."""
    from openpyxl.worksheet.datavalidation import DataValidation

    for place, users in cells.items():
        rule = DataValidation(type="list", formula1=place, allow_blank=True)
        rule.error, rule.errorTitle = (
            "Choose one of the list, or leave it empty.",
            "Not in the list",
        )
        rule.showErrorMessage = True
        for cell in users:
            rule.add(cell)
        paper.add_data_validation(rule)


def put(paper: "Worksheet", line: int, place: int, text: str, style: str) -> None:
    """Write a text into a cell, as text whatever it begins with."""
    cell = paper.cell(line, place)
    if text:
        cell.value = clean(text)
        cell.data_type = "s"
    cell.style = style


def fit_row(paper: "Worksheet", line: int, said: Sequence[tuple[str, float]]) -> None:
    """Make a row as high as its longest text needs; each text has the width of its column."""
    lines = max(
        sum(ceil(columns(part) / (width * _CLOSE)) or 1 for part in text.split("\n"))
        for text, width in said
    )
    paper.row_dimensions[line].height = lines * _ROW + _AROUND


def lock(paper: "Worksheet", heads: Sequence[str]) -> None:
    """Set the columns' widths, hide the last, and lock all but what is filled in.

    Columns and rows may still be made wider by whoever needs larger letters.
    """
    from openpyxl.utils import get_column_letter

    for place, head in enumerate(heads, 1):
        paper.column_dimensions[get_column_letter(place)].width = WIDTHS[head]
    paper.column_dimensions[get_column_letter(len(heads) + 1)].hidden = True
    paper.protection.sheet = True
    paper.protection.formatColumns = paper.protection.formatRows = False


def stand_out(paper: "Worksheet", line: int, reach: int, answer: str) -> None:
    """Let the first cells of a line stand out once the cell ``answer`` holds a low one: 0 or 1."""
    from openpyxl.formatting.rule import Rule
    from openpyxl.styles import Font, PatternFill
    from openpyxl.styles.differential import DifferentialStyle
    from openpyxl.utils import get_column_letter

    low = " + ".join(f'(LEFT(${answer},1)="{code}")' for code in "01")
    look = DifferentialStyle(font=Font(b=True), fill=PatternFill(bgColor=_NOTICE))
    rule = Rule(type="expression", formula=[low], dxf=look)
    paper.conditional_formatting.add(f"A{line}:{get_column_letter(reach)}{line}", rule)


def set_up_print(paper: "Worksheet") -> None:
    """Let the sheet print on A4, across, its heads on each page."""
    from openpyxl.worksheet.properties import PageSetupProperties

    paper.page_setup.orientation, paper.page_setup.paperSize = "landscape", _A4
    paper.page_setup.fitToWidth, paper.page_setup.fitToHeight = 1, 0
    paper.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def add_styles(book: "Workbook") -> None:
    """Add the styles of a form to a workbook."""
    from openpyxl.styles import Alignment, Border, NamedStyle, PatternFill, Protection, Side

    side = Side(style="thin", color=_LINE)
    line, box = Border(bottom=side), Border(left=side, right=side, top=side, bottom=side)
    looks = (
        (TEXT, make_font(), None, line),
        (HEAD, make_font(strong=True), _SHADE, box),
        (BAND, make_font(strong=True), _SHADE, line),
        (FIRST, make_font(strong=True), _NOTICE, line),
        (TITLE, make_font(strong=True, size=_LARGE), None, Border()),
        (FILL_IN, make_font(), _WHITE, box),
    )
    for name, font, fill, border in looks:
        style = NamedStyle(name, font=font, border=border, number_format="@")
        style.alignment = Alignment(horizontal="left", vertical="top", wrap_text=True)
        style.protection = Protection(locked=name != FILL_IN)
        if fill:
            style.fill = PatternFill("solid", fgColor=fill)
        book.add_named_style(style)
