"""The fixed codes that every room shares: answers, ways of asking, bases, roles.

Only the codes live here; their wording for people stands in ``data/competences.yaml``.
This module imports nothing of ours.
"""

from enum import StrEnum


class Code(StrEnum):
    """One answer to one item. Not answered is ``None``, never a code and never zero."""

    ZERO = "0"
    ONE = "1"
    TWO = "2"
    THREE = "3"
    NO_CHANCE = "n"
    OUTSIDE = "x"
    NOT_SEEN = "u"

    @property
    def rated(self) -> bool:
        """Whether this is one of the ordinal answers 0 to 3."""
        return self in RATED


RATED = (Code.ZERO, Code.ONE, Code.TWO, Code.THREE)


class AskedAs(StrEnum):
    """Which of the four ways of asking an item uses."""

    SKILL = "skill"
    KNOWLEDGE = "knowledge"
    VALUE = "value"
    SAFETY = "safety"


class Kind(StrEnum):
    """What kind of competence a statement describes."""

    ABILITY = "ability"
    KNOWLEDGE = "knowledge"
    VALUE = "value"


class Basis(StrEnum):
    """What an answer rests on."""

    OBSERVED = "O"
    RECORD = "R"
    FEEDBACK = "F"
    MEMORY = "M"

    @property
    def seen(self) -> bool:
        """Whether this counts as seen work (method, two views: O or R)."""
        return self in (Basis.OBSERVED, Basis.RECORD)


class Behind(StrEnum):
    """What is behind an answer; the last three are matters for the service."""

    LEARN = "learn"
    TIME = "time"
    TEAM = "team"
    KIT = "kit"


class Role(StrEnum):
    """What a person does in the service."""

    EMPLOYMENT_SPECIALIST = "employment specialist"
    TEAM_LEADER = "team leader"


class AssessmentKind(StrEnum):
    """Whose view an assessment is."""

    SELF = "self"
    SUPERVISOR = "supervisor"
    AGREED = "agreed"
    FIRST_LOOK = "first look"


class Only(StrEnum):
    """A choice of units by where they stand."""

    EFFORT = "effort"
    FLAGGED = "flagged"
    OLD = "old"


class EntryKind(StrEnum):
    """What an entry of the training record is about."""

    TRAINING = "training"
    EVIDENCE = "evidence"
    OBSERVATION = "observation"
    SUPERVISION = "supervision"
    ACTION = "action"
    PREPARATION = "preparation"


class FieldWay(StrEnum):
    """How field mentoring was done: the other showed it, both did it, or the person was watched."""

    SHOWN = "shown"
    TOGETHER = "did together"
    WATCHED = "watched"


class SupervisionWay(StrEnum):
    """How supervision was held."""

    ONE_TO_ONE = "one-to-one"
    GROUP = "group"
    FIELD = "field"


class Nation(StrEnum):
    """One of the four nations; the order is the one in which they are listed."""

    ENGLAND = "E"
    WALES = "W"
    SCOTLAND = "S"
    NORTHERN_IRELAND = "NI"


class NoteGrade(StrEnum):
    """How soon a note goes out of date: not for years, each year, or at any time.

    UNREAD is for what nobody has read in its source: there is no check that could go out of date.
    """

    SETTLED = "settled"
    YEARLY = "yearly"
    MOVING = "moving"
    UNREAD = "unread"


class Stakes(StrEnum):
    """How costly a mistake about a point of law would be, the most costly first."""

    HIGH = "high"
    MIDDLE = "middle"
    LOW = "low"


# The kinds of activity that the curriculum offers for learning a unit.
ACTIVITY_KINDS = (
    "skills workshop",
    "vignette",
    "self-directed study",
    "shadowing",
    "field mentoring",
    "supervised practice",
    "peer learning",
)


def list_offered(asked_as: AskedAs, kind: AssessmentKind = AssessmentKind.SELF) -> tuple[Code, ...]:
    """Return the codes that may answer an item, in the order they are shown.

    ``n`` is offered for skills only; ``u`` to a supervisor only; a first look asks where somebody
    starts from, and nothing else (method.md, how a rating is asked).
    """
    codes = [Code.THREE, Code.TWO, Code.ONE, Code.ZERO]
    if kind is AssessmentKind.FIRST_LOOK:
        return tuple(codes)
    if asked_as is AskedAs.SKILL:
        codes.append(Code.NO_CHANCE)
    codes.append(Code.OUTSIDE)
    if kind is AssessmentKind.SUPERVISOR:
        codes.append(Code.NOT_SEEN)
    return tuple(codes)


class ParcelWay(StrEnum):
    """Which way a file went: to somebody, or from them."""

    OUT = "out"
    IN = "in"


class OpenMatter(StrEnum):
    """What of a file is still open: the reader's own look, or words that are asked to be erased."""

    LOOK = "look"
    ERASING = "erasing"


class ParcelKind(StrEnum):
    """What a file that is exchanged holds."""

    RECORDS = "records"
    HANDOVER = "handover"
    FORM = "form"


class ApartEnd(StrEnum):
    """How it ended that answers were kept apart: by looking, by agreeing to look together."""

    FINISHED = "finished"
    TOGETHER = "together"


class HoldReason(StrEnum):
    """Why nothing about somebody may be erased for now."""

    REQUEST = "request"
    DISPUTE = "dispute"
    INVESTIGATION = "investigation"
