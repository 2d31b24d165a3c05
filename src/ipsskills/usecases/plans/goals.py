"""Goals as they are kept: each with a number that stays its own, and its steps with theirs."""

from collections.abc import Sequence
from datetime import date

from ipsskills.doing import do
from ipsskills.errors import InvalidInput, NotFound
from ipsskills.frozen import dataclass
from ipsskills.method.goals import find_next_number, number_goals, suggest_next_look
from ipsskills.pages.words import day
from ipsskills.record.types import Goal, GoalActivity, Person, State
from ipsskills.usecases.reading.view import ReaderView

OPEN = (State.DRAFT, State.AGREED)
LONGEST_NUMBER = 4
_SEE = f"See the numbers: {do('plan show')}"


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
            if own == _read_number(named):
                return step
        raise NotFound(f"There is no step {self.number}.{named} on the plan.", _SEE)


def list_goals(view: ReaderView, person: Person) -> tuple[KeptGoal, ...]:
    """Return every goal a person ever had, by number."""
    steps: dict[str, list[GoalActivity]] = {}
    for step in view.current(GoalActivity, about=person.thing):
        steps.setdefault(step.goal, []).append(step)
    return tuple(
        KeptGoal(number, goal, _order_steps(steps.get(goal.thing, ())))
        for number, goal in number_goals(view.current(Goal, about=person.thing))
    )


def find_new_number(view: ReaderView, person: Person) -> int:
    """Return the number of the goal that a person is given next."""
    return find_next_number(view.current(Goal, about=person.thing))


def find_goal(view: ReaderView, person: Person, number: str) -> KeptGoal:
    """Return the goal of a number, open or ended. Raises NotFound."""
    for kept in list_goals(view, person):
        if kept.number == _read_number(number):
            return kept
    raise NotFound(f"There is no goal {number} on the plan.", _SEE)


def find_open_goal(view: ReaderView, person: Person, number: str) -> KeptGoal:
    """Return the open goal of a number. Raises NotFound, and InvalidInput if it has ended."""
    kept = find_goal(view, person, number)
    if not kept.open:
        ended = "finished" if kept.goal.state is State.DONE else "dropped"
        raise InvalidInput(
            f"Goal {kept.number} is {ended}.",
            f"Go on with it: {do('plan reopen', str(kept.number))}",
        )
    return kept


def refuse_past(view: ReaderView, on: date | None, option: str) -> None:
    """Raise InvalidInput for a day that is past; ``option`` is what names another."""
    if on and on < view.today:
        raise InvalidInput(
            f"{day(on)} is past.", f"Name a day to come: {option} {suggest_next_look(view.today)}"
        )


def _order_steps(steps: Sequence[GoalActivity]) -> tuple[tuple[int, GoalActivity], ...]:
    return tuple(enumerate(sorted(steps, key=lambda step: (step.place, step.thing)), 1))


def _read_number(number: str) -> int:
    """Return the number that was typed; 0, which nothing has, for anything else."""
    return int(number) if number.isdecimal() and len(number) <= LONGEST_NUMBER else 0
