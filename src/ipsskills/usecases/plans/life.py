"""What becomes of goals: ticked, changed, agreed, looked at again, finished, dropped, reopened."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date

from ipsskills.errors import InvalidInput, NotFound
from ipsskills.method.goals import next_look, plan_dates
from ipsskills.method.state import state_words
from ipsskills.pages.compose.plan import Plan
from ipsskills.pages.words import day
from ipsskills.record.types import Goal, GoalActivity, Person, State
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.people import find_person, full_name, supervisor_here
from ipsskills.usecases.plans.add import refuse_taken
from ipsskills.usecases.plans.goals import KeptGoal, find_goal, find_open, kept_goals, refuse_past
from ipsskills.usecases.plans.show import show_plan
from ipsskills.usecases.reading.person import read_person
from ipsskills.usecases.reading.view import ReaderView


@dataclass(frozen=True)
class StepChange:
    """New words, company or date for a step; None leaves what was there."""

    text: str | None = None
    with_whom: str | None = None
    due: date | None = None


@dataclass(frozen=True)
class GoalChange:
    """What to change about a goal; None leaves what was there.

    ``steps`` are changes by the number of a step (2 or 1.2), ``drop`` numbers of steps to take off
    the plan, ``add`` new steps; a new one without a date is due when the goal is looked at
    next, or today where that is past.
    """

    title: str | None = None
    why: str | None = None
    outcome: str | None = None
    review: date | None = None
    close: date | None = None
    arranged_by: str | None = None
    steps: Mapping[str, StepChange] = field(default_factory=dict)
    drop: tuple[str, ...] = ()
    add: tuple[StepChange, ...] = ()


def mark_done(
    desk: Desk, who: str | None, number: str, *, changed: str = "", undo: bool = False
) -> Plan:
    """Tick a step (number like 1.2) or finish a goal (1), saying what changed.

    ``undo`` takes a tick back. Raises NotFound for a number that is not on the plan and
    InvalidInput for a goal that has ended and for undoing one.
    """
    with desk.writing() as work:
        person = find_person(work, who, desk.me)
        if "." in number:
            work.add(ticked_step(desk, work, person, number, undo=undo))
        else:
            goal = find_open(work, person, number).goal
            if undo:
                raise InvalidInput("Only a step's tick can be taken back.", "Name one, as in 1.2")
            work.add(desk.pen().next(goal, state=State.DONE, changed=changed))
    return show_plan(desk, who)


def ticked_step(
    desk: Desk, work: ReaderView, person: Person, number: str, *, undo: bool = False
) -> GoalActivity:
    """Return the version of a step (number like 1.2) that is done today, or not after all.

    Raises NotFound for a number that is not on the plan, and InvalidInput where its goal has ended.
    """
    step = find_open(work, person, number.partition(".")[0]).step(number)
    return desk.pen().next(step, done=None if undo else desk.today)


def edit_goal(desk: Desk, who: str | None, number: str, change: GoalChange) -> Plan:
    """Change the words, dates and steps of an open goal; what it was before is kept.

    A day that is past may stay, but none is set. Raises NotFound for a number that is not on the
    plan, and InvalidInput for what cannot be kept; then nothing is changed.
    """
    with desk.writing() as work:
        kept = find_open(work, find_person(work, who, desk.me), number)
        goal = _edited(work, desk, kept.goal, change)
        if goal != kept.goal:
            work.add(goal)
        work.add(*_edited_steps(desk, kept, change), *_new_steps(desk, kept, goal, change))
    return show_plan(desk, who)


def _edited(work: ReaderView, desk: Desk, goal: Goal, change: GoalChange) -> Goal:
    names = ("title", "why", "outcome", "review", "close", "arranged_by")
    given = {name: getattr(change, name) for name in names if getattr(change, name) is not None}
    if change.arranged_by:
        given["arranged_by"] = full_name(work, change.arranged_by)
    if all(getattr(goal, name) == value for name, value in given.items()):
        return goal
    for name in ("review", "close"):
        if given.get(name) != getattr(goal, name):
            refuse_past(desk, given.get(name), f"--{name}")
    edited = desk.pen().next(goal, **given)
    if edited.close < edited.review:
        raise InvalidInput(
            f"The goal would end on {day(edited.close)}, before it is looked at again on "
            f"{day(edited.review)}.",
            "Give both: --review DATE --close DATE",
        )
    return edited


def _edited_steps(desk: Desk, kept: KeptGoal, change: GoalChange) -> list[GoalActivity]:
    """Return new versions of the steps that are dropped or changed."""
    edited: dict[str, tuple[GoalActivity, dict[str, object]]] = {}
    for number in change.drop:
        step = kept.step(number)
        edited.setdefault(step.thing, (step, {}))[1]["dropped"] = True
    for number, told in change.steps.items():
        step = kept.step(number)
        given = {f.name: getattr(told, f.name) for f in fields(told)}
        new = {name: value for name, value in given.items() if value is not None}
        if told.due != step.due:
            refuse_past(desk, told.due, "--by")
        edited.setdefault(step.thing, (step, {}))[1].update(new)
    return [
        desk.pen().next(step, **new)
        for step, new in edited.values()
        if any(getattr(step, name) != value for name, value in new.items())
    ]


def _new_steps(desk: Desk, kept: KeptGoal, goal: Goal, change: GoalChange) -> list[GoalActivity]:
    for new in change.add:
        refuse_past(desk, new.due, "--by")
    last = max((step.place for _, step in kept.steps), default=0)
    return [
        desk.pen().first(
            GoalActivity,
            about=goal.about,
            goal=goal.thing,
            place=place,
            text=new.text,
            with_whom=new.with_whom,
            due=new.due or max(goal.review, desk.today),
        )
        for place, new in enumerate(change.add, last + 1)
    ]


def agree(
    desk: Desk, who: str | None, with_whom: str | None = None, number: str | None = None
) -> Plan:
    """Agree one goal, or all that are open, keeping the words their units stand at today.

    Without ``with_whom`` it is the person's supervisor. Raises InvalidInput where nobody who is
    here supervises them or the name is their own, NotFound where there is no open goal.
    """
    words = _standing_words(desk, who)
    with desk.writing() as work:
        person = find_person(work, who, desk.me)
        name = _agrees(work, desk, person, with_whom)
        for kept in _to_agree(work, person, number):
            agreed = {"state": State.AGREED, "agreed_with": name, "agreed_on": desk.today}
            states = tuple(f"{u}: {words[u]}" for u in kept.goal.items if u in words)
            work.add(desk.pen().next(kept.goal, **agreed, states=states))
    return show_plan(desk, who)


def _standing_words(desk: Desk, who: str | None) -> Mapping[str, str]:
    """Return the word each unit stands at in the person's own last view; none is no fault."""
    try:
        reading = read_person(desk, who)
    except NotFound:
        return {}
    scale = reading.framework.scale
    return {unit: state_words(each.state, scale) for unit, each in reading.own.items()}


def _agrees(work: ReaderView, desk: Desk, person: Person, with_whom: str | None) -> str:
    """Return the full name of who agrees a goal with the person."""
    supervisor = supervisor_here(work, person, desk.today)
    name = full_name(work, with_whom) if with_whom else supervisor.name if supervisor else ""
    if not name.strip():
        raise InvalidInput("Somebody has to agree it.", "Say who: ipsskills plan agree --with NAME")
    if name == person.name:
        raise InvalidInput("A plan is agreed with somebody else.", "Name who: --with NAME")
    return name


def _to_agree(work: ReaderView, person: Person, number: str | None) -> list[KeptGoal]:
    if number:
        return [find_open(work, person, number)]
    if found := [kept for kept in kept_goals(work, person) if kept.open]:
        return found
    raise NotFound("There is no open goal to agree.", "Pick some: ipsskills plan draft")


def review_goal(
    desk: Desk, who: str | None, number: str, *, note: str = "", look_again: date | None = None
) -> Plan:
    """Keep that a goal was looked at today, what was said, and when to look again.

    Without ``look_again`` that is six weeks on; a goal that would have ended by then goes on until
    then. Raises NotFound, and InvalidInput for a goal that has ended and a day that is past.
    """
    again = look_again or next_look(desk.today)
    refuse_past(desk, again, "--next")
    with desk.writing() as work:
        goal = find_open(work, find_person(work, who, desk.me), number).goal
        looked = {"reviewed": desk.today, "review_note": note}
        work.add(desk.pen().next(goal, **looked, review=again, close=max(goal.close, again)))
    return show_plan(desk, who)


def drop_goal(desk: Desk, who: str | None, number: str, because: str) -> Plan:
    """Take a goal off the plan, with the reason. Raises NotFound, and InvalidInput without one."""
    if not because.strip():
        raise InvalidInput("A dropped goal has a reason.", 'Say it: --because "No such job here"')
    with desk.writing() as work:
        goal = find_open(work, find_person(work, who, desk.me), number).goal
        work.add(desk.pen().next(goal, state=State.DROPPED, changed=because))
    return show_plan(desk, who)


def reopen_goal(desk: Desk, who: str | None, number: str) -> Plan:
    """Go on with a goal that was finished or dropped; days that are past are suggested anew.

    Raises NotFound, and InvalidInput for a goal that is open or whose unit has another open one.
    """
    with desk.writing() as work:
        person = find_person(work, who, desk.me)
        kept = find_goal(work, person, number)
        if kept.open:
            raise InvalidInput(f"Goal {kept.number} is open.", "See: ipsskills plan show")
        busy = {unit for each in kept_goals(work, person) if each.open for unit in each.goal.items}
        refuse_taken(unit for unit in kept.goal.items if unit in busy)
        work.add(_reopened(desk, kept.goal))
    return show_plan(desk, who)


def _reopened(desk: Desk, goal: Goal) -> Goal:
    dates = plan_dates(desk.today, 0)
    review = goal.review if goal.review >= desk.today else dates.review
    close = goal.close if goal.close >= review else dates.close
    state = State.AGREED if goal.agreed_on else State.DRAFT
    return desk.pen().next(goal, state=state, changed="", review=review, close=close)
