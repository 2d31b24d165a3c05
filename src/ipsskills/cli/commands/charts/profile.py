"""``ipsskills chart profile``: a row for each unit, its answers on four points."""

import typer

from ipsskills.cli.commands.charts.person import Both, Earlier, read_answers, show_answers
from ipsskills.cli.options import (
    Db,
    Demo,
    Force,
    Json,
    On,
    Opened,
    OutputFile,
    PersonArgument,
    WithoutDrawing,
    examples,
)
from ipsskills.cli.setup import context

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    epilog=examples(
        "ipsskills chart profile",
        "ipsskills chart profile Ada --demo -o ada.svg",
        "ipsskills chart profile --both -o profile.pdf",
    )
)
def profile(
    person: PersonArgument = None,
    output: OutputFile = None,
    on: On = None,
    since: Earlier = None,
    both: Both = False,
    plain: WithoutDrawing = False,
    force: Force = False,
    opened: Opened = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """See the profile: a row for each unit, its answers on four points.

    In the order of the curriculum, each answer in its own words. With --both the supervisor's
    view stands beside, and what both agreed; letters and marks differ by whose they are.

    It is shown on the screen, in letters. With -o it is a picture: .png, .svg or .pdf.
    """
    from ipsskills.cli.output.pictures import PictureOptions, find_room, show_drawn
    from ipsskills.pages.compose.apart import apart_words
    from ipsskills.pages.compose.reports.drawn_profile import compose_drawn_profile
    from ipsskills.pages.compose.reports.profile import compose_profile

    options = PictureOptions(output=output, force=force, json=json, opened=opened)
    found = read_answers(context.Place(db, demo), person, on=on, since=since, both=both)
    if options.wanted:
        show_answers("chart profile", found, compose_profile(found), options)
        return
    page = compose_drawn_profile(found, find_room(plain=plain))
    apart = apart_words(found.apart, found.names)
    show_drawn("chart profile", found, page, options, notices=(apart,))
