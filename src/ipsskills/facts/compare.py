"""What two views of a person come to: which units are pairs, which are not and why."""

from dataclasses import field
from datetime import date

from ipsskills.doing import Do
from ipsskills.facts.apart import KeptApart
from ipsskills.facts.charts.person import ChartFacts
from ipsskills.facts.exchange.contested import SeenDifferently
from ipsskills.facts.people import PersonNamed
from ipsskills.facts.units import UnitAnswer, UnitFacts
from ipsskills.facts.wording import Wording
from ipsskills.frozen import dataclass
from ipsskills.method.figures import Figures
from ipsskills.method.pairs import Alone, PairTalk


@dataclass(frozen=True, kw_only=True)
class TwoSides:
    """Whose views they are and of which days; the day is None where nothing may be shown.

    ``first_look`` is whether the person's own is no more than a first look.
    """

    person: PersonNamed
    supervisor: PersonNamed
    own_on: date | None
    supervisor_on: date | None
    first_look: bool = False


@dataclass(frozen=True, kw_only=True)
class ComparedPair:
    """One unit that both answered, and what to do about it.

    ``in_view`` are the texts to have in view where the two are far apart: statements they see
    differently, or what the unit is for. ``agreed`` is what they agreed since both views.
    """

    unit: str
    short: str
    talk: PairTalk
    own: UnitAnswer
    supervisor: UnitAnswer
    in_view: tuple[str, ...] = ()
    agreed: UnitAnswer | None = None


@dataclass(frozen=True, kw_only=True)
class ComparedAlone:
    """One unit that both were asked about and that is no pair, and why not."""

    unit: str
    short: str
    why: Alone
    own: UnitAnswer
    supervisor: UnitAnswer


@dataclass(frozen=True, kw_only=True)
class CorrectedAnswer:
    """One answer put right after its assessment was finished; ``own`` is whether the person's."""

    unit: str
    short: str
    own: bool
    was: UnitAnswer
    now: UnitAnswer


@dataclass(frozen=True, kw_only=True)
class CompareFacts:
    """Two views of a person: pairs in teaching order, what is no pair in curriculum order.

    ``contested`` are the views that the person sees differently;
    ``chart`` is what a picture shows, where there is one. ``safety`` are the safety units among
    them as both views stand now, and ``leader`` who supervises the person, for what those ask for.
    """

    sides: TwoSides
    pairs: tuple[ComparedPair, ...]
    alone: tuple[ComparedAlone, ...]
    corrected: tuple[CorrectedAnswer, ...]
    next: tuple[Do, ...]
    apart: KeptApart
    contested: tuple[SeenDifferently, ...] = ()
    wording: Wording = field(metadata={"json": False})
    chart: ChartFacts | None = field(default=None, metadata={"json": False})
    safety: tuple[UnitFacts, ...] = field(default=(), metadata={"json": False})
    leader: PersonNamed | None = field(default=None, metadata={"json": False})

    def of_talk(self, wanted: PairTalk) -> tuple[ComparedPair, ...]:
        """Return the pairs about which the same is to be done."""
        return tuple(pair for pair in self.pairs if pair.talk is wanted)


@dataclass(frozen=True, kw_only=True)
class FiguresFacts:
    """The figures of two views; of units only, not of areas."""

    sides: TwoSides
    figures: Figures
    apart: KeptApart
    wording: Wording = field(metadata={"json": False})
