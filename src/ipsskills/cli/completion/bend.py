"""All that bends Typer's completion to our ways; tried with the versions in `typer_bends`.

Typer's own scripts split names at their blanks, lose quotes and hand what was typed into a record
to the shell to run; they compare capitals, and render explanations with Rich. Ours are in
`scripts`. tests/cli/test_completion_bends.py tells when Typer names things differently.
"""

import os
import sys
from typing import Any

from typer import _completion_shared
from typer._click import shell_completion

from ipsskills.cli.completion.scripts import SCRIPTS

# Stands behind the line, so that the last word is the one that is being typed, quoted or not.
_END = "\x03"


class _Complete(shell_completion.ShellComplete):
    """Answers any shell: a line for each word, with an explanation where the shell shows one."""

    name = "any"
    explains = True

    def source_vars(self) -> dict[str, Any]:
        """Return what Typer fills into a script."""
        raise NotImplementedError  # Typer fills them in by itself (`SCRIPTS`)

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the words before the one that is being typed, and that one as far as it goes."""
        line = os.environ.get("_TYPER_COMPLETE_ARGS", "")
        words = shell_completion.split_arg_string(line + _END)
        return words[1:-1], words[-1].removesuffix(_END)

    def format_completion(self, item: Any) -> str:
        """Return a word as a line, its explanation behind a tab."""
        explained = " ".join((item.help or "").split()) if self.explains else ""
        return f"{item.value}\t{explained}" if explained else str(item.value)


class _Bash(_Complete):
    """Bash shows no explanations. Scripts that were installed before tell the words otherwise."""

    explains = False

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the words before the one that is being typed, and that one as far as it goes."""
        if "_TYPER_COMPLETE_ARGS" in os.environ:
            return super().get_completion_args()
        words = shell_completion.split_arg_string(os.environ["COMP_WORDS"])
        place = int(os.environ["COMP_CWORD"])
        return words[1:place], "".join(words[place : place + 1])


class _Fish(_Complete):
    """Fish takes whole words, with the option before an equals sign. Its old script asks twice."""

    def complete(self) -> str:
        """Return the lines; an old script is first told by the exit code whether there are any."""
        offered = super().complete()
        if os.environ.get("_TYPER_COMPLETE_FISH_ACTION") == "is-args":
            sys.exit(not offered)
        _, begun = self.get_completion_args()
        option, equals, _ = begun.partition("=")
        if not equals or not option.startswith("--"):
            return offered
        return "\n".join(f"{option}={line}" for line in offered.splitlines())


def bend_completion() -> None:
    """Put our scripts and answers in the place of Typer's. What is offered: `typer_bends`."""
    vars(_completion_shared)["_completion_scripts"].update(SCRIPTS)
    kinds = {"bash": _Bash, "fish": _Fish}
    for shell in SCRIPTS:
        shell_completion.add_completion_class(kinds.get(shell, _Complete), shell)
