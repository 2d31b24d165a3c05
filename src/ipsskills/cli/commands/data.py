"""``ipsskills data``: the record as a file."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ipsskills.cli.commands.rights import export, forget, hold, redact, retention
from ipsskills.cli.options import Db, Demo, Json, examples
from ipsskills.cli.output.show import Output, say
from ipsskills.cli.prompts import ask
from ipsskills.cli.prompts.before_erasing import NO_TERMINAL, SaidNo, find_nothing_against
from ipsskills.cli.setup import context, paths
from ipsskills.doing import do
from ipsskills.errors import Interrupted

if TYPE_CHECKING:
    from ipsskills.facts.data import RecordChecked, RecordPlaces
    from ipsskills.facts.exchange.erased import NothingAgainst

_SYNCED = (
    "Beside it, as sync services make them where two computers wrote; take in what is theirs alone:"
)
_OTHERS = "There are other files of this record; what you erase stays in them."
_REMOVE = "Remove those you do not use:"


def _list_joins(found: "RecordPlaces | RecordChecked", db: Path | None) -> list[str]:
    """Return what takes in each file that lies beside a record, under what they are."""
    record = ("--db", str(db)) if db else ()
    joins = [f"  {do('data join', str(other), *record)}" for other in found.synced]
    return ["", _SYNCED, *joins] if joins else []


app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.callback(epilog=examples("ipsskills data where"))
def data() -> None:
    """See where the record is, copy and check it; see and erase what it holds about somebody."""


@app.command(epilog=examples("ipsskills data where"))
def where(db: Db = None, demo: Demo = False, json: Json = False) -> None:
    """See where everything is kept."""
    from ipsskills.framework.files import shipped_folder
    from ipsskills.usecases.data import find_places

    framework = context.framework_folder() or shipped_folder()
    second = context.second_place()
    record, cache = context.Place(db, demo).record, paths.cache_folder()
    found = find_places(record, paths.settings_file(), framework, cache, second)
    places = (
        ("The record" if found.exists else "The record, not made yet", found.record),
        ("Copies of it", found.backups),
        *([("A second copy of each day", found.second)] if found.second else []),
        ("Settings", found.settings),
        ("Framework files", found.framework),
        ("What can be made again", found.cache),
    )
    lines = [f"{what}: {place}" for what, place in places]
    lines += _list_joins(found, db)
    if found.copies:
        lines += ["", "Copies:", *(f"  {copy.name}" for copy in found.copies)]
    # As text, not as a page: a path broken into lines cannot be copied.
    Output("data where", json).result(found, "\n".join(lines))


@app.command(epilog=examples("ipsskills data backup", "ipsskills data backup copy.db"))
def backup(
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="FILE",
            help="Where to; beside the daily copies if left out.",
            show_default=False,
        ),
    ] = None,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Make a copy of the record now. One is made on each day of use anyway.

    Without FILE it goes into the second folder too, if one is set (settings backup-to).
    """
    from ipsskills.cli.output.news import say_news
    from ipsskills.usecases.data import back_up, put_in_second, tells_damage

    out, record = Output("data backup", json), context.Place(db, demo).record
    second = None if demo else context.second_place()
    done = back_up(record, context.now(), file, say_news)
    there = put_in_second(record, done, second, say_news) if second and not file else None
    if done != file and tells_damage(done):
        out.notice(f"{record} is damaged, and so is the copy. See: {do('data check')}")
    lines = [f"A copy is in {done}"]
    lines += [f"and in {there}"] if there else []
    lines += [f"None was put into {second}: leave out FILE for that."] if second and file else []
    out.result({"path": done, "second": there}, "\n".join(lines))


@app.command(
    epilog=examples(
        "ipsskills data restore ipsskills-2026-11-22.db", "ipsskills data restore copy.db --yes"
    )
)
def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The copy to go back to.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask whether you are sure.")] = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Go back to a copy. What is there now is copied first.

    It says from when the copy is and what is in the record now and not in the copy.
    """
    from ipsskills.pages.compose.restoring import compose_outlook
    from ipsskills.usecases.data import find_copy, look_ahead
    from ipsskills.usecases.data import restore as go_back

    record = context.Place(db, demo).record
    source = find_copy(record, file)
    outlook = look_ahead(record, source, context.now())
    if not yes:
        ask.need_terminal("Add --yes to go on without being asked.")
        say(compose_outlook(outlook))
        if not ask.sure(f"Put {source} in place of {record}?"):
            raise Interrupted("Nothing was changed.")
    kept = go_back(record, source, context.now())
    told = [f"The record is {source} now."]
    told += [compose_outlook(outlook)] if yes else []
    told += [f"What was there before is in {kept}"] if kept else []
    Output("data restore", json).result(
        {"record": record, "from": source, "before": kept, **vars(outlook)}, "\n".join(told)
    )


@app.command(epilog=examples('ipsskills data join "ipsskills (conflicted copy).db"'))
def join(
    other: Annotated[
        Path, typer.Argument(metavar="FILE", help="A copy of this record, or what came of one.")
    ],
    yes: SaidNo = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Take in what another file of the same record holds: nothing of either is lost.

    Two computers that wrote into one record through a sync folder leave two files, and a copy that
    was gone on with is a second one. The other file stays as it is; the same twice adds nothing.
    Whoever was erased in it, and words that were, are erased here too: it names them first and asks
    what data forget does.
    """
    from ipsskills.pages.compose.restoring import compose_joined
    from ipsskills.usecases.joining import join_record

    place, second = context.Place(db, demo), None if demo else context.second_place()
    answered = _ask_about_each(place, other, said=yes)
    found = join_record(place.record, other, context.now(), second, answered)
    Output("data join", json).result(found, compose_joined(found))


def _ask_about_each(
    place: context.Place, other: Path, *, said: bool
) -> "tuple[NothingAgainst, ...]":
    """Return the answers to both questions about each who would be erased here by a join."""
    from ipsskills.pages.compose.restoring import say_going
    from ipsskills.usecases.joining import list_erased_by_join

    going = list_erased_by_join(place.record, other, context.now())
    if not going.asked:
        return ()
    if not said:
        ask.need_terminal(f"{say_going(going)}\n{NO_TERMINAL}")
        say(say_going(going))
    with context.desk(place, write=True, begin=False) as desk:
        return tuple(find_nothing_against(desk, each, said=said) for each in going.asked)


@app.command(epilog=examples("ipsskills data check"))
def check(db: Db = None, demo: Demo = False, json: Json = False) -> None:
    """Look whether the record is sound."""
    from ipsskills.usecases.data import check_record, describe_damage

    out = Output("data check", json)
    place = context.Place(db, demo)
    found = check_record(place.record, None if demo else context.second_place(), place.usual)
    if not found.sound:
        raise describe_damage(found)
    lines = [f"{found.record} is sound."]
    if found.odd:
        lines += ["", "What it holds cannot all be so; nothing is lost by it:"]
        lines += [f"  {each}" for each in found.odd]
    lines += _list_joins(found, db)
    if found.others and not db:  # of a copy, the record in use is another file
        lines += _list_others(found)
    if found.forks:
        lines.append(f"Changed in two places: {', '.join(found.forks)}. The later one counts.")
    out.result(found, "\n".join(lines))


def _list_others(found: "RecordChecked") -> list[str]:
    """Return the other files of a record: those that can go, and those that have to be kept."""
    from ipsskills.pages.compose.rights.keeping import say_to_keep
    from ipsskills.usecases.rights.files_to_keep import list_to_keep_of

    keep = list_to_keep_of(found.record, found.others, context.now())
    kept = {each.path for each in keep}
    going = [f"  {path}" for path in found.others if path not in kept]
    lines = ["", _OTHERS, *([_REMOVE, *going] if going else [])]
    return [*lines, *say_to_keep(keep)]


for each in (export, hold, forget, redact, retention):
    app.add_typer(each.app)
