"""How much there is of everything, and how much each unit should hold."""

from collections.abc import Iterable, Iterator, Mapping

from ipsskills.framework.background import Glossary
from ipsskills.framework.faults import Fault
from ipsskills.framework.files import COMPETENCES
from ipsskills.framework.types import Framework, Unit
from ipsskills.frozen import dataclass

# Statements with their points, at least and at most: enough to cover a unit, few enough to read.
WANTED: Mapping[str, tuple[int, int]] = {
    "1.1": (14, 18),
    "1.2": (10, 12),
    "1.3": (10, 12),
    "1.4": (16, 20),
    "1.5": (12, 16),
    "1.6": (14, 18),
    "2.1": (12, 14),
    "2.2": (14, 16),
    "2.3": (10, 14),
    "2.4": (12, 16),
    "2.5": (14, 16),
    "2.6": (10, 12),
    "3.1": (14, 16),
    "3.2": (12, 14),
    "3.3": (14, 16),
    "3.4": (10, 12),
    "3.5": (14, 18),
    "3.6": (14, 16),
    "3.7": (16, 20),
    "3.8": (14, 16),
    "3.9": (14, 16),
    "3.10": (10, 14),
    "3.11": (12, 16),
    "3.12": (10, 12),
    "3.13": (16, 20),
    "3.14": (10, 14),
    "3.15": (14, 16),
    "3.16": (18, 22),
}
META = (3, 5)  # statements of a meta-competence area, points apart
SUPPORTING = (10, 14)  # statements of a supporting area, points apart


@dataclass(frozen=True)
class UnitCount:
    """How much one unit or area holds; ``wanted`` is the least and most for ``counted``."""

    id: str
    short: str
    statements: int
    points: int
    counted: int
    wanted: tuple[int, int] | None
    outcomes: int
    activities: int
    vignettes: int


@dataclass(frozen=True)
class Totals:
    """How much there is in all, retired statements left out."""

    domains: int
    supporting_areas: int
    units: int
    areas: int
    statements: int
    points: int
    outcomes: int
    activities: int
    vignettes: int
    terms: int


def count_units(framework: Framework) -> tuple[UnitCount, ...]:
    """Return what each unit and area holds, in order."""
    return tuple(_count_unit(unit) for unit in framework.units)


def count_all(framework: Framework, glossary: Glossary) -> Totals:
    """Return how much there is in all."""
    counts = count_units(framework)
    supporting = [u for u in framework.units if u.is_area and u.domain != "meta"]
    areas = sum(1 for u in framework.units if u.is_area)
    return Totals(
        domains=len(framework.domains) - len(supporting),
        supporting_areas=len(supporting),
        units=len(framework.units) - areas,
        areas=areas,
        statements=_sum(counts, "statements"),
        points=_sum(counts, "points"),
        outcomes=_sum(counts, "outcomes"),
        activities=_sum(counts, "activities"),
        vignettes=_sum(counts, "vignettes"),
        terms=len(glossary.terms),
    )


def find_count_faults(framework: Framework) -> Iterator[Fault]:
    """Yield every unit with more or less than it should hold."""
    for each in count_units(framework):
        if each.wanted and not each.wanted[0] <= each.counted <= each.wanted[1]:
            least, most = each.wanted
            problem = f"It holds {each.counted} statements, with their points where those count."
            yield Fault(COMPETENCES, each.id, problem, f"From {least} to {most}.")


def _count_unit(unit: Unit) -> UnitCount:
    statements, lesson = unit.live_statements, unit.curriculum
    points = sum(len(s.points) for s in statements)
    return UnitCount(
        id=unit.id,
        short=unit.short,
        statements=len(statements),
        points=points,
        counted=len(statements) + (0 if unit.is_area else points),
        wanted=_find_wanted(unit),
        outcomes=len(lesson.outcomes),
        activities=len(lesson.activities),
        vignettes=len(lesson.vignettes),
    )


def _find_wanted(unit: Unit) -> tuple[int, int] | None:
    if unit.is_area:
        return META if unit.domain == "meta" else SUPPORTING
    return WANTED.get(unit.id)


def _sum(counts: Iterable[UnitCount], field: str) -> int:
    return sum(getattr(each, field) for each in counts)
