"""What the coverage chart shows, and how it is told in words.

A row for each unit, a column for each kind of learning, a mark where anything is recorded. How long
ago that was is the mark's fill. Nothing is counted: one entry and ten make the same mark.
"""

from enum import StrEnum
from itertools import groupby
from typing import ClassVar

from ipsskills.frozen import dataclass
from ipsskills.pages.charts.chart import Chart, tell


class Age(StrEnum):
    """How long ago the latest of a kind was."""

    RECENT = "recent"
    OLD = "old"


@dataclass(frozen=True)
class LearningColumn:
    """A kind of learning: its name under the head of its group, and a letter for it.

    ``told`` is what it is called in a sentence.
    """

    group: str
    name: str
    letter: str
    told: str


@dataclass(frozen=True)
class RecordedMark:
    """The latest of a kind for a unit: its day in words, and its age."""

    age: Age
    on: str


@dataclass(frozen=True)
class CoverageRow:
    """One unit, with what is recorded in each column; None is nothing."""

    unit: str
    label: str
    domain: str
    marks: tuple[RecordedMark | None, ...]


@dataclass(frozen=True)
class CoverageChart(Chart):
    """A whole chart: its heading lines, its columns, and its rows, those of a domain together.

    ``recent``, ``old`` and ``none`` are what the key says of marks and of where there is none.
    """

    drawn_by: ClassVar[str] = "coverage.drawing"

    title: str
    subtitle: str
    columns: tuple[LearningColumn, ...]
    rows: tuple[CoverageRow, ...]
    recent: str
    old: str
    none: str
    foot: str

    def in_words(self) -> str:
        """Return the title and, by domain, each unit with the latest of each kind."""
        blocks = [[self.title, self.subtitle]]
        for domain, rows in groupby(self.rows, key=lambda row: row.domain):
            blocks.append([domain, *map(self.tell_row, rows)])
        return tell([*blocks, [self.foot]])

    def tell_row(self, row: CoverageRow) -> str:
        """Return one unit in words: "3.7 Benefits and money: training by vignette, 4 Nov 2026"."""
        return f"{row.unit} {row.label}: {self.tell_marks(row)}"

    def tell_marks(self, row: CoverageRow) -> str:
        """Return what is recorded for one unit in words."""
        said = [
            f"{column.told}, {mark.on}{f' ({self.old})' if mark.age is Age.OLD else ''}"
            for column, mark in zip(self.columns, row.marks, strict=True)
            if mark
        ]
        return "; ".join(said) or self.none
