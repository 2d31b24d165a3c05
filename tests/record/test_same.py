"""One person under several ids: who stands for whom, and whose things are read together."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipsskills.record.identity import Identities, survivor
from ipsskills.record.store import Store
from ipsskills.record.types import Assessment, Note
from tests.cases import try_each
from tests.record.common import ASSESSMENT, FRAMEWORK, PERSON, later

LINKS = {"b": "a", "c": "b", "y": "x"}


@try_each(
    ("person", "stands", "ids"),
    [
        ("a", "a", ("a", "b", "c")),
        ("b", "a", ("b", "a", "c")),
        ("c", "a", ("c", "a", "b")),
        ("y", "x", ("y", "x")),
        ("z", "z", ("z",)),
    ],
)
def test_every_id_leads_to_the_one_that_stands(
    person: str, stands: str, ids: tuple[str, ...]
) -> None:
    assert survivor(LINKS, person) == stands
    assert Identities(LINKS).ids_of([person]) == ids


@pytest.mark.parametrize(
    "circle", [{"a": "b", "b": "a"}, {"a": "a"}, {"b": "c", "c": "a", "a": "b"}]
)
def test_a_circle_has_one_that_stands_for_it(circle: dict[str, str]) -> None:
    assert {survivor(circle, person) for person in circle} == {"a"}
    assert set(Identities(circle).ids_of(["a"])) == set(circle)


def test_what_leads_into_a_circle_belongs_to_it() -> None:
    assert survivor({"z": "b", "b": "a", "a": "b"}, "z") == "a"


@given(st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("abcdefgh")))
def test_everybody_is_somebody_and_all_their_ids_agree(links: dict[str, str]) -> None:
    for person in "abcdefgh":
        ids = Identities(links).ids_of([person])
        assert ids[0] == person
        assert len(set(ids)) == len(ids)
        assert {survivor(links, each) for each in ids} == {survivor(links, person)}


def test_what_is_about_a_person_is_found_under_every_id(store: Store) -> None:
    twice = replace(PERSON, id="p9", thing="p9", about="p9", name="Twice")
    theirs = replace(ASSESSMENT, id="as9", thing="as9", about="p9", rater="p9")
    with store.writing() as work:
        work.keep_framework(FRAMEWORK)
        work.add(PERSON, twice, ASSESSMENT, theirs)
    with store.reading() as work:
        assert work.ids_of(PERSON.thing) == (PERSON.thing,)
        assert work.current(Assessment, about=PERSON.thing) == (ASSESSMENT,)
    joined = replace(twice, id="p9b", replaces="p9", at=later(minutes=1), same_as=PERSON.thing)
    with store.writing() as work:
        assert work.current(Assessment, about=PERSON.thing) == (ASSESSMENT,)
        work.add(joined)
        assert set(work.current(Assessment, about=PERSON.thing)) == {ASSESSMENT, theirs}
    with store.reading() as work:
        assert work.survivor("p9") == PERSON.thing
        for person in (PERSON.thing, "p9", [PERSON.thing, "p9"]):
            assert set(work.current(Assessment, about=person)) == {ASSESSMENT, theirs}
            assert set(work.current(Assessment, rater=person)) == {ASSESSMENT, theirs}
        assert work.current(Assessment, about="nobody") == ()
        assert work.current(Note, about=PERSON.thing) == ()
    with store.writing() as work:
        work.add(replace(joined, id="p9c", replaces="p9b", at=later(minutes=2), same_as=None))
    with store.reading() as work:
        assert work.current(Assessment, about=PERSON.thing) == (ASSESSMENT,)
