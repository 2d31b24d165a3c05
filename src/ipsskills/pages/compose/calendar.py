"""Makes days for a calendar: they name nobody unless that is wanted, as teams share calendars."""

from collections.abc import Iterator

from ipsskills.facts.due import DueFacts, DueItem, DueKind
from ipsskills.facts.origin import Origin
from ipsskills.facts.plan import PlanFacts, PlanGoal
from ipsskills.pages.data import CalendarDay

MEETING, LEARNING = "Supervision", "Learning plan"

_SAID = {
    DueKind.REVIEW: "look at goal {0.goal} again: {0.title}",
    DueKind.CLOSE: "close or renew goal {0.goal}: {0.title}",
    DueKind.STEP: "step {0.name}: {0.title}",
    DueKind.CERTIFICATE: "{0.title} runs out",
    DueKind.NEXT_LOOK: "all the units again",
}


def compose_due_days(due: DueFacts, *, names: bool) -> tuple[CalendarDay, ...]:
    """Return what is due and has a day; ``names`` is whether to name people, goals and steps.

    A supervision whose day is past is none for a calendar any more: it has to be written down.
    """
    return tuple(
        _make_day(item.origin, item, due.person, names=names)
        for item in due.lines
        if item.on and item.origin and not _is_over(item)
    )


def _is_over(item: DueItem) -> bool:
    return item.past and item.what is DueKind.SUPERVISION


def compose_plan_days(plan: PlanFacts, *, names: bool) -> tuple[CalendarDay, ...]:
    """Return when each open goal is looked at again and closed, and each step that is to do."""
    return tuple(
        _make_day(item.origin, item, plan.person.name, names=names)
        for goal in plan.goals
        for item in _list_of_goal(goal)
        if item.origin
    )


def _list_of_goal(goal: PlanGoal) -> Iterator[DueItem]:
    for what, on in ((DueKind.REVIEW, goal.review), (DueKind.CLOSE, goal.close)):
        yield DueItem(on=on, what=what, title=goal.title, goal=goal.number, origin=goal.origin)
    for step in goal.activities:
        if not step.done:
            name, origin = step.number, step.origin
            yield DueItem(on=step.due, what=DueKind.STEP, title=step.text, name=name, origin=origin)


def _make_day(origin: Origin, item: DueItem, person: str, *, names: bool) -> CalendarDay:
    if item.on is None:
        raise TypeError("what has no day is in no calendar")
    kind = MEETING if item.what is DueKind.SUPERVISION else LEARNING
    return CalendarDay(
        uid=f"{origin.thing}-{item.what.replace(' ', '-')}@ipsskills",
        on=item.on,
        title=f"{kind}: {_name(item, person)}" if names else kind,
        changed=origin.at,
        private=names,
    )


def _name(item: DueItem, person: str) -> str:
    """Return whom and what a day is about."""
    if item.what is DueKind.SUPERVISION:
        return f"{person} with {item.who}" if item.who else person
    if item.what is DueKind.ACTION:
        who = item.who or person
        return f"{who}, for {item.owed_to or person}: {item.title}"
    return f"{person}, {_SAID[item.what].format(item)}"
