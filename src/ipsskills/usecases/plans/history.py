"""What happened to goals: every version of them and of their steps, by date, in plain words."""

from collections.abc import Mapping
from datetime import date

from ipsskills.errors import NotFound
from ipsskills.method.apart import Apart
from ipsskills.method.goal_history import Event, Happened, list_events
from ipsskills.pages.compose.plan_history import GoalHistory, Line
from ipsskills.pages.words import day
from ipsskills.record.types import Goal, GoalActivity, Person
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.people import find_person
from ipsskills.usecases.plans.goals import KeptGoal, find_goal, kept_goals
from ipsskills.usecases.reading.apart import goal_for, hidden_from
from ipsskills.usecases.reading.view import ReaderView

_SOMEBODY = "somebody"

# What a field of the record is called on the page, in the order it is told.
_NAMES = {
    "title": "the goal",
    "why": "why",
    "outcome": "how we will know",
    "arranged_by": "who arranges it",
    "text": "what to do",
    "with_whom": "with whom",
    "due": "by when",
    "review": "when to look again",
    "close": "when to close or renew",
    "done": "the day it was done",
}


def plan_history(
    desk: Desk, who: str | None, number: str | None = None
) -> tuple[str, tuple[GoalHistory, ...]]:
    """Return a person's name and what happened to their goals, or to one of them, oldest first.

    Raises NotFound for a number that is not on the plan and where there never was a goal.
    """
    with desk.reading() as work:
        person = find_person(work, who, desk.me)
        goals = (find_goal(work, person, number),) if number else kept_goals(work, person)
        if not goals:
            raise NotFound(f"{person.name} has no goals yet.", "Pick some: ipsskills plan draft")
        names = {each.thing: each.name for each in work.current(Person)}
        apart = hidden_from(work, desk, person).apart
        return person.name, tuple(_history(work, kept, names, apart) for kept in goals)


def _history(
    work: ReaderView, kept: KeptGoal, names: Mapping[str, str], apart: Apart
) -> GoalHistory:
    steps = [work.history(GoalActivity, step.thing) for _, step in kept.steps]
    numbers = {step.thing: f"{kept.number}.{number}" for number, step in kept.steps}
    versions = [goal_for(goal, apart) for goal in work.history(Goal, kept.goal.thing)]
    events = list_events(versions, steps)
    lines = tuple(_line(event, numbers, names) for event in events)
    states_told = any(version.states for version in versions)
    return GoalHistory(kept.number, kept.goal.title, lines, states_told)


def _line(event: Event, numbers: Mapping[str, str], names: Mapping[str, str]) -> Line:
    by = names.get(event.version.author, _SOMEBODY)
    step = numbers.get(event.version.thing, "")
    return Line(event.at.astimezone().date(), event.what, by, _words(event, step))


def _words(event: Event, step: str) -> str:
    """Return what happened in words; ``step`` is the number of the step it happened to."""
    version = event.version
    if isinstance(version, GoalActivity):
        return _step_words(event, version, step)
    return _goal_words(event, version)


def _goal_words(event: Event, goal: Goal) -> str:
    said = f": {goal.changed}" if goal.changed else "."
    note = f": {goal.review_note}" if goal.review_note else "."
    stood = " and ".join(f'"{state}"' for state in goal.states)
    return {
        Happened.MADE: f"Put on the plan: {goal.title}",
        Happened.AGREED: f"Agreed with {goal.agreed_with}." + (f" Then {stood}." if stood else ""),
        Happened.REVIEWED: f"Looked at again{note} Next look: {day(goal.review)}.",
        Happened.FINISHED: f"Finished{said}",
        Happened.DROPPED: f"Dropped{said}",
        Happened.REOPENED: f"Reopened. Next look: {day(goal.review)}.",
    }.get(event.what) or _changes(event, "Changed")


def _step_words(event: Event, step: GoalActivity, number: str) -> str:
    return {
        Happened.STEP_ADDED: f"Step {number} added: {step.text}",
        Happened.STEP_DONE: f"Step {number} done: {step.text}",
        Happened.STEP_UNDONE: f"Step {number}: the tick was taken back.",
        Happened.STEP_DROPPED: f"Step {number} dropped: {step.text}",
    }.get(event.what) or _changes(event, f"Step {number} changed")


def _changes(event: Event, what: str) -> str:
    """Say which fields changed, and what each was before."""
    told = [
        f"{said} (was: {_was(getattr(event.before, name))})"
        for name, said in _NAMES.items()
        if name in event.changed
    ]
    return f"{what}: {'; '.join(told)}." if told else "Looked at; nothing was changed."


def _was(value: object) -> str:
    if isinstance(value, date):
        return day(value)
    return str(value) if value else "nothing"
