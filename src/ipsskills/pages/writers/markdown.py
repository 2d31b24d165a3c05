"""Writes a page as Markdown."""

import re
from functools import singledispatch

from ipsskills.pages.document import (
    SIGN_HERE,
    Book,
    Bullets,
    Cell,
    Commands,
    Entries,
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
)

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~]|&(?=\w+;))")
_NUMBER = re.compile(r"^(\d+)(?=[.)](\s|$))")


def escaped(text: str) -> str:
    """Return text in which nothing is read as Markdown or HTML."""
    return _SPECIAL.sub(r"\\\1", re.sub(r"[ \t\n\r]+", " ", text).strip(" "))


def _started(text: str) -> str:
    """Escape text that starts a line, where a number or dash would begin a list or a rule."""
    return _NUMBER.sub(r"\1\\", re.sub(r"^([-+=])", r"\\\1", escaped(text)))


def _code(text: str) -> str:
    """Return text as code, between more backticks than stand in it."""
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence, space = "`" * (longest + 1), " " if longest else ""
    return f"{fence}{space}{text}{space}{fence}"


def to_markdown(page: Page) -> str:
    """Return the page as Markdown text, ending in a line feed."""
    parts = [f"# {escaped(page.title)}", "  \n".join(_started(line) for line in page.lead)]
    parts += [_block(block) for block in page.blocks]
    return "\n\n".join(part for part in parts if part) + "\n"


def book_to_markdown(book: Book) -> str:
    """Return a book as Markdown: contents with links, then each page a level lower."""
    contents = "\n".join(f"- [{escaped(page.title)}](#{anchor})" for anchor, page in book.chapters)
    lead = "  \n".join(_started(line) for line in book.lead)
    chapters = (
        f'<a id="{anchor}"></a>\n\n'
        + re.sub(r"^(#+ )", r"#\1", to_markdown(page), flags=re.MULTILINE)
        for anchor, page in book.chapters
    )
    return "\n\n".join([f"# {escaped(book.title)}", lead, "## Contents", contents, *chapters])


@singledispatch
def _block(block: object) -> str:
    raise TypeError(f"no way to write {type(block).__name__} as Markdown")


@_block.register
def _(block: Heading) -> str:
    note = f" ({escaped(block.note)})" if block.note else ""
    return f"## {escaped(block.text)}{note}"


@_block.register
def _(block: Text) -> str:
    if block.label:
        return f"**{escaped(block.label)}** {escaped(block.text)}"
    return f"**{escaped(block.text)}**" if block.strong else _started(block.text)


@_block.register
def _(block: Bullets) -> str:
    plain = "- [x]" if block.ticked else "-"
    marks = (f"{n}." if block.numbered else plain for n, _ in enumerate(block.items, 1))
    return "\n".join(
        f"{mark} {_started(item)}" for mark, item in zip(marks, block.items, strict=True)
    )


@_block.register
def _(block: Entries) -> str:
    return "\n".join(
        f"- **{escaped(f'{key} {name}'.strip())}**" + (f": {escaped(said)}" if said else "")
        for key, name, said in block.rows
    )


@_block.register
def _(block: Table) -> str:
    rows = [block.columns, tuple("---" for _ in block.columns), *block.rows]
    cells = [[cell if cell == "---" else _cell(cell) for cell in row] for row in rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in cells)


def _cell(cell: Cell) -> str:
    if isinstance(cell, Phrase):
        return f"{escaped(cell.text)} **{escaped(cell.strong)}**".strip()
    return escaped(cell)


@_block.register
def _(block: Commands) -> str:
    return "\n".join(f"- {_code(command)}: {escaped(what)}" for command, what in block.rows)


@_block.register
def _(block: Point) -> str:
    minutes = f" ({block.minutes} min)" if block.minutes else ""
    lines = "\n".join(_point_line(line) for line in block.lines)
    return f"## {block.number}. {escaped(block.text)}{minutes}\n\n{lines}".strip()


def _point_line(line: Tick | str) -> str:
    if isinstance(line, Tick):
        return f"- [{'x' if line.done else ' '}] {escaped(line.text)}"
    return f"- {_started(line)}"


@_block.register
def _(block: Signatures) -> str:
    lines = [f"{_started(name)} {SIGN_HERE}" for name in block.names]
    return "  \n".join([*lines, *([_started(block.note)] if block.note else [])])


@_block.register
def _(_: Rule) -> str:
    return "---"


@_block.register
def _(_: PageBreak) -> str:
    return "---"
