"""Looks at a chart as it is laid out: where its texts stand, and what of it can be told apart."""

from functools import cache
from itertools import combinations
from typing import Any

from ipsskills.pages.charts.canvas import Canvas, plain_settings
from ipsskills.pages.charts.chart import Chart
from ipsskills.pages.charts.style import DOTS_PER_INCH

TEXT_CONTRAST, MARK_CONTRAST = 4.5, 3.0  # WCAG 2.2, 1.4.3 and 1.4.11


@cache
def composed(chart: Chart) -> Canvas:
    """The chart as it is laid out, to be looked at."""
    with plain_settings():
        return chart.compose()


def texts(canvas: Canvas) -> list[str]:
    """Every text of a chart."""
    return [text.get_text() for text in canvas.axes.texts]


def sits_apart(canvas: Canvas) -> None:
    """Hold that no text of a chart stands on another one, nor outside the sheet."""
    with plain_settings():
        found = [
            (text.get_text(), text.get_window_extent(canvas.renderer))
            for text in canvas.axes.texts
            if text.get_text()
        ]
    for (one, first), (other, second) in combinations(found, 2):
        assert not first.overlaps(second), (one, other)
    for name, box in found:
        assert box.x0 >= 0, name
        assert box.y0 >= 0, name
        assert box.x1 <= canvas.width * DOTS_PER_INCH, name
        assert box.y1 <= canvas.height * DOTS_PER_INCH, name


def contrast(one: str, other: str) -> float:
    """The contrast of two colours like #1d2733, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def marks_of(canvas: Canvas, prefix: str) -> dict[str, list[Any]]:
    """What is drawn for each unit, by unit, in the order in which it was drawn."""
    found: dict[str, list[Any]] = {}
    for each in (*canvas.axes.lines, *canvas.axes.patches, *canvas.axes.texts):
        name = str(each.get_gid())
        if name.startswith(prefix):
            found.setdefault(name.removeprefix(prefix), []).append(each)
    return found
