"""The bars of the check, on the frozen sentences."""

import pytest
from benchmarks.identifying import (
    GROUPS,
    ORDINARY,
    SENTENCES,
    WRONG,
    found_in,
    frozen,
    gather,
    least,
)

from ipsskills.framework.types import Framework
from ipsskills.privacy.client_detail.check import find
from ipsskills.privacy.client_detail.finding import DetailKind
from tests.cases import try_each

HELD = {"before": frozen(SENTENCES), "groups": frozen(GROUPS)}
KINDS = [(name, kind) for name, held in HELD.items() for kind in gather(held)]
LEAST = {"before": 20, "groups": 30}


def test_there_are_sentences_of_every_kind() -> None:
    assert {*DetailKind, ORDINARY} <= {*HELD["before"], *HELD["groups"], DetailKind.NAME}
    assert [len(set(HELD[name][ORDINARY])) for name in LEAST] == [161, 300]


@pytest.mark.parametrize("name", LEAST)
def test_there_are_enough_of_every_kind(name: str) -> None:
    assert min(len(set(lines)) for lines in HELD[name].values()) >= LEAST[name]


def test_eight_groups_of_names_are_written_in_four_ways() -> None:
    held = [kind.split("/")[1:] for kind in HELD["groups"] if kind.startswith("name/")]
    assert len({group for group, _ in held}) == 8
    assert len({writing for _, writing in held}) == 4
    assert len(held) == 32


@try_each(("name", "kind"), KINDS)
def test_enough_of_every_kind_is_found(name: str, kind: str) -> None:
    marked = gather(HELD[name])[kind]
    missed = [each for each in marked if not found_in(each, kind)]
    assert len(missed) <= (1 - least(kind)) * len(marked) + 1e-9, missed


@try_each("kind", [kind for name, kind in KINDS if name == "before"])
def test_what_was_found_before_still_is(kind: str) -> None:
    assert all(found_in(each, kind) for each in HELD["before"][kind])


@pytest.mark.parametrize("name", LEAST)
def test_at_most_two_in_a_hundred_ordinary_notes_are_taken_for_more(name: str) -> None:
    notes = HELD[name][ORDINARY]
    wrong = [note for note in notes if find(note)]
    assert len(wrong) <= WRONG * len(notes) / 100, wrong
    assert name != "before" or not wrong


def test_the_curriculum_names_only_people_it_has_invented(framework: Framework) -> None:
    """The program's own texts, which speak of clients and employers all the time."""
    lessons = [(unit.curriculum, unit.statements) for unit in framework.units]
    texts = [
        *(
            text
            for lesson, _ in lessons
            for text in (lesson.goal, lesson.purpose, *lesson.outcomes)
        ),
        *(each.title for lesson, _ in lessons for each in lesson.activities),
        *(each.text for _, statements in lessons for each in statements),
    ]
    assert len(texts) > 500
    found = {each.text for text in texts for each in (*find(text), *find(text.lower()))}
    assert found <= {"Wei Ling", "wei ling"}
