"""A copy of the framework on lines: what a unit teaches is read when that unit is asked for it."""

import copy
import json
import pickle
from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

import pytest

from ipsskills.framework import lessons
from ipsskills.framework.cache import from_json
from ipsskills.framework.lessons import from_lines, put_on_lines
from ipsskills.framework.types import CurriculumEntry, Framework, Unit
from ipsskills.jsonable import to_json
from tests.framework.builders import tiny


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the units whose lines have been read so far."""
    so_far: list[str] = []

    def from_json_and_tell(shape: Any, text: str) -> object:
        made = from_json(shape, text)
        so_far.extend([made.slug] if isinstance(made, CurriculumEntry) else [])
        return made

    monkeypatch.setattr(lessons, "from_json", from_json_and_tell)
    return so_far


def test_each_unit_has_a_line_and_without_line_feeds_it_is_the_same_text() -> None:
    whole = tiny()
    lines = put_on_lines(whole.text).split("\n")
    assert len(lines) == 2 * len(whole.units) + 1
    assert [json.loads(line)["id"] for line in lines[1::2]] == [unit.id for unit in whole.units]
    assert "".join(lines) == whole.text


def test_words_that_look_like_the_key_or_hold_line_feeds_do_not_matter() -> None:
    odd = replace(
        (whole := tiny()).units[0].curriculum, goal='say "curriculum":{ or \\"curriculum\\":\n{}'
    )
    units = (replace(whole.units[0], curriculum=odd), *whole.units[1:])
    spoken = replace(whole, units=units)
    found = from_lines(put_on_lines(spoken.text).encode())
    assert found == spoken
    assert found.text == spoken.text


def test_only_the_first_is_read_until_another_is_asked_for(
    framework: Framework, read: list[str]
) -> None:
    found = from_lines(put_on_lines(framework.text).encode())
    first, third = found.units[0], found.units[2]
    assert read == [first.slug]
    assert third.curriculum == framework.units[2].curriculum
    assert third.curriculum is third.curriculum
    assert read == [first.slug, third.slug]


def _there_and_back(unit: Unit) -> Unit:
    found: Unit = pickle.loads(pickle.dumps(unit))
    return found


WAYS_TO_COPY: tuple[Callable[[Unit], Unit], ...] = (copy.copy, copy.deepcopy, _there_and_back)


def test_whoever_uses_it_notices_nothing(framework: Framework) -> None:
    kept = put_on_lines(framework.text).encode()
    assert from_lines(kept) == framework
    assert to_json(from_lines(kept).units[3]) == to_json(framework.units[3])
    assert replace(from_lines(kept).units[3], short="X").curriculum == framework.units[3].curriculum
    assert repr(from_lines(kept).units[3]) == repr(framework.units[3])
    for another in WAYS_TO_COPY:
        assert another(from_lines(kept).units[3]) == framework.units[3]


def test_the_class_itself_has_none() -> None:
    assert not hasattr(Unit, "curriculum")
    assert "curriculum" in {each.name for each in fields(Unit)}


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text.replace("\n", "", 2),
        lambda text: text.replace("\n", ""),
        lambda text: text.replace('"goal":', '"aim":', 1),
        lambda text: text.replace('"short":', '"brief":', 1),
        lambda text: text + "\n",
    ],
    ids=["a line less", "no lines", "another shape", "another shape of units", "a line more"],
)
def test_what_is_no_such_copy_is_refused(spoil: Callable[[str], str]) -> None:
    with pytest.raises((ValueError, TypeError, KeyError)):
        from_lines(spoil(put_on_lines(tiny().text)).encode())
