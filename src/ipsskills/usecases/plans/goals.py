"""Goals as they are kept: each with a number that stays its own, and its steps with theirs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ipsskills.errors import InvalidInput, NotFound
from ipsskills.method.goals import next_number, number_goals
from ipsskills.pages.words import day
from ipsskills.record.types import Goal, GoalActivity, Person, State
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.reading.view import ReaderView

OPEN = (State.DRAFT, State.AGREED)
LONGEST_NUMBER = 4
_SEE = "See the numbers: ipsskills plan show"


@dataclass(frozen=True)
class KeptGoal:
    """A goal, its number on the plan, and its steps by number; dropped steps keep theirs."""

    number: int
    goal: Goal
    steps: tuple[tuple[int, GoalActivity], ...]

    @property
    def open(self) -> bool:
        """Whether it is still worked on."""
        return self.goal.state in OPEN

    @property
    def standing(self) -> tuple[tuple[int, GoalActivity], ...]:
        """The steps that are still on the plan."""
        return tuple((number, step) for number, step in self.steps if not step.dropped)

    def step(self, number: str) -> GoalActivity:
        """Return a step on the plan by its number, 2 or 1.2. Raises NotFound."""
        named = number.removeprefix(f"{self.number}.")
        for own, step in self.standing:
            if own == _read(named):
                return step
        raise NotFound(f"There is no {self.number}.{named} on the plan.", _SEE)


def kept_goals(work: ReaderView, person: Person) -> tuple[KeptGoal, ...]:
    """Return every goal a person ever had, by number."""
    steps: dict[str, list[GoalActivity]] = {}
    for step in work.current(GoalActivity, about=person.thing):
        steps.setdefault(step.goal, []).append(step)
    return tuple(
        KeptGoal(number, goal, _in_order(steps.get(goal.thing, ())))
        for number, goal in number_goals(work.current(Goal, about=person.thing))
    )


def new_number(work: ReaderView, person: Person) -> int:
    """Return the number of a goal that a person is given now."""
    return next_number(work.current(Goal, about=person.thing))


def find_goal(work: ReaderView, person: Person, number: str) -> KeptGoal:
    """Return the goal of a number, open or ended. Raises NotFound."""
    for kept in kept_goals(work, person):
        if kept.number == _read(number):
            return kept
    raise NotFound(f"There is no {number} on the plan.", _SEE)


def find_open(work: ReaderView, person: Person, number: str) -> KeptGoal:
    """Return the open goal of a number. Raises NotFound, and InvalidInput if it has ended."""
    kept = find_goal(work, person, number)
    if not kept.open:
        ended = "finished" if kept.goal.state is State.DONE else "dropped"
        raise InvalidInput(
            f"Goal {kept.number} is {ended}.", f"Go on with it: ipsskills plan reopen {kept.number}"
        )
    return kept


def refuse_past(desk: Desk, on: date | None, option: str) -> None:
    """Raise InvalidInput for a day that is past; ``option`` is what names another."""
    if on and on < desk.today:
        raise InvalidInput(f"{day(on)} is past.", f"Name a day to come: {option} DATE")


def _in_order(steps: Sequence[GoalActivity]) -> tuple[tuple[int, GoalActivity], ...]:
    return tuple(enumerate(sorted(steps, key=lambda step: (step.place, step.thing)), 1))


def _read(number: str) -> int:
    """Return the number that was typed; 0, which nothing has, for anything else."""
    return int(number) if number.isdecimal() and len(number) <= LONGEST_NUMBER else 0
