"""What a learning plan is made of: goals, their steps, what became of them, what is offered.

No answer of an assessment is among it. The words its units stood at when a goal was agreed are in
its history only.
"""

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from ipsskills.doing import Do
from ipsskills.facts.apart import KeptApart
from ipsskills.facts.origin import Origin
from ipsskills.facts.people import PersonNamed
from ipsskills.framework.cases import Case
from ipsskills.frozen import dataclass
from ipsskills.method.goal_history import Happened
from ipsskills.method.goals import WhyNamed
from ipsskills.record.types import State


@dataclass(frozen=True, kw_only=True)
class PlanActivity:
    """One thing to do; ``number`` is how it is named to the program, for example 1.2.

    ``what`` is what the curriculum says happens, ``time`` roughly how long it takes, ``bring`` what
    it leaves to bring to supervision and ``cases`` those it names, for an activity that comes from
    there. ``brought`` is what the person brought from it, in their own words.
    """

    number: str
    text: str
    with_whom: str | None
    due: date
    done: date | None
    what: str = ""
    time: str = ""
    bring: str = ""
    cases: tuple[Case, ...] = ()
    brought: str = ""
    origin: Origin | None = field(default=None, metadata={"json": False})


@dataclass(frozen=True, kw_only=True)
class PlanGoal:
    """One goal; ``units`` are the units it is about, ``outcome`` how we will know.

    ``changed`` tells what changed by its end, or why it was dropped; ``ended`` is the day. Whoever
    agreed or arranges it is named as they are called today.
    """

    number: int
    title: str
    why: str
    units: tuple[str, ...]
    chance: bool
    outcome: str
    review: date
    close: date
    state: State
    agreed_with: str | None
    activities: tuple[PlanActivity, ...]
    changed: str = ""
    ended: date | None = None
    arranged_by: str | None = None
    agreed_on: date | None = None
    reviewed: date | None = None
    review_note: str = ""
    steps_dropped: int = 0
    origin: Origin | None = field(default=None, metadata={"json": False})


# The fields of a goal or a step whose changes a history tells, in the order it tells them.
TOLD = (
    *("title", "why", "outcome", "arranged_by", "text", "with_whom", "due", "review", "close"),
    *("done", "brought"),
)


@dataclass(frozen=True, kw_only=True)
class FieldChange:
    """A field that was changed, one of `TOLD`, and what it was before."""

    field: str
    was: str | date | None


@dataclass(frozen=True, kw_only=True)
class GoalEvent:
    """One thing that happened to a goal, the day, and the name of who wrote it.

    ``step`` is the number of the step it happened to, if it was one; ``text`` what the goal, or
    the step, was called from then on. ``said`` is the person's own words about it: what changed,
    why it was dropped, what was seen at a look, what a step left to bring. ``states`` are the words
    its units stood at when it was agreed; ``review`` the day to look at it next.
    """

    on: date
    what: Happened
    by: str
    text: str
    step: str | None = None
    said: str = ""
    agreed_with: str | None = None
    states: tuple[str, ...] = ()
    review: date | None = None
    changes: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, kw_only=True)
class GoalHistory:
    """What happened to one goal, oldest first; ``title`` is what it is called now."""

    number: int
    title: str
    lines: tuple[GoalEvent, ...]


@dataclass(frozen=True, kw_only=True)
class UnitByHand:
    """A unit to choose a goal for by hand, and why it is named."""

    unit: str
    short: str
    why: WhyNamed


@dataclass(frozen=True, kw_only=True)
class PlanFacts:
    """A person's plan on a day: open goals, ended ones, the short names of strengths to lean on.

    ``since`` is the start in this post, ``months_in_post`` the whole months there, ``hours`` the
    share of full time, where they were given. ``names`` are the short names of units, by id.
    ``happened`` is what a command has just done to it, if one has. ``by_hand`` are units to choose
    a goal for, where there is no open one and none is offered yet.
    """

    person: PersonNamed
    on: date
    strengths: tuple[str, ...] = ()
    goals: tuple[PlanGoal, ...] = ()
    finished: tuple[PlanGoal, ...] = ()
    dropped: tuple[PlanGoal, ...] = ()
    works_best: str = ""
    role: str = ""
    since: date | None = None
    months_in_post: int | None = None
    hours: float | None = None
    supervisor: PersonNamed | None = None
    apart: KeptApart = field(default_factory=KeptApart)
    next: tuple[Do, ...] = ()
    happened: tuple[GoalHistory, ...] = field(default=(), metadata={"json": False})
    by_hand: tuple[UnitByHand, ...] = field(default=(), metadata={"json": False})
    names: Mapping[str, str] = field(default_factory=dict, metadata={"json": False})


@dataclass(frozen=True, kw_only=True)
class GoalOffer:
    """A goal offered: the unit, why it is offered (safety, effort or chance), the goal in words.

    ``purpose``, ``outcome`` and ``activities`` are what the plan would hold from today.
    """

    unit: str
    short: str
    why: str
    goal: str
    on_plan: bool
    purpose: str = ""
    outcome: str = ""
    activities: tuple[PlanActivity, ...] = ()


@dataclass(frozen=True, kw_only=True)
class OfferedGoals:
    """The goals to pick from, in the order of the method, and what is kept apart meanwhile.

    ``looked`` is whether there is a finished look at the units to offer goals from; where there is
    none, ``first_look`` is the day of a first look, if there is one, and ``by_hand`` are units to
    choose a goal for.
    """

    offers: tuple[GoalOffer, ...]
    apart: KeptApart
    next: tuple[Do, ...]
    looked: bool = True
    first_look: date | None = None
    by_hand: tuple[UnitByHand, ...] = field(default=(), metadata={"json": False})
    names: Mapping[str, str] = field(default_factory=dict, metadata={"json": False})


@dataclass(frozen=True, kw_only=True)
class GoalToEdit:
    """An open goal as it is now, and the names that may stand in what is written about it."""

    goal: PlanGoal
    known: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class PlanHistory:
    """What became of a person's goals, or of one of them."""

    person: PersonNamed
    goals: tuple[GoalHistory, ...]
    apart: KeptApart
    names: Mapping[str, str] = field(default_factory=dict, metadata={"json": False})
