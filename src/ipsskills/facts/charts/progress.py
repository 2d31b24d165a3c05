"""What a chart of progress shows: where each unit stood after each finished look."""

from dataclasses import field
from datetime import date

from ipsskills.facts.apart import KeptApart
from ipsskills.facts.people import PersonNamed
from ipsskills.framework.scale import Scale
from ipsskills.frozen import dataclass
from ipsskills.method.state import UnitState


@dataclass(frozen=True, kw_only=True)
class UnitThen:
    """Where a unit stood after the looks of a day.

    ``answered`` is whether it was asked about on that day; else it stands where it stood before.
    ``same_question`` is whether the question was the one of the latest answer, so that the two may
    be joined.
    """

    on: date
    state: UnitState
    answered: bool
    same_question: bool = True


@dataclass(frozen=True, kw_only=True)
class UnitOverTime:
    """One unit: where it stood, the oldest first; from the first day on which it was asked about.

    ``apart`` is whether its answers are kept from this reader for now.
    """

    unit: str
    short: str
    domain: str
    then: tuple[UnitThen, ...]
    apart: bool = False


@dataclass(frozen=True, kw_only=True)
class ProgressFacts:
    """A person's finished looks, the oldest first, and every unit by domain.

    ``moved`` are the units that stand elsewhere now than on the first day, in curriculum order;
    those where less help is needed now are in ``moved_up``, too.
    """

    person: PersonNamed
    days: tuple[date, ...]
    units: tuple[UnitOverTime, ...]
    moved: tuple[str, ...]
    moved_up: tuple[str, ...]
    apart: KeptApart
    scale: Scale = field(metadata={"json": False})

    @property
    def names(self) -> dict[str, str]:
        """The short names of units, by id."""
        return {each.unit: each.short for each in self.units}
