"""Holds in words: about whom nothing may be erased, why, and since when."""

from collections.abc import Sequence

from ipsskills.codes import HoldReason
from ipsskills.doing import do
from ipsskills.facts.exchange.holds import HoldFacts
from ipsskills.pages.words import day

WHY = {
    HoldReason.REQUEST: "somebody asked to see what is held",
    HoldReason.DISPUTE: "a grievance or another dispute",
    HoldReason.INVESTIGATION: "an investigation",
}


def compose_holds(found: Sequence[HoldFacts], *, everything: bool) -> str:
    """Return holds in lines; with ``everything`` they are all there are."""
    if not found:
        return "Nothing is held: everything may be erased."
    lines = [_say(each) for each in found]
    ends = [
        do("data hold", "--end", "--why", each.why, person=each.person.name)
        for each in found
        if not each.ended
    ]
    if ends and not everything:
        lines += ["No command erases anything about them while it stands.", f"To end it: {ends[0]}"]
    return "\n".join(lines)


def _say(found: HoldFacts) -> str:
    name, why = found.person.name, WHY[found.why]
    if found.ended:
        return f"{name}: held from {day(found.began)} to {day(found.ended)} ({why})."
    return f"{name}: held since {day(found.began)} ({why})."
