"""Says plainly that answers are lost where somebody stops before they are kept."""

from collections.abc import Iterator
from contextlib import contextmanager

from ipsskills.errors import Interrupted

UNKEPT = "Stopped. What you answered just now was not kept; what was kept before is safe."


@contextmanager
def ask_all_or_none() -> Iterator[None]:
    """Ask questions whose answers are kept together, at the end. Raises Interrupted if stopped."""
    try:
        yield
    except (Interrupted, KeyboardInterrupt, EOFError):
        raise Interrupted(UNKEPT) from None
