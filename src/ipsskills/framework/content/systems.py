"""Checks of the map, the pages of facts and the crosswalks against the framework they speak of."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from ipsskills.codes import ACTIVITY_KINDS
from ipsskills.framework.content.quality import find_word_faults
from ipsskills.framework.faults import Fault
from ipsskills.framework.systems.crosswalks import CROSSWALKS, Crosswalks
from ipsskills.framework.systems.explained import EXPLAINED, Explained
from ipsskills.framework.systems.layout import SYSTEMS, Lean, Systems
from ipsskills.framework.types import Framework
from ipsskills.jsonable import to_jsonable


def find_system_faults(
    framework: Framework, systems: Systems, explained: Explained, crosswalks: Crosswalks
) -> list[Fault]:
    """Return what these files name that is not there, leave out, or say in words never used."""
    files = ((SYSTEMS, systems), (EXPLAINED, explained), (CROSSWALKS, crosswalks))
    return [
        *find_map_faults(framework, systems),
        *find_section_faults(framework, systems),
        *find_fact_faults(framework, explained, systems.strategies.name),
        *find_crosswalk_faults(framework, crosswalks),
        *(
            fault
            for file, whole in files
            for text in _list_texts(to_jsonable(whole))
            for fault in find_word_faults(file, text[:40], text)
        ),
    ]


def find_map_faults(framework: Framework, systems: Systems) -> Iterator[Fault]:
    """Yield domains without a text or with two, places nobody knows, and what leans on nothing."""
    known = [domain.id for domain in framework.domains]
    yield from _same(SYSTEMS, "domains", known, [text.id for text in systems.domains])
    places = {place.slug for place in systems.map.places}
    for text in systems.domains:
        if text.place not in places:
            yield _unknown(SYSTEMS, text.id, "place", text.place)
        yield from _leaning(text.id, text.leans, known)
    ways = [way.kind for way in systems.strategies.ways]
    yield from _same(SYSTEMS, "strategies", ACTIVITY_KINDS, ways)


def find_section_faults(framework: Framework, systems: Systems) -> Iterator[Fault]:
    """Yield sections without a text, and beginnings for which there is no activity."""
    known = [section.id for section in framework.sections]
    yield from _same(SYSTEMS, "sections", known, [text.id for text in systems.sections])
    slugs = {section.id: section.slug for section in framework.sections}
    for text in systems.sections:
        place = f"section {text.id}"
        yield from _leaning(text.id, text.leans, known)
        for begin in text.begin:
            unit = framework.by_id.get(begin.unit)
            if unit is None or unit.section != slugs.get(text.id):
                yield _unknown(SYSTEMS, place, "unit of this section", begin.unit)
            elif begin.kind not in {activity.kind for activity in unit.curriculum.activities}:
                yield _unknown(SYSTEMS, place, f"activity in {begin.unit} of the kind", begin.kind)


def find_fact_faults(framework: Framework, explained: Explained, *others: str) -> Iterator[Fault]:
    """Yield facts on no page, sources nobody names, and whatever is named and not there.

    ``others`` are the names of pages that are made elsewhere.
    """
    used = [fact for page in explained.pages for part in page.parts for fact in part.facts]
    cited = [source for fact in explained.facts for source in fact.source]
    names = [page.name for page in explained.pages]
    yield from _same(EXPLAINED, "facts", [each.id for each in explained.facts], set(used))
    yield from _same(EXPLAINED, "sources", [each.id for each in explained.sources], set(cited))
    yield from _twice(EXPLAINED, "pages", names)
    for page in explained.pages:
        for name in page.see:
            if name not in (*names, *others):
                yield _unknown(EXPLAINED, page.name, "page", name)
    for fact in explained.facts:
        yield from _units(framework, EXPLAINED, fact.id, fact.units)


def find_crosswalk_faults(framework: Framework, crosswalks: Crosswalks) -> Iterator[Fault]:
    """Yield units that are not there, and those both inside a crosswalk and outside it."""
    for crosswalk in crosswalks.crosswalks:
        inside = {unit for row in crosswalk.rows for unit in row.units}
        yield from _units(framework, CROSSWALKS, crosswalk.name, (*inside, *crosswalk.apart.units))
        for unit in inside.intersection(crosswalk.apart.units):
            problem = f"{unit} touches it and does not."
            yield Fault(CROSSWALKS, crosswalk.name, problem, "Decide which.")


def _same(
    file: str, place: str, wanted: Collection[str], given: Collection[str]
) -> Iterator[Fault]:
    yield from _twice(file, place, wanted)
    yield from _twice(file, place, given)
    for name in sorted(set(wanted) ^ set(given)):
        yield Fault(file, place, f"'{name}' is in one place only.", "Name it in both, or in none.")


def _twice(file: str, place: str, names: Iterable[str]) -> Iterator[Fault]:
    for name, count in Counter(names).items():
        if count > 1:
            yield Fault(file, place, f"'{name}' is there twice.", "Use each name once.")


def _leaning(place: str, leans: Iterable[Lean], known: Collection[str]) -> Iterator[Fault]:
    for lean in leans:
        if lean.part == place or lean.part not in known:
            yield _unknown(SYSTEMS, place, "other part", lean.part)


def _units(framework: Framework, file: str, place: str, units: Iterable[str]) -> Iterator[Fault]:
    for unit in units:
        if unit not in framework.by_id:
            yield _unknown(file, place, "unit", unit)


def _unknown(file: str, place: str, what: str, name: str) -> Fault:
    return Fault(file, place, f"There is no {what} '{name}'.", "Correct the name.")


def _list_texts(value: object) -> Iterator[str]:
    """Yield every text in a value of JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _list_texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _list_texts(each)
