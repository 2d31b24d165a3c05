"""Changes to an open goal: its words, its dates, who arranges it, its steps."""

from collections.abc import Mapping
from dataclasses import field, fields
from datetime import date
from typing import Generic, TypeVar

from ipsskills.errors import InvalidInput
from ipsskills.facts.plan import GoalToEdit, PlanFacts
from ipsskills.frozen import dataclass
from ipsskills.pages.words import day
from ipsskills.record.types import Goal, GoalActivity
from ipsskills.record.written import Written
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.colleagues import read_names
from ipsskills.usecases.people.people import find_person
from ipsskills.usecases.people.whom import find_whom, name_whom
from ipsskills.usecases.plans.goals import KeptGoal, find_open_goal, refuse_past
from ipsskills.usecases.plans.history import add_to_plan
from ipsskills.usecases.plans.show import read_goals
from ipsskills.usecases.reading.view import ReaderView

T = TypeVar("T", bound=str)


@dataclass(frozen=True)
class StepChange(Generic[T]):
    """New words, company or date for a step; None leaves what was there."""

    text: T | None = None
    with_whom: str | None = None
    due: date | None = None


@dataclass(frozen=True, kw_only=True)
class GoalChange(Generic[T]):
    """What to change about a goal, before (str) or after (Written) its words were looked at.

    None leaves what was there.

    ``steps`` are changes by the number of a step (2 or 1.2), ``drop`` numbers of steps to take off
    the plan, ``add`` new steps; a new one without a date is due when the goal is looked at
    next, or today where that is past.
    """

    title: T | None = None
    why: T | None = None
    outcome: T | None = None
    review: date | None = None
    close: date | None = None
    arranged_by: str | None = None
    steps: Mapping[str, StepChange[T]] = field(default_factory=dict)
    drop: tuple[str, ...] = ()
    add: tuple[StepChange[T], ...] = ()


# What of a change is about steps; all else is a field of the goal by the same name.
_OF_STEPS = ("steps", "drop", "add")


def read_goal_to_edit(desk: Desk, who: str | None, number: str) -> GoalToEdit:
    """Return an open goal as it is, with the names that may stand in its words.

    Raises NotFound for a number that is not on the plan, InvalidInput for a goal that has ended.
    """
    with desk.reading() as view:
        person = find_person(view, who, view.me)
        kept = find_open_goal(view, person, number)
        goal = next(each for each in read_goals(view, person) if each.number == kept.number)
        return GoalToEdit(goal=goal, known=read_names(view))


def edit_goal(desk: Desk, who: str | None, number: str, change: GoalChange[Written]) -> PlanFacts:
    """Change the words, dates and steps of an open goal; what it was before is kept.

    A day that is past may stay, but none is set. Raises NotFound for a number that is not on the
    plan, and InvalidInput for what cannot be kept; then nothing is changed.
    """
    with desk.writing() as view:
        person = find_person(view, who, view.me)
        kept = find_open_goal(view, person, number)
        goal = _edit(view, kept.goal, change)
        steps = (*_edit_steps(view, kept, change), *_make_new_steps(view, kept, goal, change))
        changed = () if goal == kept.goal else (goal,)
        return add_to_plan(view, person, *changed, *steps)


def _edit(view: ReaderView, goal: Goal, change: GoalChange[Written]) -> Goal:
    names = [each.name for each in fields(change) if each.name not in _OF_STEPS]
    given = {name: getattr(change, name) for name in names if getattr(change, name) is not None}
    if change.arranged_by is not None:
        given["arranged_by"] = _find_whom(view, change.arranged_by, goal.arranged_by)
    if all(getattr(goal, name) == value for name, value in given.items()):
        return goal
    for name in ("review", "close"):
        if given.get(name) != getattr(goal, name):
            refuse_past(view, given.get(name), f"--{name}")
    edited = view.next(goal, **given)
    if edited.close < edited.review:
        raise InvalidInput(
            f"The goal would end on {day(edited.close)}, before it is looked at again on "
            f"{day(edited.review)}.",
            f"Give both: --review {edited.review} --close {edited.review}",
        )
    return edited


def _edit_steps(
    view: ReaderView, kept: KeptGoal, change: GoalChange[Written]
) -> list[GoalActivity]:
    """Return new versions of the steps that are dropped or changed."""
    edited: dict[str, tuple[GoalActivity, dict[str, object]]] = {}
    for number in change.drop:
        step = kept.step(number)
        edited.setdefault(step.thing, (step, {}))[1]["dropped"] = True
    for number, told in change.steps.items():
        step = kept.step(number)
        given = {f.name: getattr(told, f.name) for f in fields(told)}
        new = {name: value for name, value in given.items() if value is not None}
        if told.with_whom is not None:
            new["with_whom"] = _find_whom(view, told.with_whom, step.with_whom)
        if told.due != step.due:
            refuse_past(view, told.due, "--by")
        edited.setdefault(step.thing, (step, {}))[1].update(new)
    return [
        view.next(step, **new)
        for step, new in edited.values()
        if any(getattr(step, name) != value for name, value in new.items())
    ]


def _make_new_steps(
    view: ReaderView, kept: KeptGoal, goal: Goal, change: GoalChange[Written]
) -> list[GoalActivity]:
    for new in change.add:
        refuse_past(view, new.due, "--by")
    last = max((step.place for _, step in kept.steps), default=0)
    return [
        view.first(
            GoalActivity,
            about=goal.about,
            goal=goal.thing,
            place=place,
            text=new.text,
            with_whom=None if new.with_whom is None else find_whom(view, new.with_whom),
            due=new.due or max(goal.review, view.today),
        )
        for place, new in enumerate(change.add, last + 1)
    ]


def _find_whom(view: ReaderView, typed: str, before: str | None) -> str:
    """Return whom a name means; the one who stood there, where it is still their name."""
    same = before is not None and name_whom(view, before) == typed
    return before if before is not None and same else find_whom(view, typed)
