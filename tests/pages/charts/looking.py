"""Looks at charts as they are laid out: where each text stands, and what is drawn for a unit."""

from functools import cache
from itertools import combinations
from typing import Any

from ipsskills.pages.charts.canvas import Canvas, plain_settings
from ipsskills.pages.charts.chart import Chart


@cache
def composed(chart: Chart) -> Canvas:
    """The chart as it is laid out, to be looked at."""
    with plain_settings():
        return chart.compose()


def texts(canvas: Canvas) -> list[str]:
    """Every text on the sheet."""
    return [text.get_text() for text in canvas.axes.texts]


def boxes(canvas: Canvas) -> dict[str, Any]:
    """Where each text stands, in dots; texts that stand twice are told apart."""
    with plain_settings():
        return {
            f"{number} {text.get_text()}": text.get_window_extent(canvas.renderer)
            for number, text in enumerate(canvas.axes.texts)
            if text.get_text()
        }


def sits_apart(canvas: Canvas) -> None:
    """Fail where two texts overlap, or one leaves the sheet."""
    found = boxes(canvas)
    for (one, first), (other, second) in combinations(found.items(), 2):
        assert not first.overlaps(second), (one, other)
    for name, box in found.items():
        assert box.x0 >= 0, name
        assert box.y0 >= 0, name
        assert box.x1 <= canvas.width * 150, name
        assert box.y1 <= canvas.height * 150, name


def drawn(canvas: Canvas, prefix: str) -> dict[str, Any]:
    """The lines, marks and letters drawn for units, by unit."""
    named = {str(each.get_gid()): each for each in (*canvas.axes.lines, *canvas.axes.texts)}
    return {
        name.removeprefix(prefix): each for name, each in named.items() if name.startswith(prefix)
    }


def marks_of(canvas: Canvas, prefix: str) -> dict[str, list[Any]]:
    """All that is drawn for each unit, by unit, in the order in which it was drawn."""
    found: dict[str, list[Any]] = {}
    for each in (*canvas.axes.lines, *canvas.axes.patches, *canvas.axes.texts):
        name = str(each.get_gid())
        if name.startswith(prefix):
            found.setdefault(name.removeprefix(prefix), []).append(each)
    return found
