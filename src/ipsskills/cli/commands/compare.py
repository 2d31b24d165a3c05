"""``ipsskills compare``: two views of one person, side by side."""

from typing import Annotated, Any

import typer

from ipsskills.cli.options import (
    Db,
    Demo,
    Force,
    FormWithRows,
    Json,
    Opened,
    OutputFile,
    PersonArgument,
    as_day,
    examples,
)
from ipsskills.cli.setup import context

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    epilog=examples(
        "ipsskills compare",
        "ipsskills compare Ada --demo",
        "ipsskills compare -o two-views.md",
        "ipsskills compare --mine 2026-11-24 --theirs 2026-08-20",
        "ipsskills compare --figures",
    )
)
def compare(
    person: PersonArgument = None,
    mine: Annotated[
        str | None,
        typer.Option("--mine", metavar="DATE", help="Your own side: the view finished that day."),
    ] = None,
    theirs: Annotated[
        str | None,
        typer.Option("--theirs", metavar="DATE", help="The other's: the view finished that day."),
    ] = None,
    figures: Annotated[
        bool, typer.Option("--figures", help="Only figures, for the curious.")
    ] = False,
    form: FormWithRows = None,
    output: OutputFile = None,
    force: Force = False,
    opened: Opened = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """See both views side by side: the person's own and the supervisor's.

    Unit by unit, with what to do about each; neither view is the right one by itself. They are set
    side by side if at most 60 days apart; two others can be named by the day they were finished.
    """
    from ipsskills.cli.output.pages import PageOptions, show_page
    from ipsskills.pages.compose.apart import apart_words
    from ipsskills.pages.compose.reports.compare import compose_comparison, compose_figures
    from ipsskills.usecases.reports.compare import compare as make
    from ipsskills.usecases.reports.compare import compare_figures

    options = PageOptions(form, output, force, json, opened=opened, sheets=True)
    days = {"mine": as_day(mine), "theirs": as_day(theirs)}
    data: Any
    with context.desk(context.Place(db, demo)) as desk:
        if figures:
            data = compare_figures(desk, person, **days)
        else:
            data = make(desk, person, **days, pictured=options.shows_pictures)
    away = options.leaves_the_screen
    page = compose_figures(data) if figures else compose_comparison(data, into_file=away)
    kept_apart = apart_words(data.apart, data.wording.names)
    show_page("compare", data, page, options, notices=(kept_apart,))
