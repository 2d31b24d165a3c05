"""Shows results: text for people, one JSON envelope for programs; talk goes to stderr."""

import os
import shutil
import sys
import textwrap
from contextlib import suppress
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

from ipsskills.cli.output.spelling import spell_page, spell_text
from ipsskills.cli.output.working import hush
from ipsskills.doing import marks_in

if TYPE_CHECKING:
    from rich.console import Console

    from ipsskills.pages.document import Book, Page

WIDEST = 100
_TIE = "\x1f"  # stands for a space at which no line is broken; no text that is shown holds it


class _Beside:
    """What is said beside a result that is not known yet; where JSON is asked for, by it."""

    def __init__(self, *, json: bool = False) -> None:
        self.json = json
        self.said: list[str] = []


_BESIDE: ContextVar[_Beside] = ContextVar("beside")


def begin_command(*, json: bool) -> None:
    """Say whether the command that begins here was asked for JSON."""
    _BESIDE.set(_Beside(json=json))


def say_beside(text: str) -> None:
    """Say something, once, beside whatever the command that runs is going to show."""
    beside = _BESIDE.get(_Beside())
    if text not in beside.said:
        beside.said.append(text)
        if not beside.json:
            say(text)


def say_renamed(earlier: str, name: str) -> None:
    """Say that somebody was named as they were called before."""
    say_beside(f"{earlier} is called {name} now.")


class Output:
    """What one command shows. ``command`` is its name as typed, for example "plan show"."""

    def __init__(self, command: str, json: bool = False) -> None:
        self.command = command
        self.json = json
        self.notices: list[str] = []

    def notice(self, text: str) -> None:
        """Say something beside the result: on stderr, or in the envelope."""
        self.notices.append(spell_text(text))
        if not self.json:
            say(text)

    def notice_if(self, text: str) -> None:
        """Say something beside the result if there is something to say."""
        if text:
            self.notice(text)

    def result(self, data: Any, page: "Page | str | None" = None, *, to_paste: str = "") -> None:
        """Show the result of the command: ``data`` as JSON, or the page for people.

        What is ``to_paste`` elsewhere follows a page of words; its lines stay as they are.
        """
        if self.json:
            from ipsskills.pages.writers.envelope import envelope

            beside = _BESIDE.get(_Beside())
            notices = [*map(spell_text, beside.said if beside.json else ()), *self.notices]
            write_json(envelope(self.command, data, notices, None))
        elif isinstance(page, str):
            write("\n".join(filter(None, (_for_reading(page, sys.stdout), to_paste))))
        elif page is not None:
            print_page(page)


def write(text: str) -> None:
    """Write text on stdout, ending in one line feed; what it cannot hold is replaced."""
    _write(sys.stdout, text)


def write_json(text: str) -> None:
    """Write JSON on stdout; what it cannot hold is escaped as JSON does, so nothing is lost."""
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        import json

        text = json.dumps(json.loads(text), indent=2)
    write(text)


def write_raw(content: bytes) -> None:
    """Write the bytes of a file on stdout as they are: another program takes them."""
    hush()
    sys.stdout.flush()
    if hasattr(sys.stdout, "buffer"):
        sys.stdout.buffer.write(content)
    else:  # whoever runs the program from Python may catch letters only
        sys.stdout.write(content.decode(errors="replace"))
    sys.stdout.flush()


def say(text: str) -> None:
    """Write talk on stderr, its lines broken between words where a person reads it.

    Where nobody can hear it any more, what is done goes on without.
    """
    try:
        _write(sys.stderr, _for_reading(text, sys.stderr))
    except OSError:
        silence(sys.stderr)


def silence(stream: Any) -> None:
    """Keep Python from complaining at its end that a stream is closed or full."""
    with suppress(OSError):
        number = stream.fileno()
        os.dup2(os.open(os.devnull, os.O_WRONLY), number)


def _for_reading(text: str, stream: Any) -> str:
    """Return text spelt, its lines broken between words, where a person reads it on a terminal.

    Words stay whole, and so does a command that a line can hold, so that it can be copied.
    """
    if not stream.isatty():
        return text
    width, spelt = min(shutil.get_terminal_size().columns, WIDEST) - 1, spell_text(text)
    for command in map(spell_text, map(str, marks_in(text))):
        if len(command) <= width:
            spelt = spelt.replace(command, command.replace(" ", _TIE))
    lines = (
        textwrap.fill(
            line,
            width,
            subsequent_indent=" " * (len(line) - len(line.lstrip())),
            break_long_words=False,
            break_on_hyphens=False,
        )
        for line in spelt.splitlines()
    )
    return "\n".join(lines).replace(_TIE, " ")


def print_page(page: "Page | Book", *, paged: bool = False, spelt: bool = False) -> None:
    """Print a page at the width of the terminal, in colour where that is wanted.

    With ``paged`` one that is longer than the screen is read in a pager. What goes on to a file or
    another program has no private notes: stdout is no screen then. ``spelt`` is whether what to do
    next is written out already.
    """
    from ipsskills.pages.on_screen import LEFT_OUT, keep_off_paper, show_on_screen
    from ipsskills.pages.writers.text import print_page as lay_out
    from ipsskills.pages.writers.text import to_text

    ready = page if spelt else spell_page(page)
    if sys.stdout.isatty():
        hush()
        shown = console()
        with shown.capture() as caught:
            lay_out(show_on_screen(ready), shown)
        _show_laid_out(caught.get(), paged=paged)
        return
    kept = keep_off_paper(ready)
    if kept is not ready:
        say(LEFT_OUT)
    write(to_text(kept))


def _show_laid_out(text: str, *, paged: bool) -> None:
    """Show a page that is laid out: as it is, or in a pager where it is longer than the screen."""
    from ipsskills.cli.output.paging import show_in_pager, wants_pager

    if paged and wants_pager(text.count("\n")) and show_in_pager(text):
        return
    sys.stdout.write(text)
    sys.stdout.flush()


def say_page(page: "Page") -> None:
    """Write a page as talk, on stderr, at the width of the terminal."""
    from ipsskills.pages.writers.text import to_text

    width = min(shutil.get_terminal_size().columns, WIDEST)
    _write(sys.stderr, to_text(spell_page(page), width))


def console() -> "Console":
    """Return a console on stdout; it obeys NO_COLOR and is never wider than is good to read."""
    from rich.console import Console

    width = min(shutil.get_terminal_size().columns, WIDEST)
    return Console(width=width, highlight=False, emoji=False, markup=False)


def _write(stream: Any, text: str) -> None:
    encoding = stream.encoding or "utf-8"
    safe = spell_text(text).encode(encoding, errors="replace").decode(encoding)
    hush()
    stream.write(safe if safe.endswith("\n") else f"{safe}\n")
    stream.flush()
