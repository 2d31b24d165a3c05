"""``ipsskills share out``: a file for somebody else."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ipsskills.cli.commands.sharing.page import PAGE_ENDINGS, send_page
from ipsskills.cli.commands.sharing.passphrases import PassphraseFile, read_passphrase
from ipsskills.cli.complete import complete_person
from ipsskills.cli.options import Db, Demo, Force, Json, OutputFile, PersonArgument, examples
from ipsskills.cli.output.pages import PageOptions
from ipsskills.cli.output.show import Output, say_page, write
from ipsskills.cli.setup import context
from ipsskills.codes import ParcelKind
from ipsskills.errors import InvalidInput

if TYPE_CHECKING:
    from ipsskills.facts.exchange.parcels import ParcelPlanned

app = typer.Typer(rich_markup_mode=None, add_completion=False)

STDOUT = Path("-")


@app.command(
    epilog=examples(
        "ipsskills share out --to Lee",
        "ipsskills share out --again",
        "ipsskills share out Ada -o for-ada.txt",
        "ipsskills share out Ada --to Nia --handover",
        "ipsskills share out Ada --to Ada -o for-ada.pdf",
    )
)
def out(
    person: PersonArgument = None,
    to: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar="NAME",
            help="For whom; your supervisor, or the person it is about, if left out.",
            autocompletion=complete_person,
        ),
    ] = None,
    again: Annotated[
        bool, typer.Option("--again", help="Send what you sent last, as it is now.")
    ] = False,
    handover: Annotated[
        bool,
        typer.Option(
            "--handover", help="For a new leader: the plan, what is open, visits and meetings."
        ),
    ] = False,
    views: Annotated[
        bool,
        typer.Option("--views", help="Send views that others gave too, as the person says."),
    ] = False,
    details: Annotated[
        bool | None,
        typer.Option(
            "--details/--no-details",
            help="Send people's details too (caseload, time away, what works best, start day)."
            " In a handover they go only so, if the person says so.",
        ),
    ] = None,
    open_file: Annotated[
        bool, typer.Option("--open-file", help="Do not close it: anybody can read it then.")
    ] = False,
    by_passphrase: Annotated[
        bool,
        typer.Option(
            "--passphrase",
            help="Close it by a passphrase though a key came from them: for a new computer.",
        ),
    ] = False,
    passphrase_file: PassphraseFile = None,
    output: OutputFile = None,
    force: Force = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Write a file for somebody: finished looks, shared notes, plan, entries.

    It says first what goes and what stays: never what is begun and not finished, private notes, or
    what is about others. The file is closed for whom it is for: attach it to a mail; a small
    one can be pasted into it as well, and where it can, that is said.
    For somebody who has no ipsskills it writes a page: -o FILE.pdf or -o FILE.docx.
    """
    from ipsskills.facts.exchange.parcels import ParcelWritten
    from ipsskills.pages.compose.sharing.planned import compose_written
    from ipsskills.usecases.sharing.out import ToSend, keep_sent, prepare_parcel

    wanted = ToSend(
        who=person, to=to, handover=handover, views=views, details=details, readable=open_file,
        by_words=by_passphrase or passphrase_file is not None, again=again,
    )  # fmt: skip
    if output and output.suffix.lower() in PAGE_ENDINGS:
        send_page(context.Place(db, demo), wanted, PageOptions(None, output, force, json), output)
        return
    told = Output("share out", json)
    with context.desk(context.Place(db, demo), write=True, begin=False) as desk:
        planned = prepare_parcel(desk, wanted)
        path = output or _name(planned)
        _refuse_taken(path, output=output, force=force)
        _show_plan(planned, told, to_stdout=path == STDOUT)
        words = _ask_words(planned, passphrase_file)
        text = _pack(planned, words)
        _write(path, text, force=force)
        keep_sent(desk, planned)
    page = _write_page(planned, path, force=force) if handover else None
    written = ParcelWritten(
        planned=planned,
        path=None if path == STDOUT else path.absolute(),
        size=len(text),
        page=page,
    )
    if written.path or told.json:
        told.result(written, compose_written(written, words))


def _name(planned: "ParcelPlanned") -> Path:
    """Return the name of a file that nobody named: ada-for-lee-2026-11-29.txt."""
    from ipsskills.cli.output.naming import find_free, name_words

    whose = planned.about if planned.kind is ParcelKind.HANDOVER else planned.by
    return find_free(name_words(f"{whose.name} for {planned.to.name}", planned.on, ".txt"))


def _refuse_taken(path: Path, *, output: Path | None, force: bool) -> None:
    """Raise InvalidInput for a file that is there already, before anything is asked."""
    if output and output != STDOUT and os.path.lexists(output) and not force:
        raise InvalidInput(
            f"{path} exists already. Nothing was changed.",
            "Choose another name, or add --force to replace it.",
        )


def _show_plan(planned: "ParcelPlanned", told: Output, *, to_stdout: bool) -> None:
    """Show what goes and what stays; a program is told by the result."""
    from ipsskills.pages.compose.sharing.planned import compose_planned, say_new_key, say_on_hold

    told.notice_if(say_on_hold(planned.on_hold))
    told.notice_if(say_new_key(planned))
    if not told.json or to_stdout:
        say_page(compose_planned(planned))


def _ask_words(planned: "ParcelPlanned", file: Path | None) -> str | None:
    """Return the passphrase to close the file by, or None where it needs none."""
    if planned.readable or planned.by_key:
        return None
    from ipsskills.cli.commands.sharing.passphrases import choose_passphrase

    return read_passphrase(file) if file else choose_passphrase(planned.to.name)


def _pack(planned: "ParcelPlanned", words: str | None) -> str:
    from ipsskills.formats.exchange.bundle import write_bundle, write_readable
    from ipsskills.formats.exchange.sealed import seal

    if planned.readable:
        return write_readable(planned.content)
    keys = (planned.key,) if planned.key else ()
    return seal(write_bundle(planned.content), keys=keys, passphrase=words)


def _write(path: Path, text: str, *, force: bool) -> None:
    from ipsskills.files import write_text

    if path == STDOUT:
        write(text)
    else:
        write_text(path, text, replace=force)


def _write_page(planned: "ParcelPlanned", path: Path, *, force: bool) -> Path:
    """Write the page of a handover for the person it is about, and return where it is."""
    from ipsskills.cli.output.naming import find_free, name_words
    from ipsskills.cli.output.spelling import spell_page
    from ipsskills.files import write_text
    from ipsskills.pages.compose.sharing.planned import compose_planned_for_them
    from ipsskills.pages.writers.text import to_text

    words = f"{planned.about.name} what went to {planned.to.name}"
    beside = name_words(words, planned.on, ".txt")
    page = find_free(path.parent / beside if path != STDOUT else beside)
    write_text(page, to_text(spell_page(compose_planned_for_them(planned))), replace=force)
    return page.absolute()
