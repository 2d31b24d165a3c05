"""``ipsskills settings``: a few, plain ones."""

import os
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from ipsskills.cli.options import Json, examples
from ipsskills.cli.output.show import Output
from ipsskills.cli.setup import context
from ipsskills.cli.setup import settings as kept
from ipsskills.doing import Do, do
from ipsskills.errors import UsageError

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_SECOND = "backup-to"
_FIRST_COPY = (
    "The copy of a day goes there when it is made, with the first change of that day. Today's may "
    "have been made before: then the folder stays empty until the next. To put one there now: "
    f"{do('data backup')}"
)


def _complete(incomplete: str) -> list[tuple[str, str]]:
    return [(s.name, s.help) for s in kept.SETTINGS if s.name.startswith(incomplete)]


def _complete_value(ctx: typer.Context, incomplete: str) -> list[str]:
    named = [s for s in kept.SETTINGS if s.name == ctx.params.get("name")]
    offered = [choice for setting in named for choice in setting.choices()]
    return [choice for choice in offered if choice.lower().startswith(incomplete.lower())]


@app.command(
    epilog=examples(
        "ipsskills settings",
        "ipsskills settings plain yes",
        "ipsskills settings nation Scotland",
        "ipsskills settings nation England Wales",
        "ipsskills settings plain --unset",
    )
)
def settings(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="NAME",
            help="Which setting; all are listed if left out.",
            autocompletion=_complete,
            show_default=False,
        ),
    ] = None,
    value: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="VALUE",
            help="What to set it to.",
            autocompletion=_complete_value,
            show_default=False,
        ),
    ] = None,
    unset: Annotated[bool, typer.Option("--unset", help="Go back to the default.")] = False,
    json: Json = False,
) -> None:
    """See the settings, or change one."""
    from ipsskills.pages.document import Commands, Heading, Page, Table

    given = " ".join(value) if value else None
    if unset and (name is None or given is not None):
        raise UsageError(
            "--unset goes with a name alone.", "As in: ipsskills settings plain --unset"
        )
    out, known = Output("settings", json), kept.load()
    if name is not None:
        setting = kept.find(name)
        if value and len(value) > 1 and not setting.several:
            raise UsageError(f"'{name}' takes one value.", "Put a value with blanks in quotes.")
        values = {k: v for k, v in known.values.items() if k != name or not unset}
        if given is not None:
            values[name] = setting.read(given)
        if (unset or given is not None) and setting.variable in os.environ:
            out.notice(f"{setting.variable} is set here, and it wins over this setting.")
        if values != dict(known.values):
            before = context.Place().record
            known = replace(known, values=values)
            kept.save(known)
            out.notice_if(_say_left_behind(before, context.Place().record))
            if name == _SECOND and given is not None:
                out.notice(_FIRST_COPY)
    rows = [
        (s.name, _say_value(s, known.get(s.name)), s.help)
        for s in kept.SETTINGS
        if name in (None, s.name)
    ]
    data = {s.name: known.get(s.name) for s in kept.SETTINGS if name in (None, s.name)}
    table = Table(("Setting", "Is", "What it does"), tuple(rows))
    changes = _list_changes(name) if name and given is None and not unset else ()
    following = (Heading("To change it"), Commands(changes)) if changes else ()
    out.result(data, Page("Settings", (), (table, *following)))


def _say_left_behind(before: Path, now: Path) -> str:
    """Return what stays where the record was, if it is another file from now on."""
    if before == now or not before.exists():
        return ""
    from ipsskills.pages.compose.rights.keeping import say_keep
    from ipsskills.usecases.rights.files_to_keep import look_into

    keep = look_into(before, context.now())
    said = (
        f"{before} stays where it is, with its copies. What you erase from now on stays there"
        f"{f'. {say_keep(keep)}' if keep else ': remove them when you are sure.'}"
    )
    if now.exists():
        return said
    take = do("data backup", str(now), "--db", str(before))
    return f"{said}\n{now} is not there yet. To take what is kept along: {take}"


def _list_changes(name: str) -> tuple[tuple[Do, str], ...]:
    """Return what sets a setting to each of the values that it can have."""
    return tuple((do("settings", name, choice), "") for choice in kept.find(name).choices())


def _say_value(setting: kept.Setting, value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) or setting.unset
