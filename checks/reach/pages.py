"""What the program prints: every page of the content, made in this process by its own command."""

import html
import io
import os
import re
import shlex
from collections.abc import Collection, Iterator, Mapping
from contextlib import ExitStack, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import cache
from tempfile import TemporaryDirectory
from unittest.mock import patch

from ipsskills.cli.app import run
from ipsskills.cli.output.spelling import spell_text
from ipsskills.cli.setup import context
from ipsskills.doing import mark_written
from ipsskills.folding import fold
from ipsskills.framework.blanks import find_blank
from ipsskills.pages.compose.content.handbook import anchor
from ipsskills.usecases.explain import list_explainable

READERS = ("framework", "fidelity", "glossary", "systems", "links", "shelf", "blanks")
_ESCAPED = re.compile(r"\\(?=[^\w\s])")
_CHAPTER = re.compile(r'<section id="([^"]*)"[^>]*>(.*?)</section>', re.DOTALL)


@dataclass(frozen=True)
class Printed:
    """Pages by the command that shows them, and the chapters of the handbook by their place.

    All are as `read` reads them. ``unit_pages`` and ``unit_chapters`` are those of a unit alone,
    ``names`` what pages go by, as `fold` folds them.
    """

    pages: Mapping[str, str]
    chapters: Mapping[str, str]
    unit_pages: Mapping[str, str]
    unit_chapters: Mapping[str, str]
    names: Collection[str] = ()


@contextmanager
def away_from_home() -> Iterator[None]:
    """Have no settings and no record, and read each file of the content once."""
    with TemporaryDirectory() as home, ExitStack() as stack:
        ours = ("IPSSKILLS_", "XDG_CONFIG", "XDG_DATA", "XDG_STATE")
        kept = {name: set_to for name, set_to in os.environ.items() if not name.startswith(ours)}
        stack.enter_context(patch.dict(os.environ, kept | {"HOME": home}, clear=True))
        for name in READERS:
            stack.enter_context(patch.object(context, name, cache(getattr(context, name))))
        known = tuple(list_explainable(context.shelf()))
        stack.enter_context(patch("ipsskills.usecases.explain.list_explainable", lambda _: known))
        yield


def print_all() -> Printed:
    """Return everything that is printed about the content. Raises RuntimeError if a page fails."""
    units = context.framework().by_id
    pages = {command: show(command) for command in _list_commands()}
    book = _print("framework handbook --format html -o -")
    chapters = {place: _read_html(inside) for place, inside in _CHAPTER.findall(book)}
    return Printed(
        pages=pages,
        chapters=chapters | {"": _read_html(_CHAPTER.sub("", book))},
        unit_pages={
            unit: "\n".join(said for command, said in pages.items() if unit in command.split())
            for unit in units
        },
        unit_chapters={unit.id: chapters[anchor(unit)] for unit in units.values()},
        names=set(_list_names()),
    )


def show(command: str) -> str:
    """Return a page as `read` reads it. Raises RuntimeError if there is none."""
    return read(_ESCAPED.sub("", _print(f"{command} --format md")))


def read(text: str) -> str:
    """Return a text as it is compared: what to do spelt, one blank between words, small letters."""
    return " ".join(spell_text(mark_written(text)).split()).casefold()


def _list_commands() -> Iterator[str]:
    framework = context.framework()
    yield from (
        "framework show",
        "framework show scale",
        "framework map",
        "framework changes",
        "explain",
    )
    yield from ("framework notes --all-nations", "framework notes --moving")
    yield from ("framework vignette", "framework blank")
    for unit in framework.units:
        yield f"framework show {unit.id} --all-nations"
        yield f"framework show {unit.id} --vignettes"
    for part in [each.id for each in framework.domains] + [each.id for each in framework.sections]:
        if part not in framework.by_id:
            yield f"framework show {part}"
    for page in context.blanks().blanks:
        yield f"framework blank {page.name}"
    for topic in list_explainable(context.shelf()):
        yield f"explain {shlex.quote(topic.name)}"


def _list_names() -> Iterator[str]:
    """Yield every other name by which `explain` or `framework blank` finds just that page."""
    for topic in list_explainable(context.shelf()):
        yield from topic.names
    for page in context.blanks().blanks:
        yield from (fold(name) for name in page.also if find_blank(context.blanks(), name) == page)


def _print(command: str) -> str:
    shown = io.StringIO()
    with redirect_stdout(shown), redirect_stderr(shown):
        code = run(shlex.split(command))
    if code:
        raise RuntimeError(f"{command} ended with {code}: {shown.getvalue()}")
    return shown.getvalue()


def _read_html(text: str) -> str:
    return read(html.unescape(re.sub(r"<[^>]+>", " ", text)))
