"""Writes a page as Markdown."""

import re
from functools import singledispatch

from ipsskills.pages.document import (
    SIGN_HERE,
    Bullets,
    Commands,
    Entries,
    Heading,
    Page,
    Rule,
    Signatures,
    Table,
    Text,
)

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#])")


def escaped(text: str) -> str:
    """Return text in which nothing is read as Markdown or HTML."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _started(text: str) -> str:
    """Escape text that starts a block, where a number or dash would begin a list."""
    return re.sub(r"^([-+]|\d+[.)])(?=\s)", r"\\\1", escaped(text))


def to_markdown(page: Page) -> str:
    """Return the page as Markdown text, ending in a line feed."""
    parts = [f"# {escaped(page.title)}", *("  \n".join(escaped(line) for line in page.lead),)]
    parts += [_block(block) for block in page.blocks]
    return "\n\n".join(part for part in parts if part) + "\n"


@singledispatch
def _block(block: object) -> str:
    raise TypeError(f"no way to write {type(block).__name__} as Markdown")


@_block.register
def _(block: Heading) -> str:
    note = f" ({escaped(block.note)})" if block.note else ""
    return f"## {escaped(block.text)}{note}"


@_block.register
def _(block: Text) -> str:
    return f"**{escaped(block.text)}**" if block.strong else _started(block.text)


@_block.register
def _(block: Bullets) -> str:
    marks = (f"{n}." if block.numbered else "-" for n, _ in enumerate(block.items, 1))
    return "\n".join(
        f"{mark} {escaped(item)}" for mark, item in zip(marks, block.items, strict=True)
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
    cells = [[cell if cell == "---" else escaped(cell) for cell in row] for row in rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in cells)


@_block.register
def _(block: Commands) -> str:
    return "\n".join(f"- `{command}`: {escaped(what)}" for command, what in block.rows)


@_block.register
def _(block: Signatures) -> str:
    lines = [f"{escaped(name)} {SIGN_HERE}" for name in block.names]
    return "  \n".join([*lines, *([escaped(block.note)] if block.note else [])])


@_block.register
def _(_: Rule) -> str:
    return "---"
