"""Where people write and are named, as the record declares it."""

from ipsskills.privacy.personal import people_named, personal_texts
from ipsskills.record.types import (
    Assessment,
    Entry,
    Goal,
    GoalActivity,
    Note,
    Objection,
    Parcel,
    Person,
    Rating,
    Redacted,
)


def test_texts_that_people_write() -> None:
    assert {kind: set(names) for kind, names in personal_texts().items()} == {
        Person: {"leave", "works_best"},
        Note: {"text"},
        Goal: {"title", "why", "outcome", "changed", "review_note"},
        GoalActivity: {"text", "brought"},
        Entry: {
            *("title", "text", "went_well", "next_step", "own_word", "cancelled", "certificate"),
        },
        Objection: {"text"},
    }
    assert not {Assessment, Rating} & set(personal_texts())


def test_where_people_are_named() -> None:
    assert {kind: set(names) for kind, names in people_named().items()} == {
        Assessment: {"agreed_with"},
        Goal: {"agreed_with", "arranged_by"},
        GoalActivity: {"with_whom"},
        Entry: {"who"},
        Parcel: {"with_whom"},
        Redacted: {"asked_of"},
    }
