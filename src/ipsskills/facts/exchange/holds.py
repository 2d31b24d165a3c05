"""What is told of holds."""

from datetime import date
from pathlib import Path

from ipsskills.codes import HoldReason
from ipsskills.facts.exchange.erased import OtherCopy
from ipsskills.facts.people import PersonNamed
from ipsskills.frozen import dataclass


@dataclass(frozen=True, kw_only=True)
class HoldFacts:
    """That nothing about a person may be erased, why, and from when until when."""

    person: PersonNamed
    why: HoldReason
    began: date
    ended: date | None


@dataclass(frozen=True, kw_only=True)
class FileToKeep:
    """Another file of the record that nobody may remove for now, and on whose account.

    ``holds`` stand in it, or here; ``unread`` is whether it cannot be read, so that nobody can say
    who is held in it.
    """

    path: Path
    holds: tuple[HoldFacts, ...] = ()
    unread: bool = False


@dataclass(frozen=True, kw_only=True)
class CopiesElsewhere:
    """Who else has something about a person: what went to them, or came from them.

    ``by`` is who looks, None where that is not known yet, and ``on`` the day.
    """

    person: PersonNamed
    by: PersonNamed | None
    on: date
    others: tuple[OtherCopy, ...]
