"""What becomes of the entries of the record: actions changed and ticked, entries taken back."""

from typing import Annotated

import typer

from ipsskills.cli.options import Db, Demo, Json, Keep, as_date, examples
from ipsskills.cli.output.show import Output
from ipsskills.cli.setup import context
from ipsskills.doing import do
from ipsskills.errors import UsageError

app = typer.Typer(rich_markup_mode=None, add_completion=False)

Handle = Annotated[
    str, typer.Argument(metavar="ENTRY", help='Named as the record lists it, or "last".')
]


@app.command(
    epilog=examples(
        "ipsskills log action 1b7e2a --by 2026-12-20",
        'ipsskills log action last --who Lee --what "Find a ward visit"',
    )
)
def action(
    entry: Handle,
    what: Annotated[str | None, typer.Option(metavar="WORDS", help="What will be done.")] = None,
    who: Annotated[str | None, typer.Option(metavar="NAME", help="Who does it.")] = None,
    by: Annotated[str | None, typer.Option(metavar="DATE", help="By when.")] = None,
    keep: Keep = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Change an action agreed in supervision; what it said before stays in its history."""
    from ipsskills.cli.prompts.detail import Care
    from ipsskills.codes import EntryKind
    from ipsskills.pages.compose.entries.entry import action_words
    from ipsskills.usecases.entries.log import correct_entry

    given = {"title": what, "who": who, "due": as_date(by)}
    changes = {name: value for name, value in given.items() if value is not None}
    if not changes:
        raise UsageError("Say what to change.", f"See: {do('log action', '--help')}")
    with context.desk(context.Place(db, demo), write=True, begin=False) as desk:
        if what is not None:
            changes["title"] = Care(desk, keep=keep).must(what, "the action")
        found = correct_entry(desk, entry, EntryKind.ACTION, changes).entry
    Output("log action", json).result(found, f"Changed: {action_words(found)}")


@app.command(epilog=examples("ipsskills log done 1b7e2a", "ipsskills log done 1b7e2a --undo"))
def done(
    entry: Handle,
    undo: Annotated[bool, typer.Option("--undo", help="Take the tick back.")] = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Tick an action agreed in supervision; the agenda and ipsskills due name them."""
    from ipsskills.pages.compose.entries.entry import action_words
    from ipsskills.usecases.entries.log import mark_action

    with context.desk(context.Place(db, demo), write=True, begin=False) as desk:
        found = mark_action(desk, entry, undo=undo)
    mark = "Open again" if undo else "Done"
    Output("log done", json).result(found, f"{mark}: {action_words(found)}")


@app.command(epilog=examples("ipsskills log remove 1b7e2a", "ipsskills log remove last"))
def remove(
    entry: Handle,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Take an entry back. It is no longer shown; its history stays in the record."""
    from ipsskills.pages.words import day
    from ipsskills.usecases.entries.log import remove_entry

    with context.desk(context.Place(db, demo), write=True, begin=False) as desk:
        found = remove_entry(desk, entry)
    what = f"{found.kept.kind}, {day(found.kept.on)}, {found.kept.title}"
    Output("log remove", json).result(found, f"Taken back: {what}. Its history stays.")
