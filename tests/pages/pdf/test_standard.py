"""A PDF meets PDF/UA-1 by a second opinion too, and has what neither of the two looks for."""

import io
import re
from bisect import bisect
from datetime import date
from pathlib import Path

import page as validator
import pypdfium2
import pytest

from ipsskills.errors import InvalidInput
from ipsskills.pages import system_fonts
from ipsskills.pages.briefer import fit
from ipsskills.pages.document import (
    BlankTable,
    Block,
    Book,
    Bullets,
    Drawing,
    Entries,
    Figure,
    Heading,
    Page,
    Point,
    Rule,
    Signatures,
    Table,
    Text,
)
from ipsskills.pages.glyphs import SPELT_OUT
from tests.pages.pdf.common import Square, make_odd, make_pdf, page_of
from tests.pages.pdf.reading import read_tags, read_text, seen_text
from tests.pages.test_glyphs import CHINESE, make_font

WORDS = "Plain words"


def kinds(page: Page | Book, *wanted: str) -> list[tuple[str, str]]:
    """Return the elements of these kinds with their words, in the order in which they are read."""
    read = [each for top in read_tags(make_pdf(page)) for each in top.walk()]
    return [(each.kind, " ".join(each.text().split())) for each in read if each.kind in wanted]


def read_words(page: Page) -> list[str]:
    return read_text(make_pdf(page)).split()


def count_sheets(page: Page | Book) -> int:
    with pypdfium2.PdfDocument(make_pdf(page)) as document:
        return len(document)


def test_one_of_each_block_meets_the_standard() -> None:
    report = validator.validate_pdf_bytes(make_pdf(make_odd(WORDS)), profile="ua1")
    assert report.is_compliant, report.failures


def test_the_second_opinion_can_say_no() -> None:
    into = io.BytesIO()
    with pypdfium2.PdfDocument.new() as document:
        document.new_page(595, 842)
        document.save(into)
    assert not validator.validate_pdf_bytes(into.getvalue(), profile="ua1").is_compliant


def test_title_language_and_whom_it_is_about() -> None:
    made = make_pdf(make_odd(WORDS))
    with pypdfium2.PdfDocument(made) as document:
        assert document.get_metadata_value("Title") == WORDS
        assert document.get_metadata_value("Subject") == "Confidential: about a member of staff"
        assert document[0].get_size() == pytest.approx((595.28, 841.89), abs=0.1)
    assert re.search(rb"/Lang ?\(en-GB\)", made)
    assert re.search(rb"/DisplayDocTitle true", made)
    seen = seen_text(made).splitlines()
    assert seen[0] == "Confidential: about a member of staff"
    assert f"{WORDS}, 30 Nov 2026 page 1 of 2" in seen
    assert read_text(made).split()[:2] == WORDS.split()  # the title is seen and read first


def test_a_page_about_nobody_is_not_called_confidential() -> None:
    assert "Confidential" not in seen_text(make_pdf(page_of(Text("a"))))


def test_every_table_has_a_head() -> None:
    rows = tuple((str(number), "b") for number in range(90))
    page = page_of(
        Table(("Unit", "By"), rows, "Steps"),
        BlankTable(("", "Now"), ("Fares",)),
    )
    top = [each for each in read_tags(make_pdf(page)) for each in each.walk()]
    tables = [each for each in top if each.kind == "Table"]
    heads = [" ".join(table.find("TH")).split() for table in tables]
    assert [head for head in heads if head] == [["Unit", "By"], ["Now"]]
    with_words = sum(len(table.find("TD")) for table in tables)
    assert with_words == len(rows) * 2 + 1
    assert seen_text(make_pdf(page)).count("Unit") == count_sheets(page) == 2  # for the eye


def test_headings_never_skip_a_level() -> None:
    page = page_of(
        Heading("a", level=3), Heading("b", level=3), Heading("c"), Heading("d", level=3)
    )
    assert kinds(page, "H1", "H2", "H3") == [("H1", "a"), ("H2", "b"), ("H1", "c"), ("H2", "d")]


def test_a_point_is_a_heading_with_its_number_and_minutes() -> None:
    page = page_of(Point(3, "Safety", 2, ("a line",)), Point(4, "Plan"))
    assert kinds(page, "H1", "LI") == [
        ("H1", "3 Safety 2 min"),
        ("LI", "– a line"),
        ("H1", "4 Plan"),
    ]


def test_a_list_is_read_as_one() -> None:
    page = page_of(Bullets(("a", "b"), numbered=True), Entries((("3.8", "Disclosure", "yes"),)))
    assert kinds(page, "LI") == [("LI", "1. a"), ("LI", "2. b"), ("LI", "3.8 Disclosure yes")]


def test_a_picture_is_read_as_its_words_and_a_drawing_is_only_seen() -> None:
    page = page_of(Figure(Square("drawn"), "Two units", "Where"), Drawing(("+- kestrel",)), Rule())
    assert read_text(make_pdf(page)).split() == ["Title", "Where", "Two", "units"]
    assert kinds(page, "Figure") == [("Figure", "Two units")]
    assert "+- kestrel" in seen_text(make_pdf(page)).replace("\u00a0", " ")


def test_a_book_has_contents_that_lead_to_its_chapters() -> None:
    chapter = Page("Second", ("Why.",), (Heading("Inside"), Text("words"), Point(1, "Talk")))
    book = Book("Book", ("Lead.",), (("a", Page("First")), ("b", chapter)))
    assert kinds(book, "H1", "H2", "TOCI") == [
        *(("H1", "Contents"), ("TOCI", "First 2"), ("TOCI", "Second 3")),
        *(("H1", "First"), ("H1", "Second"), ("H2", "Inside"), ("H2", "1 Talk")),
    ]
    made = make_pdf(book)
    assert validator.validate_pdf_bytes(made, profile="ua1").is_compliant
    with pypdfium2.PdfDocument(made) as document:
        marks = [mark.get_title() for mark in document.get_toc()]
    assert marks == ["First", "Second", "Inside", "1 Talk"]


def test_the_same_page_gives_the_same_bytes_and_another_day_others() -> None:
    page = make_odd("Zoë \U0001f680")
    assert make_pdf(page) == make_pdf(page)
    assert make_pdf(page) != make_pdf(page, on=date(2026, 12, 1))


# How much is set on a sheet.


def lines(many: int) -> tuple[Text, ...]:
    return tuple(Text(f"line {number}") for number in range(many))


def test_a_page_is_set_closer_where_that_spares_a_sheet() -> None:
    tried = range(45, 70)
    found = bisect(tried, 1, key=lambda n: count_sheets(page_of(*lines(n))))
    just_too_many = tried[found]
    page = page_of(*lines(just_too_many))
    assert count_sheets(page) == 2
    assert count_sheets(fit([lambda: page], 40)) == 1  # one to be used at a table, closer still
    assert count_sheets(page_of(*page.blocks[5:], Signatures(("Ada",)))) == 1
    assert read_words(fit([lambda: page], 40)) == read_words(page)


def test_a_short_table_is_not_parted() -> None:
    table = Table(("What", "By"), tuple((f"step{n}", "Ada") for n in range(8)))
    ends = {"Steps", "What", "step0", "step7"}
    for before in (20, 30, 40):
        made = make_pdf(page_of(*lines(before), Heading("Steps"), table, *lines(40)))
        sheets = [set(top.text().split()) & ends for top in read_tags(made)]
        assert [found for found in sheets if found] == [ends]


def test_what_does_not_fit_on_a_sheet_is_never_cut() -> None:
    page = page_of(*lines(300))
    assert read_words(fit([lambda: page, page_of], 40)) == read_words(page)


# Fonts.


def test_a_font_of_the_system_draws_what_ours_lack(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_font(tmp_path / "kestrel.ttf", "Kestrel Sans", drawn=CHINESE, full_name="Kestrel")
    monkeypatch.setattr(system_fonts, "font_folders", lambda: iter((tmp_path,)))
    made = make_pdf(page_of(Text(f"Ms {CHINESE} \U0001f680")))
    assert read_text(made).split() == ["Title", "Ms", CHINESE, "[rocket]", *SPELT_OUT.split()]
    assert b"Kestrel" in made
    assert make_pdf(page_of(Text(f"Ms {CHINESE}"))) == make_pdf(page_of(Text(f"Ms {CHINESE}")))


def test_a_font_that_cannot_be_used_is_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What reads its letters may take it where what sets the page does not."""
    make_font(tmp_path / "kestrel.ttf", "Kestrel Sans", drawn=CHINESE, full_name="")
    monkeypatch.setattr(system_fonts, "font_folders", lambda: iter((tmp_path,)))
    assert "[ideograph 738B]" in read_text(make_pdf(page_of(Text(CHINESE))))


def test_where_there_is_no_room_for_fonts_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
    with pytest.raises(InvalidInput, match=r"A PDF cannot be set: .*No such file or directory"):
        make_pdf(page_of())


@pytest.mark.parametrize(
    "block",
    [Table(("a", "b"), ()), Bullets(()), Entries(()), Signatures(()), Drawing(()), Text("")],
    ids=lambda block: type(block).__name__,
)
def test_an_empty_block_is_no_fault(block: Block) -> None:
    assert read_text(make_pdf(page_of(Text("a"), block, Text("b")))).split()[1] == "a"


def test_only_the_fonts_that_travel_are_looked_at() -> None:
    """Beside them lies one that draws a box for everything: with it nothing would be missed."""
    made = make_pdf(page_of(Text("a \U0001f680", strong=True)))
    assert b"LastResort" not in made
    assert "a [rocket]" in read_text(made)
