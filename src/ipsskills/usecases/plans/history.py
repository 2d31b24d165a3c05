"""What happened to goals: every version of them and of their steps, by date."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date

from ipsskills.errors import NotFound
from ipsskills.facts.plan import (
    TOLD,
    FieldChange,
    GoalEvent,
    GoalHistory,
    PlanFacts,
    PlanHistory,
)
from ipsskills.method.goal_history import Event, Happened, list_events
from ipsskills.record.types import Goal, GoalActivity, Person
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.people import find_person
from ipsskills.usecases.people.whom import name_person, name_whoms
from ipsskills.usecases.plans.by_hand import lead_to_goals
from ipsskills.usecases.plans.goals import KeptGoal, find_goal, list_goals
from ipsskills.usecases.plans.show import name_units, read_plan
from ipsskills.usecases.reading.apart import tell_apart
from ipsskills.usecases.reading.person import find_first_look, find_reading
from ipsskills.usecases.reading.view import ReaderView

_WHOMS = ("agreed_with", "arranged_by", "with_whom")


def read_plan_history(desk: Desk, who: str | None, number: str | None = None) -> PlanHistory:
    """Return what happened to a person's goals, or to one of them, oldest first.

    Raises NotFound for a number that is not on the plan and where there never was a goal.
    """
    with desk.reading() as view:
        person = find_person(view, who, view.me)
        goals = (find_goal(view, person, number),) if number else list_goals(view, person)
        if not goals:
            looked = find_reading(view, person) is not None
            beginning = None if looked else find_first_look(view, person)
            draft = lead_to_goals(view, person, beginning, looked=looked)
            raise NotFound(f"{person.name} has no goals yet.", f"Begin one: {draft}")
        return PlanHistory(
            person=name_person(view, person),
            goals=tuple(_read_history(view, kept) for kept in goals),
            apart=tell_apart(view, person),
            names=name_units(view.framework),
        )


def add_to_plan(view: ReaderView, person: Person, *records: Goal | GoalActivity) -> PlanFacts:
    """Keep what is done to a plan, and return the plan with what that was."""
    view.add(*records)
    new = {record.id for record in records}
    goals = {each.goal if isinstance(each, GoalActivity) else each.thing for each in records}
    told = [
        _read_history(view, kept, new)
        for kept in list_goals(view, person)
        if kept.goal.thing in goals
    ]
    return replace(read_plan(view, person), happened=tuple(told))


def _read_history(
    view: ReaderView, kept: KeptGoal, only: Collection[str] | None = None
) -> GoalHistory:
    """Return what happened to a goal; ``only`` what these versions did, by id."""
    steps = [view.history(GoalActivity, step.thing) for _, step in kept.steps]
    numbers = {step.thing: f"{kept.number}.{number}" for number, step in kept.steps}
    every = list_events(view.history(Goal, kept.goal.thing), steps)
    events = tuple(each for each in every if only is None or each.version.id in only)
    names = name_whoms(view, _list_whoms(events))
    lines = tuple(_tell(event, numbers.get(event.version.thing), names) for event in events)
    return GoalHistory(number=kept.number, title=kept.goal.title, lines=lines)


def _list_whoms(events: tuple[Event, ...]) -> Iterator[str | None]:
    for event in events:
        yield event.version.author
        for version in (event.version, event.before):
            yield from (getattr(version, name, None) for name in _WHOMS)


def _tell(event: Event, step: str | None, names: Mapping[str, str]) -> GoalEvent:
    """Return one thing that happened; ``step`` is the number of the step it happened to."""
    version = event.version
    told = GoalEvent(
        on=event.at.astimezone().date(),
        what=event.what,
        by=names[version.author],
        text=version.title if isinstance(version, Goal) else version.text,
        step=step,
        changes=tuple(_list_changes(event, names)),
    )
    if isinstance(version, Goal):
        return _tell_more(told, version, names)
    brought = event.what is Happened.STEP_DONE or "brought" in event.changed
    return replace(told, said=version.brought) if brought else told


def _tell_more(told: GoalEvent, goal: Goal, names: Mapping[str, str]) -> GoalEvent:
    """Return what happened to a goal with what its version holds about that."""
    match told.what:
        case Happened.AGREED:
            other = names.get(goal.agreed_with or "")
            return replace(told, agreed_with=other, states=goal.states)
        case Happened.REVIEWED:
            return replace(told, said=goal.review_note, review=goal.review)
        case Happened.REOPENED:
            return replace(told, review=goal.review)
        case Happened.FINISHED | Happened.DROPPED:
            return replace(told, said=goal.changed)
        case _:
            return told


def _list_changes(event: Event, names: Mapping[str, str]) -> Iterator[FieldChange]:
    """Yield the fields that were changed, and what each was before."""
    if event.what in (Happened.CHANGED, Happened.STEP_CHANGED):
        for name in TOLD:
            if name in event.changed:
                was: str | date | None = getattr(event.before, name)
                named = names.get(was, was) if name in _WHOMS and isinstance(was, str) else was
                yield FieldChange(field=name, was=named)
