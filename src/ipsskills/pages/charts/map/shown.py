"""What the map shows as a picture, and how it is told in words.

It is empty for teaching, or has one person's own view: a word and a pattern in each unit's cell.
There are no arrows, no totals of a domain and no colours of answers: nothing on it is a stage.
"""

from collections.abc import Iterator
from typing import ClassVar

from ipsskills.framework.systems.layout import Drawn
from ipsskills.frozen import dataclass
from ipsskills.pages.charts.answers import KeyWords, ShownAnswer
from ipsskills.pages.charts.chart import Chart, tell


@dataclass(frozen=True)
class UnitCell:
    """One unit and the answer to it; an empty map has none, which is not the same as no answer."""

    unit: str
    name: str
    answer: ShownAnswer | None = None


@dataclass(frozen=True)
class DomainOnMap:
    """One domain by name, with a cell for each unit; ``areas`` are named and have no cell."""

    name: str
    cells: tuple[UnitCell, ...]
    areas: tuple[str, ...] = ()


@dataclass(frozen=True)
class Course:
    """The domains that stand at one place of the map, and what it means to stand there."""

    drawn: Drawn
    name: str
    note: str
    domains: tuple[DomainOnMap, ...]


@dataclass(frozen=True)
class MapChart(Chart):
    """A whole map, outermost first; without a ``key`` it is empty, for teaching.

    ``apart_line`` says what is kept from this reader for now, if anything is.
    """

    drawn_by: ClassVar[str] = "map.drawing"

    title: str
    subtitle: str
    courses: tuple[Course, ...]
    foot: str
    key: KeyWords | None = None
    apart_line: str = ""

    def list_cells(self) -> Iterator[UnitCell]:
        """Yield every cell, outermost first."""
        for course in self.courses:
            for domain in course.domains:
                yield from domain.cells

    def in_words(self) -> str:
        """Return the title and, place by place, each domain with its units and their words."""
        blocks = [[self.title, self.subtitle, self.apart_line]]
        for course in self.courses:
            for domain in course.domains:
                head = f"{domain.name} ({course.name[:1].lower()}{course.name[1:]}, {course.note})"
                blocks.append([head, *map(_tell_cell, domain.cells), *domain.areas])
        return tell([*blocks, [self.foot]])


def _tell_cell(cell: UnitCell) -> str:
    named = f"{cell.unit} {cell.name}"
    return f"{named}: {cell.answer.word}" if cell.answer else named
