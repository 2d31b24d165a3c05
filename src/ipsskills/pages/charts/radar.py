"""The radar chart: a spoke for each unit, a ring for each answer, drawn or said in words.

An answer that is on no ring (no chance yet, outside this job, not seen, not answered) stands at the
hub with a sign of its own and breaks the line. Nothing is counted, shared out or averaged.
"""

from collections.abc import Sequence
from functools import partial
from itertools import groupby

from ipsskills.codes import RATED
from ipsskills.errors import InvalidInput
from ipsskills.pages.charts import style
from ipsskills.pages.charts.canvas import Canvas, plain_settings, tidy
from ipsskills.pages.charts.key import draw_key
from ipsskills.pages.charts.labels import draw_labels
from ipsskills.pages.charts.layout import Dial, dial, point, radius_of, runs, shorten, wrap
from ipsskills.pages.charts.spokes import Radar, Spoke

ENDINGS = (".png", ".svg", ".pdf")
FOOTER = "One view on one day. Not a score."
KEY_TOP = 1.62
FOOT = 0.34
BELOW_LABELS = 2.0


def draw(radar: Radar, ending: str) -> bytes:
    """Return the chart as the bytes of a file, 10 by 10.5 inches; a PNG has 150 dots an inch.

    ``ending`` is ".png", ".svg" or ".pdf". The same chart gives the same bytes. Raises InvalidInput
    for another ending.
    """
    if ending.lower() not in ENDINGS:
        raise InvalidInput(
            f"A chart cannot be saved as {ending or 'a file without an ending'}.",
            "Give the file a name ending in .png, .svg or .pdf, as in -o radar.png",
        )
    with plain_settings():
        canvas = compose(radar)
        write = {".png": canvas.png, ".svg": canvas.svg, ".pdf": canvas.pdf}[ending.lower()]
        return write(tidy(radar.title), in_words(radar))


def in_words(radar: Radar) -> str:
    """Return the text alternative: lines with the title and, by domain, each unit and its word."""
    blocks = [[radar.title, radar.subtitle, radar.apart_line]]
    for domain, spokes in groupby(radar.spokes, key=lambda spoke: spoke.domain):
        blocks.append([domain, *(f"{s.unit} {s.label}: {s.word}" for s in spokes)])
    blocks.append([FOOTER])
    return "\n\n".join("\n".join(filter(None, map(tidy, block))) for block in blocks)


def compose(radar: Radar) -> Canvas:
    """Return the chart drawn on a sheet, not yet saved as any kind of file."""
    canvas = Canvas(style.WIDTH, style.HEIGHT)
    top = _heading(canvas, radar)
    placed = dial(radar.spokes)
    _rings(canvas, placed)
    _domains(canvas, placed)
    _answers(canvas, radar.spokes, placed)
    draw_labels(canvas, radar.spokes, placed, BELOW_LABELS, top)
    draw_key(canvas, radar, KEY_TOP)
    canvas.text((style.MARGIN, FOOT), FOOTER, style.FOOT, colour=style.QUIET)
    return canvas


def _heading(canvas: Canvas, radar: Radar) -> float:
    """Write the title and the line under it; return the height below which there is room."""
    width = style.WIDTH - 2 * style.MARGIN
    y = style.HEIGHT - style.MARGIN
    for text, size, weight, colour, most in (
        (radar.title, style.TITLE, "bold", style.INK, 2),
        (radar.subtitle, style.SUBTITLE, "normal", style.QUIET, 1),
        (radar.apart_line, style.FOOT, "normal", style.QUIET, 2),
    ):
        if not text:
            continue
        measure = partial(canvas.measure, size=size, weight=weight)
        for line in shorten(wrap(tidy(text), width, measure), most, width, measure):
            y -= style.LEADING * size / 72
            canvas.text((style.MARGIN, y), line, size, weight=weight, colour=colour)
        y -= 0.04
    return y - 0.06


def _rings(canvas: Canvas, placed: Dial) -> None:
    """Draw the rings, each named at the top where no spoke stands, the hub, and the spokes."""
    canvas.circle(style.CENTRE, style.HUB, fill=style.HUB_FILL)
    for code in RATED:
        canvas.circle(style.CENTRE, radius_of(code))
        x, y = point(0, radius_of(code))
        canvas.text(
            (x, y + 0.04), code.value, style.KEY, align="center", colour=style.QUIET, weight="bold"
        )
    for angle in placed.angles:
        ends = [point(angle, radius) for radius in (radius_of(RATED[0]), radius_of(RATED[-1]))]
        canvas.line(ends, style.SPOKE_LINE, 0.8)


def _domains(canvas: Canvas, placed: Dial) -> None:
    """Draw an arc around the spokes of each domain."""
    for number, group in enumerate(placed.groups):
        first = placed.angles[group[0]] - placed.half_step
        last = placed.angles[group[-1]] + placed.half_step
        steps = 12 * len(group)
        along = [first + (last - first) * step / steps for step in range(steps + 1)]
        colour = style.DOMAINS[number % len(style.DOMAINS)]
        canvas.line([point(angle, style.DOMAIN_ARC) for angle in along], colour, 5.5)


def _answers(canvas: Canvas, spokes: Sequence[Spoke], placed: Dial) -> None:
    """Mark each answer on its ring or at the hub, and join neighbours that are on rings."""
    where = [
        point(angle, radius_of(spoke.value))
        for angle, spoke in zip(placed.angles, spokes, strict=True)
    ]
    for run in runs(spokes):
        name = f"line-{spokes[run[0]].unit}"
        canvas.line([where[index] for index in run], style.ANSWERS, 1.8, above=3, name=name)
    for spoke, at, angle in zip(spokes, where, placed.angles, strict=True):
        if spoke.value in RATED:
            canvas.mark(at, "o", 8, style.PAPER, fill=style.ANSWERS, name=f"unit-{spoke.unit}")
            continue
        canvas.line((at, point(angle, radius_of(RATED[0]))), style.SPOKE_LINE, 0.8)
        if not spoke.apart:
            shape, size, colour = style.SIGN_SHAPES[spoke.value]
            fill = colour if spoke.value is None else style.PAPER
            canvas.mark(at, shape, size, colour, fill=fill, name=f"unit-{spoke.unit}")
