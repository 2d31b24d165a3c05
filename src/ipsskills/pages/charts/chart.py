"""What every chart is: something to show, which can be drawn as a file and told in words.

A chart holds words and codes only; drawing is imported when one is drawn, so a page that shows no
pictures loads nothing for them.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar

from ipsskills.errors import InvalidInput
from ipsskills.pages.charts.lines import tidy

if TYPE_CHECKING:
    from ipsskills.pages.charts.canvas import Canvas

ENDINGS = (".png", ".svg", ".pdf")


class Chart(ABC):
    """A chart; each kind is a frozen class of what it shows. ``title`` says the finding.

    ``drawn_by`` is the module in this room whose ``compose`` draws that kind.
    """

    drawn_by: ClassVar[str]
    title: str

    @abstractmethod
    def in_words(self) -> str:
        """Return the text alternative: the title, and all that is shown, from the same values."""

    def compose(self) -> "Canvas":
        """Return the chart drawn on a sheet; only inside `plain_settings`."""
        drawing: Any = import_module(f"{__package__}.{self.drawn_by}")
        canvas: Canvas = drawing.compose(self)
        return canvas

    def draw(self, ending: str) -> bytes:
        """Return the chart as the bytes of a file; a PNG has 150 dots an inch.

        ``ending`` is ".png", ".svg" or ".pdf". The same chart gives the same bytes. Raises
        InvalidInput for another ending.
        """
        check_ending(ending)
        from ipsskills.pages.charts.canvas import plain_settings
        from ipsskills.pages.charts.fonts import make_drawable

        made = make_drawable(self)
        with plain_settings(made.families):
            canvas = made.chart.compose()
            canvas.say_small(made.small_print)
            write = {".png": canvas.png, ".svg": canvas.svg, ".pdf": canvas.pdf}[ending.lower()]
            return write(tidy(self.title), self.in_words())


def check_ending(ending: str) -> None:
    """Raise InvalidInput for an ending in which no chart can be saved."""
    if ending.lower() not in ENDINGS:
        raise InvalidInput(
            f"A chart cannot be saved as {ending or 'a file without an ending'}.",
            "Give the file a name ending in .png, .svg or .pdf, as in -o chart.png",
        )


def tell(blocks: Iterable[Sequence[str]]) -> str:
    """Return blocks of lines as a text alternative; lines and blocks of nothing are left out."""
    told = ("\n".join(filter(None, map(tidy, block))) for block in blocks)
    return "\n\n".join(filter(None, told))
