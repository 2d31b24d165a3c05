"""What the pages of the map, of domains and of sections are made of.

Each brings the texts of the content together with the units that the framework puts there.
"""

from dataclasses import field

from ipsskills.framework.systems.layout import (
    DomainText,
    Drawn,
    SectionText,
    Systems,
    TeachingWay,
)
from ipsskills.framework.types import Domain, Framework, Section, Unit
from ipsskills.frozen import dataclass


@dataclass(frozen=True, kw_only=True)
class NamedUnit:
    """A unit or an area by its names, and the units it builds on."""

    id: str
    short: str
    title: str
    builds_on: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class LeansOn:
    """How something leans on a part: the part by id and name."""

    part: str
    name: str
    how: str


@dataclass(frozen=True, kw_only=True)
class MapPart:
    """A domain or supporting area on the map, with its units or areas."""

    id: str
    slug: str
    name: str
    covers: str
    units: tuple[NamedUnit, ...]


@dataclass(frozen=True, kw_only=True)
class MapLayer:
    """A place on the map and what stands there."""

    slug: str
    name: str
    note: str
    parts: tuple[MapPart, ...]
    drawn: Drawn = field(metadata={"json": False})


@dataclass(frozen=True, kw_only=True)
class MapFacts:
    """The map, outermost first."""

    version: str
    lead: str
    ours: str
    layers: tuple[MapLayer, ...]


@dataclass(frozen=True, kw_only=True)
class DomainFacts:
    """One domain or supporting area: what it is, its units, and what leans on what."""

    part: MapPart
    place: str
    place_note: str
    about: str
    leans: tuple[LeansOn, ...]
    leaned_on_by: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class FirstStep:
    """Where to begin with one way of teaching: an activity of a unit."""

    kind: str
    unit: str
    short: str
    activity: str


@dataclass(frozen=True, kw_only=True)
class SectionFacts:
    """One section of the curriculum: what it gives, its units, and how to begin."""

    id: str
    title: str
    character: str
    gives: tuple[str, ...]
    units: tuple[NamedUnit, ...]
    leans: tuple[LeansOn, ...]
    also: tuple[str, ...]
    begin: tuple[FirstStep, ...]
    ways: tuple[TeachingWay, ...]


def describe_map(framework: Framework, systems: Systems) -> MapFacts:
    """Return the map of a framework."""
    layers = (
        MapLayer(
            slug=place.slug,
            name=place.name,
            note=place.note,
            drawn=place.drawn,
            parts=tuple(
                _describe_part(framework, text)
                for text in systems.domains
                if text.place == place.slug
            ),
        )
        for place in systems.map.places
    )
    return MapFacts(
        version=framework.version,
        lead=systems.map.lead,
        ours=systems.map.ours,
        layers=tuple(layers),
    )


def describe_domain(framework: Framework, systems: Systems, domain: Domain) -> DomainFacts:
    """Return what is said of one domain or supporting area."""
    text = systems.domain[domain.id]
    names = {each.id: each.name for each in framework.domains}
    place = next(place for place in systems.map.places if place.slug == text.place)
    return DomainFacts(
        part=_describe_part(framework, text),
        place=place.name,
        place_note=place.note,
        about=text.about,
        leans=tuple(
            LeansOn(part=each.part, name=names[each.part], how=each.how) for each in text.leans
        ),
        leaned_on_by=tuple(
            domain_id
            for domain_id in names
            if any(lean.part == domain.id for lean in systems.domain[domain_id].leans)
        ),
    )


def describe_section(framework: Framework, systems: Systems, section: Section) -> SectionFacts:
    """Return what is said of one section of the curriculum."""
    text = systems.section[section.id]
    names = {each.id: each.title for each in framework.sections}
    return SectionFacts(
        id=section.id,
        title=section.title,
        character=text.character,
        gives=text.gives,
        units=tuple(name_unit(unit) for unit in framework.units if unit.section == section.slug),
        leans=tuple(
            LeansOn(part=each.part, name=names[each.part], how=each.how) for each in text.leans
        ),
        also=text.also,
        begin=tuple(_list_first_steps(framework, text)),
        ways=systems.strategies.ways,
    )


def _describe_part(framework: Framework, text: DomainText) -> MapPart:
    domain = next(each for each in framework.domains if each.id == text.id)
    return MapPart(
        id=domain.id,
        slug=domain.slug,
        name=domain.name,
        covers=domain.covers,
        units=tuple(name_unit(unit) for unit in framework.units if unit.domain == domain.slug),
    )


def name_unit(unit: Unit) -> NamedUnit:
    """Return a unit by its names."""
    return NamedUnit(
        id=unit.id, short=unit.short, title=unit.title, builds_on=unit.curriculum.builds_on
    )


def _list_first_steps(framework: Framework, text: SectionText) -> list[FirstStep]:
    """Return the first activity of each kind in the unit that a section begins with."""
    steps = []
    for begin in text.begin:
        unit = framework.by_id[begin.unit]
        title = next(a.title for a in unit.curriculum.activities if a.kind == begin.kind)
        steps.append(FirstStep(kind=begin.kind, unit=unit.id, short=unit.short, activity=title))
    return steps
