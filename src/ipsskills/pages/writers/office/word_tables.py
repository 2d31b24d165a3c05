"""Tables of a DOCX file: their head is repeated on each sheet, and no row is broken between two."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ipsskills.pages.document import Block, Cell, Phrase, Table, Tick
from ipsskills.pages.words import columns
from ipsskills.pages.writers.bound import split_unbound
from ipsskills.pages.writers.office.manuscript import (
    DONE,
    NOT_DONE,
    TEXT_WIDTH,
    Manuscript,
    Span,
    keep_together,
    make,
)
from ipsskills.pages.writers.office.packing import clean

if TYPE_CHECKING:
    from docx.oxml.table import CT_Row, CT_Tbl

_ROOM = 88  # letters of a table's text between the margins
_GAP = 3
_BOLD = "x"  # what strong letters take more of a line, for a head of a word or two
_LESS = 0.6  # how much less than twice as wide a column becomes that says twice as much
_LONG_WORD, _SHORT_TEXT = 16, 12


def write_table(paper: Manuscript, block: Table) -> None:
    """Write a table to read, with its caption above it."""
    if block.caption:
        paper.add("Caption", block.caption).get_or_add_pPr().keepNext_val = True
    rows = [[_spans(cell) for cell in row] for row in block.rows]
    widths = paper.column_widths[block.columns[1:]]
    table = begin_table(paper, "TableToRead", 1 + len(rows), widths)
    set_look(table, block.caption, row_heads=block.row_heads)
    fill_row(paper, table.tr_lst[0], [[head] for head in block.columns])
    for row, spans in zip(table.tr_lst[1:], rows, strict=True):
        fill_row(paper, row, spans)
    keep_together([row.tc_lst[0].p_lst[0] for row in table.tr_lst])
    paper.add("AfterTable")


def begin_table(paper: Manuscript, style: str, rows: int, widths: Sequence[int]) -> "CT_Tbl":
    """Return a new table of so many rows; widths are twentieths of a point."""
    from docx.oxml.table import CT_Tbl
    from docx.shared import Twips

    table = CT_Tbl.new_tbl(rows, len(widths), Twips(sum(widths)))
    table.tblPr.style, table.tblPr.autofit = style, False
    for column, width in zip(table.tblGrid.gridCol_lst, widths, strict=True):
        column.w = Twips(width)
    for place, row in enumerate(table.tr_lst):
        marks = row.get_or_add_trPr()
        marks.extend([make("w:cantSplit"), *([] if place else [make("w:tblHeader")])])
        for cell, width in zip(row.tc_lst, widths, strict=True):
            cell.width = Twips(width)
    paper.append(table)
    return table


def set_look(table: "CT_Tbl", caption: str, *, row_heads: bool) -> None:
    """Say which cells are heads, and what the table is called where it cannot be seen."""
    properties = table.tblPr
    for old in properties.xpath("w:tblLook"):
        properties.remove(old)
    heads = 0x20 + (0x80 if row_heads else 0)
    properties.append(
        make(
            "w:tblLook",
            val=f"{0x600 + heads:04X}",
            firstRow=1,
            lastRow=0,
            firstColumn=int(row_heads),
            lastColumn=0,
            noHBand=1,
            noVBand=1,
        )
    )
    if caption:
        properties.append(make("w:tblCaption", val=clean(caption)))


def fill_row(paper: Manuscript, row: "CT_Row", cells: Sequence[Sequence[Span]]) -> None:
    """Write texts into the cells of a row."""
    for cell, spans in zip(row.tc_lst, cells, strict=True):
        paragraph = cell.p_lst[0]
        paper.dress(paragraph, "TableText")
        paper.write(paragraph, spans)


def share_columns(blocks: Sequence[Block]) -> dict[tuple[str, ...], list[int]]:
    """Return how wide the columns of tables are, by all their heads but the first."""
    held: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for block in blocks:
        if isinstance(block, Table):
            texts = held.setdefault(block.columns[1:], [])
            texts.append(tuple(column + _BOLD for column in block.columns))
            texts += [tuple(_plain(cell) for cell in row) for row in block.rows]
    return {columns: _share_page(texts) for columns, texts in held.items()}


def _share_page(texts: Sequence[Sequence[str]]) -> list[int]:
    """Return how wide each column is, in twentieths of a point.

    Where all texts fit on a line the columns share the page by them. Else each has what its words
    need, and the rest goes to those that have more to say.
    """
    held = list(zip(*texts, strict=True))
    wanted = [max(map(columns, column)) + _GAP for column in held]
    room = max(_ROOM, len(held))
    if sum(wanted) > room:
        least = [min(_least(column), room // len(held)) for column in held]
        more = [max(want - few, 0) ** _LESS for want, few in zip(wanted, least, strict=True)]
        left = max(room - sum(least), 0)
        wanted = [
            few + round(left * much / sum(more)) for few, much in zip(least, more, strict=True)
        ]
    widths = [TEXT_WIDTH * want // sum(wanted) for want in wanted]
    widths[0] += TEXT_WIDTH - sum(widths)
    return widths


def _least(column: Sequence[str]) -> int:
    """Return the letters below which a column would break words, or short texts."""
    words = max((columns(word) for text in column for word in split_unbound(text)), default=0)
    short = max((columns(text) for text in column if columns(text) <= _SHORT_TEXT), default=0)
    return max(min(words, _LONG_WORD), short) + _GAP


def _spans(cell: Cell) -> list[Span]:
    if isinstance(cell, Tick):
        return [DONE if cell.done else NOT_DONE, f" {cell.text}" if cell.text else ""]
    if isinstance(cell, Phrase):
        return [f"{cell.text} " if cell.text else "", (cell.strong, "Strong")]
    return [cell]


def _plain(cell: Cell) -> str:
    return "".join(span if isinstance(span, str) else span[0] for span in _spans(cell))
