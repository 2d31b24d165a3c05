"""The learning plan as it stands: goals, steps, what is finished, strengths to lean on."""

from collections.abc import Mapping
from dataclasses import replace

from ipsskills.errors import NotFound
from ipsskills.framework.types import Framework
from ipsskills.method.apart import Apart
from ipsskills.pages.compose.plan import Plan, PlanActivity, PlanGoal
from ipsskills.record.types import GoalActivity, Person, State
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.people import find_person, post_of, supervisor_here
from ipsskills.usecases.plans.goals import KeptGoal, kept_goals
from ipsskills.usecases.reading.apart import goal_for, hidden_from
from ipsskills.usecases.reading.person import read_person

LEAN_ON = 3


def show_plan(desk: Desk, who: str | None) -> Plan:
    """Return a person's plan as it stands."""
    person, supervisor, goals, apart_line = _goals(desk, who)
    return Plan(
        person.name,
        desk.today,
        _strengths(desk, person),
        tuple(goal for goal in goals if goal.ended is None),
        _ended(goals, State.DONE),
        _ended(goals, State.DROPPED),
        works_best=person.works_best,
        post=post_of(person, desk.today) if person.since or person.hours else "",
        supervisor=supervisor.name if supervisor else None,
        apart_line=apart_line,
        demo=desk.store.demo,
    )


def open_goals(desk: Desk, who: str | None) -> tuple[PlanGoal, ...]:
    """Return the goals of a person's plan that are still worked on."""
    return tuple(goal for goal in _goals(desk, who)[2] if goal.ended is None)


def _goals(desk: Desk, who: str | None) -> tuple[Person, Person | None, tuple[PlanGoal, ...], str]:
    """Return the person meant, who supervises them, all their goals by number, what is kept apart.

    Goals come without words that tell answers kept from this reader.
    """
    with desk.reading() as work:
        person = find_person(work, who, desk.me)
        hidden = hidden_from(work, desk, person)
        kept = [_for_reader(each, hidden.apart) for each in kept_goals(work, person)]
        supervisor = supervisor_here(work, person, desk.today)
    whats = _whats(desk.framework)
    return person, supervisor, tuple(_shown(each, whats) for each in kept), hidden.line


def _for_reader(kept: KeptGoal, apart: Apart) -> KeptGoal:
    return replace(kept, goal=goal_for(kept.goal, apart))


def _ended(goals: tuple[PlanGoal, ...], state: State) -> tuple[PlanGoal, ...]:
    """Return the goals that ended in one way, in the order in which they did."""
    found = [goal for goal in goals if goal.ended and goal.state == state]
    return tuple(sorted(found, key=lambda goal: (goal.ended, goal.number)))


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


def _shown(kept: KeptGoal, whats: Mapping[str, str]) -> PlanGoal:
    """Return a goal as a page has it; the words its units stood at stay in its history."""
    goal = kept.goal
    return PlanGoal(
        number=kept.number,
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
        ended=None if kept.open else goal.at.astimezone().date(),
        activities=tuple(
            _activity(f"{kept.number}.{number}", step, whats) for number, step in kept.standing
        ),
        arranged_by=goal.arranged_by,
        agreed_on=goal.agreed_on,
        reviewed=goal.reviewed,
        review_note=goal.review_note,
        steps_dropped=len(kept.steps) - len(kept.standing),
    )


def _activity(number: str, step: GoalActivity, whats: Mapping[str, str]) -> PlanActivity:
    what = whats.get(step.source or "", "")
    return PlanActivity(number, step.text, step.with_whom, step.due, step.done, what)
