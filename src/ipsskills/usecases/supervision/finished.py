"""What was finished since the last supervision: goals, and steps towards others."""

from collections.abc import Collection, Sequence

from ipsskills.facts.agenda import GoalFinished, StepDone
from ipsskills.method.moments import SinceThen
from ipsskills.record.types import State
from ipsskills.usecases.plans.goals import KeptGoal
from ipsskills.usecases.reading.view import ReaderView

MOST_FINISHED = 2


def list_finished_goals(
    view: ReaderView, goals: Sequence[KeptGoal], since: SinceThen
) -> tuple[GoalFinished, ...]:
    """Return the goals finished since then, the latest first, two at most."""
    done = [kept for kept in goals if kept.goal.state is State.DONE]
    found = [
        GoalFinished(number=kept.number, title=kept.goal.title, on=on, changed=kept.goal.changed)
        for kept in sorted(done, key=lambda kept: kept.goal.at, reverse=True)
        if since.holds(on := view.day_of(kept.goal.at), kept.goal.at)
    ]
    return tuple(found[:MOST_FINISHED])


def list_steps_done(
    goals: Sequence[KeptGoal], since: SinceThen, told: Collection[int]
) -> tuple[StepDone, ...]:
    """Return the steps done since then, the latest first, but for those of goals told already."""
    done = [
        (step.done, step)
        for kept in goals
        if kept.number not in told
        for _, step in kept.standing
        if step.done and since.holds(step.done, step.at)
    ]
    done.sort(key=lambda each: (each[0], each[1].at), reverse=True)
    return tuple(StepDone(text=step.text, on=on, brought=step.brought) for on, step in done)
