"""Who helps with a step of a plan, how long it takes, and who arranges a goal, in words."""

from ipsskills.facts.plan import PlanActivity, PlanGoal
from ipsskills.pages.document import Cell, Phrase


def describe_company(goal: PlanGoal, activity: PlanActivity, *, paper: bool) -> Cell:
    """Return who helps with a step and how long; who arranges the goal stands with its first.

    On ``paper`` it is not asked here who that is: a cell has no room to write it in.
    """
    time = f"({activity.time})" if activity.time else ""
    said = " ".join(part for part in (activity.with_whom, time) if part)
    told = activity is goal.activities[0] and not (paper and asks_who_arranges(goal))
    arranged = describe_arranger(goal) if told else ""
    return Phrase(f"{said};" if said else "", arranged) if arranged else said


def describe_arranger(goal: PlanGoal) -> str:
    """Return who arranges a goal, or who is asked for where it is a chance; "" where neither."""
    if goal.arranged_by:
        return f"{goal.arranged_by} arranges it"
    return "who arranges it?" if asks_who_arranges(goal) else ""


def asks_who_arranges(goal: PlanGoal) -> bool:
    """Whether it stands open who arranges a goal that is a chance."""
    return goal.chance and not goal.arranged_by
