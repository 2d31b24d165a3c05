"""``ipsskills data retention``: who has left, and what is kept longer than a service wants."""

from typing import TYPE_CHECKING, Annotated

import typer

from ipsskills.cli.commands.rights.forget import ask_before
from ipsskills.cli.options import Db, Demo, Json, examples
from ipsskills.cli.output.show import Output, say
from ipsskills.cli.prompts import ask
from ipsskills.cli.setup import context, settings

if TYPE_CHECKING:
    from ipsskills.facts.exchange.retention import LeftPerson
    from ipsskills.usecases.desk import Desk

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(epilog=examples("ipsskills data retention", "ipsskills data retention --erase"))
def retention(
    erase: Annotated[
        bool,
        typer.Option("--erase", help="Erase what is kept longer than was set, asking about each."),
    ] = False,
    yes: Annotated[
        bool, typer.Option("--yes", help="With --erase: name them, and do not ask.")
    ] = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """See who has left and until when what is held about them is kept.

    No period is ours: your service sets it (settings keep-after-leaving). With --erase it asks the
    same of each whose period is over as data forget does. Nothing that is held is erased.
    """
    from ipsskills.pages.compose.rights.retention import compose_retention, compose_to_erase
    from ipsskills.usecases.rights.retaining import read_retention

    chosen = settings.load().get("keep-after-leaving")
    months = int(chosen) if chosen else None
    with context.desk(context.Place(db, demo), write=erase, begin=False) as desk:
        found = read_retention(desk, months)
        told = compose_retention(found)
        if erase and found.to_erase:
            if not yes:
                ask.need_terminal("Add --yes to erase without being asked.")
            say(compose_to_erase(found))
            told = "\n".join(_erase(desk, each, sure=yes) for each in found.to_erase)
    Output("data retention", json).result(found, told)


def _erase(desk: "Desk", each: "LeftPerson", *, sure: bool) -> str:
    from ipsskills.pages.compose.rights.erasing import compose_after
    from ipsskills.usecases.rights.forgetting import forget

    if not sure:
        ask_before(desk, each.person.id)
    return compose_after(forget(desk, each.person.id))
