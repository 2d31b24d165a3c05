"""Writes a page or a book as a DOCX file with real styles, so that a service can edit it.

What is to be filled in is in `office/word_blanks.py`, tables in `office/word_tables.py`, and how
everything looks in `pages/templates/word/styles.xml`.
"""

from collections.abc import Sequence
from functools import singledispatch
from typing import TYPE_CHECKING

from ipsskills.pages.document import (
    BlankBoxes,
    BlankFields,
    BlankLines,
    BlankTable,
    Block,
    Book,
    Bullets,
    Commands,
    Drawing,
    Entries,
    Figure,
    Heading,
    PageBreak,
    Point,
    Rule,
    Signatures,
    Table,
    Text,
    Tick,
    lower,
)
from ipsskills.pages.words import columns
from ipsskills.pages.writers.formats import Material
from ipsskills.pages.writers.keeping import pair_kept
from ipsskills.pages.writers.office import word_blanks, word_book, word_figures, word_tables
from ipsskills.pages.writers.office.manuscript import (
    BREAK,
    DONE,
    NOT_DONE,
    TAB,
    Manuscript,
    Span,
    hang,
    keep_together,
    put_in_list,
    set_tabs,
)
from ipsskills.pages.writers.office.word_running import write_head_and_foot

if TYPE_CHECKING:
    from docx.oxml.text.paragraph import CT_P

_TO_FILL_IN = (BlankFields, BlankLines, BlankBoxes, BlankTable, Signatures)
_LETTER = 118  # twentieths of a point that a letter of an entry takes, rather too many than too few
_AFTER_KEY, _AFTER_NAME = 170, 230
_WIDEST_KEY, _WIDEST_NAME = 30, 27


def write(material: Material) -> bytes:
    """Return the material's page or book as a file."""
    page = material.page
    paper = Manuscript(page.title, material.on)
    write_head_and_foot(paper, material)
    paper.add("Title", page.title)
    _write_lead(paper, page.lead)
    if isinstance(page, Book):
        _write_chapters(paper, page)
    else:
        if any(isinstance(block, _TO_FILL_IN) for block in page.blocks):
            paper.make_room()
        _write_blocks(paper, page.blocks)
    return paper.save()


def _write_lead(paper: Manuscript, lead: Sequence[str]) -> None:
    for line in lead:
        paper.add("Lead", line)
    paper.end_group()


def _write_chapters(paper: Manuscript, book: Book) -> None:
    """Write the contents, and each chapter on a sheet of its own, its headings a level lower."""
    word_book.write_contents(paper, [chapter.title for _, chapter in book.chapters])
    for place, (_, chapter) in enumerate(book.chapters):
        paper.break_page()
        word_book.mark_chapter(paper.add("Heading1", chapter.title), place)
        _write_lead(paper, chapter.lead)
        _write_blocks(paper, [lower(block) for block in chapter.blocks])


def _write_blocks(paper: Manuscript, blocks: Sequence[Block]) -> None:
    paper.entry_places = _place_entries(blocks)
    paper.column_widths = word_tables.share_columns(blocks)
    for block, kept in pair_kept(blocks):
        _write(block, paper)
        if kept:
            paper.keep_last_with_next()


@singledispatch
def _write(block: object, _paper: Manuscript) -> None:
    raise TypeError(f"no way to write {type(block).__name__} as DOCX")


@_write.register
def _(block: Heading, paper: Manuscript) -> None:
    note: list[Span] = [" ", (f"\N{EN DASH} {block.note}", "Note")] if block.note else []
    paper.add(f"Heading{block.level}", block.text, *note)


@_write.register
def _(block: Text, paper: Manuscript) -> None:
    if block.label:
        paper.add("Normal", (block.label, "Strong"), " ", block.text)
    else:
        paper.add("Normal", (block.text, "Strong") if block.strong else block.text)


@_write.register
def _(block: Bullets, paper: Manuscript) -> None:
    number = paper.begin_list() if block.numbered else 0
    for item in block.items:
        if block.numbered:
            put_in_list(paper.add("ListNumber", item), number)
        elif block.ticked:
            _tick(paper, Tick(done=True, text=item))
        else:
            paper.add("ListBullet", item)
    paper.end_group()


@_write.register
def _(block: Entries, paper: Manuscript) -> None:
    """Write each row with what is said beside the name, or below a name that is long."""
    places = paper.entry_places[bool(_widest([block], 0))]
    written = [_write_entry(paper, row, *places) for row in block.rows]
    keep_together(written)
    paper.end_group()


def _place_entries(blocks: Sequence[Block]) -> dict[bool, tuple[int, int]]:
    """Return where names begin and what is said of them, on the whole page alike.

    For rows with keys (True) and without; a name so long that it takes a line alone does not count.
    """
    places = {}
    for keyed in (True, False):
        held = [b for b in blocks if isinstance(b, Entries) and bool(_widest([b], 0)) is keyed]
        keys, names = (_widest(held, place, most) for place, most in ((0, 99), (1, _WIDEST_NAME)))
        name_at = min(keys, _WIDEST_KEY) * _LETTER + _AFTER_KEY if keyed else 0
        places[keyed] = name_at, name_at + (names * _LETTER + _AFTER_NAME if names else 0)
    return places


def _widest(blocks: Sequence[Entries], place: int, most: int = 99) -> int:
    """Return how wide the widest cell in a place is, of those that are not wider than that."""
    widths = (columns(row[place]) for block in blocks for row in block.rows)
    return max((width for width in widths if width <= most), default=0)


def _write_entry(
    paper: Manuscript, row: tuple[str, str, str], name_at: int, said_at: int
) -> "CT_P":
    key, name, said = row
    runs: list[Span] = [(key, "Key"), TAB] if name_at else []
    runs.append((name, "Strong"))
    if said and said_at > name_at:
        runs.append(TAB if columns(name) <= _WIDEST_NAME else BREAK)
    paragraph = paper.add("Entry", *runs, said)
    set_tabs(paragraph, [(place, "none") for place in sorted({name_at, said_at} - {0})])
    hang(paragraph, said_at)
    return paragraph


@_write.register
def _(block: Table, paper: Manuscript) -> None:
    word_tables.write_table(paper, block)


@_write.register
def _(block: Figure, paper: Manuscript) -> None:
    word_figures.write_figure(paper, block)


@_write.register
def _(block: Drawing, paper: Manuscript) -> None:
    word_figures.write_drawing(paper, block)


@_write.register
def _(block: Commands, paper: Manuscript) -> None:
    for command, what in block.rows:
        paper.add("ListBullet", (str(command), "Code"), f": {what}")
    paper.end_group()


@_write.register
def _(block: Point, paper: Manuscript) -> None:
    minutes: list[Span] = [TAB, (f"{block.minutes} min", "Note")] if block.minutes else []
    paper.add("Point", str(block.number), TAB, block.text, *minutes)
    for line in block.lines:
        if isinstance(line, Tick):
            _tick(paper, line)
        else:
            paper.add("ListBullet", line)
    paper.end_group()


def _tick(paper: Manuscript, tick: Tick) -> None:
    paper.add("ListTick", DONE if tick.done else NOT_DONE, TAB, tick.text)


@_write.register
def _(block: Signatures, paper: Manuscript) -> None:
    word_blanks.write_signatures(paper, block)


@_write.register
def _(block: BlankFields, paper: Manuscript) -> None:
    word_blanks.write_fields(paper, "FillIn", block.labels)


@_write.register
def _(block: BlankLines, paper: Manuscript) -> None:
    word_blanks.write_lines(paper, block)


@_write.register
def _(block: BlankBoxes, paper: Manuscript) -> None:
    word_blanks.write_boxes(paper, block)


@_write.register
def _(block: BlankTable, paper: Manuscript) -> None:
    word_blanks.write_blank_table(paper, block)


@_write.register
def _(_: Rule, paper: Manuscript) -> None:
    paper.add("Rule")


@_write.register
def _(_: PageBreak, paper: Manuscript) -> None:
    paper.break_page()
