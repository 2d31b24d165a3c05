"""``ipsskills chart progress``: where each unit stood over time."""

import typer

from ipsskills.cli.options import (
    Db,
    Demo,
    Force,
    Json,
    On,
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
        "ipsskills chart progress",
        "ipsskills chart progress Ada --demo -o ada.svg",
        "ipsskills chart progress --on 2026-06-01 -o until-june.pdf",
    )
)
def progress(
    person: PersonArgument = None,
    output: OutputFile = None,
    on: On = None,
    force: Force = False,
    opened: Opened = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Draw progress: where each unit stood after each of your finished looks.

    The file's ending decides: .png, .svg or .pdf. Without -o the file is named by who, what and
    the day, in this folder.
    """
    from ipsskills.cli.output.pictures import PictureOptions, show_picture
    from ipsskills.pages.compose.apart import apart_words
    from ipsskills.pages.compose.reports.progress import compose_progress
    from ipsskills.usecases.reports.progress import read_progress

    options = PictureOptions(output=output, force=force, json=json, opened=opened)
    with context.desk(context.Place(db, demo)) as desk:
        found = read_progress(desk, person, on=as_day(on))
    show_picture(
        "chart progress",
        found,
        compose_progress(found),
        options,
        about=found.person.name,
        notices=(apart_words(found.apart, found.names),),
    )
