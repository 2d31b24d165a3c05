"""New goals: offered from the last assessment, or in the person's own words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ipsskills.errors import InvalidInput
from ipsskills.framework.types import Activity, Unit
from ipsskills.method.goals import Candidate, candidates, plan_dates, suggest_activities
from ipsskills.pages.compose.plan import Plan
from ipsskills.record.pen import Pen
from ipsskills.record.types import Goal, GoalActivity, State
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.people import find_person, full_name
from ipsskills.usecases.plans.goals import new_number, refuse_past
from ipsskills.usecases.plans.show import open_goals, show_plan
from ipsskills.usecases.reading.person import Reading, read_person


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


def add_goals(
    desk: Desk, who: str | None, units: Sequence[str], *, arranged_by: str | None = None
) -> Plan:
    """Put goals for units on the plan, with activities from the curriculum and dates.

    ``arranged_by`` is the name of who arranges those that are chances. Raises InvalidInput for a
    unit that has an open goal already, and where nothing has to be arranged; nothing is added then.
    """
    reading = read_person(desk, who)
    taken = {unit for goal in open_goals(desk, who) for unit in goal.units}
    refuse_taken(unit for unit in units if unit in taken)
    if arranged_by and not set(units) & set(reading.lists.chances):
        raise InvalidInput("None of these is a chance to arrange.", "Leave out --arranged-by.")
    with desk.writing() as work:
        arranger = full_name(work, arranged_by) if arranged_by else None
        for unit in dict.fromkeys(units):
            number = new_number(work, reading.person)
            goal = _unit_goal(desk, reading, desk.framework.by_id[unit], arranger, number)
            work.add(*goal)
    return show_plan(desk, who)


def refuse_taken(units: Iterable[str]) -> None:
    """Raise InvalidInput if there are any units here: each has an open goal already."""
    if doubled := list(units):
        raise InvalidInput(
            f"There is an open goal for {', '.join(doubled)} already.", "See: ipsskills plan show"
        )


@dataclass(frozen=True)
class OwnGoal:
    """A goal in the person's own words; ``with_whom`` and ``due`` are for all of its steps.

    One that somebody arranges (``arranged_by``, a name) is a chance.
    """

    title: str
    why: str = ""
    steps: tuple[str, ...] = ()
    with_whom: str | None = None
    due: date | None = None
    arranged_by: str | None = None


def add_own_goal(desk: Desk, who: str | None, own: OwnGoal) -> Plan:
    """Put a goal in the person's own words on the plan.

    Raises InvalidInput for what cannot be kept and a day that is past; nothing is added then.
    """
    refuse_past(desk, own.due, "--by")
    pen, dates = desk.pen(), plan_dates(desk.today, len(own.steps))
    with desk.writing() as work:
        person = find_person(work, who, desk.me)
        goal = pen.first(
            Goal,
            about=person.thing,
            number=new_number(work, person),
            title=own.title,
            why=own.why,
            state=State.DRAFT,
            review=own.due or dates.review,
            close=max(dates.close, own.due or dates.close),
            chance=own.arranged_by is not None,
            arranged_by=full_name(work, own.arranged_by) if own.arranged_by else own.arranged_by,
        )
        work.add(goal, *_own_steps(pen, goal, own, dates.activities))
    return show_plan(desk, who)


def _own_steps(pen: Pen, goal: Goal, own: OwnGoal, when: Sequence[date]) -> list[GoalActivity]:
    return [
        pen.first(
            GoalActivity,
            about=goal.about,
            goal=goal.thing,
            place=place,
            text=text,
            with_whom=own.with_whom,
            due=own.due or due,
        )
        for place, (text, due) in enumerate(zip(own.steps, when, strict=True), 1)
    ]


def _offer(unit: Unit, candidate: Candidate, taken: set[str]) -> Offer:
    return Offer(unit.id, unit.short, candidate.why, unit.curriculum.goal, unit.id in taken)


def _unit_goal(
    desk: Desk, reading: Reading, unit: Unit, arranged_by: str | None, number: int
) -> list[Goal | GoalActivity]:
    """Return the records of a goal for one unit: the goal, then what to do."""
    pen, lesson = desk.pen(), unit.curriculum
    chance = unit.id in reading.lists.chances
    chosen = suggest_activities(lesson.activities, chance=chance)
    dates = plan_dates(desk.today, len(chosen))
    goal = pen.first(
        Goal,
        about=reading.person.thing,
        number=number,
        title=lesson.goal,
        why=_note(reading, unit) or lesson.purpose,
        items=(unit.id,),
        chance=chance,
        outcome=_as_ability(lesson.outcomes[0]),
        state=State.DRAFT,
        review=dates.review,
        close=dates.close,
        arranged_by=arranged_by if chance else None,
    )
    steps = [
        _step(pen, goal, unit, place, activity, due)
        for place, (activity, due) in enumerate(zip(chosen, dates.activities, strict=True), 1)
    ]
    return [goal, *steps]


def _note(reading: Reading, unit: Unit) -> str:
    """Return the shared note on the answer to a unit, if there is one."""
    rating = reading.own[unit.id].rating if unit.id in reading.own else None
    return reading.notes.get(rating.thing, "") if rating else ""


def _as_ability(outcome: str) -> str:
    """Return an outcome of the curriculum, which begins with a verb, as the person says it."""
    return f"I can {outcome[:1].lower()}{outcome[1:]}"


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
