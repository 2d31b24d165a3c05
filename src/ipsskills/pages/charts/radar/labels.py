"""The labels beside the dial: a column on either side, each label as near its spoke as can be."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import cos, pi, sin

from ipsskills.pages.charts import style
from ipsskills.pages.charts.canvas import Align, Canvas, Weight, ruler
from ipsskills.pages.charts.lines import tidy, wrap
from ipsskills.pages.charts.radar.dial import (
    CENTRE,
    LABELS,
    LEADER_FROM,
    Box,
    Dial,
    clear_of_dial,
    crosses_dial,
    point,
    stack,
)
from ipsskills.pages.charts.radar.shown import Spoke
from ipsskills.pages.charts.style import Position

ROUNDS = 12
LABEL_MARGIN = 0.33
EDGE = style.WIDTH / 2 - LABEL_MARGIN
LEADER_GAP = 0.06
AIR, AIR_ABOVE_DOMAIN = 0.16, 0.6


@dataclass
class Label:
    """One spoke's label, under the name of its domain if it is that domain's first in a column.

    Heights count from the middle of the dial, ``inner`` sideways from it to where text begins.
    """

    text: str
    heading: str
    group: int
    angle: float
    height: float = 0.0
    inner: float = 0.0
    lines: list[str] = field(default_factory=list)
    heading_lines: list[str] = field(default_factory=list)

    @property
    def side(self) -> int:
        """1 on the right of the dial, -1 on the left."""
        return 1 if self.angle < pi else -1

    def start(self) -> None:
        """Put it at the end of its spoke."""
        self.height = LABELS * cos(self.angle)
        self.inner = LABELS * abs(sin(self.angle))

    def fold(self, wrapped: Callable[[str, float, Weight], list[str]]) -> None:
        """Break its lines to fit between its inner edge and the margin."""
        self.lines = wrapped(self.text, EDGE - self.inner, "normal")
        self.heading_lines = wrapped(self.heading, EDGE - self.inner, "bold")

    def reach(self, line: float) -> tuple[float, float]:
        """Return how far its text goes above and below the middle of its label."""
        half = len(self.lines) * line / 2
        return half + len(self.heading_lines) * line, half

    def box(self, line: float) -> Box:
        """Return where it would like to stand and the room it needs, with air around it."""
        above, below = self.reach(line)
        air = line * (AIR_ABOVE_DOMAIN if self.heading else AIR)
        return Box(LABELS * cos(self.angle), above + air, below + line * AIR)

    def move(self, height: float, line: float) -> bool:
        """Take a height and keep clear of the dial there; return whether its width changed."""
        above, below = self.reach(line)
        needed = clear_of_dial(height - below, height + above)
        moved = needed > self.inner + 1e-6
        self.height, self.inner = height, max(self.inner, needed)
        return moved

    def leader(self) -> tuple[Position, Position]:
        """Return the ends of the line that leads from the dial to it."""
        beside = CENTRE[0] + self.side * (self.inner - LEADER_GAP)
        return point(self.angle, LEADER_FROM), (beside, CENTRE[1] + self.height)


def columns(spokes: Sequence[Spoke], dial: Dial) -> tuple[list[Label], list[Label]]:
    """Return the labels right and left of the dial, each side from the top down."""
    labels = [
        _label(spokes[i], n, dial.angles[i]) for n, group in enumerate(dial.groups) for i in group
    ]
    labels.sort(key=lambda label: label.angle)
    right = [label for label in labels if label.side > 0]
    left = [label for label in reversed(labels) if label.side < 0]
    for column in (right, left):
        repeated = [lower for upper, lower in pairwise(column) if upper.group == lower.group]
        for label in repeated:
            label.heading = ""
    return right, left


def _label(spoke: Spoke, group: int, angle: float) -> Label:
    return Label(tidy(f"{spoke.unit} {spoke.label}"), tidy(spoke.domain), group, angle)


def draw_labels(
    canvas: Canvas, spokes: Sequence[Spoke], dial: Dial, bottom: float, top: float
) -> None:
    """Write every label and domain name between two heights, with a leader to each spoke.

    The type is made smaller until all have room.
    """
    both = columns(spokes, dial)
    size = style.LABEL
    while not all(_settle(column, size, bottom, top) for column in both):
        if size < style.SMALLEST:
            break
        size *= style.SMALLER
    for column in both:
        for label in column:
            _write(canvas, label, size)


def _settle(column: Sequence[Label], size: float, bottom: float, top: float) -> bool:
    """Find each label's lines and place, which hang on one another; return whether all fit."""
    line = style.height_of(size)

    def wrapped(text: str, width: float, weight: Weight) -> list[str]:
        return wrap(text, width, ruler(size, weight))

    for label in column:
        label.start()
    for _ in range(ROUNDS):
        for label in column:
            label.fold(wrapped)
        boxes = [label.box(line) for label in column]
        heights = stack(boxes, bottom - CENTRE[1], top - CENTRE[1])
        if heights is None:
            return False
        moved = [label.move(at, line) for label, at in zip(column, heights, strict=True)]
        if not any(moved):
            return not any(crosses_dial(*label.leader()) for label in column)
    return False


def _write(canvas: Canvas, label: Label, size: float) -> None:
    line = style.height_of(size)
    x = CENTRE[0] + label.side * label.inner
    y = CENTRE[1] + label.height
    baseline = y + label.reach(line)[0] - style.ASCENT * line
    bold: list[tuple[str, Weight]] = [(text, "bold") for text in label.heading_lines]
    for text, weight in (*bold, *((text, "normal") for text in label.lines)):
        align: Align = "left" if label.side > 0 else "right"
        canvas.text((x, baseline), text, size, align=align, weight=weight)
        baseline -= line
    canvas.line(label.leader(), style.EDGE, 0.8)
