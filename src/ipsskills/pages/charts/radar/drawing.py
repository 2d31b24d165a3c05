"""Draws a radar chart: the dial, the answers of each layer on it, the labels and the key."""

from ipsskills.codes import RATED
from ipsskills.pages.charts import style
from ipsskills.pages.charts.canvas import Canvas
from ipsskills.pages.charts.frame import (
    LOOKS,
    fit_heading,
    write_foot,
    write_looks,
    write_signs,
    write_table,
)
from ipsskills.pages.charts.radar.dial import (
    CENTRE,
    DOMAIN_ARC,
    HEIGHT,
    HUB,
    SIGN_SIZES,
    Dial,
    dial,
    place,
    point,
    radius_of,
    runs,
)
from ipsskills.pages.charts.radar.labels import draw_labels
from ipsskills.pages.charts.radar.shown import Radar

KEY_TOP = 1.62
BELOW_LABELS = 2.0
SIGNS_WIDTH = 2.1
LOOKS_ROOM = 0.34
AT_THE_HUB = "At the hub, on no ring"


def compose(radar: Radar) -> Canvas:
    """Return the chart drawn on a sheet, not yet saved as any kind of file."""
    several = len(radar.layers) > 1
    canvas = Canvas(style.WIDTH, HEIGHT)
    heading = fit_heading(radar.title, radar.subtitle, radar.apart_line)
    heading.write(canvas)
    placed = dial(radar.spokes)
    _draw_rings(canvas, placed)
    _draw_domains(canvas, placed)
    for number in reversed(range(len(radar.layers))):
        _draw_layer(canvas, radar, number, placed)
    below = BELOW_LABELS + LOOKS_ROOM * several
    draw_labels(canvas, radar.spokes, placed, below, HEIGHT - heading.height)
    _draw_key(canvas, radar)
    write_foot(canvas, radar.foot)
    return canvas


def _draw_rings(canvas: Canvas, placed: Dial) -> None:
    """Draw the hub, the rings, each named at the top where no spoke stands, and the spokes."""
    canvas.circle(CENTRE, HUB, fill=style.GROUND)
    for code in RATED:
        canvas.circle(CENTRE, radius_of(code))
        x, y = point(0, radius_of(code))
        at = (x, y + 0.04)
        canvas.text(at, code.value, style.KEY, align="center", colour=style.QUIET, weight="bold")
    for angle in placed.angles:
        ends = [point(angle, radius_of(code)) for code in (RATED[0], RATED[-1])]
        canvas.line(ends, style.FAINT, 0.8)


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
    layer, layers = radar.layers[number], len(radar.layers)
    look, answers = LOOKS[layer.kind], [spoke.answers[number] for spoke in radar.spokes]
    where = [
        place(angle, answer, number, layers, placed.half_step)
        for angle, answer in zip(placed.angles, answers, strict=True)
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
        elif not answer.apart:
            letter, size = style.SIGNS[answer.value], SIGN_SIZES[layers]
            canvas.sign(at, letter, size, colour=look.colour, name=f"unit-{name}")


def _draw_key(canvas: Canvas, radar: Radar) -> None:
    """Write the key below the dial: whose answers, the rings, and the signs."""
    left, right = style.MARGIN, canvas.width - style.MARGIN
    top = KEY_TOP
    if len(radar.layers) > 1:
        looks = [(LOOKS[layer.kind], layer.name) for layer in radar.layers]
        write_looks(canvas, looks, (left, top + LOOKS_ROOM))
        top += LOOKS_ROOM
    canvas.line(((left, top + 0.28), (right, top + 0.28)), style.LINE, 0.8)
    rows = [("", *radar.key.ways), *((each.code.value, *each.words) for each in radar.key.points)]
    write_table(canvas, rows, (left, KEY_TOP), right - left - SIGNS_WIDTH)
    given = {answer.value for spoke in radar.spokes for answer in spoke.answers}
    signs = [(style.SIGNS[sign.value], sign.word) for sign in radar.key.list_needed(given)]
    write_signs(canvas, AT_THE_HUB, signs, (right - SIGNS_WIDTH, KEY_TOP), SIGNS_WIDTH)
