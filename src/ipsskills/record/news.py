"""What is told of the copies of a record while they are made, to whoever has asked to hear it."""

from collections.abc import Callable
from enum import Enum
from pathlib import Path

from ipsskills.frozen import dataclass


class Progress(Enum):
    """How the copying goes, where it is not over in a moment."""

    SLOW = "it takes longer than a second"
    AT_ONCE = "others keep writing, so they wait until it is done"


@dataclass(frozen=True)
class Damage:
    """The day's copy turned out not to be sound, so the record is not; ``sound`` is the way back.

    ``sound`` is the newest copy that was looked through and is sound, if there is one.
    """

    record: Path
    sound: Path | None


@dataclass(frozen=True)
class NoSecondCopy:
    """The day's copy could not be put into the second place: that is away, or full."""

    place: Path


News = Progress | Damage | NoSecondCopy
Tell = Callable[[News], None]


def tell_nobody(_: News) -> None:
    """Keep the news to oneself."""
