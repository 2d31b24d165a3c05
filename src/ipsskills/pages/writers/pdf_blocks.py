"""Turns a page or a book into the plain values that the template of a PDF is handed.

No heading skips a level, and none is empty: the standard allows neither.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any, get_args

from ipsskills.doing import Do
from ipsskills.pages.document import (
    BlankBoxes,
    BlankFields,
    BlankLines,
    BlankTable,
    Block,
    Book,
    Bullets,
    Cell,
    Drawing,
    Entries,
    Figure,
    Heading,
    OnScreenOnly,
    Page,
    Phrase,
    Point,
    Signatures,
    Table,
    Tick,
    lower,
)
from ipsskills.pages.writers.bound import split_unbound
from ipsskills.pages.writers.keeping import pair_kept

Described = dict[str, Any]

NAMELESS = "Without a title"
LONG = 1500  # letters that might not find room on one sheet
_KINDS = tuple(kind for kind in get_args(Block) if kind is not OnScreenOnly)
_TO_WRITE_ON = (BlankFields, BlankLines, BlankBoxes, BlankTable)
_IN_THE_MARGIN = (Bullets, Entries, Point)  # their marks and ids stand there
_SPACE = re.compile("[^\\S\n\u00a0\u202f]+")


def describe_paper(page: Page | Book) -> Described:
    """Return the values of a page or a book. Raises TypeError for a block it does not know.

    ``wide`` says whether it needs no margin for what stands there; ``to_use`` whether it may be set
    as close as can be: where it is to be written on or signed, or asks to fit by its ``lines``.
    """
    blocks = () if isinstance(page, Book) else page.blocks
    to_write_on, signed, hanging = (
        any(isinstance(block, kinds) for block in blocks)
        for kinds in (_TO_WRITE_ON, Signatures, _IN_THE_MARGIN)
    )
    return _describe(page, blocks, level=0) | {
        "chapters": _describe_chapters(page) if isinstance(page, Book) else [],
        "wide": to_write_on and not hanging,
        "to_use": to_write_on or signed or (isinstance(page, Page) and page.lines > 0),
    }


def spell_values(
    value: Any, spell: Callable[[str], str], besides: Collection[str] = frozenset()
) -> Any:
    """Return values with every text in them as ``spell`` gives it, besides those of these names."""
    if isinstance(value, str):
        return spell(value)
    if isinstance(value, list):
        return [spell_values(each, spell, besides) for each in value]
    if isinstance(value, dict):
        return {
            name: each if name in besides else spell_values(each, spell, besides)
            for name, each in value.items()
        }
    return value


def _describe_chapters(book: Book) -> list[Described]:
    return [
        _describe(page, [lower(block) for block in page.blocks], level=1)
        for _, page in book.chapters
    ]


def _describe(page: Page | Book, blocks: Iterable[Block], level: int) -> Described:
    """Return title, lead and blocks; ``level`` is that of the heading above the first block."""
    return {
        "title": " ".join(split_unbound(_clean(page.title))) or NAMELESS,
        "lead": [_clean(line) for line in page.lead],
        "blocks": _align_tables(list(_describe_blocks(blocks, level))),
    }


def _align_tables(blocks: list[Described]) -> list[Described]:
    """Let the tables of a page that have the same heads have columns of the same widths."""
    tables = [each for each in blocks if "widest" in each]
    for table in tables:
        alike = [each["widest"] for each in tables if each["columns"] == table["columns"]]
        table["aligned"] = [
            {name: max((each[name] for each in column), key=len) for name in ("word", "cell")}
            for column in zip(*alike, strict=True)
        ]
    return blocks


def _describe_blocks(blocks: Iterable[Block], above: int) -> Iterator[Described]:
    level = above
    for block, kept in pair_kept(list(blocks)):
        if not isinstance(block, _KINDS):
            raise TypeError(f"no way to write {type(block).__name__} as PDF")
        values = _to_values(block) | {"kept": kept}
        values |= {"long": len(str(values)) > LONG} | _describe_further(block)
        if isinstance(block, Heading | Point):
            level = min(block.level if isinstance(block, Heading) else above + 1, level + 1)
            values |= {"level": level, "text": values["text"] or NAMELESS}
        yield values


def _describe_further(block: Block) -> Described:
    """Return what a block needs besides its own fields."""
    if isinstance(block, Table):
        return {"widest": [_find_widest(column) for column in _list_columns(block)]}
    if isinstance(block, Drawing):
        return {"lines": [line.replace(" ", "\u00a0") for line in block.lines]}
    if isinstance(block, BlankTable):
        from ipsskills.pages.writers.blank import share_columns

        return {"shares": share_columns(block)}
    if isinstance(block, Figure):
        words = (_clean(each) for each in (block.alternative, block.caption, block.picture.title))
        svg = block.picture.draw(".svg").decode()
        return {"svg": svg, "alternative": next(filter(None, words), NAMELESS)}
    return {}


def _to_values(value: Any) -> Any:
    """Return a block, or what it holds, as dicts with their ``kind``, lists, texts and numbers."""
    if is_dataclass(value) and not isinstance(value, Do | type):
        told = {each.name: _to_values(getattr(value, each.name)) for each in fields(value)}
        return told | {"kind": type(value).__name__}
    if isinstance(value, tuple):
        return [_to_values(each) for each in value]
    return value if isinstance(value, int) else _clean(str(value))


def _clean(text: str) -> str:
    """Return a text with single spaces; its lines stay, each with the space that parts words.

    A sign that begins a line, with no letter to stand on, gets a space: typst refuses some.
    """
    lines = (_SPACE.sub(" ", line).strip(" ") for line in text.replace("\ufeff", "").splitlines())
    return " \n".join(
        f"\u00a0{line}" if unicodedata.category(line[:1] or " ") == "Mn" else line for line in lines
    )


def _list_columns(table: Table) -> Iterator[list[str]]:
    """Yield each column of a table as texts, its head first."""
    for place, head in enumerate(table.columns):
        yield [head, *(_as_text(row[place]) for row in table.rows)]


def _as_text(cell: Cell) -> str:
    if isinstance(cell, Phrase):
        return f"{cell.text} {cell.strong}"
    return f"☐ {cell.text}" if isinstance(cell, Tick) else cell


def _find_widest(column: list[str]) -> Described:
    """Return the longest word and the longest line of a column, by their letters."""
    words = (word for text in column for word in split_unbound(text))
    lines = (line for text in column for line in text.splitlines())
    return {"word": max(words, key=len, default=""), "cell": max(lines, key=len, default="")}
