"""The one error handler: whatever ends a command becomes a message and an exit code."""

import os
import sys
import traceback
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

import typer

from ipsskills.cli.output.show import say, silence, write_json
from ipsskills.cli.output.spelling import spell_text
from ipsskills.cli.program import name_command
from ipsskills.cli.typer_bends import format_usage_error
from ipsskills.errors import Interrupted, InvalidInput, IpsSkillsError, UsageError

CLOSED_PIPE = 141


def run_guarded(act: Callable[[], int], args: Sequence[str]) -> int:
    """Return the exit code of a command that was started with these arguments, however it ends."""
    try:
        return _run_told(act, args)
    except BrokenPipeError:
        silence(sys.stdout)
        return CLOSED_PIPE
    except OSError as error:
        if error.filename is not None:
            return fail(_describe_place(error), args)
        silence(sys.stdout)  # nothing was opened, so it is what we write to that fails
        return fail(_describe_place(error), ())


def _run_told(act: Callable[[], int], args: Sequence[str]) -> int:
    """Carry out the command and say what went wrong, if anything; return the exit code."""
    try:
        return act()
    except IpsSkillsError as error:
        return fail(error, args)
    except typer.TyperException as error:
        message, command = format_usage_error(error)
        return fail(UsageError(message, f"See: {command} --help"), args)
    except (KeyboardInterrupt, EOFError, typer.Abort):
        return fail(Interrupted("Stopped. What was kept before is kept."), args)
    except OSError:
        raise
    except Exception as error:  # noqa: BLE001 - the last resort: no traceback for a user
        return fail(_describe_bug(error), args)


def fail(error: IpsSkillsError, args: Sequence[str]) -> int:
    """Tell an error, as JSON where JSON was asked for; return its exit code."""
    if is_json_wanted(args):
        from ipsskills.pages.writers.envelope import envelope

        told = {
            "name": error.name,
            "message": spell_text(error.message),
            "hint": spell_text(error.hint),
            "exit_code": error.exit_code,
        }
        write_json(envelope(name_command(args), None, [], told))
    else:
        say(error.message if not error.hint else f"{error.message}\n{error.hint}")
    return error.exit_code


def is_json_wanted(args: Sequence[str]) -> bool:
    """Whether the arguments ask for JSON, told before they are known to be right."""
    asked = list(args)[: list(args).index("--")] if "--" in args else list(args)
    spelt = ("--format", "json") in pairwise(asked)
    return "--json" in asked or "--format=json" in asked or spelt


def _describe_bug(error: Exception) -> IpsSkillsError:
    """Return what is said of our own mistakes: where, never with what somebody typed.

    Where the record that was opened is damaged, that is why, and is told instead.
    IPSSKILLS_DEBUG=1 shows the whole traceback.
    """
    if os.environ.get("IPSSKILLS_DEBUG"):
        raise error
    if damage := _find_damage():
        return damage
    last = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{type(error).__name__} in {Path(last.filename).name}, line {last.lineno}"
    return IpsSkillsError(
        f"Something went wrong inside ipsskills ({where}). What was kept before is kept.",
        "This is our mistake, not yours. Please tell us the words in brackets.",
    )


def _find_damage() -> IpsSkillsError | None:
    """Return the damage of the record that was opened last, if there is any."""
    from ipsskills.cli.setup.context import last_opened
    from ipsskills.usecases.data import explain_by_damage

    try:
        record = last_opened()
        return explain_by_damage(record) if record else None
    except Exception:  # noqa: BLE001 - it looks for a reason and must not be one itself
        return None


def _describe_place(error: OSError) -> InvalidInput:
    """Return what is said of a place outside the record that cannot be read or written."""
    place = error.filename or "The output"
    why = (error.strerror or "it does not answer").lower()
    return InvalidInput(f"{place} cannot be used: {why}.", "Choose another place.")
