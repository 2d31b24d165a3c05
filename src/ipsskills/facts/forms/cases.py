"""Where an answer would put each unit: the rules, worked out for every answer there can be.

A form has no second set of rules in it. It looks up what stands here, and sorts by ``place``.
"""

from collections.abc import Mapping

from ipsskills.codes import Behind, Code
from ipsskills.facts.units import UnitFacts
from ipsskills.frozen import dataclass
from ipsskills.method.state import UnitState


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

    ``units`` has None for a unit to which the answer is not offered. Where statements are answered
    it is a ``state``, by its number, in the place of a ``code``.
    """

    code: Code | None
    bring: bool
    show: bool
    behind: Behind | None
    units: tuple[PlacedUnit | None, ...]
    state: int | None = None


@dataclass(frozen=True, kw_only=True)
class StatementStates:
    """The state of a unit by how many of its statements have each answer.

    ``by_rated`` has, for so many answered 0, 1, 2 and 3, the number of their middle: of the pair of
    lower median and lowest, of which there are so many ``middles``. ``by_many`` has by the number
    of statements, for so many with each of the ``others`` (answers beside 0 to 3), open and rated,
    and then for each middle, the number of the state; -1 is what cannot be. Both go through the
    ways to part a number in order. ``states`` are those states, each with the counts of one
    example.
    """

    middles: int
    others: tuple[Code, ...]
    by_rated: tuple[int, ...]
    by_many: Mapping[int, tuple[int, ...]]
    states: tuple[UnitState, ...]
