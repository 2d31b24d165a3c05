"""The shapes of ``systems.yaml``: the map, what each domain and section is, ways of teaching.

They carry no list of units: which units a domain or a section holds is said once, in the framework.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from ipsskills.framework.single import load_single
from ipsskills.framework.strict import Strict
from ipsskills.framework.systems.checks import SYSTEMS
from ipsskills.frozen import dataclass


class Drawn(StrEnum):
    """How a place is drawn: round the rest, in rows, side by side, or below the frame."""

    FRAME = "frame"
    ROWS = "rows"
    COLUMNS = "columns"
    BELOW = "below"


@dataclass(frozen=True, kw_only=True)
class MapPlace(Strict):
    """A place on the map, such as the frame, and what it means to stand there."""

    slug: str
    drawn: Drawn
    name: str
    note: str


@dataclass(frozen=True, kw_only=True)
class MapEntry(Strict):
    """What is said of the map as a whole; its ``places`` stand from the outside in."""

    lead: str
    ours: str
    places: tuple[MapPlace, ...]


@dataclass(frozen=True, kw_only=True)
class Lean(Strict):
    """How something leans on another ``part``: the id of a domain, or of a section."""

    part: str
    how: str


@dataclass(frozen=True, kw_only=True)
class DomainText(Strict):
    """What a domain or supporting area is, and which ``place`` of the map it has.

    What it covers, in a sentence, is the framework's own.
    """

    id: str
    place: str
    about: str
    leans: tuple[Lean, ...]


@dataclass(frozen=True, kw_only=True)
class Begin(Strict):
    """Where to begin with one way of teaching: the first activity of its ``kind`` in a unit."""

    kind: str
    unit: str


@dataclass(frozen=True, kw_only=True)
class SectionText(Strict):
    """What a section of the curriculum gives; ``also`` is what stands in none of its titles."""

    id: str
    character: str
    gives: tuple[str, ...]
    leans: tuple[Lean, ...]
    also: tuple[str, ...]
    begin: tuple[Begin, ...]


@dataclass(frozen=True, kw_only=True)
class TeachingWay(Strict):
    """A kind of activity as a way of teaching; ``named`` if the guide names it as one."""

    kind: str
    named: bool
    purpose: str
    tip: str


@dataclass(frozen=True, kw_only=True)
class Strategies(Strict):
    """The ways of teaching, those that the guide names first, and what their page is asked by."""

    name: str
    title: str
    also: tuple[str, ...]
    lead: str
    ways: tuple[TeachingWay, ...]


@dataclass(frozen=True, kw_only=True)
class Systems(Strict):
    """The whole of ``systems.yaml``; ``domains`` stand in the order of the map."""

    version: str
    reviewed: date
    map: MapEntry
    domains: tuple[DomainText, ...]
    sections: tuple[SectionText, ...]
    strategies: Strategies

    @cached_property
    def domain(self) -> Mapping[str, DomainText]:
        """What is said of each domain and supporting area, by its id."""
        return {each.id: each for each in self.domains}

    @cached_property
    def section(self) -> Mapping[str, SectionText]:
        """What is said of each section, by its id."""
        return {each.id: each for each in self.sections}


def load_systems(folder: Path | None = None, cache_folder: Path | None = None) -> Systems:
    """Return the map, domains, sections and strategies. Raises DataFileError with every fault."""
    return load_single(SYSTEMS, Systems, folder, cache_folder)
