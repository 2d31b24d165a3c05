"""The heads of the columns, and how wide the columns and the labels of the rows are."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from ipsskills.frozen import dataclass
from ipsskills.pages.charts import style
from ipsskills.pages.charts.canvas import Canvas, ruler
from ipsskills.pages.charts.coverage.shown import LearningColumn
from ipsskills.pages.charts.lines import tidy, wrap

LABELS = 2.65
GROUP_GAP = 0.12
HEAD, GROUP = 11.5, 11.5
HEAD_ROOM = 1.2
RULE_ROOM, ABOVE_PANELS = 0.1, 0.08
RIGHT = style.WIDTH - style.MARGIN


@dataclass(frozen=True)
class ColumnHeads:
    """Columns fitted to the sheet, and the words above them, which run upwards from one height."""

    columns: tuple[LearningColumn, ...]
    wide: float
    size: float
    lines: tuple[tuple[str, ...], ...]

    @property
    def height(self) -> float:
        """The height of all heads, in inches."""
        measure = ruler(self.size)
        names = max((measure(line) for lines in self.lines for line in lines), default=0.0)
        return style.height_of(GROUP) + RULE_ROOM + names + ABOVE_PANELS

    @property
    def middles(self) -> tuple[float, ...]:
        """Where the middle of each column is, from the left of the sheet."""
        places, x = [], style.MARGIN + LABELS
        for number, column in enumerate(self.columns):
            if number and column.group != self.columns[number - 1].group:
                x += GROUP_GAP
            places.append(x + self.wide / 2)
            x += self.wide
        return tuple(places)

    def write(self, canvas: Canvas, top: float) -> None:
        """Write the heads from their upper edge: a group's name over a line, kinds below it."""
        base = top - style.height_of(GROUP)
        for name, first, last in self._list_groups():
            if not name:
                continue
            left, right = first - self.wide / 2, last + self.wide / 2
            at = ((left + right) / 2, base + 0.05)
            canvas.text(at, name, GROUP, align="center", weight="bold")
            canvas.line([(left + 0.04, base), (right - 0.04, base)], style.EDGE, 1.2)
        for middle, lines in zip(self.middles, self.lines, strict=True):
            line = style.height_of(self.size)
            x = middle - len(lines) * line / 2 + style.ASCENT * line
            for text in lines:
                at = (x, top - self.height + ABOVE_PANELS)
                canvas.text(at, text, self.size, upwards=True)
                x += line

    def _list_groups(self) -> Iterator[tuple[str, float, float]]:
        """Yield each group's name with the middles of its first and its last column."""
        placed = zip(self.columns, self.middles, strict=True)
        for name, found in groupby(placed, key=lambda pair: pair[0].group):
            middles = [middle for _, middle in found]
            yield name, middles[0], middles[-1]


def fit_heads(columns: Sequence[LearningColumn]) -> ColumnHeads:
    """Return columns of one width, and their heads in type as large as lets every word be whole."""
    groups = len({column.group for column in columns})
    wide = (RIGHT - style.MARGIN - LABELS - GROUP_GAP * (groups - 1)) / len(columns)
    names = [tidy(column.name) for column in columns]
    words = [word for name in names for word in name.split()]
    size = HEAD
    while max(map(ruler(size), words), default=0) > HEAD_ROOM and size > style.SMALLEST:
        size -= 0.25
    lines = tuple(tuple(wrap(name, HEAD_ROOM, ruler(size))) for name in names)
    return ColumnHeads(columns=tuple(columns), wide=wide, size=size, lines=lines)
