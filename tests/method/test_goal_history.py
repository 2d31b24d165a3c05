"""What happened to a goal, told from its versions alone."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from ipsskills.method.goal_history import Happened, list_events
from ipsskills.method.goals import find_next_number, number_goals, suggest_next_look
from ipsskills.record.types import Goal, GoalActivity, State
from tests.cases import try_each
from tests.words import wrote

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
DAY = date(2026, 11, 24)
GOAL = Goal(
    id="g1",
    thing="g1",
    about="p",
    author="p",
    at=NOON,
    number=1,
    title=wrote("Have words ready"),
    review=date(2027, 1, 5),
    close=date(2027, 2, 16),
    state=State.DRAFT,
)
STEP = GoalActivity(
    id="s1",
    thing="s1",
    about="p",
    author="p",
    at=NOON,
    goal="g1",
    place=1,
    text=wrote("Read"),
    due=DAY,
)
LATER = {"at": NOON + timedelta(days=3)}


def then(before: Goal, **changes: Any) -> Goal:
    return replace(before, **(LATER | {"id": "g2", "replaces": before.id} | changes))


@try_each(
    ("before", "changes", "what"),
    [
        ({}, {"title": "Other"}, Happened.CHANGED),
        ({}, {}, Happened.CHANGED),
        ({}, {"state": State.AGREED, "agreed_with": "Lee", "agreed_on": DAY}, Happened.AGREED),
        ({"state": State.AGREED}, {"agreed_with": "Bo"}, Happened.AGREED),
        ({"state": State.AGREED}, {"title": "Other"}, Happened.CHANGED),
        ({}, {"reviewed": DAY, "review": date(2027, 3, 1)}, Happened.REVIEWED),
        ({"state": State.AGREED}, {"reviewed": DAY}, Happened.REVIEWED),
        ({"state": State.AGREED}, {"state": State.DONE, "changed": "x"}, Happened.FINISHED),
        ({}, {"state": State.DROPPED}, Happened.DROPPED),
        ({"state": State.DONE}, {"state": State.AGREED, "changed": ""}, Happened.REOPENED),
        ({"state": State.DROPPED}, {"state": State.DRAFT}, Happened.REOPENED),
        ({"state": State.DONE}, {"state": State.DROPPED}, Happened.DROPPED),
    ],
)
def test_what_a_version_of_a_goal_did(
    before: dict[str, Any], changes: dict[str, Any], what: Happened
) -> None:
    first = replace(GOAL, **before)
    events = list_events((first, then(first, **changes)), ())
    assert [event.what for event in events] == [Happened.MADE, what]


@try_each(
    ("before", "changes", "what"),
    [
        ({}, {"done": DAY}, Happened.STEP_DONE),
        ({"done": DAY}, {"done": None}, Happened.STEP_UNDONE),
        ({"done": DAY}, {"done": date(2026, 12, 1)}, Happened.STEP_CHANGED),
        ({}, {"dropped": True}, Happened.STEP_DROPPED),
        ({}, {"text": "Write"}, Happened.STEP_CHANGED),
    ],
)
def test_what_a_version_of_a_step_did(
    before: dict[str, Any], changes: dict[str, Any], what: Happened
) -> None:
    first = replace(STEP, **before)
    second = replace(first, **(LATER | {"id": "s2", "replaces": "s1"} | changes))
    events = list_events((GOAL,), [(first, second)])
    assert [event.what for event in events] == [Happened.MADE, what]


def test_steps_that_came_with_the_goal_are_not_told_apart_but_later_ones_are() -> None:
    changed = then(GOAL, at=NOON + timedelta(hours=1), title="Other")
    same_day = replace(STEP, id="s2", thing="s2", at=NOON + timedelta(hours=2))
    next_day = replace(STEP, id="s3", thing="s3", at=NOON + timedelta(days=1))
    events = list_events(
        (GOAL, changed),
        [(replace(STEP, at=NOON + timedelta(microseconds=7)),), (same_day,), (next_day,)],
    )
    assert [(event.what, event.version.id) for event in events] == [
        (Happened.MADE, "g1"),
        (Happened.CHANGED, "g2"),
        (Happened.STEP_ADDED, "s2"),
        (Happened.STEP_ADDED, "s3"),
    ]


def test_a_step_added_as_soon_after_its_goal_as_can_be_told_is_told() -> None:
    added = replace(STEP, id="s2", thing="s2", at=NOON + timedelta(milliseconds=1))
    told = list_events((GOAL,), [(STEP,), (added,)])
    assert [(event.what, event.version.id) for event in told] == [
        (Happened.MADE, "g1"),
        (Happened.STEP_ADDED, "s2"),
    ]


def test_a_version_is_compared_with_the_one_its_author_saw() -> None:
    mine = then(GOAL, title="Mine")
    theirs = then(GOAL, id="g3", why="Theirs")
    assert [event.changed for event in list_events((GOAL, mine, theirs), ())] == [
        (),
        ("title",),
        ("why",),
    ]


def test_a_version_whose_earlier_one_is_not_here_is_a_beginning() -> None:
    assert [event.what for event in list_events((then(GOAL),), ())] == [Happened.MADE]


def made(thing: str, number: int, **also: Any) -> Goal:
    return replace(GOAL, id=f"new of {thing}", thing=thing, number=number, **also)


def test_goals_have_the_number_they_were_given_whatever_became_of_them() -> None:
    first, third = made("c", 1, state=State.DONE), made("b", 3)
    second = made("a", 2, state=State.DROPPED)
    assert number_goals((third, first, second)) == ((1, first), (2, second), (3, third))
    assert number_goals(()) == ()


def test_of_two_goals_given_one_number_the_later_has_the_next_that_is_free() -> None:
    mine, theirs = (made("a", 1), made("d", 2)), (made("b", 1), made("c", 2))
    both = number_goals((*mine, *theirs))
    assert both == ((1, mine[0]), (2, theirs[1]), (3, theirs[0]), (4, mine[1]))
    later = made("e", find_next_number((*mine, *theirs)))
    assert number_goals((*mine, *theirs, later)) == (*both, (5, later)), "the rest stays as it was"


def test_a_new_goal_has_the_highest_number_so_far_and_one() -> None:
    assert find_next_number(()) == 1
    assert find_next_number((made("a", 1), made("b", 4, state=State.DROPPED))) == 5


def test_the_next_look_is_six_weeks_on() -> None:
    assert suggest_next_look(DAY) == date(2027, 1, 5)
