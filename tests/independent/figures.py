"""Section 6: the figures for the curious, from pairs of units in teaching order."""

from collections.abc import Sequence
from math import comb
from random import Random
from typing import Any

CATEGORIES = 4
LEAST_FOR_SIGN = 6
LEAST_FOR_AC2 = 20
RESAMPLES = 2000

Codes = Sequence[tuple[int, int]]


def make_figures(pairs: Codes) -> dict[str, Any]:
    """Return the figures of pairs (own, supervisor's); None where there are too few."""
    differences = sorted(own - theirs for own, theirs in pairs)
    higher = sum(each > 0 for each in differences)
    lower = sum(each < 0 for each in differences)
    enough = len(pairs) >= LEAST_FOR_AC2
    low, high = _range(pairs) if enough else (None, None)
    return {
        "pairs": len(pairs),
        "exact": sum(each == 0 for each in differences),
        "within_one": sum(abs(each) <= 1 for each in differences),
        "two_or_more": sum(abs(each) >= 2 for each in differences),
        "higher": higher,
        "lower": lower,
        "median": differences[(len(differences) - 1) // 2] if differences else None,
        "sign": sign_test(higher, lower) if higher + lower >= LEAST_FOR_SIGN else None,
        "ac2": ac2(pairs) if enough else None,
        "ac2_low": low,
        "ac2_high": high,
    }


def sign_test(higher: int, lower: int) -> float:
    """Return the chance of a split at least as uneven, were either side as likely."""
    every = higher + lower
    return float(min(1, 2 * sum(comb(every, j) for j in range(min(higher, lower) + 1)) / 2**every))


def ac2(pairs: Codes) -> float:
    """Return Gwet's AC2 with linear weights over four categories."""
    count = len(pairs)

    def weight(one: int, other: int) -> float:
        return 1 - abs(one - other) / (CATEGORIES - 1)

    agreed = sum(weight(own, theirs) for own, theirs in pairs) / count
    total = sum(weight(k, m) for k in range(CATEGORIES) for m in range(CATEGORIES))
    used = [
        (sum(own == k for own, _ in pairs) + sum(theirs == k for _, theirs in pairs)) / (2 * count)
        for k in range(CATEGORIES)
    ]
    spread = sum(each * (1 - each) for each in used)
    by_chance = total / (CATEGORIES * (CATEGORIES - 1)) * spread
    return (agreed - by_chance) / (1 - by_chance)


def _range(pairs: Codes) -> tuple[float, float]:
    """Return the range from resamples: the 50th and the 1,951st of the sorted values."""
    random = Random(1)
    found = sorted(ac2(random.choices(pairs, k=len(pairs))) for _ in range(RESAMPLES))
    return found[49], found[1950]
