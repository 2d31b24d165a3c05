"""Reads a DOCX file back by python-docx, boxes to tick with what they are in."""

import io
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.table import Table
from docx.text.paragraph import Paragraph

_SIGNS = {"tab": "\t", "br": "\n"}


def open_word(content: bytes) -> Document:
    """Return a DOCX file as python-docx reads it."""
    return docx.Document(io.BytesIO(content))


def read_word(content: bytes) -> list[str]:
    """Return the texts of a DOCX file in their order: paragraphs, cells, and what pictures say."""
    return [text for text in _read(open_word(content)) if text]


def _read(document: Document) -> Iterator[str]:
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from read_cells(block)
        else:
            yield from read_paragraph(block)


def read_cells(table: Table) -> Iterator[str]:
    """Yield the text of each cell, row by row."""
    for row in table.rows:
        for cell in row.cells:
            yield "\n".join(map(read_line, cell.paragraphs))


def read_paragraph(paragraph: Paragraph) -> Iterator[str]:
    """Yield what a picture in a paragraph says, and the paragraph's text."""
    yield from (str(told) for told in paragraph._p.xpath(".//wp:docPr/@descr"))
    yield read_line(paragraph)


def read_line(paragraph: Paragraph) -> str:
    """Return a paragraph's text; python-docx's own leaves out the boxes to tick."""
    parts = paragraph._p.xpath(".//w:r/w:t | .//w:r/w:tab | .//w:r/w:br")
    return "".join(_SIGNS.get(part.tag.rpartition("}")[2], part.text or "") for part in parts)
