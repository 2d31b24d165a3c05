"""Results as JSON: byte for byte as pydantic would write them, which earlier versions did."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from enum import IntEnum, StrEnum
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import to_json as pydantic_json
from pydantic_core import to_jsonable_python

from ipsskills.framework.background import load_fidelity, load_glossary
from ipsskills.framework.types import Framework
from ipsskills.jsonable import to_json, to_jsonable
from tests.cases import try_each


class Colour(StrEnum):
    RED = "red"


class Size(IntEnum):
    SMALL = 1


class Words(str):
    __slots__ = ()


@dataclass(frozen=True)
class Inner:
    day: date
    colours: tuple[Colour, ...] = ()


@dataclass(frozen=True)
class Outer:
    zulu: str
    alpha: Inner | None
    by_colour: Mapping[Colour, Inner]

    @cached_property
    def worked_out(self) -> str:
        return self.zulu * 2


DAY = date(2026, 11, 24)


@try_each(
    ("value", "expected"),
    [
        (None, "null"),
        (True, "true"),
        (28, "28"),
        (0.1, "0.1"),
        (1.0, "1.0"),
        ('a "word"\n', '"a \\"word\\"\\n"'),
        ("Zoë 😀", '"Zoë 😀"'),
        (Words("kept"), '"kept"'),
        (DAY, '"2026-11-24"'),
        (datetime(2026, 11, 24, 12, tzinfo=UTC), '"2026-11-24T12:00:00Z"'),
        (datetime(2026, 11, 24, 12, 0, 1, 50, tzinfo=UTC), '"2026-11-24T12:00:01.000050Z"'),
        (datetime(2026, 11, 24, 12), '"2026-11-24T12:00:00"'),  # noqa: DTZ001
        (
            datetime(2026, 11, 24, 12, tzinfo=timezone(timedelta(hours=1))),
            '"2026-11-24T12:00:00+01:00"',
        ),
        (Path("a") / "b", json.dumps(str(Path("a") / "b"))),
        (Colour.RED, '"red"'),
        (Size.SMALL, "1"),
        ((1, "2", ()), '[1,"2",[]]'),
        ({Colour.RED: [DAY]}, '{"red":["2026-11-24"]}'),
        (
            Outer("z", Inner(DAY, (Colour.RED,)), {Colour.RED: Inner(DAY)}),
            (
                '{"zulu":"z","alpha":{"day":"2026-11-24","colours":["red"]},'
                '"by_colour":{"red":{"day":"2026-11-24","colours":[]}}}'
            ),
        ),
    ],
)
def test_each_kind_of_value(value: Any, expected: str) -> None:
    assert to_json(value) == expected
    assert pydantic_json(value).decode() == expected
    assert to_jsonable(value) == to_jsonable_python(value)


def test_what_was_worked_out_is_no_field() -> None:
    whole = Outer("z", None, {})
    assert whole.worked_out == "zz"
    assert to_json(whole) == '{"zulu":"z","alpha":null,"by_colour":{}}'


@try_each("value", [object(), b"bytes", 1j, Inner, {1: "a number"}, {(): "a tuple"}])
def test_what_json_does_not_know_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        to_jsonable(value)


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text()
    | st.dates()
    | st.datetimes(timezones=st.none() | st.just(UTC))
    | st.sampled_from([Colour.RED, Size.SMALL, Path("a/b")]),
    lambda inner: (
        st.lists(inner)
        | st.lists(inner).map(tuple)
        | st.dictionaries(st.text(), inner)
        | st.builds(Outer, st.text(), inner, st.dictionaries(st.just(Colour.RED), inner))
    ),
    max_leaves=12,
)


@given(VALUES)
def test_any_value_is_written_as_pydantic_writes_it(value: Any) -> None:
    ours, theirs = to_jsonable(value), to_jsonable_python(value)
    assert ours == theirs
    assert json.dumps(ours) == json.dumps(theirs)


def test_the_framework_is_written_as_pydantic_writes_it(framework: Framework) -> None:
    for whole in (framework, load_fidelity(), load_glossary()):
        assert to_json(whole) == pydantic_json(whole).decode()
