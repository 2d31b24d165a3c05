"""Nations as people type them, and as they are named together."""

import pytest

from ipsskills.codes import Nation
from ipsskills.errors import InvalidInput
from ipsskills.nations import name_nations, read_nations
from tests.cases import try_each


@try_each(
    ("typed", "codes"),
    [
        ("Scotland", "S"),
        ("england and WALES", "E W"),
        ("Wales, England", "E W"),
        ("Northern Ireland", "NI"),
        ("northern-ireland Scotland", "S NI"),
        ("N. Ireland", "NI"),
        ("ni, s", "S NI"),
        ("Great Britain", "E W S"),
        ("UK", "E W S NI"),
        ("all", "E W S NI"),
        ("Scotland Scotland", "S"),
        ("", ""),
        ("  ", ""),
    ],
)
def test_nations_as_people_type_them(typed: str, codes: str) -> None:
    assert read_nations(typed) == tuple(map(Nation, codes.split()))


@try_each(
    "typed",
    ["France", "Scotlandia", "England or France", "Ireland", "1", "sew", "we", "ScotlandWales"],
)
def test_anything_else_is_refused_with_the_names(typed: str) -> None:
    with pytest.raises(InvalidInput) as raised:
        read_nations(typed)
    assert "England, Wales, Scotland, Northern Ireland" in str(raised.value.hint)


@try_each(
    ("codes", "name"),
    [
        ("S", "Scotland"),
        ("W E", "England and Wales"),
        ("S W E", "Great Britain"),
        ("NI S W", "Wales, Scotland and Northern Ireland"),
        ("NI S W E", "United Kingdom"),
    ],
)
def test_nations_are_named_together(codes: str, name: str) -> None:
    assert name_nations(map(Nation, codes.split())) == name
