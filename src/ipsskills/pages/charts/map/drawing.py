"""Draws the map: its parts one under the other, on a sheet as high as they need."""

from itertools import chain
from typing import Protocol

from ipsskills.framework.systems.layout import Drawn
from ipsskills.pages.charts import style
from ipsskills.pages.charts.canvas import Canvas
from ipsskills.pages.charts.frame import fit_heading, write_foot
from ipsskills.pages.charts.map.framed import fit_framed, fit_support
from ipsskills.pages.charts.map.key import MapKey
from ipsskills.pages.charts.map.shown import MapChart

BETWEEN = 0.12
ABOVE_FOOT = 0.16


class AcrossSheet(Protocol):
    """A part that reaches across the sheet."""

    @property
    def height(self) -> float:
        """The height it needs, in inches."""

    def write(self, canvas: Canvas, top: float) -> None:
        """Draw it from its upper edge."""


def compose(chart: MapChart) -> Canvas:
    """Return the map drawn on a sheet, not yet saved as any kind of file."""
    heading = fit_heading(chart.title, chart.subtitle, chart.apart_line)
    parts = _list_parts(chart)
    foot = ABOVE_FOOT + style.height_of(style.FOOT) + style.MARGIN
    height = heading.height + sum(BETWEEN + part.height for part in parts) + foot
    canvas = Canvas(style.WIDTH, height)
    heading.write(canvas)
    y = height - heading.height
    for part in parts:
        part.write(canvas, y - BETWEEN)
        y -= BETWEEN + part.height
    write_foot(canvas, chart.foot)
    return canvas


def _list_parts(chart: MapChart) -> list[AcrossSheet]:
    """Return the frame, what holds it up, and the key where there are answers."""
    answers = tuple(cell.answer for cell in chart.list_cells() if cell.answer)
    below = [course for course in chart.courses if course.drawn is Drawn.BELOW]
    return list(
        chain(
            [fit_framed(chart.courses, noted=chart.key is None)],
            map(fit_support, below),
            [MapKey(chart.key, answers)] if chart.key else [],
        )
    )
