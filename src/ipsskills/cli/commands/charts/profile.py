"""``ipsskills chart profile``: a row for each unit, its answers on four points."""

import typer

from ipsskills.cli.commands.charts.person import Both, Earlier, draw_answers
from ipsskills.cli.options import (
    Db,
    Demo,
    Force,
    Json,
    On,
    Opened,
    OutputFile,
    PersonArgument,
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
    force: Force = False,
    opened: Opened = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Draw the profile: a row for each unit, its answers on four points.

    In the order of the curriculum, each answer in its own words. With --both the supervisor's
    view stands beside, and what both agreed; marks differ by shape.

    The file's ending decides: .png, .svg or .pdf. Without -o the file is named by who, what and
    the day, in this folder.
    """
    from ipsskills.cli.output.pictures import PictureOptions
    from ipsskills.pages.compose.reports.profile import compose_profile

    draw_answers(
        "chart profile",
        compose_profile,
        PictureOptions(output=output, force=force, json=json, opened=opened),
        context.Place(db, demo),
        person=person,
        on=on,
        since=since,
        both=both,
    )
