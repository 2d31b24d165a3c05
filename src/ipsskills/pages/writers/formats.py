"""The one list of formats: a new one is a module beside this with ``write``, and a line here.

A writer's module is imported when something is written in its format, and not before.
"""

from collections.abc import Collection
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal

from ipsskills.errors import InvalidInput, IpsSkillsError, UsageError
from ipsskills.frozen import dataclass

if TYPE_CHECKING:
    from datetime import date

    from ipsskills.pages.data import CalendarDay, Sheet
    from ipsskills.pages.document import Book, Page

Part = Literal["page", "facts", "sheets", "events"]


@dataclass(frozen=True)
class Material:
    """All that a writer may draw on: what a command found, and what was made of it.

    ``command`` is the command's name, ``notices`` what is said beside the result, ``on`` the day
    on which the page is made. ``sheets`` and ``events`` are there for the formats that need them.
    """

    command: str
    facts: Any
    page: "Page | Book"
    sheets: "tuple[Sheet, ...]" = ()
    notices: tuple[str, ...] = ()
    on: "date | None" = None
    events: "tuple[CalendarDay, ...]" = ()


@dataclass(frozen=True)
class Format:
    """A format: its name for ``--format``, the endings of its files, and its ``writer``.

    The writer is the name of a module in this folder; its ``write`` takes the Material and returns
    the bytes of a file. ``needs`` names the part of the Material it cannot do without. Where
    ``shows_commands`` is false the page comes without what is only there to be typed. What is
    ``opened`` by another program always goes to a file, and never to a terminal. Where that program
    ``breaks_lines`` by itself, no number parts from the name behind it.
    """

    name: str
    endings: tuple[str, ...]
    needs: Part
    writer: str
    shows_commands: bool = False
    shows_pictures: bool = False
    breaks_lines: bool = False
    opened: bool = False

    def write(self, material: Material) -> bytes:
        """Return the material as the bytes of a file."""
        if self.breaks_lines:
            from ipsskills.pages.writers.bound import bind_numbers

            material = replace(material, page=bind_numbers(material.page))
        written: bytes = import_module(f"{__package__}.{self.writer}").write(material)
        return written


TEXT = Format("text", (".txt", ""), needs="page", writer="text", shows_commands=True)
HTML = Format(
    "html",
    (".html", ".htm"),
    needs="page",
    writer="html",
    shows_pictures=True,
    breaks_lines=True,
    opened=True,
)
PDF = Format(
    "pdf",
    (".pdf",),
    needs="page",
    writer="pdf",
    shows_pictures=True,
    breaks_lines=True,
    opened=True,
)
DOCX = Format(
    "docx",
    (".docx",),
    needs="page",
    writer="word",
    shows_pictures=True,
    breaks_lines=True,
    opened=True,
)
JSON = Format("json", (".json",), needs="facts", writer="envelope")

FORMATS = (
    TEXT,
    Format("md", (".md", ".markdown"), needs="page", writer="markdown", shows_commands=True),
    HTML,
    PDF,
    DOCX,
    JSON,
    Format("csv", (".csv",), needs="sheets", writer="sheet"),
    Format("xlsx", (".xlsx",), needs="sheets", writer="workbook", opened=True),
    Format("ics", (".ics",), needs="events", writer="calendar", opened=True),
)
TO_OPEN = PDF  # what is made where a page is to be opened and nobody said as what


def find_format(name: str, parts: Collection[Part]) -> Format:
    """Return the format of a name, in any case, for a page that has these parts.

    Raises UsageError for a format it cannot have.
    """
    for each in _possible(parts):
        if each.name == name.strip().lower():
            return each
    raise _refuse(UsageError, name, parts)


def find_format_by_ending(ending: str, parts: Collection[Part]) -> Format:
    """Return the format of a file's ending (".MD"), for a page that has these parts.

    Raises InvalidInput for a format it cannot have.
    """
    for each in _possible(parts):
        if ending.lower() in each.endings:
            return each
    raise _refuse(InvalidInput, ending, parts)


def _possible(parts: Collection[Part]) -> list[Format]:
    return [each for each in FORMATS if each.needs in parts]


def _refuse(kind: type[IpsSkillsError], wanted: str, parts: Collection[Part]) -> IpsSkillsError:
    """Return the one refusal of a format, whichever way it was asked for."""
    from ipsskills.pages.words import join_words

    possible = [
        f"{each.name} ({', '.join(ending for ending in each.endings if ending)})"
        for each in _possible(parts)
    ]
    return kind(
        f"This page cannot be written as {wanted}. It can be: {join_words(possible, 'or')}.",
        "Give the file one of these endings, or name one of these formats with --format.",
    )
