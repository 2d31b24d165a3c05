"""The tables: one class each, the same fields as the records in ``types.py``.

Table classes cost start-up time, so there are at most eight. They never leave this room.
"""

from datetime import UTC, date, datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, DateTime
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel

from ipsskills.record import types


class Utc(TypeDecorator[datetime]):
    """Times in UTC, kept without a zone so that every database sorts them alike."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:  # noqa: ARG002
        """Return the time as it is stored."""
        return value.astimezone(UTC).replace(tzinfo=None) if value else None


class Header(SQLModel):
    """The columns every record version shares."""

    id: str = Field(primary_key=True)
    thing: str = Field(index=True)
    replaces: str | None = Field(default=None, index=True)
    about: str = Field(index=True)
    author: str
    at: datetime = Field(sa_type=Utc)


class PersonRow(Header, table=True):
    """Versions of people."""

    __tablename__: ClassVar[str] = "person"
    name: str
    role: str
    team: str | None
    hours: float | None
    since: date | None
    supervisor: str | None
    supervised_since: date | None
    left: date | None
    caseload: int | None
    leave: str | None
    works_best: str
    same_as: str | None


class AssessmentRow(Header, table=True):
    """Versions of assessments."""

    __tablename__: ClassVar[str] = "assessment"
    kind: str
    rater: str
    state: str
    scope: list[str] = Field(sa_type=JSON)
    period_months: int
    period_from: date | None
    scale: str
    framework: str = Field(foreign_key="framework_text.hash")
    began: date
    finished: date | None


class RatingRow(Header, table=True):
    """Versions of answers."""

    __tablename__: ClassVar[str] = "rating"
    assessment: str = Field(index=True)
    item: str
    asked_as: str
    code: str | None
    basis: str | None
    reason: str | None
    behind: str | None
    bring: bool
    show: bool


class NoteRow(Header, table=True):
    """Versions of notes."""

    __tablename__: ClassVar[str] = "note"
    subject: str
    text: str
    shared: bool


class GoalRow(Header, table=True):
    """Versions of goals."""

    __tablename__: ClassVar[str] = "goal"
    number: int
    title: str
    why: str
    items: list[str] = Field(sa_type=JSON)
    chance: bool
    agreed_with: str | None
    outcome: str
    review: date
    close: date
    state: str
    changed: str
    arranged_by: str | None
    agreed_on: date | None
    states: list[str] = Field(sa_type=JSON)
    reviewed: date | None
    review_note: str


class GoalActivityRow(Header, table=True):
    """Versions of the activities of goals."""

    __tablename__: ClassVar[str] = "goal_activity"
    goal: str = Field(index=True)
    place: int
    text: str
    source: str | None
    with_whom: str | None
    due: date
    done: date | None
    dropped: bool


class EntryRow(Header, table=True):
    """Versions of the entries of the training record."""

    __tablename__: ClassVar[str] = "entry"
    kind: str
    on: date
    title: str
    items: list[str] = Field(sa_type=JSON)
    way: str | None
    hours: float | None
    minutes: int | None
    provider: str | None
    who: str | None
    basis: str | None
    text: str
    went_well: str
    next_step: str
    own_word: str
    cancelled: str | None
    certificate: str | None
    expires: date | None
    next_on: date | None
    due: date | None
    done: date | None
    part_of: str | None
    removed: bool


class FrameworkTextRow(SQLModel, table=True):
    """Framework texts by their hash."""

    __tablename__: ClassVar[str] = "framework_text"
    hash: str = Field(primary_key=True)
    version: str
    text: str


TABLE_OF: dict[type[Any], type[SQLModel]] = {
    types.Person: PersonRow,
    types.Assessment: AssessmentRow,
    types.Rating: RatingRow,
    types.Note: NoteRow,
    types.Goal: GoalRow,
    types.GoalActivity: GoalActivityRow,
    types.Entry: EntryRow,
    types.FrameworkText: FrameworkTextRow,
}
