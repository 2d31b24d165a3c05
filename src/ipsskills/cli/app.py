"""The entry point: it makes ready for a command before any more of the program is loaded."""

import sys
from collections.abc import Sequence

from ipsskills.cli import start


def main() -> None:
    """Start the program: the entry point of ``ipsskills`` and ``python -m ipsskills``."""
    start.prepare()
    try:
        sys.exit(run(sys.argv[1:]))
    finally:
        start.leave()


def run(args: Sequence[str]) -> int:
    """Run the program with these arguments and return its exit code.

    Loading it, Typer first of all, is the most of what a page costs, so nobody looks for garbage
    meanwhile where `start.prepare` came first.
    """
    from ipsskills.cli import running

    return running.run(args)
