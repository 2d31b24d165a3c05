"""Writes a page as text for a terminal or a file, laid out by Rich at a given width."""

import io
from collections.abc import Iterator
from functools import singledispatch

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule as Line
from rich.table import Table as Grid
from rich.text import Text as Styled

from ipsskills.pages.document import (
    SIGN_HERE,
    Block,
    Book,
    Bullets,
    Cell,
    Commands,
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
from ipsskills.pages.writers.fitting import GAP, INDENT, WIDEST_NAME, find_widest, fit_block
from ipsskills.pages.writers.formats import Material

_LEVELS_AT_THE_EDGE = 2


def write(material: Material) -> bytes:
    """Return the material's page or book as a file."""
    return to_text(material.page).encode()


def to_text(page: Page | Book, width: int = 80) -> str:
    """Return a page or a book as plain text at most ``width`` columns wide.

    A page that may take so many lines is the fullest of its versions that does, or the briefest.
    """
    if isinstance(page, Book):
        page = _page_of(page)
    texts = (_lay_out(each, width) for each in (page, *page.briefer))
    text = next(texts)
    for briefer in texts:
        if text.count("\n") <= page.lines:
            break
        text = briefer
    return text


def print_page(page: Page | Book, console: Console) -> None:
    """Write a page or a book on a Rich console; nothing in it is read as markup."""
    if isinstance(page, Book):
        page = _page_of(page)
    for each in (page, *page.briefer):
        if _lay_out(each, console.width).count("\n") <= page.lines:
            break
    _print(each, console)


def _lay_out(page: Page, width: int) -> str:
    """Return one version of a page as plain text."""
    out = io.StringIO()
    _print(page, Console(file=out, width=width, color_system=None, highlight=False, emoji=False))
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _print(page: Page, console: Console) -> None:
    """Write one version of a page, as one whole: Rich takes its time over each thing it prints."""
    blocks = (piece for each in page.blocks for piece in _pieces(fit_block(each, console.width)))
    lead = (Styled(line) for line in page.lead)
    console.print(Group(Styled(page.title, style="bold"), *lead, *blocks))


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
def _pieces(block: object) -> Iterator[RenderableType]:
    raise TypeError(f"no way to write {type(block).__name__} as text")


@_pieces.register
def _(block: Heading) -> Iterator[RenderableType]:
    capitals = block.level == 1 and not block.sentence
    indent = "  " if block.level > _LEVELS_AT_THE_EDGE else ""
    heading = Styled(f"\n{indent}{block.text.upper() if capitals else block.text}", style="bold")
    if block.note:
        heading.append(f"   {block.note}", style="not bold dim")
    yield heading


@_pieces.register
def _(block: Text) -> Iterator[RenderableType]:
    text = Styled(block.text, style="bold" if block.strong else "")
    if block.label:
        text = Styled.assemble((f"{block.label} ", "bold"), block.text)
    yield Padding(text, (0, 0, 0, INDENT))


@_pieces.register
def _(block: Bullets) -> Iterator[RenderableType]:
    plain = "[x]" if block.ticked else "-"
    grid = _grid(3 if block.numbered else len(plain))
    for number, item in enumerate(block.items, 1):
        grid.add_row(Styled(f"{number}." if block.numbered else plain), Styled(item))
    yield Padding(grid, (0, 0, 0, INDENT))


@_pieces.register
def _(block: Entries) -> Iterator[RenderableType]:
    keys, names = (find_widest(block.rows, place) for place in (0, 1))
    grid = _grid(*([keys] if keys else []), min(names, WIDEST_NAME))
    for key, name, said in block.rows:
        grid.add_row(*([Styled(key)] if keys else []), Styled(name), Styled(said))
    yield Padding(grid, (0, 0, 0, INDENT))


@_pieces.register
def _(block: Table) -> Iterator[RenderableType]:
    if block.caption:
        yield Padding(Styled(block.caption, style="bold"), (0, 0, 0, INDENT))
    grid = Grid(box=None, show_edge=False, pad_edge=False, padding=(0, GAP, 0, 0))
    for place, column in enumerate(block.columns):
        style = "bold" if block.row_heads and place == 0 else ""
        grid.add_column(Styled(column), ratio=2 if place == 0 else 1, overflow="fold", style=style)
    for row in block.rows:
        grid.add_row(*(_cell(cell) for cell in row))
    yield Padding(grid, (0, 0, 0, INDENT))


@_pieces.register
def _(block: Figure) -> Iterator[RenderableType]:
    if block.caption:
        yield Padding(Styled(block.caption, style="bold"), (0, 0, 0, INDENT))
    yield Padding(Styled(block.alternative), (0, 0, 0, INDENT))


def _cell(cell: Cell) -> Styled:
    if isinstance(cell, Phrase):
        return Styled.assemble(f"{cell.text} " if cell.text else "", (cell.strong, "bold"))
    return Styled(cell)


@_pieces.register
def _(block: Commands) -> Iterator[RenderableType]:
    rows = [(str(command), what) for command, what in block.rows]
    grid = _grid(find_widest(rows, 0))
    for command, what in rows:
        grid.add_row(Styled(command, style="bold"), Styled(what))
    yield Padding(grid, (0, 0, 0, INDENT))


@_pieces.register
def _(block: Point) -> Iterator[RenderableType]:
    head = Grid.grid(padding=(0, GAP, 0, 0), expand=True)
    head.add_column(width=1)
    head.add_column(ratio=1, overflow="fold")
    head.add_column(justify="right", no_wrap=True)
    beside = Styled(f"{block.minutes} min" if block.minutes else "", style="dim")
    head.add_row(str(block.number), Styled(block.text, style="bold"), beside)
    yield head
    for line in block.lines:
        mark = ("[x]" if line.done else "[ ]") if isinstance(line, Tick) else "-"
        grid = _grid(len(mark), gap=1)
        grid.add_row(Styled(mark), Styled(line.text if isinstance(line, Tick) else line))
        yield Padding(grid, (0, 0, 0, 3))


@_pieces.register
def _(block: Signatures) -> Iterator[RenderableType]:
    signed = [f"{name} {SIGN_HERE}" for name in block.names]
    yield Padding(Styled("   ".join(signed)), (0, 0, 0, INDENT))
    if block.note:
        yield Padding(Styled(block.note), (0, 0, 0, INDENT))


@_pieces.register
def _(_: Rule) -> Iterator[RenderableType]:
    yield Line(style="dim", characters="-")


@_pieces.register
def _(_: PageBreak) -> Iterator[RenderableType]:
    yield Line(style="dim", characters="=")


def _grid(*widths: int, gap: int = GAP) -> Grid:
    """Return a borderless table: fixed columns, then one that takes what is left."""
    grid = Grid.grid(padding=(0, gap, 0, 0))
    for width in widths:
        grid.add_column(width=width, overflow="fold")
    grid.add_column(ratio=1, overflow="fold")
    return grid
