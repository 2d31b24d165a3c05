"""``ipsskills team``: who is in which team, and when each was last seen and supervised."""

from typing import Annotated

import typer

from ipsskills.cli.options import Db, Demo, Force, FormWithRows, Json, Opened, OutputFile, examples
from ipsskills.cli.setup import context

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.callback(epilog=examples("ipsskills team list", "ipsskills team show North"))
def team() -> None:
    """See teams: names and dates, no answers.

    Without a command: all teams.
    """


@app.command("list", epilog=examples("ipsskills team list", "ipsskills team list --demo"))
def list_(
    form: FormWithRows = None,
    output: OutputFile = None,
    force: Force = False,
    opened: Opened = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """List the teams, who leads them and who is in them."""
    from ipsskills.cli.output.pages import PageOptions, show_page
    from ipsskills.pages.compose.people.team import compose_teams
    from ipsskills.usecases.people.team import list_teams

    options = PageOptions(form, output, force, json, opened=opened, sheets=True)
    with context.desk(context.Place(db, demo)) as desk:
        found = list_teams(desk)
    show_page("team list", found, compose_teams(found), options)


@app.command(epilog=examples("ipsskills team show North", "ipsskills team show Harbour --demo"))
def show(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="The team; a part of its name will do.")
    ],
    form: FormWithRows = None,
    output: OutputFile = None,
    force: Force = False,
    opened: Opened = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """See who is in a team, who supervises them, and when they were last seen and supervised."""
    from ipsskills.cli.output.pages import PageOptions, show_page
    from ipsskills.pages.compose.people.team import compose_team
    from ipsskills.usecases.people.team import show_team

    options = PageOptions(form, output, force, json, opened=opened, sheets=True)
    with context.desk(context.Place(db, demo)) as desk:
        found = show_team(desk, name)
    show_page("team show", found, compose_team(found), options)
