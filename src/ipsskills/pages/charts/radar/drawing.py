"""Draws a radar chart: the dial, the answers of each layer on it, the labels and the key."""

from ipsskills.codes import RATED
from ipsskills.pages.charts import style
from ipsskills.pages.charts.answers import find_foot
from ipsskills.pages.charts.canvas import Canvas
from ipsskills.pages.charts.frame import LOOKS, fit_heading, write_foot
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
from ipsskills.pages.charts.radar.shown import Radar

ABOVE_KEY = 0.1
AT_THE_HUB = "Inside the hub, on no ring"
LINES = (
    "A line joins neighbours that are on rings; it breaks where one is not. "
    "Each arc outside spans a domain."
)
NUMBER_GROUND = 12.0


def compose(radar: Radar) -> Canvas:
    """Return the chart drawn on a sheet, not yet saved as any kind of file."""
    canvas = Canvas(style.WIDTH, HEIGHT)
    heading = fit_heading(radar.title, radar.subtitle, radar.apart_line)
    heading.write(canvas)
    placed = dial(radar.spokes)
    _draw_rings(canvas, placed, RINGS[len(radar.layers)])
    _draw_domains(canvas, placed)
    for number in reversed(range(len(radar.layers))):
        _draw_layer(canvas, radar, number, placed)
    answers = [answer for spoke in radar.spokes for answer in spoke.answers]
    whose = list_whose(radar.layers, LOOKS, on_lines=True)
    key = fit_key(radar.key, whose, answers, AT_THE_HUB, LINES)
    below = key.height + ABOVE_KEY
    draw_labels(canvas, radar.spokes, placed, below, HEIGHT - heading.height)
    key.write(canvas)
    write_foot(canvas, find_foot(radar.layers))
    return canvas


def _draw_rings(canvas: Canvas, placed: Dial, rings: Rings) -> None:
    """Draw the hub, the rings, each named at the top where no spoke stands, and the spokes."""
    canvas.circle(CENTRE, rings.hub, fill=style.GROUND)
    for code in RATED:
        canvas.circle(CENTRE, rings.of(code))
        x, y = point(0, rings.of(code))
        at = (x, y + 0.05)
        ground = (x, at[1] + 0.36 * style.KEY / 72)  # no line runs into a number
        canvas.dots([ground], NUMBER_GROUND, style.PAPER, above=3.95)
        canvas.text(at, code.value, style.KEY, align="center", colour=style.QUIET, weight="bold")
    for angle in placed.angles:
        canvas.line([point(angle, rings.hub), point(angle, rings.of(RATED[-1]))], style.LINE, 0.8)


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
            letter = style.SIGNS[answer.value]
            canvas.sign(at, letter, style.KEY, colour=look.ink, name=f"unit-{name}")
