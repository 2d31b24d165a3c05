"""Lets somebody pick goals: each is shown whole before it goes on the plan."""

from collections.abc import Sequence

from ipsskills.cli.output.show import say_page
from ipsskills.cli.prompts import ask
from ipsskills.facts.plan import GoalOffer
from ipsskills.pages.compose.plans.offers import compose_named, compose_offer, describe_why

_LAST, _MORE, _OTHER = "last", "more", "other"
_ANSWERS = (
    (_LAST, "Put it on the plan; that is all"),
    (_MORE, "Put it on the plan and look at another"),
    (_OTHER, "Not this one"),
)
_END = "end"


def pick_goals(offers: Sequence[GoalOffer]) -> list[str]:
    """Return the units of the goals that are picked, in that order. Raises Interrupted."""
    picked: list[str] = []
    while left := [offer for offer in offers if offer.unit not in picked]:
        chosen = _choose(left, any_picked=bool(picked))
        if chosen is None:
            break
        say_page(compose_offer(chosen))
        answer = ask.select(f"Work on {chosen.unit} {chosen.short}?", _ANSWERS)
        if answer != _OTHER:
            picked.append(chosen.unit)
        if answer == _LAST:
            break
    return picked


def confirm_goals(offers: Sequence[GoalOffer]) -> bool:
    """Show the goals that were named, each whole, and return whether they go on the plan."""
    say_page(compose_named(offers))
    return ask.sure("Put it on the plan?" if len(offers) == 1 else "Put them on the plan?")


def _choose(offers: Sequence[GoalOffer], *, any_picked: bool) -> GoalOffer | None:
    """Return the goal to look at, or None where there is to be no other."""
    listed = [(o.unit, f"{o.unit:<5} {describe_why(o.why)}{o.goal}") for o in offers]
    end = (_END, "That is all" if any_picked else "None of these")
    chosen = ask.select("Which would you like to look at? One at a time.", [*listed, end])
    return next((offer for offer in offers if offer.unit == chosen), None)
