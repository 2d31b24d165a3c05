"""``ipsskills share together``: reading what came before one has looked alone."""

from typing import Annotated

import typer

from ipsskills.cli.complete import complete_person
from ipsskills.cli.options import Db, Demo, Json, examples
from ipsskills.cli.output.show import Output
from ipsskills.cli.setup import context

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(epilog=examples("ipsskills share together Ada"))
def together(
    person: Annotated[
        str | None,
        typer.Argument(
            metavar="[PERSON]",
            help="Whose answers, or whose supervisor's view; yours, if left out.",
            autocompletion=complete_person,
            show_default=False,
        ),
    ] = None,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Read together what came by file before you had looked, instead of looking first.

    It is dated, and both of you are told: a view that you give after it says so.
    """
    from ipsskills.pages.compose.sharing.alone import compose_together
    from ipsskills.usecases.sharing.alone import read_together

    with context.desk(context.Place(db, demo), write=True, begin=False) as desk:
        found = read_together(desk, person)
    Output("share together", json).result(found, compose_together(found))
