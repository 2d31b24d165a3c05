"""``ipsskills people``: who is in the record."""

from typing import TYPE_CHECKING, Annotated

import typer

from ipsskills.cli import context
from ipsskills.cli.options import Db, Demo, Json, Person, as_date, examples
from ipsskills.cli.show import Output
from ipsskills.codes import Role
from ipsskills.errors import UsageError

if TYPE_CHECKING:
    from ipsskills.usecases.people import PersonShown

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.callback(epilog=examples("ipsskills people list"))
def people() -> None:
    """See and change who is in the record."""


@app.command("list", epilog=examples("ipsskills people list", "ipsskills people list --demo"))
def list_(db: Db = None, demo: Demo = False, json: Json = False) -> None:
    """List everybody by name."""
    from ipsskills.pages.people import people_page
    from ipsskills.usecases.people import list_people

    with context.desk(context.Place(db, demo)) as desk:
        found = list_people(desk)
    rows = tuple((p.name, p.role, p.team or "", "you" if p.me else "") for p in found)
    Output("people list", json).result(found, people_page(rows))


@app.command(epilog=examples('ipsskills people add "Sam Example" --team North'))
def add(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Their name.")],
    role: Annotated[Role, typer.Option(help="What they do here.")] = Role.EMPLOYMENT_SPECIALIST,
    team: Annotated[str | None, typer.Option(metavar="TEAM", help="Their team.")] = None,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Add somebody."""
    from ipsskills.usecases.people import add_person

    place = context.Place(db, demo)
    context.rehearse(place, lambda desk: add_person(desk, name, role, team))
    with context.desk(place, write=True) as desk:
        done = add_person(desk, name, role, team)
    _told(Output("people add", json), done, "is in the record now")


@app.command(
    epilog=examples(
        "ipsskills people edit --hours 0.5 --since 2026-09-01",
        "ipsskills people edit Sam --team South",
    )
)
def edit(
    person: Person = None,
    name: Annotated[str | None, typer.Option(metavar="NAME", help="A new name.")] = None,
    role: Annotated[Role | None, typer.Option(help="What they do here.")] = None,
    team: Annotated[str | None, typer.Option(metavar="TEAM", help="Their team.")] = None,
    hours: Annotated[
        float | None,
        typer.Option(
            metavar="SHARE",
            help="Share of full time, 0.5 for half; sets how far to look back.",
        ),
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day they started, or came back.")
    ] = None,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Change a name, role, team, hours or starting day. The earlier version is kept."""
    from ipsskills.usecases.people import edit_person

    given = {"name": name, "role": role, "team": team, "hours": hours, "since": as_date(since)}
    changes = {key: value for key, value in given.items() if value is not None}
    if not changes:
        raise UsageError("Say what to change.", "See: ipsskills people edit --help")
    with context.desk(context.Place(db, demo), write=True, begin=False) as desk:
        done = edit_person(desk, person, **changes)
    _told(Output("people edit", json), done, "is changed")


def _told(out: Output, person: "PersonShown", what: str) -> None:
    out.result(person, f"{person.name} {what}.")
