"""Whatever people write comes out of a PDF as they wrote it, and nothing in it is obeyed."""

from functools import cache

import page as validator
import pypdfium2
import pytest

from ipsskills.pages.document import (
    BlankBoxes,
    BlankTable,
    Book,
    Bullets,
    Entries,
    Heading,
    Page,
    Point,
    Signatures,
    Table,
    Text,
    Tick,
)
from ipsskills.pages.glyphs import SPELT_OUT
from tests.pages.pdf.common import make_odd, make_pdf, page_of
from tests.pages.pdf.reading import read_tags, read_text
from tests.pages.pdf.said import list_words, words_of


def _pack(text: str) -> str:
    """Return a text without what parts its words: a line may end anywhere in a long one."""
    return "".join(text.split())


@cache
def _count_places() -> int:
    """Return how often words are read that stand in every place of a page."""
    return read_text(make_pdf(make_odd("QQ"))).count("QQ")


# Written as it is read, and otherwise what is read instead.
HOSTILE = {
    "typst": '#set text(red) #read("/etc/passwd") $x^2$ @ref <label> #panic() // no /* no */ \\ ~',
    "html": "<script>alert(1)</script> &amp; <b>bold</b>",
    "rich": "[red]no[/red] [link=x]",
    "sheet": '=HYPERLINK("http://x") | `code` ``` * _ # - +',
    "scripts": "Zoë Łukasz Ελένη Олена",
    "from the right": "קראתי (שוב) ב-12, قال نعم",
    "both ways": "said «דיברתי עם Tesco» لأننا 3 شكرًا! and",
    "quotes": "'one' \"two\" -- --- ... (c) 1/2",
}
INSTEAD = {
    "a\u202eb\u2066c\x07d": "a\\u202eb\\u2066c\\x07d",
    "\ufeffa\tb\u2028c\r\nd": "a b c d",
    "well done \U0001f680\U0001f469\u200d\U0001f692!": "well done [rocket, woman, fire engine]!",
    "\u738b \u0e01": "[ideograph 738B] [thai character ko kai]",
    "half \ud800 no \ufffe": "half [U+D800] no [U+FFFE]",
}


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_hostile_words_come_out_as_they_went_in(words: str) -> None:
    page = make_odd(words)
    made = make_pdf(page)
    assert words_of(read_text(made)) == list_words(page)
    assert _pack(read_text(made)).count(_pack(words)) == _count_places()


@pytest.mark.parametrize(("words", "read"), INSTEAD.items(), ids=range(len(INSTEAD)))
def test_what_cannot_be_drawn_or_seen_is_spelt_out(words: str, read: str) -> None:
    made = make_pdf(make_odd(words))
    spelt = "[" in read
    assert words_of(read_text(made)) == [
        *list_words(make_odd(read)),
        *(words_of(SPELT_OUT) if spelt else ()),
    ]
    assert validator.validate_pdf_bytes(made, profile="ua1").is_compliant


def _runs_off(made: bytes) -> list[tuple[float, ...]]:
    """Return where something stands that is not on the sheet; it is 595 by 842 points."""
    with pypdfium2.PdfDocument(made) as document:
        places = [each.get_bounds() for sheet in document for each in sheet.get_objects()]
    return [at for at in places if min(at) < 20 or at[2] > 581 or at[3] > 830]


@pytest.mark.parametrize(
    "words",
    ["long word " * 500, "x1y2z" * 60, "מילה ארוכה " * 30, "אבגדה" * 60],
    ids=["long", "one word", "long from the right", "one word from the right"],
)
def test_nothing_runs_off_the_sheet(words: str) -> None:
    blocks = (
        Heading(words),
        Text(words, label="Why:"),
        Bullets((words,)),
        Entries((("3.8", "Disclosure", words),)),
        Table(("What", "By", "With"), (("a", "9 Dec", words),)),
        Point(1, "Talk", 5, (words, Tick(done=False, text=words))),
        Signatures(("Ada", words)),
        BlankBoxes((words,)),
        BlankTable(("", "Now"), (words,)),
    )
    made = make_pdf(page_of(*blocks, title=words))
    assert _runs_off(made) == []
    assert _pack(read_text(made)).count(_pack(words)) == 1 + 1 + len(blocks)


@pytest.mark.parametrize("words", ["", " ", "\ufeff", "\n"])
def test_what_is_empty_takes_no_place_and_breaks_nothing(words: str) -> None:
    made = make_pdf(make_odd(words))
    assert validator.validate_pdf_bytes(made, profile="ua1").is_compliant
    assert "Without a title" in [text for each in read_tags(made) for text in each.find("H1")]


def test_signs_with_no_letter_to_stand_on_are_no_fault() -> None:
    alone = "\u05b0\n\u05b0 \u0301\n\u064b"
    made = make_pdf(page_of(Text(alone), Bullets((alone,)), title="\u0301"))
    assert read_text(made).split() == ["\u0301", *alone.split(), "–", *alone.split()]


def test_a_book_of_odd_words() -> None:
    odd = "#x [red] <b> $y$"
    chapters = ("a", make_odd(odd)), ("b", Page(odd)), ("c", make_odd("word"))
    book = Book(odd, (odd,), chapters)
    made = make_pdf(book)
    told = [line for each in read_tags(made) for line in each.find("TOCI")]
    assert [" ".join(line.split()) for line in told] == [f"{odd} 2", f"{odd} 4", "word 5"]
    assert validator.validate_pdf_bytes(made, profile="ua1").is_compliant
