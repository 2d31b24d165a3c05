"""``ipsskills agenda``: the supervision hour on one page."""

from typing import TYPE_CHECKING

import typer

from ipsskills.cli.options import (
    Db,
    Demo,
    EachOfTeam,
    Force,
    Form,
    Json,
    Opened,
    OutputFile,
    PersonArgument,
    examples,
)
from ipsskills.cli.setup import context

if TYPE_CHECKING:
    from ipsskills.cli.output.pages import Made, PageOptions
    from ipsskills.facts.agenda import AgendaFacts

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    epilog=examples(
        "ipsskills agenda",
        "ipsskills agenda Ada --demo",
        "ipsskills agenda Ada -o agenda.md",
        "ipsskills agenda --team mine",
    )
)
def agenda(
    person: PersonArgument = None,
    team: EachOfTeam = None,
    form: Form = None,
    output: OutputFile = None,
    force: Force = False,
    opened: Opened = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Have the learning part of a supervision hour on one page, to talk over.

    What went well, what you said you would do, safety, three things to talk about first.
    Private notes are left out; answers stand in words. With --team there is a file for each
    person of a team, in a new folder or in the one of -o.
    """
    from ipsskills.cli.output.pages import PageOptions, show_made
    from ipsskills.usecases.supervision.agenda import agenda as make
    from ipsskills.usecases.supervision.agenda import agenda_team

    place = context.Place(db, demo)
    options = PageOptions(form, output, force, json, opened=opened, folder=team is not None)
    if team is not None:
        from ipsskills.cli.output.folder import refuse_beside_team, show_folder

        refuse_beside_team(person)
        with context.desk(place) as desk:
            every = agenda_team(desk, team)
        made = [_make(found, options) for found in every.agendas]
        show_folder("agenda", every.team, made, options, ())
        return
    with context.desk(place) as desk:
        found = make(desk, person)
    show_made("agenda", _make(found, options), options)


def _make(found: "AgendaFacts", options: "PageOptions") -> "Made":
    """Return an agenda as the page that is made of it."""
    from ipsskills.cli.output.pages import Made
    from ipsskills.pages.compose.apart import apart_words
    from ipsskills.pages.compose.supervision.agenda import compose_agenda

    page = compose_agenda(found, into_file=options.leaves_the_screen)
    return Made(found, page, notices=(apart_words(found.apart, found.wording.names),))
