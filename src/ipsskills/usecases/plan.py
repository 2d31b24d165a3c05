"""The learning plan: goals are offered, the person picks; each is kept as versions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from ipsskills.errors import InvalidInput, NotFound
from ipsskills.framework.types import Activity, Framework, Unit
from ipsskills.method.goals import Candidate, candidates, plan_dates, suggested
from ipsskills.pages.plan import Plan, PlanActivity, PlanGoal
from ipsskills.record.pen import Pen
from ipsskills.record.types import Goal, GoalActivity, Person, State
from ipsskills.record.work import Work
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people import find_person
from ipsskills.usecases.reading import Reading, read_person

LEAN_ON = 3
LONGEST_NUMBER = 4
T = TypeVar("T")
_OPEN = (State.DRAFT, State.AGREED)


@dataclass(frozen=True)
class Offer:
    """A goal offered: the unit, why it is offered, and the goal in words."""

    unit: str
    short: str
    why: str
    goal: str
    on_plan: bool


def offers(desk: Desk, who: str | None) -> tuple[Offer, ...]:
    """Return up to six goals to pick from, in the order of the method. Raises NotFound."""
    reading = read_person(desk, who)
    taken = {unit for goal in open_goals(desk, who) for unit in goal.units}
    return tuple(_offer(desk.framework.by_id[c.unit], c, taken) for c in candidates(reading.lists))


def add_goals(desk: Desk, who: str | None, units: Sequence[str]) -> Plan:
    """Put goals for units on the plan, with activities from the curriculum and dates.

    Raises InvalidInput for a unit that has an open goal already; nothing is added then.
    """
    reading = read_person(desk, who)
    taken = {unit for goal in open_goals(desk, who) for unit in goal.units}
    if doubled := [unit for unit in units if unit in taken]:
        raise InvalidInput(
            f"There is an open goal for {', '.join(doubled)} already.", "See: ipsskills plan show"
        )
    with desk.store.writing() as work:
        for unit in dict.fromkeys(units):
            work.add(*_unit_goal(desk, reading, desk.framework.by_id[unit]))
    return show_plan(desk, who)


def add_own_goal(
    desk: Desk,
    who: str | None,
    title: str,
    *,
    why: str = "",
    steps: Sequence[str] = (),
    with_whom: str | None = None,
    due: date | None = None,
) -> Plan:
    """Put a goal in the person's own words on the plan."""
    pen, dates = desk.pen(), plan_dates(desk.today, len(steps))
    with desk.store.writing() as work:
        person = find_person(work, who, desk.me)
        goal = pen.first(
            Goal,
            about=person.thing,
            title=title,
            why=why,
            state=State.DRAFT,
            review=due or dates.review,
            close=max(dates.close, due or dates.close),
        )
        work.add(
            goal,
            *(
                pen.first(
                    GoalActivity,
                    about=person.thing,
                    goal=goal.thing,
                    place=place,
                    text=step,
                    with_whom=with_whom,
                    due=due or when,
                )
                for place, (step, when) in enumerate(zip(steps, dates.activities, strict=True), 1)
            ),
        )
    return show_plan(desk, who)


def show_plan(desk: Desk, who: str | None) -> Plan:
    """Return a person's plan as it stands."""
    person, still, done = _goals(desk, who)
    return Plan(person.name, desk.today, _strengths(desk, person), still, done)


def open_goals(desk: Desk, who: str | None) -> tuple[PlanGoal, ...]:
    """Return the goals of a person's plan that are not done."""
    _, still, _ = _goals(desk, who)
    return still


def _goals(
    desk: Desk, who: str | None
) -> tuple[Person, tuple[PlanGoal, ...], tuple[PlanGoal, ...]]:
    """Return the person meant, their open goals and those that are done."""
    with desk.store.reading() as work:
        person = find_person(work, who, desk.me)
        goals = work.current(Goal, about=person.thing)
        steps = work.current(GoalActivity, about=person.thing)
    by_goal: dict[str, list[GoalActivity]] = {goal.thing: [] for goal in goals}
    for step in sorted(steps, key=lambda s: (s.place, s.id)):
        by_goal[step.goal].append(step)
    whats = _whats(desk.framework)
    still = [g for g in goals if g.state in _OPEN]
    return (
        person,
        tuple(_shown(n, g, by_goal[g.thing], whats) for n, g in enumerate(_ordered(still), 1)),
        tuple(_shown(0, g, by_goal[g.thing], whats) for g in goals if g.state is State.DONE),
    )


def mark_done(
    desk: Desk, who: str | None, number: str, *, changed: str = "", undo: bool = False
) -> Plan:
    """Tick an activity (number like 1.2) or finish a goal (1), saying what changed.

    ``undo`` takes a tick back. Raises NotFound for a number that is not on the plan and
    InvalidInput for undoing a goal.
    """
    with desk.store.writing() as work:
        person = find_person(work, who, desk.me)
        goal, step = _numbered(work, person, number)
        pen = desk.pen()
        if step:
            work.add(pen.next(step, done=None if undo else desk.today))
        elif undo:
            raise InvalidInput("Only a step's tick can be taken back.", "Name one, as in 1.2")
        elif goal:
            work.add(pen.next(goal, state=State.DONE, changed=changed))
    return show_plan(desk, who)


def _offer(unit: Unit, candidate: Candidate, taken: set[str]) -> Offer:
    return Offer(unit.id, unit.short, candidate.why, unit.curriculum.goal, unit.id in taken)


def _unit_goal(desk: Desk, reading: Reading, unit: Unit) -> list[Goal | GoalActivity]:
    """Return the records of a goal for one unit: the goal, then what to do."""
    pen, lesson = desk.pen(), unit.curriculum
    chance = unit.id in reading.lists.chances
    chosen = suggested(lesson.activities, chance=chance)
    dates = plan_dates(desk.today, len(chosen))
    rating = reading.own[unit.id].rating if unit.id in reading.own else None
    note = reading.notes.get(rating.thing, "") if rating else ""
    goal = pen.first(
        Goal,
        about=reading.person.thing,
        title=lesson.goal,
        why=note or lesson.purpose,
        items=(unit.id,),
        chance=chance,
        outcome=lesson.outcomes[0],
        state=State.DRAFT,
        review=dates.review,
        close=dates.close,
    )
    steps = [
        _step(pen, goal, unit, place, activity, due)
        for place, (activity, due) in enumerate(zip(chosen, dates.activities, strict=True), 1)
    ]
    return [goal, *steps]


def _step(
    pen: Pen, goal: Goal, unit: Unit, place: int, activity: Activity, due: date
) -> GoalActivity:
    return pen.first(
        GoalActivity,
        about=goal.about,
        goal=goal.thing,
        place=place,
        text=activity.title,
        source=f"{unit.id}/{activity.slug}",
        with_whom=activity.with_whom,
        due=due,
    )


def _strengths(desk: Desk, person: Person) -> tuple[str, ...]:
    """Return the names of up to three strengths to lean on; none is no fault."""
    try:
        found = read_person(desk, person.thing).lists
    except NotFound:
        return ()
    named = (found.strengths or found.brings)[:LEAN_ON]
    return tuple(desk.framework.by_id[unit].short for unit in named)


def _whats(framework: Framework) -> Mapping[str, str]:
    """Return what to do for each activity of the curriculum, by unit id and slug."""
    return {
        f"{unit.id}/{activity.slug}": activity.what
        for unit in framework.units
        for activity in unit.curriculum.activities
    }


def _ordered(goals: Sequence[Goal]) -> list[Goal]:
    """Return goals in the order they were first put on the plan."""
    return sorted(goals, key=lambda goal: goal.thing)


def _shown(
    number: int, goal: Goal, steps: Sequence[GoalActivity], whats: Mapping[str, str]
) -> PlanGoal:
    return PlanGoal(
        number=number,
        title=goal.title,
        why=goal.why,
        units=goal.items,
        chance=goal.chance,
        outcome=goal.outcome,
        review=goal.review,
        close=goal.close,
        state=goal.state,
        agreed_with=goal.agreed_with,
        changed=goal.changed,
        ended=goal.at.astimezone().date() if goal.state is State.DONE else None,
        activities=tuple(
            PlanActivity(
                f"{number}.{place}",
                s.text,
                s.with_whom,
                s.due,
                s.done,
                whats.get(s.source or "", ""),
            )
            for place, s in enumerate(steps, 1)
        ),
    )


def _numbered(work: Work, person: Person, number: str) -> tuple[Goal | None, GoalActivity | None]:
    """Return the goal (1) or the activity (1.2) that a number on the shown plan means."""
    goal_number, dot, step_number = number.partition(".")
    goals = [g for g in work.current(Goal, about=person.thing) if g.state in _OPEN]
    goal = _nth(_ordered(goals), goal_number)
    if goal and not dot:
        return goal, None
    found = work.current(GoalActivity, goal=goal.thing) if goal else ()
    step = _nth(sorted(found, key=lambda s: (s.place, s.id)), step_number)
    if step is None:
        raise NotFound(f"There is no {number} on the plan.", "See the numbers: ipsskills plan show")
    return goal, step


def _nth(things: Sequence[T], number: str) -> T | None:
    index = int(number) if number.isdecimal() and len(number) <= LONGEST_NUMBER else 0
    return things[index - 1] if 0 < index <= len(things) else None
