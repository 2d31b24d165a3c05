"""The charts inside pages about a person; only for forms that show pictures.

Drawing is far off here: a picture holds what it shows, and whoever writes the page has it drawn.
Its title, the finding, stands in the heading above it and is not drawn a second time.
"""

from dataclasses import replace

from ipsskills.facts.charts.person import ChartFacts
from ipsskills.pages.document import Block, Figure, Heading


def compose_pictures(facts: ChartFacts) -> tuple[Block, ...]:
    """Return the pictures of a report: the person's own radar, and the profile with both views."""
    from ipsskills.pages.compose.reports.radar import compose_radar

    radar = compose_radar(replace(facts, supervisor=None))
    whole = replace(facts, earlier_on=None)
    return (
        Heading("At a glance", radar.title),
        Figure(replace(radar, titled=False), radar.in_words()),
        *compose_profile_picture(whole),
    )


def compose_profile_picture(facts: ChartFacts | None) -> tuple[Block, ...]:
    """Return the profile under its heading; nothing where there is nothing to show."""
    if facts is None:
        return ()
    from ipsskills.pages.compose.reports.profile import compose_profile

    profile = compose_profile(facts)
    return (
        Heading("Unit by unit", profile.title),
        Figure(replace(profile, titled=False), profile.in_words()),
    )
