"""What a profile shows, and how it is told in words."""

from typing import ClassVar

from ipsskills.frozen import dataclass
from ipsskills.pages.charts.answers import KeyWords, Layer, ShownAnswer, find_foot, tell_unit
from ipsskills.pages.charts.chart import Chart, tell


@dataclass(frozen=True)
class ProfileRow:
    """One unit, with an answer for each layer; ``label`` is its short name without the id."""

    unit: str
    label: str
    answers: tuple[ShownAnswer, ...]


@dataclass(frozen=True)
class ProfileSection:
    """The rows of one section of the curriculum, in its order."""

    title: str
    rows: tuple[ProfileRow, ...]


@dataclass(frozen=True)
class Profile(Chart):
    """A whole chart: its heading lines, its layers, and its rows by section.

    ``apart_line`` says what is kept from this reader for now, and ``contested_line`` which view is
    contested, if any is. ``titled`` is whether the title is drawn: in a page it stands above
    already.
    """

    drawn_by: ClassVar[str] = "profile.drawing"

    title: str
    subtitle: str
    layers: tuple[Layer, ...]
    sections: tuple[ProfileSection, ...]
    key: KeyWords
    apart_line: str = ""
    contested_line: str = ""
    titled: bool = True

    @property
    def heading(self) -> str:
        """What is written over it: the title, or nothing."""
        return self.title if self.titled else ""

    def in_words(self) -> str:
        """Return the title and, by section, each unit and its word in every layer."""
        blocks = [[self.title, self.subtitle, self.apart_line, self.contested_line]]
        for section in self.sections:
            told = (tell_unit(f"{r.unit} {r.label}", self.layers, r.answers) for r in section.rows)
            blocks.append([section.title, *told])
        return tell([*blocks, [find_foot(self.layers)]])
