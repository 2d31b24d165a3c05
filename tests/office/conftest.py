"""The files that are looked at: pages of the program, and one of hostile words."""

from contextlib import redirect_stdout
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path

import pytest

from ipsskills.pages.data import Sheet
from ipsskills.pages.document import About, Book, Bullets, Figure, Heading, Page
from ipsskills.pages.writers.formats import FORMATS, Material
from tests.browser.conftest import PAGES
from tests.browser.hostile import HOSTILE, LONG, WORD, hostile_page
from tests.pages.test_formats import Square
from tests.service import at_home, draw_once, made

__all__ = ["draw_once", "made"]

# Few: the page of hostile words has every block, and every kind of value is in its sheet.
AS_PAGES, AS_SHEETS = ("plan", "agenda", "blank"), ("record", "unit")
TEXTS = (HOSTILE, WORD, LONG, "=1+1", "+1", "-1", "@SUM(A1)", "3.10", "01.01", "a\nb", "\x07\ufffe")


@pytest.fixture(scope="session")
def files(made: Path, warm_cache: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with pages as DOCX and XLSX, as the program writes them."""
    from ipsskills.cli.app import run

    folder = tmp_path_factory.mktemp("office")
    with at_home(made, warm_cache), redirect_stdout(StringIO()):
        for name in AS_PAGES:
            assert run([*PAGES[name], "-o", str(folder / f"{name}.docx")]) == 0
        for name in AS_SHEETS:
            assert run([*PAGES[name], "-o", str(folder / f"{name}-sheets.xlsx")]) == 0
    chapter = Page("Second", (HOSTILE,), (Heading("Inside"), Bullets(("a",), numbered=True)))
    book = Book(HOSTILE, (), (("a", Page("First")), ("b", chapter)))
    rows = tuple((text, 1.5, True, date(2026, 12, 3), None) for text in TEXTS)
    sheets = (Sheet((HOSTILE, "number", "yes", "day", "none"), rows, HOSTILE), Sheet(("a",), ()))
    _write(folder / "book.docx", Material("framework handbook", None, book))
    _write(folder / "hostile.docx", Material("report", None, _draw_hostile()))
    _write(folder / "hostile-sheets.xlsx", Material("report", None, _draw_hostile(), sheets))
    return folder


def _draw_hostile() -> Page:
    """Return the page of hostile words with a picture of our own in it."""
    page = hostile_page()
    blocks = tuple(
        replace(block, picture=Square(HOSTILE)) if isinstance(block, Figure) else block
        for block in page.blocks
    )
    return replace(page, blocks=blocks, about=About(HOSTILE))


def _write(path: Path, material: Material) -> None:
    (form,) = (form for form in FORMATS if path.suffix in form.endings)
    path.write_bytes(form.write(material))
