"""What became of files that were not taken in: left, with the reason, or here already."""

from datetime import date

from ipsskills.frozen import dataclass


@dataclass(frozen=True, kw_only=True)
class LeftOut:
    """A file that was not taken in: what it is called, why, and what to do about it."""

    name: str
    reason: str
    todo: str


@dataclass(frozen=True, kw_only=True)
class CameBefore:
    """A closed file that came in before, on a day, and is not opened again."""

    name: str
    on: date
