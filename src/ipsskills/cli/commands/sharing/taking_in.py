"""``ipsskills share in``: taking in what somebody sent."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ipsskills.cli.commands.sharing.passphrases import (
    PassphraseFile,
    ask_passphrase,
    read_passphrase,
)
from ipsskills.cli.complete import complete_person
from ipsskills.cli.options import Db, Demo, Json, examples
from ipsskills.cli.output.show import Output, print_page, say
from ipsskills.cli.prompts import ask
from ipsskills.cli.setup import context
from ipsskills.errors import InvalidInput

if TYPE_CHECKING:
    from ipsskills.facts.exchange.parcels import ParcelMet, PersonInDoubt
    from ipsskills.formats.exchange.arriving import Arriving
    from ipsskills.formats.exchange.bundle import Bundle

app = typer.Typer(rich_markup_mode=None, add_completion=False)

STDIN = Path("-")
_TRIES = 3
_SOMEBODY_NEW = "new"


@app.command(
    "in",
    epilog=examples(
        "ipsskills share in ada-for-lee-2026-11-29.txt",
        "ipsskills share in mail.eml --look",
        "ipsskills share in Downloads",
        'ipsskills share in ada.txt --is "Ada Byron"',
    ),
)
def take_in(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...", help="A file, a mail or a folder; - for what is piped in."
        ),
    ],
    look: Annotated[
        bool, typer.Option("--look", help="Only show what is in it; take nothing in.")
    ] = False,
    names: Annotated[
        list[str] | None,
        typer.Option(
            "--is",
            metavar="NAME",
            help="Who here somebody in it is; new: nobody. May be given again.",
            autocompletion=complete_person,
        ),
    ] = None,
    passphrase_file: PassphraseFile = None,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Take in what somebody sent: it joins what is here, and the same twice adds nothing.

    A file of ours, a folder of them, or a whole mail that holds one. What cannot be read is refused
    whole. A passphrase is asked for where one is needed.
    """
    from ipsskills.pages.compose.sharing.taken import compose_met, compose_taken
    from ipsskills.usecases.sharing.keys import list_secrets
    from ipsskills.usecases.sharing.taking_in import look_in
    from ipsskills.usecases.sharing.taking_in import take_in as take

    told, said = Output("share in", json), tuple(names or ())
    found = _find(files)
    with context.desk(context.Place(db, demo), write=not look, begin=False) as desk:
        bundles = list(_open(found, list_secrets(desk), passphrase_file))
        met = look_in(desk, bundles, said)
        if look:
            _show(told, met, map(compose_met, met))
            return
        answers = _ask_who(met)
        taken = take(desk, bundles, said, answers)
    _show(told, taken, map(compose_taken, taken))


def _find(files: Sequence[Path]) -> "tuple[Arriving, ...]":
    """Return the files of ours in what was named, the same one once."""
    from ipsskills.formats.exchange.arriving import find_arriving, read_arriving

    found: dict[str, Arriving] = {}
    for path in files:
        arriving = (
            find_arriving(sys.stdin.buffer.read(), "what was piped in")
            if path == STDIN
            else read_arriving(path)
        )
        found |= {each.text: each for each in arriving}
    return tuple(found.values())


def _open(
    found: "Iterable[Arriving]", secrets: Sequence[str], file: Path | None
) -> "Iterator[Bundle]":
    """Yield what is in each file; one that is closed by a passphrase is asked about."""
    from ipsskills.formats.exchange.arriving import open_arriving

    words = read_passphrase(file) if file else None
    for each in found:
        if each.by_words and words is None and ask.can_ask():
            yield _open_by_words(each)
            continue
        if each.by_words and words is None:
            words = ask_passphrase(each.name)
        yield open_arriving(each, secrets=secrets, passphrase=words)


def _open_by_words(arriving: "Arriving") -> "Bundle":
    """Return what is in a file that somebody at a terminal opens; a slip may be mended."""
    from ipsskills.formats.exchange.arriving import open_arriving

    for _ in range(_TRIES - 1):
        try:
            return open_arriving(arriving, passphrase=ask_passphrase(arriving.name))
        except InvalidInput as error:
            say(error.message)
    return open_arriving(arriving, passphrase=ask_passphrase(arriving.name))


def _ask_who(met: "Iterable[ParcelMet]") -> dict[str, str | None]:
    """Return who those are that are in doubt, as somebody at the terminal says; else nothing."""
    doubts = {each.id: each for one in met for each in one.doubts}
    if not doubts or not ask.can_ask():
        return {}
    return {each.id: _ask_about(each) for each in doubts.values()}


def _ask_about(doubt: "PersonInDoubt") -> str | None:
    here = [(each.id, f"{each.name}{', that is you' if each.me else ''}") for each in doubt.like]
    choices = [*here, (_SOMEBODY_NEW, "Somebody else of that name")]
    chosen = ask.select(f"{doubt.called} in this file is, here:", choices, default=False)
    return None if chosen == _SOMEBODY_NEW else chosen


def _show(told: Output, facts: Sequence[object], pages: Iterable[object]) -> None:
    """Show a page for each file; a program is told of all at once."""
    if told.json:
        told.result({"files": facts})
        return
    for page in pages:
        print_page(page)  # type: ignore[arg-type]
