"""``ipsskills data redact``: the words of one entry, note or goal are erased."""

from typing import TYPE_CHECKING, Annotated

import typer

from ipsskills.cli.complete import complete_person
from ipsskills.cli.options import Db, Demo, Json, examples
from ipsskills.cli.output.show import Output, say
from ipsskills.cli.prompts import ask
from ipsskills.cli.prompts.before_erasing import NO_TERMINAL, SaidNo, find_nothing_against
from ipsskills.cli.setup import context
from ipsskills.errors import Interrupted, InvalidInput

if TYPE_CHECKING:
    from ipsskills.usecases.desk import Desk

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    epilog=examples("ipsskills data redact 1b7e2a", "ipsskills data redact 1b7e2a --ask Lee")
)
def redact(
    entry: Annotated[
        str,
        typer.Argument(
            metavar="ENTRY", help="Named as the record lists it, or an export, or forget."
        ),
    ],
    asked: Annotated[
        str | None,
        typer.Option(
            "--ask",
            metavar="PERSON",
            help="Erase nothing here: ask them to erase it where they have it.",
            autocompletion=complete_person,
        ),
    ] = None,
    declined: Annotated[
        bool,
        typer.Option("--decline", help="Say no where somebody asked you to erase it."),
    ] = False,
    yes: SaidNo = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Erase one text for good, in all its versions: an entry, note, goal, step, detail, objection.

    It asks first whether anybody wants to see it and whether there is a dispute, as forget does:
    about whom it is about, and about each whom the words name.
    Its day, its units and who kept it stay. What it can be called is in the record, in an export
    and where a name still stands after forget. An answer is no words, and stays.
    """
    out = Output("data redact", json)
    if declined and (asked or yes):
        raise InvalidInput("--decline goes with no other of these.", "Leave out one of them.")
    if not (yes or asked or declined):
        ask.need_terminal(NO_TERMINAL)
    with context.desk(context.Place(db, demo), write=True, begin=False) as desk:
        if asked:
            _ask_other(desk, entry, asked, out)
        elif declined:
            _decline(desk, entry, out)
        else:
            _erase(desk, entry, out, said=yes)


def _ask_other(desk: "Desk", entry: str, other: str, out: Output) -> None:
    from ipsskills.pages.compose.rights.erasing import compose_asked
    from ipsskills.usecases.rights.redacting import ask_to_redact

    done = ask_to_redact(desk, entry, other)
    out.result(done, compose_asked(done))


def _decline(desk: "Desk", entry: str, out: Output) -> None:
    from ipsskills.pages.compose.rights.asked_words import compose_declined
    from ipsskills.usecases.rights.redacting import decline

    done = decline(desk, entry)
    out.result(done, compose_declined(done))


def _erase(desk: "Desk", entry: str, out: Output, *, said: bool) -> None:
    from ipsskills.pages.compose.rights.erasing import compose_redacted, compose_words
    from ipsskills.usecases.rights.redacting import look_at_words, redact

    outlook = look_at_words(desk, entry)
    if not said:
        say(compose_words(outlook))
    people = (outlook.person, *outlook.named)
    answered = [find_nothing_against(desk, each, said=said) for each in people]
    if not said and not ask.sure("Erase them?"):
        raise Interrupted("Nothing was changed.")
    done = redact(desk, entry, answered)
    out.result(done, compose_redacted(done))
