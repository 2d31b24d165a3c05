"""Records that come from elsewhere: a union, whatever comes first and however often."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ipsskills.errors import DifferentContent, InvalidInput, StoreError
from ipsskills.record.store import Store, open_store
from ipsskills.record.types import KINDS, FrameworkText, Note, Person, Record
from tests.memory import in_memory
from tests.record.common import (
    ASSESSMENT,
    FRAMEWORK,
    NOON,
    NOTE,
    PERSON,
    SAMPLES,
    later,
    newer,
    note,
)
from tests.words import meant, wrote

Kept = Record | FrameworkText
Look = dict[str, object]


def seen(*parts: Iterable[Kept]) -> Look:
    """Return all that can be seen of a record into which parts were taken one after another."""
    with in_memory() as work:
        for part in parts:
            work.merge(part)
        return {
            "current": {kind: work.current(kind) for kind in KINDS},
            "forks": {kind: work.forks(kind) for kind in KINDS},
            "all": {
                kind: sorted(work._database.run(f"SELECT * FROM {kind.__name__.lower()}"))
                for kind in (Person, Note)
            },
            "who": [work.survivor(person) for person in "abcd"],
        }


@st.composite
def histories(draw: st.DrawFn) -> list[Kept]:
    """Return versions of notes and people, each replacing any earlier one, or none."""
    made: list[Kept] = []
    notes: list[Note] = []
    people: list[Person] = []
    for step in range(draw(st.integers(1, 12))):
        at = later(minutes=draw(st.integers(0, 2)))
        if draw(st.booleans()):
            seen_note = draw(st.sampled_from([None, *notes]))
            text = draw(st.sampled_from([wrote("a"), meant("a"), wrote("b")]))
            notes.append(
                replace(newer(seen_note, f"n{step:02}", at=at), text=text)
                if seen_note
                else replace(note(f"n{step:02}", thing=f"t{step % 3}", at=at), text=text)
            )
            made.append(notes[-1])
        else:
            before = draw(st.sampled_from([None, *people]))
            thing = before.thing if before else draw(st.sampled_from("abcd"))
            same = draw(st.sampled_from([None, "a", "b", "c", "d"]))
            people.append(
                replace(
                    PERSON, id=f"p{step:02}", thing=thing, about=thing, at=at, same_as=same,
                    replaces=before.id if before else None,
                )
            )  # fmt: skip
            made.append(people[-1])
    return made


def parts_of(made: Sequence[Kept], places: Sequence[int]) -> list[list[Kept]]:
    """Return three records that share some versions: place 3 is in all of them."""
    return [
        [each for each, place in zip(made, places, strict=True) if place in (number, 3)]
        for number in range(3)
    ]


@settings(max_examples=30)  # each makes eleven records
@given(histories(), st.data())
def test_it_does_not_matter_what_comes_first_or_twice(
    made: list[Kept], data: st.DataObject
) -> None:
    places = data.draw(st.lists(st.integers(0, 3), min_size=len(made), max_size=len(made)))
    parts = parts_of(made, places)
    whole = seen(made)
    assert seen(made, made) == whole  # idempotent
    for order in permutations(parts):
        assert seen(*order) == whole  # commutative and associative
    assert seen([*parts[0], *parts[1]], parts[2]) == whole
    assert seen(parts[0], [*parts[2], *parts[1]], parts[0]) == whole
    assert seen(list(reversed(made))) == whole


def test_every_kind_is_taken_in_with_its_framework_text(store: Store) -> None:
    with store.writing() as work:
        work.merge([*reversed(SAMPLES), FRAMEWORK])
    with store.reading() as work:
        for sample in SAMPLES:
            assert work.current(type(sample)) == (sample,)
        assert work.framework_text("h1") == FRAMEWORK.text


def test_a_fork_that_add_refuses_is_kept_and_told(store: Store) -> None:
    first = note("n1")
    with store.writing() as work:
        work.add(first, newer(first, "n2", at=later(minutes=2)))
        work.merge([newer(first, "n3", at=later(minutes=1))])
    with store.reading() as work:
        assert work.forks(Note) == (first.thing,)
        assert [found.id for found in work.current(Note)] == ["n2"]


@pytest.mark.parametrize(
    "other",
    [
        replace(NOTE, text=wrote("other words")),
        replace(NOTE, text=meant(NOTE.text)),
        replace(NOTE, shared=True),
        replace(NOTE, at=later(minutes=1)),
    ],
    ids=["words", "decision", "shared", "time"],
)
def test_a_known_version_with_other_content_is_refused_by_name(store: Store, other: Note) -> None:
    with store.writing() as work:
        work.merge([NOTE])
    told = pytest.raises(DifferentContent, match=r"^note note-1 is known")
    with told as caught, store.writing() as work:
        work.merge([note("new"), other])
    assert NOTE.text not in caught.value.message
    with pytest.raises(DifferentContent, match="note note-1"), store.writing() as work:
        work.merge([NOTE, other])
    with store.reading() as work:
        assert work.current(Note) == (NOTE,)


def test_a_framework_text_with_other_content_is_refused(store: Store) -> None:
    with store.writing() as work:
        work.merge([FRAMEWORK, FRAMEWORK])
        with pytest.raises(DifferentContent, match="framework_text h1"):
            work.merge([replace(FRAMEWORK, text="other")])


def test_what_may_not_be_kept_is_not_taken_in_from_elsewhere_either(store: Store) -> None:
    with pytest.raises(InvalidInput, match="name: is empty"), store.writing() as work:
        work.merge([NOTE, replace(PERSON, name=" ")])
    with pytest.raises(StoreError), store.writing() as work:
        work.merge([NOTE, ASSESSMENT])  # its framework text is nowhere
    with store.reading() as work:
        assert [work.current(kind) for kind in KINDS] == [()] * len(KINDS)


def test_a_person_who_comes_is_known_at_once(store: Store) -> None:
    with store.writing() as work:
        assert work.people() == {}
        assert work.survivor("p2") == "p2"
        work.merge([PERSON, replace(PERSON, id="p2", thing="p2", about="p2", same_as=PERSON.thing)])
        assert set(work.people()) == {PERSON.thing, "p2"}
        assert work.survivor("p2") == PERSON.thing


def test_records_of_another_store_come_whole(store: Store) -> None:
    assert store.path is not None
    with open_store(store.path.with_name("other.db"), NOON, write=True) as other:
        with other.writing() as work:
            work.keep_framework(FRAMEWORK)
            work.add(*SAMPLES, newer(NOTE, "note-2", at=later(minutes=3)))
        with other.reading() as work:
            theirs = [
                version
                for kind in KINDS
                for each in work.current(kind)
                for version in work.history(kind, each.thing)
            ]
    with store.writing() as work:
        work.merge([FRAMEWORK, *theirs])
        assert {each.id for each in work.history(Note, NOTE.thing)} == {"note-1", "note-2"}
