"""Writes a page as lines of text, at a given width, for a file or for Rich to show on a terminal.

Each block is turned into lines straight away: laying a page out by nested Rich tables took longer
than everything that the page says.
"""

from collections.abc import Iterator
from functools import singledispatch
from typing import TYPE_CHECKING

from ipsskills.pages.document import (
    SIGN_HERE,
    BlankBoxes,
    BlankFields,
    BlankLines,
    BlankTable,
    Block,
    Book,
    Bullets,
    Cell,
    Commands,
    Drawing,
    Entries,
    Figure,
    Heading,
    Page,
    PageBreak,
    Phrase,
    Point,
    Rule,
    Signatures,
    Table,
    Text,
    Tick,
    lower,
)
from ipsskills.pages.words import columns
from ipsskills.pages.writers.blank import ask_for, draw_lines, draw_side_by_side, draw_table
from ipsskills.pages.writers.fitting import (
    GAP,
    INDENT,
    WIDEST_NAME,
    find_widest,
    fit_block,
    share_width,
)
from ipsskills.pages.writers.formats import Material
from ipsskills.pages.writers.lines import hang_text, indent_text, put_beside, wrap_text
from ipsskills.pages.writers.running import write_foot
from ipsskills.pages.writers.styled import Styled

if TYPE_CHECKING:
    from rich.console import Console

_LEVELS_AT_THE_EDGE = 2
_IN_A_POINT = 3
_BEFORE_NOTE = 3


def write(material: Material) -> bytes:
    """Return the material's page or book as a file."""
    foot = write_foot(material)
    return (to_text(material.page) + (f"\n{foot}\n" if foot else "")).encode()


def to_text(page: Page | Book, width: int = 80) -> str:
    """Return a page or a book as plain text at most ``width`` columns wide.

    A page that may take so many lines is the fullest of its versions that does, or the briefest.
    """
    return "".join(f"{line.plain.rstrip()}\n" for line in lay_out(page, width))


def print_page(page: Page | Book, console: "Console") -> None:
    """Write a page or a book on a Rich console; nothing in it is read as markup."""
    from rich.text import Text as Rich

    lines = (Rich.assemble(*line.pieces) for line in lay_out(page, console.width))
    console.print(Rich("\n").join(lines), soft_wrap=True)


def lay_out(page: Page | Book, width: int) -> list[Styled]:
    """Return the lines of the fullest version of a page that fits, each at most so wide."""
    whole = _page_of(page) if isinstance(page, Book) else page
    lines: list[Styled] = []
    for version in (whole, *whole.briefer):
        lines = list(_lines_of_page(version, width))
        if len(lines) <= whole.lines:
            break
    return lines


def _lines_of_page(page: Page, width: int) -> Iterator[Styled]:
    """Yield the lines of one version of a page."""
    for head in (Styled(page.title, "bold"), *map(Styled, page.lead)):
        yield from wrap_text(head, width)
    before: Block | None = None
    alike = _find_alike(page)
    for block in page.blocks:
        if isinstance(block, Table):
            lines = _lines_of_table(block, alike[block.columns], width)
        else:
            lines = _lines(fit_block(block, width), width)
        first = next(lines, None)
        if first is not None and (first.plain or not isinstance(before, Rule)):
            yield first  # an empty line after a rule: that sets a block off already
        yield from lines
        before = block


def _page_of(book: Book) -> Page:
    """Return a book as one long page: its contents, then chapter by chapter, a level lower."""
    blocks: list[Block] = [
        Heading("Contents"),
        Bullets(tuple(chapter.title for _, chapter in book.chapters)),
    ]
    for _, chapter in book.chapters:
        blocks += [PageBreak(), Heading(chapter.title), *map(Text, chapter.lead)]
        blocks += [lower(block) for block in chapter.blocks]
    return Page(book.title, book.lead, tuple(blocks))


@singledispatch
def _lines(block: object, _width: int) -> Iterator[Styled]:
    raise TypeError(f"no way to write {type(block).__name__} as text")


@_lines.register
def _(block: Heading, width: int) -> Iterator[Styled]:
    capitals = block.level == 1 and not block.sentence
    indent = "  " if block.level > _LEVELS_AT_THE_EDGE else ""
    heading = Styled(f"{indent}{block.text.upper() if capitals else block.text}", "bold")
    yield Styled()
    note = Styled(block.note, "dim")
    if block.note and heading.columns + _BEFORE_NOTE + note.columns > width:
        yield from wrap_text(heading, width)
        yield from indent_text(note, width)
        return
    if block.note:
        heading += Styled(" " * _BEFORE_NOTE) + note
    yield from wrap_text(heading, width)


@_lines.register
def _(block: Text, width: int) -> Iterator[Styled]:
    text = Styled(block.text, "bold" if block.strong else "")
    if block.label:
        text = Styled(f"{block.label} ", "bold") + Styled(block.text)
    yield from indent_text(text, width)


@_lines.register
def _(block: Bullets, width: int) -> Iterator[Styled]:
    plain = "[x]" if block.ticked else "-"
    for number, item in enumerate(block.items, 1):
        mark = f"{number}." if block.numbered else plain
        yield from hang_text([(mark, 3 if block.numbered else len(plain))], Styled(item), width)


@_lines.register
def _(block: Entries, width: int) -> Iterator[Styled]:
    keys, names = (find_widest(block.rows, place) for place in (0, 1))
    for key, name, said in block.rows:
        before = [(key, keys)] if keys else []
        yield from hang_text([*before, (name, min(names, WIDEST_NAME))], Styled(said), width)


def _find_alike(page: Page) -> dict[tuple[str, ...], list[int]]:
    """Return how wide each column of a page's tables is at most, by the heads of the columns.

    Tables with the same heads are as one that is cut in pieces: their columns stand in line.
    """
    found: dict[tuple[str, ...], list[int]] = {}
    for block in page.blocks:
        if isinstance(block, Table):
            wide = _find_widest_cells(block)
            before = found.get(block.columns, wide)
            found[block.columns] = [max(pair) for pair in zip(before, wide, strict=True)]
    return found


def _find_widest_cells(block: Table) -> list[int]:
    rows = [block.columns, *block.rows]
    return [max(_cell(cell).columns for cell in column) for column in zip(*rows, strict=True)]


@_lines.register
def _(block: Table, width: int) -> Iterator[Styled]:
    yield from _lines_of_table(block, _find_widest_cells(block), width)


def _lines_of_table(block: Table, widest: list[int], width: int) -> Iterator[Styled]:
    """Yield the lines of a table whose columns take so much room, as far as there is any."""
    if block.caption:
        yield from indent_text(Styled(block.caption, "bold"), width)
    rows = [[Styled(head, "bold") for head in block.columns]]
    rows += [[_cell(cell) for cell in row] for row in block.rows]
    for row in rows[1:] if block.row_heads else ():
        row[0] = row[0].embolden()
    widths = share_width(widest, width - INDENT - GAP * (len(widest) - 1))
    for row in rows:
        before = list(zip(row[:-1], widths[:-1], strict=True))
        yield from put_beside(before, row[-1], widths[-1], INDENT, GAP)


@_lines.register
def _(block: Figure, width: int) -> Iterator[Styled]:
    if block.caption:
        yield from indent_text(Styled(block.caption, "bold"), width)
    yield from indent_text(Styled(block.alternative), width)


@_lines.register
def _(block: Drawing, width: int) -> Iterator[Styled]:
    if max(map(columns, block.lines), default=0) <= width:
        yield Styled("")
        yield from map(Styled, block.lines)


def _cell(cell: Cell) -> Styled:
    if isinstance(cell, Phrase):
        return Styled(f"{cell.text} " if cell.text else "") + Styled(cell.strong, "bold")
    return Styled(f"{_box(cell)} {cell.text}" if isinstance(cell, Tick) else cell)


def _box(tick: Tick) -> str:
    return "[x]" if tick.done else "[ ]"


@_lines.register
def _(block: Commands, width: int) -> Iterator[Styled]:
    rows = [(str(command), what) for command, what in block.rows]
    widest = find_widest(rows, 0)
    for command, what in rows:
        yield from hang_text([(Styled(command, "bold"), widest)], Styled(what), width)


@_lines.register
def _(block: Point, width: int) -> Iterator[Styled]:
    yield from _head_of_point(block, width)
    for line in block.lines:
        mark = _box(line) if isinstance(line, Tick) else "-"
        said = Styled(line.text if isinstance(line, Tick) else line)
        yield from hang_text([(mark, len(mark))], said, width, indent=_IN_A_POINT, gap=1)


def _head_of_point(block: Point, width: int) -> Iterator[Styled]:
    """Yield the number, the words and, at the right edge of their first line, the minutes."""
    minutes = f"{block.minutes} min" if block.minutes else ""
    room = width - GAP - len(minutes)
    text = Styled(block.text, "bold")
    number = str(block.number)
    for place, line in enumerate(hang_text([(number, len(number))], text, room, indent=0)):
        if minutes and place == 0:
            yield line.pad(room + GAP) + Styled(minutes, "dim")
        else:
            yield line


@_lines.register
def _(block: Signatures, width: int) -> Iterator[Styled]:
    signed = [f"{name} {SIGN_HERE}" for name in block.names]
    yield from indent_text(Styled("   ".join(signed)), width)
    if block.note:
        yield from indent_text(Styled(block.note), width)


@_lines.register
def _(block: BlankFields, width: int) -> Iterator[Styled]:
    yield Styled()
    yield from draw_side_by_side([f"{label} {SIGN_HERE}" for label in block.labels], width)


@_lines.register
def _(block: BlankLines, width: int) -> Iterator[Styled]:
    yield from ask_for(block.text, block.hint, width)
    yield from draw_lines(block.lines, width)


@_lines.register
def _(block: BlankBoxes, width: int) -> Iterator[Styled]:
    yield from ask_for(block.text, block.hint, width)
    yield from draw_side_by_side([f"[ ] {choice}" for choice in block.choices], width)


@_lines.register
def _(block: BlankTable, width: int) -> Iterator[Styled]:
    yield from ask_for(block.text, block.hint, width)
    yield from draw_table(block, width)


@_lines.register
def _(_: Rule, width: int) -> Iterator[Styled]:
    yield Styled("-" * width, "dim")


@_lines.register
def _(_: PageBreak, width: int) -> Iterator[Styled]:
    yield Styled("=" * width, "dim")
