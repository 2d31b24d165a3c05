"""The program: the list of commands, loaded only when used, and the one error handler."""

import gc
import os
import sys
import traceback
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from ipsskills import __version__
from ipsskills.cli.output.show import say, silence
from ipsskills.cli.output.spelling import spell_text, stay_in_demo
from ipsskills.errors import Interrupted, InvalidInput, IpsSkillsError, UsageError

CLOSED_PIPE = 141

# What becomes of characters that a stream's encoding does not know: words that cannot be read
# are refused by the record later, words that cannot be shown are shown as far as they can be.
_STREAMS = (
    ("stdin", "r", "surrogateescape"),
    ("stdout", "w", "replace"),
    ("stderr", "w", "replace"),
)

# Name, module in cli/commands, and what the top-level help says of it, in the order shown.
COMMANDS: dict[str, tuple[str, str]] = {
    "demo": ("demo", "Make an invented service and see the whole job done."),
    "init": ("init", "Say who you are; nothing else is needed."),
    "assess": ("assess", "Look at your own practice, unit by unit."),
    "report": ("report", "See where you are, strengths first."),
    "compare": ("compare", "See two views side by side."),
    "agree": ("agree", "Keep an answer the two of you agreed on."),
    "chart": ("chart", "Draw the radar chart."),
    "plan": ("plan", "Make and keep a learning plan."),
    "prepare": ("prepare", "Answer five short questions before supervision."),
    "agenda": ("agenda", "Have the supervision hour on one page."),
    "log": ("log", "Keep training, evidence, field mentoring, supervision."),
    "record": ("record", "See the training record, and what it covers."),
    "due": ("due", "See what is due."),
    "people": ("people", "See and change who is in the record."),
    "team": ("team", "See teams: who is in them, when last seen and supervised."),
    "framework": ("framework", "Read, search and check the framework."),
    "explain": ("explain", "Learn where anything on a page comes from."),
    "settings": ("settings", "See and change a few settings."),
    "data": ("data", "See where the record is; copy, restore and check it."),
}


@cache
def load(name: str) -> Any:
    """Return the command of a name, importing its module; made once a process."""
    module = import_module(f"ipsskills.cli.commands.{COMMANDS[name][0]}")
    module.app.info.cls = Commands
    command = typer.main.get_command(module.app)
    command.name = name
    _in_plain_words(command)
    return command


def _in_plain_words(command: Any) -> None:
    """Keep <str>, {NAME} and 1<=x<=24 out of the help: names and sentences say enough."""
    for param in command.params:
        if param.param_type_name == "argument":
            param.display_type = lambda ctx: ""  # noqa: ARG005 - takes the place of a method
            usage = param._usage_display_name().replace("{", "").replace("}", "")  # noqa: SLF001
            param.get_usage_pieces = lambda ctx, usage=usage: [usage]  # noqa: ARG005
        elif param.min is not None and param.max is not None:
            param.help += f" From {param.min} to {param.max}."
            param.min = param.max = None
    for inner in getattr(command, "commands", {}).values():
        _in_plain_words(inner)


class Commands(TyperGroup):
    """A group whose own options are all yes or no, and no where they are not given."""

    def get_params(self, ctx: Any) -> list[Any]:
        """Return the options; Typer's own, --help among them, come without that no.

        Typer would load pydantic to make a no of nothing, before any help is shown.
        """
        params = super().get_params(ctx)
        for param in params:
            param.default = param.default or False
        return params


class LazyCommands(Commands):
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
    stay_in_demo(stay="--demo" in _options_last(args))
    try:
        return _told(_options_last(args))
    except BrokenPipeError:
        silence(sys.stdout)
        return CLOSED_PIPE
    except OSError as error:
        if error.filename is not None:
            return fail(_place_error(error), args)
        silence(sys.stdout)  # nothing was opened, so it is what we write to that fails
        return fail(_place_error(error), ())


def _told(args: Sequence[str]) -> int:
    """Carry out the command and tell what went wrong, if anything; return the exit code."""
    try:
        return _carried_out(args)
    except IpsSkillsError as error:
        return fail(error, args)
    except typer.TyperException as error:
        return fail(_usage(error), args)
    except (KeyboardInterrupt, EOFError, typer.Abort):
        return fail(Interrupted("Stopped. What was kept before is kept."), args)
    except OSError:
        raise
    except Exception as error:  # noqa: BLE001 - the last resort: no traceback for a user
        return fail(_bug(error), args)


def _carried_out(args: Sequence[str]) -> int:
    """Carry out the command; Typer's own ``main`` would swallow Ctrl-C and closed pipes."""
    command = typer.main.get_command(app)
    if os.environ.get("_IPSSKILLS_COMPLETE"):
        command.main([], prog_name="ipsskills")  # a shell asks for completions; ends by itself
    code = 0
    try:
        with command.make_context("ipsskills", list(args)) as ctx:
            command.invoke(ctx)
    except typer.Exit as ended:
        code = ended.exit_code
    sys.stdout.flush()
    return code


def _options_last(args: Sequence[str]) -> list[str]:
    """Return the arguments with --demo and --json, where they stand before a command, after it."""
    given = list(args)
    first = next((i for i, word in enumerate(given) if word not in ("--demo", "--json")), 0)
    end = given.index("--") if "--" in given else len(given)
    return [*given[first:end], *given[:first], *given[end:]]


def _usage(error: typer.TyperException) -> UsageError:
    ctx = getattr(error, "ctx", None)
    path = ctx.command_path if ctx is not None else "ipsskills"
    return UsageError(error.format_message().replace("Value error, ", ""), f"See: {path} --help")


def fail(error: IpsSkillsError, args: Sequence[str]) -> int:
    """Tell an error, as JSON where JSON was asked for; return its exit code."""
    from ipsskills.cli.output.show import envelope, write_json

    if wants_json(args):
        told = {
            "name": error.name,
            "message": spell_text(error.message),
            "hint": spell_text(error.hint),
            "exit_code": error.exit_code,
        }
        write_json(envelope(named(args), None, [], told))
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
    _start_quickly()
    for name, mode, errors in _STREAMS:
        if getattr(sys, name) is None:  # closed by whoever started us
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123
        if hasattr(stream := getattr(sys, name), "reconfigure"):
            stream.reconfigure(errors=errors)
    try:
        sys.exit(run(sys.argv[1:]))
    finally:
        gc.freeze()  # all that is left ends with the program, so nobody need look through it


def _start_quickly() -> None:
    """Leave out what only delays a command that is over in a moment.

    That is looking for garbage among what is being imported; the screen, which stays, looks for it
    again. And no plugin for pydantic has any business with what is kept here.
    """
    gc.disable()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")


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


def _place_error(error: OSError) -> InvalidInput:
    """Return what is said of a place outside the record that cannot be read or written."""
    place = error.filename or "The output"
    why = (error.strerror or "it does not answer").lower()
    return InvalidInput(f"{place} cannot be used: {why}.", "Choose another place.")
