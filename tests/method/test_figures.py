"""Figures for the curious: worked examples, another's program, another way of counting, laws."""

import random
from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipsskills.method.figures import (
    EXPLAIN_FIGURES,
    Figures,
    calculate_ac2_range,
    calculate_agreement,
    calculate_figures,
    calculate_sign_test,
    calculate_weight,
)
from tests.cases import try_each

Codes = tuple[int, int]
PAIRS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=40)

# What irrCAC 0.4.4 (Gwet's own methods; weights="linear", categories 0 to 3) gives for made-up
# tables: the practitioner's row, the supervisor's row, AC2, agreement found, agreement by chance.
IRRCAC = [
    ("21302202020123113332", "30301103020122003332", 0.684418146, 0.866666667, 0.5775),
    ("22332323323123120333", "32332333322123220313", 0.808306709, 0.9, 0.478333333),
    ("110312231233332223311", "110310231333330333311", 0.765363128, 0.888888889, 0.526455026),
    ("130011200112033122213", "330001210032031133213", 0.58490566, 0.825396825, 0.579365079),
    ("1323213333331220022332333", "1222113333321330013333333", 0.765421373, 0.88, 0.488444444),
    ("3111331333231033232331222", "3110331333331013113231222", 0.750876545, 0.88, 0.518311111),
    (
        "3313223233323223222333323331",
        "2303123323313313223323322330",
        0.739366516,
        0.857142857,
        0.451884921,
    ),
    (
        "3202320333120321233213331032",
        "2303230333130221121113331030",
        0.625835189,
        0.833333333,
        0.554563492,
    ),
    (
        "2033123132232233233322010321",
        "1133123122233233231322010311",
        0.816393443,
        0.916666667,
        0.546130952,
    ),
    (
        "0022323333223133033333122333",
        "0122302323223131133332121332",
        0.731979695,
        0.869047619,
        0.51140873,
    ),
    (
        "3322233331123230023332222131",
        "3302333323022230123333200131",
        0.647798742,
        0.833333333,
        0.526785714,
    ),
    (
        "1223033133322233222013232221",
        "1333033131322231312013332221",
        0.769968051,
        0.892857143,
        0.53422619,
    ),
    (
        "1113213321112122333222220231233122223330",
        "0123203332311022333222030331133111223330",
        0.701585328,
        0.866666667,
        0.553194444,
    ),
    (
        "2233322233202322331022313321323213232112",
        "2323231023312332231022312121313113330113",
        0.623684014,
        0.825,
        0.534965278,
    ),
    ("123023300032", "133033300012", 0.754056362, 0.888888889, 0.548225309),
    ("333022332222", "323032332231", 0.789319678, 0.888888889, 0.472608025),
]


def pairs(own: str, theirs: str) -> list[Codes]:
    return [(int(s), int(v)) for s, v in zip(own, theirs, strict=True)]


FIRST = pairs("3323213322333231233203221323", "3223113222332231133213201322")
SECOND = [*[(3, 3)] * 9, (2, 3)]
THIRD = [(int(s), int(s) - 1) for s in "3322132132"]


# The worked examples of docs/method.md, section 6, to every digit printed there.


def test_first_example() -> None:
    found = calculate_figures(FIRST)
    assert (found.pairs, found.exact, found.within_one, found.two_or_more) == (28, 20, 27, 1)
    assert (found.higher, found.lower, found.median) == (7, 1, 0)
    assert f"{found.sign:.4f}" == "0.0703"
    assert f"{found.ac2:.6f}" == "0.783784"
    made_of = calculate_agreement(FIRST)
    assert (f"{made_of.found:.6f}", f"{made_of.chance:.6f}") == ("0.892857", "0.504464")


def test_second_example() -> None:
    found = calculate_figures(SECOND)
    assert (found.exact, found.lower, found.higher) == (9, 1, 0)
    made_of = calculate_agreement(SECOND)
    assert f"{made_of.ac2:.6f}" == "0.964007"
    assert (f"{made_of.found:.6f}", f"{made_of.chance:.6f}") == ("0.966667", "0.073889")


def test_third_example() -> None:
    found = calculate_figures(THIRD)
    assert (found.exact, found.higher, found.lower, found.median) == (0, 10, 0, 1)
    assert f"{found.sign:.5f}" == "0.00195"
    made_of = calculate_agreement(THIRD)
    assert f"{made_of.ac2:.6f}" == "0.268293"
    assert (f"{made_of.found:.6f}", f"{made_of.chance:.6f}") == ("0.666667", "0.544444")


# Against others.


@try_each(("own", "theirs", "ac2", "found", "chance"), IRRCAC)
def test_against_another_program(
    own: str, theirs: str, ac2: float, found: float, chance: float
) -> None:
    made_of = calculate_agreement(pairs(own, theirs))
    assert made_of.ac2 == pytest.approx(ac2, abs=1e-8)
    assert (made_of.found, made_of.chance) == pytest.approx((found, chance), abs=1e-8)


def by_table(rated: Sequence[Codes]) -> Fraction:
    """AC2 as Gwet (2014, section 3.5) writes it: from the table of who said what, in fractions."""
    q, n = 4, len(rated)
    table = [[Fraction(rated.count((k, m)), n) for m in range(q)] for k in range(q)]
    linear = [[1 - Fraction(abs(k - m), q - 1) for m in range(q)] for k in range(q)]
    cells = list(product(range(q), repeat=2))
    found = sum((linear[k][m] * table[k][m] for k, m in cells), Fraction())
    rows = [sum(table[k], Fraction()) for k in range(q)]
    columns = [sum((table[k][m] for k in range(q)), Fraction()) for m in range(q)]
    mean = [(row + column) / 2 for row, column in zip(rows, columns, strict=True)]
    every = sum((linear[k][m] for k, m in cells), Fraction())
    chance = every / (q * (q - 1)) * sum((share * (1 - share) for share in mean), Fraction())
    return (found - chance) / (1 - chance)


def some_tables(count: int) -> list[list[Codes]]:
    rng = random.Random(20261124)
    tables = []
    for _ in range(count):
        weights = [rng.random() + 0.01 for _ in range(4)]
        own = rng.choices(range(4), weights, k=rng.randint(1, 60))
        near = rng.random()
        tables.append([(s, s if rng.random() < near else rng.randint(0, 3)) for s in own])
    return tables


def test_two_hundred_tables_by_another_way_of_counting() -> None:
    for table in some_tables(200):
        assert calculate_agreement(table).ac2 == pytest.approx(float(by_table(table)), abs=1e-12)
        assert calculate_sign_test(*_steps(table)) == pytest.approx(_by_every_sign(*_steps(table)))


def _steps(table: Sequence[Codes]) -> tuple[int, int]:
    higher = min(8, sum(s > v for s, v in table))
    return higher, min(8, sum(s < v for s, v in table))


@cache
def _by_every_sign(higher: int, lower: int) -> float:
    """The p of the sign test by going through every way the signs could have fallen."""
    count, least = higher + lower, min(higher, lower)
    if not count:
        return 1.0
    as_lopsided = sum(
        min(signs.bit_count(), count - signs.bit_count()) <= least for signs in range(2**count)
    )
    return float(Fraction(as_lopsided, 2**count))


# Laws.


@given(PAIRS)
def test_counts_add_up(rated: list[Codes]) -> None:
    found = calculate_figures(rated)
    assert found.exact + found.higher + found.lower == found.pairs == len(rated)
    assert found.within_one + found.two_or_more == found.pairs
    assert found.exact <= found.within_one
    ordered = sorted(s - v for s, v in rated)
    assert found.median in ordered
    assert 2 * sum(d < found.median for d in ordered) < len(ordered)
    assert 2 * sum(d <= found.median for d in ordered) >= len(ordered)


@given(PAIRS)
def test_who_is_who_matters_only_to_higher_and_lower(rated: list[Codes]) -> None:
    there, back = calculate_figures(rated), calculate_figures([(v, s) for s, v in rated])
    assert (there.higher, there.lower) == (back.lower, back.higher)
    assert (there.exact, there.within_one, there.sign) == (back.exact, back.within_one, back.sign)
    assert calculate_agreement(rated).ac2 == pytest.approx(
        calculate_agreement([(v, s) for s, v in rated]).ac2
    )


@given(PAIRS, st.randoms())
def test_the_order_of_the_pairs_does_not_matter(rated: list[Codes], rng: random.Random) -> None:
    mixed = list(rated)
    rng.shuffle(mixed)
    assert calculate_agreement(mixed).ac2 == pytest.approx(calculate_agreement(rated).ac2)


@given(PAIRS)
def test_ac2_is_one_only_where_all_agree(rated: list[Codes]) -> None:
    ac2 = calculate_agreement(rated).ac2
    assert -1 <= ac2 <= 1
    assert (ac2 == 1) == all(s == v for s, v in rated)


@given(PAIRS)
def test_turning_the_scale_around_changes_nothing(rated: list[Codes]) -> None:
    turned = [(3 - s, 3 - v) for s, v in rated]
    assert calculate_agreement(turned).ac2 == pytest.approx(calculate_agreement(rated).ac2)


@given(st.integers(0, 40), st.integers(0, 40))
def test_the_sign_test(higher: int, lower: int) -> None:
    p = calculate_sign_test(higher, lower)
    assert 0 < p <= 1
    assert p == calculate_sign_test(lower, higher)
    assert calculate_sign_test(higher + 1, lower) <= p if higher >= lower else True


def test_weights_are_even_steps() -> None:
    assert [calculate_weight(0, code) for code in range(4)] == pytest.approx([1, 2 / 3, 1 / 3, 0])


# How much is said of how many.


def test_of_nothing_there_is_nothing_to_say() -> None:
    assert calculate_figures([]) == Figures(0, 0, 0, 0, 0, 0, None, None, None, None, None)


@try_each(("apart", "said"), [(5, False), (6, True)])
def test_the_sign_test_is_from_six_that_differ(apart: int, said: bool) -> None:
    found = calculate_figures([(3, 2)] * apart + [(2, 2)] * 10)
    assert (found.sign is not None) is said


@try_each(("count", "said"), [(19, False), (20, True)])
def test_ac2_is_from_twenty_pairs(count: int, said: bool) -> None:
    found = calculate_figures([(3, 2), (2, 2)] * count)
    assert found.ac2 is not None
    few = calculate_figures(([(3, 2), (2, 2)] * count)[:count])
    assert [each is not None for each in (few.ac2, few.ac2_low, few.ac2_high)] == [said] * 3


def test_the_range_is_the_same_every_time_and_holds_the_middle_of_it() -> None:
    low, high = calculate_ac2_range(FIRST)
    assert (
        (low, high)
        == calculate_ac2_range(FIRST)
        == (calculate_figures(FIRST).ac2_low, calculate_figures(FIRST).ac2_high)
    )
    assert low < calculate_agreement(FIRST).ac2 < high
    assert (f"{low:.6f}", f"{high:.6f}") == ("0.624609", "0.912886")


def test_the_range_is_the_50th_and_1951st_of_2000() -> None:
    draw = random.Random(1)
    values = sorted(
        calculate_agreement([FIRST[draw.choices(range(28))[0]] for _ in range(28)]).ac2
        for _ in range(2000)
    )
    assert calculate_ac2_range(FIRST) == (values[49], values[1950])


def test_no_words_that_grade_agreement() -> None:
    for word in ("substantial", "moderate", "fair", "almost perfect", "kappa"):
        assert word not in EXPLAIN_FIGURES
