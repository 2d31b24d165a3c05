"""Shows a page in any of its formats, on the screen or in a file: the one way for every command."""

import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ipsskills.cli.output.show import Output, print_page, write, write_raw
from ipsskills.cli.output.spelling import spell_page, spell_text
from ipsskills.cli.setup import context
from ipsskills.errors import UsageError
from ipsskills.frozen import dataclass
from ipsskills.pages.writers.formats import (
    JSON,
    TEXT,
    TO_OPEN,
    Format,
    Material,
    Part,
    find_format,
    find_format_by_ending,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from ipsskills.pages.data import CalendarDay, Sheet
    from ipsskills.pages.document import Book, Page

STDOUT = Path("-")
_NAMELESS = "Its entries say only 'Supervision' or 'Learning plan'; --names says what and who."


@dataclass(frozen=True)
class PageOptions:
    """How a page is wanted, as every page command takes it.

    ``form`` is the name of a format; without it a file's ending decides, and without a file
    ``usual`` does, or what is made to be ``opened``. A ``folder`` is for many pages. With ``json``
    a program is told: what was found, or where its file is. ``sheets`` and ``events`` are whether
    the page has some for spreadsheets and calendars. Raises UsageError or InvalidInput for a format
    the page cannot have.
    """

    form: str | None = None
    output: Path | None = None
    force: bool = False
    json: bool = False
    opened: bool = False
    usual: str = TEXT.name
    sheets: bool = False
    events: bool = False
    folder: bool = False

    def __post_init__(self) -> None:
        """Refuse a format that the page cannot have, before anything is read for it."""
        self.find_format()
        if self.opened and self.output == STDOUT:
            raise UsageError("--open opens a file, and -o - makes none.", "Leave one of them out.")

    @property
    def leaves_the_screen(self) -> bool:
        """Whether it goes to a file, or has a form made for one: anybody may read that."""
        return self.folder or self.output is not None or self.find_format() is not TEXT

    @property
    def shows_pictures(self) -> bool:
        """Whether the page is written in a form that shows pictures."""
        return self.find_format().shows_pictures

    def refuse_names(self, *, names: bool) -> None:
        """Refuse to name people in a calendar where the page is none. Raises UsageError."""
        if names and self.find_format().needs != "events":
            raise UsageError(
                "--names is for a calendar: other pages name people anyway.",
                "As in: -o calendar.ics --names",
            )

    def find_format(self) -> Format:
        """Return the format that is wanted. Raises UsageError, InvalidInput."""
        parts: list[Part] = ["page", "facts"]
        parts += ["sheets"] if self.sheets else []
        parts += ["events"] if self.events else []
        named = find_format(self.form, parts) if self.form else None
        to_file = self.folder or self.output or self.opened or (named and named.opened)
        if self.json and not to_file:
            return JSON
        if named:
            return named
        if self.folder:
            return TO_OPEN
        if self.output and self.output.suffix:
            return find_format_by_ending(self.output.suffix, parts)
        if self.opened and not self.output:
            return TO_OPEN
        return find_format(self.usual, parts)

    def find_file(self, command: str, page: "Page | Book", on: date) -> Path | None:
        """Return the file to write, None for the screen or stdout.

        What is opened by another program names its file itself if nobody did.
        """
        chosen = self.find_format()
        if self.output == STDOUT:
            return None
        if self.output or not (chosen.opened or self.opened):
            return self.output
        from ipsskills.cli.output.naming import find_free, name_file

        named = name_file(command, page, on, chosen.endings[0])
        return named if self.force else find_free(named)


@dataclass(frozen=True)
class Made:
    """What a command found, and what was made of it.

    JSON is written from ``facts``; ``page`` is what is read; ``sheets`` and ``events`` make what
    spreadsheets and calendars take, and are called for those alone; sheets are made of the facts
    where nobody says how. ``notices`` are said beside the result, but not where the page that is
    shown says them itself.
    """

    facts: Any
    page: "Page | Book"
    notices: tuple[str, ...] = ()
    sheets: "Callable[[], tuple[Sheet, ...]] | None" = None
    events: "Callable[[], tuple[CalendarDay, ...]]" = tuple


def prepare(command: str, made: Made, options: PageOptions, on: date) -> Material:
    """Return what a writer takes: without what no file may hold, and with its commands spelt."""
    chosen, page, notices = options.find_format(), made.page, made.notices
    if options.leaves_the_screen:
        page, notices = _keep_off_paper(page, notices)
    material = Material(command, made.facts, page, on=on)
    if chosen.needs == "sheets":
        material = replace(
            material, sheets=made.sheets() if made.sheets else _compose_sheets(made.facts)
        )
    elif chosen.needs == "events":
        material = replace(material, events=made.events())
    return _spell(material, chosen, notices)


def show_page(
    command: str,
    facts: Any,
    page: "Page | Book",
    options: PageOptions,
    *,
    notices: Iterable[str] = (),
    sheets: "Callable[[], tuple[Sheet, ...]] | None" = None,
    events: "Callable[[], tuple[CalendarDay, ...]]" = tuple,
) -> None:
    """Show what a command found on the screen, or write it to a file; all as `Made` has it.

    Raises InvalidInput for a file that is there or cannot be written.
    """
    made = Made(facts, page, notices=tuple(notices), sheets=sheets, events=events)
    show_made(command, made, options)


def show_made(command: str, made: Made, options: PageOptions) -> None:
    """Show what was made on the screen, or write it to a file.

    Raises InvalidInput for a file that is there or cannot be written.
    """
    chosen, on = options.find_format(), context.now().astimezone().date()
    material = prepare(command, made, options, on)
    out = Output(command, options.json or (chosen is JSON and bool(options.form)))
    for notice in material.notices:
        out.notice(notice)
    if path := options.find_file(command, made.page, on):
        _write_file(path, material, options, out)
    elif out.json:
        out.result(made.facts)
    elif chosen is TEXT:
        print_page(material.page, spelt=True, paged=may_page())
    elif chosen.opened:
        write_raw(chosen.write(material))
    else:
        write(chosen.write(material).decode("utf-8-sig").replace("\r\n", "\n"))


def _compose_sheets(facts: Any) -> "tuple[Sheet, ...]":
    """Return what a page has for spreadsheets: nothing else needs what this loads."""
    from ipsskills.pages.compose.sheets.choosing import compose_sheets

    return compose_sheets(facts)


def _write_file(path: Path, material: Material, options: PageOptions, out: Output) -> None:
    """Write a page to a file, tell where it is, and open it if that is wanted."""
    from ipsskills.files import write_bytes

    written = options.find_format().write(material)
    whole = write_bytes(path, written, replace=options.force).absolute()
    if any(not day.private for day in material.events):
        out.notice(_NAMELESS)
    out.result({"path": whole}, f"It is in {whole}")
    if options.opened:
        from ipsskills.cli.output.opening import open_file

        open_file(whole, out)


def may_page() -> bool:
    """Whether a long page may go through a pager: at a terminal, and no plain lines are wanted."""
    if not sys.stdout.isatty():
        return False
    from ipsskills.cli.prompts import ask
    from ipsskills.cli.setup import settings

    return bool(settings.load().get("pager")) and not ask.wants_plain()


def _keep_off_paper(
    page: "Page | Book", notices: Iterable[str]
) -> "tuple[Page | Book, tuple[str, ...]]":
    """Return a page without what is for its reader's eyes only, and the notices that say so."""
    from ipsskills.pages.on_screen import LEFT_OUT, keep_off_paper

    kept = keep_off_paper(page)
    return kept, (*notices, *(() if kept is page else (LEFT_OUT,)))


def _spell(material: Material, chosen: Format, notices: Iterable[str]) -> Material:
    """Return the material as it is shown in a format: commands spelt, or left out of the page."""
    page = material.page
    if not chosen.shows_commands:
        from ipsskills.pages.without_commands import leave_out_commands

        page = leave_out_commands(page)
    shown = spell_page(page)
    said = [spell_text(notice) for notice in notices if notice]
    if chosen.needs == "page":
        said = [notice for notice in said if notice not in shown.lead]  # it says these itself
    sheets = spell_page(material.sheets)
    return replace(material, page=shown, sheets=sheets, notices=tuple(said))
