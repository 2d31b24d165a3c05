"""Reads a DOCX file back by python-docx."""

import io
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.table import Table
from docx.text.paragraph import Paragraph


def open_word(content: bytes) -> Document:
    """Return a DOCX file as python-docx reads it."""
    return docx.Document(io.BytesIO(content))


def read_word(content: bytes) -> list[str]:
    """Return the texts of a DOCX file in their order: paragraphs, cells, and what pictures say."""
    return [text for text in _read(open_word(content)) if text]


def _read(document: Document) -> Iterator[str]:
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from (cell.text for row in block.rows for cell in row.cells)
        else:
            yield from read_paragraph(block)


def read_paragraph(paragraph: Paragraph) -> Iterator[str]:
    """Yield what a picture in a paragraph says, and the paragraph's text."""
    yield from (str(told) for told in paragraph._p.xpath(".//wp:docPr/@descr"))
    yield paragraph.text
