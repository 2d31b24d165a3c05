"""A unit's cell on the map: its pattern at the left, its number and name, its state in words."""

from ipsskills.frozen import dataclass
from ipsskills.pages.charts import style
from ipsskills.pages.charts.canvas import Canvas, ruler
from ipsskills.pages.charts.lines import Measure, tidy, wrap
from ipsskills.pages.charts.map.shown import UnitCell
from ipsskills.pages.charts.patterns import draw_pattern
from ipsskills.pages.charts.style import Position

NAME, WORD = 10.5, 10.0
BAND, INSET = 0.27, 0.05
SIDE, TOP, BOTTOM = 0.1, 0.07, 0.08
AFTER_NUMBER = 0.08
BEFORE_WORD = 0.02
ROOM_TO_WRITE = 0.12


@dataclass(frozen=True)
class FittedCell:
    """A cell whose words are broken to fit a width; ``height`` is what they take."""

    cell: UnitCell
    names: tuple[str, ...]
    words: tuple[str, ...]

    @property
    def height(self) -> float:
        """The height it needs, in inches."""
        names = len(self.names) * style.height_of(NAME)
        words = len(self.words) * style.height_of(WORD)
        return TOP + names + (BEFORE_WORD + words if words else ROOM_TO_WRITE) + BOTTOM

    def write(self, canvas: Canvas, corner: Position, width: float, height: float) -> None:
        """Draw it from its upper left corner, in a box of a height."""
        (x, top), low = corner, corner[1] - height
        name = f"unit-{self.cell.unit}"
        canvas.box((x, low), width, height, fill=style.PAPER, edge=style.EDGE, name=name)
        x += SIDE
        if self.words:
            x += BAND
        if self.cell.answer and not self.cell.answer.left_out:
            within = (corner[0] + INSET, low + INSET)
            draw_pattern(canvas, self.cell.answer.value, within, BAND - INSET, height - 2 * INSET)
        y = top - TOP
        for number, line in enumerate(self.names):
            y -= style.height_of(NAME)
            at = (x, y + _rise(NAME))
            if number:
                canvas.text(at, line, NAME)
                continue
            canvas.text(at, self.cell.unit, NAME, weight="bold")
            after = at[0] + ruler(NAME, "bold")(self.cell.unit) + AFTER_NUMBER
            canvas.text((after, at[1]), line, NAME)
        y -= BEFORE_WORD
        for line in self.words:
            y -= style.height_of(WORD)
            canvas.text((x, y + _rise(WORD)), line, WORD, colour=style.QUIET)


def fit_cell(cell: UnitCell, width: float) -> FittedCell:
    """Return a cell with its words broken to fit a width."""
    room = width - 2 * SIDE - (BAND if cell.answer else 0.0)
    names = wrap(f"{cell.unit} {tidy(cell.name)}", room, _measure_names(cell.unit))
    names[0] = names[0].removeprefix(cell.unit).lstrip()
    words = wrap(tidy(cell.answer.word), room, ruler(WORD)) if cell.answer else []
    return FittedCell(cell, tuple(names), tuple(words))


def _measure_names(number: str) -> Measure:
    """Return what measures a line of a name, of which the first begins with the bold number."""
    bold, plain = ruler(NAME, "bold"), ruler(NAME)

    def measure(text: str) -> float:
        if not text.startswith(number):
            return plain(text)
        return bold(number) + AFTER_NUMBER + plain(text.removeprefix(number).lstrip())

    return measure


def _rise(size: float) -> float:
    """Return how far a baseline stands above the foot of its line."""
    return (1 - style.ASCENT) * style.height_of(size)
