"""A page as a document without a format: a title and blocks, which every writer understands."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol

from ipsskills.doing import Do
from ipsskills.frozen import dataclass


@dataclass(frozen=True)
class Heading:
    """A heading inside the page; ``note`` stands small beside it.

    A ``sentence`` is a heading in somebody's own words, which is never put in capitals. ``level``
    is 1 right under the page's title, 2 and 3 below that.
    """

    text: str
    note: str = ""
    sentence: bool = False
    level: int = 1


@dataclass(frozen=True)
class Text:
    """A paragraph; a ``label`` stands before it and is strong.

    Where a form has lines it takes at most so many ``lines``; 0 is as many as it needs.
    """

    text: str
    strong: bool = False
    label: str = ""
    lines: int = 0


@dataclass(frozen=True)
class Bullets:
    """A list; ``numbered`` from 1, or every item ``ticked`` as done."""

    items: tuple[str, ...]
    numbered: bool = False
    ticked: bool = False


@dataclass(frozen=True)
class Entries:
    """Named things with a word about each, in three columns: key, name, what is said.

    What is said may hold more after line feeds, where a writer keeps lines apart. Where a form has
    lines each row takes at most so many ``lines``; 0 is as many as it needs. What stands in quotes
    after a colon at the end of a row is cut last.
    """

    rows: tuple[tuple[str, str, str], ...]
    lines: int = 0


@dataclass(frozen=True)
class Phrase:
    """What stands in a cell of a table whose last words are strong."""

    text: str
    strong: str


@dataclass(frozen=True)
class Tick:
    """A line with a box that is ticked or not."""

    done: bool
    text: str


Cell = str | Phrase | Tick


@dataclass(frozen=True)
class Table:
    """A table; ``columns`` head it, and the first of them is wide.

    With ``row_heads`` the first cell of each row is the head of that row.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""
    row_heads: bool = False


class Picture(Protocol):
    """What can be drawn: its ``title``, and its bytes as a file with an ending such as ".svg".

    The same picture gives the same bytes.
    """

    @property
    def title(self) -> str:
        """Return what the picture shows, in a few words."""

    def draw(self, ending: str) -> bytes:
        """Return the picture as a file with this ending: ".svg", ".png" or ".pdf"."""


@dataclass(frozen=True)
class Figure:
    """A picture, and what it says in words: the ``alternative`` wherever it cannot be seen.

    Only a writer that shows pictures has it drawn.
    """

    picture: Picture
    alternative: str
    caption: str = ""


@dataclass(frozen=True)
class Drawing:
    """A picture made of letters: lines that keep their places; the page says the same in words.

    It is for the eyes only. Where there is less room than its widest line takes it is left out, as
    it is for whoever has a page read to them.
    """

    lines: tuple[str, ...]


@dataclass(frozen=True)
class Commands:
    """What to type next: what to do, which only ``cli`` spells, and what that does."""

    rows: tuple[tuple[Do | str, str], ...]


@dataclass(frozen=True)
class Point:
    """A point of an agenda: its number, its words, the minutes it may take (0: none said).

    Each of its ``lines`` may hold more after line feeds, where a writer keeps lines apart.
    """

    number: int
    text: str
    minutes: int = 0
    lines: tuple[Tick | str, ...] = ()


@dataclass(frozen=True)
class Signatures:
    """A line to sign on for each name, and what stands after them."""

    names: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True)
class BlankFields:
    """Short things to fill in, side by side: each label with a line to write on."""

    labels: tuple[str, ...]


@dataclass(frozen=True)
class BlankLines:
    """What is asked, and so many ``lines`` to write on; a ``hint`` stands small after it."""

    text: str
    lines: int
    hint: str = ""


@dataclass(frozen=True)
class BlankBoxes:
    """Choices, each with a box to tick, and what is asked before them."""

    choices: tuple[str, ...]
    text: str = ""
    hint: str = ""


@dataclass(frozen=True)
class BlankTable:
    """A table to fill in: ``columns`` head it, and each of ``heads`` begins a row.

    An empty head is a cell to write in, as all others are; a row has room for ``row_lines`` lines.
    ``shares`` is how wide the columns are beside one another, where their heads do not tell.
    """

    columns: tuple[str, ...]
    heads: tuple[str, ...]
    row_lines: int = 1
    text: str = ""
    hint: str = ""
    shares: tuple[int, ...] = ()


@dataclass(frozen=True)
class Rule:
    """A line across the page."""


@dataclass(frozen=True)
class PageBreak:
    """Where a new sheet of paper begins."""


@dataclass(frozen=True)
class OnScreenOnly:
    """Blocks for the eyes of whoever wrote them: no writer knows this one, so no file can hold it.

    Only the screen takes them out (`on_screen.py`). ``elsewhere`` stands in their place in a file:
    what is beside a private note and is not private itself.
    """

    blocks: "tuple[Block, ...]"
    elsewhere: "tuple[Block, ...]" = ()


Block = (
    Heading
    | Text
    | Bullets
    | Entries
    | Table
    | Figure
    | Drawing
    | Commands
    | Point
    | Signatures
    | BlankFields
    | BlankLines
    | BlankBoxes
    | BlankTable
    | Rule
    | PageBreak
    | OnScreenOnly
)

LOWEST = 3

SIGN_HERE = "________________"
WRITE_HERE = "_" * 40


@dataclass(frozen=True)
class About:
    """Whom a page is about: somebody, or ``several`` people under the name of what they share.

    Every paper with such a page is confidential. The name may be "": then they share none.
    """

    name: str
    several: bool = False


@dataclass(frozen=True)
class Page:
    """A page; ``lead`` are the lines under its title; ``about`` is None where it is about nobody.

    A page that is to take at most so many ``lines``, where a form has lines, brings ``briefer``
    ones, the fullest first; 0 is as many as it needs.
    """

    title: str
    lead: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    lines: int = 0
    briefer: "Iterable[Page]" = ()
    about: About | None = None


@dataclass(frozen=True)
class Book:
    """Many pages as one, with a list of contents; each chapter's ``anchor`` is unique in it."""

    title: str
    lead: tuple[str, ...]
    chapters: tuple[tuple[str, Page], ...]
    about: About | None = None


def lower(block: Block) -> Block:
    """Return a block of a chapter as it stands in its book, where headings are a level lower."""
    if isinstance(block, Heading):
        return replace(block, level=min(block.level + 1, LOWEST))
    return block
