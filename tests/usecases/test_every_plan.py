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
READERS = {"new": ("effort", True), "chance": ("chance", False), "two years in": ("effort", False)}
# By hand: the step that answers what is promised, where plans once held none that did.
ANSWERED_BY = {
    ("new", "2.2"): "two-minute-talk",
    ("new", "2.5"): "asked-or-assumed",
    ("new", "2.6"): "skip-no-more",
    ("new", "3.12"): "ten-for-one",
    ("new", "3.15"): "four-week-search",
    ("new", "3.16"): "twelve-months-of-work",
    ("chance", "3.15"): "four-week-search",
    ("chance", "3.16"): "first-shift-plan",
    ("two years in", "3.6"): "hopes-or-history",
    ("two years in", "3.13"): "watch-then-lead",
}
# The plans whose steps cannot show the unit's first outcome, and the one they do show.
ANOTHER_OUTCOME = {
    ("new", "1.1"): 2,
    ("new", "1.3"): 3,
    ("new", "2.1"): 4,
    ("new", "3.2"): 3,
    ("new", "A2"): 2,
    ("new", "M8"): 3,
    ("chance", "1.1"): 2,
    ("chance", "1.3"): 3,
    ("chance", "1.5"): 4,
    ("chance", "1.6"): 4,
    ("chance", "2.4"): 2,
    ("chance", "3.2"): 3,
    ("chance", "3.8"): 2,
    ("chance", "A2"): 2,
    ("chance", "M8"): 2,
}


@pytest.fixture(scope="module")
def plans() -> dict[tuple[str, str], GoalOffer]:
    """Return every unit's goal as it is offered, by the kind of reader and the unit."""
    with Desk(shipped(), open_empty(NOON), Clock()).reading() as view:
        return {
            (reader, unit.id): make_offer(view, Candidate(unit.id, why), on_plan=False, new=new)
            for reader, (why, new) in READERS.items()
            for unit in view.framework.units
        }


def find_steps(framework: Framework, plan: GoalOffer) -> list[Activity]:
    named = {each.title: each for each in framework.by_id[plan.unit].curriculum.activities}
    return [named[step.text] for step in plan.activities]


def test_what_a_plan_is_known_by_is_shown_by_one_of_its_steps(
    framework: Framework, plans: dict[tuple[str, str], GoalOffer]
) -> None:
    assert len(plans) == 120
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
    assert {("two years in", "2.6"), ("new", "M8"), ("chance", "3.15")} <= long


def test_somebody_new_is_done_within_four_weeks(plans: dict[tuple[str, str], GoalOffer]) -> None:
    for (reader, unit), plan in plans.items():
        if reader == "new":
            assert plan.activities[-1].due <= date(2026, 12, 22), unit
