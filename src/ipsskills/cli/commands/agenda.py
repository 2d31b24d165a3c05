"""``ipsskills agenda``: the supervision hour on one page."""

import typer

from ipsskills.cli.options import (
    Db,
    Demo,
    Force,
    Form,
    Json,
    Opened,
    OutputFile,
    PersonArgument,
    examples,
)
from ipsskills.cli.setup import context

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    epilog=examples(
        "ipsskills agenda", "ipsskills agenda Ada --demo", "ipsskills agenda Ada -o agenda.md"
    )
)
def agenda(
    person: PersonArgument = None,
    form: Form = None,
    output: OutputFile = None,
    force: Force = False,
    opened: Opened = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Have the learning part of a supervision hour on one page, to talk over.

    What went well, what you said you would do, safety, three things to talk about first.
    Private notes are left out; answers stand in words.
    """
    from ipsskills.cli.output.pages import PageOptions, show_page
    from ipsskills.pages.compose.apart import apart_words
    from ipsskills.pages.compose.supervision.agenda import compose_agenda
    from ipsskills.usecases.supervision.agenda import agenda as make

    options = PageOptions(form, output, force, json, opened=opened)
    with context.desk(context.Place(db, demo)) as desk:
        found = make(desk, person)
    kept_apart = apart_words(found.apart, found.wording.names)
    page = compose_agenda(found, into_file=options.leaves_the_screen)
    show_page("agenda", found, page, options, notices=(kept_apart,))
