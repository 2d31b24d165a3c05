"""What a chart of progress shows, and how it is told in words."""

from datetime import date
from typing import ClassVar

from ipsskills.frozen import dataclass
from ipsskills.pages.charts.answers import FOOT_OF_DAYS, KeyWords, ShownAnswer
from ipsskills.pages.charts.chart import Chart, tell


@dataclass(frozen=True)
class ProgressPoint:
    """Where a unit stood on a day; ``said`` is the day as it is written.

    ``answered`` is whether it was asked about on that day; else it stands where it stood before.
    """

    on: date
    said: str
    answer: ShownAnswer
    answered: bool = True


@dataclass(frozen=True)
class ProgressRow:
    """One unit over time, the oldest first; ``label`` is its short name without the id.

    ``now`` is where it stands in words, and ``then`` where it first stood, if that was elsewhere.
    """

    unit: str
    label: str
    points: tuple[ProgressPoint, ...]
    now: str
    then: str = ""


@dataclass(frozen=True)
class ProgressGroup:
    """The rows of one domain."""

    title: str
    rows: tuple[ProgressRow, ...]


@dataclass(frozen=True)
class ProgressChart(Chart):
    """A whole chart: its heading lines, the days of looks as they are written, and its rows.

    ``now_head`` and ``then_head`` stand above the words that say where a unit stands, and stood.
    ``apart_line`` says what is kept from this reader for now, if anything is.
    """

    drawn_by: ClassVar[str] = "progress.drawing"

    title: str
    subtitle: str
    days: tuple[tuple[date, str], ...]
    groups: tuple[ProgressGroup, ...]
    key: KeyWords
    now_head: str
    then_head: str = ""
    apart_line: str = ""

    def in_words(self) -> str:
        """Return the title and, by domain, each unit and its word on each day it was answered."""
        blocks = [[self.title, self.subtitle, self.apart_line]]
        blocks += [[group.title, *map(_tell_row, group.rows)] for group in self.groups]
        return tell([*blocks, [FOOT_OF_DAYS]])


def _tell_row(row: ProgressRow) -> str:
    said = [f"{point.answer.word} ({point.said})" for point in row.points if point.answered]
    return f"{row.unit} {row.label}: {'; '.join(said) or row.now}"
