"""What every text of a chart is drawn with: the fonts that travel, else the system's.

What neither has is spelt out in the text itself, so that no chart shows boxes.
"""

import dataclasses
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from ipsskills.frozen import dataclass
from ipsskills.pages.charts import style
from ipsskills.pages.charts.loading import load_library
from ipsskills.pages.glyphs import SPELT_OUT, Glyphs, find_glyphs

if TYPE_CHECKING:
    from ipsskills.pages.charts.chart import Chart


@dataclass(frozen=True)
class Drawable:
    """A chart whose every text can be drawn, the families it takes, and what has to be said."""

    chart: "Chart"
    families: tuple[str, ...] = (style.FONT,)
    small_print: str = ""


def make_drawable(chart: "Chart") -> Drawable:
    """Return a chart as it can be drawn on this computer."""
    glyphs = find_glyphs("\n".join(_gather(chart)))
    if not glyphs.fonts and not glyphs.missing:
        return Drawable(chart)
    families = tuple(_add_font(font.path) for font in glyphs.fonts)
    return Drawable(
        cast("Chart", _respell(chart, partial(_spell, glyphs))),
        (style.FONT, *families),
        SPELT_OUT if glyphs.missing else "",
    )


def _spell(glyphs: Glyphs, text: str) -> str:
    return glyphs.spell(text) if glyphs.missing.intersection(text) else text


def _gather(value: object) -> Iterator[str]:
    """Yield every text in a value of frozen classes and tuples."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _gather(each)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _gather(getattr(value, field.name))


def _respell(value: Any, spell: Callable[[str], str]) -> Any:
    """Return a value with every text in it spelt so that it can be drawn."""
    if type(value) is str:
        return spell(value)
    if isinstance(value, tuple):
        return tuple(_respell(each, spell) for each in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        told = {f.name: _respell(getattr(value, f.name), spell) for f in dataclasses.fields(value)}
        return dataclasses.replace(value, **told)
    return value


def _add_font(path: Path) -> str:
    """Let charts draw with a font of the system, and return the name by which it is asked for."""
    load_library()
    from matplotlib.font_manager import fontManager, get_font

    fontManager.addfont(path)
    return str(get_font(path).family_name)
