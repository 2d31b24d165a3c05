"""Goals as they are offered: each whole, with its steps, before anybody picks one."""

from collections.abc import Sequence

from ipsskills.doing import Do
from ipsskills.facts.plan import GoalOffer, OfferedGoals, PlanActivity, UnitByHand
from ipsskills.method.goals import WhyNamed
from ipsskills.pages.compose.content.activities import CASE, name_case
from ipsskills.pages.document import Block, Commands, Entries, Heading, Page, Rule, Text
from ipsskills.pages.words import day


def compose_offers(offers: Sequence[GoalOffer], following: Sequence[Do]) -> Page:
    """Return what is offered, where nobody is there to pick: the list, then each whole."""
    if not offers:
        own = " ".join(map(str, following))
        return Page(f"There is nothing to suggest just now. A goal in your own words: {own}")
    blocks: list[Block] = [Entries(tuple((o.unit, o.short, o.goal) for o in offers))]
    for offer in offers:
        blocks += [Heading(_title(offer), sentence=True), *_say_whole(offer)]
    return Page(
        "Offered, in order:", (), (*blocks, Rule(), *(Text(f"Pick: {each}") for each in following))
    )


_ANY_UNIT = "that unit's goal and its steps go on the plan; any unit will do"
# Why a unit is named to somebody who chooses by hand.
_NAMED = {
    WhyNamed.MARKED: "marked to bring to supervision",
    WhyNamed.FIRST_LOOK: "to begin with, by the first look",
}
# What each other way to a goal is good for, by its verb.
_WAYS = {
    "report": "where you are starting from",
    "framework show": "every unit by its number; with a number, what is in it",
    "plan add": "a goal in your own words",
    "assess": "look at all the units, when you are ready",
}


CHOOSE = "Choose a unit to work on, and name it; its goal and steps go on the plan."
"""What somebody may do before goals are offered."""


def compose_nothing_offered(offered: OfferedGoals) -> Page:
    """Return what is said where no look at the units is finished: name the unit, and where to."""
    why = "Goals are offered once a look at all the units is finished."
    if offered.first_look:
        why = (
            f"The first look of {day(offered.first_look)} says where somebody starts from and puts "
            "nothing in order, so no goals are offered from it."
        )
    return Page(why, (CHOOSE,), (Commands(list_ways(offered.next, offered.by_hand)),))


def list_ways(following: Sequence[Do], named: Sequence[UnitByHand]) -> tuple[tuple[str, str], ...]:
    """Return each way to a goal with what it is good for, where none is offered."""
    why: dict[tuple[str, ...], str]
    why = {("--unit", each.unit): _say_why_named(each) for each in named}
    return tuple((str(each), why.get(each.words) or _WAYS[each.verb]) for each in following)


def _say_why_named(named: UnitByHand) -> str:
    why = _NAMED.get(named.why)
    return f"{named.short}: {why}" if why else _ANY_UNIT


def compose_named(offers: Sequence[GoalOffer]) -> Page:
    """Return the goals of units that somebody named, each whole."""
    blocks: list[Block] = []
    for offer in offers:
        blocks += [Heading(_title(offer), sentence=True), *_say_whole(offer)]
    return Page("Not on the plan yet:", (), tuple(blocks))


def compose_offer(offer: GoalOffer) -> Page:
    """Return one goal whole but for its title, which stands above it where it was chosen."""
    return Page(offer.purpose, (), tuple(_say_steps(offer)))


def describe_why(why: str) -> str:
    """Return why a goal is offered where that is not said by its place: "(safety) "."""
    return {"chance": "(a chance to arrange) ", "safety": "(safety) "}.get(why, "")


def _title(offer: GoalOffer) -> str:
    return f"{offer.unit}  {describe_why(offer.why)}{offer.goal}"


def _say_whole(offer: GoalOffer) -> list[Block]:
    return [Text(offer.purpose), *_say_steps(offer)]


def _say_steps(offer: GoalOffer) -> list[Block]:
    blocks: list[Block] = []
    for step in offer.activities:
        blocks += _say_step(step)
    return [*blocks, Text(f"We will know when: {offer.outcome}")]


def _say_step(step: PlanActivity) -> list[Block]:
    about = "; ".join(each for each in (step.time, step.with_whom, f"by {day(step.due)}") if each)
    return [
        Text(f"{step.number} {step.text} ({about})", strong=True),
        Text(step.what),
        Text(step.bring, label="To bring:"),
        *(Text(name_case(case, opening=True), label=f"{CASE}:") for case in step.cases),
    ]
