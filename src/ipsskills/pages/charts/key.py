"""The key below the dial: what the rings and the signs at the hub mean, in words."""

from collections.abc import Sequence
from functools import partial
from itertools import zip_longest

from ipsskills.codes import Code
from ipsskills.pages.charts import style
from ipsskills.pages.charts.canvas import Canvas, tidy
from ipsskills.pages.charts.layout import shorten, wrap
from ipsskills.pages.charts.spokes import Radar, Sign

ROW = 0.225
COLUMN_GAP = 0.22
SIGNS_WIDTH = 2.1
TABLE_WIDTH = style.WIDTH - 2 * style.MARGIN - SIGNS_WIDTH
MARK_ROOM = 0.24
AT_THE_HUB = "At the hub, on no ring"


def draw_key(canvas: Canvas, radar: Radar, top: float) -> None:
    """Write the key, its first line at ``top``."""
    left, right = style.MARGIN, style.WIDTH - style.MARGIN
    canvas.line(((left, top + 0.28), (right, top + 0.28)), style.RING_LINE, 0.8)
    _rings(canvas, radar, top)
    _signs(canvas, _find_needed(radar), (right - SIGNS_WIDTH, top))


def _find_needed(radar: Radar) -> list[Sign]:
    """Leave "not seen" out where nobody gave it: only a supervisor can."""
    given = {spoke.value for spoke in radar.spokes}
    return [s for s in radar.signs if s.value is not Code.NOT_SEEN or s.value in given]


def _rings(canvas: Canvas, radar: Radar, top: float) -> None:
    rows = [["", *map(tidy, radar.ways)]]
    rows += [[ring.code.value, *map(tidy, ring.words)] for ring in radar.rings]
    size, starts = _columns(canvas, rows, TABLE_WIDTH)
    for number, row in enumerate(rows):
        colour = style.INK if number else style.QUIET
        for column, text in enumerate(row):
            at = (starts[column], top - number * ROW)
            canvas.text(at, text, size, colour=colour, weight=_weight(column))


def _columns(
    canvas: Canvas, rows: Sequence[Sequence[str]], room: float
) -> tuple[float, list[float]]:
    """Return the largest size at which the table fits in ``room`` and where its columns start."""
    size = style.KEY
    while True:
        starts = [style.MARGIN]
        for column, texts in enumerate(zip_longest(*rows, fillvalue="")):
            wide = max(canvas.measure(text, size, _weight(column)) for text in texts)
            starts.append(starts[-1] + wide + COLUMN_GAP)
        if starts[-1] - style.MARGIN <= room or size < style.SMALLEST:
            return size, starts
        size *= style.SMALLER


def _weight(column: int) -> str:
    """Return the weight of a column of the table: the ring's code stands out."""
    return "normal" if column else "bold"


def _signs(canvas: Canvas, signs: Sequence[Sign], at: tuple[float, float]) -> None:
    x, y = at
    canvas.text((x, y), AT_THE_HUB, style.KEY, colour=style.QUIET)
    measure = partial(canvas.measure, size=style.KEY)
    for sign in signs:
        y -= ROW
        shape, size, colour = style.SIGN_SHAPES[sign.value]
        fill = colour if sign.value is None else style.PAPER
        canvas.mark((x + 0.07, y + 0.05), shape, size, colour, fill=fill)
        room = SIGNS_WIDTH - MARK_ROOM
        line = shorten(wrap(tidy(sign.word), room, measure), 1, room, measure)
        canvas.text((x + MARK_ROOM, y), "".join(line), style.KEY)
