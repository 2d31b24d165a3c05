"""Draws a radar chart: the dial, the answers of each layer on it, the labels and the key."""

from ipsskills.codes import RATED
from ipsskills.pages.charts import style
from ipsskills.pages.charts.answers import find_foot
from ipsskills.pages.charts.canvas import Canvas
from ipsskills.pages.charts.frame import LOOKS, TITLE_ROOM, fit_heading, write_foot
from ipsskills.pages.charts.key import fit_key, list_whose
from ipsskills.pages.charts.radar.dial import (
    CENTRE,
    DOMAIN_ARC,
    HEIGHT,
    RINGS,
    Dial,
    Rings,
    dial,
    place_answers,
    point,
    runs,
)
from ipsskills.pages.charts.radar.labels import draw_labels
from ipsskills.pages.charts.radar.shown import Radar, Spoke
from ipsskills.pages.charts.style import Position

ABOVE_KEY = 0.1
AT_THE_HUB = "Inside the hub, on no ring"
LINES = (
    "Further out is more. A line joins neighbours on rings; it breaks where one is not. "
    "Each arc spans a domain."
)
NUMBER_GROUND = 14.0
DIGIT_HEIGHT = 0.73  # as a part of the size of the type
BEAD, BEAD_EDGE = 11.6, 13.0  # what a letter stands on, in points


def compose(radar: Radar) -> Canvas:
    """Return the chart drawn on a sheet, not yet saved as any kind of file."""
    height = HEIGHT if radar.heading else HEIGHT - TITLE_ROOM
    canvas = Canvas(style.WIDTH, height)
    heading = fit_heading(radar.heading, radar.subtitle, radar.apart_line, radar.contested_line)
    heading.write(canvas)
    placed = dial(radar.spokes)
    _draw_rings(canvas, radar, placed)
    _draw_domains(canvas, placed)
    for number in reversed(range(len(radar.layers))):
        _draw_layer(canvas, radar, number, placed)
    answers = [answer for spoke in radar.spokes for answer in spoke.answers]
    whose = list_whose(radar.layers, LOOKS, on_lines=True)
    key = fit_key(radar.key, whose, answers, AT_THE_HUB, LINES)
    below = key.height + ABOVE_KEY
    draw_labels(canvas, radar.spokes, placed, below, height - heading.height)
    key.write(canvas)
    write_foot(canvas, find_foot(radar.layers))
    return canvas


def _draw_rings(canvas: Canvas, radar: Radar, placed: Dial) -> None:
    """Draw the hub, the rings, each named on itself where no spoke stands, and the spokes."""
    rings = RINGS[len(radar.layers)]
    canvas.circle(CENTRE, rings.hub, fill=style.GROUND)
    for code in RATED:
        canvas.circle(CENTRE, rings.of(code))
        x, y = point(0, rings.of(code))
        canvas.dots([(x, y)], NUMBER_GROUND, style.PAPER, above=3.95)  # no line runs into a number
        at = (x, y - DIGIT_HEIGHT / 2 * style.KEY / 72)
        canvas.text(at, code.value, style.KEY, align="center", colour=style.QUIET, weight="bold")
    for angle, spoke in zip(placed.angles, radar.spokes, strict=True):
        ends = [point(angle, _begin(spoke, rings)), point(angle, rings.of(RATED[-1]))]
        canvas.line(ends, style.LINE, 0.8)


def _begin(spoke: Spoke, rings: Rings) -> float:
    """Return how far from the middle a spoke begins: at its innermost letter, or at the hub."""
    letters = [n for n, each in enumerate(spoke.answers) if not (each.rated or each.left_out)]
    return rings.rows[letters[-1]] if letters else rings.hub


def _draw_domains(canvas: Canvas, placed: Dial) -> None:
    """Draw an arc around the spokes of each domain."""
    for group in placed.groups:
        first = placed.angles[group[0]] - placed.half_step
        last = placed.angles[group[-1]] + placed.half_step
        steps = 12 * len(group)
        along = [first + (last - first) * step / steps for step in range(steps + 1)]
        canvas.line([point(angle, DOMAIN_ARC) for angle in along], style.EDGE, 4.5)


def _draw_layer(canvas: Canvas, radar: Radar, number: int, placed: Dial) -> None:
    """Mark each answer of a layer, and join neighbours that are on rings."""
    layer = radar.layers[number]
    look, answers = LOOKS[layer.kind], [spoke.answers[number] for spoke in radar.spokes]
    where = [
        place_answers(angle, spoke.answers, placed.half_step)[number]
        for angle, spoke in zip(placed.angles, radar.spokes, strict=True)
    ]
    names = [f"{layer.kind.value}-{spoke.unit}" for spoke in radar.spokes]
    above = 4 - number / 4
    for run in runs(answers):
        ends = [where[index] for index in run]
        name = f"line-{names[run[0]]}"
        canvas.line(ends, look.colour, look.width, dash=look.dash, above=above - 0.1, name=name)
    for answer, at, name in zip(answers, where, names, strict=True):
        if answer.rated:
            canvas.mark(at, look, above=above, name=f"unit-{name}")
        elif not answer.left_out:
            _draw_sign(canvas, at, style.SIGNS[answer.value], look, f"unit-{name}")


def _draw_sign(canvas: Canvas, at: Position, letter: str, look: style.Look, name: str) -> None:
    """Write the letter of an answer that is on no ring on a bead at the end of its spoke."""
    canvas.dots([at], BEAD_EDGE, style.EDGE, above=2)
    canvas.dots([at], BEAD, style.PAPER, above=2.1)
    canvas.sign(at, letter, style.KEY, colour=look.ink, name=name)
