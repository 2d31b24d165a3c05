"""The shapes of ``explained.yaml``: facts about IPS, each written once, and the pages made of them.

A fact names its sources and the units it bears on; a page takes facts by their ids.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from ipsskills.framework.single import load_single
from ipsskills.framework.strict import Strict
from ipsskills.framework.systems.checks import EXPLAINED, find_fact_faults
from ipsskills.frozen import dataclass


class Sureness(StrEnum):
    """How sure a fact is: seen in its source, not confirmed, or a reading of our own."""

    SEEN = "seen"
    UNCONFIRMED = "unconfirmed"
    OURS = "ours"


@dataclass(frozen=True, kw_only=True)
class Citation(Strict):
    """A source of facts: what it is called, and where it can be found if that is known."""

    id: str
    name: str
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Fact(Strict):
    """One fact with the ids of its sources and of the units it bears on."""

    id: str
    text: str
    source: tuple[str, ...]
    units: tuple[str, ...]
    sure: Sureness = Sureness.SEEN


@dataclass(frozen=True, kw_only=True)
class FactGroup(Strict):
    """Facts that stand together on a page, by their ids."""

    heading: str
    facts: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class FactPage(Strict):
    """A page of facts: the ``name`` it is asked for by, ``also`` others, and pages to ``see``."""

    name: str
    title: str
    also: tuple[str, ...]
    lead: str
    parts: tuple[FactGroup, ...]
    see: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Explained(Strict):
    """The whole of ``explained.yaml``; ``reviewed`` is the day on which sources were looked up."""

    version: str
    reviewed: date
    sources: tuple[Citation, ...]
    facts: tuple[Fact, ...]
    pages: tuple[FactPage, ...]

    @cached_property
    def citation(self) -> Mapping[str, Citation]:
        """The sources by their ids."""
        return {each.id: each for each in self.sources}

    @cached_property
    def fact(self) -> Mapping[str, Fact]:
        """The facts by their ids."""
        return {each.id: each for each in self.facts}

    def list_pages_on(self, unit_id: str) -> tuple[FactPage, ...]:
        """Return the pages on which a fact stands that bears on a unit."""
        bear = {fact.id for fact in self.facts if unit_id in fact.units}
        return tuple(
            page for page in self.pages if any(bear.intersection(part.facts) for part in page.parts)
        )


def load_explained(folder: Path | None = None, cache_folder: Path | None = None) -> Explained:
    """Return the facts and their pages. Raises DataFileError with every fault."""
    return load_single(EXPLAINED, Explained, folder, cache_folder, find_fact_faults)
