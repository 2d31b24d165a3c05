"""Whether the map, the facts and the crosswalks name only what is there, and all of it.

What a file says of itself is checked when it is read; what it says of the framework, when both are
used together.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from ipsskills.codes import ACTIVITY_KINDS
from ipsskills.framework.faults import Fault, data_file_error

if TYPE_CHECKING:  # the files are read by their own modules, which call this
    from ipsskills.framework.systems.crosswalks import Crosswalks
    from ipsskills.framework.systems.explained import Explained
    from ipsskills.framework.systems.layout import Lean, Systems
    from ipsskills.framework.types import Framework

SYSTEMS, EXPLAINED, CROSSWALKS = "systems.yaml", "explained.yaml", "crosswalks.yaml"
STRATEGIES = "strategies"  # the one page to see that is made elsewhere


def match_systems(framework: "Framework", systems: "Systems") -> None:
    """Raise DataFileError with every fault where the two do not fit each other."""
    faults = [*find_map_faults(framework, systems), *find_section_faults(framework, systems)]
    if faults:
        raise data_file_error(faults)


def find_map_faults(framework: "Framework", systems: "Systems") -> Iterator[Fault]:
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


def find_section_faults(framework: "Framework", systems: "Systems") -> Iterator[Fault]:
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


def find_fact_faults(explained: "Explained") -> Iterator[Fault]:
    """Yield facts on no page, sources nobody names, and whatever is named and not there."""
    used = [fact for page in explained.pages for part in page.parts for fact in part.facts]
    cited = [source for fact in explained.facts for source in fact.source]
    names = [page.name for page in explained.pages]
    yield from _same(EXPLAINED, "facts", [each.id for each in explained.facts], set(used))
    yield from _same(EXPLAINED, "sources", [each.id for each in explained.sources], set(cited))
    yield from _twice(EXPLAINED, "pages", names)
    for page in explained.pages:
        for name in page.see:
            if name not in (*names, STRATEGIES):
                yield _unknown(EXPLAINED, page.name, "page", name)


def find_crosswalk_faults(crosswalks: "Crosswalks") -> Iterator[Fault]:
    """Yield units that are both inside a crosswalk and outside it."""
    for crosswalk in crosswalks.crosswalks:
        inside = {unit for row in crosswalk.rows for unit in row.units}
        for unit in sorted(inside.intersection(crosswalk.apart.units)):
            problem = f"{unit} touches it and does not."
            yield Fault(CROSSWALKS, crosswalk.name, problem, "Decide which.")


def find_unit_faults(
    framework: "Framework", explained: "Explained", crosswalks: "Crosswalks"
) -> Iterator[Fault]:
    """Yield the units that facts and crosswalks name and the framework does not have."""
    for fact in explained.facts:
        yield from _units(framework, EXPLAINED, fact.id, fact.units)
    for each in crosswalks.crosswalks:
        named = (*(unit for row in each.rows for unit in row.units), *each.apart.units)
        yield from _units(framework, CROSSWALKS, each.name, named)


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


def _leaning(place: str, leans: "Iterable[Lean]", known: Collection[str]) -> Iterator[Fault]:
    for lean in leans:
        if lean.part == place or lean.part not in known:
            yield _unknown(SYSTEMS, place, "other part", lean.part)


def _units(framework: "Framework", file: str, place: str, units: Iterable[str]) -> Iterator[Fault]:
    for unit in units:
        if unit not in framework.by_id:
            yield _unknown(file, place, "unit", unit)


def _unknown(file: str, place: str, what: str, name: str) -> Fault:
    return Fault(file, place, f"There is no {what} '{name}'.", "Correct the name.")
