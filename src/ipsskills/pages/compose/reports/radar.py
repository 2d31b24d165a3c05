"""The radar chart in words, before anything is drawn: titles, spokes, and the key."""

from ipsskills.codes import RATED, AskedAs, Code
from ipsskills.facts.radar import RadarFacts, RadarUnit
from ipsskills.framework.scale import Scale
from ipsskills.method.state import format_answer, format_state
from ipsskills.pages.charts.spokes import Radar, Ring, Sign, Spoke
from ipsskills.pages.compose.apart import FOR_NOW, apart_words
from ipsskills.pages.words import day, in_post

_WAYS = {
    AskedAs.SKILL: "Skills",
    AskedAs.KNOWLEDGE: "Knowledge",
    AskedAs.VALUE: "Values",
    AskedAs.SAFETY: "Safety",
}


def compose_radar(facts: RadarFacts) -> Radar:
    """Return what is drawn: each unit's own word is in the text alternative."""
    post = in_post(facts.role, facts.months_in_post, facts.hours)
    return Radar(
        title=facts.person.name,
        subtitle=f"{post}{';' if ',' in post else ','} own view on {day(facts.on)}",
        spokes=tuple(_spoke(facts, unit) for unit in facts.units),
        ways=tuple(_WAYS.values()),
        rings=explain_rings(facts.scale, to_the_person=facts.person.me),
        signs=explain_signs(facts.scale, to_the_person=facts.person.me),
        apart_line=apart_words(facts.apart, facts.names),
    )


def explain_rings(scale: Scale, *, to_the_person: bool = True) -> tuple[Ring, ...]:
    """Return what the rings mean, in the words of the framework file, highest first."""
    return tuple(
        Ring(code, tuple(format_answer(scale, way, code, to_the_person) for way in _WAYS))
        for code in reversed(RATED)
    )


def explain_signs(scale: Scale, *, to_the_person: bool = True) -> tuple[Sign, ...]:
    """Return what the signs at the hub mean, in the words of the framework file."""
    given = (Code.NO_CHANCE, Code.OUTSIDE, Code.NOT_SEEN)
    skill = AskedAs.SKILL  # these answers are worded alike however they were asked for
    signs = [Sign(code, format_answer(scale, skill, code, to_the_person)) for code in given]
    return (*signs, Sign(None, scale.states.not_answered))


def _spoke(facts: RadarFacts, unit: RadarUnit) -> Spoke:
    value, word = None, facts.scale.states.not_answered
    if unit.apart:
        word = FOR_NOW
    elif unit.state:
        value, word = (
            unit.state.value,
            format_state(unit.state, facts.scale, to_the_person=facts.person.me),
        )
    return Spoke(
        unit=unit.unit,
        label=unit.short,
        domain=unit.domain,
        value=value,
        word=word,
        apart=unit.apart,
    )
