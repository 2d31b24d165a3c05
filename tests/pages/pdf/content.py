"""Reads what is written on the pages of a PDF in the order in which the file writes it.

Nothing here knows where a word stands: which comes first is what the file says. A string that it
calls reversed is read backwards, each of its signs as the letters that it stands for.
"""

import io
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Name

Signs = dict[int, str]

_WORD_JOINER = "\u2060"  # no line ends there; nobody hears it


def read_marked(data: bytes) -> list[dict[int, str]]:
    """Return for each page the words of each marked part, by the number that tags know it by."""
    with pikepdf.open(io.BytesIO(data)) as document:
        return [_read_page(page) for page in document.pages]


def _read_page(page: pikepdf.Page) -> dict[int, str]:
    fonts: dict[str, Signs] = {}
    said: defaultdict[int, str] = defaultdict(str)
    marks: list[dict[str, Any]] = []
    signs: Signs = {}
    for each in pikepdf.parse_content_stream(page, "Tf Tj TJ BDC BMC EMC"):
        match str(each.operator), list(each.operands):
            case "BDC", [_, properties]:
                marks.append(_read_mark(properties))
            case "BMC", [name]:
                marks.append({"reversed": name == "/ReversedChars"})
            case "EMC", _:
                marks.pop()
            case "Tf", [name, _]:
                if str(name) not in fonts:
                    fonts[str(name)] = dict(_read_signs(page.resources[Name.Font][str(name)]))
                signs = fonts[str(name)]
            case _, [shown]:
                number = next((mark["number"] for mark in marks if "number" in mark), -1)
                said[number] += _say(shown, signs, marks).replace(_WORD_JOINER, "")
    return said


def _read_mark(properties: Any) -> dict[str, Any]:
    mark: dict[str, Any] = {}
    if Name.MCID in properties:
        mark["number"] = int(properties[Name.MCID])
    if Name.ActualText in properties:
        mark["instead"] = str(properties[Name.ActualText])
    return mark


def _read_signs(font: Any) -> Iterator[tuple[int, str]]:
    """Yield which letters each sign of a font stands for."""
    table = font[Name.ToUnicode].read_bytes()
    for code, letters in re.findall(rb"<(\w{4})> <(\w+)>", table.split(b"endcodespacerange")[1]):
        yield int(code, 16), bytes.fromhex(letters.decode()).decode("utf-16-be")


def _say(shown: Any, signs: Signs, marks: list[dict[str, Any]]) -> str:
    """Return the letters of a string, or once what the file has read in place of them."""
    for mark in marks:
        if "instead" in mark:
            said, mark["instead"] = mark["instead"], ""
            return str(said)
    parts = shown if isinstance(shown, pikepdf.Array) else [shown]
    written = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
    codes = [int.from_bytes(written[at : at + 2]) for at in range(0, len(written), 2)]
    backwards = any(mark.get("reversed") for mark in marks)
    return "".join(signs[code] for code in (reversed(codes) if backwards else codes))
