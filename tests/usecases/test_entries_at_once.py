"""Each page of the record is one reading, and whatever is kept is kept in one writing."""

from collections.abc import Callable
from datetime import date

import pytest

from ipsskills.codes import EntryKind, FieldWay
from ipsskills.doing import marks_in
from ipsskills.facts.entries import Logged
from ipsskills.jsonable import to_json
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.entries.drafts import Action, NewEntry
from ipsskills.usecases.entries.log import (
    add_entries,
    correct_entry,
    mark_action,
    remove_entry,
    start_log,
)
from ipsskills.usecases.entries.training_record import list_record, read_coverage, read_review
from ipsskills.usecases.people.edit import edit_person
from ipsskills.usecases.supervision.due import list_due
from ipsskills.usecases.supervision.prepare import prepare, start_prepare
from tests.cases import try_each
from tests.usecases.builders import LEE, at_desk_of, count_transactions
from tests.words import wrote


@pytest.fixture
def lee(desk: Desk) -> Desk:
    """Return a desk at which Ada's supervisor works, who has logged a supervision with actions."""
    leader = at_desk_of(desk, LEE)
    edit_person(desk, None, supervisor="Lee")
    log_supervision(leader)
    return leader


def log_supervision(desk: Desk) -> Logged:
    actions = (Action("Lee", wrote("Book a ward"), date(2026, 12, 1)), Action("Ada", wrote("Ring")))
    new = NewEntry(EntryKind.SUPERVISION, {"minutes": 60, "next_on": date(2026, 12, 8)}, actions)
    return add_entries(desk, "Ada", [new])[0]


@try_each(
    "read",
    [
        lambda desk: list_due(desk, None),
        lambda desk: list_due(desk, "Ada"),
        lambda desk: list_record(desk, "Ada", words="ward"),
        lambda desk: read_coverage(desk, "Ada"),
        lambda desk: read_review(desk, "Ada"),
        lambda desk: start_log(desk, "Ada", EntryKind.SUPERVISION, from_agenda=True),
        lambda desk: start_log(desk, "Ada", EntryKind.SUPERVISION, correct="last"),
        start_prepare,
    ],
)
def test_a_page_is_one_reading(
    read: Callable[[Desk], object], lee: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = count_transactions(monkeypatch)
    found = read(lee)
    assert opened == ["reading"]
    told = to_json(found)
    assert "ipsskills" not in told
    assert not marks_in(told), "programs are given no commands"


def test_an_entry_its_actions_and_a_rating_are_one_writing(
    lee: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = log_supervision(lee)
    seen = {"title": wrote("A visit"), "way": FieldWay.WATCHED, "items": ("3.13",)}
    opened = count_transactions(monkeypatch)
    (logged,) = add_entries(
        lee,
        "Ada",
        [NewEntry(EntryKind.OBSERVATION, seen, (Action(None, wrote("Ask first")),))],
        carried=[first.actions[0].handle],
        done=[first.actions[1].handle],
        rating="2",
    )
    assert opened == ["writing"]
    assert logged.rated
    assert [action.kept.title for action in logged.actions] == ["Ask first", "Book a ward"]


@pytest.mark.parametrize(
    "write",
    [
        lambda desk: correct_entry(desk, "last", EntryKind.SUPERVISION, {"minutes": 50}, who="Ada"),
        lambda desk: mark_action(desk, "last", "Ada"),
        lambda desk: remove_entry(desk, "last", "Ada"),
        lambda desk: prepare(desk, {"items": ("3.8",)}),
    ],
)
def test_a_change_is_one_writing(
    write: Callable[[Desk], object], lee: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = count_transactions(monkeypatch)
    write(lee)
    assert opened == ["writing"]
