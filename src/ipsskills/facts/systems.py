"""What the pages of the map, domains, sections, facts and crosswalks are made of.

Each brings the texts of the content together with the units that the framework puts there.
"""

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from ipsskills.framework.systems.crosswalks import Crosswalk
from ipsskills.framework.systems.explained import Citation, Explained, Fact, FactPage
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
    sentence: str
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


@dataclass(frozen=True, kw_only=True)
class FactsTogether:
    """Facts under one heading of a page."""

    heading: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, kw_only=True)
class FactPageFacts:
    """A page of facts with its sources; ``word`` is what the glossary says of the same name.

    ``see`` are other pages by name and title, ``reviewed`` the day on which sources were looked up.
    """

    name: str
    title: str
    word: str
    lead: str
    parts: tuple[FactsTogether, ...]
    sources: tuple[Citation, ...]
    reviewed: date
    see: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class CrosswalkFacts:
    """A crosswalk with the units that it names."""

    crosswalk: Crosswalk
    units: tuple[NamedUnit, ...]
    reviewed: date


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
        units=tuple(_name_unit(unit) for unit in framework.units if unit.section == section.slug),
        leans=tuple(
            LeansOn(part=each.part, name=names[each.part], how=each.how) for each in text.leans
        ),
        also=text.also,
        begin=tuple(_list_first_steps(framework, text)),
        ways=systems.strategies.ways,
    )


def describe_page(
    explained: Explained, page: FactPage, titles: Mapping[str, str], word: str = ""
) -> FactPageFacts:
    """Return a page of facts with the sources it names, each once and in their order.

    ``titles`` are those of other pages, by name.
    """
    parts = tuple(
        FactsTogether(
            heading=part.heading, facts=tuple(explained.fact[fact] for fact in part.facts)
        )
        for part in page.parts
    )
    named = dict.fromkeys(source for part in parts for fact in part.facts for source in fact.source)
    return FactPageFacts(
        name=page.name,
        title=page.title,
        word=word,
        lead=page.lead,
        parts=parts,
        sources=tuple(explained.citation[source] for source in named),
        reviewed=explained.reviewed,
        see=tuple((name, titles[name]) for name in page.see),
    )


def describe_crosswalk(
    framework: Framework, crosswalk: Crosswalk, reviewed: date
) -> CrosswalkFacts:
    """Return a crosswalk with the names of its units; ``reviewed`` is the day it was looked up."""
    named = {unit for row in crosswalk.rows for unit in row.units} | set(crosswalk.apart.units)
    units = tuple(_name_unit(unit) for unit in framework.units if unit.id in named)
    return CrosswalkFacts(crosswalk=crosswalk, units=units, reviewed=reviewed)


def _describe_part(framework: Framework, text: DomainText) -> MapPart:
    domain = next(each for each in framework.domains if each.id == text.id)
    return MapPart(
        id=domain.id,
        slug=domain.slug,
        name=domain.name,
        sentence=text.sentence,
        units=tuple(_name_unit(unit) for unit in framework.units if unit.domain == domain.slug),
    )


def _name_unit(unit: Unit) -> NamedUnit:
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
