"""Shows a page in any of its formats, on the screen or in a file: the one way for every command."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ipsskills.cli.output.show import Output, print_page, write
from ipsskills.cli.output.spelling import spell_page, spell_text
from ipsskills.frozen import dataclass
from ipsskills.pages.writers.formats import (
    JSON,
    TEXT,
    Format,
    Material,
    Part,
    find_format,
    find_format_by_ending,
)

if TYPE_CHECKING:
    from ipsskills.pages.document import Book, Page, Sheet


@dataclass(frozen=True)
class PageOptions:
    """How a page is wanted, as every page command takes it.

    ``form`` is the name of a format; without it a file's ending decides, and without a file
    ``usual`` does. With ``json`` a program is told: what was found, or where its file is.
    ``table`` is whether the page has one for spreadsheets. Raises UsageError or InvalidInput for a
    format the page cannot have.
    """

    form: str | None = None
    output: Path | None = None
    force: bool = False
    json: bool = False
    usual: str = TEXT.name
    table: bool = False

    def __post_init__(self) -> None:
        """Refuse a format that the page cannot have, before anything is read for it."""
        self.find_format()

    @property
    def leaves_the_screen(self) -> bool:
        """Whether it goes to a file, or has a form made for one: anybody may read that."""
        return self.output is not None or self.find_format() is not TEXT

    def find_format(self) -> Format:
        """Return the format that is wanted. Raises UsageError, InvalidInput."""
        parts: tuple[Part, ...] = ("page", "facts", "table") if self.table else ("page", "facts")
        named = find_format(self.form, parts) if self.form else None
        if self.json and not self.output:
            return JSON
        if named:
            return named
        if self.output and self.output.suffix:
            return find_format_by_ending(self.output.suffix, parts)
        return find_format(self.usual, parts)


def show_page(
    command: str,
    facts: Any,
    page: "Page | Book",
    options: PageOptions,
    *,
    notices: Iterable[str] = (),
    table: "Sheet | None" = None,
) -> None:
    """Show what a command found on the screen, or write it to a file.

    ``facts`` are what JSON is written from, ``page`` what is read, ``table`` what a spreadsheet
    takes, where there is one. ``notices`` are said beside the result, but not where the page that
    is shown says them itself. Raises InvalidInput for a file that is there or cannot be written.
    """
    chosen = options.find_format()
    if chosen is not TEXT or options.output:
        page, notices = _keep_off_paper(page, notices)
    material = _spell(Material(command, facts, page, table), chosen, notices)
    out = Output(command, options.json or (chosen is JSON and bool(options.form)))
    for notice in material.notices:
        out.notice(notice)
    if options.output:
        from ipsskills.files import write_bytes

        write_bytes(options.output, chosen.write(material), replace=options.force)
        out.result({"path": options.output}, f"It is in {options.output}")
    elif out.json:
        out.result(facts)
    elif chosen is TEXT:
        print_page(material.page, spelt=True, paged=may_page())
    else:
        write(chosen.write(material).decode("utf-8-sig").replace("\r\n", "\n"))


def may_page() -> bool:
    """Whether a long page may go through a pager: at a terminal, and no plain lines are wanted."""
    if not sys.stdout.isatty():
        return False
    from ipsskills.cli.prompts import ask

    return not ask.wants_plain()


def _keep_off_paper(
    page: "Page | Book", notices: Iterable[str]
) -> "tuple[Page | Book, tuple[str, ...]]":
    """Return a page without what is for its reader's eyes only, and the notices that say so."""
    from ipsskills.pages.on_screen import LEFT_OUT, keep_off_paper

    kept = keep_off_paper(page)
    return kept, (*notices, *(() if kept is page else (LEFT_OUT,)))


def _spell(material: Material, chosen: Format, notices: Iterable[str]) -> Material:
    """Return the material as it is shown in a format: commands spelt, or left out of the page."""
    from dataclasses import replace

    page = material.page
    if not chosen.shows_commands:
        from ipsskills.pages.without_commands import leave_out_commands

        page = leave_out_commands(page)
    shown = spell_page(page)
    said = [spell_text(notice) for notice in notices if notice]
    if chosen.needs == "page":
        said = [notice for notice in said if notice not in shown.lead]  # it says these itself
    return replace(material, page=shown, notices=tuple(said))
