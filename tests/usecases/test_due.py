"""What is due for a person, and what the first page names of it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ipsskills.codes import EntryKind, Role
from ipsskills.errors import NotFound
from ipsskills.record.store import open_store
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.entries.log import Action, mark_action
from ipsskills.usecases.people.edit import edit_person
from ipsskills.usecases.people.introduce import introduce
from ipsskills.usecases.plans.add import add_goals
from ipsskills.usecases.reports.home import home
from ipsskills.usecases.supervision.due import due
from tests.conftest import Clock
from tests.usecases.builders import LEE, UNITS, assess, at_desk_of, go_to, row
from tests.usecases.test_log import log, supervise

SPECIALIST = Role.EMPLOYMENT_SPECIALIST
FULL = row("3" * 27 + "1")


def lines(desk: Desk) -> list[tuple[str, str]]:
    return [(str(line.on), line.what) for line in due(desk, None).lines]


def test_nothing_is_due_for_somebody_new(desk: Desk) -> None:
    assert lines(desk) == []
    with pytest.raises(NotFound):
        due(desk, "Nobody")


def test_in_the_invented_service_what_to_type_stays_there(desk: Desk, tmp_path: Path) -> None:
    with open_store(tmp_path / "demo.db", desk.now(), write=True, demo=True) as store:
        invented = replace(desk, store=store)
        invented = replace(invented, me=introduce(invented, "Ada", SPECIALIST).id)
        assess(invented, FULL, UNITS)
        (look,) = due(invented, None).lines
    assert look.text == "All the units again: ipsskills assess --demo"


def test_everything_the_earliest_first_and_without_a_day_last(desk: Desk) -> None:
    assess(desk, FULL, UNITS)
    add_goals(desk, None, ["3.16"])
    supervise(
        desk,
        next_on=date(2026, 12, 8),
        actions=[Action("Lee", "Book", date(2026, 12, 1)), Action(None, "Ring")],
    )
    log(desk, EntryKind.TRAINING, title="T", certificate="First aid", expires=date(2027, 1, 1))
    log(desk, EntryKind.TRAINING, title="T", certificate="Far off", expires=date(2027, 2, 25))
    assert lines(desk) == [
        ("2026-12-01", "action"),
        ("2026-12-08", "supervision"),
        ("2027-01-01", "certificate"),
        ("2027-01-05", "review"),
        ("2027-02-24", "next look"),
        ("None", "action"),
    ]
    assert [line.what for line in home(desk).due] == ["action", "supervision", "certificate"]


def test_a_team_leader_sees_what_they_owe_and_whom_they_meet(desk: Desk) -> None:
    lee = at_desk_of(desk, LEE)
    edit_person(desk, None, supervisor="Lee")
    actions = [Action("Lee", "Book", date(2026, 12, 1)), Action("Ada", "Ring")]
    kept = supervise(desk, next_on=date(2026, 12, 8), actions=actions).actions[0]
    assert [(line.what, line.text, line.name) for line in due(lee, None).lines] == [
        ("action", "for Ada Example: Book", kept.handle),
        ("supervision", "with Ada Example", ""),
    ]
    assert [line.text for line in home(lee).due] == ["for Ada Example: Book", "with Ada Example"]
    mark_action(lee, kept.handle)
    edit_person(desk, None, clear=["supervisor"])
    assert due(lee, None).lines == ()
    assert due(desk, LEE).lines == ()


def test_what_is_past_stays_until_it_is_done(desk: Desk, clock: Clock) -> None:
    action = supervise(desk, actions=[Action("Ada", "Ring", date(2026, 12, 1))]).actions[0]
    go_to(clock, date(2027, 6, 1))
    assert lines(desk) == [("2026-12-01", "action")]
    mark_action(desk, action.handle)
    assert lines(desk) == []


def test_a_supervision_that_is_past_is_not_due(desk: Desk, clock: Clock) -> None:
    supervise(desk, next_on=date(2026, 12, 8))
    go_to(clock, date(2026, 12, 9))
    assert lines(desk) == []


def test_the_next_look_is_named_however_far_it_is(desk: Desk, clock: Clock) -> None:
    for day in (date(2026, 11, 24), date(2027, 2, 24), date(2027, 5, 24)):
        go_to(clock, day)
        assess(desk, FULL, UNITS)
    assert lines(desk) == [("2027-11-24", "next look")]
