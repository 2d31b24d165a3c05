"""A form to be filled in without the program: whose, about what, and for whom it is closed."""

from dataclasses import field
from datetime import date

from ipsskills.codes import AssessmentKind, Role
from ipsskills.facts.forms.cases import AnswerCase, StatementStates
from ipsskills.facts.people import PersonNamed
from ipsskills.framework.types import Framework
from ipsskills.frozen import dataclass


@dataclass(frozen=True, kw_only=True)
class DetailShape:
    """A shape that a client's detail has, as a pattern; its ten digits may need a right last one.

    ``label`` is what it is: "an NHS number".
    """

    label: str
    pattern: str
    check_digit: bool


@dataclass(frozen=True, kw_only=True)
class FormFacts:
    """A form.

    ``form`` is its random id and ``made`` the day it was made. ``about`` is whose practice it asks
    about, where it was made for one person; ``maker`` made it and gets the answers, closed by their
    public ``key`` where they have one. ``scope`` are the items it asks about, units or statements,
    by ``framework`` (``framework_hash``). ``cases`` are what each answer would come to,
    with ``states`` where statements are asked, and ``shapes`` what notes are looked through for.
    """

    form: str
    made: date
    kind: AssessmentKind
    about: PersonNamed | None
    maker: PersonNamed
    maker_role: Role
    key: str | None
    period_months: int
    scope: tuple[str, ...]
    framework_hash: str
    framework_version: str
    program: str
    framework: Framework = field(metadata={"json": False})
    cases: tuple[AnswerCase, ...] = field(default=(), metadata={"json": False})
    states: StatementStates | None = field(default=None, metadata={"json": False})
    shapes: tuple[DetailShape, ...] = field(default=(), metadata={"json": False})
