"""What a page says, word by word in the order in which it is to be read."""

import re
from collections.abc import Iterator
from functools import singledispatch

from ipsskills.pages.document import (
    BlankBoxes,
    BlankFields,
    BlankLines,
    BlankTable,
    Book,
    Bullets,
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
)


def words_of(text: str) -> list[str]:
    """Return the words of a text; marks and how far apart they stand are none."""
    return re.findall(r"\w+", text)


def list_words(page: Page | Book) -> list[str]:
    """Return the words of a page or of a book, whose contents stand before its chapters."""
    told = [page.title, *page.lead]
    if isinstance(page, Book):
        told += ["Contents", *(chapter.title for _, chapter in page.chapters)]
        chapters = [chapter for _, chapter in page.chapters]
        return words_of(" ".join(told)) + [w for each in chapters for w in list_words(each)]
    return words_of(" ".join([*told, *(part for block in page.blocks for part in say(block))]))


@singledispatch
def say(block: object) -> Iterator[str]:
    """Yield what a block says, part by part."""
    raise TypeError(type(block))


@say.register
def _(block: Heading) -> Iterator[str]:
    yield from (block.text, block.note)


@say.register
def _(block: Text) -> Iterator[str]:
    yield from (block.label, block.text)


@say.register
def _(block: Bullets) -> Iterator[str]:
    for number, item in enumerate(block.items, 1):
        yield f"{number if block.numbered else ''} {item}"


@say.register
def _(block: Entries) -> Iterator[str]:
    for row in block.rows:
        yield from row


@say.register
def _(block: Table) -> Iterator[str]:
    yield from (block.caption, *block.columns)
    for row in block.rows:
        for cell in row:
            if isinstance(cell, Phrase):
                yield from (cell.text, cell.strong)
            else:
                yield cell.text if isinstance(cell, Tick) else cell


@say.register
def _(block: Figure) -> Iterator[str]:
    yield from (block.caption, block.alternative)


@say.register
def _(block: Point) -> Iterator[str]:
    yield from (str(block.number), block.text, f"{block.minutes} min" if block.minutes else "")
    for line in block.lines:
        yield line.text if isinstance(line, Tick) else line


@say.register
def _(block: Signatures) -> Iterator[str]:
    yield from (*block.names, block.note)


@say.register
def _(block: BlankFields) -> Iterator[str]:
    yield from block.labels


@say.register
def _(block: BlankLines) -> Iterator[str]:
    yield from (block.text, block.hint)


@say.register
def _(block: BlankBoxes) -> Iterator[str]:
    yield from (block.text, block.hint, *block.choices)


@say.register
def _(block: BlankTable) -> Iterator[str]:
    yield from (block.text, block.hint, *block.columns, *block.heads)


@say.register(Rule | PageBreak | Drawing)
def _(_: Rule | PageBreak | Drawing) -> Iterator[str]:
    yield from ()
