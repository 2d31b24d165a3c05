"""Marks what is read from right to left in a text, in pieces that each stand in one direction.

The marks are characters that no page has: what hides in a text is spelt out before (`visible.py`).
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from ipsskills.pages.writers.directions.levels import LTR, RTL, find_levels

RUN, RUN_ENDS = "\u202b", "\u202c"  # around what is read from right to left
NUMBER = "\u2066"  # before a piece that is read from left to right all the same
SPELT = "\u2067"  # before letters with signs, which a PDF gets one by one
JOINED, BREAKS = "\u2069", "\u2068"  # between pieces of a word; a line may end at the second
LONGEST = 24  # letters; a longer word may be broken

_FROM_RIGHT = frozenset({"R", "AL"})
_DIRECTED = _FROM_RIGHT | {"L", "EN", "AN"}
_PIECE = re.compile(f"(?:rm*){{1,{LONGEST}}}|s(?:m+s|[mk])*|.m*")


def mark_runs(text: str) -> str:
    """Return a text with each run from right to left between marks, its pieces marked inside.

    Pieces follow one another as they are read; words stay apart by a space. A line that begins from
    the right and has no letter from the left is a run as a whole, its full stop included; in any
    other, runs stand in a line from the left.
    """
    if text.isascii():
        return text
    return "\n".join(_mark_line(line) for line in text.split("\n"))


def _mark_line(line: str) -> str:
    directed = [kind for kind in map(unicodedata.bidirectional, line) if kind in _DIRECTED]
    if _FROM_RIGHT.isdisjoint(directed) and "AN" not in directed:
        return line
    if "L" in directed or directed[0] not in _FROM_RIGHT:
        return "".join(_mark_parts(line, find_levels(line, LTR)))
    whole = line.strip(" ")
    before, after = line.split(whole)
    return before + "".join(_mark_parts(whole, find_levels(whole, RTL))) + after


def _mark_parts(line: str, levels: list[int]) -> Iterator[str]:
    """Yield a line part by part: as it is at level 0, and otherwise marked."""
    for start, end in _list_stretches(levels):
        if levels[start] % 2 == 0 and end - start > LONGEST:
            levels[start:end] = [0] * (end - start)  # no line is sure to hold such a number
    for start, end in _list_stretches([level > 0 for level in levels]):
        if levels[start]:
            yield RUN + " ".join(_mark_words(line[start:end], levels[start:end])) + RUN_ENDS
        else:
            yield line[start:end]


def _mark_words(run: str, levels: list[int]) -> Iterator[str]:
    start = 0
    for word in run.split(" "):
        end = start + len(word)
        pieces = _cut(word, levels[start:end])
        yield (JOINED if len(word) <= LONGEST else BREAKS).join(pieces)
        start = end + 1


def _cut(word: str, levels: list[int]) -> Iterator[str]:
    """Yield the pieces of a word: numbers, letters in a row, and what may be of another font."""
    for start, end in _list_stretches(levels):
        if levels[start] % 2 == 0:
            yield NUMBER + word[start:end]
            continue
        sorts = "".join(_sort(each) for each in word[start:end])
        for piece in _PIECE.finditer(sorts):
            spelt = SPELT if re.match("r.*m", piece[0]) else ""
            yield spelt + word[start + piece.start() : start + piece.end()]


def _sort(letter: str) -> str:
    """Return what a letter is to others: r, m for a sign on one, s or k for a symbol, or o."""
    kind = unicodedata.bidirectional(letter)
    if kind in _FROM_RIGHT:
        return "r"
    if kind in {"NSM", "BN"}:
        return "m"
    return {"So": "s", "Sk": "k"}.get(unicodedata.category(letter), "o")  # k: the tone of a skin


def _list_stretches(values: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield where each stretch of equal values begins and ends."""
    start = 0
    for place in range(1, len(values) + 1):
        if place == len(values) or values[place] != values[start]:
            yield start, place
            start = place
