"""``ipsskills chart radar``: a spoke for each unit, a ring for each answer."""

from pathlib import Path

import typer

from ipsskills.cli.options import (
    Db,
    Demo,
    Force,
    Json,
    On,
    OutputFile,
    PersonArgument,
    as_day,
    examples,
)
from ipsskills.cli.output.show import Output
from ipsskills.cli.setup import context

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    epilog=examples(
        "ipsskills chart radar",
        "ipsskills chart radar Ada --demo -o ada.svg",
        "ipsskills chart radar --on 2026-06-01 -o june.pdf",
    )
)
def radar(
    person: PersonArgument = None,
    output: OutputFile = None,
    on: On = None,
    force: Force = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Draw the radar chart: a spoke for each unit, a ring for each answer.

    The file's ending decides: .png, .svg or .pdf. Without -o it is radar.png in this folder.
    """
    from ipsskills.files import write_bytes
    from ipsskills.pages.compose.reports.radar import compose_radar
    from ipsskills.usecases.reports.chart import read_radar

    out, path = Output("chart radar", json), output or Path("radar.png")
    with context.desk(context.Place(db, demo)) as desk:
        found = read_radar(desk, person, on=as_day(on))
    chart = compose_radar(found)
    write_bytes(path, chart.draw(path.suffix), replace=force)
    out.notice_if(chart.apart_line)
    out.result({"path": path, "shown": found}, f"The chart is in {path}")
