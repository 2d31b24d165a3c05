"""``ipsskills data redact``: the words of one entry, note or goal are erased."""

from typing import TYPE_CHECKING, Annotated

import typer

from ipsskills.cli.complete import complete_person
from ipsskills.cli.options import Db, Demo, Json, examples
from ipsskills.cli.output.show import Output, say
from ipsskills.cli.prompts import ask
from ipsskills.cli.setup import context
from ipsskills.errors import Interrupted

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
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask whether you are sure.")] = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Erase one text for good, in all its versions: an entry, note, goal, step, detail, objection.

    Its day, its units and who kept it stay. What it can be called is in the record, in an export
    and where a name still stands after forget. An answer is no words, and stays.
    """
    out = Output("data redact", json)
    if not (yes or asked):
        ask.need_terminal("Add --yes to go on without being asked.")
    with context.desk(context.Place(db, demo), write=True, begin=False) as desk:
        if asked:
            _ask_other(desk, entry, asked, out)
        else:
            _erase(desk, entry, out, sure=yes)


def _ask_other(desk: "Desk", entry: str, other: str, out: Output) -> None:
    from ipsskills.pages.compose.rights.erasing import compose_asked
    from ipsskills.usecases.rights.redacting import ask_to_redact

    done = ask_to_redact(desk, entry, other)
    out.result(done, compose_asked(done))


def _erase(desk: "Desk", entry: str, out: Output, *, sure: bool) -> None:
    from ipsskills.pages.compose.rights.erasing import compose_passage, compose_redacted
    from ipsskills.usecases.rights.redacting import look_at_words, redact

    if not sure:
        say(compose_passage(look_at_words(desk, entry)))
        if not ask.sure("Erase them?"):
            raise Interrupted("Nothing was changed.")
    done = redact(desk, entry)
    out.result(done, compose_redacted(done))
