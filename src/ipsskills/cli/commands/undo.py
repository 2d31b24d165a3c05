"""``ipsskills undo``: the last change, told first."""

from typing import Annotated

import typer

from ipsskills.cli.options import Db, Demo, Json, examples
from ipsskills.cli.output.show import Output, say
from ipsskills.cli.prompts import ask
from ipsskills.cli.setup import context
from ipsskills.errors import Interrupted

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(epilog=examples("ipsskills undo", "ipsskills undo --yes"))
def undo(
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask whether you are sure.")] = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Undo the last thing you changed. It is told first.

    Nothing is erased: what was there before is there again, and the history keeps both. Typed
    again, it brings the change back. What others have changed since, what was sent and what was
    erased cannot be undone.
    """
    from ipsskills.pages.compose.undoing import compose_last_change, compose_undone
    from ipsskills.usecases.undoing.undo import read_last_change, undo_last_change

    with context.desk(context.Place(db, demo), write=True, begin=False) as desk:
        found = read_last_change(desk)
        if not yes:
            ask.need_terminal("Add --yes to go on without being asked.")
            say(compose_last_change(found))
            if not ask.sure("Undo this?"):
                raise Interrupted("Nothing was changed.")
        undone = undo_last_change(desk, found.key)
    told = [compose_last_change(undone)] if yes else []
    Output("undo", json).result(undone, "\n".join([*told, compose_undone(undone)]))
