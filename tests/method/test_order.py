"""Teaching order, typed out."""

from hypothesis import given
from hypothesis import strategies as st

from ipsskills.framework.types import Framework
from ipsskills.method.order import teaching_key
from tests.cases import try_each

TEACHING_ORDER = (
    *("1.1", "1.2", "1.3", "1.4"),
    *("2.1", "2.2", "2.3", "2.4", "2.5", "2.6"),
    *("1.6", "3.7", "3.8"),
    *("1.5", "3.1", "3.2", "3.3", "3.4", "3.5", "3.6"),
    *("3.9", "3.10", "3.11", "3.12", "3.13", "3.14", "3.15", "3.16"),
    *("M1", "M2", "M3", "M4", "M5", "M6", "M7", "M8", "M9", "M10"),
    *("A1", "A2"),
)


def test_the_framework_holds_the_units_and_areas_that_teaching_order_names(
    framework: Framework,
) -> None:
    assert {unit.id for unit in framework.units} == set(TEACHING_ORDER)
    assert len(TEACHING_ORDER) == 40


@given(st.permutations(TEACHING_ORDER))
def test_units_and_areas_stand_in_teaching_order(shuffled: list[str]) -> None:
    assert tuple(sorted(shuffled, key=teaching_key)) == TEACHING_ORDER


@try_each("strange", ["", "local", "9", "3.8/weigh-telling"])
def test_an_id_of_another_form_comes_last(strange: str) -> None:
    assert teaching_key(strange) > teaching_key("A2")
