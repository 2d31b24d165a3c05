"""The chapters of the handbook on how the framework hangs together, and on what is known of IPS."""

from collections.abc import Iterator
from itertools import chain

from ipsskills.facts.content import HandbookFacts
from ipsskills.facts.systems.explained import CrosswalkFacts, describe_page
from ipsskills.facts.systems.layout import describe_domain, describe_map, describe_section
from ipsskills.framework.types import Unit
from ipsskills.pages.compose.content.explained import compose_crosswalk, compose_fact_page
from ipsskills.pages.compose.content.systems import (
    compose_domain,
    compose_map,
    compose_section,
    compose_strategies,
    tell_domain,
)
from ipsskills.pages.document import Block, Page
from ipsskills.pages.without_commands import leave_out_commands

Chapter = tuple[str, Page]


def compose_outline(facts: HandbookFacts) -> Iterator[Chapter]:
    """Yield the map, each domain and section, and the ways of teaching, each with its anchor."""
    framework, systems = facts.framework, facts.systems
    yield "map", _for_a_book(compose_map(describe_map(framework, systems), drawn=True))
    for text in systems.domains:
        if text.id in framework.by_id:
            continue  # a supporting area has its chapter as a unit
        domain = next(each for each in framework.domains if each.id == text.id)
        told = compose_domain(describe_domain(framework, systems, domain))
        yield f"domain-{text.id.lower()}", _for_a_book(told)
    for section in framework.sections:
        page = compose_section(describe_section(framework, systems, section))
        yield f"section-{section.id}", _for_a_book(page)
    yield "strategies", _for_a_book(compose_strategies(systems.strategies))


def compose_beside(facts: HandbookFacts, unit: Unit) -> list[Block]:
    """Return what stands beside a unit that is a domain of its own: its place on the map."""
    own = [domain for domain in facts.framework.domains if domain.id == unit.id]
    told = (tell_domain(describe_domain(facts.framework, facts.systems, each)) for each in own)
    return list(chain.from_iterable(told))


def compose_pages(facts: HandbookFacts) -> Iterator[Chapter]:
    """Yield each page of facts and each crosswalk, with its anchor."""
    titles = {page.name: page.title for page in facts.explained.pages}
    titles[facts.systems.strategies.name] = facts.systems.strategies.title
    for page in facts.explained.pages:
        told = compose_fact_page(describe_page(facts.explained, page, titles))
        yield f"page-{page.name}", _for_a_book(told)
    for crosswalk in facts.crosswalks.crosswalks:
        described = CrosswalkFacts(crosswalk=crosswalk, reviewed=facts.crosswalks.reviewed)
        yield f"crosswalk-{crosswalk.name.lower()}", compose_crosswalk(facts.framework, described)


def _for_a_book(page: Page) -> Page:
    """Return a page without what to type next: the book holds it."""
    bare = leave_out_commands(page)
    assert isinstance(bare, Page)  # a page stays one
    return bare
