"""Says plainly that answers are lost where somebody stops before they are kept."""

from collections.abc import Iterator
from contextlib import contextmanager

from ipsskills.cli.output.show import say
from ipsskills.cli.prompts.detail import NO_CLIENT
from ipsskills.errors import Interrupted

UNKEPT = "Stopped. What you answered just now was not kept; what was kept before is safe."

TOGETHER = "These are kept together, once you have answered the last one."


def say_before_questions() -> None:
    """Say, before several questions, when their answers are kept and that they name no client."""
    say(f"{TOGETHER}\n{NO_CLIENT}")


@contextmanager
def ask_all_or_none() -> Iterator[None]:
    """Ask questions whose answers are kept together, at the end. Raises Interrupted if stopped.

    `say_before_questions` says so before the first of them.
    """
    try:
        yield
    except (Interrupted, KeyboardInterrupt, EOFError):
        raise Interrupted(UNKEPT) from None
