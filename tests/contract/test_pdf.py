"""Every page command gives a PDF that meets PDF/UA-1 and is read as its page is."""

from collections.abc import Callable
from pathlib import Path

import page as validator
import pytest

from ipsskills.pages.document import Book
from ipsskills.pages.writers.formats import Format, Material
from tests.conftest import Ran
from tests.contract.test_formats import PAGES, in_demo
from tests.pages.pdf.reading import read_tags, seen_text
from tests.pages.pdf.said import list_words, words_of

Run = Callable[..., Ran]


@pytest.mark.parametrize("words", PAGES, ids=" ".join)
def test_every_page_is_a_pdf_for_everybody(
    words: tuple[str, ...], only_read: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The standard is enforced while a page is set: what misses it is not written at all."""
    really, seen = Format.write, list[Material]()

    def write(form: Format, material: Material) -> bytes:
        seen.append(material)
        return really(form, material)

    monkeypatch.setattr(Format, "write", write)
    ran = run(*in_demo(words), "-o", "page.pdf")
    assert ran.code == 0, ran.err
    written = Path("page.pdf").read_bytes()
    assert written.startswith(b"%PDF-")
    if isinstance(seen[0].page, Book):  # hundreds of sheets; a short one is read elsewhere
        return
    assert validator.validate_pdf_bytes(written, profile="ua1").is_compliant
    told = read_tags(written)
    assert words_of(" ".join(each.text() for each in told)) == list_words(seen[0].page)
    assert "page 1 of " in seen_text(written)
