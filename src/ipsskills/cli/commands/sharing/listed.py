"""``ipsskills share list`` and ``share undo``: what went and came, and taking a wrong file back."""

from typing import Annotated

import typer

from ipsskills.cli.complete import complete_person
from ipsskills.cli.options import Db, Demo, Json, examples
from ipsskills.cli.output.show import Output, say
from ipsskills.cli.prompts import ask
from ipsskills.cli.setup import context
from ipsskills.errors import Interrupted

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("list", epilog=examples("ipsskills share list", "ipsskills share list Ada"))
def list_files(
    person: Annotated[
        str | None,
        typer.Argument(
            metavar="PERSON",
            help="Only what is about somebody, or went to or came from them.",
            show_default=False,
            autocompletion=complete_person,
        ),
    ] = None,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """See what went out and came in: when, about whom, to and from whom, and what is still open.

    A file is known by its day and by whom it has to do with: its name is not kept, as it may hold
    somebody's.
    """
    from ipsskills.pages.compose.sharing.listed import compose_parcels
    from ipsskills.usecases.sharing.listed import list_parcels

    with context.desk(context.Place(db, demo)) as desk:
        found = list_parcels(desk, person)
    Output("share list", json).result(found, compose_parcels(found))


@app.command(epilog=examples("ipsskills share undo", "ipsskills share undo 3 --yes"))
def undo(
    number: Annotated[
        int | None,
        typer.Argument(
            metavar="NUMBER",
            help="Which, as in share list; the last that came in, if left out.",
            show_default=False,
        ),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask whether you are sure.")] = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Take back a wrong file that came in, whole, while nothing here rests on it.

    The people it named stay, and who you said they are; ipsskills people join --undo parts two. The
    same file can be taken in again later. Our copies of earlier days keep what it brought: to have
    words out of those too, erase them (data redact, data forget) before you take the file back.
    """
    from ipsskills.pages.compose.sharing.listed import compose_outlook_of_undo, compose_undone
    from ipsskills.usecases.sharing.undo import look_at_undo, undo_parcel

    with context.desk(context.Place(db, demo), write=True, begin=False) as desk:
        if not yes:
            found = look_at_undo(desk, number)
            ask.need_terminal("Add --yes to go on without being asked.")
            say(compose_outlook_of_undo(found))
            if not ask.sure("Take it back?"):
                raise Interrupted("Nothing was changed.")
            number = found.parcel.number
        undone = undo_parcel(desk, number)
    Output("share undo", json).result(undone, compose_undone(undone))
