"""Text of which some is bold or dim, as the text writer puts its lines together.

Rich's own text does far more, and to load it takes longer than to lay a page out; it is needed only
where a terminal is to show what is bold (`text.py`). How wide a letter is, Rich says here too.
"""

import re
from collections.abc import Iterator

from rich.cells import cell_len, chop_cells

_WORD = re.compile(r"\s*\S+\s*")
_ADDRESS = re.compile(r"\s*https?://\S")
_ROOM_FOR_ADDRESS = 60  # less is a column of a table, beside which others stand


class Styled:
    """Words in pieces, each with its style as Rich names it: "", "bold" or "dim".

    It is never changed; what is added to or cut from it makes another.
    """

    __slots__ = ("pieces", "plain")

    def __init__(self, text: str = "", style: str = "") -> None:
        self.pieces: tuple[tuple[str, str], ...] = ((text, style),)
        self.plain = text

    @property
    def columns(self) -> int:
        """How many columns of a terminal it takes."""
        return cell_len(self.plain)

    def __add__(self, other: "Styled") -> "Styled":
        """Return both, one after the other."""
        return _join(*self.pieces, *other.pieces)

    def pad(self, width: int) -> "Styled":
        """Return it with spaces behind it, so that it takes so many columns."""
        return self + Styled(" " * (width - self.columns))

    def embolden(self) -> "Styled":
        """Return it with all of it bold."""
        return Styled(self.plain, "bold")

    def cut(self, start: int, end: int | None = None) -> "Styled":
        """Return the part between two letters."""
        if len(self.pieces) == 1:
            return Styled(self.plain[start:end], self.pieces[0][1])
        end, kept, done = len(self.plain) if end is None else end, [], 0
        for words, style in self.pieces:
            kept.append((words[max(start - done, 0) : max(end - done, 0)], style))
            done += len(words)
        return _join(*kept)

    def split(self) -> "Iterator[Styled]":
        """Yield the parts that line feeds part."""
        if "\n" not in self.plain:
            yield self
            return
        start = 0
        for part in self.plain.split("\n"):
            yield self.cut(start, start + len(part))
            start += len(part) + 1

    def break_at(self, width: int) -> "Iterator[Styled]":
        """Yield lines at most so wide, broken between words; a word that is wider is folded.

        An address stays whole on a line of its own, however long: broken, it opens nothing.
        """
        if self.columns <= width:
            yield self
            return
        start = 0
        for end in (*_find_breaks(self.plain, width), len(self.plain)):
            yield self.cut(start, start + len(self.plain[start:end].rstrip()))
            start = end


def _join(*pieces: tuple[str, str]) -> Styled:
    joined = Styled("".join(words for words, _ in pieces))
    joined.pieces = pieces
    return joined


def _find_breaks(text: str, width: int) -> Iterator[int]:
    """Yield the letters with which each line after the first begins."""
    used = 0
    for found in _WORD.finditer(text):
        start, word = found.start(), found[0]
        wide = cell_len(word.rstrip())
        if used + wide <= width:
            used += cell_len(word)
            continue
        stays = wide <= width or (width >= _ROOM_FOR_ADDRESS and _ADDRESS.match(word))
        parts = [word] if stays else chop_cells(word, width)
        for part in parts:
            if start:
                yield start
            start += len(part)
        used = cell_len(parts[-1])
