"""The training record: listed by date, set against the curriculum, shown to a reviewer."""

from dataclasses import field
from datetime import date

from ipsskills.codes import EntryKind
from ipsskills.facts.entries import EntryFacts
from ipsskills.facts.exchange.contested import SeenDifferently
from ipsskills.facts.notes import PrivateNote
from ipsskills.frozen import dataclass
from ipsskills.method.coverage import Covered


@dataclass(frozen=True, kw_only=True)
class BroughtFromStep:
    """What somebody brought from a step of the plan (number like 1.2) that they did on a day."""

    number: str
    step: str
    units: tuple[str, ...]
    on: date
    brought: str


@dataclass(frozen=True, kw_only=True)
class RecordFacts:
    """A person's entries, the latest first; ``chosen`` is whether some were left out by choice.

    ``contested`` are entries that the person sees differently;
    ``brought`` is what was brought from steps of the plan, the latest first. ``private`` are the
    reader's own private notes that hold the words looked for.
    """

    person: str
    mine: bool
    entries: tuple[EntryFacts, ...]
    chosen: bool = False
    brought: tuple[BroughtFromStep, ...] = ()
    contested: tuple[SeenDifferently, ...] = ()
    private: tuple[PrivateNote, ...] | None = field(default=None, metadata={"json": False})


@dataclass(frozen=True, kw_only=True)
class CoveredUnit:
    """One unit with the names of its section and domain, and what is recorded for it.

    ``contested`` are entries on it that the person sees differently.
    """

    covered: Covered
    section: str
    short: str
    domain: str
    contested: tuple[SeenDifferently, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CoverageFacts:
    """The curriculum against what is recorded on a day; ``domains`` are in the framework's order.

    ``mine`` is whether the reader is the person.
    """

    person: str
    mine: bool
    on: date
    units: tuple[CoveredUnit, ...]
    domains: tuple[str, ...]


@dataclass(frozen=True)
class ReviewAction:
    """What was agreed in supervision, as a reviewer may see it: who does what by when."""

    who: str | None
    title: str
    due: date | None


@dataclass(frozen=True, kw_only=True)
class ReviewRow:
    """One supervision or field mentoring as a reviewer may see it.

    No rating, no notes and nobody's own words, but those by which the person sees it differently
    (``contested``: of the meeting or visit and of what was agreed there). ``setting`` and
    ``next_step`` are of field mentoring, ``minutes``, ``cancelled``, ``next_on`` and ``actions`` of
    supervision.
    """

    on: date
    kind: EntryKind
    way: str | None
    setting: str | None = None
    next_step: str = ""
    minutes: int | None = None
    cancelled: str | None = None
    next_on: date | None = None
    actions: tuple[ReviewAction, ...] = ()
    contested: tuple[SeenDifferently, ...] = ()


@dataclass(frozen=True)
class ReviewFacts:
    """Supervision and field mentoring between two days, the earliest first."""

    person: str
    since: date
    until: date
    rows: tuple[ReviewRow, ...]
