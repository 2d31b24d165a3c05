"""The plan: what is offered, what a goal starts with, ticks and ends; no answers stand on it."""

import re
from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from ipsskills.doing import do
from ipsskills.errors import InvalidInput, NotFound
from ipsskills.facts.plan import PlanFacts
from ipsskills.pages.compose.plans.plan import compose_plan
from ipsskills.pages.writers.envelope import envelope
from ipsskills.pages.writers.markdown import to_markdown
from ipsskills.pages.writers.text import to_text
from ipsskills.record.types import Goal, GoalActivity
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.plans.add import OwnGoal, add_goals, add_own_goal, offer_goals
from ipsskills.usecases.plans.life import mark_done
from ipsskills.usecases.plans.show import show_plan
from tests.cases import try_each
from tests.conftest import Clock
from tests.usecases.builders import (
    LEE,
    UNITS,
    assess,
    at_desk_of,
    counted,
    given,
    go_to,
    row,
    supervise,
)
from tests.usecases.lived import begin_once, live_once
from tests.words import wrote

TODAY = date(2026, 11, 24)
REVIEW, CLOSE = date(2027, 1, 5), date(2027, 2, 16)  # six and twelve weeks on


def live_ada(desk: Desk, _: Clock) -> None:
    """Effort in 3.8 (marked), 3.7 and 1.3, a chance in 3.16, all else going well."""
    answers = row("332333 333333 33333312 3333333n")
    marked = given("3.8", "2", bring=True, note="I freeze.", shared=True)
    assess(desk, answers | {"3.8": marked}, UNITS)


@pytest.fixture
def ada(desk: Desk) -> Desk:
    return live_once(desk, live_ada)


def written(plan: PlanFacts) -> str:
    """The plan in every form, one after the other."""
    page = compose_plan(plan)
    return to_text(page, 100) + to_markdown(page) + envelope("plan show", plan, [], None)


# What is offered.


def test_effort_then_chances_are_offered(ada: Desk) -> None:
    found = offer_goals(ada, None).offers
    assert [(o.unit, o.why, o.on_plan) for o in found] == [
        ("3.8", "effort", False),
        ("3.7", "effort", False),
        ("1.3", "effort", False),
        ("3.16", "chance", False),
    ]
    assert found[0].short == "Disclosure"
    assert found[0].goal == "Have words ready when an employer asks about someone's health"


@try_each(
    ("answers", "offered"),
    [
        ("333333 303133 33333331 3333333n", "2.2 2.4 3.8 3.16"),
        ("333333 323233 33333331 3333333n", "3.8 3.16"),  # safety at 2 is none
        ("333333 303333 22222222 2222222n", "2.2 3.7 3.8 3.1 3.2 3.3"),  # six at most
        ("333333 333333 3333333nnnnnnnnn", "3.8 3.9 3.10 3.11 3.12 3.13"),  # six chances
        ("333333 333333 3333333333333333", ""),
    ],
)
def test_at_most_six_with_unsure_safety_first(desk: Desk, answers: str, offered: str) -> None:
    begin_once(desk)  # anew for each case
    assess(desk, row(answers), UNITS)
    assert " ".join(offer.unit for offer in offer_goals(desk, None).offers) == offered


def test_a_lower_view_of_the_supervisor_makes_a_safety_goal(desk: Desk) -> None:
    assess(desk, row("3" * 28), UNITS)
    supervise(desk, {"2.3": "1O"})
    assert [(o.unit, o.why) for o in offer_goals(desk, None).offers] == [("2.3", "safety")]


def test_what_is_on_the_plan_is_said_to_be(ada: Desk) -> None:
    add_goals(ada, None, ["3.7"])
    assert [o.unit for o in offer_goals(ada, None).offers if o.on_plan] == ["3.7"]


def test_without_a_finished_assessment_nothing_is_offered(desk: Desk) -> None:
    found = offer_goals(desk, None)
    assert (found.offers, found.looked) == ((), False)
    assert counted(desk, "goal") == 0


# A goal from the curriculum.


def test_a_goal_has_activities_from_the_curriculum_and_dates(ada: Desk) -> None:
    (goal,) = add_goals(ada, None, ["3.8"]).goals
    lesson = ada.framework.by_id["3.8"].curriculum
    known = {activity.title: activity for activity in lesson.activities}
    assert (goal.number, goal.title, goal.units) == (1, lesson.goal, ("3.8",))
    outcome = lesson.outcomes[0]
    assert goal.why == "I freeze."
    assert goal.outcome == f"I can {outcome[0].lower()}{outcome[1:]}"
    assert (goal.review, goal.close, goal.state, goal.chance) == (REVIEW, CLOSE, "draft", False)
    assert [known[a.text].kind for a in goal.activities] == [
        "vignette",
        "skills workshop",
        "supervised practice",
    ]
    assert [a.with_whom for a in goal.activities] == [
        known[a.text].with_whom for a in goal.activities
    ]
    assert [a.what for a in goal.activities] == [known[a.text].what for a in goal.activities]
    assert [(a.number, a.due, a.done) for a in goal.activities] == [
        ("1.1", date(2026, 12, 8), None),
        ("1.2", date(2026, 12, 22), None),
        ("1.3", REVIEW, None),
    ]


def test_a_chance_says_so_and_starts_with_the_work_itself(ada: Desk) -> None:
    (goal,) = add_goals(ada, None, ["3.16"]).goals
    known = {a.title: a.kind for a in ada.framework.by_id["3.16"].curriculum.activities}
    assert goal.chance is True
    assert [known[a.text] for a in goal.activities] == ["shadowing", "skills workshop", "vignette"]
    assert [a.due for a in goal.activities] == [date(2026, 12, 8), date(2026, 12, 22), REVIEW]
    text = to_text(compose_plan(show_plan(ada, None)))
    assert "a chance to arrange, not a gap" in text
    assert "What happens" in text
    assert "What I will do" not in text


def test_a_private_note_is_no_reason_on_the_plan(desk: Desk) -> None:
    assess(desk, {"3.8": given("3.8", "1", note="Nobody shall read this.")})
    (goal,) = add_goals(desk, None, ["3.8"]).goals
    assert goal.why == desk.framework.by_id["3.8"].curriculum.purpose


def test_goals_are_numbered_as_they_came(ada: Desk, clock: Clock) -> None:
    add_goals(ada, None, ["3.16", "3.8"])
    clock.forward(days=1)
    plan = add_goals(ada, None, ["1.3"])
    assert [(goal.number, goal.units) for goal in plan.goals] == [
        (1, ("3.16",)),
        (2, ("3.8",)),
        (3, ("1.3",)),
    ]
    assert [a.number for a in plan.goals[1].activities] == ["2.1", "2.2", "2.3"]


def test_a_goal_keeps_its_number_when_the_clock_is_set_back(ada: Desk, clock: Clock) -> None:
    add_goals(ada, None, ["3.8"])
    clock.forward(hours=-1)
    add_own_goal(ada, None, OwnGoal(wrote("Meet Sam")))
    clock.forward(hours=-1)
    plan = add_goals(ada, None, ["3.16", "1.3"])
    assert [(goal.number, goal.units) for goal in plan.goals] == [
        (1, ("3.8",)),
        (2, ()),
        (3, ("3.16",)),
        (4, ("1.3",)),
    ]


def test_areas_may_be_goals(desk: Desk) -> None:
    assess(desk, {"M1": "1"})
    assert [o.unit for o in offer_goals(desk, None).offers] == ["M1"]
    assert add_goals(desk, None, ["M1"]).goals[0].units == ("M1",)


def test_a_taken_unit_is_refused_and_nothing_is_added(ada: Desk) -> None:
    add_goals(ada, None, ["3.8"])
    before = (counted(ada, "goal"), counted(ada, "goal_activity"))
    with pytest.raises(InvalidInput, match=r"open goal for 3\.8 already"):
        add_goals(ada, None, ["3.7", "3.8"])
    assert (counted(ada, "goal"), counted(ada, "goal_activity")) == before == (1, 3)


def test_a_unit_named_twice_is_one_goal(ada: Desk) -> None:
    assert len(add_goals(ada, None, ["3.8", "3.8"]).goals) == 1


def test_a_unit_is_free_again_when_its_goal_is_done(ada: Desk) -> None:
    add_goals(ada, None, ["3.8"])
    mark_done(ada, None, "1", changed=wrote("I have words now."))
    plan = add_goals(ada, None, ["3.8"])
    assert [goal.units for goal in plan.goals] == [("3.8",)]
    assert [goal.changed for goal in plan.finished] == ["I have words now."]


def test_strengths_to_lean_on_are_three_at_most(ada: Desk) -> None:
    assert show_plan(ada, None).strengths == (
        "Stance and values",
        "Recovery model",
        "Principles",
    )


def test_without_a_top_answer_one_leans_on_what_one_brings(desk: Desk) -> None:
    assess(desk, {"3.1": "1", "3.2": "2"})
    assert show_plan(desk, None).strengths == ("Working alliance",)


# A goal of one's own.


def test_a_goal_in_ones_own_words(desk: Desk) -> None:
    steps = (wrote("Draw up a list"), wrote("Ring three of them"))
    add_own_goal(
        desk,
        None,
        OwnGoal(wrote("Meet three garden centres"), why=wrote("Spring is near."), steps=steps),
    )
    (goal,) = show_plan(desk, None).goals
    assert (goal.title, goal.why, goal.units) == (
        "Meet three garden centres",
        "Spring is near.",
        (),
    )
    assert (goal.review, goal.close, goal.outcome, goal.chance) == (REVIEW, CLOSE, "", False)
    assert [(a.number, a.text, a.with_whom, a.due) for a in goal.activities] == [
        ("1.1", "Draw up a list", None, date(2026, 12, 15)),
        ("1.2", "Ring three of them", None, REVIEW),
    ]


@pytest.mark.parametrize(
    ("due", "close"),
    [(date(2026, 12, 15), CLOSE), (date(2027, 5, 1), date(2027, 5, 1))],
)
def test_a_goal_with_a_date_of_ones_own(desk: Desk, due: date, close: date) -> None:
    own = OwnGoal(wrote("Meet Sam"), steps=(wrote("Ring"),), with_whom="Lee", due=due)
    plan = add_own_goal(desk, None, own)
    (goal,) = plan.goals
    assert (goal.review, goal.close) == (due, close)
    assert [(a.due, a.with_whom) for a in goal.activities] == [(due, "Lee")]


@try_each(
    ("title", "steps"), [("", ()), ("  ", ()), ("two\nlines", ()), ("Fine", ("",)), ("t" * 501, ())]
)
def test_what_cannot_be_kept_adds_nothing(desk: Desk, title: str, steps: tuple[str, ...]) -> None:
    with pytest.raises(InvalidInput):
        add_own_goal(desk, None, OwnGoal(wrote(title), steps=tuple(map(wrote, steps))))
    assert (counted(desk, "goal"), counted(desk, "goal_activity")) == (0, 0)


def test_a_team_leader_may_add_to_somebodys_plan(ada: Desk) -> None:
    lee = at_desk_of(ada, LEE)
    add_goals(lee, "Ada", ["3.8"])
    assert show_plan(lee, None).goals == ()
    assert len(show_plan(ada, None).goals) == 1
    with ada.store.reading() as work:
        (goal,) = work.current(Goal)
    assert (goal.about, goal.author) == (ada.me, lee.me)


# Ticks and ends.


@pytest.fixture
def planned(ada: Desk) -> Desk:
    add_goals(ada, None, ["3.8", "3.16"])
    return ada


def test_a_step_is_ticked_and_the_tick_taken_back(planned: Desk, clock: Clock) -> None:
    clock.forward(days=10)
    plan = mark_done(planned, None, "1.2")
    assert [a.done for a in plan.goals[0].activities] == [None, date(2026, 12, 4), None]
    plan = mark_done(planned, None, "1.2", undo=True)
    assert [a.done for a in plan.goals[0].activities] == [None, None, None]
    with planned.store.reading() as work:
        step = next(
            s for s in work.current(GoalActivity) if s.text == plan.goals[0].activities[1].text
        )
        assert [s.done for s in work.history(GoalActivity, step.thing)] == [
            None,
            date(2026, 12, 4),
            None,
        ]


def test_a_goal_is_finished_with_what_changed(planned: Desk, clock: Clock) -> None:
    go_to(clock, date(2027, 1, 5))
    plan = mark_done(planned, None, "1", changed=wrote("I ask about rent first now."))
    assert [goal.units for goal in plan.goals] == [("3.16",)]
    assert plan.goals[0].number == 2
    (done,) = plan.finished
    assert (done.units, done.changed, done.ended) == (
        ("3.8",),
        "I ask about rent first now.",
        date(2027, 1, 5),
    )


@try_each(
    ("number", "undo"),
    product(
        ("3", "0", "1.4", "1.0", "1.", ".1", "", "x", "1.x", "-1", "1.2.3", "9" * 5000, "²"),
        (False, True),
    ),
)
def test_a_number_that_is_not_on_the_plan(planned: Desk, number: str, undo: bool) -> None:
    before = (counted(planned, "goal"), counted(planned, "goal_activity"))
    with pytest.raises(NotFound) as missing:
        mark_done(planned, None, number, undo=undo)
    assert missing.value.hint == f"See the numbers: {do('plan show')}"
    assert (counted(planned, "goal"), counted(planned, "goal_activity")) == before


def test_the_end_of_a_goal_is_not_taken_back_by_finishing_it(planned: Desk) -> None:
    with pytest.raises(InvalidInput, match="Only a step's tick"):
        mark_done(planned, None, "1", undo=True)
    assert len(show_plan(planned, None).goals) == 2


# What never stands on a plan.


def test_no_answers_and_no_totals_stand_on_a_plan(desk: Desk) -> None:
    answers = row("332333 303333 33333312 3333333n")
    assess(desk, answers | {"3.8": given("3.8", "0", bring=True)}, UNITS)
    for unit in ("2.2", "3.8", "3.16"):
        add_goals(desk, None, [unit])
    mark_done(desk, None, "1.1")
    text = written(show_plan(desk, None))
    states = "not yet|with a check|with someone|on your own|no chance yet|would not know"
    assert not re.search(states, text)
    assert not re.search(r"\d+ *(of|/|out of) *\d+|\d ?%|\bscore\b", text)
    assert not re.search(r'"(code|answer|state)": "[0-3nxu]"', text)


def test_a_plan_of_an_old_framework_keeps_its_words(planned: Desk) -> None:
    units = tuple(
        replace(unit, curriculum=replace(unit.curriculum, goal="Something else"))
        for unit in planned.framework.units
    )
    edited = replace(planned, framework=replace(planned.framework, units=units))
    assert show_plan(edited, None).goals == show_plan(planned, None).goals
