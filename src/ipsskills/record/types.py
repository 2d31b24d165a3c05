"""What is kept: frozen records, each one version of a thing.

A record is never changed. A later version names the one its author saw in ``replaces``; the
current version of a thing is the one that nothing replaces. docs/record.md tells more.

These classes are the one declaration of what is kept: tables, reading and checks are made from
them. They are plain, so that reading is quick: what may stand in them is looked at when something
is written (`validate`), not each time it is read.
"""

from datetime import date
from typing import Annotated, Any, ClassVar

from ipsskills.codes import AskedAs, AssessmentKind, Basis, Behind, Code, Role
from ipsskills.frozen import dataclass
from ipsskills.record.base import (
    TAKEN,
    Items,
    Line,
    NamedPerson,
    Record,
    State,
    WrittenLine,
    WrittenText,
)
from ipsskills.record.custody.exchange import AloneFirst, Parcel
from ipsskills.record.custody.rights import Forgotten, Hold, Objection, Redacted
from ipsskills.record.entries import Entry
from ipsskills.record.limits import NumberLimit
from ipsskills.record.written import NO_WORDS

__all__ = [
    "KINDS",
    "AloneFirst",
    "Assessment",
    "Entry",
    "Forgotten",
    "FrameworkText",
    "Goal",
    "GoalActivity",
    "Hold",
    "Note",
    "Objection",
    "Parcel",
    "Person",
    "Rating",
    "Record",
    "Redacted",
    "State",
    "thing_of_note",
    "thing_of_rating",
]


_NO_SUPERVISORS = "SELECT thing FROM assessment WHERE kind <> 'supervisor'"


@dataclass(frozen=True, kw_only=True)
class Person(Record):
    """A person; ``thing`` is the random id that everything else names them by.

    ``hours`` is the share of full time (0 to 1); ``since`` the start, or return, in this post.
    ``supervisor`` and ``same_as`` are person ids: who supervises them, and whom a record says they
    are. ``key`` is the public key that files for them are closed with. Caseload, leave and how
    they work best are the person's own to give, or not.
    """

    INDEXES = (*Record.INDEXES, ("supervisor",))

    name: Line
    role: Role
    team: Line | None = None
    hours: Annotated[float, NumberLimit(1, above=0)] | None = None
    since: date | None = None
    supervisor: str | None = None
    supervised_since: date | None = None
    left: date | None = None
    caseload: Annotated[int, NumberLimit(999, least=0)] | None = None
    leave: WrittenLine | None = None
    works_best: WrittenText = NO_WORDS
    same_as: str | None = None
    key: Line | None = None


@dataclass(frozen=True, kw_only=True)
class Assessment(Record):
    """One pass through a scope of items by one rater; ``thing`` is what its ratings name.

    ``scope``, ``period_months``, ``kind``, ``scale`` and ``framework`` are fixed when it starts.
    ``agreed_with`` is the other of the two who gave an agreed answer. ``form_version`` counts how
    often the form was kept that it was given on, None where it was given to the program itself.
    ``set_aside`` is the day it was put behind another look of the same days: it is kept and named,
    and no page goes by it.
    """

    INDEXES = (*Record.INDEXES, ("rater",))
    # A clock may have been put back by a day between the two.
    NEVER = (
        ("finished", "finished < date(began, '-1 day')", "is before it began"),
        ("finished", "(state = 'finished') <> (finished IS NOT NULL)", "does not fit its state"),
    )

    kind: AssessmentKind
    rater: str
    state: State
    scope: Items
    period_months: Annotated[int, NumberLimit(24, least=1)]
    period_from: date | None = None
    scale: str
    framework: str
    began: date
    finished: date | None = None
    agreed_with: NamedPerson | None = None
    form_version: Annotated[int, NumberLimit(1_000_000_000, least=1)] | None = None
    set_aside: date | None = None

    def contradiction(self) -> str | None:
        """Return what does not go together: a finished assessment has a date, no other has."""
        if (self.state is State.FINISHED) != (self.finished is not None):
            return "a finished assessment has a date, and only a finished one"
        return None


@dataclass(frozen=True, kw_only=True)
class Rating(Record):
    """One answer to one item in one assessment; ``code`` None is not answered.

    ``visit`` is the observation (its thing) that an observed answer was given on, and ``seen_on`` a
    copy of its day. Before the answer they say which visit stands behind it.
    """

    INDEXES = (*Record.INDEXES, ("assessment",))
    NEVER = (
        ("code", "code = 'n' AND asked_as <> 'skill'", "is 'no chance yet' to what is no skill"),
        ("reason", "(code IS 'x') <> (coalesce(reason, '') <> '')", "does not fit the answer"),
        (
            "code",
            f"code = 'u' AND assessment IN ({_NO_SUPERVISORS})",
            "is 'not seen', which is a supervisor's answer only",
        ),
    )

    assessment: str
    item: str
    asked_as: AskedAs
    code: Code | None = None
    basis: Basis | None = None
    reason: str | None = None
    behind: Behind | None = None
    bring: bool = False
    show: bool = False
    visit: str | None = None
    seen_on: date | None = None

    def contradiction(self) -> str | None:
        """Return what does not go together: an answer, how it was asked, a reason, a visit."""
        if self.code is Code.NO_CHANCE and self.asked_as is not AskedAs.SKILL:
            return "'no chance yet' answers a skill only"
        if self.code is Code.OUTSIDE and not self.reason:
            return "'agreed outside this job' needs a reason"
        if self.code is not Code.OUTSIDE and self.reason:
            return "a reason goes with 'agreed outside this job' only"
        if (self.visit is None) != (self.seen_on is None):
            return "a visit has a day, and only a visit has"
        if self.visit and self.code and not (self.code.rated and self.basis is Basis.OBSERVED):
            return "a visit goes with what was observed only"
        return None


@dataclass(frozen=True, kw_only=True)
class Note(Record):
    """Words about another thing (``subject``), private unless ``shared``.

    Empty text is a note taken back.
    """

    subject: str
    text: WrittenText
    shared: bool = False


@dataclass(frozen=True, kw_only=True)
class Goal(Record):
    """One goal of a learning plan and how far it has come.

    ``states`` are the words its units stood at when it was agreed; ``changed`` tells what changed
    by the end, or why it was dropped. ``arranged_by`` is who arranges a chance. ``number`` is how
    the goal is named to the program, given when it is made.
    """

    number: Annotated[int, NumberLimit(1_000_000, least=1)]
    title: WrittenLine
    why: WrittenText = NO_WORDS
    items: Items = ()
    chance: bool = False
    agreed_with: NamedPerson | None = None
    outcome: WrittenText = NO_WORDS
    review: date
    close: date
    state: State
    changed: WrittenText = NO_WORDS
    arranged_by: NamedPerson | None = None
    agreed_on: date | None = None
    states: Items = ()
    reviewed: date | None = None
    review_note: WrittenText = NO_WORDS


@dataclass(frozen=True, kw_only=True)
class GoalActivity(Record):
    """One thing to do towards a goal (``goal`` is the goal's thing); ``done`` is the day it was.

    ``brought`` is what it left to bring to supervision, in the person's words. ``dropped`` takes it
    off the plan; its history stays.
    """

    INDEXES = (*Record.INDEXES, ("goal",))

    goal: str
    place: int
    text: WrittenLine
    source: str | None = None
    with_whom: NamedPerson | None = None
    due: date
    done: date | None = None
    brought: WrittenText = NO_WORDS
    dropped: bool = False


@dataclass(frozen=True, kw_only=True)
class FrameworkText:
    """The framework as it was when records named its hash."""

    __pydantic_config__: ClassVar[dict[str, Any]] = TAKEN

    hash: str
    version: str
    text: str


# Every kind of record there is.
KINDS: tuple[type[Record], ...] = (
    Person,
    Assessment,
    Rating,
    Note,
    Goal,
    GoalActivity,
    Entry,
    Parcel,
    AloneFirst,
    Objection,
    Hold,
    Forgotten,
    Redacted,
)


def thing_of_rating(assessment: str, item: str) -> str:
    """Return the thing that all versions of one answer share."""
    return f"{assessment}/{item}"


def thing_of_note(on: str) -> str:
    """Return the thing that all versions of the note on another thing share."""
    return f"note:{on}"
