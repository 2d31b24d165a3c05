"""Reads a page back in any form as pieces in their order: headings, items of lists, cells, texts.

Each form is read by a library that had no part in writing it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from docx.table import Table
from docx.text.paragraph import Paragraph
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.pages.pdf.reading import Tagged, read_tags
from tests.wordfile import open_word, read_cells, read_paragraph

HEADING, ITEM, CELL, TEXT = "heading", "item", "cell", "text"


@dataclass(frozen=True)
class Piece:
    """One piece of a page: what it is, and what it says, however far apart its words stand."""

    kind: str
    text: str

    @property
    def words(self) -> str:
        """Its words alone, in any case: marks, boxes and lines to write on are none."""
        return " ".join(words_of(self.text))


def words_of(text: str) -> list[str]:
    """Return the words of a text."""
    return re.findall(r"\w+", re.sub(r"_{3,}", " ", text).casefold())


def keep(pieces: Iterator[Piece]) -> list[Piece]:
    """Return the pieces that say something."""
    return [piece for piece in pieces if piece.words]


def read_markdown_pieces(content: bytes) -> list[Piece]:
    """Return the pieces of a page in Markdown, read as CommonMark with tables."""
    reader = MarkdownIt("commonmark").enable("table")
    return keep(_read_tokens(reader.parse(content.decode())))


def _read_tokens(tokens: list[Token]) -> Iterator[Piece]:
    within: list[str] = []
    kinds = {"heading_open": HEADING, "list_item_open": ITEM, "th_open": CELL, "td_open": CELL}
    for token in tokens:
        if token.nesting == 1:
            within.append(kinds.get(token.type, within[-1] if within else TEXT))
        elif token.nesting == -1:
            within.pop()
        elif token.type == "inline":
            said = "".join(child.content or " " for child in token.children or ())
            yield Piece(within[-1], re.sub(r"^\[[ x]\] ", "", said))
        elif token.type == "fence":
            yield Piece(TEXT, token.content)


def read_webpage_pieces(content: bytes) -> list[Piece]:
    """Return the pieces of a page in HTML, without what leads through it."""
    reader = _WebpageReader()
    reader.feed(content.decode())
    reader.close()
    return keep(iter(reader.pieces))


_KINDS = {f"h{level}": HEADING for level in range(1, 7)}
_KINDS |= {"li": ITEM, "dt": ITEM, "dd": ITEM, "th": CELL, "td": CELL, "p": TEXT, "pre": TEXT}
_KINDS |= {"caption": TEXT, "figcaption": TEXT}
_EMPTY = {"meta", "img", "br", "hr", "col", "input", "link"}


class _WebpageReader(HTMLParser):
    """Collects pieces; a definition and its name are one item."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[Piece] = []
        self._said, self._kind = "", TEXT
        self._skipped = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _EMPTY:
            return
        aid = "aid" in (dict(attrs).get("class") or "").split()
        if self._skipped or aid or tag in ("head", "svg", "script", "style"):
            self._skipped += 1
        elif tag in _KINDS and tag != "dd":
            self._end()
            self._kind = _KINDS[tag]
        self._said += " "

    def handle_endtag(self, tag: str) -> None:
        if tag in _EMPTY:
            return
        if self._skipped:
            self._skipped -= 1
        elif tag in _KINDS and tag != "dt":
            self._end()
        self._said += " "

    def handle_data(self, data: str) -> None:
        if not self._skipped:
            self._said += data

    def close(self) -> None:
        super().close()
        self._end()

    def _end(self) -> None:
        self.pieces.append(Piece(self._kind, self._said))
        self._said, self._kind = "", TEXT


def read_word_pieces(content: bytes) -> list[Piece]:
    """Return the pieces of a page in DOCX."""
    return keep(_read_word(content))


def _read_word(content: bytes) -> Iterator[Piece]:
    for block in open_word(content).iter_inner_content():
        if isinstance(block, Table):
            yield from (Piece(CELL, text) for text in read_cells(block))
        else:
            yield from _read_paragraph(block)


def _read_paragraph(paragraph: Paragraph) -> Iterator[Piece]:
    style = (paragraph.style and paragraph.style.name) or ""
    heading = style in ("Title", "Point") or style.startswith(("Heading", "Contents"))
    kind = HEADING if heading else ITEM if style.startswith(("List", "Entry")) else TEXT
    for text in read_paragraph(paragraph):
        if style == "Choices":
            yield from (Piece(ITEM, choice) for choice in re.split(r"[\t\n]", text))
        else:
            yield Piece(kind, text)


def read_pdf_pieces(content: bytes) -> list[Piece]:
    """Return the pieces of a page in PDF, by its tags."""
    return keep(piece for each in read_tags(content) for piece in _read_tagged(each))


def _read_tagged(part: Tagged | str, kind: str = TEXT) -> Iterator[Piece]:
    if isinstance(part, str):
        yield Piece(kind, part)
        return
    kinds = {"LI": ITEM, "TH": CELL, "TD": CELL, "Title": HEADING}
    kinds |= {f"H{level}": HEADING for level in range(1, 7)}
    if part.kind in kinds or part.kind in ("P", "Caption", "Figure"):
        yield Piece(kinds.get(part.kind, kind), part.text())
        return
    for each in part.inside:
        yield from _read_tagged(each, kind)
