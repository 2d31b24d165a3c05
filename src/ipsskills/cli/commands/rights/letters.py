"""Writes a letter to each who has a copy elsewhere; what fails is said, as the rest is done."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ipsskills.cli.output.show import Output
from ipsskills.cli.setup import context
from ipsskills.errors import IpsSkillsError

if TYPE_CHECKING:
    from ipsskills.pages.document import Page

LetterFile = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Where the letter to somebody who has a copy goes, with a name behind if several.",
    ),
]


def write_letters(
    made: "Iterable[tuple[str, Page]]", facts: object, output: Path, out: Output, *, free: bool
) -> dict[str, Path]:
    """Write letters, by whom they are for; return where each is.

    Of several each has the name behind it. With ``free``, where nobody named a file, a name that is
    taken gets a number; otherwise it is said where there is nobody to write to.
    """
    from ipsskills.cli.output.naming import find_free, name_for
    from ipsskills.files import write_bytes
    from ipsskills.pages.writers.formats import Material, find_format_by_ending

    on = context.now().astimezone().date()
    letters = dict(made)
    if not letters and not free:
        out.notice("No letter was written: as far as this record knows, nobody else has a copy.")
    written: dict[str, Path] = {}
    for name, letter in letters.items():
        path = name_for(output, name) if len(letters) > 1 else output
        try:
            chosen = find_format_by_ending(path.suffix, ["page"])
            content = chosen.write(Material(out.command, facts, letter, on=on))
            place = find_free(path) if free else path
            written[name] = write_bytes(place, content, replace=False).absolute()
        except IpsSkillsError as error:
            out.notice(f"The letter to {name} was not written: {error.message}")
    return written
