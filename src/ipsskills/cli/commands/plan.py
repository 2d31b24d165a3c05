"""``ipsskills plan``: a learning plan the person chose."""

from typing import TYPE_CHECKING, Annotated

import typer

from ipsskills.cli.commands import plan_life
from ipsskills.cli.complete import complete_unit
from ipsskills.cli.options import (
    Db,
    Demo,
    Force,
    Form,
    Json,
    Keep,
    OutputFile,
    PersonArgument,
    as_day,
    examples,
)
from ipsskills.cli.output.pages import PageOptions
from ipsskills.cli.output.plan_shown import describe_apart, show_changed
from ipsskills.cli.output.show import Output
from ipsskills.cli.prompts import ask, detail
from ipsskills.cli.setup import context
from ipsskills.days import Tense
from ipsskills.doing import do
from ipsskills.errors import UsageError
from ipsskills.record.written import NO_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipsskills.doing import Do
    from ipsskills.facts.plan import GoalOffer

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

Arranged = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Who arranges it, for a chance that needs arranging."),
]


@app.callback(epilog=examples("ipsskills plan draft", "ipsskills plan export -o plan.md"))
def plan() -> None:
    """Make and keep a learning plan."""


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

    Each goal comes with activities from the curriculum, dates, and how you will know.
    """
    from ipsskills.framework.search import find_unit
    from ipsskills.usecases.plans.add import add_goals, offer_goals

    out = Output("plan draft", json)
    with context.desk(context.Place(db, demo), write=True, begin=False) as desk:
        units = [find_unit(desk.framework, name).id for name in unit or ()]
        if not units:
            offered = offer_goals(desk, person)
            out.notice_if(describe_apart(offered.apart, offered.names))
            free = [offer for offer in offered.offers if not offer.on_plan]
            if json or not free or not ask.can_ask():
                out.result(free, _list_offers(free, offered.next))
                return
            units = _pick(free)
            arranged_by = arranged_by or _ask_arranger(free, units)
        if units:
            found = add_goals(desk, person, units, arranged_by=arranged_by)
            new = {goal.number for goal in found.goals if set(goal.units) & set(units)}
            show_changed(out, found, new, person=person)
        else:
            out.result(None, "Nothing was picked; the plan is as it was.")


def _list_offers(free: "Sequence[GoalOffer]", following: "Sequence[Do]") -> str:
    """Return what is offered as text, where nobody is there to pick."""
    if not free:
        own = do("plan add", "GOAL")
        return f"There is nothing to suggest just now. A goal of your own: {own}"
    lines = [f"{offer.unit:<5} {offer.short:<24} {offer.goal}" for offer in free]
    return "\n".join(["Offered, in order:", *lines, "", f"Pick: {following[0]}"])


def _pick(offered: "Sequence[GoalOffer]") -> list[str]:
    """Let the person pick."""
    return ask.several(
        "Which would you like to work on? Two are usual.",
        [(o.unit, f"{o.unit:<5} {_describe_why(o.why)}{o.goal}") for o in offered],
        wanted=True,
    )


def _ask_arranger(offered: "Sequence[GoalOffer]", units: "Sequence[str]") -> str | None:
    """Ask who arranges the chances among the picked units, if there are any."""
    chances = [offer for offer in offered if offer.unit in units and offer.why == "chance"]
    return ask.maybe("Who arranges the chance?") or None if chances else None


def _describe_why(why: str) -> str:
    return {"chance": "(a chance to arrange) ", "safety": "(safety) "}.get(why, "")


@app.command(
    epilog=examples(
        "ipsskills plan show", "ipsskills plan show Ada --demo", "ipsskills plan show -o plan.html"
    )
)
def show(
    person: PersonArgument = None,
    form: Form = None,
    output: OutputFile = None,
    force: Force = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Look at the plan as it stands."""
    from ipsskills.cli.output.plan_shown import show_plan_page
    from ipsskills.usecases.plans.show import show_plan

    options = PageOptions(form, output, force, json)
    with context.desk(context.Place(db, demo)) as desk:
        found = show_plan(desk, person)
    show_plan_page("plan show", found, options)


@app.command(
    epilog=examples(
        'ipsskills plan add "Meet three garden centres" --do "Draw up a list"',
        'ipsskills plan add "Visit a prison service" --arranged-by Lee',
    )
)
def add(
    goal: Annotated[str, typer.Argument(metavar="GOAL", help="The goal in your own words.")],
    person: PersonArgument = None,
    why: Annotated[str, typer.Option(metavar="WORDS", help="Why it matters to you.")] = "",
    step: Annotated[
        list[str] | None, typer.Option("--do", metavar="STEP", help="A step; may be given again.")
    ] = None,
    with_whom: Annotated[
        str | None, typer.Option("--with", metavar="WHO", help="Who helps with those steps.")
    ] = None,
    by: Annotated[
        str | None, typer.Option("--by", metavar="DATE", help="By when, for those steps.")
    ] = None,
    arranged_by: Arranged = None,
    keep: Keep = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Add a goal in your own words."""
    from ipsskills.usecases.plans.add import OwnGoal, add_own_goal

    if with_whom and not step:
        raise UsageError("--with says who helps with a step.", "Add the step: --do STEP")
    if by and not step:
        raise UsageError("--by says by when a step is done.", "Add the step: --do STEP")
    out = Output("plan add", json)
    with context.desk(context.Place(db, demo), write=True, begin=False) as desk:
        care = detail.Care(desk, keep=keep)
        own = OwnGoal(
            title=care.must(goal, "the goal"),
            why=care.may(why, "why it matters") or NO_WORDS,
            steps=care.each(step or (), "a step"),
            with_whom=with_whom,
            due=as_day(by, Tense.DUE),
            arranged_by=arranged_by,
        )
        found = add_own_goal(desk, person, own)
    new = {max(goal.number for goal in found.goals)}
    show_changed(out, found, new, person=person)


@app.command(
    epilog=examples(
        "ipsskills plan done 1.2",
        'ipsskills plan done 1 --changed "I ask about rent first now"',
        "ipsskills plan done 1.2 --undo",
    )
)
def done(
    number: Annotated[str, typer.Argument(metavar="NUMBER", help="1.2 is a step, 1 a goal.")],
    person: PersonArgument = None,
    changed: Annotated[
        str, typer.Option(metavar="WORDS", help="What is different now (for a goal).")
    ] = "",
    undo: Annotated[bool, typer.Option("--undo", help="Take a step's tick back.")] = False,
    keep: Keep = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Tick a step, or finish a goal and say what changed."""
    from ipsskills.usecases.plans.life import mark_done

    if undo and "." not in number:
        raise UsageError("Only a step's tick can be taken back.", "Name a step, for example 1.2")
    if changed and "." in number:
        raise UsageError("--changed goes with a goal, not a step.", "Name the goal, for example 1")
    out = Output("plan done", json)
    with context.desk(context.Place(db, demo), write=True, begin=False) as desk:
        now = detail.Care(desk, keep=keep).may(changed, "what changed") or NO_WORDS
        found = mark_done(desk, person, number, changed=now, undo=undo)
    goal = int(number.partition(".")[0])
    show_changed(out, found, {goal}, person=person)


@app.command(epilog=examples("ipsskills plan export", "ipsskills plan export -o plan.md --force"))
def export(
    person: PersonArgument = None,
    form: Form = None,
    output: OutputFile = None,
    force: Force = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Write the plan as Markdown, to a file or on the screen, or in any other form."""
    from ipsskills.cli.output.plan_shown import show_plan_page
    from ipsskills.usecases.plans.show import show_plan

    options = PageOptions(form, output, force, json, usual="md")
    with context.desk(context.Place(db, demo)) as desk:
        found = show_plan(desk, person)
    show_plan_page("plan export", found, options)


app.add_typer(plan_life.app)
