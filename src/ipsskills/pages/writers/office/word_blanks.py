"""What is to be filled in, in DOCX: by hand on paper, or by typing over the lines on a screen."""

from collections.abc import Sequence

from ipsskills.pages.document import BlankBoxes, BlankLines, BlankTable, Signatures
from ipsskills.pages.words import columns
from ipsskills.pages.writers.blank import WHOLE, share_columns
from ipsskills.pages.writers.office.manuscript import (
    BREAK,
    NOT_DONE,
    TAB,
    TEXT_WIDTH,
    Leader,
    Manuscript,
    Span,
    set_tabs,
)
from ipsskills.pages.writers.office.word_tables import begin_table, fill_row, set_look

_LETTER = 112  # twentieths of a point that a letter takes, rather too many than too few
_DATE_BY_HAND, _SIGNED_BY_HAND = 1361, 2835  # what a hand needs: 24 and 50 mm
_BETWEEN = 284
_LINE = 408  # what a line written by hand takes: 7.2 mm
_MOST_IN_A_ROW, _LONGEST_CHOICE = 4, 60


def write_signatures(paper: Manuscript, block: Signatures) -> None:
    """Write a line to sign on behind each name, and what stands after them."""
    write_fields(paper, "SignHere", block.names, _SIGNED_BY_HAND)
    if block.note:
        paper.add("Normal", block.note)


def write_fields(
    paper: Manuscript, style: str, labels: Sequence[str], hand: int = _DATE_BY_HAND
) -> None:
    """Write labels side by side, each with a line behind it on which a hand has so much room."""
    rows: list[list[str]] = []
    for label in labels:
        if rows and _need([*rows[-1], label], hand) <= TEXT_WIDTH:
            rows[-1].append(label)
        else:
            rows.append([label])
    for row in rows:
        more = max(TEXT_WIDTH - _need(row, hand), 0) // len(row)
        runs: list[Span] = []
        stops: list[tuple[int, Leader]] = []
        begin = 0
        for label in row:
            runs += [*([TAB] if runs else []), f"{label} ", TAB]
            stops += [(begin, "none")] if begin else []
            end = begin + columns(label) * _LETTER + hand + more
            stops.append((min(end, TEXT_WIDTH), "underscore"))
            begin = end + _BETWEEN
        set_tabs(paper.add(style, *runs), stops)


def _need(labels: Sequence[str], hand: int) -> int:
    """Return how much of a line labels need side by side, with room for a hand behind each."""
    return sum(columns(label) * _LETTER + hand for label in labels) + _BETWEEN * (len(labels) - 1)


def write_lines(paper: Manuscript, block: BlankLines) -> None:
    """Write what is asked, and empty paragraphs that each stand on a line."""
    _ask(paper, block)
    for place in range(block.lines):
        line = paper.add("WriteHere")
        line.get_or_add_pPr().keepNext_val = place + 1 < block.lines


def write_boxes(paper: Manuscript, block: BlankBoxes) -> None:
    """Write choices with a box each: in columns, or below one another where they are long."""
    _ask(paper, block)
    longest = max(map(columns, block.choices), default=0)
    if longest > _LONGEST_CHOICE:
        for choice in block.choices:
            paper.add("ListTick", NOT_DONE, TAB, choice)
        return
    fit = TEXT_WIDTH // ((longest + 3) * _LETTER + _BETWEEN)
    rows = -(-len(block.choices) // max(1, min(_MOST_IN_A_ROW, fit)))
    beside = -(-len(block.choices) // rows) if rows else 1
    runs: list[Span] = []
    for place, choice in enumerate(block.choices):
        before = [] if not place else [TAB] if place % beside else [BREAK]
        runs += [*before, NOT_DONE, f" {choice}"]
    paragraph = paper.add("Choices", *runs)
    set_tabs(paragraph, [(n * TEXT_WIDTH // beside, "none") for n in range(1, beside)])


def write_blank_table(paper: Manuscript, block: BlankTable) -> None:
    """Write a table whose rows are high enough for a hand."""
    from docx.enum.table import WD_ROW_HEIGHT_RULE
    from docx.shared import Twips

    _ask(paper, block)
    widths = [TEXT_WIDTH * wide // WHOLE for wide in share_columns(block)]
    widths[-1] += TEXT_WIDTH - sum(widths)
    table = begin_table(paper, "TableToWriteOn", 1 + len(block.heads), widths)
    set_look(table, block.text, row_heads=any(block.heads))
    fill_row(paper, table.tr_lst[0], [[head] for head in block.columns])
    for row, head in zip(table.tr_lst[1:], block.heads, strict=True):
        row.trHeight_val = Twips(_LINE * block.row_lines)
        row.trHeight_hRule = WD_ROW_HEIGHT_RULE.AT_LEAST
        fill_row(paper, row, [[head], *[[] for _ in block.columns[1:]]])
    paper.add("AfterTable")


def _ask(paper: Manuscript, block: BlankLines | BlankBoxes | BlankTable) -> None:
    """Write what is asked, strong, and the hint behind it."""
    if block.text or block.hint:
        between = "  " if block.text and block.hint else ""
        paper.add("Question", (block.text, "Strong"), between, (block.hint, "Note"))
