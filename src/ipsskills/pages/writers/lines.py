"""Breaks text into lines and puts texts side by side."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from ipsskills.pages.writers.fitting import GAP, INDENT
from ipsskills.pages.writers.styled import Styled

_LEAST_ROOM = 14
_ITEM = "- "


def wrap_text(text: Styled, width: int) -> Iterator[Styled]:
    """Yield text broken between words into lines at most so wide; a longer word is folded.

    A line of it that begins with a dash is one of a list: what follows hangs under its words.
    """
    for part in text.split():
        if not part.plain.startswith(_ITEM) or width <= _LEAST_ROOM:
            yield from part.break_at(max(width, 1))
            continue
        for place, line in enumerate(part.cut(len(_ITEM)).break_at(width - len(_ITEM))):
            yield Styled(" " * len(_ITEM) if place else _ITEM) + line


def indent_text(text: Styled, width: int) -> Iterator[Styled]:
    """Yield text broken into lines, each a little in from the edge."""
    for line in wrap_text(text, width - INDENT):
        yield Styled(" " * INDENT) + line


def hang_text(
    before: Sequence[tuple[str | Styled, int]],
    text: Styled,
    width: int,
    *,
    indent: int = INDENT,
    gap: int = GAP,
) -> Iterator[Styled]:
    """Yield lines of text with columns of a given width before it; it takes what is left.

    Where too little is left to read in, the text stands below what was to stand before it.
    """
    cells = [(Styled(cell) if isinstance(cell, str) else cell, wide) for cell, wide in before]
    room = width - indent - sum(wide + gap for _, wide in cells)
    if room >= _LEAST_ROOM or len(text.plain) <= room:
        yield from put_beside(cells, text, room, indent, gap)
    else:
        first, *others = (cell for cell, _ in cells)
        yield from indent_text(sum((Styled(" ") + each for each in others), first), width)
        yield from indent_text(text, width)


def put_beside(
    before: Sequence[tuple[Styled, int]], text: Styled, room: int, indent: int, gap: int
) -> Iterator[Styled]:
    """Yield the lines of texts that stand side by side, each in columns of its own."""
    cells = [wrap_text(cell, wide) for cell, wide in before]
    for *line, last in zip_longest(*cells, wrap_text(text, room), fillvalue=Styled()):
        whole = Styled(" " * indent)
        for cell, (_, columns) in zip(line, before, strict=True):
            whole += cell.pad(columns + gap)
        yield whole + last
