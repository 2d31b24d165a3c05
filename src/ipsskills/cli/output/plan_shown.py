"""Shows a plan after something was done to it: what that came to, and how to see the rest."""

from collections.abc import Collection, Mapping
from functools import partial
from typing import TYPE_CHECKING

from ipsskills.cli.output.pages import PageOptions, show_page
from ipsskills.cli.output.show import Output
from ipsskills.doing import do

if TYPE_CHECKING:
    from ipsskills.facts.apart import KeptApart
    from ipsskills.facts.plan import PlanFacts
    from ipsskills.pages.document import Page


def show_plan_page(
    command: str,
    plan: "PlanFacts",
    options: PageOptions,
    *,
    whole: bool = False,
    names: bool = False,
) -> None:
    """Show the plan: each step on a line, or the ``whole`` of it with how each is done.

    A calendar has its days, with ``names`` or without.
    """
    from ipsskills.pages.compose.plans.plan import compose_plan

    page = compose_plan(plan, whole=whole, paper=options.leaves_the_screen)
    _show(command, plan, page, options, names=names)


def show_steps_page(
    command: str, plan: "PlanFacts", options: PageOptions, *, names: bool = False
) -> None:
    """Show how the steps of a goal are done, where the plan holds that goal alone."""
    from ipsskills.pages.compose.plans.steps import compose_steps

    _show(command, plan, compose_steps(plan), options, names=names)


def _show(
    command: str, plan: "PlanFacts", page: "Page", options: PageOptions, *, names: bool
) -> None:
    from ipsskills.pages.compose.calendar import compose_plan_days

    notices = (describe_apart(plan.apart, plan.names),)
    days = partial(compose_plan_days, plan, names=names)
    show_page(command, plan, page, options, notices=notices, events=days)


def show_changed(
    out: Output, plan: "PlanFacts", goals: Collection[int], *, person: str | None
) -> None:
    """Show the goals of these numbers; to a program, the whole plan.

    ``person`` is the name as it was typed, if one was.
    """
    from ipsskills.pages.compose.plans.plan import compose_changed

    out.notice_if(describe_apart(plan.apart, plan.names))
    out.result(plan, compose_changed(plan, goals, do("plan show", person=person)))


def warn_twice(plan: "PlanFacts", new: int, *, person: str | None) -> str:
    """Return what is to be told where an open goal says the same as the new one; "" otherwise."""
    from ipsskills.folding import fold

    titles = {goal.number: fold(goal.title) for goal in plan.goals}
    same = [number for number, title in titles.items() if title == titles[new] and number != new]
    if not same:
        return ""
    why = ("--because", "Repeated")
    return (
        f"This may be on the plan twice now: goal {same[0]} says the same.\n"
        f"If it is the same, take the new one off: "
        f"{do('plan drop', str(new), *why, person=person)}"
    )


def describe_apart(apart: "KeptApart", names: Mapping[str, str]) -> str:
    """Return the line that says what is kept apart; "" where nothing is."""
    from ipsskills.pages.compose.apart import apart_words

    return apart_words(apart, names)
