"""Records as data and back: the same to the letter, and nothing that was not written so."""

import json
from dataclasses import fields
from typing import Any
from uuid import NAMESPACE_DNS, uuid5

import pytest

from ipsskills.errors import InvalidInput
from ipsskills.record.custody.as_data import kind_named, read_record, write_record
from ipsskills.record.types import KINDS, Note, Person, Record
from ipsskills.record.written import Decision
from tests.cases import try_each
from tests.record.common import NOTE, PERSON, SAMPLES, SECRET, values_of

RECORDS = [each for each in SAMPLES if isinstance(each, Record)]


def named(word: str) -> str:
    return str(uuid5(NAMESPACE_DNS, word))


def data_of(record: Record, **changes: Any) -> dict[str, Any]:
    """A record as data with ids as records have them."""
    data = write_record(record)
    return data | {name: named(data[name]) for name in ("id", "about", "author")} | changes


@try_each("record", RECORDS)
def test_each_kind_comes_back_as_it_was(record: Record) -> None:
    data = json.loads(json.dumps(data_of(record)))
    back = read_record(type(record), data)
    assert write_record(back) == data
    expected = type(record)(
        **values_of(record) | {name: data[name] for name in ("id", "about", "author")}
    )
    assert back == expected
    for field in fields(record):
        assert isinstance(getattr(record, field.name), type(getattr(back, field.name)))


def test_every_kind_has_a_sample_and_a_name() -> None:
    assert {type(each) for each in RECORDS} == set(KINDS)
    assert kind_named("goal_activity") in KINDS
    assert kind_named("Person") is None


def test_times_and_texts_are_written_as_the_documentation_says() -> None:
    data = write_record(NOTE)
    assert data["at"] == "2026-11-24T12:00:00.000000Z"
    assert data["text"] == SECRET
    assert data["kept_on_purpose"] == []


def test_what_an_author_decided_travels_with_the_text() -> None:
    back = read_record(Note, data_of(NOTE, kept_on_purpose=["text"]))
    assert back.text.decision is Decision.KEPT_ON_PURPOSE
    assert read_record(Note, data_of(NOTE)).text.decision is Decision.NOTHING_FOUND


def test_a_field_that_came_later_may_be_missing() -> None:
    data = data_of(PERSON)
    del data["key"]
    assert read_record(Person, data).key is None


@try_each(
    "changes",
    [
        {"id": "note-1"},
        {"id": 5},
        {"about": "Ada"},
        {"author": None},
        {"at": "yesterday"},
        {"at": 5},
        {"at": "2026-11-24T12:00:00Z"},
        {"at": "9999-12-31T23:59:59-23:00"},
        {"text": 5},
        {"text": None},
        {"text": SECRET + "\x1b[2J"},
        {"text": "x" * 10_001},
        {"shared": "true"},
        {"subject": "two\nlines"},
        {"subject": " blanks "},
        {"subject": "x" * 501},
        {"kept_on_purpose": 5},
        {"kept_on_purpose": ["colour"]},
        {"colour": "red"},
        {"replaces": ["a"]},
    ],
)
def test_anything_else_is_refused_and_its_words_are_not_repeated(changes: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput) as caught:
        read_record(Note, data_of(NOTE, **changes))
    assert "The note " in caught.value.message
    assert SECRET not in caught.value.message


def test_a_row_without_anything_is_refused() -> None:
    with pytest.raises(InvalidInput, match="without an id"):
        read_record(Note, {})
