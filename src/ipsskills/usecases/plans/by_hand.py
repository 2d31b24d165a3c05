"""How somebody comes to a goal: from what a look offers, or before one by naming a unit."""

from ipsskills.doing import Do, do
from ipsskills.facts.plan import UnitByHand
from ipsskills.method.agenda import choose_safety_to_begin, choose_to_begin
from ipsskills.method.goals import OWN_GOAL, choose_by_hand, list_candidates
from ipsskills.method.order import teaching_key
from ipsskills.record.types import Person
from ipsskills.usecases.people.whom import name_other
from ipsskills.usecases.plans.goals import list_goals
from ipsskills.usecases.reading.person import Reading
from ipsskills.usecases.reading.view import ReaderView


def list_taken(view: ReaderView, person: Person) -> set[str]:
    """Return the units that have an open goal."""
    return {unit for kept in list_goals(view, person) if kept.open for unit in kept.goal.items}


def offers_goals(view: ReaderView, person: Person, reading: Reading) -> bool:
    """Whether a look at the units offers a goal that is not on the plan; none while kept apart."""
    taken = list_taken(view, person)
    return any(each.unit not in taken for each in list_candidates(reading.lists))


def name_by_hand(
    view: ReaderView, person: Person, beginning: Reading | None
) -> tuple[UnitByHand, ...]:
    """Return the units to choose a goal for, by `choose_by_hand`, before a look at the units.

    ``beginning`` is what is known before one, if anything is.
    """
    framework, marked, begin = view.framework, list[str](), tuple[str, ...]()
    if beginning:
        views = beginning.views
        own = (unit for unit in views.own_marks - views.apart if unit in framework.by_id)
        marked = sorted(own, key=teaching_key)
    taken = list_taken(view, person)
    if beginning:
        looked, named = beginning.first_look, {*marked, *taken}
        safety = choose_safety_to_begin(framework, looked, named)
        begin = (*safety, *choose_to_begin(framework, looked, named))
    return tuple(
        UnitByHand(unit=unit, short=framework.by_id[unit].short, why=why)
        for unit, why in choose_by_hand(marked, begin, taken)
    )


def draft_by_hand(
    view: ReaderView, person: Person, named: tuple[UnitByHand, ...]
) -> tuple[Do, ...]:
    """Return what puts a goal on the plan for each of these units; without any, one's own."""
    other = name_other(view, person)
    ways = tuple(do("plan draft", "--unit", each.unit, person=other) for each in named)
    return ways or (do("plan add", OWN_GOAL, person=other),)


def lead_to_goals(
    view: ReaderView, person: Person, beginning: Reading | None, *, looked: bool
) -> Do:
    """Return the one thing that leads a person to a goal, at the point where they are.

    Goals are offered once a look at the units is finished (``looked``). Before that a unit is
    named: ``beginning`` is what is known then.
    """
    if looked:
        return do("plan draft", person=name_other(view, person))
    return draft_by_hand(view, person, name_by_hand(view, person, beginning))[0]
