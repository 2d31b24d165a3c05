"""Figures for the curious: how often two views agree, unit by unit. Not for supervision.

docs/method.md, section 6. A pair is (the practitioner's answer, the supervisor's), each 0 to 3.
No words such as "substantial", and no kappa: with nine of ten answers equal it can be 0.
"""

from collections import Counter
from collections.abc import Sequence
from math import comb
from random import Random

from ipsskills.doing import do
from ipsskills.frozen import dataclass

CATEGORIES = 4
SIGN_TEST_FROM = 6
AC2_FROM = 20
RESAMPLES = 2000
LOW, HIGH = 50, 1951
"""Which of the sorted resampled values bound the range, counted from 1."""

Codes = tuple[int, int]


@dataclass(frozen=True)
class Figures:
    """What the pairs come to; None where there are too few to say.

    ``higher`` and ``lower`` are pairs where the practitioner's answer is; ``median`` is the lower
    median of practitioner less supervisor; ``sign`` the p of the exact two-sided sign test; ``ac2``
    Gwet's AC2 with linear weights, and ``ac2_low`` to ``ac2_high`` its range from resampling.
    """

    pairs: int
    exact: int
    within_one: int
    two_or_more: int
    higher: int
    lower: int
    median: int | None
    sign: float | None
    ac2: float | None
    ac2_low: float | None
    ac2_high: float | None


@dataclass(frozen=True)
class Agreement:
    """Gwet's AC2 and what it is made of: agreement found, and agreement by chance."""

    found: float
    chance: float

    @property
    def ac2(self) -> float:
        """(found - chance) / (1 - chance); with four categories chance is never 1."""
        return (self.found - self.chance) / (1 - self.chance)


def calculate_figures(pairs: Sequence[Codes]) -> Figures:
    """Return the figures of pairs of answers, each from 0 to 3."""
    apart = sorted(s - v for s, v in pairs)
    higher, lower = sum(d > 0 for d in apart), sum(d < 0 for d in apart)
    enough = len(pairs) >= AC2_FROM
    low, high = calculate_ac2_range(pairs) if enough else (None, None)
    return Figures(
        pairs=len(pairs),
        exact=apart.count(0),
        within_one=sum(abs(d) <= 1 for d in apart),
        two_or_more=sum(abs(d) > 1 for d in apart),
        higher=higher,
        lower=lower,
        median=apart[(len(apart) - 1) // 2] if apart else None,
        sign=calculate_sign_test(higher, lower) if higher + lower >= SIGN_TEST_FROM else None,
        ac2=calculate_agreement(pairs).ac2 if enough else None,
        ac2_low=low,
        ac2_high=high,
    )


def calculate_sign_test(higher: int, lower: int) -> float:
    """Return the two-sided p of the exact sign test, at most 1."""
    count = higher + lower
    tail = sum(comb(count, j) for j in range(min(higher, lower) + 1))
    return min(1.0, 2 * tail / (1 << count))


def calculate_weight(one: int, other: int) -> float:
    """Return the linear weight of two answers: 1 where equal, 0 at both ends of the scale."""
    return 1 - abs(one - other) / (CATEGORIES - 1)


# The sum of all weights; part of the agreement by chance.
_ALL_WEIGHTS = sum(calculate_weight(k, m) for k in range(CATEGORIES) for m in range(CATEGORIES))


def calculate_agreement(pairs: Sequence[Codes]) -> Agreement:
    """Return the agreement of at least one pair (Gwet 2008), over all four categories always."""
    count = len(pairs)
    found = sum(calculate_weight(s, v) for s, v in pairs) / count
    used = Counter(code for pair in pairs for code in pair)
    shares = [used[code] / (2 * count) for code in range(CATEGORIES)]
    spread = sum(share * (1 - share) for share in shares)
    return Agreement(found, _ALL_WEIGHTS / (CATEGORIES * (CATEGORIES - 1)) * spread)


def calculate_ac2_range(pairs: Sequence[Codes]) -> tuple[float, float]:
    """Return the 50th and 1,951st of 2,000 sorted values of AC2, the pairs drawn with replacement.

    The draws are ``random.Random(1).choices``, so the same pairs give the same range.
    """
    draw = Random(1)  # noqa: S311 - for resampling, and the same every time
    values = sorted(
        calculate_agreement(draw.choices(pairs, k=len(pairs))).ac2 for _ in range(RESAMPLES)
    )
    return values[LOW - 1], values[HIGH - 1]


EXPLAIN_FIGURES = (
    f"For the curious: {do('compare', '--figures')}. Of the units that both answered, how many are "
    "the same, within one step, two or more apart; on how many the practitioner's answer is the "
    "higher or the lower, and the middle of those steps. From six units that differ there is a "
    "sign test: how likely so lopsided a split would be by chance alone. From twenty units there "
    "is Gwet's AC2 with linear weights, which is 1 where all agree and 0 where they agree no more "
    "than by chance, with a range from drawing the pairs again 2,000 times. A few units of two "
    "people say little. They are not a measure of a person and are on no page for supervision."
)
