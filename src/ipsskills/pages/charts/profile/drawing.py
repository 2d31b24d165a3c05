"""Draws a profile: each unit's answers on four points, and its words beside them."""

from collections.abc import Sequence
from itertools import pairwise

from ipsskills.codes import RATED
from ipsskills.frozen import dataclass
from ipsskills.pages.charts import style
from ipsskills.pages.charts.answers import Layer, find_foot, group_alike
from ipsskills.pages.charts.canvas import Canvas, ruler
from ipsskills.pages.charts.frame import fit_heading, write_foot, write_group, write_lines
from ipsskills.pages.charts.key import FittedKey, KeyEntry, Looks, fit_key, list_whose
from ipsskills.pages.charts.lines import tidy, wrap
from ipsskills.pages.charts.profile.nested import nest
from ipsskills.pages.charts.profile.shown import Profile, ProfileRow

LABEL_ROOM = 2.4
BESIDE = 3.12
POINT_0, POINT_STEP = 3.82, 0.65
PAST_POINTS = 0.25
PARTED = 6.27  # the line between points and words
STEP_ASIDE = 0.19
WORDS = 6.5
ROW_AIR = 0.06
MARK_AIR = 0.04
SECTION_ROOM = 0.37
HEADER_ROOM = 0.3
ABOVE_KEY = 0.18
BESIDE_THE_POINTS = "Beside the points"
IN_WORDS = "In words"
ALIKE, JOINED = "the same answer", "a line joins answers that differ"


@dataclass(frozen=True)
class FittedUnit:
    """A row broken into lines: its label, and its words by the layers that say them."""

    row: ProfileRow
    label: tuple[str, ...]
    words: tuple[tuple[tuple[int, ...], tuple[str, ...], float], ...]
    tallest_mark: float

    @property
    def height(self) -> float:
        """What it takes, in inches."""
        tallest = max(
            len(self.label) * style.height_of(style.LABEL), sum(high for _, _, high in self.words)
        )
        return max(tallest + ROW_AIR, self.tallest_mark / 72 + MARK_AIR)


def compose(profile: Profile) -> Canvas:
    """Return the chart drawn on a sheet that is as high as its rows need."""
    heading = fit_heading(
        profile.heading, profile.subtitle, profile.apart_line, profile.contested_line
    )
    looks = nest([layer.kind for layer in profile.layers])
    sections = [(s.title, [_fit(row, profile, looks) for row in s.rows]) for s in profile.sections]
    key = _fit_key(profile, looks)
    below = key.height + ABOVE_KEY
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
            _draw_row(canvas, profile.layers, looks, row, y)
    key.write(canvas)
    write_foot(canvas, find_foot(profile.layers))
    return canvas


def _fit_key(profile: Profile, looks: Looks) -> FittedKey:
    whose = list_whose(profile.layers, looks, on_lines=False)
    marks = tuple(looks[layer.kind] for layer in profile.layers)[:2]
    if len(profile.layers) > 1:
        whose += [KeyEntry(ALIKE, marks), KeyEntry(JOINED, marks, joins=True)]
    answers = [a for section in profile.sections for row in section.rows for a in row.answers]
    return fit_key(profile.key, whose, answers, BESIDE_THE_POINTS)


def _fit(row: ProfileRow, profile: Profile, looks: Looks) -> FittedUnit:
    label = wrap(tidy(f"{row.unit} {row.label}"), LABEL_ROOM, ruler(style.LABEL))
    room = style.WIDTH - style.MARGIN - WORDS - _word_mark(looks, profile.layers)
    said = []
    for group in group_alike(row.answers):
        lines = tuple(wrap(tidy(row.answers[group[0]].word), room, ruler(style.KEY)))
        marks = max(looks[profile.layers[number].kind].height for number in group) / 72
        said.append((group, lines, max(marks, len(lines) * style.height_of(style.KEY))))
    drawn = zip(profile.layers, row.answers, strict=True)
    tallest = max((looks[each.kind].height for each, a in drawn if a.rated), default=0.0)
    return FittedUnit(row, tuple(label), tuple(said), tallest)


def _word_mark(looks: Looks, layers: Sequence[Layer]) -> float:
    """Return how wide the marks before words are; nothing where there is one layer."""
    if len(layers) < 2:  # noqa: PLR2004 - one needs no telling apart
        return 0.0
    return max(looks[layer.kind].height for layer in layers) / 72 + 0.08


def _draw_header(canvas: Canvas, y: float, bottom: float) -> None:
    """Name the four points and the words, draw a line down from each point, and part the two."""
    for code in RATED:
        x = POINT_0 + POINT_STEP * int(code)
        canvas.line(((x, y - 0.04), (x, bottom)), style.FAINT, 0.9, above=0.5)
        at = (x, y + 0.06)
        canvas.text(at, code.value, style.KEY, align="center", colour=style.QUIET, weight="bold")
    canvas.line(((PARTED, y + 0.2), (PARTED, bottom)), style.LINE, 0.8, above=0.5)
    canvas.text((WORDS, y + 0.06), IN_WORDS, style.KEY, colour=style.QUIET, weight="bold")


def _draw_row(
    canvas: Canvas, layers: Sequence[Layer], looks: Looks, fitted: FittedUnit, bottom: float
) -> None:
    """Write a row's label, draw its answers in the middle of it, and write its words."""
    middle = bottom + fitted.height / 2
    write_lines(canvas, fitted.label, (style.MARGIN, middle), style.LABEL)
    ends = [(POINT_0 - PAST_POINTS, middle), (POINT_0 + 3 * POINT_STEP + PAST_POINTS, middle)]
    canvas.line(ends, style.FAINT, 0.9, above=0.4)
    _draw_answers(canvas, layers, looks, fitted.row, middle)
    _write_words(canvas, layers, looks, fitted, middle)


def _draw_answers(
    canvas: Canvas, layers: Sequence[Layer], looks: Looks, row: ProfileRow, middle: float
) -> None:
    """Mark each layer's answer at its point, or write its sign beside the points."""
    places: set[float] = set()
    for number, (layer, answer) in enumerate(zip(layers, row.answers, strict=True)):
        look = looks[layer.kind]
        name = f"unit-{layer.kind.value}-{row.unit}"
        if answer.rated and answer.value is not None:
            x = POINT_0 + POINT_STEP * int(answer.value)
            places.add(x)
            canvas.mark((x, middle), look, above=_above(look), name=name)
        elif not answer.left_out:
            x = BESIDE + (number - (len(layers) - 1) / 2) * STEP_ASIDE
            letter = style.SIGNS[answer.value]
            canvas.sign((x, middle), letter, style.KEY, colour=look.ink, name=name)
    for start, end in pairwise(sorted(places)):
        canvas.line(((start, middle), (end, middle)), style.EDGE, 1.3, above=2)


def _above(look: style.Look) -> float:
    """Return in which order marks lie on one another: the larger below the smaller."""
    return 4 - look.size / 100


def _write_words(
    canvas: Canvas, layers: Sequence[Layer], looks: Looks, fitted: FittedUnit, middle: float
) -> None:
    """Write what is said, each once, after the marks of all who say it where there are several.

    What is on no point stands after its sign: a mark would look as if it were on one.
    """
    wide = _word_mark(looks, layers)
    top = middle + sum(high for _, _, high in fitted.words) / 2
    for group, lines, high in fitted.words:
        at = (WORDS + (wide - 0.08) / 2, top - high / 2)
        answer = fitted.row.answers[group[0]]
        if wide and not (answer.rated or answer.left_out):
            ink = looks[layers[group[0]].kind].ink
            canvas.sign(at, style.SIGNS[answer.value], style.KEY, colour=ink)
        elif wide:
            for number in group:
                look = looks[layers[number].kind]
                canvas.mark(at, look, above=_above(look))
        write_lines(canvas, lines, (WORDS + wide, top - high / 2), style.KEY)
        top -= high
