"""``ipsskills demo``: the whole job, done for an invented service."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ipsskills.cli.options import Json, examples
from ipsskills.cli.output.show import Output
from ipsskills.cli.setup import context, paths

if TYPE_CHECKING:
    from ipsskills.pages.document import Page

_HOLDS = {
    "report": "the report, for supervision",
    "radar": "the radar chart",
    "plan": "the learning plan",
    "agenda": "the next supervision hour",
}

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(epilog=examples("ipsskills demo", "ipsskills demo -o somewhere"))
def demo(
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FOLDER", help="Where to put the files.")
    ] = Path("ipsskills-demo"),
    json: Json = False,
) -> None:
    """Make an invented service and do the whole job for one of its people.

    The people are invented and live in a record of their own; yours is not touched. Running it
    again makes the service and its files anew.
    """
    from ipsskills.pages.document import Commands, Entries, Heading, Page, Text
    from ipsskills.usecases.demo.make import make_demo

    done = make_demo(context.framework(), paths.demo_file(), output, context.now, spell=_spell)
    rows = tuple(("", file.path.name, _HOLDS[file.what]) for file in done.files)
    page = Page(
        "An invented service is ready",
        (
            f"Six specialists, their team leader {done.team_leader} and three rounds of answers.",
            f"The whole job was done for {done.person}.",
        ),
        (
            Heading("Files", f"in {done.folder}"),
            Entries(rows),
            Heading("Try next"),
            Commands(
                (
                    ("ipsskills report --demo", f"{done.person}'s report here on the screen"),
                    ("ipsskills plan show --demo", "the plan"),
                    ("ipsskills people list --demo", "who is in the service"),
                    ("ipsskills assess --demo", "answer a few questions; q leaves"),
                    ("ipsskills assess", "begin your own"),
                )
            ),
            Text("All names are invented. Nothing here is kept in your own record."),
        ),
    )
    Output("demo", json).result(done, page)


def _spell(page: "Page") -> "Page":
    """Return a page of the demo's own files, in which every command stays in the demo."""
    from ipsskills.cli.output.spelling import spell_page, stay_in_demo

    stay_in_demo(stay=True)
    try:
        return spell_page(page)
    finally:
        stay_in_demo(stay=False)
