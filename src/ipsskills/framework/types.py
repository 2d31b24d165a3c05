"""The shapes of the framework: what ``data/*.yaml`` may hold, and what the program works with.

Classes named ``…Entry`` or ``…File`` mirror a piece of a file key by key. All are frozen.
"""

from collections.abc import Container, Iterator, Mapping
from dataclasses import field
from datetime import date
from functools import cached_property

from ipsskills.codes import AskedAs, Code, Kind
from ipsskills.framework.files import content_hash
from ipsskills.framework.noted import BackgroundFact, GuidanceNote
from ipsskills.framework.scale import Scale
from ipsskills.framework.strict import Strict
from ipsskills.frozen import dataclass
from ipsskills.jsonable import to_json


@dataclass(frozen=True, kw_only=True)
class Statement(Strict):
    """One boxed competence. ``points`` are read, not rated; ``case`` is what it opens, by slug."""

    id: str
    kind: Kind
    asked_as: AskedAs
    text: str
    points: tuple[str, ...] = ()
    retired: bool = False
    replaced_by: str | None = None
    case: str | None = None


@dataclass(frozen=True, kw_only=True)
class Activity(Strict):
    """A way of learning a unit, and what it gives to bring; if for ``later``, for nobody new.

    ``shows`` numbers the outcomes it shows, from 1; ``over_weeks`` are the weeks it takes at least.
    """

    slug: str
    kind: str
    title: str
    what: str
    with_whom: str
    time: str
    bring: str
    later: bool = False
    shows: tuple[int, ...] = ()
    over_weeks: int = 0


@dataclass(frozen=True, kw_only=True)
class Vignette(Strict):
    """A short invented case with questions, what to hope to hear, and a ``note`` said before it."""

    slug: str
    title: str
    case: str
    questions: tuple[str, ...]
    look_for: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class CurriculumEntry(Strict):
    """One unit or area in ``curriculum.yaml``: how it is taught and learnt.

    ``in_practice`` is what a colleague would see; areas, and files from before 2026.2, have none.
    """

    id: str
    slug: str
    title: str
    purpose: str
    in_practice: str | None = None
    goal: str
    outcomes: tuple[str, ...]
    activities: tuple[Activity, ...]
    evidence: tuple[str, ...]
    reflection: tuple[str, ...]
    topics: tuple[str, ...] = ()
    vignettes: tuple[Vignette, ...] = ()
    builds_on: tuple[str, ...] = ()
    principles: tuple[int, ...] = ()
    fidelity_items: tuple[int, ...] = ()
    background: tuple[BackgroundFact, ...] = ()
    notes: tuple[GuidanceNote, ...] = ()


@dataclass(frozen=True, kw_only=True)
class UnitEntry(Strict):
    """A unit or area of ``competences.yaml``; ``question`` and ``anchors`` are its own, if any."""

    id: str
    slug: str
    title: str
    short: str
    asked_as: AskedAs
    statements: tuple[Statement, ...]
    also_touches: tuple[str, ...] = ()
    safety: bool = False
    question: str | None = None
    anchors: Mapping[Code, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Unit(UnitEntry):
    """A unit, or an area treated as one: both files' parts together.

    ``section`` is the slug of its curriculum section, or None for a meta-competence or
    supporting area; ``domain`` is the slug of its domain or supporting area.
    """

    domain: str
    section: str | None
    curriculum: CurriculumEntry

    @property
    def is_area(self) -> bool:
        """Whether this is a meta-competence or supporting area, which has no radar spoke."""
        return self.section is None

    @cached_property
    def live_statements(self) -> tuple[Statement, ...]:
        """The statements still asked; retired ones are kept for old records only."""
        return tuple(s for s in self.statements if not s.retired)

    @cached_property
    def live_ids(self) -> tuple[str, ...]:
        """The ids of the statements still asked."""
        return tuple(s.id for s in self.live_statements)

    @cached_property
    def replaced(self) -> Mapping[str, str]:
        """The retired statements by the id of what took their place."""
        return {s.replaced_by: s.id for s in self.statements if s.retired and s.replaced_by}

    def list_asked(self, answered: Container[str]) -> tuple[str, ...]:
        """Return the ids of the statements asked; an old one that alone was answered stands in."""
        if not (old := self.replaced):
            return self.live_ids
        took = {s for s in old if old[s] in answered and s not in answered}
        return tuple(old[s] if s in took else s for s in self.live_ids)


@dataclass(frozen=True, kw_only=True)
class DomainEntry(Strict):
    """A domain in ``competences.yaml`` with the units (or, for meta-competences, areas) in it."""

    id: str
    slug: str
    name: str
    covers: str
    units: tuple[UnitEntry, ...] = ()
    areas: tuple[UnitEntry, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SupportingAreaEntry(UnitEntry):
    """A supporting area in ``competences.yaml``: an area that is its own domain."""

    covers: str


@dataclass(frozen=True, kw_only=True)
class Domain(Strict):
    """A domain or supporting area."""

    id: str
    slug: str
    name: str
    covers: str


@dataclass(frozen=True, kw_only=True)
class Section(Strict):
    """A section of the curriculum."""

    id: str
    slug: str
    title: str


@dataclass(frozen=True, kw_only=True)
class VersionEntry(Strict):
    """One version of the content: when it came, what it is about, and a line for each new thing."""

    version: str
    date: date
    summary: str
    new: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CompetencesFile(Strict):
    """The whole of ``competences.yaml``; ``changes`` stand newest first."""

    version: str
    reviewed: date
    changes: tuple[VersionEntry, ...] = ()
    scale: Scale
    domains: tuple[DomainEntry, ...]
    supporting_areas: tuple[SupportingAreaEntry, ...]


@dataclass(frozen=True, kw_only=True)
class SectionEntry(Section):
    """A section in ``curriculum.yaml`` with its units."""

    units: tuple[CurriculumEntry, ...]


@dataclass(frozen=True, kw_only=True)
class ToldApart(Strict):
    """How to tell which of several units was seen, where they hold nearly the same idea."""

    units: tuple[str, ...]
    text: str


@dataclass(frozen=True, kw_only=True)
class CurriculumFile(Strict):
    """The whole of ``curriculum.yaml``."""

    version: str
    reviewed: date
    sections: tuple[SectionEntry, ...]
    areas: tuple[CurriculumEntry, ...]
    told_apart: tuple[ToldApart, ...] = ()


@dataclass(frozen=True, kw_only=True)
class LocalStatement(Statement):
    """A statement a service added for itself; never part of the state of one of our units."""

    unit: str


@dataclass(frozen=True, kw_only=True)
class LocalFile(Strict):
    """The whole of a service's own ``local.yaml``."""

    statements: tuple[LocalStatement, ...] = ()
    safety_units: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Framework(Strict):
    """The framework and its curriculum as one; ``units`` stand in curriculum order, areas last."""

    version: str
    reviewed: date
    changes: tuple[VersionEntry, ...]
    scale: Scale
    domains: tuple[Domain, ...]
    sections: tuple[Section, ...]
    units: tuple[Unit, ...]
    told_apart: tuple[ToldApart, ...] = ()
    local: tuple[LocalStatement, ...] = ()
    local_safety: tuple[str, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, Unit]:
        """Every unit and area by its id."""
        return {unit.id: unit for unit in self.units}

    @cached_property
    def statements(self) -> Mapping[str, tuple[Unit, Statement]]:
        """Every statement by its id, with the unit it belongs to."""
        return {s.id: (unit, s) for unit in self.units for s in unit.statements}

    @cached_property
    def text(self) -> str:
        """The framework as JSON, as a copy it came from has it; `load.from_text` reads it."""
        return str(vars(self).get("copy", b"").replace(b"\n", b""), "utf-8") or to_json(self)

    @cached_property
    def hash(self) -> str:
        """The hash of its text, which names this framework in the record."""
        return content_hash(self.text)

    def asked(self, *, areas: bool = False) -> Iterator[Unit]:
        """Yield the 28 units in order; with ``areas`` the meta and supporting areas instead."""
        return (unit for unit in self.units if unit.is_area == areas)

    def is_safety(self, unit_id: str) -> bool:
        """Whether a unit is in the safety block, by its own flag or a service's local file."""
        return self.by_id[unit_id].safety or unit_id in self.local_safety

    def list_safety_statements(self) -> Iterator[tuple[Unit, Statement]]:
        """Yield the statements asked the safety way whose unit is not in the safety block."""
        for unit in self.units:
            if not self.is_safety(unit.id):
                yield from ((unit, s) for s in unit.live_statements if s.asked_as is AskedAs.SAFETY)

    def asked_as(self, item: str) -> AskedAs:
        """Return how an item (unit, area or statement) is asked. KeyError if there is none."""
        unit = self.by_id.get(item)
        return unit.asked_as if unit else self.statements[item][1].asked_as
