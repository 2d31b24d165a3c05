"""What can happen in a history: one plain class a happening, each with the moment it is typed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True)
class Answer:
    """One answer to one item; ``code`` None is left blank, ``basis`` is a supervisor's."""

    code: str | None
    basis: str | None = None
    bring: bool = False
    show: bool = False


@dataclass(frozen=True, kw_only=True)
class Happening:
    """Something that ``by`` (a name) types at a moment."""

    at: datetime
    by: str


@dataclass(frozen=True, kw_only=True)
class Joined(Happening):
    """A person is entered, by themselves if they are the first."""

    name: str
    leads: bool


@dataclass(frozen=True, kw_only=True)
class Supervised(Happening):
    """From a day on ``about`` is supervised by ``supervisor``."""

    about: str
    supervisor: str
    since: date


@dataclass(frozen=True, kw_only=True)
class Visited(Happening):
    """Field mentoring; ``rate`` is the code given with it, for its one unit."""

    key: str
    about: str
    on: date
    way: str
    units: tuple[str, ...]
    setting: str
    rate: str | None = None


@dataclass(frozen=True, kw_only=True)
class VisitCorrected(Happening):
    """The day and the setting of a visit are put right."""

    key: str
    on: date
    setting: str


@dataclass(frozen=True, kw_only=True)
class TakenBack(Happening):
    """A visit or a supervision is taken back."""

    key: str


@dataclass(frozen=True, kw_only=True)
class Begun(Happening):
    """A draft is opened; ``kind`` is self, supervisor or first look."""

    key: str
    about: str
    kind: str
    scope: tuple[str, ...]
    period: int | None = None


@dataclass(frozen=True, kw_only=True)
class Finished(Happening):
    """The answers of a draft are given and it is finished."""

    key: str
    answers: Mapping[str, Answer]


@dataclass(frozen=True, kw_only=True)
class Dropped(Happening):
    """A draft is left for good."""

    key: str


@dataclass(frozen=True, kw_only=True)
class Corrected(Happening):
    """An answer of a finished assessment is put right, its marks and basis as they were."""

    key: str
    item: str
    code: str


@dataclass(frozen=True, kw_only=True)
class Marked(Happening):
    """A unit is marked to be brought to supervision, or no longer, without a new answer."""

    about: str
    unit: str
    bring: bool


@dataclass(frozen=True, kw_only=True)
class Held(Happening):
    """A supervision, held or cancelled, and what was talked about.

    ``topics`` None is an entry from before that was asked; () is that nothing was ticked.
    """

    key: str
    about: str
    on: date
    held: bool = True
    way: str | None = None
    units: tuple[str, ...] = ()
    topics: tuple[str, ...] | None = ()


@dataclass(frozen=True, kw_only=True)
class Contested(Happening):
    """A person says that they see a finished view of them differently, or that it is settled."""

    key: str
    settled: bool = False


@dataclass(frozen=True, kw_only=True)
class Agreed(Happening):
    """Two people agree on an answer."""

    about: str
    unit: str
    code: str


@dataclass(frozen=True, kw_only=True)
class Prepared(Happening):
    """The one who types prepares for supervision."""

    well: str


@dataclass(frozen=True, kw_only=True)
class GoalAdded(Happening):
    """A goal in own words, with so many steps."""

    key: str
    title: str
    steps: int = 1


@dataclass(frozen=True, kw_only=True)
class GoalFinished(Happening):
    """A goal is finished."""

    key: str


@dataclass(frozen=True)
class History:
    """What happened, in the order it was typed, and the moments at which pages are looked at."""

    seed: int
    happenings: tuple[Happening, ...]
    moments: tuple[datetime, ...]
    about: str
    leaders: tuple[str, ...] = field(default=())
