"""The map as a picture, in words before it is drawn: its places, its domains and their units."""

from collections.abc import Mapping

from ipsskills.facts.systems.layout import MapFacts, MapLayer, MapPart, NamedUnit
from ipsskills.pages.charts.answers import ShownAnswer
from ipsskills.pages.charts.map.shown import Course, DomainOnMap, MapChart, UnitCell

_TITLE = "Nothing on the map is a stage: the parts hold one another up"
_SUBTITLE = "The map of the framework, empty, to learn it by"
_FOOT = (
    "Titles and parts follow the guide of UCL CORE and NCCMH; which unit stands where is "
    "how this project reads it."
)


def compose_empty_map(layout: MapFacts) -> MapChart:
    """Return the map without any answer, for teaching."""
    courses = lay_courses(layout, {})
    return MapChart(title=_TITLE, subtitle=_SUBTITLE, courses=courses, foot=_FOOT)


def lay_courses(layout: MapFacts, answers: Mapping[str, ShownAnswer]) -> tuple[Course, ...]:
    """Return the places of the map with their domains, and the answers in their units' cells."""
    return tuple(_lay_course(layer, answers) for layer in layout.layers)


def is_unit(named: NamedUnit) -> bool:
    """Whether it has a cell on the map; areas, which stand in no section, have none."""
    return named.id[:1].isdigit()


def _lay_course(layer: MapLayer, answers: Mapping[str, ShownAnswer]) -> Course:
    domains = tuple(_lay_domain(part, answers) for part in layer.parts)
    return Course(drawn=layer.drawn, name=layer.name, note=layer.note, domains=domains)


def _lay_domain(part: MapPart, answers: Mapping[str, ShownAnswer]) -> DomainOnMap:
    return DomainOnMap(
        part.name,
        tuple(UnitCell(u.id, u.short, answers.get(u.id)) for u in part.units if is_unit(u)),
        tuple(f"{u.id} {u.short}" for u in part.units if not is_unit(u)),
    )
