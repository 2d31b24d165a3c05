"""A note as whoever wrote it reads it again."""

from datetime import date

from ipsskills.frozen import dataclass


@dataclass(frozen=True, kw_only=True)
class PrivateNote:
    """A private note: what it is on, the day of that assessment, and the words.

    ``number`` is a unit's id, or 3.8/2 for its second statement. It is told to nobody but the one
    who wrote it, and in no JSON.
    """

    unit: str
    number: str
    short: str
    on: date
    text: str
