"""Words made to fit: on one line, in several, or cut with an ellipsis. Widths are in inches."""

import unicodedata
from collections.abc import Callable, Sequence

Measure = Callable[[str], float]
JOINERS = "\u200c\u200d"
BY = 0.1


def tidy(text: str) -> str:
    """Return ``text`` on one line, without the characters that cannot be drawn or written."""
    line = " ".join(text.split())
    return "".join(c for c in line if unicodedata.category(c)[0] != "C" or c in JOINERS)


def wrap(text: str, width: float, measure: Measure) -> list[str]:
    """Return ``text`` in lines no wider than ``width``; a word that is wider is cut."""
    lines: list[str] = []
    for word in text.split():
        if lines and measure(f"{lines[-1]} {word}") <= width:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.extend(_pieces(word, width, measure))
    return lines


def balance(text: str, width: float, measure: Measure) -> list[str]:
    """Return ``text`` in as few lines as it needs, each about as wide as the others."""
    lines = wrap(text, width, measure)
    narrower = lines
    while len(lines) > 1 and len(narrower) == len(lines) and not _cuts(narrower, text):
        lines, width = narrower, width - BY
        narrower = wrap(text, width, measure)
    return lines


def _cuts(lines: Sequence[str], text: str) -> bool:
    """Whether a word of a text is in pieces."""
    return " ".join(lines) != " ".join(text.split())


def shorten(lines: Sequence[str], most: int, width: float, measure: Measure) -> list[str]:
    """Return the first ``most`` lines; if some are left out the last ends in an ellipsis."""
    kept = list(lines[:most])
    if len(lines) > most:
        while kept[-1] and measure(f"{kept[-1]}…") > width:
            kept[-1] = kept[-1][:-1]
        kept[-1] = f"{kept[-1].rstrip()}…"
    return kept


def fit(text: str, most: int, width: float, measure: Measure) -> list[str]:
    """Return any text as at most so many lines of a width, the last cut with an ellipsis."""
    lines = wrap(tidy(text), width, measure)
    if len(lines) <= most:
        return balance(tidy(text), width, measure)
    return shorten(lines, most, width, measure)


def _pieces(word: str, width: float, measure: Measure) -> list[str]:
    if measure(word) <= width:
        return [word]
    pieces = [""]
    for character in word:
        if pieces[-1] and measure(pieces[-1] + character) > width:
            pieces.append("")
        pieces[-1] += character
    return pieces
