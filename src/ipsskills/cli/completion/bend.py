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

_LINE = "_IPSSKILLS_LINE"  # where our scripts put the line up to the cursor
# Stands behind it, so that the last word is the one that is being typed, quoted or not.
_END = "\x03"


class _Complete(shell_completion.ShellComplete):
    """Answers any shell: a line for each word, with an explanation where the shell shows one.

    A script of Typer's own, from before, is told nothing that it could run: ``for_old``.
    """

    name = "any"
    explains = True
    for_old = ""

    def source_vars(self) -> dict[str, Any]:
        """Return what Typer fills into a script."""
        raise NotImplementedError  # Typer fills them in by itself (`SCRIPTS`)

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the words before the one that is being typed, and that one as far as it goes."""
        words = shell_completion.split_arg_string(os.environ[_LINE] + _END)
        return words[1:-1], words[-1].removesuffix(_END)

    def format_completion(self, item: Any) -> str:
        """Return a word as a line, its explanation behind a tab."""
        explained = " ".join((item.help or "").split()) if self.explains else ""
        return f"{item.value}\t{explained}" if explained else str(item.value)

    def complete(self) -> str:
        """Return the lines that a script is told."""
        return super().complete() if _LINE in os.environ else self.for_old


class _Bash(_Complete):
    """Bash shows no explanations. A script of Typer's own runs nothing either, and is answered."""

    explains = False

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the words before the one that is being typed, and that one as far as it goes."""
        if _LINE in os.environ:
            return super().get_completion_args()
        words = shell_completion.split_arg_string(os.environ["COMP_WORDS"])
        place = int(os.environ["COMP_CWORD"])
        return words[1:place], "".join(words[place : place + 1])

    def complete(self) -> str:
        """Return the lines that a script is told."""
        return shell_completion.ShellComplete.complete(self)


class _Zsh(_Complete):
    """Zsh; a script of Typer's own runs what it is told, and so is told to complete files."""

    for_old = "_files"


class _Fish(_Complete):
    """Fish takes whole words, with the option before an equals sign."""

    def complete(self) -> str:
        """Return the lines that a script is told; an old one finds by the exit code: nothing."""
        if os.environ.get("_TYPER_COMPLETE_FISH_ACTION") == "is-args":
            sys.exit(1)
        offered = super().complete()
        if not offered:
            return offered
        option, equals, _ = self.get_completion_args()[1].partition("=")
        if not equals or not option.startswith("--"):
            return offered
        return "\n".join(f"{option}={line}" for line in offered.splitlines())


def bend_completion() -> None:
    """Put our scripts and answers in the place of Typer's. What is offered: `typer_bends`."""
    vars(_completion_shared)["_completion_scripts"].update(SCRIPTS)
    kinds = {"bash": _Bash, "zsh": _Zsh, "fish": _Fish}
    for shell in SCRIPTS:
        shell_completion.add_completion_class(kinds.get(shell, _Complete), shell)
