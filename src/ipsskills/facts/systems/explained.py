"""What pages of facts and of crosswalks are made of: the facts themselves, and their sources."""

from collections.abc import Mapping
from datetime import date

from ipsskills.framework.systems.crosswalks import Crosswalk
from ipsskills.framework.systems.explained import Citation, Explained, Fact, FactPage
from ipsskills.frozen import dataclass


@dataclass(frozen=True, kw_only=True)
class FactsTogether:
    """Facts under one heading of a page."""

    heading: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, kw_only=True)
class FactPageFacts:
    """A page of facts with its sources; ``word`` is what the glossary says of the same name.

    ``see`` are other pages by name and title, ``reviewed`` the day on which sources were looked up.
    """

    name: str
    title: str
    word: str
    lead: str
    parts: tuple[FactsTogether, ...]
    sources: tuple[Citation, ...]
    reviewed: date
    see: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class CrosswalkFacts:
    """A crosswalk; ``reviewed`` is the day on which what it says of a standard was looked up."""

    crosswalk: Crosswalk
    reviewed: date


def describe_page(
    explained: Explained, page: FactPage, titles: Mapping[str, str], word: str = ""
) -> FactPageFacts:
    """Return a page of facts with the sources it names, each once and in their order.

    ``titles`` are those of other pages, by name.
    """
    parts = tuple(
        FactsTogether(
            heading=part.heading, facts=tuple(explained.fact[fact] for fact in part.facts)
        )
        for part in page.parts
    )
    named = dict.fromkeys(source for part in parts for fact in part.facts for source in fact.source)
    return FactPageFacts(
        name=page.name,
        title=page.title,
        word=word,
        lead=page.lead,
        parts=parts,
        sources=tuple(explained.citation[source] for source in named),
        reviewed=explained.reviewed,
        see=tuple((name, titles[name]) for name in page.see),
    )
