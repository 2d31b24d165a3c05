"""``ipsskills plan draft``: goals that the last assessment suggests, each seen whole first."""

from typing import TYPE_CHECKING, Annotated

import typer

from ipsskills.cli.complete import complete_unit
from ipsskills.cli.options import Arranged, Db, Demo, Json, PersonArgument, examples
from ipsskills.cli.output.plan_shown import describe_apart, show_changed
from ipsskills.cli.output.show import Output
from ipsskills.cli.prompts import ask
from ipsskills.cli.setup import context

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipsskills.facts.plan import GoalOffer
    from ipsskills.usecases.desk import Desk

app = typer.Typer(rich_markup_mode=None, add_completion=False)

UnitsToPick = Annotated[
    list[str] | None,
    typer.Option(
        "--unit",
        metavar="ID",
        help="A unit to work on; may be given again.",
        autocompletion=complete_unit,
    ),
]


@app.command(epilog=examples("ipsskills plan draft", "ipsskills plan draft --unit 3.8 --unit 3.16"))
def draft(
    person: PersonArgument = None,
    unit: UnitsToPick = None,
    arranged_by: Arranged = None,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Pick goals from what your last assessment suggests; two are usual.

    With --unit you name the units yourself, which needs no assessment.

    Each goal comes with activities from the curriculum, dates, and how you will know. At a
    terminal you see all of that and are asked before it goes on the plan; elsewhere, as in a
    script, a unit that is named goes on it at once.
    """
    from ipsskills.framework.search import find_unit
    from ipsskills.pages.compose.plans.offers import compose_nothing_offered, compose_offers
    from ipsskills.usecases.plans.add import add_goals, offer_goals

    out = Output("plan draft", json)
    with context.desk(context.Place(db, demo), write=True, begin=False) as desk:
        units = [find_unit(desk.framework, name).id for name in unit or ()]
        if not units:
            offered = offer_goals(desk, person)
            out.notice_if(describe_apart(offered.apart, offered.names))
            if not offered.looked:
                out.result(offered.offers, compose_nothing_offered(offered))
                return
            free = [offer for offer in offered.offers if not offer.on_plan]
            if json or not free or not ask.can_ask():
                out.result(free, compose_offers(free, offered.next))
                return
            from ipsskills.cli.prompts.goal_picker import pick_goals

            units = pick_goals(free)
            arranged_by = arranged_by or _ask_arranger(free, units)
        elif not json and ask.can_ask():
            units = _look_first(desk, person, units)
        if units:
            found = add_goals(desk, person, units, arranged_by=arranged_by)
            new = {goal.number for goal in found.goals if set(goal.units) & set(units)}
            show_changed(out, found, new, person=person)
        else:
            out.result(None, "Nothing was picked; the plan is as it was.")


def _look_first(desk: "Desk", person: str | None, units: list[str]) -> list[str]:
    """Return the named units if their goals, seen whole, are to go on the plan; none if not."""
    from ipsskills.cli.prompts.goal_picker import confirm_goals
    from ipsskills.usecases.plans.add import preview_goals

    return units if confirm_goals(preview_goals(desk, person, units)) else []


def _ask_arranger(offered: "Sequence[GoalOffer]", units: "Sequence[str]") -> str | None:
    """Ask who arranges the chances among the picked units, if there are any."""
    chances = [offer for offer in offered if offer.unit in units and offer.why == "chance"]
    return ask.maybe("Who arranges the chance?") or None if chances else None
