"""``ipsskills contest``: somebody sees a view or an entry about them differently."""

from typing import TYPE_CHECKING, Annotated

import typer

from ipsskills.cli.options import Db, Demo, Json, Keep, examples
from ipsskills.cli.output.show import Output
from ipsskills.cli.prompts import ask
from ipsskills.cli.setup import context
from ipsskills.errors import UsageError

if TYPE_CHECKING:
    from ipsskills.facts.exchange.contested import SeenDifferently
    from ipsskills.usecases.desk import Desk

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_HOW = 'As in: ipsskills contest --because "The visit was on a bad day"'


@app.command(
    epilog=examples(
        'ipsskills contest --because "I led that visit myself"',
        'ipsskills contest 1b7e2a --because "It was the other ward"',
        "ipsskills contest 1b7e2a --settled",
    )
)
def contest(
    entry: Annotated[
        str | None,
        typer.Argument(
            metavar="ENTRY",
            help="Named as the record lists it; left out, your supervisor's latest view of you.",
            show_default=False,
        ),
    ] = None,
    because: Annotated[
        str | None, typer.Option("--because", metavar="WORDS", help="How you see it.")
    ] = None,
    settled: Annotated[
        bool, typer.Option("--settled", help="Both of you see it as settled now.")
    ] = False,
    keep: Keep = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Say that you see a view or an entry about you differently.

    Your words stand beside it on every page and go out with it. A view that is contested orders
    nothing and makes no pair until the two of you have settled it; what it says stays as it is.
    """
    from ipsskills.pages.compose.contested import compose_contested
    from ipsskills.usecases.rights.contesting import settle

    if settled and because is not None:
        raise UsageError("What is settled needs no words.", "Leave out --because, or --settled.")
    if not settled and because is None:
        ask.need_terminal(_HOW)
    with context.desk(context.Place(db, demo), write=True, begin=False) as desk:
        done = settle(desk, entry) if settled else _say(desk, entry, because, keep=keep)
    Output("contest", json).result(done, compose_contested(done))


def _say(desk: "Desk", entry: str | None, because: str | None, *, keep: bool) -> "SeenDifferently":
    from ipsskills.cli.prompts.detail import Care
    from ipsskills.usecases.rights.contesting import contest as keep_contested

    given = because or ask.text("How do you see it? Both of you will read this:")
    return keep_contested(desk, entry, Care(desk, keep=keep).must(given, "how you see it"))
