"""Supervisors, leaving and coming back, what is one's own to tell, one person under two names."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ipsskills.codes import Role
from ipsskills.doing import do
from ipsskills.errors import InvalidInput, NotFound
from ipsskills.facts.people import PersonShown
from ipsskills.pages.compose.people.people import compose_supervision
from ipsskills.pages.compose.plans.plan import compose_plan
from ipsskills.pages.compose.reports.radar import compose_radar
from ipsskills.pages.compose.reports.report import report_page
from ipsskills.pages.writers.text import to_text
from ipsskills.record.types import Person
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.adding import add_person
from ipsskills.usecases.people.edit import edit_person, join_people
from ipsskills.usecases.people.people import find_person, list_here, list_people
from ipsskills.usecases.people.supervision import list_supervision
from ipsskills.usecases.plans.add import OwnGoal, add_own_goal
from ipsskills.usecases.plans.life import mark_done
from ipsskills.usecases.plans.show import show_plan
from ipsskills.usecases.reports.chart import read_chart
from tests.cases import try_each
from tests.conftest import Clock
from tests.usecases.builders import UNITS, assess, counted, go_to, row
from tests.usecases.builders import told_report as report
from tests.usecases.lived import begin_once, live_once
from tests.words import wrote, wrote_values

SPECIALIST, LEADER = Role.EMPLOYMENT_SPECIALIST, Role.TEAM_LEADER
TODAY = date(2026, 11, 24)
NAMES = ['Seán "Shay" O\'Neil', "Zoë 👩🏽‍💻", "שרה לוי", "李小龙", "Robert'); DROP TABLE person;--"]


def live_team(desk: Desk, _: Clock) -> None:
    """Ada Example, who is me, Bo and Cy, and Lee who leads."""
    for name in ("Bo Sample", "Cy Pretend"):
        add_person(desk, name, SPECIALIST, "North")
    add_person(desk, "Lee Invented", LEADER, "North")


@pytest.fixture
def team(desk: Desk) -> Desk:
    return live_once(desk, live_team)


def one(desk: Desk, name: str) -> PersonShown:
    return next(p for p in list_people(desk, everybody=True) if p.name == name)


def names(desk: Desk, **how: bool) -> list[str]:
    return [person.name for person in list_people(desk, **how)]


# Who supervises whom.


def test_a_supervisor_is_named_kindly_and_since_today(team: Desk) -> None:
    told = edit_person(team, "bo", supervisor="lee")
    assert (told.supervisor, told.supervised_since) == ("Lee Invented", TODAY)
    earlier = edit_person(team, "cy", supervisor="Lee", supervised_since=date(2026, 9, 1))
    assert earlier.supervised_since == date(2026, 9, 1)


def test_the_same_supervisor_again_leaves_the_date(team: Desk, clock: Clock) -> None:
    edit_person(team, "bo", supervisor="lee")
    clock.forward(days=30)
    assert edit_person(team, "bo", supervisor="lee").supervised_since == TODAY
    assert edit_person(team, "bo", supervisor="Ada").supervised_since == date(2026, 12, 24)


@pytest.mark.parametrize("name", ["Ada", "ADA EXAMPLE"])
def test_nobody_supervises_themselves(team: Desk, name: str) -> None:
    before = counted(team, "person")
    with pytest.raises(InvalidInput, match="Nobody supervises themselves"):
        edit_person(team, None, supervisor=name)
    assert counted(team, "person") == before


def test_supervision_goes_in_no_circle(team: Desk) -> None:
    edit_person(team, "bo", supervisor="lee")
    edit_person(team, "cy", supervisor="bo")
    for above, below in (("bo", "lee"), ("cy", "lee"), ("cy", "bo")):
        with pytest.raises(InvalidInput, match="other way round"):
            edit_person(team, below, supervisor=above)
    assert edit_person(team, "cy", supervisor="lee").supervisor == "Lee Invented"


@try_each("name", ["Nobody", "", "e"])
def test_an_unknown_supervisor_is_not_found(team: Desk, name: str) -> None:
    with pytest.raises(NotFound):
        edit_person(team, None, supervisor=name)


def test_since_when_needs_a_supervisor(team: Desk) -> None:
    with pytest.raises(InvalidInput, match="needs a supervisor"):
        edit_person(team, "bo", supervised_since=TODAY)
    edit_person(team, "bo", supervisor="lee")
    cleared = edit_person(team, "bo", clear=["supervisor"])
    assert (cleared.supervisor, cleared.supervised_since) == (None, None)


def test_who_supervises_whom_is_listed(team: Desk, clock: Clock) -> None:
    edit_person(team, "bo", supervisor="lee", supervised_since=date(2026, 9, 1))
    edit_person(team, "cy", supervisor="ada")
    assert [(r.person, r.supervisor, r.since, r.gone) for r in list_supervision(team)] == [
        ("Cy Pretend", "Ada Example", TODAY, None),
        ("Bo Sample", "Lee Invented", date(2026, 9, 1), None),
        ("Ada Example", None, None, None),
    ]
    assert edit_person(team, "lee", left=date(2026, 12, 1)).left_behind == ()
    go_to(clock, date(2026, 12, 1))
    assert edit_person(team, "lee", team="South").left_behind == ("Bo Sample",)
    page = " ".join(to_text(compose_supervision(list_supervision(team)), 100).split())
    assert "Lee Invented Bo Sample 1 Sep 2026; left 1 Dec 2026" in page
    assert "Nobody is named for Ada Example." in page


# Leaving and coming back.


def test_who_left_is_kept_and_found_but_not_among_those_here(team: Desk) -> None:
    edit_person(team, "bo", left=TODAY)
    assert "Bo Sample" not in names(team)
    assert "Bo Sample" in names(team, everybody=True)
    with team.reading() as work:
        assert find_person(work, "bo", None).left == TODAY
        assert [p.name for p in list_here(work, TODAY)] == [
            "Ada Example",
            "Cy Pretend",
            "Lee Invented",
        ]
    with pytest.raises(InvalidInput, match="already"):
        add_person(team, "Bo Sample", SPECIALIST)


def test_who_leaves_some_day_is_here_until_then(team: Desk, clock: Clock) -> None:
    edit_person(team, "bo", left=date(2026, 12, 31))
    assert "Bo Sample" in names(team)
    go_to(clock, date(2026, 12, 31))
    assert "Bo Sample" not in names(team)


def test_who_is_back_began_again_that_day(team: Desk, clock: Clock) -> None:
    edit_person(team, "bo", since=date(2025, 1, 1), left=TODAY)
    go_to(clock, date(2027, 3, 1))
    back = edit_person(team, "bo", back=True)
    assert (back.left, back.since) == (None, date(2027, 3, 1))
    edit_person(team, "bo", left=date(2027, 4, 1))
    assert edit_person(team, "bo", back=True, since=date(2027, 3, 2)).since == date(2027, 3, 2)
    with pytest.raises(InvalidInput, match="has not left"):
        edit_person(team, "bo", back=True)


@try_each(
    ("first", "then"),
    [
        ({}, {"since": date(2026, 5, 1), "left": date(2026, 4, 30)}),
        ({"since": date(2026, 5, 1)}, {"left": date(2026, 4, 30)}),
        ({"left": date(2026, 4, 30)}, {"since": date(2026, 5, 1)}),
    ],
)
def test_nobody_leaves_before_they_began(
    team: Desk, first: dict[str, Any], then: dict[str, Any]
) -> None:
    live_once(team, live_team)  # anew for each case
    if first:
        edit_person(team, "bo", **first)
    before = counted(team, "person")
    with pytest.raises(InvalidInput, match="before starting"):
        edit_person(team, "bo", **then)
    assert counted(team, "person") == before


def test_who_left_supervises_nobody_new(team: Desk) -> None:
    edit_person(team, "lee", left=TODAY)
    with pytest.raises(InvalidInput, match="has left"):
        edit_person(team, "bo", supervisor="lee")


# What is one's own to tell.


def test_what_is_given_can_be_taken_back(team: Desk) -> None:
    given: dict[str, Any] = {
        "caseload": 19,
        "leave": "two weeks away in October",
        "works_best": "See it.",
    }
    told = edit_person(team, None, **wrote_values(given, Person))
    assert (told.caseload, told.leave, told.works_best) == tuple(given.values())
    fields = ["caseload", "leave", "works_best", "team", "hours", "since", "left"]
    empty = edit_person(team, None, clear=fields)
    assert (empty.caseload, empty.leave, empty.works_best) == (None, None, "")
    with team.reading() as work:
        assert work.history(Person, told.id)[1].works_best == "See it."


@try_each(
    "change",
    [
        {"caseload": -1},
        {"caseload": 1000},
        {"leave": ""},
        {"leave": "two\nlines"},
        {"works_best": "bell\x07"},
        {"works_best": "w" * 10_001},
    ],
)
def test_what_cannot_be_kept_of_oneself(team: Desk, change: dict[str, Any]) -> None:
    before = counted(team, "person")
    with pytest.raises(InvalidInput):
        edit_person(team, None, **wrote_values(change, Person))
    assert counted(team, "person") == before


def test_who_has_been_here_for_three_weeks_is_not_said_to_look_back_three_months(
    desk: Desk,
) -> None:
    edit_person(desk, None, since=date(2026, 11, 3))
    assess(desk, row("3" * 28), UNITS)
    head = report_page(report(desk, None)).lead[0]
    assert head.endswith("Looking back: your time in the job since 3 Nov 2026.")


@try_each(
    ("given", "post"),
    [
        ({}, "Employment specialist"),
        ({"since": date(2026, 3, 24)}, "Employment specialist, 8 months"),
        ({"since": date(2026, 11, 1)}, "Employment specialist, first month"),
        ({"since": date(2026, 10, 24)}, "Employment specialist, 1 month"),
        ({"since": date(2023, 1, 1)}, "Employment specialist, 3 years"),
        ({"since": date(2027, 1, 1)}, "Employment specialist"),
        ({"hours": 1.0}, "Employment specialist, full time"),
        (
            {"since": date(2026, 3, 1), "hours": 0.8},
            "Employment specialist, 8 months, 0.8 of full time",
        ),
    ],
)
def test_time_in_post_and_hours_stand_at_the_head_of_pages(
    desk: Desk, given: dict[str, Any], post: str
) -> None:
    begin_once(desk)  # anew for each case
    assess(desk, row("3" * 28), UNITS)
    if given:
        edit_person(desk, None, **wrote_values(given, Person))
    head = report_page(report(desk, None)).lead[0]
    assert head == f"{post}. Looking back: the last three months."
    radar = compose_radar(read_chart(desk, None))
    said = f"{post[0].lower()}{post[1:]}"
    assert radar.subtitle == f"Ada Example: {said}; your view on 24 Nov 2026"
    lead = compose_plan(show_plan(desk, None)).lead
    assert (f"{post}." in lead) == bool(given)


# One person under two names.


def test_what_is_kept_of_either_is_read_together(team: Desk) -> None:
    assess(team, {"3.8": "2"})
    add_own_goal(team, None, OwnGoal(wrote("As Ada")))
    other = replace(team, me=add_person(team, "Ada Twice", SPECIALIST).id)
    add_own_goal(other, None, OwnGoal(wrote("As somebody else")))
    joined = join_people(team, "Ada Example", "Ada Twice")
    assert (joined.name, joined.also) == ("Ada Example", ("Ada Twice",))
    assert [g.title for g in show_plan(team, None).goals] == ["As Ada", "As somebody else"]
    assert show_plan(team, "Ada Twice").person.name == "Ada Example"
    assert show_plan(team, "ada").person.name == "Ada Example", "one person is not two candidates"
    assert show_plan(other, None).person.name == "Ada Example"
    assert mark_done(team, None, "2", changed=wrote("x")).finished[0].title == "As somebody else"
    assert names(team) == ["Ada Example", "Bo Sample", "Cy Pretend", "Lee Invented"]
    with pytest.raises(InvalidInput, match="already"):
        add_person(team, "ada twice", SPECIALIST)


def test_a_supervisor_met_twice_is_one(team: Desk) -> None:
    add_person(team, "L. Invented", LEADER)
    edit_person(team, "bo", supervisor="L. Invented")
    join_people(team, "Lee Invented", "L. Invented")
    assert one(team, "Bo Sample").supervisor == "Lee Invented"
    with team.reading() as work:
        assert find_person(work, "L. Inv", None).name == "Lee Invented"
    with pytest.raises(InvalidInput, match="other way round"):
        edit_person(team, "Lee", supervisor="bo")


def test_nobody_supervises_themselves_after_a_join(team: Desk) -> None:
    edit_person(team, "bo", supervisor="lee")
    join_people(team, "Bo Sample", "Lee Invented")
    assert one(team, "Bo Sample").supervisor is None
    assert [(r.person, r.supervisor) for r in list_supervision(team)] == [
        ("Ada Example", None),
        ("Bo Sample", None),
        ("Cy Pretend", None),
    ]


def test_a_join_is_taken_back(team: Desk) -> None:
    add_own_goal(replace(team, me=one(team, "Bo Sample").id), None, OwnGoal(wrote("Bo's")))
    join_people(team, "Ada Example", "Bo Sample")
    apart = join_people(team, "Ada Example", "bo sample", undo=True)
    assert (apart.name, apart.also) == ("Ada Example", ())
    assert show_plan(team, None).goals == ()
    assert [g.title for g in show_plan(team, "Bo").goals] == ["Bo's"]
    with pytest.raises(InvalidInput, match="was not joined"):
        join_people(team, "Ada Example", "Bo Sample", undo=True)


def test_a_join_with_somebody_else_is_not_taken_back(team: Desk) -> None:
    join_people(team, "Ada Example", "Bo Sample")
    with pytest.raises(InvalidInput, match="Bo Sample was not joined to Lee Invented"):
        join_people(team, "Lee Invented", "Bo Sample", undo=True)
    assert one(team, "Ada Example").also == ("Bo Sample",)


@try_each(
    ("first", "second", "error"),
    [
        ("Ada", "Ada", InvalidInput),
        ("Ada", "Nobody", NotFound),
        ("Nobody", "Ada", NotFound),
        ("Lee", "L. Invented", InvalidInput),
        ("L. Invented", "Lee", InvalidInput),
    ],
)
def test_who_cannot_be_joined(team: Desk, first: str, second: str, error: type[Exception]) -> None:
    live_once(team, live_team)  # anew for each case
    add_person(team, "L. Invented", LEADER)
    join_people(team, "Lee Invented", "L. Invented")
    before = counted(team, "person")
    with pytest.raises(error):
        join_people(team, first, second)
    assert counted(team, "person") == before


def test_somebody_may_be_met_more_than_twice(team: Desk) -> None:
    for name in ("Lee 2", "Lee 3"):
        add_person(team, name, LEADER)
    join_people(team, "Lee 2", "Lee 3")
    assert join_people(team, "Lee Invented", "Lee 2").also == ("Lee 2", "Lee 3")


@try_each("name", NAMES)
def test_names_of_any_script_work_everywhere(team: Desk, name: str) -> None:
    live_once(team, live_team)  # anew for each case
    add_person(team, name, LEADER, name)
    assert edit_person(team, None, supervisor=name, leave=wrote(name)).supervisor == name
    assert join_people(team, name, "Lee Invented").also == ("Lee Invented",)
    assert one(team, "Ada Example").supervisor == name


def test_somebody_is_added_with_who_supervises_them(desk: Desk) -> None:
    lee = add_person(desk, "Lee Sample", Role.TEAM_LEADER)
    bo = add_person(desk, "Bo Sample", Role.EMPLOYMENT_SPECIALIST, supervisor="lee")
    assert (bo.supervisor, str(bo.supervised_since)) == (lee.name, "2026-11-24")


def test_nobody_is_added_where_their_supervisor_is_not_known(desk: Desk) -> None:
    with pytest.raises(NotFound, match="nobody called 'Zoe'") as unknown:
        add_person(desk, "Bo Sample", Role.EMPLOYMENT_SPECIALIST, supervisor="Zoe")
    assert str(do("people add", "Zoe", "--role", "team leader")) in str(unknown.value.hint)
    assert [each.name for each in list_people(desk)] == ["Ada Example"]
