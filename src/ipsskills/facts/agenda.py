"""What an agenda of a supervision hour is made of: both views, the record, plan, preparation."""

from dataclasses import field
from datetime import date

from ipsskills.facts.apart import KeptApart
from ipsskills.facts.assessment import UnderWay
from ipsskills.facts.entries import EntryFacts
from ipsskills.facts.exchange.contested import SeenDifferently
from ipsskills.facts.people import PersonNamed
from ipsskills.facts.plan import UnitByHand
from ipsskills.facts.units import LowAnswer, UnitFacts
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
class NotLookedAt:
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
    """An open goal: how many of its own steps are done, when to look again, when to close it."""

    number: int
    title: str
    done: int
    steps: int
    review: date
    close: date


@dataclass(frozen=True, kw_only=True)
class GoalFinished:
    """A goal that was finished, on which day, and what the person says has changed."""

    number: int
    title: str
    on: date
    changed: str


@dataclass(frozen=True, kw_only=True)
class StepDone:
    """A step of the plan that was done, on which day, and what the person brought from it."""

    text: str
    on: date
    brought: str = ""


@dataclass(frozen=True, kw_only=True)
class TalkedAbout:
    """A unit that rests, since it was talked about on a day and neither answered it again."""

    unit: str
    on: date


@dataclass(frozen=True, kw_only=True)
class Preparation:
    """What the person prepared, on which day: in their own words, and units to look at together."""

    on: date | None = None
    well: str = ""
    stuck: str = ""
    wants: str = ""
    look_at: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AgendaFacts:
    """The learning part of one supervision hour.

    ``on`` is the day it is for, ``today`` the one it was made on, ``viewed_on`` that of the look it
    speaks of; ``supervisor`` names who meets the person, if known; ``rater`` is whose the other
    view is, ``leader`` who supervises the person now. ``caseload``, ``leave`` and ``works_best``
    are what the person gave. ``finished`` are
    goals finished since the last supervision, two at most, ``steps_done`` the steps done since then
    towards others. ``strengths``, ``safety`` and ``talk`` are unit ids, each in its order;
    ``units`` tells of them. ``agreed`` are the units whose agreed answer stands on this page,
    ``talked`` those that rest. ``low`` are statements of other units that have a line beside those
    of the safety units. ``looked`` is whether a look at the units is finished, ``under_way`` one
    that is not, ``looks_elsewhere`` whether the person may have looks that were not sent when a new
    leader took over. ``begin`` are the units of a first look to begin with, ``case_first`` the
    safety unit whose case is talked through first. ``by_hand`` are units to choose a goal for,
    where there is none and none is offered yet.
    """

    person: PersonNamed
    supervisor: str | None
    rater: PersonNamed | None
    leader: PersonNamed | None
    on: date
    today: date
    caseload: int | None
    leave: str | None
    works_best: str
    prepared: Preparation
    finished: tuple[GoalFinished, ...]
    steps_done: tuple[StepDone, ...]
    visits: tuple[FieldVisit, ...]
    strengths: tuple[str, ...]
    actions: tuple[EntryFacts, ...]
    safety: tuple[str, ...]
    talk: tuple[str, ...]
    talked: tuple[TalkedAbout, ...]
    agreed: tuple[str, ...]
    not_looked_at: tuple[NotLookedAt, ...]
    chances: tuple[ChanceToArrange, ...]
    goals: tuple[AgendaGoal, ...]
    review: date | None
    units: tuple[UnitFacts, ...]
    apart: KeptApart
    looked: bool
    viewed_on: date
    low: tuple[LowAnswer, ...] = ()
    contested: tuple[SeenDifferently, ...] = ()
    under_way: UnderWay | None = None
    looks_elsewhere: bool = False
    begin: tuple[str, ...] = ()
    case_first: str | None = None
    by_hand: tuple[UnitByHand, ...] = field(default=(), metadata={"json": False})
    wording: Wording = field(metadata={"json": False})

    @property
    def to_talk_about(self) -> tuple[str, ...]:
        """The units under "talk about first", then those prepared, then those under safety."""
        low = [each.unit for each in self.low]
        return tuple(dict.fromkeys([*self.talk, *self.prepared.look_at, *self.safety, *low]))


@dataclass(frozen=True, kw_only=True)
class TeamAgendas:
    """The agenda of the next supervision of each person in a team, by name."""

    team: str
    agendas: tuple[AgendaFacts, ...]
