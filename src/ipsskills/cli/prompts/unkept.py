"""Says plainly that answers are lost where somebody stops before they are kept."""

from collections.abc import Iterator
from contextlib import contextmanager

from ipsskills.cli.output.show import say
from ipsskills.errors import Interrupted

UNKEPT = "Stopped. What you answered just now was not kept; what was kept before is safe."

TOGETHER = "These are kept together, once you have answered the last one."


def say_when_kept() -> None:
    """Say, before several questions, that their answers are kept at the end and not before."""
    say(TOGETHER)


@contextmanager
def ask_all_or_none() -> Iterator[None]:
    """Ask questions whose answers are kept together, at the end. Raises Interrupted if stopped.

    `say_when_kept` says so before the first of them.
    """
    try:
        yield
    except (Interrupted, KeyboardInterrupt, EOFError):
        raise Interrupted(UNKEPT) from None
