"""``ipsskills chart coverage``: units against kinds of learning, on the screen or as a picture."""

import typer

from ipsskills.cli.options import (
    Db,
    Demo,
    Force,
    Json,
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
        "ipsskills chart coverage",
        "ipsskills chart coverage Ada --demo -o ada.svg",
        "ipsskills chart coverage --plain",
    )
)
def coverage(
    person: PersonArgument = None,
    plain: WithoutDrawing = False,
    output: OutputFile = None,
    force: Force = False,
    opened: Opened = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Set units against kinds of learning, and see how long ago each was.

    It is shown on the screen, in letters. With -o it is a picture: .png, .svg or .pdf.
    """
    from ipsskills.cli.output.pictures import PictureOptions, find_room, show_drawn, show_picture
    from ipsskills.pages.compose.entries.coverage_chart import compose_coverage_chart
    from ipsskills.pages.compose.entries.drawn_coverage import compose_drawn_coverage
    from ipsskills.usecases.entries.training_record import read_coverage

    options = PictureOptions(output=output, force=force, json=json, opened=opened)
    with context.desk(context.Place(db, demo)) as desk:
        found = read_coverage(desk, person)
    chart = compose_coverage_chart(found)
    if options.wanted:
        show_picture("chart coverage", found, chart, options, about=found.person)
        return
    room = find_room(plain=plain)
    page = compose_drawn_coverage(chart, found.person, room=room, mine=found.mine)
    show_drawn("chart coverage", found, page, options)
