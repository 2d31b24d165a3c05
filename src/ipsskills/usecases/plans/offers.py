"""A goal as it is offered: whole, with the steps that the plan would hold if it were picked."""

from datetime import date

from ipsskills.codes import Code
from ipsskills.facts.plan import GoalOffer, PlanActivity
from ipsskills.method.goals import Candidate, suggest_activities, suggest_dates
from ipsskills.privacy.client_detail.written import quote_framework
from ipsskills.record.types import Person
from ipsskills.usecases.plans.how import TaughtHow, tell_how
from ipsskills.usecases.reading.person import Reading, find_first_look
from ipsskills.usecases.reading.view import ReaderView

I_CAN = "I can "
"""What the outcome of a goal begins with."""


def list_new(view: ReaderView, person: Person, reading: Reading | None) -> frozenset[str]:
    """Return the units a person calls new in their first look, before any other (``reading``).

    A look at the units counts for nothing here: the steps of a goal would tell its answers to
    whoever reads the plan, also while they are kept apart. A first look hides nothing.
    """
    look = None if reading else find_first_look(view, person)
    said = look.first_look if look else {}
    return frozenset(unit for unit, standing in said.items() if standing.value is Code.ZERO)


def make_offer(view: ReaderView, candidate: Candidate, *, on_plan: bool, new: bool) -> GoalOffer:
    """Return the goal of a candidate, with the dates it would have from today.

    ``new`` is whether the person is new to the unit.
    """
    unit = view.framework.by_id[candidate.unit]
    lesson = unit.curriculum
    chosen = suggest_activities(lesson.activities, chance=candidate.chance, new=new)
    dates = suggest_dates(view.today, len(chosen)).activities
    return GoalOffer(
        unit=unit.id,
        short=unit.short,
        why=candidate.why,
        goal=lesson.goal,
        on_plan=on_plan,
        purpose=lesson.purpose,
        outcome=quote_framework(view.framework, lesson.outcomes[0], after=I_CAN),
        activities=tuple(
            _offer_step(TaughtHow(unit, activity), str(place), due)
            for place, (activity, due) in enumerate(zip(chosen, dates, strict=True), 1)
        ),
    )


def _offer_step(source: TaughtHow, number: str, due: date) -> PlanActivity:
    activity = source.activity
    step = PlanActivity(
        number=number, text=activity.title, with_whom=activity.with_whom, due=due, done=None
    )
    return tell_how(step, source)
