"""What stands on an agenda, apart from how a page says it."""

from dataclasses import dataclass
from datetime import date

from ipsskills.facts.entries import EntryFacts


@dataclass(frozen=True)
class Good:
    """Something that went well: in whose words, about which units, seen by whom and when."""

    text: str
    units: tuple[str, ...] = ()
    title: str = ""
    who: str = ""
    on: date | None = None


@dataclass(frozen=True)
class SafetyPoint:
    """One safety unit: where it stands in words, and what that asks for."""

    unit: str
    said: str
    ask: str


@dataclass(frozen=True)
class Talk:
    """One unit to talk about first: who marked it, a shared note and whose, both views in words.

    ``rater`` is whose view the second is; who supervises now may be somebody else.
    """

    unit: str
    short: str
    marked_by: str
    note: str
    note_by: str
    own: str
    supervisor: str
    far_apart: bool
    rater: str = ""


@dataclass(frozen=True)
class Named:
    """A unit by id and short name."""

    unit: str
    short: str


@dataclass(frozen=True)
class NotLookedAt:
    """A unit not looked at for a while; ``since`` None is never."""

    unit: str
    short: str
    since: date | None


@dataclass(frozen=True)
class Chance:
    """A chance to arrange: the unit and one way to do it."""

    unit: str
    short: str
    how: str


@dataclass(frozen=True)
class AgendaGoal:
    """An open goal: how many of its own steps are done."""

    number: int
    title: str
    done: int
    steps: int


@dataclass(frozen=True)
class Agenda:
    """The learning part of one supervision hour. No answer stands on it but in words.

    ``on`` is the day it is for; ``room`` what both should have in mind, where the person gave it.
    ``stuck``, ``wants`` and ``look_at`` come from the person's preparation. ``apart_line`` says
    what is kept back while somebody's view is open, ``demo`` whether the person is invented.
    """

    person: str
    mine: bool
    supervisor: str | None
    on: date
    room: tuple[str, ...]
    good: tuple[Good, ...]
    actions: tuple[EntryFacts, ...]
    safety: tuple[SafetyPoint, ...]
    stuck: str
    wants: str
    look_at: tuple[Named, ...]
    talk: tuple[Talk, ...]
    not_looked_at: tuple[NotLookedAt, ...]
    chances: tuple[Chance, ...]
    goals: tuple[AgendaGoal, ...]
    review: date | None
    apart_line: str
    looked: bool
    demo: bool = False

    @property
    def units(self) -> tuple[str, ...]:
        """Every unit to be talked about, as the supervision that starts from it names them."""
        named = [*(t.unit for t in self.talk), *(n.unit for n in self.look_at)]
        return tuple(dict.fromkeys([*named, *(n.unit for n in self.not_looked_at)]))
