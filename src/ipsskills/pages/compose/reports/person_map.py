"""The map with one person's own view, in words before it is drawn."""

from collections.abc import Iterator

from ipsskills.facts.charts.person import ChartFacts
from ipsskills.facts.systems.layout import MapFacts
from ipsskills.pages.charts.answers import find_foot
from ipsskills.pages.charts.map.shown import MapChart
from ipsskills.pages.compose.apart import keep_apart_words
from ipsskills.pages.compose.content.map_chart import is_unit, lay_courses
from ipsskills.pages.compose.reports.chart_words import (
    NAMED_EACH,
    find_effort,
    find_profile_title,
    find_subtitle,
    list_answers,
    list_layers,
    word_key,
)
from ipsskills.pages.words import join_titles


def compose_person_map(layout: MapFacts, facts: ChartFacts) -> MapChart:
    """Return the map with one person's own view, each unit's own word in its cell."""
    layers = list_layers(facts)
    answers = {unit.unit: list_answers(facts, unit, layers)[0] for unit in facts.units}
    return MapChart(
        title=_find_map_title(layout, facts),
        subtitle=find_subtitle(facts),
        courses=lay_courses(layout, answers),
        foot=find_foot(layers),
        key=word_key(facts.scale, to_the_person=facts.person.me),
        apart_line=keep_apart_words(facts.apart, facts.names),
    )


def _find_map_title(layout: MapFacts, facts: ChartFacts) -> str:
    """Return which whole domains go well and where effort would pay first; or units by name."""
    whole = list(_list_whole(layout, facts))
    if not whole:
        return find_profile_title(facts)
    said = join_titles(whole[:NAMED_EACH])
    if whole[NAMED_EACH:]:
        said = f"{', '.join(whole[:NAMED_EACH])} and more"
    return ". ".join(filter(None, (f"Going well all through {said}", find_effort(facts))))


def _list_whole(layout: MapFacts, facts: ChartFacts) -> Iterator[str]:
    """Yield the names of domains of several units that all go well."""
    well = set() if facts.lists.brings else set(facts.lists.well)
    for layer in layout.layers:
        for part in layer.parts:
            units = [unit.id for unit in part.units if is_unit(unit)]
            if units[1:] and well.issuperset(units):
                yield part.name
