"""Asks what somebody brings from a step of the plan that they tick."""

from typing import TYPE_CHECKING

from ipsskills.cli.output.show import say
from ipsskills.cli.prompts import ask
from ipsskills.usecases.plans.show import show_plan

if TYPE_CHECKING:
    from ipsskills.usecases.desk import Desk


def ask_brought(desk: "Desk", person: str | None, number: str) -> str:
    """Return what is brought from a step; nothing is asked where its goal has ended.

    Raises NotFound for a number that is not on the plan.
    """
    plan = show_plan(desk, person, number)
    for goal in plan.goals:
        for step in goal.activities:
            if step.bring:
                say(f"What it leaves to bring: {step.bring}")
            who = "do you" if plan.person.me else f"does {plan.person.name}"
            return ask.maybe(f"What {who} bring from it? (Enter: nothing)")
    return ""
