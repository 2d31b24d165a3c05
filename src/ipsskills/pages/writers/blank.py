"""Draws what is to be written on as lines of text: underscores, with room above them for a hand."""

from collections.abc import Iterator, Sequence

from ipsskills.pages.document import BlankTable
from ipsskills.pages.words import columns
from ipsskills.pages.writers.fitting import GAP, INDENT
from ipsskills.pages.writers.lines import indent_text, put_beside
from ipsskills.pages.writers.styled import Styled

WHOLE = 76  # a page of 80 columns, without its margins
_LEAST = 13  # columns in which a hand can write a date
_WIDEST_HEAD, _WIDEST_ROW_HEAD = 22, 28
_BETWEEN = "   "


def ask_for(text: str, hint: str, width: int) -> Iterator[Styled]:
    """Yield what is asked, with an empty line above it and the hint behind it."""
    yield Styled()
    if text or hint:
        asked = Styled(text, "bold") + Styled(" " if text and hint else "") + Styled(hint, "dim")
        yield from indent_text(asked, width)


def draw_lines(count: int, width: int) -> Iterator[Styled]:
    """Yield so many lines to write on, each with an empty one above it."""
    for _ in range(count):
        yield Styled()
        yield Styled(" " * INDENT + "_" * max(width - INDENT, 1))


def draw_side_by_side(parts: Sequence[str], width: int) -> Iterator[Styled]:
    """Yield parts side by side, as many in a line as fit; none is broken unless it has to be."""
    line = ""
    for part in parts:
        longer = f"{line}{_BETWEEN}{part}" if line else part
        if line and columns(longer) > width - INDENT:
            yield from indent_text(Styled(line), width)
            longer = part
        line = longer
    yield from indent_text(Styled(line), width)


def draw_table(block: BlankTable, width: int) -> Iterator[Styled]:
    """Yield the heads of the columns, and under each a line to write on in every row."""
    widths = share_columns(block, width - INDENT - GAP * (len(block.columns) - 1))
    yield from _draw_row([Styled(head, "bold") for head in block.columns], widths)
    lines = [Styled("_" * wide) for wide in widths]
    for head in block.heads:
        yield Styled()
        if block.row_lines == 1:
            yield from _draw_row([Styled(head) if head else lines[0], *lines[1:]], widths)
            continue
        yield from _draw_row([Styled(head), *[Styled()] * len(lines[1:])], widths)
        yield from [Styled()] * (2 * block.row_lines - 3)
        yield from _draw_row([Styled() if head else lines[0], *lines[1:]], widths)


def share_columns(block: BlankTable, room: int = WHOLE) -> list[int]:
    """Return how wide each column is in so much room, in columns of letters.

    Heads of rows have what they need, within bounds; the rest is shared by how long the heads of
    the other columns are, within bounds too. A table that says how is shared as it says.
    """
    longest = max(map(columns, (*block.heads, block.columns[0])), default=0)
    weights = [max(_LEAST, min(columns(head), _WIDEST_HEAD)) for head in block.columns]
    fixed = [min(longest + 1, _WIDEST_ROW_HEAD, room // 2)] if any(block.heads) else []
    fixed = [] if block.shares else fixed
    shared = [*block.shares] or weights[len(fixed) :]
    left = room - sum(fixed)
    widths = [left * weight // sum(shared) for weight in shared]
    if widths:
        widths[-1] += left - sum(widths)
    return fixed + widths


def _draw_row(cells: Sequence[Styled], widths: Sequence[int]) -> Iterator[Styled]:
    before = list(zip(cells[:-1], widths[:-1], strict=True))
    yield from put_beside(before, cells[-1], widths[-1], INDENT, GAP)
