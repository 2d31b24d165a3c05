"""``ipsskills chart map``: the framework's map as one picture, with somebody's answers or empty."""

from functools import partial
from typing import Annotated

import typer

from ipsskills.cli.commands.charts.person import draw_answers
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
from ipsskills.errors import UsageError

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    name="map",
    epilog=examples(
        "ipsskills chart map",
        "ipsskills chart map Ada --demo -o ada.svg",
        "ipsskills chart map --empty -o map.pdf",
    ),
)
def draw_map(
    person: PersonArgument = None,
    empty: Annotated[
        bool, typer.Option("--empty", help="Without anybody's answers, for teaching.")
    ] = False,
    output: OutputFile = None,
    on: On = None,
    force: Force = False,
    opened: Opened = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Draw the map of the framework, with each unit's answer in its place.

    Each has a word and a pattern, so that it can be printed in grey. The file's ending decides:
    .png, .svg or .pdf. Without -o the file is named by who, what and the day, in this folder.
    """
    from ipsskills.cli.output.pictures import PictureOptions, show_picture
    from ipsskills.facts.systems.layout import describe_map
    from ipsskills.pages.compose.content.map_chart import compose_empty_map
    from ipsskills.pages.compose.reports.person_map import compose_person_map

    options = PictureOptions(output=output, force=force, json=json, opened=opened)
    if empty and (person or on):
        raise UsageError("An empty map is nobody's.", "Leave out the person and the day.")
    layout = describe_map(context.framework(), context.systems())
    if empty:
        show_picture("chart map", layout, compose_empty_map(layout), options)
        return
    draw_answers(
        "chart map",
        partial(compose_person_map, layout),
        options,
        context.Place(db, demo),
        person=person,
        on=on,
        since=None,
        both=False,
    )
