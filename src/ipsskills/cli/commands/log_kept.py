"""What becomes of the entries of the record: actions changed and ticked, entries taken back."""

from typing import TYPE_CHECKING, Annotated

import typer

from ipsskills.cli.complete import complete_person
from ipsskills.cli.options import Db, Demo, Json, Keep, as_day, examples
from ipsskills.cli.output.show import Output
from ipsskills.cli.setup import context
from ipsskills.days import Tense
from ipsskills.doing import do
from ipsskills.errors import UsageError

if TYPE_CHECKING:
    from ipsskills.facts.entries import EntryFacts

app = typer.Typer(rich_markup_mode=None, add_completion=False)

Whose = Annotated[
    str | None,
    typer.Argument(
        metavar="PERSON",
        help='Whom it is about; for "last" you, if left out.',
        autocompletion=complete_person,
        show_default=False,
    ),
]
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
    person: Whose = None,
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

    given = {"title": what, "who": who, "due": as_day(by, Tense.DUE)}
    changes = {name: value for name, value in given.items() if value is not None}
    if not changes:
        raise UsageError("Say what to change.", f"See: {do('log action', '--help')}")
    with context.desk(context.Place(db, demo), write=True, begin=False) as desk:
        if what is not None:
            changes["title"] = Care(desk, keep=keep).must(what, "the action")
        done = correct_entry(desk, entry, EntryKind.ACTION, changes, who=person)
    found, was = done.entry, f"\nIt was: {action_words(done.was)}" if done.was else ""
    said = f"Changed{_about(found)}: {action_words(found)}{was}"
    Output("log action", json).result(found, said)


@app.command(epilog=examples("ipsskills log done 1b7e2a", "ipsskills log done 1b7e2a --undo"))
def done(
    entry: Handle,
    person: Whose = None,
    undo: Annotated[bool, typer.Option("--undo", help="Take the tick back.")] = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Tick an action agreed in supervision; the agenda and ipsskills due name them."""
    from ipsskills.pages.compose.entries.entry import action_words
    from ipsskills.usecases.entries.log import mark_action

    with context.desk(context.Place(db, demo), write=True, begin=False) as desk:
        found = mark_action(desk, entry, person, undo=undo)
    mark = "Open again" if undo else "Done"
    back = do("log done", found.handle, *(() if undo else ("--undo",)))
    said = f"{mark}{_about(found)}: {action_words(found)}\nTo take it back: {back}"
    Output("log done", json).result(found, said)


@app.command(
    epilog=examples(
        "ipsskills log remove 1b7e2a",
        "ipsskills log remove last Ada",
        "ipsskills log remove 1b7e2a --undo",
    )
)
def remove(
    entry: Handle,
    person: Whose = None,
    undo: Annotated[bool, typer.Option("--undo", help="Bring back what was taken back.")] = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Take an entry back. It is no longer shown; its history stays in the record.

    An entry is taken back by who wrote it, or by the supervisor of whom it is about.
    """
    from ipsskills.pages.words import day
    from ipsskills.usecases.entries.log import remove_entry

    with context.desk(context.Place(db, demo), write=True, begin=False) as desk:
        found = remove_entry(desk, entry, person, undo=undo)
    what = f"{found.kept.kind}{_about(found)}, {day(found.kept.on)}, {found.kept.title}"
    back = do("log remove", found.handle, "--undo")
    said = (
        f"Back in the record: {what}, kept by {found.by}."
        if undo
        else f"Taken back: {what}, kept by {found.by}. Its history stays.\nBring it back: {back}"
    )
    Output("log remove", json).result(found, said)


def _about(entry: "EntryFacts") -> str:
    """Return whom an entry is about, where that is not the one who wrote it."""
    return f" about {entry.about}" if entry.about != entry.by else ""
