"""The domains on the map as panels: a name, and the cells of its units in rows of equal columns.

A panel is fitted to a width first, which gives its height, and drawn afterwards.
"""

from collections.abc import Sequence

from ipsskills.frozen import dataclass
from ipsskills.pages.charts import style
from ipsskills.pages.charts.canvas import Canvas, ruler
from ipsskills.pages.charts.lines import tidy, wrap
from ipsskills.pages.charts.map.cells import FittedCell, fit_cell
from ipsskills.pages.charts.map.shown import Course, DomainOnMap, UnitCell
from ipsskills.pages.charts.style import Position

COLUMNS = 4
HEADING, NOTE, AREA = 11.0, 10.0, 10.0
PAD, GAP, BETWEEN = 0.13, 0.1, 0.12
AFTER_HEADING = 0.07
AREA_GAP = 0.3


@dataclass(frozen=True)
class Grid:
    """Cells in rows; those of a row are as high as the highest of them needs."""

    rows: tuple[tuple[FittedCell, ...], ...]
    wide: float

    @property
    def height(self) -> float:
        """The height of all rows, in inches."""
        return sum(map(_height_of_row, self.rows)) + GAP * max(0, len(self.rows) - 1)

    def write(self, canvas: Canvas, corner: Position) -> None:
        """Draw all cells from the upper left corner."""
        left, y = corner
        for row in self.rows:
            high = _height_of_row(row)
            for column, cell in enumerate(row):
                cell.write(canvas, (left + column * (self.wide + GAP), y), self.wide, high)
            y -= high + GAP


def fit_grid(cells: Sequence[UnitCell], width: float, columns: int) -> Grid:
    """Return cells fitted to so many columns of a width."""
    wide = (width - (columns - 1) * GAP) / columns
    fitted = [fit_cell(cell, wide) for cell in cells]
    rows = (tuple(fitted[at : at + columns]) for at in range(0, len(fitted), columns))
    return Grid(tuple(rows), wide)


def _height_of_row(row: Sequence[FittedCell]) -> float:
    return max(cell.height for cell in row)


@dataclass(frozen=True)
class DomainPanel:
    """A domain fitted to a width: its name and a note in lines, its cells, or areas in columns."""

    names: tuple[str, ...]
    note: tuple[str, ...]
    grid: Grid
    areas: tuple[tuple[str, ...], ...]
    width: float

    @property
    def head(self) -> float:
        """The height of the name and the note."""
        names = len(self.names) * style.height_of(HEADING)
        return names + len(self.note) * style.height_of(NOTE)

    @property
    def body(self) -> float:
        """The height of all that stands below them."""
        return self.grid.height + len(self.areas) * style.height_of(AREA)

    def write(self, canvas: Canvas, corner: Position, head: float, height: float) -> None:
        """Draw it from its upper left corner; its cells begin ``head`` below its edge."""
        x, y = corner
        canvas.box((x, y - height), self.width, height, fill=style.GROUND)
        x, y = x + PAD, y - PAD
        below = y - head - AFTER_HEADING
        for line in self.names:
            y -= style.height_of(HEADING)
            canvas.text((x, y + 0.04), line, HEADING, weight="bold")
        for line in self.note:
            y -= style.height_of(NOTE)
            canvas.text((x, y + 0.04), line, NOTE, colour=style.QUIET)
        self.grid.write(canvas, (x, below))
        wide = (self.width - 2 * PAD) / max(1, *map(len, self.areas), 1)
        for row in self.areas:
            below -= style.height_of(AREA)
            for column, area in enumerate(row):
                canvas.text((x + column * wide, below + 0.04), area, AREA)


@dataclass(frozen=True)
class Stretch:
    """Panels side by side across the map, with what is said of all of them above."""

    note: tuple[str, ...]
    panels: tuple[DomainPanel, ...]

    @property
    def head(self) -> float:
        """The height of the highest head, so that all cells begin on one line."""
        return max(panel.head for panel in self.panels)

    @property
    def height(self) -> float:
        """The height it needs, in inches."""
        return self._above + self._high

    @property
    def _above(self) -> float:
        return len(self.note) * style.height_of(NOTE) + (0.05 if self.note else 0.0)

    @property
    def _high(self) -> float:
        body = max(panel.body for panel in self.panels)
        return self.head + AFTER_HEADING + body + 2 * PAD

    def write(self, canvas: Canvas, corner: Position) -> None:
        """Draw all panels from the upper left corner."""
        x, y = corner
        for number, line in enumerate(self.note, 1):
            at = (x + PAD, y - number * style.height_of(NOTE) + 0.04)
            canvas.text(at, line, NOTE, colour=style.QUIET)
        y -= self._above
        for panel in self.panels:
            panel.write(canvas, (x, y), self.head, self._high)
            x += panel.width + BETWEEN


def fit_rows(course: Course, width: float, *, noted: bool) -> list[Stretch]:
    """Return the domains of a course one under the other, each as wide as the map.

    What is said of the place stands beside the first of them, where it is ``noted``.
    """
    note = _note(course) if noted else ""
    return [
        Stretch((), (_fit_panel(domain, width, _balance(domain), note if not place else ""),))
        for place, domain in enumerate(course.domains)
    ]


def fit_columns(course: Course, width: float, *, noted: bool) -> list[Stretch]:
    """Return the domains of a course side by side; where they are too many, as rows."""
    if len(course.domains) > COLUMNS:
        return fit_rows(course, width, noted=noted)
    shares = _share_columns(course.domains)
    between = BETWEEN * (len(shares) - 1) + 2 * PAD * len(shares) + GAP * (COLUMNS - len(shares))
    wide = (width - between) / COLUMNS
    panels = tuple(
        _fit_panel(domain, share * wide + (share - 1) * GAP + 2 * PAD, share, "")
        for domain, share in zip(course.domains, shares, strict=True)
    )
    note = wrap(_note(course), width, ruler(NOTE)) if noted else []
    return [Stretch(tuple(note), panels)]


def _note(course: Course) -> str:
    return f"{course.name}: {course.note}"


def _fit_panel(domain: DomainOnMap, width: float, columns: int, note: str) -> DomainPanel:
    room = width - 2 * PAD
    return DomainPanel(
        names=tuple(wrap(tidy(domain.name), room, ruler(HEADING, "bold"))),
        note=tuple(wrap(tidy(note), room, ruler(NOTE))),
        grid=fit_grid(domain.cells, room, columns),
        areas=_fit_areas(domain.areas, room),
        width=width,
    )


def _fit_areas(areas: Sequence[str], room: float) -> tuple[tuple[str, ...], ...]:
    """Return areas in rows of as many columns as the widest name leaves room for."""
    if not areas:
        return ()
    widest = max(map(ruler(AREA), areas)) + AREA_GAP
    columns = max(1, int((room + AREA_GAP) / widest))
    rows = -(-len(areas) // columns)
    columns = -(-len(areas) // rows)
    return tuple(tuple(areas[at : at + columns]) for at in range(0, len(areas), columns))


def _balance(domain: DomainOnMap) -> int:
    """Return how many columns fill the rows of a domain most evenly."""
    count = max(1, len(domain.cells))
    return -(-count // -(-count // COLUMNS))


def _share_columns(domains: Sequence[DomainOnMap]) -> list[int]:
    """Return how many columns each domain has: one, and another where its cells are highest."""
    shares = [1] * len(domains)
    while sum(shares) < COLUMNS:
        rows = [-(-len(d.cells) // share) for d, share in zip(domains, shares, strict=True)]
        shares[rows.index(max(rows))] += 1
    return shares
