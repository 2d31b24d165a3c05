"""Finds a domain or a section by what people type for it."""

from ipsskills.folding import fold
from ipsskills.framework.types import Domain, Framework, Section


def find_part(framework: Framework, name: str) -> Domain | Section | None:
    """Return the domain or section of a name, or None where the name is a unit's or nobody's.

    A domain goes by D4, its slug or its name, a section by its number, "section 2", its slug or its
    title; where both have one title, it is the domain. A supporting area is a unit.
    """
    wanted = fold(name)
    for domain in framework.domains:
        if domain.id not in framework.by_id and wanted in _names(domain, domain.name):
            return domain
    for section in framework.sections:
        if wanted in (*_names(section, section.title), f"section {section.id}"):
            return section
    return None


def _names(part: Domain | Section, title: str) -> tuple[str, ...]:
    return part.id.lower(), part.slug, fold(title)
