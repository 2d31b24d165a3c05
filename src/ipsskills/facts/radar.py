"""What a radar chart shows: one person's own view, a spoke for each unit."""

from dataclasses import field
from datetime import date

from ipsskills.facts.apart import KeptApart
from ipsskills.facts.people import PersonNamed
from ipsskills.framework.scale import Scale
from ipsskills.frozen import dataclass
from ipsskills.method.state import UnitState


@dataclass(frozen=True, kw_only=True)
class RadarUnit:
    """One unit: its domain by name, and its state; None is not answered.

    ``apart`` is whether its answer is kept from this reader for now.
    """

    unit: str
    short: str
    domain: str
    state: UnitState | None
    apart: bool = False


@dataclass(frozen=True, kw_only=True)
class RadarFacts:
    """A whole chart: the 28 units by domain, in the framework's order of domains.

    ``months_in_post`` are whole months on that day, ``hours`` the share of full time, if given.
    """

    person: PersonNamed
    role: str
    months_in_post: int | None
    hours: float | None
    on: date
    units: tuple[RadarUnit, ...]
    apart: KeptApart
    scale: Scale = field(metadata={"json": False})

    @property
    def names(self) -> dict[str, str]:
        """The short names of units, by id."""
        return {each.unit: each.short for each in self.units}
