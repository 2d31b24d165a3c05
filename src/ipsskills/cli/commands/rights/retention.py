"""``ipsskills data retention``: who has left, and what is kept longer than a service wants."""

from typing import TYPE_CHECKING, Annotated

import typer

from ipsskills.cli.commands.rights.forget import erase_person
from ipsskills.cli.options import Db, Demo, Json, examples
from ipsskills.cli.output.show import Output, say
from ipsskills.cli.prompts import ask
from ipsskills.cli.setup import context, settings
from ipsskills.doing import do
from ipsskills.errors import IpsSkillsError, UnderHold

if TYPE_CHECKING:
    from ipsskills.facts.exchange.retention import Retention
    from ipsskills.usecases.desk import Desk

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(epilog=examples("ipsskills data retention", "ipsskills data retention --erase"))
def retention(
    erase: Annotated[
        bool,
        typer.Option("--erase", help="Erase what is kept longer than was set, asking about each."),
    ] = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """See who has left and until when what is held about them is kept.

    No period is ours: your service sets it (settings keep-after-leaving). With --erase it asks the
    same of each whose period is over as data forget does, one by one; without a terminal it erases
    nobody. Nothing that is held is erased.
    """
    from ipsskills.pages.compose.rights.retention import compose_retention, compose_to_erase
    from ipsskills.usecases.rights.retaining import read_retention

    chosen = settings.load().get("keep-after-leaving")
    months = int(chosen) if chosen else None
    with context.desk(context.Place(db, demo), write=erase, begin=False) as desk:
        found = read_retention(desk, months)
        told = compose_retention(found)
        if erase and found.to_erase:
            ask.need_terminal(_say_each(found))
            say(compose_to_erase(found))
            told = _erase_all(desk, found)
    Output("data retention", json).result(found, told)


def _say_each(found: "Retention") -> str:
    """Return how to erase each by name, where nobody is there to be asked."""
    said = "Where nobody has asked to see it and there is no dispute, say so of each by name:"
    each = (f"  {do('data forget', '--yes', person=one.person.name)}" for one in found.to_erase)
    return "\n".join([said, *each])


def _erase_all(desk: "Desk", found: "Retention") -> str:
    """Erase each whose period is over; where one stops it, say first who was erased before.

    Whoever is held by an answer that was given now stays, and the next is asked about.
    """
    from ipsskills.pages.compose.rights.erasing import compose_after

    done: list[str] = []
    held: UnderHold | None = None
    try:
        for each in found.to_erase:
            try:
                erased = erase_person(desk, each.person.id, said=False)
            except UnderHold as error:
                if held:
                    say(f"{held.message}\n{held.hint}")
                held = error
            else:
                done.append(compose_after(erased))
        if held:
            raise held
    except IpsSkillsError as error:
        if done:
            say("\n".join(done))
        if held and error is not held:  # whatever stops it, the hold was set
            say(f"{held.message}\n{held.hint}")
        raise
    return "\n".join(done)
