"""Teams: names and dates, nothing else."""

from datetime import date
from typing import Any

import pytest

from ipsskills.cli.output.spelling import spell_page
from ipsskills.codes import EntryKind, FieldWay, Role
from ipsskills.errors import NotFound
from ipsskills.facts.team import Team, Teams
from ipsskills.pages.compose.people.team import compose_team, compose_teams
from ipsskills.pages.writers.envelope import envelope
from ipsskills.pages.writers.text import to_text
from ipsskills.record.types import Entry
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.adding import add_person
from ipsskills.usecases.people.edit import edit_person, join_people
from ipsskills.usecases.people.team import list_teams, show_team
from tests.cases import try_each
from tests.conftest import Clock
from tests.usecases.builders import UNITS, assess, row, supervise
from tests.usecases.lived import live_once
from tests.words import wrote, wrote_values

SPECIALIST, LEADER = Role.EMPLOYMENT_SPECIALIST, Role.TEAM_LEADER


def live_teams(desk: Desk, _: Clock) -> None:
    """Ada in no team; Bo and Cy in North with Lee, who supervises Bo; Di in Northgate."""
    for name, role, team in (
        ("Bo Sample", SPECIALIST, "North"),
        ("Cy Pretend", SPECIALIST, " north "),
        ("Lee Invented", LEADER, "North"),
        ("Di Sample", SPECIALIST, "Northgate"),
    ):
        add_person(desk, name, role, team)
    edit_person(desk, "bo", supervisor="lee")


@pytest.fixture
def teams(desk: Desk) -> Desk:
    return live_once(desk, live_teams)


def log(desk: Desk, who: str, kind: EntryKind, on: date, **also: Any) -> None:
    about = edit_person(desk, who, leave=wrote("x")).id
    own: dict[str, Any] = {"kind": kind, "on": on, "title": wrote("Somewhere")} | wrote_values(also)
    entry = desk.pen().first(Entry, about=about, **own)
    with desk.store.writing() as work:
        work.add(entry)


def test_teams_are_listed_with_who_leads_them(teams: Desk) -> None:
    found = list_teams(teams)
    assert found.teams == (
        Team(name="North", leaders=("Lee Invented",), people=("Bo Sample", "Cy Pretend")),
        Team(name="Northgate", leaders=(), people=("Di Sample",)),
    )
    assert found.in_no_team == ("Ada Example",)
    text = to_text(spell_page(compose_teams(found)))
    assert "In no team: Ada Example." in text
    assert 'ipsskills team show "North"' in text


def test_without_teams_there_is_nothing_to_list(desk: Desk) -> None:
    found = list_teams(desk)
    assert found == Teams(teams=(), in_no_team=("Ada Example",))
    assert 'people edit "Ada Example" --team North' in to_text(spell_page(compose_teams(found)))


def test_a_team_tells_the_last_days_that_were_held(teams: Desk) -> None:
    log(teams, "bo", EntryKind.OBSERVATION, date(2026, 10, 4), way=FieldWay.WATCHED)
    log(teams, "bo", EntryKind.OBSERVATION, date(2026, 11, 4), way=FieldWay.WATCHED)
    log(teams, "bo", EntryKind.OBSERVATION, date(2026, 9, 4), way=FieldWay.WATCHED)
    log(teams, "bo", EntryKind.SUPERVISION, date(2026, 11, 1))
    log(teams, "bo", EntryKind.SUPERVISION, date(2026, 11, 15), cancelled="ill")
    log(teams, "bo", EntryKind.SUPERVISION, date(2026, 12, 15))
    log(teams, "cy", EntryKind.SUPERVISION, date(2026, 11, 20), removed=True)
    log(teams, "cy", EntryKind.TRAINING, date(2026, 11, 20))
    log(teams, "di", EntryKind.SUPERVISION, date(2026, 11, 20))
    team = show_team(teams, "NORTH")
    assert (team.name, team.leaders) == ("North", ("Lee Invented",))
    assert [(m.name, m.supervisor, m.mentored, m.supervised) for m in team.members] == [
        ("Bo Sample", "Lee Invented", date(2026, 11, 4), date(2026, 11, 1)),
        ("Cy Pretend", None, None, None),
        ("Lee Invented", None, None, None),
    ]


def test_what_is_kept_under_another_name_counts(teams: Desk) -> None:
    add_person(teams, "B. Sample", SPECIALIST)
    log(teams, "B. Sample", EntryKind.SUPERVISION, date(2026, 11, 20))
    join_people(teams, "Bo Sample", "B. Sample")
    assert show_team(teams, "north").members[0].supervised == date(2026, 11, 20)


def test_who_has_left_is_in_no_team(teams: Desk) -> None:
    edit_person(teams, "bo", left=date(2026, 11, 1))
    assert [m.name for m in show_team(teams, "north").members] == ["Cy Pretend", "Lee Invented"]


def test_a_supervisor_who_has_left_supervises_nobody_here(teams: Desk) -> None:
    edit_person(teams, "lee", left=date(2026, 11, 1))
    assert [(m.name, m.supervisor) for m in show_team(teams, "north").members] == [
        ("Bo Sample", None),
        ("Cy Pretend", None),
    ]


@try_each(
    ("name", "said"),
    [("South", "no team called"), ("", "no team called"), ("nor", "could be: North, Northgate")],
)
def test_a_team_that_cannot_be_meant(teams: Desk, name: str, said: str) -> None:
    with pytest.raises(NotFound, match=said):
        show_team(teams, name)


@try_each("name", ['"The" O\'Neils', "שרה", "👩🏽‍💻 & <b>"])
def test_teams_of_any_name(desk: Desk, name: str) -> None:
    edit_person(desk, None, team=name)
    assert show_team(desk, name).name == name


def test_no_answers_stand_on_a_page_about_a_team(desk: Desk) -> None:
    edit_person(desk, None, team="North")
    assess(desk, row("3" * 14 + "1" * 14), UNITS)
    supervise(desk, {"3.8": "0O"})
    team = show_team(desk, "North")
    said = to_text(compose_team(team)) + envelope("team show", team, [], None)
    for word in ("on your own", "with someone", "not yet", "3.8", '"answer"', '"code"'):
        assert word not in said
