"""One of each block, pages made of them, and what a PDF of one is."""

from dataclasses import dataclass
from datetime import date

from ipsskills.pages.document import (
    About,
    BlankBoxes,
    BlankFields,
    BlankLines,
    BlankTable,
    Block,
    Book,
    Bullets,
    Drawing,
    Entries,
    Figure,
    Heading,
    Page,
    PageBreak,
    Phrase,
    Point,
    Rule,
    Signatures,
    Table,
    Text,
    Tick,
)
from ipsskills.pages.writers.formats import Material
from ipsskills.pages.writers.pdf import write

SHORT = 100  # letters
DAY = date(2026, 11, 30)


@dataclass(frozen=True)
class Square:
    """A picture of a square with its title beside it."""

    title: str

    def draw(self, ending: str) -> bytes:
        """Return it as SVG, which is all that a PDF asks for."""
        assert ending == ".svg"
        words = self.title.replace("&", "&amp;").replace("<", "&lt;")
        text = f'<text x="20" y="20" font-family="DejaVu Sans">{words}</text>'
        return (
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 40" width="90" height="40">'
            f'<path d="M0 0h9v9z"/>{text}</svg>'
        ).encode(errors="replace")


def blocks_of(words: str) -> tuple[Block, ...]:
    """Return one of each block, with these words wherever it has any.

    A picture and the head of a column have a few of them: there nobody writes at length.
    """
    short = words if len(words) < SHORT else words[:9]
    return (
        Heading(words, words),
        Text(words, label=words),
        Text(words, strong=True),
        Bullets((words, words)),
        Bullets((words,), numbered=True),
        Bullets((words,), ticked=True),
        Entries((("3.8", words, words), (words, "", words))),
        Entries((("", words, ""),)),
        Table((short, "By"), ((words, Phrase(words, words)), ("", Tick(done=True, text=words)))),
        Table(("", short), ((words, ""),), words, row_heads=True),
        Figure(Square(short), words, words),
        Drawing((words, "+--+")),
        Point(4, words, 10, (Tick(done=True, text=words), words)),
        Point(5, words),
        Signatures((words, words), words),
        Rule(),
        PageBreak(),
        BlankFields((words, words)),
        BlankLines(words, 2, words),
        BlankBoxes((words, words), words, words),
        BlankTable(("", short), (words, ""), 2, words, words),
    )


def page_of(*blocks: Block, title: str = "Title", lead: tuple[str, ...] = ()) -> Page:
    """Return a page about nobody."""
    return Page(title, lead, blocks)


def make_pdf(page: Page | Book, *, on: date | None = DAY) -> bytes:
    """Return a page as PDF, as it is made on a day."""
    return write(Material("report", None, page, on=on))


def make_odd(words: str) -> Page:
    """Return a page that has these words in every place it has, its head and foot included."""
    return Page(words, (words,), blocks_of(words), about=About(words))
