"""The radar chart in words, before anything is drawn."""

from ipsskills.facts.charts.person import ChartFacts
from ipsskills.pages.charts.radar.shown import Radar, Spoke
from ipsskills.pages.compose.apart import keep_apart_words
from ipsskills.pages.compose.reports.chart_words import (
    find_subtitle,
    find_title,
    list_answers,
    list_layers,
    word_contested,
    word_person_key,
)


def compose_radar(facts: ChartFacts) -> Radar:
    """Return what is drawn; each unit's own word is in the text alternative."""
    layers = list_layers(facts)
    by_domain = sorted(facts.units, key=lambda unit: facts.domains.index(unit.domain))
    return Radar(
        title=find_title(facts),
        subtitle=find_subtitle(facts),
        layers=layers,
        spokes=tuple(
            Spoke(unit.unit, unit.short, unit.domain, list_answers(facts, unit, layers))
            for unit in by_domain
        ),
        key=word_person_key(facts),
        apart_line=keep_apart_words(facts.apart, facts.names),
        contested_line=word_contested(facts),
    )
