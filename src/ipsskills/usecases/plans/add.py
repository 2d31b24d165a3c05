"""New goals: offered from the last assessment, or in the person's own words."""

from collections.abc import Iterable, Sequence
from datetime import date

from ipsskills.doing import do
from ipsskills.errors import InvalidInput
from ipsskills.facts.plan import GoalOffer, OfferedGoals, PlanFacts
from ipsskills.framework.types import Activity, Unit
from ipsskills.frozen import dataclass
from ipsskills.method.goals import (
    OWN_GOAL,
    Candidate,
    list_candidates,
    suggest_dates,
    suggest_steps,
)
from ipsskills.privacy.client_detail.written import quote_framework
from ipsskills.record.types import Goal, GoalActivity, Person, State
from ipsskills.record.written import NO_WORDS, Written, as_written
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.people import find_person
from ipsskills.usecases.people.whom import find_whom, name_other
from ipsskills.usecases.plans.by_hand import draft_by_hand, list_taken, name_by_hand
from ipsskills.usecases.plans.goals import find_new_number, refuse_past
from ipsskills.usecases.plans.history import add_to_plan
from ipsskills.usecases.plans.offers import I_CAN, list_new, make_offer
from ipsskills.usecases.plans.show import name_units
from ipsskills.usecases.reading.apart import tell_apart
from ipsskills.usecases.reading.person import Reading, find_first_look, find_reading
from ipsskills.usecases.reading.view import ReaderView


def offer_goals(desk: Desk, who: str | None) -> OfferedGoals:
    """Return up to six goals to pick from, in the order of the method.

    They are offered from a finished look at the units; before one, and from a first look, which
    decides no order, none are. Raises NotFound for an unknown person.
    """
    with desk.reading() as view:
        person = find_person(view, who, view.me)
        reading, taken = find_reading(view, person), list_taken(view, person)
        if reading is None:
            return _offer_none(view, person)
        new = list_new(view, person, reading)
        offers = tuple(
            make_offer(view, each, on_plan=each.unit in taken, new=each.unit in new)
            for each in list_candidates(reading.lists)
        )
        other = name_other(view, person)
        free = [offer for offer in offers if not offer.on_plan]
        following = [do("plan draft", "--unit", offer.unit, person=other) for offer in free[:1]]
        return OfferedGoals(
            offers=offers,
            apart=tell_apart(view, person),
            next=tuple(following) or (do("plan add", OWN_GOAL, person=other),),
            names=name_units(view.framework),
        )


def _offer_none(view: ReaderView, person: Person) -> OfferedGoals:
    """Return that nothing is offered yet, and which units may be named, or where to choose one."""
    other, looked = name_other(view, person), find_first_look(view, person)
    named = name_by_hand(view, person, looked)
    return OfferedGoals(
        offers=(),
        apart=tell_apart(view, person),
        next=(
            *(draft_by_hand(view, person, named) if named else ()),
            *((do("report", person=other),) if looked else ()),
            do("framework show"),
            do("plan add", OWN_GOAL, person=other),
            *((do("assess"),) if other is None else ()),
        ),
        names=name_units(view.framework),
        looked=False,
        first_look=looked.on if looked else None,
        by_hand=named,
    )


def preview_goals(desk: Desk, who: str | None, units: Sequence[str]) -> tuple[GoalOffer, ...]:
    """Return the goals of the units that somebody named, as `add_goals` would make them today.

    Raises as that does; nothing is kept.
    """
    with desk.reading() as view:
        person = find_person(view, who, view.me)
        reading, taken = find_reading(view, person), list_taken(view, person)
        refuse_taken(each for each in units if each in taken)
        chances = reading.lists.chances if reading else ()
        new = list_new(view, person, reading)
        return tuple(
            make_offer(
                view,
                Candidate(unit, "chance" if unit in chances else "effort"),
                on_plan=False,
                new=unit in new,
            )
            for unit in dict.fromkeys(units)
        )


def add_goals(
    desk: Desk, who: str | None, units: Sequence[str], *, arranged_by: str | None = None
) -> PlanFacts:
    """Put goals for units on the plan, with activities from the curriculum and dates.

    A unit may be named by somebody who has not looked at the units yet: its goal is its own.
    ``arranged_by`` is the name of who arranges those that are chances. Raises InvalidInput for a
    unit that has an open goal already, and where nothing has to be arranged; nothing is added then.
    """
    with desk.writing() as view:
        person = find_person(view, who, view.me)
        reading, taken = find_reading(view, person), list_taken(view, person)
        chances = reading.lists.chances if reading else ()
        new = list_new(view, person, reading)
        refuse_taken(unit for unit in units if unit in taken)
        if arranged_by and not set(units) & set(chances):
            raise InvalidInput("None of these is a chance to arrange.", "Leave out --arranged-by.")
        arranger = find_whom(view, arranged_by) if arranged_by else None
        first = find_new_number(view, person)
        made: list[Goal | GoalActivity] = []
        for number, unit in enumerate(dict.fromkeys(units), first):
            named = view.framework.by_id[unit]
            own = _UnitGoal(
                about=person.thing,
                unit=named,
                number=number,
                why=_find_note(reading, named) if reading else NO_WORDS,
                chance=unit in chances,
                new=unit in new,
                arranged_by=arranger if unit in chances else None,
            )
            made += _make_unit_goal(view, own)
        return add_to_plan(view, person, *made)


def refuse_taken(units: Iterable[str]) -> None:
    """Raise InvalidInput if there are any units here: each has an open goal already."""
    if doubled := list(units):
        raise InvalidInput(
            f"There is an open goal for {', '.join(doubled)} already.", f"See: {do('plan show')}"
        )


@dataclass(frozen=True)
class OwnGoal:
    """A goal in the person's own words; ``with_whom`` and ``due`` are for all of its steps.

    One that somebody arranges (``arranged_by``, a name) is a chance.
    """

    title: Written
    why: Written = NO_WORDS
    steps: tuple[Written, ...] = ()
    with_whom: str | None = None
    due: date | None = None
    arranged_by: str | None = None


def add_own_goal(desk: Desk, who: str | None, own: OwnGoal) -> PlanFacts:
    """Put a goal in the person's own words on the plan.

    Raises InvalidInput for what cannot be kept and a day that is past; nothing is added then.
    """
    with desk.writing() as view:
        refuse_past(view, own.due, "--by")
        person = find_person(view, who, view.me)
        dates = suggest_dates(view.today, [0] * len(own.steps))
        goal = view.first(
            Goal,
            about=person.thing,
            number=find_new_number(view, person),
            title=own.title,
            why=own.why,
            state=State.DRAFT,
            review=own.due or dates.review,
            close=max(dates.close, own.due or dates.close),
            chance=own.arranged_by is not None,
            arranged_by=_find_whom(view, own.arranged_by),
        )
        steps = _make_own_steps(view, goal, own, dates.activities)
        return add_to_plan(view, person, goal, *steps)


def _find_whom(view: ReaderView, typed: str | None) -> str | None:
    return None if typed is None else find_whom(view, typed)


def _make_own_steps(
    view: ReaderView, goal: Goal, own: OwnGoal, when: Sequence[date]
) -> list[GoalActivity]:
    with_whom = _find_whom(view, own.with_whom)
    return [
        view.first(
            GoalActivity,
            about=goal.about,
            goal=goal.thing,
            place=place,
            text=text,
            with_whom=with_whom,
            due=own.due or due,
        )
        for place, (text, due) in enumerate(zip(own.steps, when, strict=True), 1)
    ]


@dataclass(frozen=True, kw_only=True)
class _UnitGoal:
    """A goal for one unit; ``why`` in the person's own words, if they gave any.

    ``new`` is whether the person is new to the unit.
    """

    about: str
    unit: Unit
    number: int
    why: Written
    chance: bool
    new: bool
    arranged_by: str | None


def _make_unit_goal(view: ReaderView, made: _UnitGoal) -> list[Goal | GoalActivity]:
    """Return the records of a goal for one unit: the goal, then what to do."""
    unit, lesson = made.unit, made.unit.curriculum
    start = suggest_steps(lesson, chance=made.chance, new=made.new)
    lengths = [each.over_weeks for each in start.activities]
    weekly = made.new or view.framework.is_safety(unit.id)
    dates = suggest_dates(view.today, lengths, weekly=weekly)
    taught = zip(start.activities, dates.activities, strict=True)
    goal = view.first(
        Goal,
        about=made.about,
        number=made.number,
        title=quote_framework(view.framework, lesson.goal),
        why=made.why or quote_framework(view.framework, lesson.purpose),
        items=(unit.id,),
        chance=made.chance,
        outcome=quote_framework(view.framework, start.outcome, after=I_CAN),
        state=State.DRAFT,
        review=dates.review,
        close=dates.close,
        arranged_by=made.arranged_by,
    )
    steps = [
        _make_step(view, goal, f"{unit.id}/{activity.slug}", place, activity, due)
        for place, (activity, due) in enumerate(taught, 1)
    ]
    return [goal, *steps]


def _find_note(reading: Reading, unit: Unit) -> Written:
    """Return the shared note on the answer to a unit, if there is one."""
    rating = reading.own[unit.id].rating if unit.id in reading.own else None
    return as_written(reading.notes.get(rating.thing, "")) if rating else NO_WORDS


def _make_step(
    view: ReaderView, goal: Goal, source: str, place: int, activity: Activity, due: date
) -> GoalActivity:
    return view.first(
        GoalActivity,
        about=goal.about,
        goal=goal.thing,
        place=place,
        text=quote_framework(view.framework, activity.title),
        source=source,
        with_whom=activity.with_whom,
        due=due,
    )
