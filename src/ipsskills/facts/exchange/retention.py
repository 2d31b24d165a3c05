"""Who has left, and until when all that is held about them is kept."""

from datetime import date

from ipsskills.facts.people import PersonNamed
from ipsskills.frozen import dataclass


@dataclass(frozen=True, kw_only=True)
class LeftPerson:
    """Somebody who left on a day; ``until`` is the last day it is kept, None without a period.

    ``due`` is whether that is over, ``held`` whether a hold stands, so that nothing is erased.
    """

    person: PersonNamed
    left: date
    until: date | None
    due: bool
    held: bool


@dataclass(frozen=True, kw_only=True)
class Retention:
    """Everybody who has left, the first of them first; ``months`` is the period, None for none."""

    months: int | None
    people: tuple[LeftPerson, ...]

    @property
    def to_erase(self) -> tuple[LeftPerson, ...]:
        """Those whose period is over and for whom no hold stands."""
        return tuple(each for each in self.people if each.due and not each.held)
