"""Who has left, and until when all that is held about them is kept."""

from datetime import date

from ipsskills.facts.people import PersonNamed
from ipsskills.frozen import dataclass


@dataclass(frozen=True, kw_only=True)
class LeftPerson:
    """Somebody who left on a day; ``until`` is the last day it is kept, None without a period.

    ``due`` is whether that is over, ``held`` whether a hold stands, so that nothing is erased.
    ``names_held`` is whether words that would go name somebody else for whom one stands.
    """

    person: PersonNamed
    left: date
    until: date | None
    due: bool
    held: bool
    names_held: bool = False


@dataclass(frozen=True, kw_only=True)
class Retention:
    """Everybody who has left, the first of them first; ``months`` is the period, None for none."""

    months: int | None
    people: tuple[LeftPerson, ...]

    @property
    def to_erase(self) -> tuple[LeftPerson, ...]:
        """Those whose period is over and whom no hold keeps, theirs or of somebody named."""
        free = (each for each in self.people if not (each.held or each.names_held))
        return tuple(each for each in free if each.due)
