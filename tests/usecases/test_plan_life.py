"""The whole life of a goal: changed, agreed, looked at again, dropped, reopened; all of it kept."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from ipsskills.doing import do
from ipsskills.errors import InvalidInput, NotFound
from ipsskills.facts.plan import PlanFacts, PlanGoal
from ipsskills.framework.types import Framework
from ipsskills.pages.compose.plans.history import compose_plan_history, describe_event
from ipsskills.pages.compose.plans.plan import compose_plan
from ipsskills.pages.writers.envelope import envelope
from ipsskills.pages.writers.markdown import to_markdown
from ipsskills.pages.writers.text import to_text
from ipsskills.record.types import Goal, State
from ipsskills.record.written import Written
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.edit import edit_person
from ipsskills.usecases.plans.add import OwnGoal, add_goals, add_own_goal, offer_goals
from ipsskills.usecases.plans.edit import GoalChange, StepChange, edit_goal, read_goal_to_edit
from ipsskills.usecases.plans.history import read_plan_history
from ipsskills.usecases.plans.life import (
    agree,
    drop_goal,
    mark_done,
    reopen_goal,
    review_goal,
)
from ipsskills.usecases.plans.show import show_plan
from tests.cases import try_each
from tests.conftest import Clock, begin_desk
from tests.memory import open_copy, open_empty
from tests.usecases.builders import (
    LEE,
    UNITS,
    assess,
    at_desk_of,
    count_transactions,
    counted,
    given,
    go_to,
    row,
)
from tests.words import wrote, wrote_values

REVIEW, CLOSE = date(2027, 1, 5), date(2027, 2, 16)
LATER = date(2027, 3, 1)
PAST = date(2026, 11, 23)


class QuickClock(Clock):
    """A clock that moves as little at each look as it does while one command writes."""

    def __call__(self) -> datetime:
        self.at += timedelta(milliseconds=10)
        return self.at


@pytest.fixture
def clock() -> Clock:
    return QuickClock()


@pytest.fixture(scope="module")
def made(framework: Framework) -> Iterator[tuple[Desk, datetime]]:
    """Ada with a goal in 3.8, with a private note on it, and a chance in 3.16; Lee is known.

    It is made once, to be copied, and told with the time at which that was done.
    """
    clock = QuickClock()
    with open_empty(clock()) as store:
        desk = begin_desk(framework, store, clock)
        answers = row("332333 333333 33333312 3333333n")
        assess(desk, answers | {"3.8": given("3.8", "2", note="Nobody shall read this.")}, UNITS)
        add_goals(desk, None, ["3.8", "3.16"])
        at_desk_of(desk, LEE)
        yield desk, clock.at


@pytest.fixture
def planned(made: tuple[Desk, datetime], clock: Clock) -> Iterator[Desk]:
    desk, clock.at = made
    with open_copy(desk.store, clock.at) as store:
        yield replace(desk, store=store, now=clock)


def goal(plan: PlanFacts, number: int = 1) -> PlanGoal:
    every = (*plan.goals, *plan.finished, *plan.dropped)
    return next(each for each in every if each.number == number)


def edited(desk: Desk, number: str = "1", **change: Any) -> PlanGoal:
    return goal(
        edit_goal(desk, None, number, GoalChange(**wrote_values(change, Goal))), int(number)
    )


def versions(desk: Desk) -> tuple[int, int]:
    return counted(desk, "goal"), counted(desk, "goal_activity")


def who_signs(desk: Desk) -> str | None:
    supervisor = show_plan(desk, None).supervisor
    return supervisor.name if supervisor else None


def told(desk: Desk, number: str | None = None) -> list[str]:
    goals = read_plan_history(desk, None, number).goals
    return [describe_event(line) for one in goals for line in one.lines]


# Numbers.


def test_a_number_never_comes_to_mean_another_goal(planned: Desk) -> None:
    mark_done(planned, None, "1")
    plan = add_own_goal(planned, None, OwnGoal(wrote("A third one")))
    assert [(each.number, each.units) for each in plan.goals] == [(2, ("3.16",)), (3, ())]
    plan = drop_goal(planned, None, "2", wrote("No job start this year."))
    assert [each.number for each in plan.goals] == [3]
    assert ([g.number for g in plan.finished], [g.number for g in plan.dropped]) == ([1], [2])
    assert goal(mark_done(planned, None, "3"), 3).title == "A third one"


def test_a_steps_number_stays_when_another_is_dropped(planned: Desk) -> None:
    texts = {a.number: a.text for a in goal(show_plan(planned, None)).activities}
    left = edited(planned, drop=("1",))
    assert {a.number: a.text for a in left.activities} == {
        number: text for number, text in texts.items() if number != "1.1"
    }
    assert left.steps_dropped == 1
    new = edited(planned, add=(StepChange(wrote("One more")),))
    assert [a.number for a in new.activities] == ["1.2", "1.3", "1.4"]
    with pytest.raises(NotFound):
        mark_done(planned, None, "1.1")


# Edit.


def test_every_part_of_a_goal_can_be_changed(planned: Desk) -> None:
    changed = edited(
        planned,
        "2",
        title="See a first week",
        why="I was away.",
        outcome="I have a draft plan ready",
        review=date(2027, 2, 1),
        close=LATER,
        arranged_by="lee",
        steps={
            "1": StepChange(
                text=wrote("Joint visit"), with_whom="a colleague", due=date(2027, 1, 15)
            )
        },
        drop=("2.2", "2.3"),
        add=(StepChange(wrote("Tell the group")),),
    )
    assert (changed.title, changed.why, changed.outcome) == (
        "See a first week",
        "I was away.",
        "I have a draft plan ready",
    )
    assert (changed.review, changed.close, changed.arranged_by) == (date(2027, 2, 1), LATER, LEE)
    assert [(a.number, a.text, a.with_whom, a.due) for a in changed.activities] == [
        ("2.1", "Joint visit", "a colleague", date(2027, 1, 15)),
        ("2.4", "Tell the group", None, date(2027, 2, 1)),
    ]


def test_what_is_as_it_was_adds_no_version(planned: Desk) -> None:
    now = goal(show_plan(planned, None))
    before = versions(planned)
    edited(planned, title=now.title, steps={"1": StepChange(text=now.activities[0].text)})
    edited(planned)
    assert versions(planned) == before


@try_each(
    ("change", "error"),
    [
        ({"title": " "}, InvalidInput),
        ({"title": "two\nlines"}, InvalidInput),
        ({"title": "t" * 501}, InvalidInput),
        ({"why": "bell\x07"}, InvalidInput),
        ({"review": LATER}, InvalidInput),
        ({"review": PAST}, InvalidInput),
        ({"review": PAST, "close": PAST}, InvalidInput),
        ({"title": "New", "steps": {"1": StepChange(due=PAST)}}, InvalidInput),
        ({"title": "New", "add": (StepChange(wrote("x"), due=PAST),)}, InvalidInput),
        ({"close": date(2026, 12, 1)}, InvalidInput),
        ({"arranged_by": " "}, InvalidInput),
        ({"add": (StepChange(wrote(" ")),)}, InvalidInput),
        ({"add": (StepChange(),)}, InvalidInput),
        ({"title": "New", "steps": {"1": StepChange(wrote(""))}}, InvalidInput),
        ({"title": "New", "steps": {"9": StepChange(wrote("x"))}}, NotFound),
        ({"title": "New", "drop": ("2.1",)}, NotFound),
        ({"title": "New", "drop": ("1", "1.4")}, NotFound),
        ({"title": "New", "drop": ("²",)}, NotFound),
    ],
)
def test_what_cannot_be_kept_changes_nothing(
    planned: Desk, change: dict[str, Any], error: type[Exception]
) -> None:
    before = versions(planned)
    with pytest.raises(error):
        edited(planned, **change)
    assert versions(planned) == before


def test_a_day_that_is_past_by_now_may_stay(planned: Desk, clock: Clock) -> None:
    go_to(clock, LATER)
    now = goal(show_plan(planned, None))
    step = now.activities[0]
    stays = {"1": StepChange(wrote("Other words"), due=step.due)}
    changed = edited(planned, title="New", review=now.review, close=now.close, steps=stays)
    assert (changed.title, changed.review, changed.close) == ("New", REVIEW, CLOSE)
    assert (changed.activities[0].text, changed.activities[0].due) == ("Other words", step.due)
    assert edited(planned, close=LATER).close == LATER, "today is not past"
    assert edited(planned, add=(StepChange(wrote("One more")),)).activities[-1].due == LATER


@pytest.mark.parametrize(
    "words", ['"quoted"', "O'Neil & <b>", "👩🏽‍💻 שלום 李", "'; DROP TABLE goal; --"]
)
def test_words_of_any_script_are_kept_as_they_are(planned: Desk, words: str) -> None:
    changed = edited(planned, title=words, why=words, add=(StepChange(wrote(words), words),))
    assert (changed.title, changed.why) == (words, words)
    assert (changed.activities[-1].text, changed.activities[-1].with_whom) == (words, words)


# Agree.


def test_agreeing_keeps_with_whom_when_and_where_the_units_stood(planned: Desk) -> None:
    plan = agree(planned, None, "lee", "1")
    assert (goal(plan).state, goal(plan).agreed_with) == (State.AGREED, LEE)
    assert goal(plan).agreed_on == date(2026, 11, 24)
    assert goal(plan, 2).state == State.DRAFT
    with planned.store.reading() as work:
        (kept,) = work.current(Goal, state=State.AGREED)
    assert kept.states == ("3.8: with a check",)


def test_all_open_goals_are_agreed_at_once(planned: Desk) -> None:
    mark_done(planned, None, "1")
    add_own_goal(planned, None, OwnGoal(wrote("My own")))
    plan = agree(planned, None, LEE)
    assert [(each.number, each.state) for each in plan.goals] == [(2, "agreed"), (3, "agreed")]
    assert goal(plan, 1).agreed_with is None


def test_a_plan_is_agreed_with_the_supervisor_where_one_is_known(planned: Desk) -> None:
    with pytest.raises(InvalidInput, match="Somebody has to agree"):
        agree(planned, None)
    edit_person(planned, None, supervisor=LEE)
    assert goal(agree(planned, None)).agreed_with == LEE


def test_who_has_left_agrees_no_plan_also_where_they_are_named(planned: Desk, clock: Clock) -> None:
    edit_person(planned, None, supervisor=LEE)
    edit_person(planned, LEE, left=date(2026, 12, 1))
    go_to(clock, date(2026, 11, 30))
    assert who_signs(planned) == LEE
    go_to(clock, date(2026, 12, 1))
    before = versions(planned)
    with pytest.raises(InvalidInput, match="Somebody has to agree"):
        agree(planned, None)
    assert versions(planned) == before
    assert show_plan(planned, None).supervisor is None
    with pytest.raises(InvalidInput, match="Lee Invented left on 1 Dec 2026"):
        agree(planned, None, LEE)
    assert versions(planned) == before


def test_who_agrees_is_in_the_record_or_put_there(planned: Desk) -> None:
    before = versions(planned)
    with pytest.raises(NotFound, match="nobody called 'Dr Who'") as unknown:
        agree(planned, None, "Dr Who")
    assert "--new-person" in unknown.value.hint
    assert versions(planned) == before
    assert goal(agree(planned, None, " Dr  Who ", new_person=True)).agreed_with == "Dr Who"
    assert goal(agree(planned, None, "who", new_person=True)).agreed_with == "Dr Who"


@pytest.mark.parametrize("who", ["ada", "Ada Example"])
def test_nobody_agrees_with_themselves(planned: Desk, who: str) -> None:
    before = versions(planned)
    with pytest.raises(InvalidInput, match="one of the two already"):
        agree(planned, None, who)
    assert versions(planned) == before


def test_without_an_assessment_no_states_are_kept(desk: Desk) -> None:
    add_own_goal(desk, None, OwnGoal(wrote("My own")))
    assert goal(agree(desk, None, LEE, new_person=True)).agreed_with == LEE
    with desk.store.reading() as work:
        assert [each.states for each in work.current(Goal)] == [()]


def test_without_an_open_goal_there_is_nothing_to_agree(desk: Desk) -> None:
    with pytest.raises(NotFound):
        agree(desk, None, LEE)


# Look again.


def test_a_look_is_kept_and_the_next_is_six_weeks_on(planned: Desk, clock: Clock) -> None:
    go_to(clock, REVIEW)
    looked = goal(review_goal(planned, None, "1", note=wrote("Two talks so far.")))
    assert (looked.reviewed, looked.review_note) == (REVIEW, "Two talks so far.")
    assert (looked.review, looked.close) == (CLOSE, CLOSE)


def test_a_goal_goes_on_until_it_is_looked_at(planned: Desk) -> None:
    looked = goal(review_goal(planned, None, "1", look_again=LATER))
    assert (looked.review, looked.close, looked.review_note) == (LATER, LATER, "")


def test_the_next_look_is_not_in_the_past(planned: Desk) -> None:
    with pytest.raises(InvalidInput, match="is past"):
        review_goal(planned, None, "1", look_again=date(2026, 11, 23))


# Ends.


@try_each("because", ["", "  ", "\n"])
def test_a_dropped_goal_has_a_reason(planned: Desk, because: str) -> None:
    with pytest.raises(InvalidInput, match="reason"):
        drop_goal(planned, None, "1", wrote(because))
    assert goal(show_plan(planned, None)).state == State.DRAFT


def test_a_dropped_goal_keeps_its_reason_and_frees_its_unit(planned: Desk) -> None:
    dropped = goal(drop_goal(planned, None, "1", wrote("No such job.")))
    assert (dropped.state, dropped.changed) == ("dropped", "No such job.")
    assert dropped.ended == date(2026, 11, 24)
    assert goal(add_goals(planned, None, ["3.8"]), 3).units == ("3.8",)


def test_nothing_is_done_to_a_goal_that_has_ended(planned: Desk) -> None:
    mark_done(planned, None, "1")
    before = versions(planned)
    for act in (
        lambda: mark_done(planned, None, "1"),
        lambda: mark_done(planned, None, "1.1"),
        lambda: edited(planned, title="x"),
        lambda: agree(planned, None, LEE, "1"),
        lambda: review_goal(planned, None, "1"),
        lambda: drop_goal(planned, None, "1", wrote("x")),
    ):
        with pytest.raises(InvalidInput, match="Goal 1 is finished") as refused:
            act()
        assert refused.value.hint == f"Go on with it: {do('plan reopen', '1')}"
    assert versions(planned) == before


def test_a_goal_is_reopened_as_it_was(planned: Desk, clock: Clock) -> None:
    agree(planned, None, LEE, "1")
    mark_done(planned, None, "1", changed=wrote("I have words now."))
    again = goal(reopen_goal(planned, None, "1"))
    assert (again.number, again.state, again.changed, again.ended) == (1, "agreed", "", None)
    assert (again.review, again.close) == (REVIEW, CLOSE)
    drop_goal(planned, None, "2", wrote("Not now."))
    go_to(clock, LATER)
    other = goal(reopen_goal(planned, None, "2"), 2)
    assert (other.state, other.review, other.close) == (
        "draft",
        date(2027, 4, 12),
        date(2027, 5, 24),
    )


def test_an_open_goal_and_one_whose_unit_is_busy_are_not_reopened(planned: Desk) -> None:
    with pytest.raises(InvalidInput, match="Goal 1 is open"):
        reopen_goal(planned, None, "1")
    mark_done(planned, None, "1")
    add_goals(planned, None, ["3.8"])
    with pytest.raises(InvalidInput, match=r"open goal for 3\.8"):
        reopen_goal(planned, None, "1")
    with pytest.raises(NotFound):
        reopen_goal(planned, None, "9")


# Who arranges it.


def test_who_arranges_a_chance_is_kept(planned: Desk) -> None:
    drop_goal(planned, None, "2", wrote("Anew."))
    plan = add_goals(planned, None, ["3.16", "3.7"], arranged_by="lee")
    assert (goal(plan, 3).arranged_by, goal(plan, 4).arranged_by) == (LEE, None)
    own = goal(add_own_goal(planned, None, OwnGoal(wrote("A prison visit"), arranged_by="Kim")), 5)
    assert (own.chance, own.arranged_by) == (True, "Kim")


def test_nobody_arranges_what_is_no_chance(planned: Desk) -> None:
    before = versions(planned)
    with pytest.raises(InvalidInput, match="chance"):
        add_goals(planned, None, ["3.7"], arranged_by="Lee")
    assert versions(planned) == before


# History.


def test_what_happened_is_told_in_order_and_in_plain_words(planned: Desk, clock: Clock) -> None:
    first = goal(show_plan(planned, None)).title
    clock.forward(days=2)
    edit_goal(planned, None, "1", GoalChange(title=wrote("Have words"), review=date(2027, 1, 12)))
    agree(planned, None, LEE, "1")
    edited(planned, add=(StepChange(wrote("Ask Kim")),), steps={"1": StepChange(with_whom="Kim")})
    clock.forward(days=30)
    mark_done(planned, None, "1.4")
    mark_done(planned, None, "1.4", undo=True)
    edited(planned, drop=("4",))
    review_goal(planned, None, "1", note=wrote("Going on."), look_again=LATER)
    mark_done(planned, None, "1", changed=wrote("I have words."))
    reopen_goal(planned, None, "1")
    drop_goal(planned, None, "1", wrote("Enough of it."))
    lines = told(planned, "1")
    assert lines[0] == f"Put on the plan: {first}"
    assert lines[1] == (f"Changed: the goal (was: {first}); when to look again (was: 5 Jan 2027).")
    assert lines[2] == f'Agreed with {LEE}. Then "3.8: with a check".'
    assert set(lines[3:5]) == {
        "Step 1.4 added: Ask Kim",
        "Step 1.1 changed: with whom (was: on my own).",
    }
    assert lines[5:] == [
        "Step 1.4 done: Ask Kim",
        "Step 1.4: the tick was taken back.",
        "Step 1.4 dropped: Ask Kim",
        "Looked at again: Going on. Next look: 1 Mar 2027.",
        "Finished: I have words.",
        "Reopened. Next look: 1 Mar 2027.",
        "Dropped: Enough of it.",
    ]


def test_the_history_of_all_goals_names_days_and_authors(planned: Desk, clock: Clock) -> None:
    clock.forward(days=1)
    mark_done(at_desk_of(planned, LEE), "Ada", "2", changed=wrote("Seen."))
    found = read_plan_history(planned, None)
    goals = found.goals
    assert (found.person.name, [each.number for each in goals]) == ("Ada Example", [1, 2])
    assert [(line.on, line.by) for line in goals[1].lines] == [
        (date(2026, 11, 24), "Ada Example"),
        (date(2026, 11, 25), LEE),
    ]
    page = to_text(compose_plan_history(found))
    assert "What became of the plan: Ada Example" in page
    assert "25 Nov 2026" in page


def test_there_is_no_history_of_what_never_was(planned: Desk) -> None:
    with pytest.raises(NotFound):
        read_plan_history(planned, None, "3")
    with pytest.raises(NotFound, match="has no goals yet"):
        read_plan_history(planned, LEE)


# What never stands on a plan, whatever happens to it.


def test_no_code_no_state_and_no_private_note_stands_on_any_plan(
    planned: Desk, clock: Clock
) -> None:
    edit_person(planned, None, works_best=wrote("See it, then talk."), supervisor=LEE)
    agree(planned, None)
    review_goal(planned, None, "1", note=wrote("Going on."))
    mark_done(planned, None, "1.1")
    add_own_goal(planned, None, OwnGoal(wrote("Mine")))
    drop_goal(planned, None, "3", wrote("Enough."))
    mark_done(planned, None, "2", changed=wrote("Seen one."))
    plan = show_plan(planned, None)
    page = compose_plan(plan)
    text = to_text(page, 100) + to_markdown(page) + envelope("plan show", plan, [], None)
    assert not re.search("with a check|no chance yet|on your own|with someone", text)
    assert not re.search(r'"(code|answer|states?)": "?[0-3nxu]"?[,\n]', text)
    assert '"states"' not in text
    found = read_plan_history(planned, None)
    history = to_text(compose_plan_history(found), 100)
    history += envelope("plan history", found.goals, [], None)
    assert "with a check" in history, "the states of that moment are told there, in words"
    for told_anywhere in (text, history):
        assert "Nobody shall read this" not in told_anywhere
        assert not re.search(r"3\.(8|16): [0-3nxu]\b", told_anywhere)


def test_what_the_person_gave_about_themselves_stands_in_the_head(planned: Desk) -> None:
    edit_person(planned, None, works_best=wrote("See it, then talk."))
    assert "How I learn best: See it, then talk." in compose_plan(show_plan(planned, None)).lead


def test_a_supervisor_signs_where_one_is_known(planned: Desk) -> None:
    edit_person(planned, None, supervisor="Lee")
    assert who_signs(planned) == LEE


# Whoever is named is kept by id.


def test_who_is_renamed_stands_under_the_new_name_on_plan_and_in_history(planned: Desk) -> None:
    lee = at_desk_of(planned, LEE).me
    agree(planned, None, LEE, "1")
    edited(planned, "2", arranged_by="Lee", steps={"1": StepChange(with_whom="lee")})
    edited(planned, "2", arranged_by="Kim")
    edit_person(planned, LEE, name="Lee Renamed")
    with planned.store.reading() as work:
        assert [each.agreed_with for each in work.current(Goal, state=State.AGREED)] == [lee]
    plan = show_plan(planned, None)
    assert goal(plan).agreed_with == "Lee Renamed"
    assert goal(plan, 2).activities[0].with_whom == "Lee Renamed"
    assert "Agreed with Lee Renamed." in " ".join(told(planned, "1"))
    assert "Changed: who arranges it (was: Lee Renamed)." in told(planned, "2")


def test_leaving_a_name_as_it_is_changes_nothing(planned: Desk) -> None:
    edited(planned, "2", arranged_by="Lee", steps={"1": StepChange(with_whom="lee")})
    before = versions(planned)
    now = goal(show_plan(planned, None), 2)
    kept = {"1": StepChange[Written](with_whom=now.activities[0].with_whom)}
    edited(planned, "2", arranged_by=now.arranged_by, steps=kept)
    assert versions(planned) == before


# One page, one transaction.


def test_each_page_and_each_change_is_one_transaction(
    planned: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = count_transactions(monkeypatch)
    for act, kind in (
        (lambda: show_plan(planned, None), "reading"),
        (lambda: offer_goals(planned, None), "reading"),
        (lambda: read_plan_history(planned, None), "reading"),
        (lambda: read_goal_to_edit(planned, None, "1"), "reading"),
        (lambda: add_goals(planned, None, ["3.7"]), "writing"),
        (lambda: add_own_goal(planned, None, OwnGoal(wrote("Mine"))), "writing"),
        (lambda: edited(planned, title="In other words"), "writing"),
        (lambda: agree(planned, None, LEE), "writing"),
        (lambda: review_goal(planned, None, "1"), "writing"),
        (lambda: mark_done(planned, None, "1.1"), "writing"),
        (lambda: drop_goal(planned, None, "1", wrote("Not now.")), "writing"),
        (lambda: reopen_goal(planned, None, "1"), "writing"),
    ):
        opened.clear()
        act()
        assert opened == [kind]
