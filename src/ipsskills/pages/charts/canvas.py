"""The sheet a chart is drawn on: the one module that talks to the drawing library.

The library is heavy and is imported only when a sheet is made.
"""

import re
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any, Literal

from ipsskills.pages.charts import style
from ipsskills.pages.charts.lines import Measure
from ipsskills.pages.charts.loading import load_library
from ipsskills.pages.charts.saving import name_ids, save
from ipsskills.pages.charts.style import Position

Align = Literal["left", "center", "right"]
Weight = Literal["normal", "bold"]

_FROM_THE_LEFT = "\u200e"
_LETTER_FROM_THE_RIGHT = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
_NAME_FROM_THE_RIGHT = re.compile(
    rf"{_LETTER_FROM_THE_RIGHT}+(?:[ '.-]+{_LETTER_FROM_THE_RIGHT}+)*"
)
LETTER_HEIGHT = 0.547  # of a small letter, as a part of the size of the type


@contextmanager
def plain_settings(families: Sequence[str] = (style.FONT,)) -> Iterator[None]:
    """Draw with our settings, whatever the machine's own are, and put those back afterwards.

    What the first of the families of fonts lacks is drawn by the next (`fonts.py`).
    """
    load_library()
    import matplotlib as mpl

    with mpl.rc_context(), warnings.catch_warnings():
        for message in ("Glyph .* missing", "Matplotlib currently does not support"):
            warnings.filterwarnings("ignore", message, UserWarning)
        mpl.rcdefaults()
        mpl.rcParams.update(
            {
                "font.family": list(families),
                "svg.fonttype": "none",
                "svg.hashsalt": "ipsskills",
                "pdf.fonttype": 42,
            }
        )
        yield


def ruler(size: float, weight: Weight = "normal") -> Measure:
    """Return what measures one line of text of a size, in inches."""
    import matplotlib as mpl

    return _make_ruler(size, weight, tuple(mpl.rcParams["font.family"]))


@cache
def _make_ruler(size: float, weight: Weight, families: tuple[str, ...]) -> Measure:
    from matplotlib.backends import backend_agg
    from matplotlib.font_manager import FontProperties

    make: Any = backend_agg.RendererAgg
    renderer = make(1, 1, style.DOTS_PER_INCH)
    font = FontProperties(family=list(families), size=size, weight=weight)

    @cache
    def measure(text: str) -> float:
        width, _, _ = renderer.get_text_width_height_descent(_steady(text), font, ismath=False)
        return float(width) / style.DOTS_PER_INCH

    return measure


def _steady(text: str) -> str:
    """Return a line as one from left to right, whichever way the names in it are written."""
    kept = _NAME_FROM_THE_RIGHT.sub(rf"\g<0>{_FROM_THE_LEFT}", text)
    return text if kept == text else _FROM_THE_LEFT + kept


class Canvas:
    """A white sheet measured in inches from its lower left corner; type is in points."""

    def __init__(self, width: float, height: float) -> None:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        self.width, self.height = width, height
        self.figure = Figure(figsize=(width, height), dpi=style.DOTS_PER_INCH)
        agg: Any = FigureCanvasAgg(self.figure)
        self.renderer = agg.get_renderer()
        self.axes = self.figure.add_axes((0, 0, 1, 1), xlim=(0, width), ylim=(0, height))
        self.axes.set_axis_off()

    def text(
        self,
        at: Position,
        text: str,
        size: float,
        *,
        colour: str = style.INK,
        align: Align = "left",
        weight: Weight = "normal",
        upwards: bool = False,
    ) -> None:
        """Write one line of text, its baseline at ``at``, or ``upwards`` from there."""
        self.axes.text(
            *at,
            _steady(text),
            size=size,
            color=colour,
            ha=align,
            va="baseline",
            rotation=90 if upwards else 0,
            rotation_mode="anchor",
            weight=weight,
            parse_math=False,
            zorder=5,
        )

    def sign(
        self,
        at: Position,
        letter: str,
        size: float,
        *,
        colour: str = style.INK,
        name: str = "",
    ) -> None:
        """Write a small letter with its middle at a place."""
        baseline = at[1] - LETTER_HEIGHT / 2 * size / 72
        self.text((at[0], baseline), letter, size, colour=colour, align="center", weight="bold")
        self.axes.texts[-1].set_gid(name or None)

    def line(
        self,
        points: Sequence[Position],
        colour: str,
        width: float,
        *,
        dash: style.Dash = (),
        above: float = 1,
        name: str = "",
    ) -> None:
        """Join points with a line ``width`` points thick; ``dash`` is in points too."""
        self._add(
            points,
            color=colour,
            linewidth=width,
            linestyle=(0, tuple(each / width for each in dash)) if dash else "-",
            zorder=above,
            gid=name or None,
            solid_capstyle="butt",
            solid_joinstyle="round",
        )

    def dots(
        self, points: Sequence[Position], size: float, colour: str, *, above: float = 2
    ) -> None:
        """Put a dot ``size`` points wide at each of some places."""
        look = {"markersize": size, "color": colour, "markeredgewidth": 0}
        self._add(points, linestyle="", marker="o", zorder=above, **look)

    def circle(self, centre: Position, radius: float, *, fill: str = "") -> None:
        """Draw a thin circle, clear inside; or, where ``fill`` names a colour, a disc of it."""
        from matplotlib.patches import Circle

        self.axes.add_patch(
            Circle(
                centre,
                radius,
                edgecolor="none" if fill else style.LINE,
                facecolor=fill or "none",
                fill=bool(fill),
                linewidth=0.9,
            )
        )

    def box(
        self,
        corner: Position,
        width: float,
        height: float,
        *,
        fill: str = "",
        edge: str = "",
        line: float = 0.9,
        name: str = "",
    ) -> None:
        """Draw a box from its lower left corner, filled or with an edge, or both."""
        from matplotlib.patches import Rectangle

        self.axes.add_patch(
            Rectangle(
                corner,
                width,
                height,
                edgecolor=edge or "none",
                facecolor=fill or "none",
                fill=bool(fill),
                linewidth=line if edge else 0,
                gid=name or None,
            )
        )

    def mark(self, at: Position, look: style.Look, *, above: float = 4, name: str = "") -> None:
        """Put somebody's mark at a place, with a thin edge of paper around it."""
        for part, colour, extra in (("edge", style.PAPER, 2.4), ("", look.colour, 0.0)):
            self._add(
                [at],
                linestyle="",
                marker=look.shape,
                markersize=look.size + extra,
                markeredgecolor=colour,
                markerfacecolor=look.colour if look.filled and not part else style.PAPER,
                markeredgewidth=0.6 if look.filled else style.STROKE,
                zorder=above,
                gid=(name or None) if not part else None,
            )

    def _add(self, points: Sequence[Position], **look: Any) -> None:
        """Add a line or marks as they are given; what is added in any other way takes longer."""
        from matplotlib.lines import Line2D

        xs, ys = [x for x, _ in points], [y for _, y in points]
        self.axes.add_artist(Line2D(xs, ys, **look))

    def say_small(self, text: str) -> None:
        """Write the small print at the very foot of the sheet, if there is any."""
        if text:
            self.text((style.MARGIN, 0.13), text, style.SMALL_PRINT, colour=style.QUIET)

    def png(self, title: str, words: str) -> bytes:
        """Return the sheet as a PNG whose Description is ``words``."""
        told: dict[str, str | None] = {"Title": title, "Description": words}
        told["Software"] = "ipsskills"
        return save(self.figure, "png", told)

    def svg(self, title: str, words: str) -> bytes:
        """Return the sheet as an SVG with real text, named and described for screen readers."""
        drawn = save(self.figure, "svg", {"Date": None, "Creator": "ipsskills"}).decode()
        return name_ids(drawn, title, words).encode()

    def pdf(self, title: str, words: str) -> bytes:
        """Return the sheet as a PDF with its title, and ``words`` as its subject."""
        told = {"Title": title, "Subject": words, "Creator": "ipsskills", "CreationDate": None}
        return save(self.figure, "pdf", told)
