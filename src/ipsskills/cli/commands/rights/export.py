"""``ipsskills data export``: all that is held about somebody, in a folder to hand over."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ipsskills.cli.options import Db, Demo, Json, PersonArgument, examples
from ipsskills.cli.output.show import Output
from ipsskills.cli.setup import context
from ipsskills.doing import do
from ipsskills.errors import InvalidInput, UsageError

if TYPE_CHECKING:
    from ipsskills.facts.exchange.held import AllHeld

app = typer.Typer(rich_markup_mode=None, add_completion=False)

DATA, PAGE, TO_EDIT = "all.json", "all.html", "all.docx"
SHEET, OPENED_SHEET = "not-to-hand-over.html", "kept-apart-not-to-hand-over.html"
SEALED, OPENED, OPENED_PAGE = "kept-apart.txt", "kept-apart.json", "kept-apart.html"


@app.command(
    epilog=examples(
        "ipsskills data export -o mine",
        "ipsskills data export Ada -o ada",
        "ipsskills data export -o ada --sealed ada/kept-apart.txt",
    )
)
def export(
    person: PersonArgument = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FOLDER", help="The folder to write into."),
    ] = None,
    sealed: Annotated[
        Path | None,
        typer.Option(
            "--sealed",
            metavar="FILE",
            help="Open the sealed part of an export: from then on it counts as read together.",
        ),
    ] = None,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Write all that is held about somebody: as a page to read, as JSON and as tables.

    Every version is in it, drafts and private notes of everybody too, with where it comes from and
    who has had it. The same page as a DOCX is there to fill in what it is for, and to take out what
    is about others. What to look at first, and any hold, is in not-to-hand-over.html: that stays
    with you. The JSON and the tables hold everything. Answers that are kept apart for now are in
    a sealed part.
    """
    if output is None:
        raise UsageError("Say where it goes.", "As in: ipsskills data export -o mine")
    if sealed and person:
        raise UsageError("A sealed part says itself whose it is.", f"Leave out '{person}'.")
    out, place = Output("data export", json), context.Place(db, demo)
    if sealed:
        _open(place, sealed, output, out)
    else:
        _export(place, person, output, out)


def _export(place: context.Place, person: str | None, folder: Path, out: Output) -> None:
    from ipsskills.pages.compose.rights.work_sheet import READ_THESE
    from ipsskills.usecases.rights.exporting import export_held

    with context.desk(place, write=True, begin=False) as desk:
        found = export_held(desk, person)
    files = {**_make_files(found.held), **({SEALED: found.sealed} if found.sealed else {})}
    made = _write(folder, files)
    held = found.held
    if held.to_read:
        out.notice(f"{READ_THESE}: what names others, and any hold. See {made / SHEET}.")
    told = [
        f"All that this record holds about {held.person.name} is in {made}",
        *(f"  {n}" for n in files),
    ]
    if held.apart:
        told.append("What is kept apart for now is not in the page; it is in the sealed part.")
    if found.sealed:
        told.append(f"To open that, which counts as read together: {_say_opening(place, made)}")
    if held.naming:
        told.append(f"Words about others name them too. They are listed in {SHEET}: read each.")
    told.append(_say_who_gets_what())
    facts = {"folder": made, "files": list(files), "apart": held.apart, "to_read": held.to_read}
    out.result(facts, "\n".join(told))


def _open(place: context.Place, sealed: Path, folder: Path, out: Output) -> None:
    import json

    from ipsskills.cli.output.spelling import spell_page
    from ipsskills.pages.compose.rights.held import compose_opened
    from ipsskills.pages.writers.formats import HTML, Material
    from ipsskills.usecases.rights.exporting import open_apart
    from ipsskills.usecases.rights.opened import read_held

    try:
        text = sealed.read_text(encoding="utf-8")
    except (OSError, ValueError):
        raise InvalidInput(f"{sealed} cannot be read.", "Choose another file.") from None
    with context.desk(place, write=True, begin=False) as desk:
        found = open_apart(desk, text)
    held = read_held(found)
    page = HTML.write(Material(out.command, held, spell_page(compose_opened(held)), on=held.on))
    files = {OPENED_PAGE: page, OPENED: json.dumps(found, indent=2, ensure_ascii=False)}
    if held.to_read:
        files[OPENED_SHEET] = _make_sheet(held)
    made = _write(folder, files)
    said = "What was kept apart counts as read together from today, for both of you."
    told = f"It is in {made / OPENED_PAGE}, and as data in {made / OPENED}\n{said}"
    if held.to_read:
        told += f"\n{OPENED_SHEET} is for you, and not to be handed over: read it first."
    out.result({"folder": made, "files": list(files)}, told)


def _say_opening(place: context.Place, folder: Path) -> str:
    record = ("--db", str(place.db)) if place.db else ()
    return str(do("data export", "--sealed", str(folder / SEALED), "-o", str(folder), *record))


def _say_who_gets_what() -> str:
    """Return which file is whose, and which hold what the page for the person leaves out."""
    return (
        f"{SHEET} is for you, and not to be handed over. Look there first.\n"
        f"{TO_EDIT} is for the person, once you have taken out what is about others.\n"
        f"Still with all you take out: {PAGE}, {DATA} and the tables (.csv). {DATA} and the tables "
        "tell of holds and their reasons too."
    )


def _make_sheet(held: "AllHeld") -> bytes:
    """Return the page that says what to look at before anything is handed over."""
    from ipsskills.cli.output.spelling import spell_page
    from ipsskills.pages.compose.rights.work_sheet import compose_work_sheet
    from ipsskills.pages.writers.formats import HTML, Material

    sheet = spell_page(compose_work_sheet(held))
    return HTML.write(Material("data export", held, sheet, on=held.on))


def _make_files(held: "AllHeld") -> dict[str, Any]:
    import json

    from ipsskills.cli.output.spelling import spell_page
    from ipsskills.jsonable import to_jsonable
    from ipsskills.pages.compose.rights.held import compose_held, compose_tables
    from ipsskills.pages.writers.formats import DOCX, HTML, Material
    from ipsskills.pages.writers.sheet import to_csv

    page = Material("data export", held, spell_page(compose_held(held)), on=held.on)
    tables = {f"{name}.csv": to_csv(sheet) for name, sheet in compose_tables(held).items()}
    return {
        SHEET: _make_sheet(held),
        PAGE: HTML.write(page),
        TO_EDIT: DOCX.write(page),
        DATA: json.dumps(to_jsonable(held), indent=2, ensure_ascii=False),
        **tables,
    }


def _write(folder: Path, files: dict[str, Any]) -> Path:
    """Write files into a folder, for this user alone; none over one that is there."""
    from ipsskills.files import make_private_folder, write_bytes

    try:
        make_private_folder(folder)
    except OSError:
        raise InvalidInput(f"{folder} cannot be a folder.", "Name another one.") from None
    if there := [name for name in files if (folder / name).exists()]:
        raise InvalidInput(f"{folder / there[0]} exists already.", "Name another folder.")
    for name, content in files.items():
        write_bytes(folder / name, content if isinstance(content, bytes) else content.encode())
    return folder.absolute()
