"""Shows a plan after something was done to it: what that came to, and how to see the rest."""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from ipsskills.cli.output.pages import PageOptions, show_page
from ipsskills.cli.output.show import Output
from ipsskills.doing import do

if TYPE_CHECKING:
    from ipsskills.facts.apart import KeptApart
    from ipsskills.facts.plan import PlanFacts


<<<<<<< HEAD
def show_plan_page(command: str, found: "Plan", options: PageOptions) -> None:
=======
def show_plan(out: Output, plan: "PlanFacts") -> None:
>>>>>>> af3baba (Read and change a plan in one transaction; return facts and leave the words to pages)
    """Show the whole plan."""
    from ipsskills.pages.compose.plan import compose_plan

<<<<<<< HEAD
    show_page(command, found, plan_page(found), options, notices=(found.apart_line,))
=======
    say_apart(out, plan.apart, plan.names)
    out.result(plan, compose_plan(plan))
>>>>>>> af3baba (Read and change a plan in one transaction; return facts and leave the words to pages)


def show_changed(
    out: Output, plan: "PlanFacts", goals: Collection[int], *, person: str | None
) -> None:
    """Show the goals of these numbers; to a program, the whole plan.

    ``person`` is the name as it was typed, if one was.
    """
    from ipsskills.pages.compose.plan import compose_changed

    say_apart(out, plan.apart, plan.names)
    out.result(plan, compose_changed(plan, goals, do("plan show", person=person)))


def say_apart(out: Output, apart: "KeptApart", names: Mapping[str, str]) -> None:
    """Say beside the result what is kept apart, where something is."""
    from ipsskills.pages.compose.apart import apart_words

    out.notice_if(apart_words(apart, names))
