"""What is told of holds."""

from datetime import date

from ipsskills.codes import HoldReason
from ipsskills.facts.people import PersonNamed
from ipsskills.frozen import dataclass


@dataclass(frozen=True, kw_only=True)
class HoldFacts:
    """That nothing about a person may be erased, why, and from when until when."""

    person: PersonNamed
    why: HoldReason
    began: date
    ended: date | None
