"""Starting up: the version, every help page, every kind of completion."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from benchmarks.home import Home
from benchmarks.measure import Line, at_most, time_of
from benchmarks.records import one_assessment

IMPORT_TYPER = "import typer"
LIMIT = 1.25

# What is completed, the words on the line so far, and the same of the bare program.
COMPLETIONS = (
    ("a command name", "ipsskills re", "bare --"),
    ("an option", "ipsskills report --", "bare --"),
    ("a unit id", "ipsskills framework show 3.", "bare A"),
    ("a person's name", "ipsskills report A", "bare A"),
)


def top(home: Home) -> Iterator[Line]:
    """Yield the version and the help of the whole program."""
    for option in ("--version", "--help"):
        yield at_most(
            LIMIT,
            f"ipsskills {option}",
            time_of(partial(home.program, option)),
            time_of(partial(home.python, IMPORT_TYPER)),
            'python -c "import typer"',
        )


def helps(home: Home) -> Iterator[Line]:
    """Yield the help of every command and sub-command."""
    for words in command_words():
        yield at_most(
            LIMIT,
            f"ipsskills {' '.join(words)} --help",
            time_of(partial(home.program, *words, "--help")),
            time_of(partial(home.start, home.bare, "--help")),
            "help of a bare program",
        )


def completions(home: Home) -> Iterator[Line]:
    """Yield what the Tab key asks for, with a person in the record to find."""
    one_assessment(home)
    for what, line, bare_line in COMPLETIONS:
        ours = partial(home.program, **pressed_tab("_IPSSKILLS_COMPLETE", line))
        theirs = partial(home.start, home.bare, **pressed_tab("_BARE_COMPLETE", bare_line))
        if not (ours().strip() and theirs().strip()):
            raise RuntimeError(f"nothing came of completing {what}: that would be quick indeed")
        yield at_most(
            LIMIT,
            f"completing {what}",
            time_of(ours),
            time_of(theirs),
            "completion of a bare program",
        )


def command_words() -> Iterator[tuple[str, ...]]:
    """Yield the words of every command, as the program itself lists them."""
    from ipsskills.cli.program import COMMANDS, load

    for name in COMMANDS:
        yield from _words(name, load(name))


def pressed_tab(variable: str, line: str) -> dict[str, str]:
    """Return what the completion scripts for bash tell a program: Typer's and ours."""
    words = {"COMP_WORDS": line, "COMP_CWORD": str(len(line.split()) - 1)}
    return {variable: "complete_bash", "_IPSSKILLS_LINE": line, **words}


def _words(name: str, command: Any) -> Iterator[tuple[str, ...]]:
    yield (name,)
    for inner in getattr(command, "commands", {}):
        yield (name, inner)
