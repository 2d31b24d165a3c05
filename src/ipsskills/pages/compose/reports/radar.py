"""The radar chart in words, before anything is drawn: titles, spokes, and the key."""

from ipsskills.facts.radar import RadarFacts, RadarUnit
from ipsskills.method.state import format_state
from ipsskills.pages.charts.answers import Layer, LayerKind, ShownAnswer
from ipsskills.pages.charts.radar.shown import Radar, Spoke
from ipsskills.pages.compose.apart import FOR_NOW, apart_words
from ipsskills.pages.compose.reports.chart_words import word_key
from ipsskills.pages.words import day, in_post


def compose_radar(facts: RadarFacts) -> Radar:
    """Return what is drawn: each unit's own word is in the text alternative."""
    post = in_post(facts.role, facts.months_in_post, facts.hours)
    return Radar(
        title=facts.person.name,
        subtitle=f"{post}{';' if ',' in post else ','} own view on {day(facts.on)}",
        layers=(Layer(LayerKind.NOW, f"own view on {day(facts.on)}"),),
        spokes=tuple(_spoke(facts, unit) for unit in facts.units),
        key=word_key(facts.scale, to_the_person=facts.person.me),
        apart_line=apart_words(facts.apart, facts.names),
    )


def _spoke(facts: RadarFacts, unit: RadarUnit) -> Spoke:
    value, word = None, facts.scale.states.not_answered
    if unit.apart:
        word = FOR_NOW
    elif unit.state:
        value, word = (
            unit.state.value,
            format_state(unit.state, facts.scale, to_the_person=facts.person.me),
        )
    answer = ShownAnswer(value, word, unit.apart)
    return Spoke(unit=unit.unit, label=unit.short, domain=unit.domain, answers=(answer,))
