"""``ipsskills data hold``: nothing about somebody is erased until it is over."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ipsskills.cli.commands.rights.letters import LetterFile, write_letters
from ipsskills.cli.complete import complete_person
from ipsskills.cli.options import Db, Demo, Json, examples
from ipsskills.cli.output.show import Output
from ipsskills.cli.setup import context
from ipsskills.codes import HoldReason
from ipsskills.doing import do
from ipsskills.errors import NotFound, UsageError

if TYPE_CHECKING:
    from ipsskills.facts.exchange.holds import CopiesElsewhere, HoldFacts
    from ipsskills.usecases.desk import Desk

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    epilog=examples(
        "ipsskills data hold Ada --why request",
        "ipsskills data hold Ada --why request -o please-keep.docx",
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
    output: LetterFile = None,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Keep all that is held about somebody from being erased, until you end it.

    While it stands, no command erases anything about them in this record, nor words about others
    that name them: neither forget, redact and retention nor taking back a file that came in. It can
    still be read, changed and sent:
    leaving it unused is yours to see to. Others who have copies are named, and -o writes each a
    letter to keep theirs. Both days stay in the record. Where somebody is held for more than one
    reason, each is ended by itself.
    """
    if person is None and (why or end):
        raise UsageError("Say about whom.", "As in: ipsskills data hold Ada --why request")
    if person is not None and not why and not end:
        raise UsageError(
            "Say why it is to be held, or that the hold ends.",
            "Add --why request, --why dispute or --why investigation; or --end.",
        )
    if output and (end or person is None):
        raise UsageError("A letter goes out where something is held.", "Leave out -o.")
    out = Output("data hold", json)
    with context.desk(context.Place(db, demo), write=person is not None, begin=False) as desk:
        found, elsewhere = _act(desk, person, why, end=end)
    _tell(found, elsewhere, output, out)


def _act(
    desk: "Desk", person: str | None, why: HoldReason | None, *, end: bool
) -> "tuple[tuple[HoldFacts, ...], CopiesElsewhere | None]":
    from ipsskills.usecases.rights import holding
    from ipsskills.usecases.rights.elsewhere import list_elsewhere

    if person is None:
        return holding.list_holds(desk), None
    if why and not end:
        return (holding.hold(desk, person, why),), list_elsewhere(desk, person)
    ended = holding.end_hold(desk, person, why)
    if not ended:
        reason = f" for that reason ({why})" if why else ""
        raise NotFound(f"Nothing about them is held{reason}.", f"See what is: {do('data hold')}")
    return ended, list_elsewhere(desk, person)


def _tell(
    found: "tuple[HoldFacts, ...]",
    elsewhere: "CopiesElsewhere | None",
    output: Path | None,
    out: Output,
) -> None:
    from ipsskills.pages.compose.rights.holds import compose_hold, compose_holds

    if elsewhere is None:
        out.result({"holds": found, "others": (), "letters": {}}, compose_holds(found))
        return
    letters = _write_letters(elsewhere, output, out) if output else {}
    told = compose_hold(found[0], elsewhere, letters)
    data = {"holds": found, "others": elsewhere.others, "letters": letters}
    out.result(data, told)


def _write_letters(elsewhere: "CopiesElsewhere", output: Path, out: Output) -> dict[str, Path]:
    from ipsskills.pages.compose.rights.letter_to_keep import compose_letters_to_keep

    return write_letters(compose_letters_to_keep(elsewhere), elsewhere, output, out, free=False)
