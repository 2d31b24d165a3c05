"""``ipsskills report``: where somebody is, strengths first."""

from typing import TYPE_CHECKING, Annotated

import typer

from ipsskills.cli.options import (
    Db,
    Demo,
    EachOfTeam,
    Force,
    FormWithRows,
    Json,
    On,
    Opened,
    OutputFile,
    PersonArgument,
    Since,
    as_day,
    as_first_day,
    examples,
)
from ipsskills.cli.setup import context
from ipsskills.days import refuse_backwards

if TYPE_CHECKING:
    from ipsskills.cli.output.pages import Made, PageOptions
    from ipsskills.facts.report import ReportFacts
    from ipsskills.pages.document import Page

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    epilog=examples(
        "ipsskills report",
        "ipsskills report Ada --demo",
        "ipsskills report -o report.md",
        "ipsskills report --since 2026-06-01",
        "ipsskills report --answers",
        "ipsskills report --format pdf --open",
        "ipsskills report --team Harbour --demo",
        "ipsskills report --mine-only",
        "ipsskills report --format csv -o answers.csv",
    )
)
def report(
    person: PersonArgument = None,
    form: FormWithRows = None,
    output: OutputFile = None,
    on: On = None,
    since: Since = None,
    answers: Annotated[
        bool, typer.Option("--answers", help="Every answer in words, one line a unit, by domain.")
    ] = False,
    team: EachOfTeam = None,
    mine_only: Annotated[
        bool, typer.Option("--mine-only", help="With your own private notes; on the screen only.")
    ] = False,
    force: Force = False,
    opened: Opened = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """See where you are: strengths first, safety, where effort would pay, chances to arrange.

    Private notes are left out; shared ones are shown. With --mine-only you read your own private
    ones again, on the screen; no file and no other program is given them.

    With --team there is a file for each person of a team, in a new folder or in the one of -o.
    """
    from ipsskills.cli.output.pages import PageOptions, show_made
    from ipsskills.usecases.reports.report import report as make
    from ipsskills.usecases.reports.report import report_team

    day, start = as_day(on), as_first_day(since)
    refuse_backwards(start, day)
    place = context.Place(db, demo)
    options = PageOptions(
        form, output, force, json, opened=opened, sheets=True, folder=team is not None
    )
    pictured = options.shows_pictures and not answers
    if team is not None:
        from ipsskills.cli.output.folder import refuse_beside_team, show_folder

        refuse_beside_team(person, mine_only=mine_only)
        with context.desk(place) as desk:
            every = report_team(desk, team, on=day, since=start, pictured=pictured)
        made = [_make(found, options, answers=answers) for found in every.reports]
        show_folder("report", every.team, made, options, every.without)
        return
    with context.desk(place) as desk:
        found = make(desk, person, on=day, since=start, private=mine_only, pictured=pictured)
    show_made("report", _make(found, options, answers=answers), options)


def _make(found: "ReportFacts", options: "PageOptions", *, answers: bool) -> "Made":
    """Return a report as the page and the tables that are made of it."""
    from ipsskills.cli.output.pages import Made
    from ipsskills.pages.compose.apart import apart_words

    return Made(
        found,
        _compose(found, answers=answers, into_file=options.leaves_the_screen),
        notices=(apart_words(found.apart, found.wording.names),),
    )


def _compose(found: "ReportFacts", *, answers: bool, into_file: bool) -> "Page":
    """Return the page, or the one with every answer."""
    if answers:
        from ipsskills.pages.compose.reports.every_answer import compose_every_answer

        return compose_every_answer(found, into_file=into_file)
    from ipsskills.pages.compose.reports.report import compose_report

    return compose_report(found, into_file=into_file)
