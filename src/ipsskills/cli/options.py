"""Options that several commands share."""

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from ipsskills.cli.complete import complete_format, complete_person
from ipsskills.errors import InvalidInput
from ipsskills.pages.writers.formats import FORMATS

Db = Annotated[
    Path | None,
    typer.Option("--db", metavar="FILE", help="Use this record instead of the usual one."),
]
Demo = Annotated[bool, typer.Option("--demo", help="Look around in the invented service.")]
Json = Annotated[bool, typer.Option("--json", help="Give the result as JSON, for programs.")]
PersonArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="PERSON",
        help="Whose; a part of the name will do. You, if left out.",
        autocompletion=complete_person,
        show_default=False,
    ),
]
OutputFile = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write it to this file.")
]


Form = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="NAME",
        help=f"How to write it: {', '.join(each.name for each in FORMATS)}; "
        "by the file's ending if left out.",
        autocompletion=complete_format,
    ),
]
Force = Annotated[bool, typer.Option("--force", help="Replace the file if it exists.")]
Keep = Annotated[
    bool, typer.Option("--keep", help="Keep words that look as if they tell who a client is.")
]
NewPerson = Annotated[
    bool,
    typer.Option(
        "--new-person",
        help="Put whom --with names in the record, as a team leader, if nobody is called so.",
    ),
]
On = Annotated[
    str | None, typer.Option("--on", metavar="DATE", help="As it was on this day (2026-11-22).")
]
Since = Annotated[
    str | None, typer.Option("--since", metavar="DATE", help="Show what changed since this day.")
]


YEARS = range(1950, 2101)


def examples(*lines: str) -> str:
    """Return the examples that end a help page, kept line by line."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


def as_date(text: str | None) -> date | None:
    """Return a date written as 2026-11-22 or 22/11/2026. Raises InvalidInput."""
    if text is None:
        return None
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            found = datetime.strptime(text.strip(), form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
        if found.year not in YEARS:
            raise InvalidInput(f"The year {found.year} cannot be meant.", "Look at the date again.")
        return found
    raise InvalidInput(f"'{text}' is not a date.", "Write it like 2026-11-22 or 22/11/2026.")
