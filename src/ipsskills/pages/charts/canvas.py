"""The sheet a chart is drawn on: the one module that talks to the drawing library.

The library is heavy and is imported only when a sheet is made.
"""

import unicodedata
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from html import escape
from io import BytesIO
from typing import Any, Literal

from ipsskills.pages.charts import style

Position = tuple[float, float]
Align = Literal["left", "center", "right"]
JOINERS = "\u200c\u200d"


def tidy(text: str) -> str:
    """Return ``text`` on one line, without the characters that cannot be drawn or written."""
    line = " ".join(text.split())
    return "".join(c for c in line if unicodedata.category(c)[0] != "C" or c in JOINERS)


@contextmanager
def plain_settings() -> Iterator[None]:
    """Draw with our settings, whatever the machine's own are, and put those back afterwards.

    A character that the font lacks is drawn as a box; nobody is told, as nobody can mend it.
    """
    import matplotlib as mpl

    with mpl.rc_context(), warnings.catch_warnings():
        for message in ("Glyph .* missing", "Matplotlib currently does not support"):
            warnings.filterwarnings("ignore", message, UserWarning)
        mpl.rcdefaults()
        mpl.rcParams.update(
            {"svg.fonttype": "none", "svg.hashsalt": "ipsskills", "pdf.fonttype": 42}
        )
        yield


class Canvas:
    """A white sheet measured in inches from its lower left corner; type is in points."""

    def __init__(self, width: float, height: float) -> None:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        self.figure = Figure(figsize=(width, height), dpi=style.DOTS_PER_INCH)
        agg: Any = FigureCanvasAgg(self.figure)
        self.renderer = agg.get_renderer()
        self.axes = self.figure.add_axes((0, 0, 1, 1), xlim=(0, width), ylim=(0, height))
        self.axes.set_axis_off()

    def measure(self, text: str, size: float, weight: str = "normal") -> float:
        """Return the width of one line of text in inches."""
        from matplotlib.font_manager import FontProperties

        font = FontProperties(family=style.FONT, size=size, weight=weight)
        width, _, _ = self.renderer.get_text_width_height_descent(text, font, ismath=False)
        return float(width) / style.DOTS_PER_INCH

    def text(
        self,
        at: Position,
        text: str,
        size: float,
        *,
        colour: str = style.INK,
        align: Align = "left",
        weight: str = "normal",
    ) -> None:
        """Write one line of text, its baseline at ``at``."""
        self.axes.text(
            *at,
            text,
            family=style.FONT,
            size=size,
            color=colour,
            ha=align,
            va="baseline",
            weight=weight,
            parse_math=False,
            zorder=5,
        )

    def line(
        self,
        points: Sequence[Position],
        colour: str,
        width: float,
        *,
        above: int = 1,
        name: str = "",
    ) -> None:
        """Join points with a line ``width`` points thick."""
        xs, ys = zip(*points, strict=True)
        self.axes.plot(
            xs,
            ys,
            color=colour,
            linewidth=width,
            zorder=above,
            gid=name or None,
            solid_capstyle="butt",
            solid_joinstyle="round",
        )

    def circle(self, centre: Position, radius: float, *, fill: str = "") -> None:
        """Draw a thin circle, clear inside unless ``fill`` names a colour."""
        from matplotlib.patches import Circle

        self.axes.add_patch(
            Circle(
                centre,
                radius,
                edgecolor=style.RING_LINE,
                facecolor=fill or "none",
                fill=bool(fill),
                linewidth=0.9,
            )
        )

    def mark(
        self,
        at: Position,
        shape: style.Shape,
        size: float,
        colour: str,
        *,
        fill: str,
        edge: float = 1.2,
        name: str = "",
    ) -> None:
        """Put a sign ``size`` points wide at a place."""
        self.axes.plot(
            [at[0]],
            [at[1]],
            shape,
            markersize=size,
            markeredgecolor=colour,
            markerfacecolor=fill,
            markeredgewidth=edge,
            zorder=4,
            gid=name or None,
        )

    def png(self, title: str, words: str) -> bytes:
        """Return the sheet as a PNG whose Description is ``words``."""
        return self._save("png", {"Title": title, "Description": words, "Software": "ipsskills"})

    def svg(self, title: str, words: str) -> bytes:
        """Return the sheet as an SVG with real text, named and described for screen readers."""
        drawn = self._save("svg", {"Date": None, "Creator": "ipsskills"}).decode()
        # Few machines have the font; Verdana is as wide, so that labels still fit.
        drawn = drawn.replace(f"'{style.FONT}'", f"'{style.FONT}', Verdana, sans-serif")
        before, opening, rest = drawn.partition("<svg ")
        attributes, close, rest = rest.partition(">")
        named = (
            f'\n <title id="chart-title">{escape(title, quote=False)}</title>'
            f'\n <desc id="chart-words">{escape(words, quote=False)}</desc>'
        )
        role = ' role="img" aria-labelledby="chart-title" aria-describedby="chart-words"'
        return f"{before}{opening}{attributes}{role}{close}{named}{rest}".encode()

    def pdf(self, title: str, words: str) -> bytes:
        """Return the sheet as a PDF with its title, and ``words`` as its subject."""
        metadata = {"Title": title, "Subject": words, "Creator": "ipsskills", "CreationDate": None}
        return self._save("pdf", metadata)

    def _save(self, form: str, metadata: dict[str, str | None]) -> bytes:
        into = BytesIO()
        self.figure.savefig(into, format=form, metadata=metadata)
        return into.getvalue()
