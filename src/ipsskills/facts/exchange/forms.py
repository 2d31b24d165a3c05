"""What there is about a filled form before it is taken in, and what came of taking it."""

from datetime import date
from enum import StrEnum

from ipsskills.codes import AssessmentKind
from ipsskills.facts.people import PersonNamed
from ipsskills.frozen import dataclass


class FormOutcome(StrEnum):
    """What a form comes to beside what is here already."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    OLDER = "older"


@dataclass(frozen=True, kw_only=True)
class LookBeside:
    """A finished look of the same days as a form, given to the program itself; ``id`` names it."""

    id: str
    on: date


@dataclass(frozen=True, kw_only=True)
class FormMet:
    """A form beside what is here: what it would come to, and what has to be asked first.

    ``form`` names the look it gives, as the ids of those ``beside`` it name theirs.
    ``future`` is whether the day it says is still to come. ``beside`` are looks by the same person
    of the same two weeks, given the other way, where the form is new. ``names`` may stand in notes.
    """

    form: str
    about: PersonNamed
    by: PersonNamed
    given_on: date
    outcome: FormOutcome
    future: bool
    beside: tuple[LookBeside, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class FormTaken:
    """What came of a form: whose answers about whom, of which day, and who entered them.

    ``changed`` are the units and statements answered otherwise than in the copy of
    ``changed_since``, as far as the reader may know. ``left_out`` is whether private notes were
    left out, as somebody else entered them; ``apart`` whether its answers are kept apart from who
    entered them, who has not looked yet. ``counts`` is the day of the look that counts of two of
    the same days, ``beside`` that of the other.
    """

    assessment: str
    kind: AssessmentKind
    about: PersonNamed
    by: PersonNamed
    entered_by: PersonNamed
    given_on: date
    outcome: FormOutcome
    changed: tuple[str, ...] = ()
    changed_since: date | None = None
    left_out: bool = False
    apart: bool = False
    counts: date | None = None
    beside: date | None = None
