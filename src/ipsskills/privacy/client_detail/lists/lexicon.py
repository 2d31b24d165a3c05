"""The list of words and names that the check goes by, read when the first text is looked at.

What the list holds and where it comes from is said in ``words.md`` beside it.
"""

import zlib
from functools import cache, lru_cache
from pathlib import Path

_LIST = Path(__file__).with_name("words.z")
_BETWEEN = b"\t"
_NEAR = 1024  # bytes that are searched in one go
_ENOUGH = 20_000  # words that are remembered


@lru_cache(_ENOUGH)
def look_up(entry: str) -> str:
    """Return the marks of a folded word, or of several with spaces between; "" for an unknown one.

    The marks: w an ordinary English word, v a rarer one, g a first name, G a common one, s and S
    the same of surnames, p a place, b a business, charity or college.
    """
    held = _read_list()
    key = b"\n" + entry.encode() + _BETWEEN
    low, high = 0, len(held)
    while high - low > _NEAR:
        middle = held.rfind(b"\n", low, (low + high) // 2)
        if held[middle : middle + len(key)] <= key:
            low = middle
        else:
            high = middle
    at = held.find(key, low, high + len(key))
    return "" if at < 0 else held[at + len(key) : held.index(b"\n", at + 1)].decode()


@cache
def _read_list() -> bytes:
    """Return the list: sorted lines of an entry, a tab and its marks, and a line end before all."""
    return zlib.decompress(_LIST.read_bytes())
