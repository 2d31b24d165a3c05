"""What is kept from a reader while somebody looks alone."""

from ipsskills.facts.people import PersonNamed
from ipsskills.frozen import dataclass


@dataclass(frozen=True, kw_only=True)
class KeptApart:
    """The units kept apart, in curriculum order, and whose views have to be finished first.

    ``every`` is whether all units of the three sections are among them.
    """

    units: tuple[str, ...] = ()
    raters: tuple[PersonNamed, ...] = ()
    every: bool = False
