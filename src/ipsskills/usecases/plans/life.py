"""What becomes of goals: ticked, agreed, looked at again, finished, dropped, reopened."""

from collections.abc import Mapping
from datetime import date

from ipsskills.doing import Do, do
from ipsskills.errors import InvalidInput, NotFound
from ipsskills.facts.plan import PlanFacts
from ipsskills.method.goals import suggest_dates, suggest_next_look
from ipsskills.method.state import format_state
from ipsskills.pages.words import day
from ipsskills.record.types import Goal, GoalActivity, Person, State
from ipsskills.record.written import NO_WORDS, Written
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.other import find_other_of
from ipsskills.usecases.people.people import find_person
from ipsskills.usecases.people.supervisors import is_here, supervisor_here
from ipsskills.usecases.people.whom import name_other
from ipsskills.usecases.plans.add import refuse_taken
from ipsskills.usecases.plans.goals import (
    KeptGoal,
    find_goal,
    find_open_goal,
    list_goals,
    refuse_past,
)
from ipsskills.usecases.plans.history import add_to_plan
from ipsskills.usecases.reading.person import find_reading
from ipsskills.usecases.reading.view import ReaderView


def mark_done(
    desk: Desk,
    who: str | None,
    number: str,
    *,
    changed: Written = NO_WORDS,
    brought: Written = NO_WORDS,
    undo: bool = False,
) -> PlanFacts:
    """Tick a step (number like 1.2), keeping what was brought from it, or finish a goal (1).

    A goal is finished with what ``changed``. ``undo`` takes a tick back, and what was brought with
    it. Raises NotFound for a number that is not on the plan and InvalidInput for a goal that has
    ended and for undoing one.
    """
    with desk.writing() as view:
        person = find_person(view, who, view.me)
        if "." in number:
            step = tick_step(view, person, number, brought=brought, undo=undo)
            return add_to_plan(view, person, step)
        goal = find_open_goal(view, person, number).goal
        if undo:
            raise InvalidInput(
                "Only a step's tick can be taken back.", "Name a step, for example 1.2"
            )
        return add_to_plan(view, person, view.next(goal, state=State.DONE, changed=changed))


def tick_step(
    view: ReaderView,
    person: Person,
    number: str,
    *,
    brought: Written = NO_WORDS,
    undo: bool = False,
) -> GoalActivity:
    """Return the version of a step (number like 1.2) that is done today, or not after all.

    What is brought from a step that was done before leaves it its day. Raises NotFound for a number
    that is not on the plan, and InvalidInput where its goal has ended.
    """
    step = find_open_goal(view, person, number.partition(".")[0]).step(number)
    if undo:
        return view.next(step, done=None, brought=NO_WORDS)
    if brought:
        return view.next(step, done=step.done or view.today, brought=brought)
    return view.next(step, done=view.today)


def agree(
    desk: Desk,
    who: str | None,
    with_whom: str | None = None,
    number: str | None = None,
    *,
    new_person: bool = False,
) -> PlanFacts:
    """Agree one goal, or all that are open, keeping the words their units stand at today.

    Without ``with_whom`` it is the person's supervisor; a name is found as `find_other_of` says.
    Raises as that does, InvalidInput where nobody who is here supervises them and where the name is
    that of somebody who has left, and NotFound where there is no open goal.
    """
    with desk.writing() as view:
        person = find_person(view, who, view.me)
        words = _read_states(view, person)
        other = _find_other(view, person, with_whom, new_person=new_person)
        agreed = [
            view.next(
                kept.goal,
                state=State.AGREED,
                agreed_with=other,
                agreed_on=view.today,
                states=tuple(f"{u}: {words[u]}" for u in kept.goal.items if u in words),
            )
            for kept in _list_to_agree(view, person, number)
        ]
        return add_to_plan(view, person, *agreed)


def _read_states(view: ReaderView, person: Person) -> Mapping[str, str]:
    """Return the word each unit stands at in the person's own last view; none is no fault."""
    reading = find_reading(view, person)
    if reading is None:
        return {}
    scale = reading.framework.scale
    return {unit: format_state(each.state, scale) for unit, each in reading.own.items()}


def _find_other(
    view: ReaderView, person: Person, with_whom: str | None, *, new_person: bool
) -> str:
    """Return the id of who agrees a goal with the person."""
    if with_whom is not None:
        other = find_other_of(view, person, with_whom, new_person=new_person)
        return _refuse_gone(view, person, other).thing
    if supervisor := supervisor_here(view, person, view.today):
        return supervisor.thing
    raise InvalidInput("Somebody has to agree it.", f"Say who: {_say_who(view, person)}")


def _say_who(view: ReaderView, person: Person) -> Do:
    return do("plan agree", "--with", "Lee Sample", person=name_other(view, person))


def _refuse_gone(view: ReaderView, person: Person, other: Person) -> Person:
    """Return who agrees it, today and so with who is there. Raises InvalidInput."""
    if other.left and not is_here(other.left, view.today):
        raise InvalidInput(
            f"{other.name} left on {day(other.left)}.",
            f"Say who agrees it now: {_say_who(view, person)}",
        )
    return other


def _list_to_agree(view: ReaderView, person: Person, number: str | None) -> list[KeptGoal]:
    if number:
        return [find_open_goal(view, person, number)]
    if found := [kept for kept in list_goals(view, person) if kept.open]:
        return found
    pick = do("plan draft", person=name_other(view, person))
    raise NotFound("There is no open goal to agree.", f"Pick some: {pick}")


def review_goal(
    desk: Desk,
    who: str | None,
    number: str,
    *,
    note: Written = NO_WORDS,
    look_again: date | None = None,
) -> PlanFacts:
    """Keep that a goal was looked at today, what was said, and when to look again.

    Without ``look_again`` that is six weeks on; a goal that would have ended by then goes on until
    then. Raises NotFound, and InvalidInput for a goal that has ended and a day that is past.
    """
    with desk.writing() as view:
        again = look_again or suggest_next_look(view.today)
        refuse_past(view, again, "--next")
        person = find_person(view, who, view.me)
        goal = find_open_goal(view, person, number).goal
        looked = {"reviewed": view.today, "review_note": note}
        seen = view.next(goal, **looked, review=again, close=max(goal.close, again))
        return add_to_plan(view, person, seen)


def drop_goal(desk: Desk, who: str | None, number: str, because: Written) -> PlanFacts:
    """Take a goal off the plan, with the reason. Raises NotFound, and InvalidInput without one."""
    if not because.strip():
        raise InvalidInput("A dropped goal has a reason.", 'Say it: --because "No such job here"')
    with desk.writing() as view:
        person = find_person(view, who, view.me)
        goal = find_open_goal(view, person, number).goal
        return add_to_plan(view, person, view.next(goal, state=State.DROPPED, changed=because))


def reopen_goal(desk: Desk, who: str | None, number: str) -> PlanFacts:
    """Go on with a goal that was finished or dropped; days that are past are suggested anew.

    Raises NotFound, and InvalidInput for a goal that is open or whose unit has another open one.
    """
    with desk.writing() as view:
        person = find_person(view, who, view.me)
        kept = find_goal(view, person, number)
        if kept.open:
            raise InvalidInput(f"Goal {kept.number} is open.", f"See: {do('plan show')}")
        every = list_goals(view, person)
        busy = {unit for each in every if each.open for unit in each.goal.items}
        refuse_taken(unit for unit in kept.goal.items if unit in busy)
        return add_to_plan(view, person, _reopen(view, kept.goal))


def _reopen(view: ReaderView, goal: Goal) -> Goal:
    dates = suggest_dates(view.today, ())
    review = goal.review if goal.review >= view.today else dates.review
    close = goal.close if goal.close >= review else dates.close
    state = State.AGREED if goal.agreed_on else State.DRAFT
    return view.next(goal, state=state, changed=NO_WORDS, review=review, close=close)
