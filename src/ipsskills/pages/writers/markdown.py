"""Writes a page as Markdown."""

import re
from collections.abc import Iterable
from functools import singledispatch

from ipsskills.pages.document import (
    SIGN_HERE,
    WRITE_HERE,
    BlankBoxes,
    BlankFields,
    BlankLines,
    BlankTable,
    Book,
    Bullets,
    Cell,
    Commands,
    Drawing,
    Entries,
    Figure,
    Heading,
    Page,
    PageBreak,
    Phrase,
    Point,
    Rule,
    Signatures,
    Table,
    Text,
    Tick,
    lower,
)
from ipsskills.pages.writers.formats import Material
from ipsskills.pages.writers.running import write_foot

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~]|&(?=\w+;))")
_NUMBER = re.compile(r"^(\d+)(?=[.)](\s|$))")


def escape(text: str) -> str:
    """Return text in which nothing is read as Markdown or HTML."""
    return _SPECIAL.sub(r"\\\1", re.sub(r"[ \t\n\r]+", " ", text).strip(" "))


def _start(text: str) -> str:
    """Escape text that starts a line, where a number or dash would begin a list or a rule."""
    return _NUMBER.sub(r"\1\\", re.sub(r"^([-+=])", r"\\\1", escape(text)))


def _code(text: str) -> str:
    """Return text as code, between more backticks than stand in it."""
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence, space = "`" * (longest + 1), " " if longest else ""
    return f"{fence}{space}{text}{space}{fence}"


def write(material: Material) -> bytes:
    """Return the material's page or book as a file."""
    foot = write_foot(material)
    return (to_markdown(material.page) + (f"\n{_start(foot)}\n" if foot else "")).encode()


def to_markdown(page: Page | Book) -> str:
    """Return a page or a book as Markdown text, ending in a line feed.

    A book's contents are links; its chapters stand a level lower than they would alone.
    """
    parts = [f"# {escape(page.title)}", _lines(page.lead)]
    if isinstance(page, Book):
        links = (f"- [{escape(page.title)}](#{anchor})" for anchor, page in page.chapters)
        parts += ["## Contents", "\n".join(links)]
        for anchor, chapter in page.chapters:
            parts += [f'<a id="{anchor}"></a>', f"## {escape(chapter.title)}"]
            parts += [_lines(chapter.lead), *(_block(lower(block)) for block in chapter.blocks)]
    else:
        parts += [_block(block) for block in page.blocks]
    return "\n\n".join(part for part in parts if part) + "\n"


def _lines(lead: Iterable[str]) -> str:
    return "  \n".join(_start(line) for line in lead)


@singledispatch
def _block(block: object) -> str:
    raise TypeError(f"no way to write {type(block).__name__} as Markdown")


@_block.register
def _(block: Heading) -> str:
    note = f" ({escape(block.note)})" if block.note else ""
    return f"{'#' * (block.level + 1)} {escape(block.text)}{note}"


@_block.register
def _(block: Text) -> str:
    if block.label:
        return f"**{escape(block.label)}** {escape(block.text)}"
    return f"**{escape(block.text)}**" if block.strong else _start(block.text)


@_block.register
def _(block: Bullets) -> str:
    plain = "- [x]" if block.ticked else "-"
    marks = (f"{n}." if block.numbered else plain for n, _ in enumerate(block.items, 1))
    return "\n".join(
        f"{mark} {_start(item)}" for mark, item in zip(marks, block.items, strict=True)
    )


@_block.register
def _(block: Entries) -> str:
    return "\n".join(
        f"- **{escape(f'{key} {name}'.strip())}**" + (f": {_more_lines(said)}" if said else "")
        for key, name, said in block.rows
    )


def _more_lines(said: str) -> str:
    """Return what is said in a list; more lines are a list in it where they begin as one."""
    first, *more = said.split("\n")
    under = [f"\n  - {_start(m[2:])}" if m[:2] == "- " else f"  \n  {escape(m)}" for m in more]
    return "".join([escape(first), *under])


@_block.register
def _(block: Table) -> str:
    rows = [[_cell(cell) for cell in row] for row in block.rows]
    if block.row_heads:
        rows = [[f"**{row[0]}**" if row[0] else "", *row[1:]] for row in rows]
    lines = [[escape(column) for column in block.columns], ["---"] * len(block.columns), *rows]
    table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    return f"**{escape(block.caption)}**\n\n{table}" if block.caption else table


@_block.register
def _(block: Figure) -> str:
    """Return what the picture says: no one text file carries a picture that all readers show."""
    said = _start(block.alternative)
    return f"**{escape(block.caption)}**\n\n{said}" if block.caption else said


@_block.register
def _(block: Drawing) -> str:
    return "\n".join(["```", *block.lines, "```"])


def _cell(cell: Cell) -> str:
    if isinstance(cell, Phrase):
        return f"{escape(cell.text)} **{escape(cell.strong)}**".strip()
    return f"{_box(cell)} {escape(cell.text)}".strip() if isinstance(cell, Tick) else escape(cell)


def _box(tick: Tick) -> str:
    return "[x]" if tick.done else "[ ]"


@_block.register
def _(block: Commands) -> str:
    return "\n".join(f"- {_code(str(command))}: {escape(what)}" for command, what in block.rows)


@_block.register
def _(block: Point) -> str:
    minutes = f" ({block.minutes} min)" if block.minutes else ""
    lines = "\n".join(_point_line(line) for line in block.lines)
    return f"## {block.number}. {escape(block.text)}{minutes}\n\n{lines}".strip()


def _point_line(line: Tick | str) -> str:
    if isinstance(line, Tick):
        return f"- {_box(line)} {escape(line.text)}"
    return f"- {_start(line)}"


@_block.register
def _(block: Signatures) -> str:
    lines = [f"{_start(name)} {SIGN_HERE}" for name in block.names]
    return "  \n".join([*lines, *([_start(block.note)] if block.note else [])])


@_block.register
def _(block: BlankFields) -> str:
    return "  \n".join(f"**{escape(label)}** {SIGN_HERE}" for label in block.labels)


@_block.register
def _(block: BlankLines) -> str:
    return "\n\n".join([_ask(block), *[WRITE_HERE] * block.lines])


@_block.register
def _(block: BlankBoxes) -> str:
    boxes = "\n".join(f"- [ ] {_start(choice)}" for choice in block.choices)
    return f"{_ask(block)}\n\n{boxes}".strip()


@_block.register
def _(block: BlankTable) -> str:
    empty = ("",) * (len(block.columns) - 1)
    table = Table(block.columns, tuple((head, *empty) for head in block.heads), row_heads=True)
    return f"{_ask(block)}\n\n{_block(table)}".strip()


def _ask(block: BlankLines | BlankBoxes | BlankTable) -> str:
    """Return what is asked, strong, and the hint behind it."""
    asked = f"**{escape(block.text)}**" if block.text else ""
    return f"{asked} {escape(block.hint)}".strip()


@_block.register
def _(_: Rule) -> str:
    return "---"


@_block.register
def _(_: PageBreak) -> str:
    return "---"
