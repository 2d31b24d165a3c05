"""``ipsskills report``: where somebody is, strengths first."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from ipsskills.cli.options import (
    Db,
    Demo,
    Force,
    Json,
    On,
    Output,
    Person,
    Since,
    as_date,
    examples,
)
from ipsskills.cli.output.show import Output as Out
from ipsskills.cli.output.show import envelope
from ipsskills.cli.setup import context
from ipsskills.errors import InvalidInput

if TYPE_CHECKING:
    from ipsskills.facts.report import ReportFacts
    from ipsskills.pages.document import Page

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class Format(StrEnum):
    """The forms a report is written in."""

    TEXT = "text"
    MD = "md"
    JSON = "json"
    CSV = "csv"


@app.command(
    epilog=examples(
        "ipsskills report",
        "ipsskills report Ada --demo",
        "ipsskills report -o report.md",
        "ipsskills report --since 2026-06-01",
        "ipsskills report --format csv -o answers.csv",
    )
)
def report(
    person: Person = None,
    form: Annotated[
        Format | None,
        typer.Option("--format", help="How to write it; by the file's ending if left out."),
    ] = None,
    output: Output = None,
    on: On = None,
    since: Since = None,
    force: Force = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """See where you are: strengths first, safety, where effort would pay, chances to arrange.

    Private notes are left out; shared ones are shown.
    """
    from ipsskills.cli.output.spelling import spell_page
    from ipsskills.files import write_text
    from ipsskills.pages.compose.report import compose_report
    from ipsskills.usecases.reports.report import report as make

    chosen = Format.JSON if json else form or _by_ending(output)
    out = Out("report", json or form is Format.JSON)
    with context.desk(context.Place(db, demo)) as desk:
        found = make(desk, person, on=as_date(on), since=as_date(since))
    page, kept_apart = spell_page(compose_report(found)), _apart(found)
    if kept_apart and chosen in (Format.JSON, Format.CSV):
        out.notice(kept_apart)  # a page says it itself
    if output:
        text = _written(chosen, found, page)
        write_text(output, text, replace=force)
        out.result({"path": output}, f"The report is in {output}")
    elif chosen in (Format.MD, Format.CSV):
        shown = _written(chosen, found, page).removeprefix("\ufeff")
        out.result(found, shown.replace("\r\n", "\n"))  # the stream ends lines in its own way
    else:
        out.result(found, page)


def _by_ending(output: "Output") -> Format:
    """Return the form that a file's ending asks for. Raises InvalidInput for another."""
    if output is None:
        return Format.TEXT
    endings = {".md": Format.MD, ".json": Format.JSON, ".csv": Format.CSV}
    endings |= {".txt": Format.TEXT, "": Format.TEXT}
    if (ending := output.suffix.lower()) not in endings:
        raise InvalidInput(
            f"A report cannot be written as {ending}.",
            "Give the file a name ending in .txt, .md, .json or .csv, or add --format",
        )
    return endings[ending]


def _written(form: Format, found: "ReportFacts", page: "Page") -> str:
    """Return the report as it stands in a file."""
    from ipsskills.pages.writers.answers_csv import to_csv
    from ipsskills.pages.writers.markdown import to_markdown
    from ipsskills.pages.writers.text import to_text

    match form:
        case Format.MD:
            return to_markdown(page)
        case Format.CSV:
            return to_csv(found)
        case Format.JSON:
            notices = [kept_apart] if (kept_apart := _apart(found)) else []
            return envelope("report", found, notices, None) + "\n"
        case _:
            return to_text(page)


def _apart(found: "ReportFacts") -> str:
    from ipsskills.pages.compose.apart import apart_words

    return apart_words(found.apart, found.wording.names)
