"""Chooses the page for whatever was explained; how it looks is the room of pages' to say."""

from typing import TYPE_CHECKING

from ipsskills.cli.setup import context

if TYPE_CHECKING:
    from ipsskills.pages.document import Page
    from ipsskills.usecases.explain import Explanation


def compose_explanation(found: "Explanation") -> "Page":
    """Return the page of an explanation; only what that page needs is loaded."""
    from ipsskills.method.explain import Topic

    if isinstance(found, Topic):
        from ipsskills.pages.compose.content.explain import compose_topic

        return compose_topic(found)
    from ipsskills.facts.systems.explained import CrosswalkFacts, FactPageFacts
    from ipsskills.pages.compose.content.explained import compose_crosswalk, compose_fact_page

    if isinstance(found, FactPageFacts):
        return compose_fact_page(found)
    if isinstance(found, CrosswalkFacts):
        return compose_crosswalk(context.framework(), found)
    from ipsskills.framework.background import Glossary

    if isinstance(found, Glossary):
        from ipsskills.pages.compose.content.explain import compose_glossary

        return compose_glossary(found)
    from ipsskills.pages.compose.content.systems import compose_strategies

    return compose_strategies(found)
