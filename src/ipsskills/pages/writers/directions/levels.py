"""Finds which way each letter of a line is read, by the Unicode Bidirectional Algorithm (UAX 9).

Rules W1 to I2, by their names, for a line without characters that embed, override or isolate: a
page has those spelt out (`visible.py`). A class is one letter here: most rules are replacements.
"""

import re
import unicodedata
from collections.abc import Iterator

LTR, RTL = 0, 1  # the level of a line, and of what is read as it is

_NEUTRAL = "o"
_CLASSES = {
    # strong letters and numbers; signs with numbers, marks on letters, joiners
    **dict(zip(("L", "R", "AL", "EN", "AN"), "LRAEN", strict=True)),
    **dict(zip(("ES", "ET", "CS", "NSM", "BN"), "+%,mb", strict=True)),
}
_LEVELS = {LTR: {"L": 0, "R": 1, "E": 2, "N": 2}, RTL: {"L": 2, "R": 1, "E": 2, "N": 2}}
_MOST_OPEN = 63  # brackets in one another


def find_levels(line: str, base: int) -> list[int]:
    """Return the level of each letter of a line: odd is read from right to left, even is not.

    ``base`` is the line's own, `LTR` or `RTL`. A joiner, which has no direction, goes with what is
    before it.
    """
    kinds = [_CLASSES.get(unicodedata.bidirectional(each), _NEUTRAL) for each in line]
    heard = [place for place, kind in enumerate(kinds) if kind != "b"]
    own = "LR"[base]
    resolved = _resolve(
        "".join(line[place] for place in heard), "".join(kinds[place] for place in heard), own
    )
    found = dict(zip(heard, resolved, strict=True))
    levels: list[int] = []
    for place in range(len(line)):
        before = levels[-1] if levels else base
        levels.append(_LEVELS[base][found[place]] if place in found else before)
    return levels


def _resolve(line: str, kinds: str, own: str) -> str:
    """Return the class of each letter when no neutral is left: L, R, E or N."""
    weak = _resolve_weak(own + kinds)
    known = _resolve_brackets(line, kinds, weak, own) + own
    known = re.sub(r"(?<=L)o+(?=L)", lambda run: "L" * len(run[0]), known)  # N1
    known = re.sub(r"(?<=[REN])o+(?=[REN])", lambda run: "R" * len(run[0]), known)
    return known.replace(_NEUTRAL, own)[1:-1]  # N2


def _resolve_weak(kinds: str) -> str:
    """Return classes, the line's own first, with numbers and what belongs to them resolved."""
    kinds = re.sub(r"(.)m+", lambda run: run[1] * len(run[0]), kinds)  # W1
    kinds = re.sub(r"A[^LR]*", lambda run: run[0].replace("E", "N"), kinds)  # W2
    kinds = kinds.replace("A", "R")  # W3
    kinds = re.sub(r"(?<=E)[+,](?=E)", "E", kinds)  # W4
    kinds = re.sub(r"(?<=N),(?=N)", "N", kinds)
    kinds = re.sub(r"%+(?=E)|(?<=E)%+", lambda run: "E" * len(run[0]), kinds)  # W5
    kinds = re.sub(r"[+%,]", _NEUTRAL, kinds)  # W6
    return re.sub(r"L[^R]*", lambda run: run[0].replace("E", "L"), kinds)  # W7


def _resolve_brackets(line: str, kinds: str, weak: str, own: str) -> str:
    """Return classes, the line's own first, with those of brackets that enclose letters (N0)."""
    known = list(weak)
    for opened, closed in _pair_brackets(line, weak[1:]):
        inside = set(_list_strong(known[opened + 2 : closed + 1]))
        if not inside:
            continue
        before = list(_list_strong(known[: opened + 1]))[-1]
        kind = own if own in inside or before == own else before
        for place in (opened, closed):
            known[place + 1] = kind
            for mark in re.findall(r"^m*", kinds[place + 1 :]):
                known[place + 2 : place + 2 + len(mark)] = kind * len(mark)
    return "".join(known)


def _list_strong(kinds: list[str]) -> Iterator[str]:
    """Yield L or R for each class that has a direction; numbers count as R."""
    yield from ("L" if kind == "L" else "R" for kind in kinds if kind != _NEUTRAL)


def _pair_brackets(line: str, kinds: str) -> list[tuple[int, int]]:
    """Return the places of each bracket and its other half, in their order."""
    pairs = []
    open_ones: list[tuple[str, int]] = []
    for place, (letter, kind) in enumerate(zip(line, kinds, strict=True)):
        if kind != _NEUTRAL:
            continue
        if closing := _find_other_half(letter):
            if len(open_ones) == _MOST_OPEN:
                break
            open_ones.append((closing, place))
            continue
        for depth in range(len(open_ones) - 1, -1, -1):
            if open_ones[depth][0] == letter:
                pairs.append((open_ones[depth][1], place))
                del open_ones[depth:]
                break
    return sorted(pairs)


def _find_other_half(letter: str) -> str:
    """Return the bracket that closes this one, next to it in Unicode or next but one, or ""."""
    if unicodedata.category(letter) != "Ps" or not unicodedata.mirrored(letter):
        return ""
    next_ones = (chr(ord(letter) + step) for step in (1, 2))
    return next((each for each in next_ones if unicodedata.category(each) == "Pe"), "")
