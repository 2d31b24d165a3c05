"""What is due for a person, and what the first page names of it."""

from datetime import date

import pytest

from ipsskills.codes import EntryKind
from ipsskills.doing import do
from ipsskills.errors import NotFound
from ipsskills.pages.compose.calendar import compose_due_days
from ipsskills.pages.compose.supervision.due import due_words
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.entries.drafts import Action
from ipsskills.usecases.entries.log import mark_action
from ipsskills.usecases.people.edit import edit_person
from ipsskills.usecases.plans.add import add_goals
from ipsskills.usecases.reports.home import read_home
from ipsskills.usecases.supervision.due import list_due
from tests.conftest import Clock
from tests.usecases.builders import LEE, UNITS, assess, at_desk_of, go_to, row
from tests.usecases.test_log import log, supervise
from tests.words import wrote

FULL = row("3" * 27 + "1")


def lines(desk: Desk) -> list[tuple[str, str]]:
    return [(str(line.on), line.what) for line in list_due(desk, None).lines]


def test_nothing_is_due_for_somebody_new(desk: Desk) -> None:
    assert lines(desk) == []
    with pytest.raises(NotFound):
        list_due(desk, "Nobody")


def test_the_next_look_says_what_to_do(desk: Desk) -> None:
    assess(desk, FULL, UNITS)
    (look,) = list_due(desk, None).lines
    assert due_words(look) == f"Next look, 24 Feb 2027: All the units again: {do('assess')}"


def test_everything_the_earliest_first_and_without_a_day_last(desk: Desk) -> None:
    assess(desk, FULL, UNITS)
    add_goals(desk, None, ["3.16"])
    supervise(
        desk,
        next_on=date(2026, 12, 8),
        actions=[Action("Lee", wrote("Book"), date(2026, 12, 1)), Action(None, wrote("Ring"))],
    )
    log(desk, EntryKind.TRAINING, title="T", certificate="First aid", expires=date(2027, 1, 1))
    log(desk, EntryKind.TRAINING, title="T", certificate="Far off", expires=date(2027, 2, 25))
    assert lines(desk) == [
        ("2026-12-01", "action"),
        ("2026-12-08", "step"),
        ("2026-12-08", "supervision"),
        ("2026-12-22", "step"),
        ("2027-01-01", "certificate"),
        ("2027-01-05", "review"),
        ("2027-01-05", "step"),
        ("2027-02-24", "next look"),
        ("None", "action"),
    ]
    assert [line.what for line in read_home(desk).due] == ["action", "supervision", "certificate"]


def test_a_team_leader_sees_what_they_owe_and_whom_they_meet(desk: Desk) -> None:
    lee = at_desk_of(desk, LEE)
    edit_person(desk, None, supervisor="Lee")
    actions = [Action("Lee", wrote("Book"), date(2026, 12, 1)), Action("Ada", wrote("Ring"))]
    kept = supervise(desk, next_on=date(2026, 12, 8), actions=actions).actions[0]
    found = list_due(lee, None).lines
    assert [(due_words(line), line.name) for line in found] == [
        ("Action, 1 Dec 2026: for Ada Example: Book", kept.handle),
        ("Supervision, 8 Dec 2026: with Ada Example", ""),
    ]
    assert read_home(lee).due == found
    mark_action(lee, kept.handle)
    edit_person(desk, None, clear=["supervisor"])
    assert list_due(lee, None).lines == ()
    assert list_due(desk, LEE).lines == ()


def test_what_is_past_stays_until_it_is_done(desk: Desk, clock: Clock) -> None:
    action = supervise(desk, actions=[Action("Ada", wrote("Ring"), date(2026, 12, 1))]).actions[0]
    go_to(clock, date(2027, 6, 1))
    assert lines(desk) == [("2026-12-01", "action")]
    mark_action(desk, action.handle)
    assert lines(desk) == []


def test_a_supervision_that_is_past_is_named_until_one_is_written_down(
    desk: Desk, clock: Clock
) -> None:
    lee = at_desk_of(desk, LEE)
    edit_person(desk, None, supervisor="Lee")
    for planned, end in ((8, {}), (20, {"minutes": None, "cancelled": wrote("Ill.")})):
        supervise(desk, next_on=date(2026, 12, planned))
        go_to(clock, date(2026, 12, planned + 1))
        for mine in (desk, lee):
            (line,) = list_due(mine, None).lines
            assert due_words(line).startswith(f"Supervision, past since {planned} Dec 2026: with ")
            assert compose_due_days(list_due(mine, None), names=True) == ()
        assert line.write_down == do("log supervision", person="Ada Example")
        supervise(desk, **end)
        assert lines(desk) == []
        assert list_due(lee, None).lines == ()


def test_talking_before_the_day_that_is_planned_changes_nothing_of_it(desk: Desk) -> None:
    supervise(desk, next_on=date(2026, 12, 8))
    supervise(desk)
    assert lines(desk) == [("2026-12-08", "supervision")]
    assert len(compose_due_days(list_due(desk, None), names=False)) == 1
    supervise(desk, minutes=None, cancelled=wrote("Ill."))
    assert lines(desk) == []


def test_the_next_look_is_named_however_far_it_is(desk: Desk, clock: Clock) -> None:
    for day in (date(2026, 11, 24), date(2027, 2, 24), date(2027, 5, 24)):
        go_to(clock, day)
        assess(desk, FULL, UNITS)
    assert lines(desk) == [("2027-11-24", "next look")]
