"""The learning plan as it stands: goals, steps, what is finished, strengths to lean on."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ipsskills.doing import Do, do
from ipsskills.facts.origin import Origin
from ipsskills.facts.plan import PlanActivity, PlanFacts, PlanGoal, UnitByHand
from ipsskills.framework.types import Framework
from ipsskills.method.goals import OWN_GOAL
from ipsskills.record.types import GoalActivity, Person, State
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.people import find_person, months_in_post
from ipsskills.usecases.people.supervisors import supervisor_here
from ipsskills.usecases.people.whom import name_other, name_person, name_whoms
from ipsskills.usecases.plans.by_hand import draft_by_hand, name_by_hand, offers_goals
from ipsskills.usecases.plans.goals import KeptGoal, find_goal, list_goals
from ipsskills.usecases.plans.how import find_source, tell_how
from ipsskills.usecases.reading.apart import tell_apart
from ipsskills.usecases.reading.person import Reading, find_first_look, find_reading
from ipsskills.usecases.reading.view import ReaderView

LEAN_ON = 3


def show_plan(desk: Desk, who: str | None, number: str | None = None) -> PlanFacts:
    """Return a person's plan as it stands, or what is in it of one goal (2) or step (2.1).

    Raises NotFound for an unknown person and for a number that is not on the plan.
    """
    with desk.reading() as view:
        person = find_person(view, who, view.me)
        plan = read_plan(view, person)
        if number is None:
            return plan
        return _keep_one(plan, find_goal(view, person, number.partition(".")[0]), number)


def _keep_one(plan: PlanFacts, kept: KeptGoal, number: str) -> PlanFacts:
    """Return a plan with one goal alone, or with one step of it alone. Raises NotFound."""
    if "." in number:
        wanted = kept.step(number)
        (number,) = (f"{kept.number}.{n}" for n, step in kept.standing if step is wanted)

    def pick(goals: tuple[PlanGoal, ...]) -> tuple[PlanGoal, ...]:
        return tuple(
            replace(
                goal,
                activities=tuple(
                    each for each in goal.activities if "." not in number or each.number == number
                ),
            )
            for goal in goals
            if goal.number == kept.number
        )

    return replace(
        plan,
        strengths=(),
        goals=pick(plan.goals),
        finished=pick(plan.finished),
        dropped=pick(plan.dropped),
        next=(),
    )


def read_plan(view: ReaderView, person: Person) -> PlanFacts:
    """Return a person's plan as this reader may see it now."""
    goals, reading = read_goals(view, person), find_reading(view, person)
    open_ = tuple(goal for goal in goals if goal.ended is None)
    by_hand = () if open_ or reading else name_by_hand(view, person, find_first_look(view, person))
    supervisor = supervisor_here(view, person, view.today)
    alone = supervisor is None
    return PlanFacts(
        person=name_person(view, person),
        on=view.today,
        strengths=_list_strengths(view.framework, reading) if reading else (),
        goals=open_,
        finished=_list_ended(goals, State.DONE),
        dropped=_list_ended(goals, State.DROPPED),
        works_best=person.works_best,
        role=person.role,
        since=person.since,
        months_in_post=months_in_post(person, view.today),
        hours=person.hours,
        supervisor=name_person(view, supervisor) if supervisor else None,
        apart=tell_apart(view, person),
        by_hand=by_hand,
        next=_list_next(view, person, open_, alone=alone)
        if open_
        else _begin(view, person, by_hand, reading),
        names=name_units(view.framework),
    )


def _begin(
    view: ReaderView, person: Person, by_hand: tuple[UnitByHand, ...], reading: Reading | None
) -> tuple[Do, ...]:
    """Return what leads to a first goal: what is offered, or each unit that may be named.

    Before a look at the units that is there too, since goals are offered from it. Where it offers
    none, a goal is one's own.
    """
    other = name_other(view, person)
    own = do("plan add", OWN_GOAL, person=other)
    if reading:
        return (do("plan draft", person=other) if offers_goals(view, person, reading) else own,)
    named = draft_by_hand(view, person, by_hand)
    return tuple(dict.fromkeys((*named, own, *(() if other else (do("assess"),)))))


def _list_next(
    view: ReaderView, of: Person, goals: tuple[PlanGoal, ...], *, alone: bool
) -> tuple[Do, ...]:
    """Return what to do next with a plan: keep that its goals are agreed, or print it.

    Somebody ``alone``, whom nobody supervises, says with whom.
    """
    person = name_other(view, of)
    waiting = [str(goal.number) for goal in goals if not goal.agreed_on]
    which = [] if len(waiting) == len(goals) else waiting[:1]
    which += ["--with", "NAME"] if alone else []
    agree = (do("plan agree", *which, person=person),) if waiting else ()
    return (*agree, do("plan show", "-o", "plan.pdf", person=person))


def read_open_goals(view: ReaderView, person: Person) -> tuple[PlanGoal, ...]:
    """Return the goals of a person's plan that are still worked on, by number."""
    return tuple(goal for goal in read_goals(view, person) if goal.ended is None)


def read_goals(view: ReaderView, person: Person) -> tuple[PlanGoal, ...]:
    """Return every goal a person ever had, by number."""
    kept = list_goals(view, person)
    names = name_whoms(view, _list_whoms(kept))
    return tuple(_show_goal(view.framework, each, names) for each in kept)


def name_units(framework: Framework) -> Mapping[str, str]:
    """Return the short names of units and areas, by id."""
    return {unit.id: unit.short for unit in framework.units}


def _list_whoms(kept: tuple[KeptGoal, ...]) -> Iterator[str | None]:
    for each in kept:
        yield each.goal.agreed_with
        yield each.goal.arranged_by
        for _, step in each.steps:
            yield step.with_whom


def _list_ended(goals: tuple[PlanGoal, ...], state: State) -> tuple[PlanGoal, ...]:
    """Return the goals that ended in one way, in the order in which they did."""
    found = [goal for goal in goals if goal.ended and goal.state is state]
    return tuple(sorted(found, key=lambda goal: (goal.ended, goal.number)))


def _list_strengths(framework: Framework, reading: Reading) -> tuple[str, ...]:
    """Return the names of up to three strengths to lean on; none is no fault."""
    units = reading.lists.name_well(reading.lists.low)[:LEAN_ON]
    return tuple(framework.by_id[unit].short for unit in units)


def _show_goal(framework: Framework, kept: KeptGoal, names: Mapping[str, str]) -> PlanGoal:
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
        agreed_with=names.get(goal.agreed_with or ""),
        changed=goal.changed,
        ended=None if kept.open else goal.at.astimezone().date(),
        activities=tuple(
            _show_step(framework, f"{kept.number}.{number}", step, names)
            for number, step in kept.standing
        ),
        arranged_by=names.get(goal.arranged_by or ""),
        agreed_on=goal.agreed_on,
        reviewed=goal.reviewed,
        review_note=goal.review_note,
        steps_dropped=len(kept.steps) - len(kept.standing),
        origin=Origin(goal.thing, goal.at),
    )


def _show_step(
    framework: Framework, number: str, step: GoalActivity, names: Mapping[str, str]
) -> PlanActivity:
    shown = PlanActivity(
        number=number,
        text=step.text,
        with_whom=names.get(step.with_whom or ""),
        due=step.due,
        done=step.done,
        brought=step.brought,
        origin=Origin(step.thing, step.at),
    )
    source = find_source(framework, step.source or "")
    return tell_how(shown, source) if source else shown
