"""The key of the map: what each pattern and letter means, in the words of the framework file."""

from ipsskills.codes import Code
from ipsskills.frozen import dataclass
from ipsskills.pages.charts import style
from ipsskills.pages.charts.answers import KeyWords, ShownAnswer, SignWords
from ipsskills.pages.charts.canvas import Canvas, ruler
from ipsskills.pages.charts.frame import ROW, write_table
from ipsskills.pages.charts.lines import fit
from ipsskills.pages.charts.patterns import draw_pattern
from ipsskills.pages.charts.style import Position

SWATCH, HIGH = 0.26, 0.17
AFTER_SWATCH = 0.1
SIGNS = 2.3
ABOVE = 0.3


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
        return ABOVE + ROW * (1 + max(len(self.words.points), len(self.signs)))

    def write(self, canvas: Canvas, top: float) -> None:
        """Write it from its upper edge: answers at the left, all else at the right."""
        left, y = style.MARGIN, top - ABOVE
        after = SWATCH + AFTER_SWATCH
        room = style.WIDTH - 2 * style.MARGIN - SIGNS - after
        points = self.words.points
        write_table(canvas, [self.words.ways, *(p.words for p in points)], (left + after, y), room)
        for number, point in enumerate(points, 1):
            _draw_swatch(canvas, point.code, (left, y - number * ROW))
        x = style.WIDTH - style.MARGIN - SIGNS
        for number, sign in enumerate(self.signs, 1):
            _draw_swatch(canvas, sign.value, (x, y - number * ROW))
            words = fit(sign.word, 1, SIGNS - after, ruler(style.KEY))
            canvas.text((x + after, y - number * ROW), "".join(words), style.KEY)


def _draw_swatch(canvas: Canvas, value: Code | None, at: Position) -> None:
    draw_pattern(canvas, value, (at[0], at[1] - 0.035), SWATCH, HIGH)
