"""Chooses the page for whatever was explained; how it looks is the room of pages' to say."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ipsskills.pages.document import Page
    from ipsskills.usecases.explain import Explanation


def compose_explanation(found: "Explanation") -> "Page":
    """Return the page of an explanation."""
    from ipsskills.facts.systems.explained import CrosswalkFacts, FactPageFacts
    from ipsskills.method.explain import Topic
    from ipsskills.pages.compose.content import explain, explained, systems

    if isinstance(found, Topic):
        return explain.compose_topic(found)
    if isinstance(found, FactPageFacts):
        return explained.compose_fact_page(found)
    if isinstance(found, CrosswalkFacts):
        return explained.compose_crosswalk(found)
    return systems.compose_strategies(found)
