"""The one list of formats: a new one is a module beside this with ``write``, and a line here.

A writer's module is imported when something is written in its format, and not before.
"""

from collections.abc import Collection
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal

from ipsskills.errors import InvalidInput, IpsSkillsError, UsageError
from ipsskills.frozen import dataclass

if TYPE_CHECKING:
    from ipsskills.pages.document import Book, Page, Sheet

Part = Literal["page", "facts", "table"]


@dataclass(frozen=True)
class Material:
    """All that a writer may draw on: what a command found, and the page and table made of it.

    ``command`` is the command's name, ``notices`` what is said beside the result. A page without
    a table has None for ``table``.
    """

    command: str
    facts: Any
    page: "Page | Book"
    table: "Sheet | None" = None
    notices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Format:
    """A format: its name for ``--format``, the endings of its files, and its ``writer``.

    The writer is the name of a module in this folder; its ``write`` takes the Material and returns
    the bytes of a file. ``needs`` names the part of the Material it cannot do without. Where
    ``shows_commands`` is false the page comes without what is only there to be typed.
    """

    name: str
    endings: tuple[str, ...]
    needs: Part
    shows_commands: bool
    writer: str

    def write(self, material: Material) -> bytes:
        """Return the material as the bytes of a file."""
        written: bytes = import_module(f"{__package__}.{self.writer}").write(material)
        return written


TEXT = Format("text", (".txt", ""), needs="page", shows_commands=True, writer="text")
JSON = Format("json", (".json",), needs="facts", shows_commands=False, writer="envelope")

FORMATS = (
    TEXT,
    Format("md", (".md", ".markdown"), needs="page", shows_commands=True, writer="markdown"),
    Format("html", (".html", ".htm"), needs="page", shows_commands=False, writer="html"),
    JSON,
    Format("csv", (".csv",), needs="table", shows_commands=False, writer="sheet"),
)


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
