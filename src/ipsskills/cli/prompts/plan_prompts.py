"""Asks what to change about a goal, question by question; Enter leaves things as they are."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any, cast

from ipsskills.cli.output.show import say
from ipsskills.cli.prompts import ask
from ipsskills.cli.prompts.detail import Care
from ipsskills.cli.prompts.understood import say_understood
from ipsskills.days import Tense, read_day
from ipsskills.errors import InvalidInput
from ipsskills.facts.plan import PlanActivity, PlanGoal
from ipsskills.pages.words import day
from ipsskills.record.written import Written
from ipsskills.usecases.plans.edit import GoalChange, StepChange

_WORDS = {
    "title": "The goal, in words:",
    "why": "Why it matters to you:",
    "outcome": "We will know when:",
    "arranged_by": "Who arranges it:",
}
# The words of a goal that are looked at before they are kept, as a sentence names them.
_NAMED = {"title": "the goal", "why": "why it matters", "outcome": "how we will know"}
_DATES = {"review": "Look at it again on:", "close": "Close or renew it on:"}
_NEW = "new"


def ask_change(goal: PlanGoal, today: date) -> GoalChange[str]:
    """Return what somebody at the terminal wants changed about a goal.

    A day that is past is asked for again, unless it is the one there was.
    """
    chosen = ask.several("What would you like to change?", list(_list_choices(goal)), wanted=True)
    words = {n: ask.maybe(_WORDS[n], getattr(goal, n) or "") for n in _WORDS if n in chosen}
    dates = {n: _ask_date(_DATES[n], getattr(goal, n), today) for n in _DATES if n in chosen}
    picked = [a for a in goal.activities if a.number in chosen]
    changed = {a.number: _ask_step(a, today) for a in picked}
    return GoalChange(
        title=words.get("title"),
        why=words.get("why"),
        outcome=words.get("outcome"),
        review=dates.get("review"),
        close=dates.get("close"),
        arranged_by=words.get("arranged_by") or None,
        steps={number: step for number, step in changed.items() if step},
        drop=tuple(number for number, step in changed.items() if step is None),
        add=(_ask_new(goal, today),) if _NEW in chosen else (),
    )


def look_through(change: GoalChange[str], care: Care) -> GoalChange[Written]:
    """Return a change of a goal with the words that may be kept; None leaves what was there.

    All else goes on as it is, whatever a goal may hold one day; words that were forgotten here are
    refused where they would be kept. Raises InvalidInput where nobody is there to ask.
    """
    looked_at: dict[str, Any] = {
        name: care.may(getattr(change, name), what) for name, what in _NAMED.items()
    }
    looked_at["steps"] = {
        number: replace(step, text=care.may(step.text, f"step {number}"))
        for number, step in change.steps.items()
    }
    looked_at["add"] = tuple(
        replace(step, text=care.must(step.text or "", "a step")) for step in change.add
    )
    return cast("GoalChange[Written]", replace(change, **looked_at))


def _list_choices(goal: PlanGoal) -> Iterator[tuple[str, str]]:
    """Yield what may be changed, with what it is now."""
    for name, question in _WORDS.items():
        if name != "arranged_by" or goal.chance or goal.arranged_by:
            yield name, f"{question} {getattr(goal, name) or ''}".strip()
    for name, question in _DATES.items():
        yield name, f"{question} {day(getattr(goal, name))}"
    for activity in goal.activities:
        yield activity.number, f"Step {activity.number}: {activity.text}"
    yield _NEW, "Add a step"


def _ask_step(activity: PlanActivity, today: date) -> StepChange[str] | None:
    """Return how a step changes; None takes it off the plan, once that is said twice."""
    choices = [("change", "Change it"), ("drop", "Take it off the plan"), ("leave", "Leave it")]
    answer = ask.select(f"What about step {activity.number}?", choices)
    off = f"Take step {activity.number} off the plan? {activity.text}"
    if answer == "drop" and ask.sure(off):
        return None
    if answer != "change":
        return StepChange()
    return StepChange(
        text=ask.maybe("What will you do?", activity.text),
        with_whom=ask.maybe("With whom?", activity.with_whom or "") or None,
        due=_ask_date("By when?", activity.due, today),
    )


def _ask_new(goal: PlanGoal, today: date) -> StepChange[str]:
    return StepChange(
        text=ask.text("What will you do?"),
        with_whom=ask.maybe("With whom?") or None,
        due=_ask_date("By when?", max(goal.review, today), today),
    )


def _ask_date(question: str, now: date, today: date) -> date:
    while True:
        typed = ask.maybe(question, day(now))
        try:
            found = read_day(typed, today, Tense.DUE)
        except InvalidInput as error:
            say(f"{error.message} {error.hint}")
            continue
        if found >= today or found == now:
            say_understood(found, typed)
            return found
        say(f"{day(found)} is past. Name a day to come.")
