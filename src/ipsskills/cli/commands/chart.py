"""``ipsskills chart``: pictures of where somebody is."""

from pathlib import Path

import typer

from ipsskills.cli.options import Db, Demo, Force, Json, On, Output, Person, as_date, examples
from ipsskills.cli.output.show import Output as Out
from ipsskills.cli.setup import context

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.callback(epilog=examples("ipsskills chart radar -o radar.png"))
def chart() -> None:
    """Draw charts."""


@app.command(
    epilog=examples(
        "ipsskills chart radar",
        "ipsskills chart radar Ada --demo -o ada.svg",
        "ipsskills chart radar --on 2026-06-01 -o june.pdf",
    )
)
def radar(
    person: Person = None,
    output: Output = None,
    on: On = None,
    force: Force = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Draw the radar chart: a spoke for each unit, a ring for each answer.

    The file's ending decides: .png, .svg or .pdf. Without -o it is radar.png in this folder.
    """
    from ipsskills.usecases.reports.chart import radar_chart

    out = Out("chart radar", json)
    with context.desk(context.Place(db, demo)) as desk:
        path = output or Path("radar.png")
        done = radar_chart(desk, person, path, on=as_date(on), replace=force)
    out.notice_if(done.apart_line)
    out.result(done, f"The chart is in {done.path}")
