"""What a radar chart shows, and how it is told in words.

An answer that is on no ring (no chance yet, outside this job, not seen, not answered) stands at the
hub with a letter and breaks the line. Nothing is counted, shared out or averaged.
"""

from itertools import groupby
from typing import ClassVar

from ipsskills.frozen import dataclass
from ipsskills.pages.charts.answers import KeyWords, Layer, ShownAnswer
from ipsskills.pages.charts.chart import Chart, tell

FOOT = "One view on one day. Not a score."
FOOT_OF_SEVERAL = "Views of people on the days named. Not a score."


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

    ``apart_line`` says what is kept from this reader for now, if anything is.
    """

    drawn_by: ClassVar[str] = "radar.drawing"

    title: str
    subtitle: str
    layers: tuple[Layer, ...]
    spokes: tuple[Spoke, ...]
    key: KeyWords
    apart_line: str = ""

    @property
    def foot(self) -> str:
        """What stands at the foot."""
        return FOOT_OF_SEVERAL if len(self.layers) > 1 else FOOT

    def in_words(self) -> str:
        """Return the title and, by domain, each unit and its word in every layer."""
        blocks = [[self.title, self.subtitle, self.apart_line]]
        for domain, spokes in groupby(self.spokes, key=lambda spoke: spoke.domain):
            blocks.append([domain, *map(self._tell_spoke, spokes)])
        return tell([*blocks, [self.foot]])

    def _tell_spoke(self, spoke: Spoke) -> str:
        said = [
            f"{layer.brief}: {answer.word}" if layer.brief else answer.word
            for layer, answer in zip(self.layers, spoke.answers, strict=True)
        ]
        return f"{spoke.unit} {spoke.label}: {'; '.join(said)}"
