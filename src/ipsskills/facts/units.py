"""Where a unit stands, as facts: both answers, what they rest on, and what the rules say of it."""

from datetime import date

from ipsskills.codes import AskedAs, Basis, Behind, Code
from ipsskills.doing import Do
from ipsskills.facts.people import PersonNamed
from ipsskills.frozen import dataclass
from ipsskills.method.lists import ListName
from ipsskills.method.safety import SafetyCase, SafetyReason
from ipsskills.method.state import UnitState


@dataclass(frozen=True, kw_only=True)
class StatementAnswer:
    """The answer to one statement of a unit, with the statement's text."""

    id: str
    text: str
    asked_as: AskedAs
    code: Code | None


@dataclass(frozen=True, kw_only=True)
class UnitAnswer:
    """Where one rater puts one unit.

    ``on`` is the day of what was seen on a visit (``setting`` says where, in somebody's words), or
    that on which the answer was ``finished``. ``by`` is whose a supervisor's answer is, and
    ``with_whom`` with whom an agreed one was agreed, by name. ``earlier`` is whether it is from
    before the assessment that the page speaks of, ``old`` whether it is more than twelve months
    old, ``seen`` whether it rests on seen work. ``bases`` are what it rests on, each once.
    ``below`` are the statements under the top answer, those at 0 first. ``note`` is the
    shared note on it.
    """

    state: UnitState
    on: date
    finished: date | None = None
    setting: str | None = None
    by: PersonNamed | None = None
    with_whom: str | None = None
    earlier: bool = False
    old: bool = False
    seen: bool = False
    bases: tuple[Basis, ...] = ()
    bring: bool = False
    show: bool = False
    behind: tuple[Behind, ...] = ()
    reasons: tuple[str, ...] = ()
    below: tuple[StatementAnswer, ...] = ()
    note: str | None = None

    @property
    def value(self) -> Code | None:
        """The one answer that stands for the unit, or None."""
        return self.state.value


@dataclass(frozen=True, kw_only=True)
class UnitEvidence:
    """The latest evidence on a unit."""

    title: str
    on: date


@dataclass(frozen=True, kw_only=True)
class LowAnswer:
    """A statement outside the safety units that is asked their way, and that asks for a talk today.

    ``unit`` and ``short`` are those of its unit. ``own`` and ``supervisor`` are the answers 0 to 3
    to it that are not old, ``by`` whose the second is; one of them is 0 or 1. ``opens`` is the
    command with the case to talk over.
    """

    id: str
    text: str
    unit: str
    short: str
    own: Code | None
    supervisor: Code | None
    by: PersonNamed | None
    opens: Do


@dataclass(frozen=True, kw_only=True)
class UnitFacts:
    """One unit: the answers this reader may see, and what the rules say of it.

    ``stands_in`` is the list it stands in; None where the person's own answer is kept apart.
    ``before`` is the answer it moved from, ``moved_up`` whether less help is needed now.
    ``own_code`` and ``seen_code`` are the two answers 0 to 3 that decide order (the second only on
    seen work that is not old), and ``lower_code`` is the lower of them, by which pages group.
    ``marked`` is whether anybody marked it to bring to supervision, and ``marked_by`` who did, the
    person first; of an answer, ``bring`` is whether its rater did. ``safety`` is what a safety unit
    asks for and ``safety_why`` what of, where a case is to be talked through; ``supervisor_lower``
    is whether the supervisor's is the lower view of it.
    """

    unit: str
    short: str
    stands_in: ListName | None
    own: UnitAnswer | None = None
    supervisor: UnitAnswer | None = None
    agreed: UnitAnswer | None = None
    first_look: UnitAnswer | None = None
    before: UnitAnswer | None = None
    moved_up: bool = False
    own_code: Code | None = None
    seen_code: Code | None = None
    lower_code: Code | None = None
    marked: bool = False
    marked_by: tuple[PersonNamed, ...] = ()
    far_apart: bool = False
    safety: SafetyCase | None = None
    safety_why: tuple[SafetyReason, ...] = ()
    supervisor_lower: bool = False
    evidence: UnitEvidence | None = None
