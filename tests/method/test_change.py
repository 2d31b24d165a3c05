"""Change between two dates: named units, what they moved from and to, and nothing else."""

from datetime import date

from ipsskills.codes import AskedAs, Code
from ipsskills.method.change import list_moves
from ipsskills.method.current import Standing
from tests.cases import try_each
from tests.method.builders import by_statements, standing, standings_of

JAN = date(2026, 1, 10)


@try_each(
    ("before", "after", "up"),
    [
        ("0", "1", True),
        ("1", "2", True),
        ("0", "3", True),
        ("3", "2", False),
        ("2", "0", False),
    ],
)
def test_a_move_names_the_unit_and_what_it_moved_from_and_to(
    before: str, after: str, *, up: bool
) -> None:
    one, other = standing("3.8", before, on=JAN), standing("3.8", after)
    (move,) = list_moves({"3.8": one}, {"3.8": other})
    assert move.unit == "3.8"
    assert (move.before, move.after) == (one, other)
    assert move.up is up


@try_each("letter", ["0", "1", "2", "3", "n", "x", "u", "."])
def test_the_same_answer_is_no_move(letter: str) -> None:
    assert list_moves(standings_of({"3.8": letter}), standings_of({"3.8": letter})) == ()


@try_each("letter", ["n", "x", "u", "."])
@try_each("answer", ["0", "3"])
def test_only_moves_between_answers_of_nought_to_three_are_shown(letter: str, answer: str) -> None:
    assert list_moves(standings_of({"3.8": letter}), standings_of({"3.8": answer})) == ()
    assert list_moves(standings_of({"3.8": answer}), standings_of({"3.8": letter})) == ()


@try_each(
    "other",
    [
        standing("3.8", "3", scale="2"),
        standing("3.8", "3", asked_as=AskedAs.KNOWLEDGE),
        standing("3.8", "3", asked_as=AskedAs.KNOWLEDGE, scale="2"),
    ],
)
def test_answers_to_another_question_are_not_set_side_by_side(other: Standing) -> None:
    one = standing("3.8", "1", on=JAN)
    assert list_moves({"3.8": one}, {"3.8": other}) == ()
    assert list_moves({"3.8": other}, {"3.8": one}) == ()


def test_only_units_that_both_dates_speak_of_can_move() -> None:
    assert list_moves(standings_of({"3.7": "1"}), standings_of({"3.8": "2"})) == ()


def test_moves_stand_in_curriculum_order_and_are_never_summed_up() -> None:
    units = ["A2", "M10", "3.10", "3.2", "M2", "1.6", "2.2", "A1", "3.9"]
    found = list_moves(
        standings_of(dict.fromkeys(units, "1")), standings_of(dict.fromkeys(units[::-1], "2"))
    )
    assert [move.unit for move in found] == [
        *("1.6", "2.2", "3.2", "3.9", "3.10"),
        *("M2", "M10", "A1", "A2"),
    ]


@try_each(
    ("row", "whole", "moved_to"),
    [
        ("3322", ".", "2"),
        ("3332", ".", "3"),
        ("22..", "3", "3"),
        ("22..", ".", None),
        ("nnn3", ".", None),
    ],
)
def test_a_unit_by_statements_moves_by_the_value_that_stands_for_it(
    row: str, whole: str, moved_to: str | None
) -> None:
    after = standing("3.8", by_statements(row, whole))
    found = list_moves(standings_of({"3.8": "1"}), {"3.8": after})
    assert [move.after.value for move in found] == ([Code(moved_to)] if moved_to else [])


def test_a_unit_seen_in_part_does_not_move() -> None:
    part = standing("3.8", by_statements("uuu3", supervisor=True))
    assert list_moves(standings_of({"3.8": "1"}), {"3.8": part}) == ()
