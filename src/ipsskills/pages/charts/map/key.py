"""The key of the map: what each pattern and letter means, in the words of the framework file."""

from ipsskills.codes import Code
from ipsskills.frozen import dataclass
from ipsskills.pages.charts import style
from ipsskills.pages.charts.answers import KeyWords, ShownAnswer, SignWords
from ipsskills.pages.charts.canvas import Canvas, ruler
from ipsskills.pages.charts.frame import COLUMN_GAP, ROW, write_table
from ipsskills.pages.charts.lines import fit
from ipsskills.pages.charts.patterns import draw_pattern
from ipsskills.pages.charts.style import Position

SWATCH, HIGH = 0.26, 0.17
AFTER_SWATCH = 0.1
BETWEEN_SIGNS = 0.4
ABOVE = 0.3
SIGNS_BELOW = 0.32


@dataclass(frozen=True)
class MapKey:
    """The key of one map, across the sheet; ``answers`` are those that stand on it."""

    words: KeyWords
    answers: tuple[ShownAnswer, ...]

    @property
    def signs(self) -> list[SignWords]:
        """What is in no table."""
        return self.words.list_needed(self.answers)

    @property
    def height(self) -> float:
        """The height it needs, in inches."""
        return ABOVE + ROW * (1 + len(self.words.points)) + (SIGNS_BELOW if self.signs else 0.0)

    def write(self, canvas: Canvas, top: float) -> None:
        """Write it from its upper edge: answers in a table, and all else in a row below them."""
        left, y = style.MARGIN, top - ABOVE
        after = SWATCH + AFTER_SWATCH
        points = self.words.points
        rows = [("", *self.words.ways), *(("", *point.words) for point in points)]
        start = left + after - COLUMN_GAP  # the first column, of numbers, is empty here
        write_table(canvas, rows, (start, y), style.WIDTH - style.MARGIN - start)
        for number, point in enumerate(points, 1):
            _draw_swatch(canvas, point.code, (left, y - number * ROW))
        y -= len(points) * ROW + SIGNS_BELOW
        for sign in self.signs:
            _draw_swatch(canvas, sign.value, (left, y))
            room = max(0.0, style.WIDTH - style.MARGIN - left - after)
            words = "".join(fit(sign.word, 1, room, ruler(style.KEY)))
            canvas.text((left + after, y), words, style.KEY)
            left += after + ruler(style.KEY)(words) + BETWEEN_SIGNS


def _draw_swatch(canvas: Canvas, value: Code | None, at: Position) -> None:
    draw_pattern(canvas, value, (at[0], at[1] - 0.035), SWATCH, HIGH)
