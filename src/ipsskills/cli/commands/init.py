"""``ipsskills init``: who you are."""

from typing import Annotated

import typer

from ipsskills.cli.options import Db, Json, examples
from ipsskills.cli.output.show import Output
from ipsskills.cli.setup import context
from ipsskills.codes import Role

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    epilog=examples("ipsskills init", 'ipsskills init --name "Sam Example" --role "team leader"')
)
def init(
    name: Annotated[
        str | None, typer.Option(metavar="NAME", help="Your name, as others here know you.")
    ] = None,
    role: Annotated[Role | None, typer.Option(help="What you do here.")] = None,
    db: Db = None,
    json: Json = False,
) -> None:
    """Say who you are. It asks what is left out."""
    from ipsskills.cli.prompts.introduce import introduce_me, need_terminal
    from ipsskills.usecases.people.introduce import introduce

    out, place = Output("init", json), context.Place(db)
    if name is None:
        need_terminal()
    else:
        as_given = (name, role or Role.EMPLOYMENT_SPECIALIST)
        context.rehearse(place, lambda desk: introduce(desk, *as_given))
    with context.desk(place, write=True) as desk:
        done, _ = introduce_me(desk, name, role)
        if role and done.role != role:
            out.notice(f"You stay {done.role}. To change that: ipsskills people edit --role")
        out.result(
            done,
            f"You are {done.name}, {done.role}. Kept in {done.kept_in}\nNext: ipsskills assess",
        )
