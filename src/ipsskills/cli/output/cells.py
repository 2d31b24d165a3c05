"""Text measured in cells of a screen, where some characters take two."""

import textwrap
from itertools import accumulate

from prompt_toolkit.utils import get_cwidth

_FILLER = "\0"  # stands behind a wide character, so that lines are counted in cells


def shorten(text: str, cells: int) -> str:
    """Truncate text to ``cells`` columns of the screen, marking the cut."""
    if get_cwidth(text) <= cells:
        return text
    ends = accumulate(get_cwidth(c) for c in text)
    fits = sum(1 for end in ends if end < cells)
    return f"{text[:fits].rstrip()}…"


def wrap(text: str, cells: int, *, first: str = "", then: str = "") -> list[str]:
    """Return text broken between words into lines of at most ``cells`` columns.

    ``first`` stands before the first line and ``then`` before the others; both count.
    """
    lines = textwrap.wrap(
        "".join(c + _FILLER * (get_cwidth(c) - 1) for c in text),
        cells,
        initial_indent=first,
        subsequent_indent=then,
    )
    return [line.replace(_FILLER, "") for line in lines]
