"""``ipsskills prepare``: five short questions before an ordinary supervision."""

from typing import Annotated, Any

import typer

from ipsskills.cli.entries.options import collect_typed, with_fields
from ipsskills.cli.options import Db, Demo, Json, Keep, examples
from ipsskills.cli.setup import context
from ipsskills.codes import EntryKind

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    epilog=examples(
        "ipsskills prepare",
        'ipsskills prepare --well "A trial shift." --stuck "Telling an employer."',
        'ipsskills prepare --want "Watch me once" --unit 3.8 --done 1.2',
    )
)
@with_fields(EntryKind.PREPARATION)
def prepare(
    done: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME", help="Something you did: an action, or a step of the plan (1.2)."
        ),
    ] = None,
    keep: Keep = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
    **typed: Any,
) -> None:
    """Answer five short questions before supervision; they stand on its agenda.

    Say any of it in options and nothing is asked. Doing it again changes what you said before.
    """
    from ipsskills.cli.entries.prepare import run

    given = collect_typed(EntryKind.PREPARATION, typed)
    run(given, done or (), context.Place(db, demo), keep=keep, json=json)
