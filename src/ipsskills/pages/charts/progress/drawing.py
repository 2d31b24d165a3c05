"""Draws progress: a band for each unit, in which its answers rise and fall over time."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from ipsskills.codes import RATED
from ipsskills.frozen import dataclass
from ipsskills.pages.charts import style
from ipsskills.pages.charts.answers import FOOT_OF_DAYS
from ipsskills.pages.charts.canvas import Canvas, ruler
from ipsskills.pages.charts.frame import (
    fit_heading,
    write_foot,
    write_group,
    write_lines,
)
from ipsskills.pages.charts.key import fit_key
from ipsskills.pages.charts.lines import tidy, wrap
from ipsskills.pages.charts.progress.shown import ProgressChart, ProgressPoint, ProgressRow

LABEL, WORDS = 11.0, 10.5
LABEL_ROOM = 2.3
LEFT, RIGHT = 2.75, 4.78
SIDE = 0.14
NOW, THEN = 4.93, 7.25
LEVEL = 0.065
BAND = 3 * LEVEL + 0.07
ROW_AIR = 0.035
GROUP_ROOM = 0.37
HEADS_ROOM = 0.28
ABOVE_KEY = 0.15
MARK = replace(style.NOW, size=6.0)
BESIDE_THE_LINE = "On no line"

Across = Callable[[date], float]


@dataclass(frozen=True)
class FittedTrack:
    """A row broken into lines: its label, and its words of now and then."""

    row: ProgressRow
    label: tuple[str, ...]
    now: tuple[str, ...]
    then: tuple[str, ...]

    @property
    def height(self) -> float:
        """What it takes, in inches."""
        said = max(len(self.now), len(self.then)) * style.height_of(WORDS)
        return max(BAND, len(self.label) * style.height_of(LABEL), said) + ROW_AIR


def compose(progress: ProgressChart) -> Canvas:
    """Return the chart drawn on a sheet that is as high as its rows need."""
    heading = fit_heading(progress.title, progress.subtitle, progress.apart_line)
    groups = [(group.title, [_fit(row) for row in group.rows]) for group in progress.groups]
    answers = [p.answer for group in progress.groups for row in group.rows for p in row.points]
    key = fit_key(progress.key, (), answers, BESIDE_THE_LINE)
    below = key.height + ABOVE_KEY
    rows = sum(GROUP_ROOM + sum(row.height for row in found) for _, found in groups)
    canvas = Canvas(style.WIDTH, heading.height + HEADS_ROOM + rows + below)
    heading.write(canvas)
    across = _find_across([day for day, _ in progress.days])
    y = canvas.height - heading.height - HEADS_ROOM
    _write_heads(canvas, progress, across, y)
    for title, found in groups:
        y -= GROUP_ROOM
        write_group(canvas, title, y)
        for row in found:
            y -= row.height
            _draw_row(canvas, row, across, y)
    key.write(canvas)
    write_foot(canvas, FOOT_OF_DAYS)
    return canvas


def _fit(row: ProgressRow) -> FittedTrack:
    measure = ruler(WORDS)
    return FittedTrack(
        row=row,
        label=tuple(wrap(tidy(f"{row.unit} {row.label}"), LABEL_ROOM, ruler(LABEL))),
        now=tuple(wrap(tidy(row.now), THEN - NOW - 0.1, measure)),
        then=tuple(wrap(tidy(row.then), style.WIDTH - style.MARGIN - THEN, measure)),
    )


def _find_across(days: Sequence[date]) -> Across:
    """Return what tells how far to the right a day stands, in inches; a single one to the right."""
    first, last = (min(days), max(days)) if days else (date.min, date.min)
    span = (last - first).days

    def across(day: date) -> float:
        part = (day - first).days / span if span else 1.0
        return LEFT + SIDE + part * (RIGHT - LEFT - 2 * SIDE)

    return across


def _write_heads(canvas: Canvas, progress: ProgressChart, across: Across, y: float) -> None:
    """Write above the bands the days of looks (the last, the first, and what has room between)."""
    measure = ruler(WORDS)
    taken: list[tuple[float, float]] = []
    ordered = [*progress.days[-1:], *progress.days[:1], *progress.days[-2:0:-1]]
    for day, said in dict(ordered).items():
        half = measure(said) / 2
        x = min(max(across(day), LEFT + half), RIGHT - half)
        if all(abs(x - other) > half + width + 0.1 for other, width in taken):
            taken.append((x, half))
            canvas.text((x, y + 0.04), said, WORDS, align="center", colour=style.QUIET)
    for x, said in ((NOW, progress.now_head), (THEN, progress.then_head)):
        canvas.text((x, y + 0.04), said, WORDS, colour=style.QUIET)


def _draw_row(canvas: Canvas, fitted: FittedTrack, across: Across, bottom: float) -> None:
    """Write a row's label and words, and draw its band with its answers between them."""
    middle = bottom + fitted.height / 2
    write_lines(canvas, fitted.label, (style.MARGIN, middle), LABEL)
    foot = middle - BAND / 2
    canvas.box((LEFT, foot), RIGHT - LEFT, BAND, fill=style.GROUND)
    for code in RATED:
        height = _height(foot, int(code))
        canvas.line(((LEFT, height), (RIGHT, height)), style.FAINT, 0.7, above=1.1)
    _draw_points(canvas, fitted.row, across, foot)
    write_lines(canvas, fitted.now, (NOW, middle), WORDS)
    write_lines(canvas, fitted.then, (THEN, middle), WORDS, style.QUIET)


def _draw_points(canvas: Canvas, row: ProgressRow, across: Across, foot: float) -> None:
    """Join what stands on the four lines, and mark what was answered; all else breaks the line."""
    shown = [point for point in row.points if not point.answer.left_out]
    for joined, run in groupby(row.points, key=lambda point: point.answer.rated):
        places = [_place(point, across, foot) for point in run] if joined else []
        if len(places) > 1:
            name = f"line-{row.unit}"
            canvas.line(places, MARK.colour, 1.6, above=3, name=name)
    for point in shown:
        name = f"unit-{row.unit}-{point.on.isoformat()}"
        if point.answered and point.answer.rated:
            canvas.mark(_place(point, across, foot), MARK, name=name)
        elif point.answered:
            at = (across(point.on), foot + BAND / 2)
            letter = style.SIGNS[point.answer.value]
            canvas.sign(at, letter, WORDS, colour=MARK.ink, name=name)


def _place(point: ProgressPoint, across: Across, foot: float) -> style.Position:
    value = point.answer.value
    return across(point.on), _height(foot, int(value) if value is not None else 0)


def _height(foot: float, level: int) -> float:
    """Return how high in its band an answer stands."""
    return foot + (BAND - 3 * LEVEL) / 2 + level * LEVEL
