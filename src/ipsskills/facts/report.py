"""What a report is made of: who it is about, every unit, and which list each stands in."""

from dataclasses import field
from datetime import date

from ipsskills.codes import AskedAs, Basis, Behind, Code
from ipsskills.doing import Do
from ipsskills.facts.apart import KeptApart
from ipsskills.facts.charts.person import ChartFacts
from ipsskills.facts.exchange.contested import SeenDifferently
from ipsskills.facts.notes import PrivateNote
from ipsskills.facts.people import PersonNamed
from ipsskills.facts.units import LowAnswer, UnitFacts
from ipsskills.facts.wording import Wording
from ipsskills.frozen import dataclass


@dataclass(frozen=True, kw_only=True)
class ReportHead:
    """Who a report is about and which view of which day it speaks of.

    ``leader`` is who supervises them now, if anybody, else whose view the other one is.
    ``period_months`` and ``period_from`` say how far the assessment looked back. ``months_in_post``
    are whole months on that day, ``hours`` the share of full time, if given.
    """

    person: PersonNamed
    role: str
    on: date
    period_months: int
    period_from: date | None
    framework: str
    supervisor: PersonNamed | None = None
    leader: PersonNamed | None = None
    supervisor_on: date | None = None
    months_in_post: int | None = None
    hours: float | None = None


@dataclass(frozen=True, kw_only=True)
class ReportLists:
    """Unit ids by list, each in its order (docs/method.md, section 4).

    ``brings`` and the two after it stand in where there are no strengths; ``agreed`` and
    ``first_look`` are lines of their own, and so are ``theirs``: beside nothing but a first look,
    what else a supervisor said or marked.
    """

    strengths: tuple[str, ...] = ()
    brings: tuple[str, ...] = ()
    brings_by_evidence: tuple[str, ...] = ()
    brings_from_elsewhere: tuple[str, ...] = ()
    safety: tuple[str, ...] = ()
    effort: tuple[str, ...] = ()
    chances: tuple[str, ...] = ()
    for_the_service: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    not_answered: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    agreed: tuple[str, ...] = ()
    first_look: tuple[str, ...] = ()
    theirs: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class UnitsOfDomain:
    """The units and areas of one domain that a report knows of, in curriculum order."""

    domain: str
    name: str
    units: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class AnswerGiven:
    """One answer to a unit or a statement, as files of answers hold it; None is not answered.

    The keys of its JSON are the columns of such a file, so that a report can be read back.
    """

    slug: str
    id: str
    title: str
    asked_as: AskedAs = field(metadata={"json": False})
    answer: Code | None
    reason: str | None
    basis: Basis | None
    bring: bool
    show: bool
    behind: Behind | None
    note: str | None
    shared: bool


@dataclass(frozen=True, kw_only=True)
class ReportFacts:
    """A whole report as facts; with ``first_look_only`` nothing but a first look is finished.

    ``domains`` hold every one of the ``units`` once.
    ``contested`` are the views that the person sees differently, ``low`` are statements of other
    units that have a line beside those of the safety units;
    ``private`` are the reader's own private notes where they asked for them, and ``chart`` what the
    pictures show where there are some.
    """

    head: ReportHead
    lists: ReportLists
    units: tuple[UnitFacts, ...]
    answers: tuple[AnswerGiven, ...]
    next: tuple[Do, ...]
    apart: KeptApart
    domains: tuple[UnitsOfDomain, ...] = ()
    first_look_only: bool = False
    wording: Wording = field(metadata={"json": False})
    low: tuple[LowAnswer, ...] = ()
    contested: tuple[SeenDifferently, ...] = ()
    private: tuple[PrivateNote, ...] | None = field(default=None, metadata={"json": False})
    chart: ChartFacts | None = field(default=None, metadata={"json": False})

    def unit(self, unit: str) -> UnitFacts:
        """Return a unit by its id. Raises KeyError."""
        return {each.unit: each for each in self.units}[unit]


@dataclass(frozen=True, kw_only=True)
class TeamReports:
    """The reports on those in a team who have one, by name, and the names of those who do not."""

    team: str
    reports: tuple[ReportFacts, ...]
    without: tuple[str, ...]
