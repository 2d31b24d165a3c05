"""``ipsskills compare``: two views of one person, side by side."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ipsskills.cli import context
from ipsskills.cli.options import Db, Demo, Force, Json, Output, Person, as_date, examples
from ipsskills.cli.show import Output as Out
from ipsskills.errors import InvalidInput

if TYPE_CHECKING:
    from ipsskills.pages.document import Page

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class Format(StrEnum):
    """The forms a comparison is written in."""

    TEXT = "text"
    MD = "md"
    JSON = "json"


_ENDINGS = {".md": Format.MD, ".json": Format.JSON, ".txt": Format.TEXT, "": Format.TEXT}


@app.command(
    epilog=examples(
        "ipsskills compare",
        "ipsskills compare Ada --demo",
        "ipsskills compare -o two-views.md",
        "ipsskills compare --mine 2026-11-24 --theirs 2026-08-20",
        "ipsskills compare --figures",
    )
)
def compare(
    person: Person = None,
    mine: Annotated[
        str | None,
        typer.Option("--mine", metavar="DATE", help="Your own side: the view finished that day."),
    ] = None,
    theirs: Annotated[
        str | None,
        typer.Option("--theirs", metavar="DATE", help="The other's: the view finished that day."),
    ] = None,
    figures: Annotated[
        bool, typer.Option("--figures", help="Only figures, for the curious.")
    ] = False,
    form: Annotated[
        Format | None,
        typer.Option("--format", help="How to write it; by the file's ending if left out."),
    ] = None,
    output: Output = None,
    force: Force = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """See both views side by side: the person's own and the supervisor's.

    Unit by unit, with what to do about each; neither view is the right one by itself. They are set
    side by side if at most 60 days apart; two others can be named by the day they were finished.
    """
    from ipsskills.pages.compare import compare_page, figures_page
    from ipsskills.usecases.compare import compare as make
    from ipsskills.usecases.compare import compare_figures

    out = Out("compare", json or form is Format.JSON)
    chosen = Format.JSON if json else form or _by_ending(output)
    days = {"mine": as_date(mine), "theirs": as_date(theirs)}
    data: Any
    with context.desk(context.Place(db, demo)) as desk:
        if figures:
            data = compare_figures(desk, person, **days)
            page = figures_page(data)
        else:
            data = make(desk, person, **days)
            page = compare_page(data)
    if data.apart_line and chosen is Format.JSON:
        out.notice(data.apart_line)  # a page says it itself
    _show(out, chosen, output, data, page, force=force)


def _show(
    out: Out, form: Format, output: Path | None, data: Any, page: "Page", *, force: bool
) -> None:
    if output:
        from ipsskills.usecases.files import write_text

        write_text(output, _written(form, data, page), replace=force)
        out.result({"path": output}, f"Both views are in {output}")
    else:
        out.result(data, _written(form, data, page) if form is Format.MD else page)


def _by_ending(output: Path | None) -> Format:
    """Return the form that a file's ending asks for. Raises InvalidInput for another."""
    ending = output.suffix.lower() if output else ""
    if ending not in _ENDINGS:
        raise InvalidInput(
            f"A comparison cannot be written as {ending}.",
            "Give the file a name ending in .txt, .md or .json, or add --format",
        )
    return _ENDINGS[ending]


def _written(form: Format, data: Any, page: "Page") -> str:
    from ipsskills.cli.show import envelope
    from ipsskills.pages.writers.markdown import to_markdown
    from ipsskills.pages.writers.text import to_text

    match form:
        case Format.JSON:
            notices = [data.apart_line] if data.apart_line else []
            return envelope("compare", data, notices, None) + "\n"
        case Format.MD:
            return to_markdown(page)
        case _:
            return to_text(page)
