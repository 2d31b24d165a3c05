"""``ipsskills share in``: taking in what somebody sent."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ipsskills.cli.commands.sharing.forms import look_at_forms, take_forms
from ipsskills.cli.commands.sharing.passphrases import (
    PassphraseFile,
    ask_passphrase,
    read_passphrase,
)
from ipsskills.cli.complete import complete_person
from ipsskills.cli.options import Db, Demo, Json, Keep, examples
from ipsskills.cli.output.show import Output, print_page, say
from ipsskills.cli.prompts import ask
from ipsskills.cli.prompts.who import ask_back, ask_who
from ipsskills.cli.setup import context
from ipsskills.codes import ParcelKind
from ipsskills.errors import InvalidInput

if TYPE_CHECKING:
    from ipsskills.formats.exchange.arriving import Arriving
    from ipsskills.formats.exchange.bundle import Bundle
    from ipsskills.formats.forms.filled import FilledForm
    from ipsskills.pages.document import Page

app = typer.Typer(rich_markup_mode=None, add_completion=False)

STDIN = Path("-")
_TRIES = 3


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
    back: Annotated[
        list[str] | None,
        typer.Option(
            "--back",
            metavar="NAME",
            help="Who was erased here and comes back with it. May be given again.",
        ),
    ] = None,
    passphrase_file: PassphraseFile = None,
    keep: Keep = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Take in what somebody sent: it joins what is here, and the same twice adds nothing.

    A file of ours, a folder of them, or a whole mail that holds one. What cannot be read is refused
    whole. A passphrase is asked for where one is needed.
    """
    from ipsskills.cli.prompts.alone import offer_look
    from ipsskills.formats.forms.files import read_form_file
    from ipsskills.pages.compose.sharing.taken import compose_met, compose_taken
    from ipsskills.usecases.sharing.keys import list_secrets
    from ipsskills.usecases.sharing.taking_in import look_in
    from ipsskills.usecases.sharing.taking_in import take_in as take

    told, said = Output("share in", json), tuple(names or ())
    tables = [each for each in files if _is_table(each)]
    found = _find([each for each in files if each not in tables])
    with context.desk(context.Place(db, demo), write=not look, begin=False) as desk:
        bundles = list(_open(found, list_secrets(desk), passphrase_file))
        records, forms = part(bundles)
        forms += [read_form_file(each, desk.framework) for each in tables]
        met = look_in(desk, records, said) if records else ()
        seen = look_at_forms(desk, forms)  # a form is refused before anything is kept
        if look:
            _show(told, met, map(compose_met, met), seen)
            return
        again = [*(back or ()), *(ask_back(met) if not back else ())]
        answers = ask_who(each for one in met for each in one.doubts)
        taken = take(desk, records, said, answers, again) if records else ()
        filled = take_forms(desk, forms, said, keep=keep)
        _show(told, taken, map(compose_taken, taken), filled)
        if not json:
            about = [each.met.about.id for each in taken]
            offer_look(desk, [*about, *(each.about.id for each, _ in filled)])


def _is_table(path: Path) -> bool:
    """Whether a file is a form as a spreadsheet has it. Raises InvalidInput for plain answers."""
    from ipsskills.formats.forms.files import is_table, refuse_answers

    if path == STDIN or path.is_dir():
        return False
    refuse_answers(path)
    return is_table(path)


def part(bundles: "Sequence[Bundle]") -> "tuple[list[Bundle], list[FilledForm]]":
    """Return the bundles of records, and the forms that somebody filled in."""
    from ipsskills.formats.forms.filled import read_filled

    forms = [each for each in bundles if each.what is ParcelKind.FORM]
    records = [each for each in bundles if each.what is not ParcelKind.FORM]
    return records, [read_filled(each.form) for each in forms]


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

    for left in reversed(range(_TRIES)):
        words = ask_passphrase(arriving.name)
        try:
            return open_arriving(arriving, passphrase=words)
        except InvalidInput as error:
            if not left:
                raise
            say(f"{error.message}\n{_say_tries(left)}")
    raise AssertionError("the last try opens it or raises")


def _say_tries(left: int) -> str:
    more = "One more try" if left == 1 else f"{left} more tries"
    return f"{more}. Ctrl-C stops, and nothing is changed."


def _show(
    told: Output,
    facts: Sequence[object],
    pages: "Iterable[Page]",
    forms: "Sequence[tuple[object, str]]",
) -> None:
    """Show a page for each file; a program is told of all at once."""
    if told.json:
        told.result({"files": facts, "forms": [each for each, _ in forms]})
        return
    for page in pages:
        print_page(page)
    for _, text in forms:
        told.result(None, text)
