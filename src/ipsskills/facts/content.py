"""What the pages of the content are made of: the list of units, a check, the handbook."""

from dataclasses import field

from ipsskills.framework.background import Fidelity, Glossary
from ipsskills.framework.content.counts import Totals, UnitCount
from ipsskills.framework.types import Framework
from ipsskills.frozen import dataclass


@dataclass(frozen=True, kw_only=True)
class ListedUnit:
    """A unit or an area by its names, and where it belongs."""

    id: str
    slug: str
    title: str
    domain: str
    section: str | None


@dataclass(frozen=True, kw_only=True)
class ContentsFacts:
    """Every unit and area of a version, in its order."""

    version: str
    units: tuple[ListedUnit, ...]
    framework: Framework = field(metadata={"json": False})


def list_contents(framework: Framework) -> ContentsFacts:
    """Return every unit and area of a framework."""
    units = tuple(
        ListedUnit(id=u.id, slug=u.slug, title=u.title, domain=u.domain, section=u.section)
        for u in framework.units
    )
    return ContentsFacts(version=framework.version, units=units, framework=framework)


@dataclass(frozen=True, kw_only=True)
class CheckedContent:
    """That files are sound: their version and names, and how much there is of everything."""

    version: str
    files: tuple[str, ...]
    units: tuple[UnitCount, ...]
    totals: Totals


@dataclass(frozen=True, kw_only=True)
class HandbookFacts:
    """Everything there is: the framework and curriculum, the fidelity scale, the glossary."""

    framework: Framework
    fidelity: Fidelity
    glossary: Glossary
