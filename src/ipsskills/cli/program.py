"""The program's commands: one list, of which each is imported only when it is used."""

import sys
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from typing import Annotated, Any, ClassVar

import typer

from ipsskills import __version__
from ipsskills.cli.typer_bends import LazyCommands, make_command

# Name, module in cli/commands, and what the top-level help says of it, in the order shown.
COMMANDS: dict[str, tuple[str, str]] = {
    "demo": ("demo", "Make an invented service and see the whole job done."),
    "init": ("init", "Say who you are; nothing else is needed."),
    "assess": ("assess", "Look at your own practice, unit by unit."),
    "report": ("report", "See where you are, strengths first."),
    "compare": ("compare", "See two views side by side."),
    "form": ("form", "Make a form for somebody who has no ipsskills."),
    "agree": ("agree", "Keep an answer the two of you agreed on."),
    "contest": ("rights.contest", "Say that you see a view or an entry about you differently."),
    "chart": ("charts.group", "Draw charts of where somebody is."),
    "plan": ("plan", "Make and keep a learning plan."),
    "prepare": ("prepare", "Answer five short questions before supervision."),
    "agenda": ("agenda", "Have the supervision hour on one page."),
    "log": ("log", "Keep training, evidence, field mentoring, supervision."),
    "record": ("record", "See the training record, and what it covers."),
    "due": ("due", "See what is due."),
    "share": ("sharing.group", "Send your record to somebody as a file, and take in theirs."),
    "people": ("people", "See and change who is in the record."),
    "team": ("team", "See teams: who is in them, when last seen and supervised."),
    "undo": ("undo", "Undo the last thing you changed."),
    "framework": ("framework", "Read, search and check the framework."),
    "explain": ("explain", "Learn where anything on a page comes from."),
    "settings": ("settings", "See and change a few settings."),
    "data": ("data", "See where the record is, copy and check it; export and erase."),
}


@cache
def load(name: str) -> Any:
    """Return the command of a name, importing its module; made once a process."""
    module = import_module(f"ipsskills.cli.commands.{COMMANDS[name][0]}")
    return make_command(module.app, name)


class _Commands(LazyCommands):
    """The commands of the list."""

    summaries: ClassVar = {name: summary for name, (_, summary) in COMMANDS.items()}

    def load(self, name: str) -> Any:
        """Return the command of a name."""
        return load(name)


app = typer.Typer(
    cls=_Commands,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _show_version(asked: bool) -> None:
    if asked:
        sys.stdout.write(f"ipsskills {__version__}\n")
        raise typer.Exit


@app.callback(
    invoke_without_command=True,
    epilog=(
        "\b\nExamples:\n  ipsskills demo\n  ipsskills assess\n  ipsskills report\n"
        "  ipsskills plan draft"
    ),
)
def root(
    ctx: typer.Context,
    version: Annotated[  # noqa: ARG001 - handled by its callback
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version."),
    ] = False,
    demo: Annotated[bool, typer.Option("--demo", help="Look around in the invented service.")] = (
        False
    ),
    json: Annotated[bool, typer.Option("--json", help="Give the result as JSON.")] = False,
    no_pager: Annotated[  # noqa: ARG001 - taken out of what was typed before it comes here
        bool,
        typer.Option(
            "--no-pager", help="With any command: print a long page at once, without a pager."
        ),
    ] = False,
) -> None:
    """Self-assessment, supervision and training record for IPS employment specialists.

    Without a command: where you are and what is next.
    """
    if ctx.invoked_subcommand is None:
        from ipsskills.cli.commands.home import show_home

        show_home(demo=demo, json=json)


def make_program() -> Any:
    """Return the whole program as one command."""
    return make_command(app)


def name_command(args: Sequence[str]) -> str:
    """Return the command's name as the envelope has it: its words up to the first other one."""
    words = [word for word in args if not word.startswith("-")][:2]
    if not words or words[0] not in COMMANDS:
        return ""
    group = load(words[0])
    sub = words[1] if len(words) > 1 and words[1] in getattr(group, "commands", {}) else ""
    return f"{words[0]} {sub}".strip()
