"""What stands around every chart: the title and the lines under it, the foot, and parts of keys."""

from collections.abc import Sequence

from ipsskills.frozen import dataclass
from ipsskills.pages.charts import style
from ipsskills.pages.charts.answers import LayerKind
from ipsskills.pages.charts.canvas import Canvas, Weight, ruler
from ipsskills.pages.charts.lines import fit, tidy
from ipsskills.pages.charts.style import Position

TITLE_LINES, UNDER_LINES = 3, 2
AFTER = 0.04
BELOW_HEADING = 0.06
ABOVE_UNTITLED = 0.2  # in a page, which has air enough
TITLE_ROOM = TITLE_LINES * style.height_of(style.TITLE) + AFTER + style.MARGIN - ABOVE_UNTITLED
LOOKS = {
    LayerKind.NOW: style.NOW,
    LayerKind.EARLIER: style.EARLIER,
    LayerKind.SUPERVISOR: style.SUPERVISOR,
    LayerKind.AGREED: style.AGREED,
}
ROW = 0.235
COLUMN_GAP = 0.22


@dataclass(frozen=True)
class HeadingRow:
    """One line of the heading."""

    text: str
    size: float
    weight: Weight
    colour: str
    gap: float


@dataclass(frozen=True)
class FittedHeading:
    """A title and the lines under it, broken to fit the sheet; ``height`` is what they take.

    ``above`` is the air over them.
    """

    rows: tuple[HeadingRow, ...]
    above: float

    @property
    def height(self) -> float:
        """From the edge of the sheet to where the chart may begin, in inches."""
        taken = sum(style.height_of(row.size) + row.gap for row in self.rows)
        return self.above + taken + BELOW_HEADING

    def write(self, canvas: Canvas) -> None:
        """Write it at the top of a sheet."""
        y = canvas.height - self.above
        for row in self.rows:
            y -= style.height_of(row.size)
            at = (style.MARGIN, y)
            canvas.text(at, row.text, row.size, weight=row.weight, colour=row.colour)
            y -= row.gap


def fit_heading(title: str, *under: str) -> FittedHeading:
    """Return a heading of two lines at most for the title, and for each of what is said under it.

    The first of what is said under it is larger than what follows. Nothing is left of nothing, and
    where there is no title there is less air above.
    """
    width = style.WIDTH - 2 * style.MARGIN
    parts: list[tuple[str, float, Weight, str]] = [(title, style.TITLE, "bold", style.INK)]
    sizes = (style.SUBTITLE, *[style.FOOT] * len(under))
    for text, size in zip(under, sizes, strict=False):
        parts.append((text, size, "normal", style.QUIET))
    rows = []
    for text, size, weight, colour in parts:
        most = TITLE_LINES if weight == "bold" else UNDER_LINES
        lines = fit(text, most, width, ruler(size, weight))
        rows += [
            HeadingRow(
                text=line,
                size=size,
                weight=weight,
                colour=colour,
                gap=AFTER if line is lines[-1] else 0.0,
            )
            for line in lines
        ]
    return FittedHeading(tuple(rows), style.MARGIN if title else ABOVE_UNTITLED)


def write_foot(canvas: Canvas, text: str) -> None:
    """Write the line at the foot of a sheet."""
    at = (style.MARGIN, style.MARGIN - 0.06)
    canvas.text(at, tidy(text), style.FOOT, colour=style.QUIET)


def write_group(canvas: Canvas, title: str, y: float) -> None:
    """Write what the rows below a height have in common, on a line across the sheet."""
    canvas.text((style.MARGIN, y + 0.08), tidy(title), style.LABEL, weight="bold")
    canvas.line(((style.MARGIN, y), (canvas.width - style.MARGIN, y)), style.LINE, 0.8)


def write_lines(
    canvas: Canvas, lines: Sequence[str], at: Position, size: float, colour: str = style.INK
) -> None:
    """Write lines of text with the middle of them all at a height."""
    line = style.height_of(size)
    baseline = at[1] + len(lines) * line / 2 - style.ASCENT * line
    for text in lines:
        canvas.text((at[0], baseline), text, size, colour=colour)
        baseline -= line


def write_table(
    canvas: Canvas,
    rows: Sequence[Sequence[str]],
    at: Position,
    room: float,
    *,
    heads: int = 1,
) -> None:
    """Write rows of a key with their columns in line, as large as fits ``room``.

    The first rows head the columns; the first column stands out.
    """
    shown = [[tidy(text) for text in row] for row in rows]
    size, starts = _find_columns(shown, room)
    for number, row in enumerate(shown):
        for column, text in enumerate(row):
            place = (at[0] + starts[column], at[1] - number * ROW)
            colour = style.INK if number >= heads else style.QUIET
            canvas.text(place, text, size, colour=colour, weight=_weigh(column))


def _find_columns(rows: Sequence[Sequence[str]], room: float) -> tuple[float, list[float]]:
    """Return the largest size at which rows fit in ``room``, and where their columns start."""
    size = style.KEY
    while True:
        starts = [0.0]
        for column, texts in enumerate(zip(*rows, strict=True)):
            measure = ruler(size, _weigh(column))
            starts.append(starts[-1] + max(map(measure, texts)) + COLUMN_GAP)
        if starts[-1] <= room or size < style.SMALLEST:
            return size, starts
        size *= style.SMALLER


def _weigh(column: int) -> Weight:
    return "normal" if column else "bold"
