"""The shapes of ``blanks.yaml``: pages to print and write on, and what each of them asks.

They are loaded only by the commands that show them. Nothing in them asks for a client's name.
"""

from datetime import date
from pathlib import Path

from ipsskills.doing import do
from ipsskills.errors import NotFound
from ipsskills.folding import fold
from ipsskills.framework.single import load_single
from ipsskills.framework.strict import Strict
from ipsskills.framework.systems.blank_checks import BLANKS, find_page_faults
from ipsskills.frozen import dataclass


@dataclass(frozen=True, kw_only=True)
class BlankItem(Strict):
    """One thing that a page asks or says, and the one way in which it is answered.

    That is so many ``lines`` to write on, ``choices`` to tick, ``fields`` side by side, or a table:
    its ``columns``, and so many empty ``rows`` or a row for each of ``heads``, each with room for
    ``row_lines`` lines. An item without any of these is only read.
    """

    text: str = ""
    hint: str = ""
    lines: int = 0
    choices: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    rows: int = 0
    row_lines: int = 1


@dataclass(frozen=True, kw_only=True)
class BlankPart(Strict):
    """A part of a page under a title of its own."""

    title: str
    note: str = ""
    items: tuple[BlankItem, ...]


@dataclass(frozen=True, kw_only=True)
class BlankPage(Strict):
    """A page to write on: the word to ask for it by, what it is for, and what it asks.

    ``nobody_named`` says at its head why no client is named on it, ``head`` are the short things
    filled in there, ``units`` those that it goes with, and ``see`` the names of pages beside it.
    """

    name: str
    title: str
    also: tuple[str, ...] = ()
    units: tuple[str, ...]
    see: tuple[str, ...] = ()
    purpose: str
    nobody_named: str
    head: tuple[str, ...]
    parts: tuple[BlankPart, ...]


@dataclass(frozen=True, kw_only=True)
class Blanks(Strict):
    """The whole of ``blanks.yaml``."""

    version: str
    reviewed: date
    blanks: tuple[BlankPage, ...]


def load_blanks(folder: Path | None = None, cache_folder: Path | None = None) -> Blanks:
    """Return the blank pages. Raises DataFileError with every fault."""
    return load_single(BLANKS, Blanks, folder, cache_folder, find_page_faults)


def find_blank(blanks: Blanks, name: str) -> BlankPage:
    """Return the page of a name, with hyphens or blanks in it, in any case.

    A part of a name or title that only one page has is enough. Raises NotFound, naming those that
    look alike.
    """
    wanted = _loosen(name)
    names = {_loosen(each): page for page in blanks.blanks for each in _list_names(page)}
    if wanted in names:
        return names[wanted]
    import difflib  # only where a page was not found

    near = {page.name: page for each, page in names.items() if wanted and wanted in each}
    if len(near) == 1:
        return next(iter(near.values()))
    alike = difflib.get_close_matches(wanted, names, n=4, cutoff=0.6)
    listed = list(near) or list(dict.fromkeys(names[each].name for each in alike))
    hint = f"Perhaps: {', '.join(listed)}." if listed else f"See the list: {do('framework blank')}"
    raise NotFound(f"There is no blank page '{name}'.", hint)


def _list_names(page: BlankPage) -> tuple[str, ...]:
    return page.name, page.title, *page.also


def _loosen(name: str) -> str:
    return " ".join(fold(name).replace("-", " ").split())
