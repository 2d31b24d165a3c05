"""The styles that cells of an XLSX workbook have, by name, so that a service can change them."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.styles import Font

HEAD, TEXT, NUMBER, DAY = "Head", "Text", "Number", "Day"
_FONT, _SIZE = "Arial", 10
_INK, _BAND, _LINE = "FF12395B", "FFEEF2F5", "FFD8DEE4"


def add_styles(book: "Workbook") -> None:
    """Add the four styles to a workbook."""
    from openpyxl.styles import Alignment, Border, NamedStyle, PatternFill, Side

    top = Alignment(horizontal="left", vertical="top", wrap_text=True)
    right = Alignment(horizontal="right", vertical="top", indent=1)
    line = Border(bottom=Side(style="thin", color=_LINE))
    head = NamedStyle(
        name=HEAD,
        font=make_font(strong=True),
        fill=PatternFill("solid", fgColor=_BAND),
        border=Border(bottom=Side(style="medium", color=_INK)),
        alignment=Alignment(horizontal="left", vertical="bottom", wrap_text=True),
        number_format="@",
    )
    looks = ((TEXT, top, "@"), (NUMBER, right, "General"), (DAY, top, "d mmm yyyy"))
    others = (
        NamedStyle(name, font=make_font(), border=line, alignment=place, number_format=form)
        for name, place, form in looks
    )
    for style in (head, *others):
        book.add_named_style(style)


def make_font(*, strong: bool = False, size: int = _SIZE) -> "Font":
    """Return the letters of a cell."""
    return _order_font()(name=_FONT, sz=size, family=2, b=strong, color=_INK if strong else None)


@cache
def _order_font() -> "type[Font]":
    """Return the library's font with what is said of it in the order that the format asks.

    The library writes the name first, which the format's schema does not allow.
    """
    from openpyxl.styles import Font

    class OrderedFont(Font):
        __nested__ = Font.__nested__
        __elements__ = ("b", "i", "strike", "u", "vertAlign", "sz", "color", "name", "family")

    return OrderedFont
