"""``ipsskills init``: who you are."""

from typing import Annotated

import typer

from ipsskills.cli.complete import complete_person
from ipsskills.cli.options import Db, Json, as_day, examples
from ipsskills.cli.output.show import Output
from ipsskills.cli.setup import context, settings
from ipsskills.codes import Role
from ipsskills.doing import do

_SEES = "sees nothing of it: you bring or send what you choose"

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    epilog=examples(
        "ipsskills init",
        'ipsskills init --name "Sam Example" --role "team leader"',
        'ipsskills init --name "Sam Example" --supervisor "Lee Sample" --first-weeks',
    )
)
def init(
    name: Annotated[
        str | None, typer.Option(metavar="NAME", help="Your name, as others here know you.")
    ] = None,
    role: Annotated[Role | None, typer.Option(help="What you do here.")] = None,
    supervisor: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="Who supervises you; made a team leader if not in the record.",
            autocompletion=complete_person,
        ),
    ] = None,
    first_weeks: Annotated[
        bool,
        typer.Option("--first-weeks", help="You are in your first weeks: begin with a first look."),
    ] = False,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day you started here.")
    ] = None,
    db: Db = None,
    json: Json = False,
) -> None:
    """Say who you are. It asks what is left out; without a terminal a name is enough."""
    from ipsskills.cli.prompts.introduce import AboutMe, introduce_me, need_terminal
    from ipsskills.usecases.people.introduce import introduce

    out, place, began = Output("init", json), context.Place(db), as_day(since)
    if name is None:
        need_terminal()
    else:
        as_given = (name, role or Role.EMPLOYMENT_SPECIALIST, supervisor)
        context.rehearse(place, lambda desk: introduce(desk, *as_given))
    with context.desk(place, write=True) as desk:
        about = AboutMe(
            name=name,
            role=role,
            supervisor=supervisor,
            first_weeks=first_weeks or None,
            since=began,
        )
        met = introduce_me(desk, about)
    done = met.done
    if role and done.role != role:
        out.notice(f"You stay {done.role}. To change that: ipsskills people edit --role")
    if supervisor and not done.new:
        out.notice("Who supervises you stays as it is: ipsskills people edit --supervisor")
    if since and not done.new:
        out.notice("The day you started stays as it is: ipsskills people edit --since")
    above = f" {done.supervisor} supervises you." if done.supervisor else ""
    sees = f"\n{done.supervisor} {_SEES}: {do('explain', 'sending')}" if done.supervisor else ""
    following = str(do("assess", "--first-look") if met.first_weeks else do("assess"))
    if done.role is Role.TEAM_LEADER:
        following = f"{_lead(done.name)}\nOr look at your own practice: {following}"
    out.result(
        done,
        f"You are {done.name}, {done.role}.{above} Kept in {done.kept_in}{sees}{_offer_second()}\n"
        f"Next: {following}",
    )


def _lead(name: str) -> str:
    """Return what a team leader of this name does next."""
    add = do("people add", "Ada Byron", "--supervisor", name)
    return (
        f"{add}, for each you supervise. Those with ipsskills of their own send you a file; for "
        f"the others a form: {do('form', '--help')}. What comes back: {do('share in', '--help')}"
    )


def _offer_second() -> str:
    """Return where a second copy could go, to somebody who has none yet."""
    if settings.load().get("backup-to"):
        return ""
    return (
        "\nA copy is made beside it each day you use it. A second place for it, such as your own "
        f"folder on a network drive: {do('settings', 'backup-to', 'H:/copies')}"
    )
