"""Whether pages to write on can be filled in, and ask nobody who a client is: checked when read."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ipsskills.framework.faults import Fault

if TYPE_CHECKING:  # the file is read by its own module, which calls this
    from ipsskills.framework.blanks import BlankItem, BlankPage, Blanks

BLANKS = "blanks.yaml"
MOST_LINES, MOST_ROWS, MOST_COLUMNS, MOST_ROW_LINES = 12, 12, 6, 4
_NAME = re.compile(r"[a-z]+(-[a-z]+)*")
# What would tell who somebody is; a page that asks for it would be kept with it.
_ASKS_WHO = re.compile(
    r"\b(?:(?:client|your|full|first|last|family)(?:'s|\u2019s)? name|surname|date of birth|born on"
    r"|(?:home|your) address|postcode|NHS number|CHI number|H&C number|National Insurance number"
    r"|signature of|signed)\b",
    re.IGNORECASE,
)


def find_page_faults(blanks: "Blanks") -> Iterator[Fault]:
    """Yield what is wrong with pages in themselves: names, items, and what must not be asked."""
    names = Counter(
        name for page in blanks.blanks for name in {page.name, page.title.lower(), *page.also}
    )
    for name in sorted(name for name, times in names.items() if times > 1):
        yield Fault(BLANKS, name, "Two pages go by this name.", "Name them apart.")
    known = {page.name for page in blanks.blanks}
    for page in blanks.blanks:
        for name in page.see:
            if name not in known - {page.name}:
                yield Fault(BLANKS, page.name, f"There is no other page '{name}'.", "Correct it.")
        yield from _find_faults(page)


def list_page_texts(page: "BlankPage") -> Iterator[str]:
    """Yield every text of a page."""
    yield from (page.title, page.purpose, page.nobody_named, *page.head)
    for part in page.parts:
        yield from (part.title, part.note)
        for item in part.items:
            yield from (item.text, item.hint, *item.choices, *item.fields)
            yield from (*item.columns, *item.heads)


def _find_faults(page: "BlankPage") -> Iterator[Fault]:
    for problem, fix in (*_find_head_faults(page), *_find_text_faults(page)):
        yield Fault(BLANKS, page.name, problem, fix)
    for part in page.parts:
        if not part.title.strip() or not part.items:
            problem, fix = "A part has no title, or asks nothing.", "Write it, or take it out."
            yield Fault(BLANKS, page.name, problem, fix)
        for number, item in enumerate(part.items, 1):
            for problem, fix in _find_item_faults(item):
                yield Fault(BLANKS, f"{page.name}, {part.title}, number {number}", problem, fix)


def _find_head_faults(page: "BlankPage") -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a page as a whole, and what to do."""
    if not _NAME.fullmatch(page.name):
        yield f"'{page.name}' is no name to type.", "As in: vocational-profile"
    for key in ("title", "purpose", "nobody_named"):
        if not getattr(page, key).strip():
            yield f"Its {key} is empty.", "Write it."
    if not page.units or not page.parts:
        yield "It has no unit, or no parts.", "Name the unit it goes with, and what it asks."


def _find_text_faults(page: "BlankPage") -> Iterator[tuple[str, str]]:
    for text in list_page_texts(page):
        if found := _ASKS_WHO.search(text):
            problem = f"It asks for what tells who somebody is: '{found[0]}'."
            yield problem, "Ask for initials or the service's own number at most."


def _find_item_faults(item: "BlankItem") -> Iterator[tuple[str, str]]:
    """Yield what is wrong with one item, and what to do."""
    ways = [way for way in ("lines", "choices", "fields", "columns") if getattr(item, way)]
    if len(ways) > 1:
        yield f"It is answered in several ways: {', '.join(ways)}.", "Keep one, or make two items."
    if not ways and not item.text.strip():
        yield "It asks nothing.", "Give it a text, or a way to answer."
    if bool(item.columns) != bool(item.rows or item.heads):
        yield "Columns and rows go together.", "Give a table both, as in: rows: 4"
    if item.rows and item.heads:
        yield "It has rows and heads.", "Heads make a row each: take out rows."
    limits = (
        ("lines", item.lines, 0, MOST_LINES),
        ("rows", item.rows or len(item.heads), 0, MOST_ROWS),
        ("columns", len(item.columns), 0, MOST_COLUMNS),
        ("row_lines", item.row_lines, 1, MOST_ROW_LINES),
    )
    for name, number, least, most in limits:
        if not least <= number <= most:
            yield f"Its {name} are {number}.", f"From {least} to {most}, so that it fits a page."
