"""The program: the list of commands, loaded only when used, and the one error handler."""

import os
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from ipsskills import __version__
from ipsskills.errors import Interrupted, IpsSkillsError, UsageError

CLOSED_PIPE = 141

# Name, module in cli/commands, and what the top-level help says of it, in the order shown.
COMMANDS: dict[str, tuple[str, str]] = {
    "demo": ("demo", "Make an invented service and see the whole job done."),
    "init": ("init", "Say who you are; nothing else is needed."),
    "assess": ("assess", "Look at your own practice, unit by unit."),
    "report": ("report", "See where you are, strengths first."),
    "chart": ("chart", "Draw the radar chart."),
    "plan": ("plan", "Make and keep a learning plan."),
    "people": ("people", "See and change who is in the record."),
    "framework": ("framework", "Read, search and check the framework."),
    "explain": ("explain", "Learn where anything on a page comes from."),
    "settings": ("settings", "See and change a few settings."),
    "data": ("data", "See where the record is; copy, restore and check it."),
}


def load(name: str) -> Any:
    """Return the command of a name, importing its module."""
    module = import_module(f"ipsskills.cli.commands.{COMMANDS[name][0]}")
    command = typer.main.get_command(module.app)
    command.name = name
    _without_types(command)
    return command


def _without_types(command: Any) -> None:
    """Keep words such as <str> out of the help: an argument's name and sentence say enough."""
    for param in command.params:
        if param.param_type_name == "argument":
            param.display_type = lambda ctx: ""  # noqa: ARG005 - takes the place of a method
    for inner in getattr(command, "commands", {}).values():
        _without_types(inner)


class LazyCommands(TyperGroup):
    """A group whose commands are stubs for listing until one of them is run."""

    def __init__(self, **attrs: Any) -> None:
        super().__init__(**attrs)
        for name, (_, summary) in COMMANDS.items():
            self.add_command(TyperCommand(name, help=summary), name)

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Find the command in the arguments and load it."""
        name, stub, rest = super().resolve_command(ctx, args)
        return name, load(name) if name and stub else stub, rest


app = typer.Typer(
    cls=LazyCommands,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _version(asked: bool) -> None:
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
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
    demo: Annotated[bool, typer.Option("--demo", help="Look around in the invented service.")] = (
        False
    ),
    json: Annotated[bool, typer.Option("--json", help="Give the result as JSON.")] = False,
) -> None:
    """Self-assessment, supervision and training record for IPS employment specialists.

    Without a command: where you are and what is next.
    """
    if ctx.invoked_subcommand is None:
        from ipsskills.cli.commands.home import show_home

        show_home(demo=demo, json=json)


def run(args: Sequence[str]) -> int:
    """Run the program with these arguments and return its exit code."""
    try:
        command = typer.main.get_command(app)
        code = command.main(list(args), prog_name="ipsskills", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except IpsSkillsError as error:
        return fail(error, args)
    except typer.TyperException as error:
        hint = "See: ipsskills --help"
        ctx = getattr(error, "ctx", None)
        if ctx is not None:
            hint = f"See: {ctx.command_path} --help"
        return fail(UsageError(error.format_message(), hint), args)
    except (KeyboardInterrupt, EOFError, typer.Abort):
        return fail(Interrupted("Stopped. What was kept before is kept."), args)
    except BrokenPipeError:
        _silence_stdout()
        return CLOSED_PIPE
    except Exception as error:  # noqa: BLE001 - the last resort: no traceback for a user
        return fail(_bug(error), args)


def fail(error: IpsSkillsError, args: Sequence[str]) -> int:
    """Tell an error, as JSON where JSON was asked for; return its exit code."""
    from ipsskills.cli.show import envelope, say, write

    if wants_json(args):
        told = {
            "name": error.name,
            "message": error.message,
            "hint": error.hint,
            "exit_code": error.exit_code,
        }
        write(envelope(named(args), None, [], told))
    else:
        say(error.message if not error.hint else f"{error.message}\n{error.hint}")
    return error.exit_code


def wants_json(args: Sequence[str]) -> bool:
    """Whether the arguments ask for JSON, told before they are known to be right."""
    asked = list(args)[: list(args).index("--")] if "--" in args else list(args)
    spelt = ("--format", "json") in pairwise(asked)
    return "--json" in asked or "--format=json" in asked or spelt


def named(args: Sequence[str]) -> str:
    """Return the command's name as the envelope has it: its words up to the first other one."""
    words = [word for word in args if not word.startswith("-")][:2]
    if not words or words[0] not in COMMANDS:
        return ""
    group = load(words[0])
    sub = words[1] if len(words) > 1 and words[1] in getattr(group, "commands", {}) else ""
    return f"{words[0]} {sub}".strip()


def main() -> None:
    """Start the program: the entry point of ``ipsskills`` and ``python -m ipsskills``."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    sys.exit(run(sys.argv[1:]))


def _bug(error: Exception) -> IpsSkillsError:
    """Return what is said of our own mistakes: where, never with what somebody typed.

    IPSSKILLS_DEBUG=1 shows the whole traceback instead.
    """
    if os.environ.get("IPSSKILLS_DEBUG"):
        raise error
    last = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{type(error).__name__} in {Path(last.filename).name}, line {last.lineno}"
    return IpsSkillsError(
        f"Something went wrong inside ipsskills ({where}). What was kept before is kept.",
        "This is our mistake, not yours. Please tell us the words in brackets.",
    )


def _silence_stdout() -> None:
    """Keep Python from complaining about the closed pipe once more at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
