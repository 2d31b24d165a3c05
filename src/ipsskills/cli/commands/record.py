"""``ipsskills record``: the training record, listed, searched, set against the curriculum."""

from typing import TYPE_CHECKING, Annotated

import typer

from ipsskills.cli.complete import complete_unit
from ipsskills.cli.options import (
    Db,
    Demo,
    Force,
    FormWithRows,
    Json,
    Opened,
    OutputFile,
    PersonArgument,
    as_first_day,
    as_last_day,
    examples,
)
from ipsskills.cli.setup import context
from ipsskills.codes import EntryKind
from ipsskills.days import refuse_backwards
from ipsskills.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ipsskills.pages.document import Page
    from ipsskills.usecases.desk import Desk

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    epilog=examples(
        "ipsskills record",
        "ipsskills record --unit 3.13 --since 2026-01-01",
        "ipsskills record Ada --kind observation --search spring",
        "ipsskills record --coverage",
        "ipsskills record --for-review -o review.md",
    )
)
def record(
    person: PersonArgument = None,
    unit: Annotated[
        list[str] | None,
        typer.Option(
            "--unit",
            metavar="ID",
            help="Only what bears on this unit; may be given again.",
            autocompletion=complete_unit,
        ),
    ] = None,
    kind: Annotated[
        list[EntryKind] | None,
        typer.Option("--kind", help="Only this kind, may be given again; preparation only so."),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="DATE", help="From this day or month on (Jan 2026)."),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option("--until", metavar="DATE", help="Up to this day, or month."),
    ] = None,
    search: Annotated[
        str,
        typer.Option(
            "--search", metavar="WORDS", help="What holds these words, your private notes too."
        ),
    ] = "",
    coverage: Annotated[
        bool, typer.Option("--coverage", help="Set the curriculum against what is recorded.")
    ] = False,
    for_review: Annotated[
        bool,
        typer.Option(
            "--for-review",
            help="Twelve months of supervision and field mentoring, without any rating.",
        ),
    ] = False,
    form: FormWithRows = None,
    output: OutputFile = None,
    force: Force = False,
    opened: Opened = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """See the training record by date, search it, or see what it covers."""
    from ipsskills.cli.output.pages import PageOptions, show_page

    options = PageOptions(form, output, force, json, opened=opened, sheets=True)
    chosen = bool(unit or kind or since or until or search)
    if (coverage and for_review) or (chosen and (coverage or for_review)):
        raise UsageError(
            "--coverage and --for-review are pages of their own.", "Ask for one page at a time."
        )
    days = (as_first_day(since), as_last_day(until))
    refuse_backwards(*days)
    with context.desk(context.Place(db, demo)) as desk:
        if coverage:
            found, page = _coverage(desk, person, pictured=options.shows_pictures)
        elif for_review:
            found, page = _review(desk, person)
        else:
            units = [_unit_id(desk, name) for name in unit or ()]
            found, page = _list_entries(desk, person, units, kind or (), days, search)
    show_page("record", found, page, options)


def _unit_id(desk: "Desk", name: str) -> str:
    from ipsskills.framework.search import find_unit

    return find_unit(desk.framework, name).id


def _coverage(desk: "Desk", person: str | None, *, pictured: bool) -> "tuple[object, Page]":
    from ipsskills.pages.compose.entries.record import compose_coverage
    from ipsskills.usecases.entries.training_record import read_coverage

    found = read_coverage(desk, person)
    return found, compose_coverage(found, pictured=pictured)


def _review(desk: "Desk", person: str | None) -> "tuple[object, Page]":
    from ipsskills.pages.compose.entries.record import compose_review
    from ipsskills.usecases.entries.training_record import read_review

    found = read_review(desk, person)
    return found, compose_review(found)


def _list_entries(
    desk: "Desk",
    person: str | None,
    units: "Sequence[str]",
    kinds: "Sequence[EntryKind]",
    days: "tuple[date | None, date | None]",
    words: str,
) -> "tuple[object, Page]":
    from ipsskills.pages.compose.entries.record import compose_record
    from ipsskills.usecases.entries.training_record import list_record

    since, until = days
    found = list_record(
        desk, person, units=units, kinds=kinds, since=since, until=until, words=words
    )
    return found, compose_record(found)
