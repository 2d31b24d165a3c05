"""``ipsskills due``: reviews, actions, certificates and the next look, when somebody asks."""

import typer

from ipsskills.cli.options import (
    Db,
    Demo,
    Force,
    FormWithDays,
    Json,
    Opened,
    OutputFile,
    PersonArgument,
    WithNames,
    examples,
)
from ipsskills.cli.setup import context

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    epilog=examples(
        "ipsskills due",
        "ipsskills due Ada --demo",
        "ipsskills due -o due.md",
        "ipsskills due -o due.ics",
    )
)
def due(
    person: PersonArgument = None,
    form: FormWithDays = None,
    output: OutputFile = None,
    force: Force = False,
    opened: Opened = False,
    names: WithNames = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """See what is due: reviews, actions, certificates, supervision, the next look.

    Nothing is sent and nobody is reminded; it is here when you ask. As a calendar (.ics) it can be
    taken in again later, and what moved is moved.
    """
    from ipsskills.cli.output.pages import PageOptions, show_page
    from ipsskills.pages.compose.calendar import compose_due_days
    from ipsskills.pages.compose.supervision.due import compose_due
    from ipsskills.usecases.supervision.due import list_due

    options = PageOptions(form, output, force, json, opened=opened, sheets=True, events=True)
    options.refuse_names(names=names)
    with context.desk(context.Place(db, demo)) as desk:
        found = list_due(desk, person)
    show_page(
        "due",
        found,
        compose_due(found, into_file=options.leaves_the_screen),
        options,
        events=lambda: compose_due_days(found, names=names),
    )
