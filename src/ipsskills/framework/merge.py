"""Brings the two files together, and checks across them what neither can check alone."""

import re
from collections.abc import Iterable, Iterator

from ipsskills.framework.faults import Fault
from ipsskills.framework.noted import find_noted_faults
from ipsskills.framework.ordering import id_key
from ipsskills.framework.reader import FaultsFound
from ipsskills.framework.types import (
    CompetencesFile,
    CurriculumEntry,
    CurriculumFile,
    Domain,
    DomainEntry,
    Framework,
    LocalFile,
    Section,
    SectionEntry,
    Unit,
    UnitEntry,
)
from ipsskills.framework.wording import find_wording_faults

UNIT_ID = re.compile(r"\b(?:\d\.\d{1,2}|[MA]\d{1,2})\b")
Placed = tuple[UnitEntry, str]
EntryWithId = UnitEntry | CurriculumEntry | DomainEntry | SectionEntry


def merge(
    competences: tuple[str, CompetencesFile],
    curriculum: tuple[str, CurriculumFile],
    local: tuple[str, LocalFile] | None = None,
) -> Framework:
    """Return the framework from its read files, each with the name to report faults by.

    Raises FaultsFound: a unit in one file only, ids or slugs used twice, titles that differ,
    references to what does not exist, notes that cannot tell their age, wording the program could
    not use.
    """
    placed = list(_place_units(competences[1]))
    taught = list(_read_lessons(curriculum[1]))
    faults = [
        *find_wording_faults(competences[0], competences[1].scale, [entry for entry, _ in placed]),
        *_uniqueness(competences[0], [*competences[1].domains, *(entry for entry, _ in placed)]),
        *_uniqueness(curriculum[0], [*curriculum[1].sections, *(entry for entry, _ in taught)]),
        *_agreement(competences, curriculum, placed, taught),
        *_references(competences, placed),
        *_builds_on(curriculum[0], taught),
        *_told_apart(curriculum, taught),
        *_noted(curriculum[0], taught),
        *(_local(local, placed) if local else ()),
    ]
    if faults:
        raise FaultsFound(faults)
    return _framework(competences[1], curriculum[1], placed, taught, local[1] if local else None)


def _place_units(file: CompetencesFile) -> Iterator[Placed]:
    """Yield every unit and area with the slug of its domain."""
    for domain in file.domains:
        for entry in (*domain.units, *domain.areas):
            yield entry, domain.slug
    for area in file.supporting_areas:
        yield area, area.slug


def _read_lessons(file: CurriculumFile) -> Iterator[tuple[CurriculumEntry, str | None]]:
    for section in file.sections:
        for entry in section.units:
            yield entry, section.slug
    for entry in file.areas:
        yield entry, None


def _uniqueness(file: str, entries: Iterable[EntryWithId]) -> Iterator[Fault]:
    seen: set[str] = set()
    for entry in entries:
        statements = entry.statements if isinstance(entry, UnitEntry) else ()
        for name in (entry.id, entry.slug, *(s.id for s in statements)):
            if name in seen:
                yield Fault(file, entry.id, f"'{name}' is used twice.", "Use each id once.")
            seen.add(name)


def _agreement(
    competences: tuple[str, CompetencesFile],
    curriculum: tuple[str, CurriculumFile],
    placed: list[Placed],
    taught: list[tuple[CurriculumEntry, str | None]],
) -> Iterator[Fault]:
    """Check that both files speak of the same units by the same names and version."""
    if competences[1].version != curriculum[1].version:
        problem = f"The version is {curriculum[1].version}, but competences.yaml has another."
        yield Fault(curriculum[0], "version", problem, "Give both files the same version.")
    told = competences[1].changes
    if told and told[0].version != competences[1].version:
        problem = f"The newest version under 'changes' is {told[0].version}."
        yield Fault(competences[0], "changes", problem, "Say there what is new in this version.")
    rated = {entry.id: entry for entry, _ in placed}
    lessons = {entry.id: entry for entry, _ in taught}
    for unit_id in sorted(rated.keys() ^ lessons.keys(), key=id_key):
        name = curriculum[0] if unit_id in rated else competences[0]
        yield Fault(name, unit_id, f"Unit {unit_id} is missing here.", "List it in both files.")
    for unit_id in sorted(rated.keys() & lessons.keys(), key=id_key):
        one, other = rated[unit_id], lessons[unit_id]
        if (one.slug, one.title) != (other.slug, other.title):
            problem = f"The slug or title of {unit_id} differs between the two files."
            yield Fault(curriculum[0], unit_id, problem, f"Use '{one.slug}', '{one.title}'.")


def _references(competences: tuple[str, CompetencesFile], placed: list[Placed]) -> Iterator[Fault]:
    file = competences[0]
    slugs = {d.slug for d in competences[1].domains}
    slugs |= {a.slug for a in competences[1].supporting_areas}
    statements = {s.id for entry, _ in placed for s in entry.statements}
    for entry, _ in placed:
        for slug in entry.also_touches:
            if slug not in slugs:
                yield Fault(file, entry.id, f"There is no domain '{slug}'.", "See also_touches.")
        for s in entry.statements:
            if not s.id.startswith(f"{entry.id}/"):
                fix = f"It starts with '{entry.id}/'."
                yield Fault(file, s.id, "This statement's id names another unit.", fix)
            if s.replaced_by and s.replaced_by not in statements:
                yield Fault(file, s.id, f"There is no '{s.replaced_by}'.", "See replaced_by.")


def _builds_on(file: str, taught: list[tuple[CurriculumEntry, str | None]]) -> Iterator[Fault]:
    known = {entry.id for entry, _ in taught}
    for entry, _ in taught:
        for unit_id in entry.builds_on:
            if unit_id not in known:
                yield Fault(file, entry.id, f"There is no unit {unit_id}.", "See builds_on.")


def _told_apart(
    curriculum: tuple[str, CurriculumFile], taught: list[tuple[CurriculumEntry, str | None]]
) -> Iterator[Fault]:
    """Check that what is told apart is at least two units, each of which the text names."""
    known = {entry.id for entry, _ in taught}
    for number, each in enumerate(curriculum[1].told_apart, 1):
        place = f"told_apart, {number}"
        named = set(each.units)
        if len(named) <= 1:
            yield Fault(curriculum[0], place, "It tells nothing apart.", "Name two units or more.")
        for unit_id in sorted(named - known, key=id_key):
            yield Fault(curriculum[0], place, f"There is no unit {unit_id}.", "See units.")
        if named != set(UNIT_ID.findall(each.text)):
            problem = "Its text and its units do not name the same ones."
            yield Fault(curriculum[0], place, problem, "Say of each unit what is seen there.")


def _noted(file: str, taught: list[tuple[CurriculumEntry, str | None]]) -> Iterator[Fault]:
    for entry, _ in taught:
        for fact in entry.background:
            yield from find_noted_faults(file, entry.id, fact)
        for note in entry.notes:
            yield from find_noted_faults(file, entry.id, note)


def _local(local: tuple[str, LocalFile], placed: list[Placed]) -> Iterator[Fault]:
    units = {entry.id for entry, _ in placed}
    seen: set[str] = set()
    for s in local[1].statements:
        if s.id in seen:
            yield Fault(local[0], s.id, f"'{s.id}' is used twice.", "Use each id once.")
        seen.add(s.id)
        if s.unit not in units:
            yield Fault(
                local[0], s.id, f"There is no unit {s.unit}.", "Name one of the framework's units."
            )
        if not s.id.startswith(f"local/{s.unit}/"):
            fix = f"Start it with 'local/{s.unit}/'."
            yield Fault(local[0], s.id, "A local statement has an id of its own.", fix)
    for unit_id in local[1].safety_units:
        if unit_id not in units:
            yield Fault(local[0], "safety_units", f"There is no unit {unit_id}.", "")


def _framework(
    competences: CompetencesFile,
    curriculum: CurriculumFile,
    placed: list[Placed],
    taught: list[tuple[CurriculumEntry, str | None]],
    local: LocalFile | None,
) -> Framework:
    lessons = {entry.id: (entry, section) for entry, section in taught}
    units = [_unit(entry, domain, *lessons[entry.id]) for entry, domain in placed]
    domains = [
        Domain(id=d.id, slug=d.slug, name=d.name, covers=d.covers) for d in competences.domains
    ]
    areas = [
        Domain(id=a.id, slug=a.slug, name=a.title, covers=a.covers)
        for a in competences.supporting_areas
    ]
    return Framework(
        version=competences.version,
        reviewed=competences.reviewed,
        changes=competences.changes,
        scale=competences.scale,
        domains=(*domains, *areas),
        sections=tuple(Section(id=s.id, slug=s.slug, title=s.title) for s in curriculum.sections),
        units=tuple(sorted(units, key=lambda unit: id_key(unit.id))),
        told_apart=curriculum.told_apart,
        local=local.statements if local else (),
        local_safety=local.safety_units if local else (),
    )


def _unit(entry: UnitEntry, domain: str, lesson: CurriculumEntry, section: str | None) -> Unit:
    own = {name: getattr(entry, name) for name in UnitEntry.__dataclass_fields__}
    return Unit(**own, domain=domain, section=section, curriculum=lesson)
