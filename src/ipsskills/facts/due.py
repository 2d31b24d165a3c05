"""What is due for a person, the earliest first."""

from datetime import date
from enum import StrEnum

from ipsskills.frozen import dataclass


class DueKind(StrEnum):
    """What it is that is due."""

    ACTION = "action"
    SUPERVISION = "supervision"
    CERTIFICATE = "certificate"
    REVIEW = "review"
    CLOSE = "close or renew"
    NEXT_LOOK = "next look"


@dataclass(frozen=True, kw_only=True)
class DueItem:
    """One thing that is due on a day (None: none was set).

    ``title`` is what an action, a goal or a certificate is called, ``goal`` a goal's number,
    ``name`` the handle of an action. ``who`` is who does it, or whom a supervision is with;
    ``owed_to`` is whose supervision an action of the reader's came of, where it is not their own.
    """

    on: date | None
    what: DueKind
    title: str = ""
    who: str | None = None
    owed_to: str | None = None
    goal: int | None = None
    name: str = ""


@dataclass(frozen=True)
class DueFacts:
    """Everything due for a person as of a day, the earliest first."""

    person: str
    on: date
    lines: tuple[DueItem, ...]
