"""The frame of the map with all that stands in it, and what holds it up below."""

from collections.abc import Sequence

from ipsskills.framework.systems.layout import Drawn
from ipsskills.frozen import dataclass
from ipsskills.pages.charts import style
from ipsskills.pages.charts.canvas import Canvas, ruler
from ipsskills.pages.charts.lines import tidy, wrap
from ipsskills.pages.charts.map.cells import FittedCell, fit_cell
from ipsskills.pages.charts.map.panels import (
    BETWEEN,
    NOTE,
    PAD,
    Stretch,
    fit_columns,
    fit_rows,
)
from ipsskills.pages.charts.map.shown import Course, DomainOnMap

FRAME, AIR = 0.16, 0.14
NAME = 13.0
CELL = 2.3
LEFT = style.MARGIN + FRAME + AIR
INSIDE = style.WIDTH - 2 * LEFT
SUPPORT = 10.5


@dataclass(frozen=True)
class Lintel:
    """The upper edge of the frame: the name of a domain that is the frame, and its cells."""

    names: tuple[str, ...]
    note: tuple[str, ...]
    cells: tuple[FittedCell, ...]

    @property
    def height(self) -> float:
        """The height it needs, in inches."""
        return max(self._celled, self._named) + 2 * BETWEEN

    @property
    def _named(self) -> float:
        return len(self.names) * style.height_of(NAME) + len(self.note) * style.height_of(NOTE)

    @property
    def _celled(self) -> float:
        return sum(cell.height for cell in self.cells) + BETWEEN * max(0, len(self.cells) - 1)

    def write(self, canvas: Canvas, top: float) -> None:
        """Write it on the ground of the frame, names at the left and cells at the right."""
        y = top - (self.height - self._named) / 2
        for line in self.names:
            y -= style.height_of(NAME)
            canvas.text((LEFT, y + 0.05), line, NAME, weight="bold", colour=style.PAPER)
        for line in self.note:
            y -= style.height_of(NOTE)
            canvas.text((LEFT, y + 0.04), line, NOTE, colour=style.PAPER)
        y = top - (self.height - self._celled) / 2
        for cell in self.cells:
            cell.write(canvas, (style.WIDTH - LEFT - CELL, y), CELL, cell.height)
            y -= cell.height + BETWEEN


@dataclass(frozen=True)
class Framed:
    """The frame: its upper edge, and everything that stands inside it."""

    lintels: tuple[Lintel, ...]
    inside: tuple[Stretch, ...]

    @property
    def height(self) -> float:
        """The height it needs, in inches."""
        return self._above + self._inner + FRAME

    @property
    def _above(self) -> float:
        return sum(each.height for each in self.lintels) or FRAME

    @property
    def _inner(self) -> float:
        return sum(each.height + BETWEEN for each in self.inside) + BETWEEN

    def write(self, canvas: Canvas, top: float) -> None:
        """Draw it from its upper edge."""
        wide = style.WIDTH - 2 * style.MARGIN
        canvas.box((style.MARGIN, top - self.height), wide, self.height, fill=style.INK)
        corner = (style.MARGIN + FRAME, top - self._above - self._inner)
        canvas.box(corner, wide - 2 * FRAME, self._inner, fill=style.PAPER)
        y = top
        for lintel in self.lintels:
            lintel.write(canvas, y)
            y -= lintel.height
        y = top - self._above
        for stretch in self.inside:
            stretch.write(canvas, (LEFT, y - BETWEEN))
            y -= BETWEEN + stretch.height


@dataclass(frozen=True)
class Support:
    """What holds the frame up: each area in a block of its own under it."""

    title: tuple[str, ...]
    blocks: tuple[tuple[str, ...], ...]

    @property
    def height(self) -> float:
        """The height it needs, in inches."""
        return self._high + 0.06 + len(self.title) * style.height_of(NOTE)

    @property
    def _high(self) -> float:
        lines = max(map(len, self.blocks), default=0)
        return lines * style.height_of(SUPPORT) + 0.16

    def write(self, canvas: Canvas, top: float) -> None:
        """Draw it from its upper edge."""
        wide = _widen(len(self.blocks))
        x = style.MARGIN
        for lines in self.blocks:
            canvas.box((x, top - self._high), wide, self._high, fill=style.FAINT, edge=style.EDGE)
            y = top - 0.08
            for line in lines:
                y -= style.height_of(SUPPORT)
                at = (x + wide / 2, y + 0.04)
                canvas.text(at, line, SUPPORT, align="center")
            x += wide + BETWEEN
        y = top - self._high - 0.06
        for line in self.title:
            y -= style.height_of(NOTE)
            canvas.text((style.MARGIN, y + 0.04), line, NOTE, colour=style.QUIET)


def fit_framed(courses: Sequence[Course], *, noted: bool) -> Framed:
    """Return the frame fitted to the sheet; ``noted`` is whether each place says what it is."""
    lintels, inside = [], []
    for course in courses:
        if course.drawn is Drawn.FRAME:
            lintels += [_fit_lintel(course, domain, noted=noted) for domain in course.domains]
        elif course.drawn is not Drawn.BELOW:
            fit = fit_columns if course.drawn is Drawn.COLUMNS else fit_rows
            inside += fit(course, INSIDE, noted=noted)
    return Framed(tuple(lintels), tuple(inside))


def fit_support(course: Course) -> Support:
    """Return what holds the frame up, fitted to the sheet."""
    named = [area for domain in course.domains for area in domain.areas]
    room = _widen(len(named)) - 2 * PAD
    title = f"{course.name}: {course.note}"
    return Support(
        tuple(wrap(tidy(title), style.WIDTH - 2 * style.MARGIN, ruler(NOTE))),
        tuple(tuple(wrap(tidy(area), room, ruler(SUPPORT))) for area in named),
    )


def _fit_lintel(course: Course, domain: DomainOnMap, *, noted: bool) -> Lintel:
    room = INSIDE - CELL - 2 * AIR
    note = f"{course.name}: {course.note}" if noted else ""
    return Lintel(
        tuple(wrap(tidy(domain.name), room, ruler(NAME, "bold"))),
        tuple(wrap(tidy(note), room, ruler(NOTE))),
        tuple(fit_cell(cell, CELL) for cell in domain.cells),
    )


def _widen(blocks: int) -> float:
    """Return how wide each of so many blocks is, side by side across the sheet."""
    count = max(1, blocks)
    return (style.WIDTH - 2 * style.MARGIN - BETWEEN * (count - 1)) / count
