"""The look of every chart, in one place: measures in inches, type in points, colours and shapes.

Colour is kept for whose answer a mark is, and never carries it alone: each has a shape and a line
of its own, and a lightness of its own, so that they stay apart in grey and for the colour-blind.
"""

from math import sqrt
from typing import Literal

from ipsskills.codes import Code
from ipsskills.frozen import dataclass

WIDTH = 10.0
MARGIN = 0.4
DOTS_PER_INCH = 150

FONT = "DejaVu Sans"
# A sheet of A4 shows a chart at two thirds of its size, and nothing on it may be under 7.5 points.
TITLE, SUBTITLE, LABEL, KEY, FOOT = 16.0, 11.5, 11.5, 11.5, 11.5
SMALL_PRINT = 8.0
SMALLEST = 4.0
SMALLER = 0.92
LEADING = 1.2
ASCENT = 0.8
DESCENT = 0.24

INK = "#1d2733"
QUIET = "#56616d"
EDGE = "#8b96a1"
LINE = "#c3cad2"
FAINT = "#e1e5e9"
GROUND = "#f5f6f8"
PAPER = "#ffffff"

STROKE = 1.4  # of the edge of a mark that is not filled

Shape = Literal["o", "D", "s", "v", "^", "x", "*", "h"]
Dash = tuple[float, ...]
Position = tuple[float, float]


@dataclass(frozen=True)
class Look:
    """How one person's answers of one time are drawn: a mark, and the line that joins marks.

    ``size`` is the width of the mark in points, ``dash`` the strokes and gaps of the line in
    points (() is a whole line). A mark that is not ``filled`` shows the paper through. ``letters``
    is a darker colour for letters, where it needs one.
    """

    colour: str
    shape: Shape
    size: float
    filled: bool
    dash: Dash = ()
    width: float = 1.8
    letters: str = ""

    @property
    def height(self) -> float:
        """How high and how wide it is at most, in points."""
        corner = sqrt(2) if self.shape in "Ds" else 1
        return self.size * corner + (0.0 if self.filled else STROKE)

    @property
    def ink(self) -> str:
        """The colour of letters that stand for its answers: dark enough to be read."""
        return self.letters or self.colour


NOW = Look("#0c2848", "o", 8.5, filled=True)
EARLIER = Look("#ca7524", "s", 8.0, filled=False, dash=(4.5, 2.2), width=1.5, letters="#8a4a0f")
SUPERVISOR = Look("#08524a", "D", 7.6, filled=False, dash=(1.2, 1.8), width=1.9)
AGREED = Look("#9b439b", "h", 11.0, filled=False, width=0, letters="#8f3a8f")

ANSWER = NOW.colour

# What stands for an answer that is on no ring and no point: the letter by which it is given.
SIGNS: dict[Code | None, str] = {
    Code.NO_CHANCE: "n",
    Code.OUTSIDE: "x",
    Code.NOT_SEEN: "u",
    None: "\u2013",  # a dash
}


def height_of(size: float) -> float:
    """Return the height of a line of type of a size, in inches."""
    return LEADING * size / 72
