"""``ipsskills chart coverage``: units against kinds of learning, on the screen or as a picture."""

import typer

from ipsskills.cli.options import (
    Db,
    Demo,
    Force,
    Json,
    OutputFile,
    PersonArgument,
    WithoutDrawing,
    examples,
)
from ipsskills.cli.output.charts import find_room, save_chart, show_chart
from ipsskills.cli.output.show import Output
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
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Set units against kinds of learning, and see how long ago each was.

    It is shown on the screen, in letters. With -o it is a picture: .png, .svg or .pdf.
    """
    from ipsskills.pages.charts.chart import check_ending
    from ipsskills.pages.compose.entries.coverage_chart import compose_coverage_chart
    from ipsskills.pages.compose.entries.drawn_coverage import compose_drawn_coverage
    from ipsskills.usecases.entries.training_record import read_coverage

    out = Output("chart coverage", json)
    if output:
        check_ending(output.suffix)
    with context.desk(context.Place(db, demo)) as desk:
        found = read_coverage(desk, person)
    chart = compose_coverage_chart(found)
    if output:
        save_chart(out, output, chart, found, force=force)
        return
    room = find_room(plain=plain)
    page = compose_drawn_coverage(chart, found.person, room=room, mine=found.mine)
    show_chart(out, found, page)
