"""One run of the program with given arguments, from what was typed to the exit code."""

import os
import sys
from collections.abc import Sequence

import typer

from ipsskills.cli.errors import is_json_wanted, run_guarded
from ipsskills.cli.output.paging import take_no_pager
from ipsskills.cli.output.show import begin_command
from ipsskills.cli.output.spelling import name_files_by, stay_in_demo
from ipsskills.cli.output.working import watch
from ipsskills.cli.program import make_program
from ipsskills.cli.setup import context
from ipsskills.cli.setup.said_yes import OPTION, OWN_QUESTION, say_yes
from ipsskills.errors import IpsSkillsError


def run(args: Sequence[str]) -> int:
    """Run the program with these arguments and return its exit code."""
    given = name_obvious(put_options_last(take_no_pager(args)))
    stay_in_demo(stay="--demo" in given)
    name_files_by(context.now().astimezone().date())
    begin_command(json=is_json_wanted(given))
    with watch(_wants_plain):
        return run_guarded(lambda: _run_command(take_yes(given)), args)


def _wants_plain() -> bool:
    """Whether what was said stays where it is, also where nobody can tell."""
    from ipsskills.cli.prompts import ask

    try:
        return ask.wants_plain()
    except IpsSkillsError:
        return True


def take_yes(args: Sequence[str]) -> list[str]:
    """Return the arguments without the one that says that today's date is right.

    A command whose own question it answers keeps it.
    """
    given = list(args)
    end = given.index("--") if "--" in given else len(given)
    said = OPTION in given[:end]
    say_yes(yes=said)
    if not said or " ".join(given).startswith(OWN_QUESTION):
        return given
    return [word for word in given[:end] if word != OPTION] + given[end:]


def put_options_last(args: Sequence[str]) -> list[str]:
    """Return the arguments with --demo and --json, where they stand before a command, after it."""
    given = list(args)
    first = next((i for i, word in enumerate(given) if word not in ("--demo", "--json")), 0)
    end = given.index("--") if "--" in given else len(given)
    return [*given[first:end], *given[:first], *given[end:]]


# What a group of commands shows where none of them is named.
_OBVIOUS = {"plan": "show", "people": "list", "team": "list"}


def name_obvious(args: Sequence[str]) -> list[str]:
    """Return the arguments with the obvious command of a group that is named without one."""
    given = list(args)
    alone = all(word.startswith("-") for word in given[1:2]) and not {"-h", "--help"} & set(given)
    if given and given[0] in _OBVIOUS and alone:
        given.insert(1, _OBVIOUS[given[0]])
    return given


def _run_command(args: Sequence[str]) -> int:
    """Carry out the command; Typer's own ``main`` would swallow Ctrl-C and closed pipes."""
    command, asked = make_program(), os.environ.get("_IPSSKILLS_COMPLETE")
    if asked or any(word.endswith("-completion") for word in args[:1]):
        from ipsskills.cli.completion.bend import bend_completion

        bend_completion()
    if asked:
        command.main([], prog_name="ipsskills")  # a shell asks for completions; ends by itself
    code = 0
    try:
        with command.make_context("ipsskills", list(args)) as ctx:
            command.invoke(ctx)
    except typer.Exit as ended:
        code = ended.exit_code
    sys.stdout.flush()
    return code
