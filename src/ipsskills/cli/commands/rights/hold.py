"""``ipsskills data hold``: nothing about somebody is erased until it is over."""

from typing import TYPE_CHECKING, Annotated

import typer

from ipsskills.cli.complete import complete_person
from ipsskills.cli.options import Db, Demo, Json, examples
from ipsskills.cli.output.show import Output
from ipsskills.cli.setup import context
from ipsskills.codes import HoldReason
from ipsskills.doing import do
from ipsskills.errors import NotFound, UsageError

if TYPE_CHECKING:
    from ipsskills.facts.exchange.holds import HoldFacts
    from ipsskills.usecases.desk import Desk

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    epilog=examples(
        "ipsskills data hold Ada --why request",
        "ipsskills data hold Ada --end --why request",
        "ipsskills data hold",
    )
)
def hold(
    person: Annotated[
        str | None,
        typer.Argument(
            metavar="PERSON",
            help="About whom; left out, every hold is listed.",
            autocompletion=complete_person,
            show_default=False,
        ),
    ] = None,
    why: Annotated[
        HoldReason | None,
        typer.Option(
            "--why",
            help="They asked to see it, a dispute, or an investigation; with --end, which is over.",
        ),
    ] = None,
    end: Annotated[bool, typer.Option("--end", help="It is over: end that hold today.")] = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Keep all that is held about somebody from being erased, until you end it.

    While it stands, no command erases anything about them: neither forget, redact and retention
    nor taking back a file that came in. Both days stay in the record. Where somebody is held for
    more than one reason, each is ended by itself.
    """
    from ipsskills.pages.compose.rights.holds import compose_holds

    if person is None and (why or end):
        raise UsageError("Say about whom.", "As in: ipsskills data hold Ada --why request")
    if person is not None and not why and not end:
        raise UsageError(
            "Say why it is to be held, or that the hold ends.",
            "Add --why request, --why dispute or --why investigation; or --end.",
        )
    with context.desk(context.Place(db, demo), write=person is not None, begin=False) as desk:
        found = _act(desk, person, why, end=end)
    Output("data hold", json).result({"holds": found}, compose_holds(found, everything=not person))


def _act(
    desk: "Desk", person: str | None, why: HoldReason | None, *, end: bool
) -> "tuple[HoldFacts, ...]":
    from ipsskills.usecases.rights import holding

    if person is None:
        return holding.list_holds(desk)
    if why and not end:
        return (holding.hold(desk, person, why),)
    ended = holding.end_hold(desk, person, why)
    if not ended:
        reason = f" for that reason ({why})" if why else ""
        raise NotFound(f"Nothing about them is held{reason}.", f"See what is: {do('data hold')}")
    return ended
