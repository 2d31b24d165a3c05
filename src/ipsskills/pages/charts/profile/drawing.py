"""Draws a profile: each unit's answers on four points, and its words beside them."""

from collections.abc import Sequence
from itertools import pairwise

from ipsskills.codes import RATED
from ipsskills.frozen import dataclass
from ipsskills.pages.charts import style
from ipsskills.pages.charts.answers import Layer, find_foot, list_told, spread
from ipsskills.pages.charts.canvas import Canvas, ruler
from ipsskills.pages.charts.frame import (
    LOOKS,
    fit_heading,
    key_height,
    write_foot,
    write_group,
    write_key,
    write_lines,
)
from ipsskills.pages.charts.lines import tidy, wrap
from ipsskills.pages.charts.profile.shown import Profile, ProfileRow

LABEL_ROOM = 2.75
BESIDE = 3.52
POINT_0, POINT_STEP = 4.3, 0.72
STEP_ASIDE = 0.19
WORDS = 7.2
WORD_MARK = 0.2
ROW_AIR = 0.11
SECTION_ROOM = 0.42
HEADER_ROOM = 0.3
ABOVE_KEY = 0.25
BESIDE_THE_POINTS = "Beside the points"


@dataclass(frozen=True)
class FittedUnit:
    """A row broken into lines: its label, and each layer's words that are written out."""

    row: ProfileRow
    label: tuple[str, ...]
    words: tuple[tuple[int, tuple[str, ...]], ...]

    @property
    def height(self) -> float:
        """What it takes, in inches."""
        said = sum(len(lines) for _, lines in self.words)
        tallest = max(
            len(self.label) * style.height_of(style.LABEL), said * style.height_of(style.KEY)
        )
        return tallest + ROW_AIR


def compose(profile: Profile) -> Canvas:
    """Return the chart drawn on a sheet that is as high as its rows need."""
    heading = fit_heading(profile.title, profile.subtitle, profile.apart_line)
    sections = [(s.title, [_fit(row) for row in s.rows]) for s in profile.sections]
    below = key_height(profile.layers) + ABOVE_KEY
    rows = sum(SECTION_ROOM + sum(row.height for row in found) for _, found in sections)
    canvas = Canvas(style.WIDTH, heading.height + HEADER_ROOM + rows + below)
    heading.write(canvas)
    y = canvas.height - heading.height - HEADER_ROOM
    _draw_header(canvas, y, below + ABOVE_KEY / 2 - 0.1)
    for title, found in sections:
        y -= SECTION_ROOM
        write_group(canvas, title, y)
        for row in found:
            y -= row.height
            _draw_row(canvas, profile.layers, row, y)
    answers = [a for section in profile.sections for row in section.rows for a in row.answers]
    write_key(canvas, profile.key, profile.layers, answers, BESIDE_THE_POINTS)
    write_foot(canvas, find_foot(profile.layers))
    return canvas


def _fit(row: ProfileRow) -> FittedUnit:
    label = wrap(tidy(f"{row.unit} {row.label}"), LABEL_ROOM, ruler(style.LABEL))
    measure, room = ruler(style.KEY), style.WIDTH - style.MARGIN - WORDS - WORD_MARK
    said = tuple(
        (layer, tuple(wrap(tidy(row.answers[layer].word), room, measure)))
        for layer in list_told(row.answers)
    )
    return FittedUnit(row, tuple(label), said)


def _draw_header(canvas: Canvas, y: float, bottom: float) -> None:
    """Name the four points, and draw a line down from each."""
    for code in RATED:
        x = POINT_0 + POINT_STEP * int(code)
        canvas.line(((x, y - 0.04), (x, bottom)), style.FAINT, 0.9, above=0.5)
        at = (x, y + 0.06)
        canvas.text(at, code.value, style.KEY, align="center", colour=style.QUIET, weight="bold")


def _draw_row(canvas: Canvas, layers: Sequence[Layer], fitted: FittedUnit, bottom: float) -> None:
    """Write a row's label, draw its answers in the middle of it, and write its words."""
    middle = bottom + fitted.height / 2
    write_lines(canvas, fitted.label, (style.MARGIN, middle), style.LABEL)
    ends = [(POINT_0 - 0.3, middle), (POINT_0 + 3 * POINT_STEP + 0.3, middle)]
    canvas.line(ends, style.FAINT, 0.9, above=0.4)
    _draw_answers(canvas, layers, fitted.row, middle)
    _write_words(canvas, layers, fitted, middle)


def _draw_answers(canvas: Canvas, layers: Sequence[Layer], row: ProfileRow, middle: float) -> None:
    """Mark each layer's answer at its point, or write its sign beside the points."""
    places: list[tuple[int, float]] = []
    shown = zip(layers, row.answers, spread(row.answers), strict=True)
    for number, (layer, answer, aside) in enumerate(shown):
        look = LOOKS[layer.kind]
        name = f"unit-{layer.kind.value}-{row.unit}"
        if answer.rated and answer.value is not None:
            x = POINT_0 + POINT_STEP * int(answer.value) + aside * STEP_ASIDE
            places.append((int(answer.value), x))
            canvas.mark((x, middle), look, name=name)
        elif not answer.left_out:
            x = BESIDE + (number - (len(layers) - 1) / 2) * STEP_ASIDE
            letter = style.SIGNS[answer.value]
            canvas.sign((x, middle), letter, style.KEY, colour=look.ink, name=name)
    for (low, start), (high, end) in pairwise(sorted(places)):
        if low != high:
            canvas.line(((start, middle), (end, middle)), style.EDGE, 1.3, above=2)


def _write_words(
    canvas: Canvas, layers: Sequence[Layer], fitted: FittedUnit, middle: float
) -> None:
    """Write what is said of each layer under one another, each with its mark where several are."""
    line = style.height_of(style.KEY)
    top = middle + sum(len(lines) for _, lines in fitted.words) * line / 2
    for number, lines in fitted.words:
        look = LOOKS[layers[number].kind]
        x = WORDS
        if len(layers) > 1:
            canvas.mark((x + 0.05, top - line / 2), look)
        height = len(lines) * line
        at = (x + WORD_MARK, top - height / 2)
        write_lines(canvas, lines, at, style.KEY)
        top -= height
