"""Every unit's plan, for each kind of reader: done by its dates, and it does what it promises."""

from datetime import date, timedelta

import pytest

from ipsskills.facts.plan import GoalOffer
from ipsskills.framework.types import Activity, Framework
from ipsskills.method.goals import Candidate
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.plans.offers import make_offer
from tests.conftest import NOON, Clock, shipped
from tests.memory import open_empty

TODAY = date(2026, 11, 24)
# Somebody in their first months, specialist or leader; somebody later whose occasion has not come;
# somebody of two years; and the same who answered a safety unit at 0 or 1.
READERS = {
    "new": ("effort", True),
    "chance": ("chance", False),
    "two years in": ("effort", False),
    "unsure": ("safety", False),
}
SAFETY = ("2.2", "2.3", "2.4")
# By hand: the step that answers what is promised, where plans once held none that did.
ANSWERED_BY = {
    ("new", "2.2"): "two-minute-talk",
    ("new", "2.5"): "asked-or-assumed",
    ("new", "2.6"): "skip-no-more",
    ("new", "3.12"): "ten-for-one",
    ("new", "3.15"): "four-week-search",
    ("new", "3.16"): "twelve-months-of-work",
    ("new", "A2"): "ask-the-owner",
    ("new", "M5"): "count-step-ins",
    ("chance", "3.8"): "asked-outright",
    ("chance", "3.15"): "days-to-first",
    ("chance", "3.16"): "twelve-months-of-work",
    ("two years in", "3.6"): "hopes-or-history",
    ("two years in", "3.13"): "watch-then-lead",
}
# The plans whose steps cannot show the unit's first outcome, and the one they do show.
ANOTHER_OUTCOME = {
    ("new", "1.1"): 2,
    ("new", "1.3"): 3,
    ("new", "2.1"): 2,
    ("new", "3.2"): 3,
    ("new", "A2"): 2,
    ("new", "M5"): 2,
    ("new", "M8"): 3,
    ("chance", "1.2"): 3,
    ("chance", "2.1"): 2,
    ("chance", "2.2"): 4,
    ("chance", "2.6"): 3,
    ("chance", "3.12"): 2,
    ("chance", "3.15"): 2,
    ("chance", "M5"): 2,
}
# What a chance begins with, where being out with a client of one's own once took its place.
BESIDE = {
    "2.1": "how-others-open",
    "2.6": "another-teams-group",
    "3.6": "two-first-meetings",
    "3.8": "watch-the-weighing",
    "3.9": "watch-a-profile-begin",
    "3.11": "recruiter-desk",
    "3.12": "back-door-walk",
    "3.13": "shadow-a-regular",
    "3.14": "two-pairs-of-eyes",
    "3.15": "day-of-searching",
    "3.16": "support-visit",
    "M5": "who-does-which-part",
    "M6": "three-listeners",
    "M7": "sit-beside-clinician",
}
# A step a week from 24 November, by how many there are; and where the last takes four weeks.
LAST_DAY = {3: date(2026, 12, 15), 4: date(2026, 12, 22)}
LATER_LAST_DAY = {
    "3.15": date(2027, 1, 12),
    "A1": date(2027, 1, 12),
    "M8": date(2027, 1, 5),
}


@pytest.fixture(scope="module")
def plans() -> dict[tuple[str, str], GoalOffer]:
    """Return every unit's goal as it is offered, by the kind of reader and the unit."""
    with Desk(shipped(), open_empty(NOON), Clock()).reading() as view:
        return {
            (reader, unit.id): make_offer(view, Candidate(unit.id, why), on_plan=False, new=new)
            for reader, (why, new) in READERS.items()
            for unit in view.framework.units
            if why != "safety" or unit.id in SAFETY
        }


def find_steps(framework: Framework, plan: GoalOffer) -> list[Activity]:
    named = {each.title: each for each in framework.by_id[plan.unit].curriculum.activities}
    return [named[step.text] for step in plan.activities]


def test_what_a_plan_is_known_by_is_shown_by_one_of_its_steps(
    framework: Framework, plans: dict[tuple[str, str], GoalOffer]
) -> None:
    assert len(plans) == 123
    others = {}
    for (reader, unit), plan in plans.items():
        outcomes = framework.by_id[unit].curriculum.outcomes
        promised = [f"I can {each[0].lower()}{each[1:]}" for each in outcomes].index(plan.outcome)
        showing = [s.slug for s in find_steps(framework, plan) if promised + 1 in s.shows]
        assert showing, f"{reader}, {unit}"
        assert ANSWERED_BY.get((reader, unit), showing[0]) in showing, f"{reader}, {unit}"
        if promised:
            others[reader, unit] = promised + 1
    assert others == ANOTHER_OUTCOME


def test_no_step_is_due_before_it_can_have_been_done(
    framework: Framework, plans: dict[tuple[str, str], GoalOffer]
) -> None:
    for place, plan in plans.items():
        days = [step.due for step in plan.activities]
        assert days == sorted(days), place
        for due, step in zip(days, find_steps(framework, plan), strict=True):
            assert due >= TODAY + timedelta(weeks=step.over_weeks), f"{place}, {step.slug}"
    long = {
        place
        for place, plan in plans.items()
        if 4 in [step.over_weeks for step in find_steps(framework, plan)]
    }
    assert {("two years in", "2.6"), ("new", "M8"), ("new", "3.15")} <= long


def test_whoever_keeps_the_order_can_keep_the_dates(
    framework: Framework, plans: dict[tuple[str, str], GoalOffer]
) -> None:
    for (reader, unit), plan in plans.items():
        if reader == "two years in" and unit not in SAFETY:
            continue  # they need nothing first, so what takes weeks may go on beside the rest
        begun = TODAY
        for step, taught in zip(plan.activities, find_steps(framework, plan), strict=True):
            assert step.due >= begun + timedelta(weeks=taught.over_weeks), f"{reader}, {unit}"
            begun = step.due


def test_somebody_new_is_done_in_four_weeks_or_what_the_last_step_takes_more(
    plans: dict[tuple[str, str], GoalOffer],
) -> None:
    for (reader, unit), plan in plans.items():
        if reader == "new":
            wanted = LATER_LAST_DAY.get(unit) or LAST_DAY[len(plan.activities)]
            assert plan.activities[-1].due == wanted, unit


def test_a_safety_unit_has_a_step_a_week_whoever_it_is_for(
    plans: dict[tuple[str, str], GoalOffer],
) -> None:
    days = [date(2026, 12, 1), date(2026, 12, 8), date(2026, 12, 15), date(2026, 12, 22)]
    for (reader, unit), plan in plans.items():
        if unit in SAFETY:
            due = [step.due for step in plan.activities]
            assert due == days[: len(due)], f"{reader}, {unit}"


def test_a_chance_begins_beside_somebody_and_wants_nothing_done_alone(
    framework: Framework, plans: dict[tuple[str, str], GoalOffer]
) -> None:
    begun = {}
    for (reader, unit), plan in plans.items():
        if reader == "chance":
            steps = find_steps(framework, plan)
            assert steps[0].kind == "shadowing", unit
            assert "supervised practice" not in [step.kind for step in steps], unit
            begun[unit] = steps[0].slug
    assert begun == begun | BESIDE


def test_somebody_new_has_a_case_then_watches_and_does_it_last(
    framework: Framework, plans: dict[tuple[str, str], GoalOffer]
) -> None:
    for (reader, unit), plan in plans.items():
        kinds = [step.kind for step in find_steps(framework, plan)]
        if reader == "new":
            assert kinds[:2] == ["vignette", "shadowing"], unit
            assert kinds[-1] in ("field mentoring", "supervised practice"), unit
            assert len(kinds) in (3, 4), unit


def test_somebody_new_has_the_lone_working_routine_before_they_go_out(
    framework: Framework, plans: dict[tuple[str, str], GoalOffer]
) -> None:
    steps = find_steps(framework, plans["new", "2.1"])
    assert [(step.slug, step.shows) for step in steps[:2]] == [
        ("routine-beside-the-case", (4,)),
        ("how-others-open", (2,)),
    ]


def test_what_hangs_on_people_from_outside_comes_last_and_only_where_nothing_else_is(
    framework: Framework, plans: dict[tuple[str, str], GoalOffer]
) -> None:
    for (reader, unit), plan in plans.items():
        later = [step.later for step in find_steps(framework, plan)]
        assert later == sorted(later), f"{reader}, {unit}"
        assert not (unit in ("1.6", "2.5", "3.11", "3.13") and any(later)), f"{reader}, {unit}"
    for unit, slug in (("1.1", "what-made-you-believe"), ("1.5", "two-teachers")):
        plan = plans["two years in", unit]
        assert find_steps(framework, plan)[-1].slug == slug
        assert plan.activities[-1].due == date(2027, 1, 5)
