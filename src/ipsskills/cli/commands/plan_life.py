"""What becomes of the goals of a plan: changed, agreed, looked at again, dropped, reopened."""

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from ipsskills.cli.complete import complete_person
from ipsskills.cli.options import (
    Db,
    Demo,
    Force,
    FormWithRows,
    Json,
    Keep,
    NewPerson,
    Opened,
    OutputFile,
    PersonArgument,
    as_day,
    examples,
    put_number_first,
    split_number,
)
from ipsskills.cli.output.pages import PageOptions, show_page
from ipsskills.cli.output.plan_shown import describe_apart, show_changed
from ipsskills.cli.output.show import Output
from ipsskills.cli.prompts import ask, detail
from ipsskills.cli.setup import context
from ipsskills.days import Tense
from ipsskills.errors import UsageError
from ipsskills.record.written import NO_WORDS

if TYPE_CHECKING:
    from ipsskills.facts.plan import PlanHistory
    from ipsskills.pages.data import Sheet
    from ipsskills.usecases.plans.edit import StepChange

app = typer.Typer(rich_markup_mode=None, add_completion=False)

GoalNumber = Annotated[str, typer.Argument(metavar="GOAL", help="The goal's number on the plan.")]
AnyGoal = Annotated[
    str | None,
    typer.Argument(
        metavar="GOAL", help="The number of the goal; all, if left out.", show_default=False
    ),
]


@app.command(
    epilog=examples(
        "ipsskills plan edit 1",
        'ipsskills plan edit 1 --title "Have words ready" --review 2027-01-12',
        'ipsskills plan edit 1 --do "Play both sides" --with "a colleague"',
        "ipsskills plan edit 1 --step 2 --by 2027-01-15 --drop-step 3",
    )
)
def edit(
    goal: GoalNumber,
    person: PersonArgument = None,
    title: Annotated[str | None, typer.Option(metavar="WORDS", help="The goal, in words.")] = None,
    why: Annotated[str | None, typer.Option(metavar="WORDS", help="Why it matters to you.")] = None,
    outcome: Annotated[
        str | None, typer.Option(metavar="WORDS", help="How we will know it is reached.")
    ] = None,
    review: Annotated[
        str | None, typer.Option(metavar="DATE", help="When to look at it again.")
    ] = None,
    close: Annotated[
        str | None, typer.Option(metavar="DATE", help="When to close or renew it.")
    ] = None,
    arranged_by: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who arranges it, for a chance.")
    ] = None,
    do: Annotated[
        list[str] | None,
        typer.Option("--do", metavar="STEP", help="A new step, or new words for --step."),
    ] = None,
    step: Annotated[
        str | None, typer.Option(metavar="NUMBER", help="The step to change, such as 2.")
    ] = None,
    with_whom: Annotated[
        str | None, typer.Option("--with", metavar="WHO", help="Who helps with that step.")
    ] = None,
    by: Annotated[
        str | None, typer.Option("--by", metavar="DATE", help="By when, for that step.")
    ] = None,
    drop_step: Annotated[
        list[str] | None,
        typer.Option("--drop-step", metavar="NUMBER", help="A step to take off the plan."),
    ] = None,
    keep: Keep = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Change a goal: its words, its dates, its steps.

    Without options it asks, question by question. What it was before is kept.
    """
    from ipsskills.cli.prompts.plan_prompts import ask_change, look_through
    from ipsskills.usecases.plans.edit import GoalChange, edit_goal, read_goal_to_edit

    goal, person = put_number_first(goal, person)
    steps, add = _read_steps(step, do or [], with_whom, by)
    change = GoalChange[str](
        title=title,
        why=why,
        outcome=outcome,
        review=as_day(review, Tense.DUE),
        close=as_day(close, Tense.DUE),
        arranged_by=arranged_by,
        steps=steps,
        drop=tuple(drop_step or ()),
        add=add,
    )
    if change == GoalChange[str]():
        _need_something_to_change()
    with context.desk(context.Place(db, demo), write=True, begin=False) as desk:
        care = detail.Care(desk, keep=keep)
        if change == GoalChange[str]():
            now = read_goal_to_edit(desk, person, goal)
            care = detail.Care(now.known, keep=keep)
            change = ask_change(now.goal, desk.today)
        found = edit_goal(desk, person, goal, look_through(change, care))
    show_changed(Output("plan edit", json), found, {int(goal)}, person=person)


def _read_steps(
    step: str | None, do: list[str], with_whom: str | None, by: str | None
) -> "tuple[dict[str, StepChange[str]], tuple[StepChange[str], ...]]":
    """Return the changed steps by number, and the new ones. Raises UsageError, InvalidInput."""
    from ipsskills.usecases.plans.edit import StepChange

    due = as_day(by, Tense.DUE)
    if step:
        if do[1:]:
            raise UsageError(
                "--step takes one --do: its new words.", "Add any others without --step."
            )
        return {step: StepChange(text=do[0] if do else None, with_whom=with_whom, due=due)}, ()
    if (with_whom or due) and not do:
        raise UsageError(
            "--with and --by are about a step.",
            'Name it, --step 2, or add one: --do "Play both sides"',
        )
    return {}, tuple(StepChange(text=words, with_whom=with_whom, due=due) for words in do)


def _need_something_to_change() -> None:
    if not ask.can_ask():
        raise UsageError("Say what to change.", "See: ipsskills plan edit --help")


@app.command(
    epilog=examples(
        "ipsskills plan agree --with Lee",
        "ipsskills plan agree 2 --with Lee",
        "ipsskills plan agree Ada --demo",
    )
)
def agree(
    goal: AnyGoal = None,
    person: PersonArgument = None,
    with_whom: Annotated[
        str | None,
        typer.Option(
            "--with",
            metavar="NAME",
            help="Who agrees it with you; your supervisor, if left out.",
            autocompletion=complete_person,
        ),
    ] = None,
    new_person: NewPerson = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Record that goals are agreed, with whom, and where you stood that day.

    Where you stood is kept in words; only "ipsskills plan history" shows it.
    """
    from ipsskills.usecases.plans.life import agree as agree_goals

    goal, person = split_number(goal, person)
    with context.desk(context.Place(db, demo), write=True, begin=False) as desk:
        found = agree_goals(desk, person, with_whom, goal, new_person=new_person)
    numbers = {int(goal)} if goal else {each.number for each in found.goals}
    show_changed(Output("plan agree", json), found, numbers, person=person)


@app.command(
    epilog=examples(
        "ipsskills plan review 1",
        'ipsskills plan review 1 --note "Two talks so far" --next 2027-02-01',
    )
)
def review(
    goal: GoalNumber,
    person: PersonArgument = None,
    note: Annotated[str | None, typer.Option(metavar="WORDS", help="What you saw.")] = None,
    next_look: Annotated[
        str | None,
        typer.Option(
            "--next", metavar="DATE", help="When to look again; six weeks from now, if left out."
        ),
    ] = None,
    keep: Keep = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Look at a goal again: say what you see, and when to look next."""
    from ipsskills.usecases.plans.life import review_goal

    goal, person = put_number_first(goal, person)
    again = as_day(next_look, Tense.DUE)
    if note is None:
        note = ask.maybe("What do you see now?") if ask.can_ask() and not json else ""
    with context.desk(context.Place(db, demo), write=True, begin=False) as desk:
        seen = detail.Care(desk, keep=keep).may(note, "the note") or NO_WORDS
        found = review_goal(desk, person, goal, note=seen, look_again=again)
    show_changed(Output("plan review", json), found, {int(goal)}, person=person)


@app.command(epilog=examples('ipsskills plan drop 2 --because "No such job round here"'))
def drop(
    goal: GoalNumber,
    person: PersonArgument = None,
    because: Annotated[str | None, typer.Option(metavar="WORDS", help="Why it is dropped.")] = None,
    keep: Keep = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Take a goal off the plan, with the reason. It is kept, and can be reopened."""
    from ipsskills.usecases.plans.life import drop_goal

    goal, person = put_number_first(goal, person)
    if because is None:
        if not ask.can_ask():
            raise UsageError(
                "Say why it is dropped.", 'For example: --because "No such job round here"'
            )
        because = ask.text("Why is it dropped?")
    with context.desk(context.Place(db, demo), write=True, begin=False) as desk:
        because = detail.Care(desk, keep=keep).must(because, "the reason")
        found = drop_goal(desk, person, goal, because)
    show_changed(Output("plan drop", json), found, {int(goal)}, person=person)


@app.command(epilog=examples("ipsskills plan reopen 1"))
def reopen(
    goal: GoalNumber,
    person: PersonArgument = None,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Go on with a goal that was finished or dropped. It keeps its number."""
    from ipsskills.usecases.plans.life import reopen_goal

    goal, person = put_number_first(goal, person)
    with context.desk(context.Place(db, demo), write=True, begin=False) as desk:
        found = reopen_goal(desk, person, goal)
    show_changed(Output("plan reopen", json), found, {int(goal)}, person=person)


@app.command(epilog=examples("ipsskills plan history", "ipsskills plan history 1 Ada --demo"))
def history(
    goal: AnyGoal = None,
    person: PersonArgument = None,
    form: FormWithRows = None,
    output: OutputFile = None,
    force: Force = False,
    opened: Opened = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Read what became of goals, day by day, from the first version on."""
    from ipsskills.pages.compose.plans.history import compose_plan_history
    from ipsskills.usecases.plans.history import read_plan_history

    options = PageOptions(form, output, force, json, opened=opened, sheets=True)
    goal, person = split_number(goal, person)
    with context.desk(context.Place(db, demo)) as desk:
        found = read_plan_history(desk, person, goal)
    page, notices = compose_plan_history(found), (describe_apart(found.apart, found.names),)
    sheets = partial(_list_events, found)
    show_page("plan history", found.goals, page, options, notices=notices, sheets=sheets)


def _list_events(found: "PlanHistory") -> "tuple[Sheet, ...]":
    from ipsskills.pages.compose.sheets.plans import compose_events

    return compose_events(found)
