"""The bars of the check, on the frozen sentences."""

import pytest
from benchmarks.identifying import FOUND, ORDINARY, WRONG, found_in, frozen

from ipsskills.privacy.client_detail.check import find
from ipsskills.privacy.client_detail.finding import DetailKind

SENTENCES = frozen()
LEAST = 20


def test_there_are_sentences_of_every_kind() -> None:
    assert set(SENTENCES) == {*DetailKind, ORDINARY}
    assert min(len(set(SENTENCES[kind])) for kind in DetailKind) >= LEAST
    assert len(set(SENTENCES[ORDINARY])) >= 100


@pytest.mark.parametrize("kind", list(DetailKind))
def test_nine_in_ten_of_every_kind_are_found(kind: DetailKind) -> None:
    marked = SENTENCES[kind]
    missed = [each for each in marked if not found_in(each, kind)]
    assert len(missed) <= (1 - FOUND) * len(marked), missed


def test_at_most_two_in_a_hundred_ordinary_notes_are_taken_for_more() -> None:
    notes = SENTENCES[ORDINARY]
    wrong = [note for note in notes if find(note)]
    assert len(wrong) <= WRONG * len(notes) / 100, wrong
