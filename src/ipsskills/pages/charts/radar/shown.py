"""What a radar chart shows, and how it is told in words.

An answer that is on no ring (no chance yet, outside this job, not seen, not answered) stands at the
hub with a letter and breaks the line. Nothing is counted, shared out or averaged.
"""

from itertools import groupby
from typing import ClassVar

from ipsskills.frozen import dataclass
from ipsskills.pages.charts.answers import KeyWords, Layer, ShownAnswer, find_foot, tell_unit
from ipsskills.pages.charts.chart import Chart, tell


@dataclass(frozen=True)
class Spoke:
    """One unit on the chart, with an answer for each layer.

    ``label`` is its short name without the id; ``domain`` is the name of its domain.
    """

    unit: str
    label: str
    domain: str
    answers: tuple[ShownAnswer, ...]


@dataclass(frozen=True)
class Radar(Chart):
    """A whole chart: its heading lines, its layers, and its spokes, those of a domain together.

    ``apart_line`` says what is kept from this reader for now, and ``contested_line`` which view is
    contested, if any is. ``titled`` is whether the title is drawn: in a page it stands above
    already.
    """

    drawn_by: ClassVar[str] = "radar.drawing"

    title: str
    subtitle: str
    layers: tuple[Layer, ...]
    spokes: tuple[Spoke, ...]
    key: KeyWords
    apart_line: str = ""
    contested_line: str = ""
    titled: bool = True

    @property
    def heading(self) -> str:
        """What is written over it: the title, or nothing."""
        return self.title if self.titled else ""

    def in_words(self) -> str:
        """Return the title and, by domain, each unit and its word in every layer."""
        blocks = [[self.title, self.subtitle, self.apart_line, self.contested_line]]
        for domain, spokes in groupby(self.spokes, key=lambda spoke: spoke.domain):
            told = (tell_unit(f"{s.unit} {s.label}", self.layers, s.answers) for s in spokes)
            blocks.append([domain, *told])
        return tell([*blocks, [find_foot(self.layers)]])
