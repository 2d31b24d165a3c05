"""``ipsskills agenda``: the supervision hour on one page."""

from enum import StrEnum
from typing import Annotated

import typer

from ipsskills.cli import context
from ipsskills.cli.options import Db, Demo, Force, Json, Output, Person, examples

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class Format(StrEnum):
    """The forms a page is written in."""

    TEXT = "text"
    MD = "md"
    JSON = "json"


@app.command(
    epilog=examples(
        "ipsskills agenda", "ipsskills agenda Ada --demo", "ipsskills agenda Ada -o agenda.md"
    )
)
def agenda(
    person: Person = None,
    form: Annotated[
        Format | None,
        typer.Option("--format", help="How to write it; by the file's ending if left out."),
    ] = None,
    output: Output = None,
    force: Force = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Have the learning part of a supervision hour on one page, to talk over.

    What went well, what you said you would do, safety, three things to talk about first.
    Private notes are left out; answers stand in words.
    """
    from ipsskills.cli.paper import show
    from ipsskills.pages.agenda import agenda_page
    from ipsskills.usecases.agenda import agenda as make

    with context.desk(context.Place(db, demo)) as desk:
        found = make(desk, person)
    show("agenda", found, agenda_page(found), form=form, output=output, force=force, json=json)
