"""``ipsskills chart radar``: a spoke for each unit, a ring for each answer."""

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
        "ipsskills chart radar",
        "ipsskills chart radar Ada --demo -o ada.svg",
        "ipsskills chart radar --since 2026-06-01 --both -o radar.pdf",
        "ipsskills chart radar --on 2026-06-01 -o june.pdf",
    )
)
def radar(
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
    """Draw the radar chart: a spoke for each unit, a ring for each answer.

    One day, or beside it an earlier one and the supervisor's view, told apart by mark and line.

    The file's ending decides: .png, .svg or .pdf. Without -o the file is named by who, what and
    the day, in this folder.
    """
    from ipsskills.cli.output.pictures import PictureOptions
    from ipsskills.pages.compose.reports.radar import compose_radar

    draw_answers(
        "chart radar",
        compose_radar,
        PictureOptions(output=output, force=force, json=json, opened=opened),
        context.Place(db, demo),
        person=person,
        on=on,
        since=since,
        both=both,
    )
