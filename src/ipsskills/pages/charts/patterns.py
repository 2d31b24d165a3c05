"""Patterns that stand for answers: from a whole fill to none, told apart without any colour.

What is no answer 0 to 3 has its letter in place of a pattern, in an edge of its own.
"""

from ipsskills.codes import Code
from ipsskills.pages.charts import style
from ipsskills.pages.charts.canvas import Canvas
from ipsskills.pages.charts.style import Position

_STROKE_STEP, _STROKE = 0.085, 2.0
_DOT_STEP, _DOT = 0.08, 2.7
_EDGE = 0.9
_LETTER = 10.0
_NOWHERE = (float("nan"), float("nan"))


def draw_pattern(
    canvas: Canvas, value: Code | None, corner: Position, width: float, height: float
) -> None:
    """Draw what stands for an answer in a box, from its lower left corner."""
    if value is Code.THREE:
        canvas.box(corner, width, height, fill=style.ANSWER, edge=style.ANSWER)
    elif value is Code.TWO:
        _draw_strokes(canvas, corner, width, height)
    elif value is Code.ONE:
        _draw_dots(canvas, corner, width, height)
    elif value is Code.ZERO:
        canvas.box(corner, width, height, fill=style.PAPER, edge=style.ANSWER)
    else:
        _draw_letter(canvas, value, corner, width, height)


def _draw_strokes(canvas: Canvas, corner: Position, width: float, height: float) -> None:
    """Fill a box with slanting strokes, each cut where it would leave the box."""
    x, y = corner
    points: list[Position] = []
    start = _STROKE_STEP / 2 - height
    while start < width:
        low, high = max(0.0, -start), min(height, width - start)
        points += [(x + start + low, y + low), (x + start + high, y + high), _NOWHERE]
        start += _STROKE_STEP
    canvas.line(points, style.ANSWER, _STROKE, above=2)
    canvas.box(corner, width, height, edge=style.ANSWER)


def _draw_dots(canvas: Canvas, corner: Position, width: float, height: float) -> None:
    """Fill a box with dots in rows, every other row shifted by half a step."""
    across, down = max(1, int(width / _DOT_STEP)), max(1, int(height / _DOT_STEP))
    left = corner[0] + (width - (across - 1.5) * _DOT_STEP) / 2
    low = corner[1] + (height - (down - 1) * _DOT_STEP) / 2
    canvas.dots(
        [
            (left + (column - (row % 2) / 2) * _DOT_STEP, low + row * _DOT_STEP)
            for row in range(down)
            for column in range(across - (1 - row % 2))
        ],
        _DOT,
        style.ANSWER,
    )
    canvas.box(corner, width, height, edge=style.ANSWER)


def _draw_letter(
    canvas: Canvas, value: Code | None, corner: Position, width: float, height: float
) -> None:
    """Write the letter of an answer; each but that of no answer stands in an edge or a ground."""
    x, y = corner
    if value is Code.OUTSIDE:
        canvas.box(corner, width, height, fill=style.FAINT, edge=style.EDGE)
    elif value is not None:
        around = [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)]
        canvas.line(around, style.QUIET, _EDGE, dash=(3.0, 2.0), above=2)
    canvas.sign((x + width / 2, y + height / 2), style.SIGNS[value], _LETTER)
