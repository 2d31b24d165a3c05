"""Two views side by side: which units are pairs, and what to do about each."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ipsskills.codes import AskedAs
from ipsskills.method.current import Standing
from ipsskills.method.pairs import Alone, Pair, PairTalk, pair_up
from tests.cases import try_each
from tests.method.builders import DAY, by_statements, standing, standings_of

RATED = "0123"


def one(own: str, theirs: str, *, seen: bool = True) -> Pair:
    (pair,) = pair_up(
        {"3.8": standing("3.8", own)}, {"3.8": standing("3.8", theirs, seen=seen)}
    ).pairs
    return pair


@try_each(
    ("own", "theirs", "seen", "talk"),
    [
        ("3", "3", True, PairTalk.STRENGTH),
        ("3", "3", False, PairTalk.STRENGTH),
        ("2", "2", True, PairTalk.SAME_LOWER),
        ("0", "0", False, PairTalk.SAME_LOWER),
        ("3", "2", True, PairTalk.A_WORD),
        ("1", "2", True, PairTalk.A_WORD),
        ("3", "1", True, PairTalk.FAR_APART),
        ("1", "3", True, PairTalk.FAR_APART),
        ("0", "3", True, PairTalk.FAR_APART),
        ("3", "1", False, PairTalk.A_WORD),
        ("0", "3", False, PairTalk.A_WORD),
    ],
)
def test_what_to_do(own: str, theirs: str, seen: bool, talk: PairTalk) -> None:
    assert one(own, theirs, seen=seen).talk is talk


@given(st.sampled_from(RATED), st.sampled_from(RATED), st.booleans())
def test_it_is_the_same_whichever_is_the_higher(own: str, theirs: str, seen: bool) -> None:
    there, back = one(own, theirs, seen=seen), one(theirs, own, seen=seen)
    assert there.talk is back.talk
    assert there.difference == -back.difference == int(own) - int(theirs)


@try_each(
    ("own", "theirs", "why"),
    [
        ("3", "u", Alone.NOT_SEEN),
        (".", "u", Alone.NOT_SEEN),
        ("n", "3", Alone.NO_CHANCE),
        ("3", "n", Alone.NO_CHANCE),
        ("x", "3", Alone.OUTSIDE),
        ("n", "x", Alone.OUTSIDE),
        (".", "3", Alone.NOT_ANSWERED),
        ("3", ".", Alone.NOT_ANSWERED),
    ],
)
def test_only_answers_0_to_3_are_pairs(own: str, theirs: str, why: Alone) -> None:
    found = pair_up({"3.8": standing("3.8", own)}, {"3.8": standing("3.8", theirs)})
    assert found.pairs == ()
    assert [lone.why for lone in found.alone] == [why]


def why_not(own: Standing, theirs: Standing) -> Alone | None:
    found = pair_up({own.unit: own}, {theirs.unit: theirs})
    return found.alone[0].why if found.alone else None


def test_seen_in_part_is_no_pair() -> None:
    part = standing("3.8", by_statements("3uuu", "2", supervisor=True))
    assert why_not(standing("3.8", "2"), part) is Alone.SEEN_IN_PART


def test_part_answered_stands_for_its_whole_answer() -> None:
    whole = standing("3.8", by_statements("3...", "2"))
    assert why_not(whole, standing("3.8", "2")) is None
    assert why_not(standing("3.8", by_statements("3...")), standing("3.8", "2")) is (
        Alone.NOT_ANSWERED
    )


def test_another_scale_or_way_of_asking_is_no_pair() -> None:
    own = standing("3.8", "2")
    assert why_not(own, standing("3.8", "2", scale="2")) is Alone.OTHER_QUESTION
    other = standing("3.8", "2", asked_as=AskedAs.KNOWLEDGE)
    assert why_not(own, other) is Alone.OTHER_QUESTION


@try_each(("days", "paired"), [(0, True), (60, True), (61, False), (-61, False)])
def test_sixty_days(days: int, paired: bool) -> None:
    on: date = DAY + timedelta(days=days)
    own, theirs = {"3.8": standing("3.8", "2", on=on)}, {"3.8": standing("3.8", "2")}
    assert bool(pair_up(own, theirs).pairs) is paired
    assert pair_up(own, theirs, named=True).pairs


def test_what_only_one_was_asked_is_left_out() -> None:
    found = pair_up(standings_of({"3.1": "2"}), standings_of({"3.2": "2"}))
    assert (found.pairs, found.alone) == ((), ())


def test_pairs_stand_in_teaching_order_and_the_rest_by_number() -> None:
    units = dict.fromkeys(("3.10", "3.8", "2.1", "3.2", "1.1", "M1"), "2")
    found = pair_up(standings_of(units), standings_of(units))
    assert [pair.unit for pair in found.talk(PairTalk.SAME_LOWER)] == [
        *("1.1", "2.1", "3.8", "3.2", "3.10", "M1")
    ]
    alone = pair_up(standings_of(units), standings_of(dict.fromkeys(units, "u"))).alone
    assert [lone.unit for lone in alone] == ["1.1", "2.1", "3.2", "3.8", "3.10", "M1"]
