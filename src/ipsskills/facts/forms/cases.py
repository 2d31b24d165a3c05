"""Where an answer would put each unit: the rules, worked out for every answer there can be.

A form has no second set of rules in it. It looks up what stands here, and sorts by ``place``.
"""

from ipsskills.codes import Behind, Code
from ipsskills.facts.units import UnitFacts
from ipsskills.frozen import dataclass


@dataclass(frozen=True, kw_only=True)
class PlacedUnit:
    """A unit with one answer: the list it would stand in (in ``unit``), and where in that list.

    ``place`` is its rank among all that could stand in the same list, the lowest first; ``brings``
    is that among what somebody brings who has no strength yet, for an answer that can stand there.
    """

    unit: UnitFacts
    place: int
    brings: int | None


@dataclass(frozen=True, kw_only=True)
class AnswerCase:
    """One answer with its marks and what is behind it, as if every unit had been given it.

    ``units`` has None for a unit to which the answer is not offered.
    """

    code: Code | None
    bring: bool
    show: bool
    behind: Behind | None
    units: tuple[PlacedUnit | None, ...]
