"""What charts of a person show: every unit with each answer that is drawn, and what stands out."""

from dataclasses import field
from datetime import date

from ipsskills.codes import AskedAs
from ipsskills.facts.apart import KeptApart
from ipsskills.facts.exchange.contested import SeenDifferently
from ipsskills.facts.people import PersonNamed
from ipsskills.framework.scale import Scale
from ipsskills.frozen import dataclass
from ipsskills.method.state import UnitState


@dataclass(frozen=True, kw_only=True)
class ChartAnswer:
    """One answer beside the person's own: of which day, whose, and whether it is old.

    ``far`` is whether a supervisor's is too far in time from the person's own to be a pair with it,
    and ``contested`` whether either is contested, and so makes no pair.
    ``same_question`` is whether the person answered the same question, so that the two may be drawn
    side by side.
    """

    state: UnitState
    on: date
    by: PersonNamed | None = None
    old: bool = False
    far: bool = False
    contested: bool = False
    same_question: bool = True


@dataclass(frozen=True, kw_only=True)
class ChartUnit:
    """One unit: its section and domain by name, and its state; None is not answered.

    ``earlier``, ``supervisor`` and ``agreed`` are there where they were asked for and given.
    ``apart`` is whether the person's answers are kept from this reader for now, and
    ``supervisor_apart`` whether the supervisor's are. ``asked_as`` is how it is asked.
    """

    unit: str
    short: str
    section: str
    domain: str
    state: UnitState | None
    on: date | None = None
    earlier: ChartAnswer | None = None
    supervisor: ChartAnswer | None = None
    agreed: ChartAnswer | None = None
    apart: bool = False
    supervisor_apart: bool = False
    asked_as: AskedAs | None = field(default=None, metadata={"json": False})


@dataclass(frozen=True, kw_only=True)
class ChartLists:
    """What stands out, as unit ids in the order of the lists of a report.

    ``well`` is what goes well, or where nothing is at the top yet (``brings``) what the person
    brings; ``effort`` is where effort would pay first. ``moved`` changed since the earlier day,
    and where less help is needed it is in ``moved_up``, too; ``both_well`` and ``far_apart`` are
    what the supervisor saw, too.
    """

    well: tuple[str, ...] = ()
    brings: bool = False
    effort: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    moved_up: tuple[str, ...] = ()
    both_well: tuple[str, ...] = ()
    far_apart: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ChartFacts:
    """A whole chart of one person: the 28 units in curriculum order.

    ``domains`` are the names of domains in the framework's order. ``earlier_on`` is the day of the
    earlier view, ``supervisor`` whose the other view is first of all, and of which day; both are
    None where they were not asked for. ``contested`` are the views among them that the person sees
    differently, where no page around the chart says so. ``months_in_post`` are whole months on the
    day, ``hours`` the share of full time, if given.
    """

    person: PersonNamed
    role: str
    months_in_post: int | None
    hours: float | None
    on: date
    units: tuple[ChartUnit, ...]
    domains: tuple[str, ...]
    lists: ChartLists
    apart: KeptApart
    earlier_on: date | None = None
    supervisor: PersonNamed | None = None
    supervisor_on: date | None = None
    contested: tuple[SeenDifferently, ...] = ()
    scale: Scale = field(metadata={"json": False})

    @property
    def names(self) -> dict[str, str]:
        """The short names of units, by id."""
        return {each.unit: each.short for each in self.units}
