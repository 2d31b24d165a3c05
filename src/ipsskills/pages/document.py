"""A page as a document without a format: a title and blocks, which every writer understands."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Heading:
    """A heading inside the page; ``note`` stands small beside it.

    A ``sentence`` is a heading in somebody's own words, which is never put in capitals.
    """

    text: str
    note: str = ""
    sentence: bool = False


@dataclass(frozen=True)
class Text:
    """A paragraph; a ``label`` stands before it and is strong."""

    text: str
    strong: bool = False
    label: str = ""


@dataclass(frozen=True)
class Bullets:
    """A list; ``numbered`` from 1, or every item ``ticked`` as done."""

    items: tuple[str, ...]
    numbered: bool = False
    ticked: bool = False


@dataclass(frozen=True)
class Entries:
    """Named things with a word about each, in three columns: key, name, what is said."""

    rows: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Phrase:
    """What stands in a cell of a table whose last words are strong."""

    text: str
    strong: str


Cell = str | Phrase


@dataclass(frozen=True)
class Table:
    """A table; the first column is wide."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Commands:
    """What to type next: command and what it does."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Tick:
    """A line with a box that is ticked or not."""

    done: bool
    text: str


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
class Rule:
    """A line across the page."""


@dataclass(frozen=True)
class PageBreak:
    """Where a new sheet of paper begins."""


Block = (
    Heading | Text | Bullets | Entries | Table | Commands | Point | Signatures | Rule | PageBreak
)

SIGN_HERE = "________________"


@dataclass(frozen=True)
class Page:
    """A page; ``lead`` are the lines under its title."""

    title: str
    lead: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True)
class Book:
    """Many pages as one, with a list of contents; each chapter's ``anchor`` is unique in it."""

    title: str
    lead: tuple[str, ...]
    chapters: tuple[tuple[str, Page], ...]
