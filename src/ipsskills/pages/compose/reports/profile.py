"""The profile in words, before anything is drawn: its rows by section, in curriculum order."""

from itertools import groupby

from ipsskills.facts.charts.person import ChartFacts
from ipsskills.pages.charts.profile.shown import Profile, ProfileRow, ProfileSection
from ipsskills.pages.compose.apart import keep_apart_words
from ipsskills.pages.compose.reports.chart_words import (
    find_profile_title,
    find_subtitle,
    list_answers,
    list_layers,
    word_contested,
    word_person_key,
)


def compose_profile(facts: ChartFacts) -> Profile:
    """Return what is drawn: each unit's answers, and its own word beside them."""
    layers = list_layers(facts, agreed=True)
    sections = []
    for title, units in groupby(facts.units, key=lambda unit: unit.section):
        rows = tuple(
            ProfileRow(unit.unit, unit.short, list_answers(facts, unit, layers)) for unit in units
        )
        sections.append(ProfileSection(title, rows))
    return Profile(
        title=find_profile_title(facts),
        subtitle=find_subtitle(facts),
        layers=layers,
        sections=tuple(sections),
        key=word_person_key(facts),
        apart_line=keep_apart_words(facts.apart, facts.names),
        contested_line=word_contested(facts),
    )
