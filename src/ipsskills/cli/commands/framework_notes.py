"""``ipsskills framework notes``: law and guidance listed, and what somebody must look at."""

from typing import TYPE_CHECKING, Annotated

import typer

from ipsskills.cli.complete import complete_nation, complete_unit
from ipsskills.cli.options import AllNations, Force, Form, Json, Opened, OutputFile, examples
from ipsskills.cli.output.framework_pages import show_framework_page
from ipsskills.cli.output.pages import PageOptions
from ipsskills.cli.setup import context
from ipsskills.doing import do
from ipsskills.errors import UsageError

if TYPE_CHECKING:
    from ipsskills.framework.types import Unit
    from ipsskills.method.law.ageing import Standpoint

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    epilog=examples(
        "ipsskills framework notes",
        "ipsskills framework notes 3.7 --nation Scotland",
        'ipsskills framework notes --topic "Access to Work"',
        "ipsskills framework notes 3.7 --full -o notes.pdf",
        "ipsskills framework notes --moving -o to-look-at.md",
    )
)
def notes(
    unit: Annotated[
        str | None,
        typer.Argument(
            metavar="ID",
            help="A unit, such as 3.7, or its name; all if left out.",
            autocompletion=complete_unit,
            show_default=False,
        ),
    ] = None,
    nation: Annotated[
        list[str] | None,
        typer.Option(
            "--nation",
            metavar="NAME",
            help="Only notes that hold here; may be given several times.",
            autocompletion=complete_nation,
            show_default=False,
        ),
    ] = None,
    topic: Annotated[
        str, typer.Option("--topic", metavar="WORDS", help="Only notes whose topic holds this.")
    ] = "",
    moving: Annotated[
        bool,
        typer.Option(
            "--moving",
            help="What somebody must look at, in every nation: law that is moving, and what is "
            "past its year; what is overdue first, then what is about to change and the oldest.",
        ),
    ] = False,
    full: Annotated[
        bool, typer.Option("--full", help="Each note whole, with its words and its source.")
    ] = False,
    all_nations: AllNations = False,
    form: Form = None,
    output: OutputFile = None,
    force: Force = False,
    opened: Opened = False,
    json: Json = False,
) -> None:
    """List the notes on law and guidance, unit by unit, with what their age means today."""
    from ipsskills.facts.content import list_notes, list_to_look_at
    from ipsskills.pages.compose.content.law import (
        compose_notes,
        compose_to_look_at,
        compose_whole_notes,
    )

    options = PageOptions(form, output, force, json, opened=opened)
    standpoint = _stand(nation, everywhere=all_nations or moving)
    units = _choose_units(unit)
    if moving and full:
        raise UsageError("--moving is a list already.", "Leave out --full, or --moving.")
    if moving:
        found = list_to_look_at(units, standpoint, topic)
        show_framework_page("framework notes", found, compose_to_look_at(found), options)
        return
    found = list_notes(units, standpoint, topic)
    again = [*([unit] if unit else []), *(["--topic", f'"{topic}"'] if topic else [])]
    unfold = do("framework notes", *again, *(["--full"] if full else []), "--all-nations")
    whole = compose_whole_notes(found, units, unfold) if full else None
    page = whole or compose_notes(found, unfold)
    show_framework_page("framework notes", found, page, options)


def _stand(named: list[str] | None, *, everywhere: bool) -> "Standpoint":
    """Return what notes are read by: the nations named here, else those that are set."""
    from dataclasses import replace

    from ipsskills.nations import read_nations

    usual = context.standpoint(all_nations=everywhere)
    return replace(usual, nations=read_nations(" ".join(named))) if named else usual


def _choose_units(name: str | None) -> "tuple[Unit, ...]":
    from ipsskills.framework.search import find_unit

    whole = context.framework()
    return (find_unit(whole, name),) if name else whole.units
