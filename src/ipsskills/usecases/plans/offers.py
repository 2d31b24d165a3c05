"""A goal as it is offered: whole, with the steps that the plan would hold if it were picked."""

from datetime import date, timedelta

from ipsskills.codes import Code
from ipsskills.facts.plan import GoalOffer, PlanActivity
from ipsskills.method.goals import (
    Candidate,
    is_new_in_post,
    suggest_dates,
    suggest_steps,
)
from ipsskills.privacy.client_detail.written import quote_framework
from ipsskills.record.types import Person
from ipsskills.usecases.plans.how import TaughtHow, tell_how
from ipsskills.usecases.reading.person import Reading, find_first_look, find_reading
from ipsskills.usecases.reading.view import ReaderView

I_CAN = "I can "
"""What the outcome of a goal begins with."""


def list_new(view: ReaderView, person: Person, reading: Reading | None) -> frozenset[str]:
    """Return the units that are new to a person.

    Who is new in the job has no work of their own to begin with: every unit, but for those that
    their first look says they have done before. Else it is what their first look calls new, before
    any other look (``reading``). Answers of another look count for nothing here: the steps of a
    goal would tell them to whoever reads the plan, also while they are kept apart. A first look
    hides nothing.
    """
    here = _is_new_here(view, person)
    look = find_first_look(view, person) if here or not reading else None
    said = {unit: each.value for unit, each in look.first_look.items()} if look else {}
    if here:
        every = (unit.id for unit in view.framework.units)
        return frozenset(unit for unit in every if said.get(unit) is not Code.THREE)
    return frozenset(unit for unit, value in said.items() if value is Code.ZERO)


def _is_new_here(view: ReaderView, person: Person) -> bool:
    """Whether somebody is in their first months; who looked before that day came back."""
    if person.since is None or not is_new_in_post(person.since, view.today):
        return False
    return find_reading(view, person, on=person.since - timedelta(days=1)) is None


def make_offer(view: ReaderView, candidate: Candidate, *, on_plan: bool, new: bool) -> GoalOffer:
    """Return the goal of a candidate, with the dates it would have from today.

    ``new`` is whether the person is new to the unit.
    """
    unit = view.framework.by_id[candidate.unit]
    lesson = unit.curriculum
    steps = suggest_steps(lesson, chance=candidate.chance, new=new)
    lengths = [each.over_weeks for each in steps.activities]
    weekly = new or view.framework.is_safety(unit.id)
    dates = suggest_dates(view.today, lengths, weekly=weekly).activities
    return GoalOffer(
        unit=unit.id,
        short=unit.short,
        why=candidate.why,
        goal=lesson.goal,
        on_plan=on_plan,
        purpose=lesson.purpose,
        outcome=quote_framework(view.framework, steps.outcome, after=I_CAN),
        activities=tuple(
            _offer_step(TaughtHow(unit, activity), str(place), due)
            for place, (activity, due) in enumerate(zip(steps.activities, dates, strict=True), 1)
        ),
    )


def _offer_step(source: TaughtHow, number: str, due: date) -> PlanActivity:
    activity = source.activity
    step = PlanActivity(
        number=number, text=activity.title, with_whom=activity.with_whom, due=due, done=None
    )
    return tell_how(step, source)
