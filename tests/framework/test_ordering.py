"""Curriculum order: numbers by their parts, then meta-competence areas, then supporting areas."""

from hypothesis import given
from hypothesis import strategies as st

from ipsskills.framework.ordering import id_key

PARTS = st.tuples(st.integers(1, 9), st.integers(1, 99))


def test_the_second_part_of_an_id_is_a_number_and_no_decimal() -> None:
    mixed = ["3.10", "3.2", "3.1", "3.11", "3.9", "3.16"]
    assert sorted(mixed, key=id_key) == ["3.1", "3.2", "3.9", "3.10", "3.11", "3.16"]


def test_units_come_before_areas_and_supporting_areas_come_last() -> None:
    mixed = ["A2", "M10", "1.1", "M2", "A1", "3.16", "M1", "2.6"]
    assert sorted(mixed, key=id_key) == ["1.1", "2.6", "3.16", "M1", "M2", "M10", "A1", "A2"]


def test_unknown_forms_come_after_everything() -> None:
    mixed = ["3.8/weigh-telling", "A2", "", "3", "3.8"]
    ordered = sorted(mixed, key=id_key)
    assert ordered[:2] == ["3.8", "A2"]
    assert set(ordered[2:]) == {"3.8/weigh-telling", "", "3"}


def test_an_id_with_anything_around_it_is_not_taken_for_the_id() -> None:
    unknown = id_key("no id at all")
    assert [id_key(text) for text in (" 3.2", "3.2\n", "3.2.1", "m1", "3,2")] == [unknown] * 5
    assert id_key("3.2") != unknown


@given(st.lists(PARTS, unique=True))
def test_ids_sort_as_their_pairs_of_numbers_do(parts: list[tuple[int, int]]) -> None:
    ids = [f"{section}.{unit}" for section, unit in parts]
    expected = [f"{section}.{unit}" for section, unit in sorted(parts)]
    assert sorted(ids, key=id_key) == expected


@given(PARTS, st.integers(1, 99), st.integers(1, 99))
def test_any_unit_precedes_any_area_and_any_area_any_supporting_area(
    parts: tuple[int, int], area: int, supporting: int
) -> None:
    unit_id = f"{parts[0]}.{parts[1]}"
    assert id_key(unit_id) < id_key(f"M{area}") < id_key(f"A{supporting}")


@given(st.lists(PARTS, min_size=2, max_size=2, unique=True))
def test_two_ids_never_share_a_place(parts: list[tuple[int, int]]) -> None:
    first, second = (f"{section}.{unit}" for section, unit in parts)
    assert id_key(first) != id_key(second)
