"""Who helps with a step of a plan, how long it takes, and who arranges a goal, in words."""

from ipsskills.facts.plan import PlanActivity, PlanGoal
from ipsskills.pages.document import Cell, Phrase


def describe_company(goal: PlanGoal, activity: PlanActivity) -> Cell:
    """Return who helps with a step and how long; who arranges the goal stands with its first."""
    time = f"({activity.time})" if activity.time else ""
    said = " ".join(part for part in (activity.with_whom, time) if part)
    arranged = describe_arranger(goal) if activity is goal.activities[0] else ""
    return Phrase(f"{said};" if said else "", arranged) if arranged else said


def describe_arranger(goal: PlanGoal) -> str:
    """Return who arranges a goal, or who is asked for where it is a chance; "" where neither."""
    if goal.arranged_by:
        return f"{goal.arranged_by} arranges it"
    return "who arranges it?" if goal.chance else ""
