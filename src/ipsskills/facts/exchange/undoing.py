"""The last change somebody made, to be told before it is undone."""

from dataclasses import field
from datetime import date
from enum import StrEnum

from ipsskills.codes import AskedAs, AssessmentKind, Code, EntryKind
from ipsskills.facts.people import PersonNamed
from ipsskills.framework.scale import Scale
from ipsskills.frozen import dataclass
from ipsskills.record.types import State


class Did(StrEnum):
    """What a change did to a thing."""

    ADDED = "added"
    CHANGED = "changed"


@dataclass(frozen=True, kw_only=True)
class AnswerBeside:
    """An answer as it is and as it was before, if it was there; how it was asked.

    ``whole`` is whether the look that it is in was kept in the same go: then there was none before.
    """

    asked_as: AskedAs
    now: Code | None
    was: Code | None
    whole: bool = False


@dataclass(frozen=True, kw_only=True)
class ThingChanged:
    """One thing that was added or changed, by the table that keeps it.

    ``name`` is what it is called: a title, a person's name, the number and short name of a unit.
    ``sort`` is what kind of entry or look it is, ``on`` its day, ``state`` where an assessment or a
    goal came to; ``fields`` are those that were changed. ``stays`` is whether undoing leaves it.
    """

    table: str
    did: Did
    name: str = ""
    sort: EntryKind | AssessmentKind | None = None
    on: date | None = None
    state: State | None = None
    answer: AnswerBeside | None = None
    fields: tuple[str, ...] = ()
    stays: bool = False


@dataclass(frozen=True, kw_only=True)
class LastChange:
    """The last change somebody made: on which day, about whom, and what it did.

    ``key`` names it, so that no other change is undone than the one that was told.
    """

    key: str
    on: date
    about: tuple[PersonNamed, ...]
    things: tuple[ThingChanged, ...]
    scale: Scale = field(metadata={"json": False})
