"""What an agenda of a supervision hour is made of: both views, the record, plan, preparation."""

from dataclasses import field
from datetime import date

from ipsskills.facts.apart import KeptApart
from ipsskills.facts.entries import EntryFacts
from ipsskills.facts.people import PersonNamed
from ipsskills.facts.units import UnitFacts
from ipsskills.facts.wording import Wording
from ipsskills.frozen import dataclass


@dataclass(frozen=True, kw_only=True)
class FieldVisit:
    """What went well where somebody was seen or shown at work: where, about what, who was there."""

    well: str
    setting: str
    units: tuple[str, ...]
    who: str
    on: date


@dataclass(frozen=True, kw_only=True)
class RestingUnit:
    """A unit not looked at for a while; ``since`` None is never."""

    unit: str
    short: str
    since: date | None


@dataclass(frozen=True, kw_only=True)
class ChanceToArrange:
    """A chance to arrange: the unit and one way to do it, from the curriculum; "" where none."""

    unit: str
    short: str
    how: str


@dataclass(frozen=True, kw_only=True)
class AgendaGoal:
    """An open goal: how many of its own steps are done."""

    number: int
    title: str
    done: int
    steps: int


@dataclass(frozen=True, kw_only=True)
class Preparation:
    """What the person prepared: in their own words, and units to look at together."""

    well: str = ""
    stuck: str = ""
    wants: str = ""
    look_at: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AgendaFacts:
    """The learning part of one supervision hour.

    ``on`` is the day it is for, ``viewed_on`` that of the look it speaks of; ``supervisor`` names
    who meets the person, if known; ``rater`` is whose the other view is. ``caseload``, ``leave``
    and ``works_best`` are what the person gave. ``strengths``, ``safety`` and ``talk`` are unit
    ids, each in its order; ``units`` tells of them.
    ``looked`` is whether a look at the units is finished.
    """

    person: PersonNamed
    supervisor: str | None
    rater: PersonNamed | None
    on: date
    caseload: int | None
    leave: str | None
    works_best: str
    prepared: Preparation
    visits: tuple[FieldVisit, ...]
    strengths: tuple[str, ...]
    actions: tuple[EntryFacts, ...]
    safety: tuple[str, ...]
    talk: tuple[str, ...]
    resting: tuple[RestingUnit, ...]
    chances: tuple[ChanceToArrange, ...]
    goals: tuple[AgendaGoal, ...]
    review: date | None
    units: tuple[UnitFacts, ...]
    apart: KeptApart
    looked: bool
    viewed_on: date
    wording: Wording = field(metadata={"json": False})

    @property
    def talked_about(self) -> tuple[str, ...]:
        """Every unit to be talked about, as the supervision that starts from it names them."""
        rest = (each.unit for each in self.resting)
        return tuple(dict.fromkeys([*self.talk, *self.prepared.look_at, *rest]))
