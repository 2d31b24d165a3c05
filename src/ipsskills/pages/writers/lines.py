"""Breaks text into lines and puts texts side by side; Rich says where a line may end."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, cast

from rich.text import Text as Styled

from ipsskills.pages.writers.fitting import GAP, INDENT

if TYPE_CHECKING:
    from rich.console import Console

_LEAST_ROOM = 14
_ITEM = "- "
_NO_CONSOLE = cast("Console", None)  # `Text.wrap` needs one only to justify, which no page does


def wrap_text(text: Styled, width: int) -> list[Styled]:
    """Return text broken between words into lines at most so wide; a longer word is folded.

    A line of it that begins with a dash is one of a list: what follows hangs under its words.
    """
    if _ITEM not in text.plain:
        return list(text.wrap(_NO_CONSOLE, max(width, 1), overflow="fold"))
    lines: list[Styled] = []
    for part in text.split("\n"):
        item = part.plain.startswith(_ITEM) and width > _LEAST_ROOM
        room = width - len(_ITEM) if item else width
        wrapped = (part[len(_ITEM) :] if item else part).wrap(
            _NO_CONSOLE, max(room, 1), overflow="fold"
        )
        for place, line in enumerate(wrapped):
            before = (_ITEM if place == 0 else " " * len(_ITEM)) if item else ""
            lines.append(Styled.assemble(before, line))
    return lines


def indent_text(text: Styled, width: int) -> Iterator[Styled]:
    """Yield text broken into lines, each a little in from the edge."""
    for line in wrap_text(text, width - INDENT):
        yield Styled.assemble(" " * INDENT, line)


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
    if room >= _LEAST_ROOM or len(text) <= room:
        yield from put_beside(cells, text, room, indent, gap)
    else:
        yield from indent_text(Styled(" ").join(cell for cell, _ in cells), width)
        yield from indent_text(text, width)


def put_beside(
    before: Sequence[tuple[Styled, int]], text: Styled, room: int, indent: int, gap: int
) -> Iterator[Styled]:
    """Yield the lines of texts that stand side by side, each in columns of its own."""
    cells = [wrap_text(cell, wide) for cell, wide in before]
    for line in zip_longest(*cells, wrap_text(text, room), fillvalue=Styled()):
        whole = Styled(" " * indent)
        for cell, (_, columns) in zip(line, before, strict=False):
            padded = cell.copy()
            padded.align("left", columns + gap)
            whole.append_text(padded)
        yield whole.append_text(line[-1])
