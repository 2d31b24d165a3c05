"""How steps are done, what was brought from them, and goals seen whole before they are picked."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from html import unescape
from typing import Any

import pytest

from ipsskills.cli.output.spelling import spell_page, spell_text
from ipsskills.errors import NotFound
from ipsskills.facts.plan import PlanActivity, PlanFacts
from ipsskills.framework.cases import list_cases
from ipsskills.framework.types import Activity, Framework
from ipsskills.method.goal_history import Happened
from ipsskills.pages.compose.entries.record import compose_record
from ipsskills.pages.compose.plans.history import compose_plan_history
from ipsskills.pages.compose.plans.offers import compose_offer, compose_offers
from ipsskills.pages.compose.plans.plan import compose_plan
from ipsskills.pages.compose.plans.steps import compose_steps
from ipsskills.pages.compose.supervision.agenda import compose_agenda
from ipsskills.pages.document import Page
from ipsskills.pages.writers.html import to_html
from ipsskills.pages.writers.markdown import to_markdown
from ipsskills.pages.writers.text import to_text
from ipsskills.record.types import GoalActivity
from ipsskills.record.written import Decision
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.entries.training_record import list_record
from ipsskills.usecases.plans.add import OwnGoal, add_goals, add_own_goal, offer_goals
from ipsskills.usecases.plans.edit import GoalChange, StepChange, edit_goal
from ipsskills.usecases.plans.history import read_plan_history
from ipsskills.usecases.plans.how import TaughtHow, tell_how
from ipsskills.usecases.plans.life import mark_done
from ipsskills.usecases.plans.show import show_plan
from ipsskills.usecases.supervision.agenda import agenda
from tests.cases import try_each
from tests.conftest import Clock, begin_desk
from tests.memory import open_copy, open_empty
from tests.usecases.builders import UNITS, assess, row
from tests.words import meant, wrote

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def made(framework: Framework) -> Iterator[tuple[Desk, datetime]]:
    """Ada's desk, with goals for 3.8 and 2.3, a chance in 3.16 and one of her own.

    It is made once, to be copied, and told with the time at which that was done.
    """
    clock = Clock()
    with open_empty(clock()) as store:
        desk = begin_desk(framework, store, clock)
        assess(desk, row("332333 323333 33333332 3333333n"), UNITS)
        add_goals(desk, None, ["3.8", "2.3", "3.16"])
        add_own_goal(desk, None, OwnGoal(wrote("Meet Sam"), steps=(wrote("Ring Sam"),)))
        yield desk, clock.at


@pytest.fixture
def planned(made: tuple[Desk, datetime], clock: Clock) -> Iterator[Desk]:
    desk, clock.at = made
    with open_copy(desk.store, clock.at) as store:
        yield replace(desk, store=store, now=clock)


def flat(text: str) -> str:
    return " ".join(text.split())


def told(page: Page) -> str:
    return flat(to_text(spell_page(page)))


def activity(desk: Desk, unit: str, title: str) -> Activity:
    """Return the activity of a unit that has this title."""
    (found,) = (a for a in desk.framework.by_id[unit].curriculum.activities if a.title == title)
    return found


def steps(plan: PlanFacts) -> list[str]:
    goals = (*plan.goals, *plan.finished, *plan.dropped)
    return [step.number for goal in goals for step in goal.activities]


# How a step is done.


def test_a_step_tells_what_the_curriculum_says_of_it(planned: Desk) -> None:
    for goal in show_plan(planned, None).goals[:3]:
        for step in goal.activities:
            source = activity(planned, goal.units[0], step.text)
            assert (step.what, step.time, step.bring) == (source.what, source.time, source.bring)
            assert step.brought == ""


def test_a_step_of_ones_own_tells_no_more(planned: Desk) -> None:
    (step,) = show_plan(planned, None).goals[3].activities
    assert (step.what, step.time, step.bring, step.cases) == ("", "", "", ())


def test_a_step_that_was_reworded_still_tells_how(planned: Desk) -> None:
    was = show_plan(planned, None).goals[0].activities[0].what
    change = GoalChange(steps={"1": StepChange(text=wrote("Look through ten mails"))})
    step = edit_goal(planned, None, "1", change).goals[0].activities[0]
    assert (step.text, step.what) == ("Look through ten mails", was)


@try_each(
    ("number", "found"),
    [
        ("1", ["1.1", "1.2", "1.3"]),
        ("1.2", ["1.2"]),
        ("3", ["3.1", "3.2", "3.3"]),
        ("4.1", ["4.1"]),
    ],
)
def test_one_goal_or_one_step_alone(planned: Desk, number: str, found: list[str]) -> None:
    assert steps(show_plan(planned, None, number)) == found


def test_a_finished_goal_can_be_looked_into(planned: Desk) -> None:
    mark_done(planned, None, "1.1", brought=wrote("The tenth."))
    mark_done(planned, None, "1", changed=wrote("I ask first."))
    plan = show_plan(planned, None, "1.1")
    assert (plan.goals, steps(plan)) == ((), ["1.1"])
    text = told(compose_steps(plan))
    assert "Brought The tenth." in text
    assert "plan done" not in text, "there is nothing more to tick"


@try_each("number", ["5", "0", "1.4", "1.", "x", "1.1.1", "9" * 5000, "."])
def test_what_is_not_on_the_plan_is_not_shown(planned: Desk, number: str) -> None:
    with pytest.raises(NotFound, match="on the plan"):
        show_plan(planned, None, number)


def test_a_step_whole_on_a_page(planned: Desk) -> None:
    plan = show_plan(planned, None, "1.1")
    step, text = plan.goals[0].activities[0], told(compose_steps(plan))
    assert text.startswith("Learning plan: Ada Example Goal 1: Have words ready")
    for part in (f"1.1 {step.text}", step.what, f"Takes {step.time}", f"To bring {step.bring}"):
        assert flat(part) in text
    assert 'ipsskills plan done 1.1 --brought "What I noticed" ' in text
    assert "ipsskills framework show 3.8 " in text
    assert "1.2" not in text


CASE_STEP = "Work out on paper what to do when someone groggy is asked to sign today"


def case_step(desk: Desk) -> PlanActivity:
    """Return a step that names a case, in a goal of its own."""
    source = TaughtHow(desk.framework.by_id["2.3"], activity(desk, "2.3", CASE_STEP))
    plain = PlanActivity(number="2.1", text=CASE_STEP, with_whom=None, due=TODAY, done=None)
    return tell_how(plain, source)


def with_case(desk: Desk) -> PlanFacts:
    """Return Ada's second goal with one step, which names a case."""
    plan = show_plan(desk, None, "2")
    return replace(plan, goals=(replace(plan.goals[0], activities=(case_step(desk),)),))


def test_a_step_brings_the_case_it_names_without_the_points(planned: Desk) -> None:
    case = list_cases(planned.framework.by_id["2.3"])[1]
    assert case.title == "Sign by five"
    text = told(compose_steps(with_case(planned)))
    assert flat(case.case) in text
    assert all(flat(question) in text for question in case.questions)
    assert not any(flat(point) in text for point in case.look_for)
    assert "“Sign by five”: ipsskills framework vignette 2.3 2 " in text


def test_the_whole_plan_names_what_opens_the_case_too(planned: Desk) -> None:
    text = told(compose_plan(with_case(planned), whole=True))
    assert "“Sign by five”: ipsskills framework vignette 2.3 2 " in text
    assert flat(list_cases(planned.framework.by_id["2.3"])[1].case) in text


def test_a_goal_whose_step_names_a_case_says_what_opens_it(planned: Desk) -> None:
    text = told(compose_plan(with_case(planned)))
    assert "ipsskills plan show 2 how to do each step" in flat(text)
    assert "ipsskills framework vignette 2.3" in text


# On the plan: a line, with its time; whole where that is wanted.


def test_each_step_is_one_row_with_its_time(planned: Desk) -> None:
    plan = show_plan(planned, None)
    rows = [
        line for line in to_markdown(compose_plan(plan)).splitlines() if line.startswith("| 1.")
    ]
    for step, line in zip(plan.goals[0].activities, rows, strict=True):
        assert line.startswith(f"| {step.number} {step.text} | {step.with_whom} ({step.time}) |")
        assert step.what not in line


def test_the_whole_plan_says_how_to_do_each_step_at_its_end(planned: Desk) -> None:
    plan = show_plan(planned, None)
    for page in (to_markdown, to_html):
        whole, short = page(compose_plan(plan, whole=True)), page(compose_plan(plan))
        appendix = flat(unescape(whole.rpartition("How to do each step")[2]))
        for goal in plan.goals[:3]:
            for step in goal.activities:
                assert flat(step.what) in appendix, step.number
        assert "How to do each step" not in short
        assert "Ring Sam" not in appendix, "there is no more to say of it"


def test_a_plan_of_own_steps_alone_has_no_appendix(desk: Desk) -> None:
    add_own_goal(desk, None, OwnGoal(wrote("Meet Sam"), steps=(wrote("Ring Sam"),)))
    plan = show_plan(desk, None)
    assert compose_plan(plan, whole=True) == compose_plan(plan)
    assert "plan show 1" not in told(compose_plan(plan))


# What was brought.


def test_what_was_brought_is_kept_with_the_tick(planned: Desk, clock: Clock) -> None:
    clock.forward(days=10)
    plan = mark_done(planned, None, "1.2", brought=meant("The sentence I struck out."))
    step = plan.goals[0].activities[1]
    assert (step.done, step.brought) == (date(2026, 12, 4), "The sentence I struck out.")
    with planned.reading() as view:
        (kept,) = (each for each in view.current(GoalActivity) if each.brought)
    assert kept.brought.decision is Decision.KEPT_ON_PURPOSE


def test_it_can_be_told_later_and_the_day_stays(planned: Desk, clock: Clock) -> None:
    mark_done(planned, None, "1.2")
    clock.forward(days=3)
    step = mark_done(planned, None, "1.2", brought=wrote("Two leads.")).goals[0].activities[1]
    assert (step.done, step.brought) == (TODAY, "Two leads.")


def test_a_tick_without_words_takes_nothing_away(planned: Desk) -> None:
    mark_done(planned, None, "1.2", brought=wrote("Two leads."))
    assert mark_done(planned, None, "1.2").goals[0].activities[1].brought == "Two leads."


def test_taking_back_the_tick_takes_back_what_was_brought(planned: Desk) -> None:
    mark_done(planned, None, "1.2", brought=wrote("Two leads."))
    step = mark_done(planned, None, "1.2", undo=True).goals[0].activities[1]
    assert (step.done, step.brought) == (None, "")
    assert "Two leads." in told(compose_plan_history(read_plan_history(planned, None)))


def test_it_shows_on_the_plan_the_record_the_agenda_and_in_the_history(planned: Desk) -> None:
    plan = mark_done(planned, None, "1.2", brought=wrote("Two leads."))
    assert "1.2 Brought Two leads." in told(compose_plan(plan))
    assert "- **1.2 Brought**: Two leads." in to_markdown(compose_plan(plan, whole=True))
    record = list_record(planned, None)
    assert [(b.number, b.on, b.units, b.brought) for b in record.brought] == [
        ("1.2", TODAY, ("3.8",), "Two leads.")
    ]
    assert "Brought: Two leads." in told(compose_record(record))
    assert '"Two leads.", from: ' in told(compose_agenda(agenda(planned, None)))
    (goal,) = read_plan_history(planned, None, "1").goals
    (event,) = (line for line in goal.lines if line.what is Happened.STEP_DONE)
    assert event.said == "Two leads."


@pytest.mark.parametrize(
    ("choice", "there"),
    [
        ({}, True),
        ({"words": "LEADS two"}, True),
        ({"words": "nobody"}, False),
        ({"units": ["3.8"]}, True),
        ({"units": ["2.3"]}, False),
        ({"since": TODAY, "until": TODAY}, True),
        ({"until": date(2026, 11, 23)}, False),
        ({"since": date(2026, 11, 25)}, False),
    ],
)
def test_the_record_finds_it_by_words_units_and_days(
    planned: Desk, choice: dict[str, Any], there: bool
) -> None:
    mark_done(planned, None, "1.2", brought=wrote("Two leads."))
    assert bool(list_record(planned, None, **choice).brought) is there


# What is offered, whole.


def test_an_offer_holds_what_the_plan_would_hold(desk: Desk) -> None:
    assess(desk, row("332333 303333 33333332 3333333n"), UNITS)
    offers = offer_goals(desk, None).offers
    units = [offer.unit for offer in offers]
    assert units == ["2.2", "1.3", "3.8", "3.16"]
    plan = add_goals(desk, None, units)
    for offer, goal in zip(offers, plan.goals, strict=True):
        assert (offer.goal, offer.purpose, offer.outcome) == (goal.title, goal.why, goal.outcome)
        assert [f"{goal.number}.{step.number}" for step in offer.activities] == [
            step.number for step in goal.activities
        ]
        for offered, step in zip(offer.activities, goal.activities, strict=True):
            assert (offered.text, offered.what, offered.bring, offered.time, offered.due) == (
                step.text, step.what, step.bring, step.time, step.due,
            )  # fmt: skip


def test_an_offer_is_shown_whole_before_it_is_picked(desk: Desk) -> None:
    assess(desk, row("332333 303333 33333332 3333333n"), UNITS)
    found = offer_goals(desk, None)
    every = told(compose_offers(found.offers, found.next))
    for offer in found.offers:
        one = told(compose_offer(offer))
        for step in offer.activities:
            for part in (step.text, step.what, step.bring, step.time):
                assert flat(spell_text(part)) in one
                assert flat(spell_text(part)) in every
        assert flat(f"We will know when: {offer.outcome}") in one
    assert every.startswith("Offered, in order: ")
    assert re.search(r"Pick: ipsskills plan draft --unit 2.2$", every)
