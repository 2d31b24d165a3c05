"""``ipsskills plan``: a learning plan the person chose."""

from typing import Annotated

import typer

from ipsskills.cli.commands import plan_draft, plan_life
from ipsskills.cli.complete import complete_person
from ipsskills.cli.options import (
    Arranged,
    Db,
    Demo,
    Force,
    FormWithDays,
    Json,
    Keep,
    Opened,
    OutputFile,
    PersonArgument,
    WithNames,
    as_day,
    examples,
    put_number_first,
    split_number,
)
from ipsskills.cli.output.pages import PageOptions
from ipsskills.cli.output.plan_shown import show_changed, warn_twice
from ipsskills.cli.output.show import Output
from ipsskills.cli.prompts import ask, detail
from ipsskills.cli.setup import context
from ipsskills.days import Tense
from ipsskills.errors import UsageError
from ipsskills.record.written import NO_WORDS

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.callback(epilog=examples("ipsskills plan draft", "ipsskills plan export -o plan.md"))
def plan() -> None:
    """Make and keep a learning plan.

    Without a command: the plan as it stands.
    """


app.add_typer(plan_draft.app)


@app.command(
    epilog=examples(
        "ipsskills plan show",
        "ipsskills plan show Ada --demo",
        "ipsskills plan show 2.1",
        "ipsskills plan show --full",
        "ipsskills plan show -o plan.html",
    )
)
def show(
    number: Annotated[
        str | None,
        typer.Argument(
            metavar="NUMBER",
            help="2.1 is a step, 2 a goal: how it is done; the whole plan if left out.",
            autocompletion=complete_person,
            show_default=False,
        ),
    ] = None,
    person: PersonArgument = None,
    full: Annotated[
        bool, typer.Option("--full", help="The plan, and then how to do each step.")
    ] = False,
    form: FormWithDays = None,
    output: OutputFile = None,
    force: Force = False,
    opened: Opened = False,
    names: WithNames = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Look at the plan as it stands, or at how one step of it is done.

    Digits are a goal or a step, anything else is a person. A file says how to do each step.
    """
    from ipsskills.cli.output.plan_shown import show_plan_page, show_steps_page
    from ipsskills.usecases.plans.show import show_plan

    options = PageOptions(form, output, force, json, opened=opened, sheets=True, events=True)
    options.refuse_names(names=names)
    number, person = split_number(number, person)
    if number and full:
        raise UsageError("--full is about the whole plan.", "Leave out the number, or --full.")
    with context.desk(context.Place(db, demo)) as desk:
        found = show_plan(desk, person, number)
    if number:
        show_steps_page("plan show", found, options, names=names)
    else:
        show_plan_page(
            "plan show", found, options, whole=full or options.leaves_the_screen, names=names
        )


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
        raise UsageError(
            "--with says who helps with a step.", 'Add the step: --do "Draw up a list"'
        )
    if by and not step:
        raise UsageError("--by says by when a step is done.", 'Add the step: --do "Draw up a list"')
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
    new = max(goal.number for goal in found.goals)
    out.notice_if(warn_twice(found, new, person=person))
    show_changed(out, found, {new}, person=person)


@app.command(
    epilog=examples(
        "ipsskills plan done 1.2",
        'ipsskills plan done 1.2 --brought "The sentence I struck out"',
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
    brought: Annotated[
        str | None,
        typer.Option(metavar="WORDS", help="What you bring to supervision from a step."),
    ] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Take a step's tick back.")] = False,
    keep: Keep = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Tick a step and keep what you bring from it, or finish a goal and say what changed."""
    from ipsskills.cli.prompts.brought import ask_brought
    from ipsskills.usecases.plans.life import mark_done

    number, person = put_number_first(number, person)
    _refuse_mixed(number, changed=changed, brought=brought, undo=undo)
    out = Output("plan done", json)
    with context.desk(context.Place(db, demo), write=True, begin=False) as desk:
        if brought is None and "." in number and not (undo or json) and ask.can_ask():
            brought = ask_brought(desk, person, number)
        care = detail.Care(desk, keep=keep)
        found = mark_done(
            desk,
            person,
            number,
            changed=care.may(changed, "what changed") or NO_WORDS,
            brought=care.may(brought, "what was brought") or NO_WORDS,
            undo=undo,
        )
    goal = int(number.partition(".")[0])
    show_changed(out, found, {goal}, person=person)


def _refuse_mixed(number: str, *, changed: str, brought: str | None, undo: bool) -> None:
    """Raise UsageError for what goes with a goal only, or with a step only."""
    step = "." in number
    if undo and not step:
        raise UsageError("Only a step's tick can be taken back.", "Name a step, for example 1.2")
    if changed and step:
        raise UsageError("--changed goes with a goal, not a step.", "Name the goal, for example 1")
    if brought and not step:
        raise UsageError("--brought goes with a step, not a goal.", "Name the step, as in 1.2")
    if brought and undo:
        raise UsageError(
            "--undo takes back a step's tick, and what was brought with it.", "Leave one out."
        )


@app.command(
    epilog=examples(
        "ipsskills plan export",
        "ipsskills plan export -o plan.md --force",
        "ipsskills plan export --short -o plan.html",
        "ipsskills plan export -o plan.ics",
    )
)
def export(
    person: PersonArgument = None,
    short: Annotated[
        bool, typer.Option("--short", help="The plan alone, without how to do each step.")
    ] = False,
    form: FormWithDays = None,
    output: OutputFile = None,
    force: Force = False,
    opened: Opened = False,
    names: WithNames = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Write the plan as Markdown, to a file or on the screen, or in any other form.

    How to do each step stands at its end.
    """
    from ipsskills.cli.output.plan_shown import show_plan_page
    from ipsskills.usecases.plans.show import show_plan

    options = PageOptions(
        form, output, force, json, opened=opened, usual="md", sheets=True, events=True
    )
    options.refuse_names(names=names)
    with context.desk(context.Place(db, demo)) as desk:
        found = show_plan(desk, person)
    show_plan_page("plan export", found, options, whole=not short, names=names)


app.add_typer(plan_life.app)
