"""Options that several commands share."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ipsskills.cli.complete import complete_format, complete_person
from ipsskills.cli.setup import context
from ipsskills.errors import UsageError
from ipsskills.pages.writers.formats import FORMATS, Part

if TYPE_CHECKING:
    from datetime import date

    from ipsskills.days import Tense

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
EachOfTeam = Annotated[
    str | None,
    typer.Option(
        "--team",
        metavar="NAME",
        help="A page for each person of a team, in a folder; mine: those you supervise.",
    ),
]
WithNames = Annotated[
    bool,
    typer.Option("--names", help="In a calendar, say who and what; teams often see each other's."),
]
Opened = Annotated[bool, typer.Option("--open", help="Open the file that is written.")]


def _offer(*more: Part) -> Any:
    """Return the option for a format; it names those that a page with these parts can have.

    It says which of them are shown on the screen where no file is named.
    """
    parts: set[Part] = {"page", "facts", *more}
    had = [each for each in FORMATS if each.needs in parts]
    names = ", ".join(each.name for each in had)
    shown = ", ".join(each.name for each in had if not each.opened)
    return typer.Option(
        "--format",
        metavar="NAME",
        help=f"How to write it: {names}; by the file's ending if left out. "
        f"Without -o, {shown} are shown on the screen, the others make a file.",
        autocompletion=complete_format,
    )


Form = Annotated[str | None, _offer()]
FormWithRows = Annotated[str | None, _offer("sheets")]
FormWithDays = Annotated[str | None, _offer("sheets", "events")]
WithoutDrawing = Annotated[
    bool, typer.Option("--plain", help="On the screen in words, without a drawing.")
]
Force = Annotated[bool, typer.Option("--force", help="Replace the file if it exists.")]
Keep = Annotated[
    bool, typer.Option("--keep", help="Keep words that look as if they tell who a client is.")
]
AllNations = Annotated[
    bool,
    typer.Option("--all-nations", help="Show the notes of all nations, whatever is set."),
]
NewPerson = Annotated[
    bool,
    typer.Option(
        "--new-person",
        help="Put whom --with names in the record, as a team leader, if nobody is called so.",
    ),
]
Arranged = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Who arranges it, for a chance that needs arranging."),
]
On = Annotated[
    str | None,
    typer.Option("--on", metavar="DATE", help="As it was on this day (22 Nov 2026)."),
]
Since = Annotated[
    str | None,
    typer.Option("--since", metavar="DATE", help="Show what changed since this day or month."),
]


def examples(*lines: str) -> str:
    """Return the examples that end a help page, kept line by line."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


def as_day(text: str | None, tense: "Tense | None" = None) -> "date | None":
    """Return the day an option names, None where it was left out. Raises InvalidInput.

    It was, unless another ``tense`` says how it is meant.
    """
    if text is None:
        return None
    from ipsskills.days import Tense, read_day

    return read_day(text, _today(), tense or Tense.WAS)


def as_first_day(text: str | None) -> "date | None":
    """Return the first day of the day or month an option names. Raises InvalidInput."""
    return None if text is None else _as_span(text)[0]


def as_last_day(text: str | None) -> "date | None":
    """Return the last day of the day or month an option names. Raises InvalidInput."""
    return None if text is None else _as_span(text)[1]


def _as_span(text: str) -> "tuple[date, date]":
    from ipsskills.days import read_span

    return read_span(text, _today())


def split_number(first: str | None, second: str | None) -> tuple[str | None, str | None]:
    """Return a number on the plan and a person, of two words in any order that may be left out.

    What begins with a digit is a number, anything else a person. Raises UsageError for two of one.
    """
    given = [word for word in (first, second) if word is not None]
    numbers = [word for word in given if word[:1].isdecimal()]
    people = [word for word in given if word not in numbers]
    if numbers[1:] or people[1:]:
        two = "numbers" if numbers[1:] else "people"
        raise UsageError(f"These are two {two}: {', '.join(given)}.", "Name one at a time.")
    return next(iter(numbers), None), next(iter(people), None)


def put_number_first(number: str, person: str | None) -> tuple[str, str | None]:
    """Return the number on a plan and whose plan it is, which may be typed the other way round.

    What is printed to be typed names the person first, as for every other command.
    """
    if person is not None and person[:1].isdecimal() and not number[:1].isdecimal():
        return person, number
    return number, person


def _today() -> "date":
    return context.now().astimezone().date()
