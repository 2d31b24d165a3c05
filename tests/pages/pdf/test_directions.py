"""What is written from right to left is read as it was written, and seen where it always stood."""

import ctypes

import page as validator
import pypdfium2
import pytest

from ipsskills.pages.document import About, Block, Heading, Page, Point, Table, Text
from ipsskills.pages.writers import pdf
from tests.pages.pdf.common import make_pdf, page_of
from tests.pages.pdf.reading import read_text, seen_text

HANGING = 3  # points; typst by itself has a stop at the end of a line hang in the margin
NAME = "עדה כהן"
NOTE = "דיברתי עם המנהל של החנות ב-12 במרץ, והוא אמר (כן) פעמיים."
ARABIC = "قال مدير المتجر نعم، لأننا زرناه ١٢ مرة (في الصباح)."
SIGNS = "letters with vowel signs"  # which a page holds twice: read, and seen
READ = {
    "a name": NAME,
    "a name in a sentence": f"Seen with {NAME}, who left at 12.",
    "a note": NOTE,
    "an Arabic note": ARABIC,
    "a sentence of both": f'Ada wrote: "{NOTE}", and then {ARABIC} She left.',
    "lines": f"Ada wrote: {' '.join([NOTE] * 4)} and {' '.join([ARABIC] * 4)} and left.",
    "nothing but lines": " ".join([NOTE] * 4),
    SIGNS: "said שָׁלוֹם עֲלֵיכֶם and قَالَ: شكرًا، لأنّ مُدِيرَهُ می\u200cخواهد",
    "a number and a range": "pages עמ' 12-13, 5% הנחה; مرة 12-13",
}


@pytest.mark.parametrize("words", READ.values(), ids=READ)
def test_words_from_the_right_are_read_in_their_order(words: str) -> None:
    made = make_pdf(page_of(Text(words), Text(words, label=f"{NAME}:")))
    assert read_text(made).split() == ["Title", *words.split(), *f"{NAME}: {words}".split()]


def test_what_is_copied_from_a_page_is_what_was_written() -> None:
    words = "קראתי את המדריך אתמול, והוא טוב"
    assert seen_text(make_pdf(page_of(Text(words)))).splitlines()[1] == words


Letters = list[tuple[str, float]]


def place(page: Page) -> list[Letters]:
    """Return the letters of each sheet, line by line from left to right, and how far across."""
    sheets = []
    with pypdfium2.PdfDocument(make_pdf(page, on=None)) as document:
        for sheet in document:
            letters = sheet.get_textpage()
            boxes = [letters.get_charbox(each) for each in range(letters.count_chars())]
            said = [letters.get_text_range(each, 1) for each in range(len(boxes))]
            lines = sorted(
                (-round(_find_line(letters, number)), boxes[number][0], letter)
                for number, letter in enumerate(said)
                if letter.isalnum()
            )
            sheets.append([(letter, across) for _, across, letter in lines])
    return sheets


def _find_line(letters: pypdfium2.PdfTextPage, number: int) -> float:
    across, up = ctypes.c_double(), ctypes.c_double()
    pypdfium2.raw.FPDFText_GetCharOrigin(letters, number, across, up)
    return up.value


SAID = NOTE.removesuffix(".")


@pytest.mark.parametrize(
    "blocks",
    [
        [Text(f"a {READ[name]} b", label="Note:") for name in READ if name != SIGNS],
        [Heading(f"Of {NAME}, 12 times", f"with {NAME} too"), Point(4, f"Ask {NOTE} 3", 5)],
        [Table((f"For {NAME} 1", "b"), tuple((f"x {NOTE} y", ARABIC + " z") for _ in range(24)))],
        [Text(f"a {SAID} b " * 120)],  # goes on past the foot of a sheet, with the same there
    ],
    ids=["lines", "headings", "a table", "two sheets"],
)
def test_words_from_the_right_stand_where_they_always_stood(
    blocks: list[Block], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Typst itself puts them in these places; only in what order they come is another."""
    page = Page(f"Of {NAME} and", (f"by {NOTE} too",), tuple(blocks), about=About(SAID))
    here = place(page)
    monkeypatch.setattr(pdf, "mark_runs", lambda text: text)
    for sheet, by_itself in zip(here, place(page), strict=True):
        assert [letter for letter, _ in sheet] == [letter for letter, _ in by_itself]
        places = zip(sheet, by_itself, strict=True)
        assert all(abs(one - other) < HANGING for (_, one), (_, other) in places)


def test_headings_are_listed_as_they_were_written() -> None:
    blocks = Heading(NOTE, f"by {NAME}"), Point(1, f"Ask {NAME}")
    made = make_pdf(page_of(*blocks, title=NAME))
    assert validator.validate_pdf_bytes(made, profile="ua1").is_compliant
    with pypdfium2.PdfDocument(made) as document:
        assert [mark.get_title() for mark in document.get_toc()] == [
            f"{NOTE} – by {NAME}",
            f"1 Ask {NAME}",
        ]
        assert document.get_metadata_value("Title") == NAME
