"""Preparing for supervision: kept, changed, ticked."""

from datetime import date

import pytest

from ipsskills.errors import InvalidInput, NotFound
from ipsskills.facts.entries import EntryFacts, Prepared
from ipsskills.pages.compose.supervision.agenda_words import word_agenda
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.entries.drafts import Action
from ipsskills.usecases.entries.training_record import list_record
from ipsskills.usecases.plans.add import add_goals
from ipsskills.usecases.supervision.agenda import agenda
from ipsskills.usecases.supervision.prepare import prepare, start_prepare
from tests.cases import try_each
from tests.conftest import Clock
from tests.usecases.builders import assess, counted, row
from tests.usecases.test_log import supervise
from tests.words import wrote, wrote_values


def entry_of(found: Prepared) -> EntryFacts:
    assert found.entry
    return found.entry


def test_it_stands_on_the_agenda(desk: Desk) -> None:
    prepare(
        desk,
        wrote_values(
            {
                "went_well": "A trial shift.",
                "text": "Telling.",
                "own_word": "Watch me.",
                "items": ("3.8",),
            }
        ),
    )
    found = word_agenda(agenda(desk, None))
    assert (found.good[0].text, found.stuck, found.wants) == (
        "A trial shift.",
        "Telling.",
        "Watch me.",
    )
    assert [each.unit for each in found.look_at] == ["3.8"]


def test_again_changes_what_is_said_and_nothing_else(desk: Desk, clock: Clock) -> None:
    prepare(desk, wrote_values({"went_well": "A trial shift.", "items": ("3.8",)}))
    clock.forward(days=1)
    entry = entry_of(prepare(desk, wrote_values({"text": "Telling.", "items": ()})))
    assert (entry.kept.went_well, entry.kept.text, entry.kept.items) == (
        "A trial shift.",
        "Telling.",
        (),
    )
    assert entry.kept.on == date(2026, 11, 25)
    assert counted(desk, "entry") == 2


def test_after_supervision_it_begins_anew(desk: Desk, clock: Clock) -> None:
    first = entry_of(prepare(desk, wrote_values({"went_well": "A trial shift."})))
    supervise(desk)
    clock.forward(days=7)
    second = entry_of(prepare(desk, wrote_values({"text": "Telling."})))
    assert (second.kept.went_well, second.handle == first.handle) == ("", False)


def test_what_i_said_i_would_do_is_mine(desk: Desk) -> None:
    actions = [
        Action("Ada", wrote("Mine"), date(2026, 12, 12)),
        Action("ada example", wrote("Mine too"), date(2026, 12, 1)),
        Action("Lee", wrote("Not mine")),
        Action("Adamson", wrote("Not mine either")),
        Action(None, wrote("Nobody's")),
    ]
    supervise(desk, actions=actions)
    assert [each.text for each in start_prepare(desk).promises] == ["Nobody's", "Mine too", "Mine"]


def test_actions_and_steps_are_ticked(desk: Desk) -> None:
    assess(desk, row("3" * 27 + "1"))
    add_goals(desk, None, ["3.16"])
    action = supervise(desk, actions=[Action("Ada", wrote("Ring"))]).actions[0]
    found = start_prepare(desk).promises
    assert [each.name for each in found][:2] == [action.handle, "1.1"]
    done = prepare(desk, wrote_values({"went_well": "Good."}), ticked=(action.handle, "1.1"))
    assert done.ticked == (action.handle, "1.1")
    assert {action.handle, "1.1"} & {each.name for each in start_prepare(desk).promises} == set()
    assert len(found) <= 8


@try_each("name", ["", "9.9", "nosuch", "1", "1.1.1"])
def test_an_unknown_name_ticks_nothing(name: str, desk: Desk) -> None:
    action = supervise(desk, actions=[Action("Ada", wrote("Ring"))]).actions[0]
    before = counted(desk, "entry")
    with pytest.raises(NotFound):
        prepare(desk, wrote_values({"went_well": "Good."}), ticked=(action.handle, name))
    assert counted(desk, "entry") == before


def test_what_cannot_be_kept(desk: Desk) -> None:
    action = supervise(desk, actions=[Action("Ada", wrote("Ring"))]).actions[0]
    with pytest.raises(InvalidInput):
        prepare(desk, wrote_values({"went_well": "bell\a"}), ticked=(action.handle,))
    assert [each.name for each in start_prepare(desk).promises] == [action.handle], (
        "nothing is half kept"
    )


def test_where_nothing_is_said_nothing_is_kept(desk: Desk) -> None:
    action = supervise(desk, actions=[Action("Ada", wrote("Ring"))]).actions[0]
    before = counted(desk, "entry")
    assert (
        prepare(
            desk, wrote_values({"went_well": "", "text": " \n", "own_word": "", "items": ()})
        ).entry
        is None
    )
    assert counted(desk, "entry") == before
    ticked = prepare(desk, ticked=(action.handle,))
    assert (ticked.entry, ticked.ticked) == (None, (action.handle,))
    assert counted(desk, "entry") == before + 1, "the tick and nothing else"


def test_what_is_emptied_is_taken_back(desk: Desk) -> None:
    prepare(desk, wrote_values({"own_word": "Watch me."}))
    assert entry_of(prepare(desk, wrote_values({"own_word": ""}))).kept.removed
    assert list_record(desk, None).entries == ()
    assert counted(desk, "entry") == 2
