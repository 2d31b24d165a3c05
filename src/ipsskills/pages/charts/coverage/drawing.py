"""Draws the coverage chart: heads of columns, the domains as panels of rows, and the key."""

from itertools import groupby

from ipsskills.frozen import dataclass
from ipsskills.pages.charts import style
from ipsskills.pages.charts.canvas import Canvas, ruler
from ipsskills.pages.charts.coverage.columns import LABELS, RIGHT, ColumnHeads, fit_heads
from ipsskills.pages.charts.coverage.shown import Age, CoverageChart, CoverageRow
from ipsskills.pages.charts.frame import fit_heading, write_foot
from ipsskills.pages.charts.lines import tidy, wrap
from ipsskills.pages.charts.style import Look

NAME, DOMAIN = 11.5, 11.5
PAD, BETWEEN = 0.1, 0.1
ROW_AIR = 0.05
SIDE = 0.1
NUMBER = 0.52
KEY_HEIGHT = 0.62
LOOKS = {
    Age.RECENT: Look(style.ANSWER, "o", 9.0, filled=True),
    Age.OLD: Look(style.ANSWER, "o", 8.4, filled=False),
}
NONE = 2.4  # the width of the dot that stands for nothing


@dataclass(frozen=True)
class MarkedRow:
    """A row whose label is broken to fit."""

    row: CoverageRow
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        """The height it needs, in inches."""
        return max(1, len(self.lines)) * style.height_of(NAME) + ROW_AIR

    def write(self, canvas: Canvas, top: float, heads: ColumnHeads) -> None:
        """Write its label and its marks from its upper edge."""
        x, y = style.MARGIN + SIDE, top - ROW_AIR / 2
        middle = top - self.height / 2
        for number, line in enumerate(self.lines):
            y -= style.height_of(NAME)
            if not number:
                canvas.text((x, y + 0.04), self.row.unit, NAME, weight="bold")
            canvas.text((x + NUMBER, y + 0.04), line, NAME)
        shown = list(zip(heads.middles, self.row.marks, strict=True))
        canvas.dots([(place, middle) for place, mark in shown if not mark], NONE, style.EDGE)
        for place, mark in shown:
            if mark:
                look = LOOKS[mark.age]
                canvas.mark((place, middle), look, name=f"unit-{self.row.unit}")


@dataclass(frozen=True)
class DomainRows:
    """The rows of one domain on a ground of their own, under its name."""

    names: tuple[str, ...]
    rows: tuple[MarkedRow, ...]

    @property
    def height(self) -> float:
        """The height it needs, in inches."""
        names = len(self.names) * style.height_of(DOMAIN)
        return names + sum(row.height for row in self.rows) + PAD

    def write(self, canvas: Canvas, top: float, heads: ColumnHeads) -> None:
        """Write it from its upper edge."""
        corner = (style.MARGIN, top - self.height)
        canvas.box(corner, RIGHT - style.MARGIN, self.height, fill=style.GROUND)
        y = top - PAD / 2
        for line in self.names:
            y -= style.height_of(DOMAIN)
            canvas.text((style.MARGIN + SIDE, y + 0.04), line, DOMAIN, weight="bold")
        for number, row in enumerate(self.rows):
            if number:
                ends = [(style.MARGIN + SIDE, y), (RIGHT - SIDE, y)]
                canvas.line(ends, style.FAINT, 0.8)
            row.write(canvas, y, heads)
            y -= row.height


def compose(chart: CoverageChart) -> Canvas:
    """Return the chart drawn on a sheet, not yet saved as any kind of file."""
    heading = fit_heading(chart.title, chart.subtitle)
    heads = fit_heads(chart.columns)
    domains = _fit_domains(chart)
    body = sum(domain.height + BETWEEN for domain in domains)
    foot = style.MARGIN + style.height_of(style.FOOT)
    canvas = Canvas(style.WIDTH, heading.height + BETWEEN + heads.height + body + KEY_HEIGHT + foot)
    heading.write(canvas)
    y = canvas.height - heading.height - BETWEEN
    heads.write(canvas, y)
    y -= heads.height
    for domain in domains:
        domain.write(canvas, y, heads)
        y -= domain.height + BETWEEN
    _draw_key(canvas, chart, y)
    write_foot(canvas, chart.foot)
    return canvas


def _fit_domains(chart: CoverageChart) -> list[DomainRows]:
    found = []
    names = RIGHT - style.MARGIN - 2 * SIDE
    for domain, rows in groupby(chart.rows, key=lambda row: row.domain):
        room = LABELS - SIDE - NUMBER - 0.05
        fitted = [MarkedRow(row, tuple(wrap(tidy(row.label), room, ruler(NAME)))) for row in rows]
        heading = wrap(tidy(domain), names, ruler(DOMAIN, "bold"))
        found.append(DomainRows(tuple(heading), tuple(fitted)))
    return found


def _draw_key(canvas: Canvas, chart: CoverageChart, top: float) -> None:
    """Write what marks mean, side by side."""
    x, y = style.MARGIN + SIDE, top - 0.3
    for age, words in ((Age.RECENT, chart.recent), (Age.OLD, chart.old), (None, chart.none)):
        at = (x + 0.06, y + 0.05)
        if age:
            canvas.mark(at, LOOKS[age])
        else:
            canvas.dots([at], NONE, style.EDGE)
        canvas.text((x + 0.22, y), words, style.KEY)
        x += 0.22 + ruler(style.KEY)(words) + 0.4
