"""What an assessment comes to when it is left, finished or dropped, and what two people agreed."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from ipsskills.codes import AskedAs, AssessmentKind, Code
from ipsskills.doing import Do
from ipsskills.facts.people import PersonNamed
from ipsskills.framework.scale import Scale
from ipsskills.frozen import dataclass
from ipsskills.record.types import State


@dataclass(frozen=True, kw_only=True)
class DraftLeft:
    """A draft that is gone on with later: the items it still has open, in order."""

    state: State
    assessment: str
    not_answered: tuple[str, ...]
    next: tuple[Do, ...]


@dataclass(frozen=True, kw_only=True)
class AssessmentClosed:
    """An assessment that is finished, or a draft that was dropped; what it holds is kept."""

    state: State
    assessment: str
    next: tuple[Do, ...] = ()


@dataclass(frozen=True, kw_only=True)
class MarksChanged:
    """Marks to bring to supervision that were set and ended, by unit id.

    ``unchanged`` are units that were marked already, or had no mark to end.
    """

    person: PersonNamed
    marked: tuple[str, ...]
    unmarked: tuple[str, ...]
    unchanged: tuple[str, ...]
    names: Mapping[str, str] = field(metadata={"json": False})


@dataclass(frozen=True, kw_only=True)
class AnswerReviewed:
    """One answer read again by whoever gave it; ``said`` and ``details`` are it in words.

    ``note`` is the shared note; ``private`` is the one kept to oneself, which is in no JSON.
    """

    item: str
    number: str
    short: str
    answer: Code | None
    bring: bool
    show: bool
    note: str = ""
    said: str = field(metadata={"json": False})
    details: tuple[str, ...] = field(default=(), metadata={"json": False})
    private: str = field(default="", metadata={"json": False})


@dataclass(frozen=True, kw_only=True)
class AnswersReviewed:
    """Everything answered in a finished assessment, for whoever gave the answers.

    ``heading`` says whose view it is where that is not the person's own.
    """

    person: str
    kind: AssessmentKind
    finished: date
    answers: tuple[AnswerReviewed, ...]
    next: tuple[Do, ...]
    heading: str = field(default="", metadata={"json": False})


@dataclass(frozen=True, kw_only=True)
class AnswersOffered:
    """What two people may agree on a unit: the answers with their words, and what is known.

    ``known`` are the names that may stand in the reason.
    """

    person: PersonNamed
    unit: str
    short: str
    answers: Mapping[Code, str]
    known: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class AgreedAnswer:
    """An answer that two people agreed on a unit: what, with whom, when and why."""

    person: PersonNamed
    unit: str
    short: str
    answer: Code
    on: date
    reason: str
    with_whom: str
    next: tuple[Do, ...]
    asked_as: AskedAs = field(metadata={"json": False})
    scale: Scale = field(metadata={"json": False})


@dataclass(frozen=True, kw_only=True)
class UnderWay:
    """A person's own draft: begun when, and how many of its questions are answered.

    ``answered`` is None to anybody but the person. ``go_on`` is what to type.
    """

    kind: AssessmentKind
    began: date
    answered: int | None
    asked: int
    go_on: Do
