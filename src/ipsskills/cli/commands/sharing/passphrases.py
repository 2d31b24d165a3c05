"""Passphrases: from a file, from standard input, or asked for; never from the command line.

Without a terminal nothing is asked. What stands on the command line others could see.
"""

import sys
from pathlib import Path
from typing import Annotated

import typer

from ipsskills.cli.prompts import ask
from ipsskills.errors import InvalidInput, NeedsTerminal

PassphraseFile = Annotated[
    Path | None,
    typer.Option(
        "--passphrase-file", metavar="FILE", help="Close or open by the words in this file."
    ),
]

_LONGEST = 1000


def read_passphrase(file: Path) -> str:
    """Return the passphrase in the first line of a file. Raises InvalidInput."""
    try:
        with file.open(encoding="utf-8-sig") as lines:
            words = lines.readline(_LONGEST).strip()
    except (OSError, UnicodeDecodeError):
        raise InvalidInput(
            f"The passphrase in {file} cannot be read.", "Name another file."
        ) from None
    if not words:
        raise InvalidInput(f"There is no passphrase in {file}.", "It stands in the first line.")
    return words


def choose_passphrase(name: str) -> str:
    """Return the passphrase to close a file by: what is typed, or on Enter words made for it.

    Without a terminal it is the first line of standard input. Raises NeedsTerminal if there is
    none.
    """
    if not ask.can_ask():
        return _read_line("To close it, pipe a passphrase in, or add --passphrase-file FILE.")
    from ipsskills.formats.exchange.passphrase import make_passphrase

    question = f"A passphrase for {name} to open it with. Enter: four words made for you"
    return ask.maybe(question) or make_passphrase()


def ask_passphrase(what: str, *, one_of_several: bool = False) -> str:
    """Return the passphrase that opens a file; raises as `choose_passphrase` does.

    At a terminal Enter leaves ``one_of_several`` files. Raises InvalidInput for that.
    """
    if not ask.can_ask():
        return _read_line(f"{what} opens by a passphrase: pipe it in, or add --passphrase-file.")
    if not one_of_several:
        return ask.text(f"The passphrase for {what}:")
    words = ask.maybe(f"The passphrase for {what} (Enter: leave this one):")
    if not words:
        raise InvalidInput("You left it.", "Take it in by itself once you have its passphrase.")
    return words


def _read_line(hint: str) -> str:
    words = "" if sys.stdin.isatty() else sys.stdin.readline(_LONGEST).strip()
    if not words:
        raise NeedsTerminal("A passphrase is needed, and there is no terminal to ask.", hint)
    return words
