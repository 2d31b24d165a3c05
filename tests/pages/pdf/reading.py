"""Reads a PDF as a screen reader does: by its tags, page after page, with pictures as their words.

Running heads and feet, rules and drawings for the eyes only have no tags, and are not read.
"""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from tests.pages.pdf.content import read_marked

_NOT_MARKED = -1


@dataclass
class Tagged:
    """An element: its kind (H1, P, TH …), what it says besides, and what it holds, in order."""

    kind: str
    alternative: str = ""
    inside: "list[Tagged | str]" = field(default_factory=list)

    def text(self) -> str:
        """Return all its words, in the order in which they are read."""
        return self.alternative + "".join(_say(each) for each in self.inside)

    def walk(self) -> "Iterator[Tagged]":
        """Yield it and all elements in it, in the order in which they are read."""
        yield self
        for each in self.inside:
            if isinstance(each, Tagged):
                yield from each.walk()

    def find(self, *kinds: str) -> list[str]:
        """Return the words of each element of these kinds."""
        return [each.text() for each in self.walk() if each.kind in kinds]


def _say(inside: Tagged | str) -> str:
    """Return the words of a part; those of another block stand apart."""
    if isinstance(inside, str):
        return inside
    return inside.text() if inside.kind == "Span" else f" {inside.text()} "


def read_tags(data: bytes) -> list[Tagged]:
    """Return what stands at the top on each page of a PDF."""
    with pypdfium2.PdfDocument(data) as document:
        pages = zip(document, read_marked(data), strict=True)
        return [each for page, said in pages for each in _read_page(page, said)]


def read_text(data: bytes) -> str:
    """Return all that is read of a PDF."""
    return " ".join(each.text() for each in read_tags(data))


def seen_text(data: bytes) -> str:
    """Return all that is seen of a PDF, with running heads and feet and drawings."""
    with pypdfium2.PdfDocument(data) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def _read_page(page: Any, said: dict[int, str]) -> Iterator[Tagged]:
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    try:
        for place in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            yield _read_element(pdfium.FPDF_StructTree_GetChildAtIndex(tree, place), said)
    finally:
        pdfium.FPDF_StructTree_Close(tree)


def _read_element(element: Any, said: dict[int, str]) -> Tagged:
    read = Tagged(
        _ask(pdfium.FPDF_StructElement_GetType, element),
        _ask(pdfium.FPDF_StructElement_GetAltText, element),
    )
    for place in range(pdfium.FPDF_StructElement_CountChildren(element)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, place)
        if child:
            read.inside.append(_read_element(child, said))
            continue
        number = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, place)
        if number != _NOT_MARKED and not read.alternative:
            read.inside.append(said[number])
    return read


def _ask(function: Any, *asked: Any) -> str:
    """Return a text that the library hands over in a buffer."""
    size = function(*asked, None, 0)
    if not size:
        return ""
    buffer = ctypes.create_string_buffer(size)
    kind = function.argtypes[-2]
    function(*asked, ctypes.cast(buffer, kind), size)
    return buffer.raw.decode("utf-16-le").rstrip("\0")
