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
    """A paragraph."""

    text: str
    strong: bool = False


@dataclass(frozen=True)
class Bullets:
    """A list; ``numbered`` from 1."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Entries:
    """Named things with a word about each, in three columns: key, name, what is said."""

    rows: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Table:
    """A table; the first column is wide."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Commands:
    """What to type next: command and what it does."""

    rows: tuple[tuple[str, str], ...]


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


Block = Heading | Text | Bullets | Entries | Table | Commands | Signatures | Rule | PageBreak

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
