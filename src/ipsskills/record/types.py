"""What is kept: frozen records that validate themselves, each one version of a thing.

A record is never changed. A later version names the one its author saw in ``replaces``; the
current version of a thing is the one that nothing replaces. docs/record.md tells more.
"""

from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, ConfigDict, Field, StringConstraints, model_validator
from pydantic.dataclasses import dataclass

from ipsskills.codes import AskedAs, AssessmentKind, Basis, Behind, Code, EntryKind, Role


def _utc(at: datetime) -> datetime:
    """Take a time as UTC; the store keeps times without a zone."""
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)


def _printable(text: str) -> str:
    """Refuse control characters, which would speak to the terminal instead of the reader."""
    if any((c < " " and c not in "\n\t") or "\x7f" <= c <= "\x9f" for c in text):
        raise ValueError("control characters cannot be kept")
    return text


Utc = Annotated[datetime, AfterValidator(_utc)]
Text = Annotated[str, StringConstraints(max_length=10_000), AfterValidator(_printable)]
Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=500, pattern=r"^[^\n]*$"),
    AfterValidator(_printable),
]
Items = Annotated[tuple[str, ...], Field(max_length=2000)]

# Values never stand in validation messages: they may be notes or names.
_CONFIG = ConfigDict(extra="forbid", hide_input_in_errors=True)


class State(StrEnum):
    """Where an assessment or a goal is in its life; not every state fits both."""

    DRAFT = "draft"
    FINISHED = "finished"
    AGREED = "agreed"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, kw_only=True, config=_CONFIG)
class Record:
    """The header every record version shares. ``about`` and ``author`` are person ids."""

    id: str
    thing: str
    replaces: str | None = None
    about: str
    author: str
    at: Utc


@dataclass(frozen=True, kw_only=True, config=_CONFIG)
class Person(Record):
    """A person; ``thing`` is the random id that everything else names them by.

    ``hours`` is the share of full time (0 to 1); ``since`` the start, or return, in this post.
    ``supervisor`` and ``same_as`` are person ids: who supervises them, and whom a record says they
    are. Caseload, leave and how they work best are the person's own to give, or not.
    """

    name: Line
    role: Role
    team: Line | None = None
    hours: Annotated[float, Field(gt=0, le=1)] | None = None
    since: date | None = None
    supervisor: str | None = None
    supervised_since: date | None = None
    left: date | None = None
    caseload: Annotated[int, Field(ge=0, le=999)] | None = None
    leave: Line | None = None
    works_best: Text = ""
    same_as: str | None = None


@dataclass(frozen=True, kw_only=True, config=_CONFIG)
class Assessment(Record):
    """One pass through a scope of items by one rater; ``thing`` is what its ratings name.

    ``scope``, ``period_months``, ``kind``, ``scale`` and ``framework`` are fixed when it starts.
    """

    kind: AssessmentKind
    rater: str
    state: State
    scope: Items
    period_months: Annotated[int, Field(ge=1, le=24)]
    period_from: date | None = None
    scale: str
    framework: str
    began: date
    finished: date | None = None

    @model_validator(mode="after")
    def _finished_has_a_date(self) -> "Assessment":
        if (self.state is State.FINISHED) != (self.finished is not None):
            raise ValueError("a finished assessment has a date, and only a finished one")
        return self


@dataclass(frozen=True, kw_only=True, config=_CONFIG)
class Rating(Record):
    """One answer to one item in one assessment; ``code`` None is not answered."""

    assessment: str
    item: str
    asked_as: AskedAs
    code: Code | None = None
    basis: Basis | None = None
    reason: str | None = None
    behind: Behind | None = None
    bring: bool = False
    show: bool = False

    @model_validator(mode="after")
    def _fits(self) -> "Rating":
        if self.code is Code.NO_CHANCE and self.asked_as is not AskedAs.SKILL:
            raise ValueError("'no chance yet' answers a skill only")
        if self.code is Code.OUTSIDE and not self.reason:
            raise ValueError("'agreed outside this job' needs a reason")
        if self.code is not Code.OUTSIDE and self.reason:
            raise ValueError("a reason goes with 'agreed outside this job' only")
        return self


@dataclass(frozen=True, kw_only=True, config=_CONFIG)
class Note(Record):
    """Words about another thing (``subject``), private unless ``shared``.

    Empty text is a note taken back.
    """

    subject: str
    text: Text
    shared: bool = False


@dataclass(frozen=True, kw_only=True, config=_CONFIG)
class Goal(Record):
    """One goal of a learning plan and how far it has come.

    ``states`` are the words its units stood at when it was agreed; ``changed`` tells what changed
    by the end, or why it was dropped. ``arranged_by`` is who arranges a chance. ``number`` is how
    the goal is named to the program, given when it is made.
    """

    number: Annotated[int, Field(ge=1)]
    title: Line
    why: Text = ""
    items: Items = ()
    chance: bool = False
    agreed_with: Line | None = None
    outcome: Text = ""
    review: date
    close: date
    state: State
    changed: Text = ""
    arranged_by: Line | None = None
    agreed_on: date | None = None
    states: Items = ()
    reviewed: date | None = None
    review_note: Text = ""


@dataclass(frozen=True, kw_only=True, config=_CONFIG)
class GoalActivity(Record):
    """One thing to do towards a goal (``goal`` is the goal's thing); ``done`` is the day it was.

    ``dropped`` takes it off the plan; its history stays.
    """

    goal: str
    place: int
    text: Line
    source: str | None = None
    with_whom: Line | None = None
    due: date
    done: date | None = None
    dropped: bool = False


@dataclass(frozen=True, kw_only=True, config=_CONFIG)
class Entry(Record):
    """One entry of the training record, on one day; docs/record.md tells which kind uses what.

    ``items`` are unit ids. ``who`` is the other person's name: who saw the evidence, watched or
    supervised; for an action, who does it. ``part_of`` is the supervision an action comes from.
    ``removed`` takes an entry back; its history stays.
    """

    kind: EntryKind
    on: date
    title: Line
    items: Items = ()
    way: Line | None = None
    hours: Annotated[float, Field(gt=0, le=1000)] | None = None
    minutes: Annotated[int, Field(gt=0, le=600)] | None = None
    provider: Line | None = None
    who: Line | None = None
    basis: Basis | None = None
    text: Text = ""
    went_well: Text = ""
    next_step: Text = ""
    own_word: Text = ""
    cancelled: Line | None = None
    certificate: Line | None = None
    expires: date | None = None
    next_on: date | None = None
    due: date | None = None
    done: date | None = None
    part_of: str | None = None
    removed: bool = False


@dataclass(frozen=True, kw_only=True, config=_CONFIG)
class FrameworkText:
    """The framework as it was when records named its hash."""

    hash: str
    version: str
    text: str


def thing_of_rating(assessment: str, item: str) -> str:
    """Return the thing that all versions of one answer share."""
    return f"{assessment}/{item}"


def thing_of_note(on: str) -> str:
    """Return the thing that all versions of the note on another thing share."""
    return f"note:{on}"
