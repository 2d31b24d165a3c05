"""Fits blocks into the width and the lines they may take; only writers that have lines need it."""

from collections.abc import Sequence
from dataclasses import replace

from ipsskills.pages.document import Block, Bullets, Commands, Entries, Text
from ipsskills.pages.words import clip, columns

INDENT = 2
GAP = 2
WIDEST_NAME = 24
BESIDE_COMMANDS = 24
_LOST = 10  # what a second line may lose where the first is broken between words
_WORD = ': "'
_PART = "; "


def fit_block(block: Block, width: int) -> Block:
    """Return a block as it stands in so many columns: with texts cut to the lines they may take.

    Commands that leave no room for words beside them have the words below.
    """
    if isinstance(block, Commands):
        return _fit_commands(block, width)
    if isinstance(block, Entries) and block.lines:
        return _fit_entries(block, width)
    if isinstance(block, Text) and block.lines:
        return replace(block, text=clip(block.text, _room(width - INDENT, block.lines)))
    return block


def find_widest(rows: Sequence[tuple[str, ...]], place: int) -> int:
    """Return how many columns the widest cell in one place takes."""
    return max((columns(row[place]) for row in rows), default=0)


def share_width(widest: Sequence[int], room: int) -> list[int]:
    """Return how wide columns become whose widest cells are so wide, in so much room.

    Where there is too little the widest give way first; every column keeps one.
    """
    widths = [min(width, room) for width in widest]
    while sum(widths) > room and max(widths) > 1:
        widths[widths.index(max(widths))] -= 1
    return widths


def _fit_commands(block: Commands, width: int) -> Block:
    rows = [(str(command), what) for command, what in block.rows]
    if find_widest(rows, 0) + BESIDE_COMMANDS > width:
        return Bullets(tuple(f"{command}\n{what}" for command, what in rows))
    return block


def _fit_entries(block: Entries, width: int) -> Entries:
    keys, names = (find_widest(block.rows, place) for place in (0, 1))
    before = INDENT + (keys + GAP if keys else 0) + min(names, WIDEST_NAME) + GAP
    room = _room(width - before, block.lines)
    return replace(
        block, rows=tuple((key, name, _shorten(said, room)) for key, name, said in block.rows)
    )


def _room(width: int, lines: int) -> int:
    """Return how many columns of text so many lines of a width hold for certain."""
    return width if lines == 1 else lines * width - _LOST


def _shorten(said: str, width: int) -> str:
    """Return a text that fits: without its last parts, or cut where even the first is too wide.

    A word in quotes after a colon at its end is the point of the line: where there is one, it is
    what stands before it that is cut.
    """
    if columns(said) <= width:
        return said
    before, colon, word = said.rpartition(_WORD)
    if colon and columns(word) <= width // 2:
        return f"{clip(before, width - columns(_WORD + word))}{_WORD}{word}"
    parts = said.split(_PART)
    while len(parts) > 1 and columns(_PART.join(parts)) > width:
        parts.pop()
    return clip(_PART.join(parts), width)
