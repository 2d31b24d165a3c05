"""The key of a chart of answers: whose marks are whose, what points and signs mean, and lines."""

from collections.abc import Mapping, Sequence

from ipsskills.frozen import dataclass
from ipsskills.pages.charts import style
from ipsskills.pages.charts.answers import KeyWords, Layer, LayerKind, ShownAnswer
from ipsskills.pages.charts.canvas import Canvas, ruler
from ipsskills.pages.charts.frame import ROW, write_table
from ipsskills.pages.charts.lines import fit, tidy, wrap
from ipsskills.pages.charts.style import Look

MARK_ROOM = 0.3
SIGN_ROOM = 0.24
APART = 0.36
LINE_ROOM = 0.3
ABOVE, BETWEEN = 0.3, 0.1
FOOT_ROOM = 0.66

Looks = Mapping[LayerKind, Look]


@dataclass(frozen=True)
class KeyEntry:
    """Something shown and the words for it: marks nested on one another, or a letter.

    ``line`` is the look of the line that the marks stand on, if they stand on one; ``joins`` is
    whether it joins the marks, which then stand at its ends.
    """

    words: str
    marks: tuple[Look, ...] = ()
    line: Look | None = None
    letter: str = ""
    joins: bool = False

    @property
    def room(self) -> float:
        """How wide what is shown is, with the air after it."""
        if self.letter:
            return SIGN_ROOM
        marks = max(MARK_ROOM, *(look.height / 72 for look in self.marks))
        return (2.6 if self.joins else 2 if self.line else 1) * marks + 0.1

    def write(self, canvas: Canvas, x: float, y: float) -> None:
        """Show it from its left edge, its words on a baseline."""
        middle = y + 0.055
        if self.letter:
            canvas.sign((x + 0.07, middle), self.letter, style.KEY)
        wide = self.room - 0.1
        inside = MARK_ROOM / 2 if self.joins else 0.0
        ends = [(x + inside, middle), (x + wide - inside, middle)]
        if self.joins:
            canvas.line(ends, style.EDGE, 1.3, above=2)
        elif self.line and self.line.width:
            canvas.line(ends, self.line.colour, self.line.width, dash=self.line.dash, above=3)
        places = ends if self.joins else [(x + wide / 2, middle)] * len(self.marks)
        for place, look in reversed(list(zip(places, self.marks, strict=False))):
            canvas.mark(place, look)
        room = canvas.width - style.MARGIN - x - self.room
        words = fit(self.words, 1, room, ruler(style.KEY))
        canvas.text((x + self.room, y), "".join(words), style.KEY)


@dataclass(frozen=True)
class FittedKey:
    """A key laid out in rows: whose marks, the table of points, signs under a head, and notes."""

    looks: tuple[tuple[tuple[KeyEntry, float], ...], ...]
    table: tuple[tuple[str, ...], ...]
    heads: int
    beside: str
    signs: tuple[tuple[tuple[KeyEntry, float], ...], ...]
    notes: tuple[str, ...]

    @property
    def height(self) -> float:
        """What it takes with the foot below it, in inches."""
        rows = len(self.looks) * LINE_ROOM + (len(self.signs) + bool(self.signs)) * ROW
        gaps = BETWEEN * (1 + bool(self.signs) + bool(self.notes))
        return FOOT_ROOM + ABOVE + rows + (len(self.table) + len(self.notes)) * ROW + gaps - ROW

    def write(self, canvas: Canvas) -> None:
        """Write it above the foot of a sheet."""
        left, right = style.MARGIN, canvas.width - style.MARGIN
        y = self.height
        canvas.line(((left, y), (right, y)), style.LINE, 0.8)
        y -= ABOVE
        for row in self.looks:
            _write_row(canvas, row, y)
            y -= LINE_ROOM
        write_table(canvas, self.table, (left, y), right - left, heads=self.heads)
        y -= len(self.table) * ROW + BETWEEN
        if self.signs:
            canvas.text((left, y), self.beside, style.KEY, colour=style.QUIET)
            y -= ROW
        for row in self.signs:
            _write_row(canvas, row, y)
            y -= ROW
        y -= BETWEEN if self.signs else 0.0
        for line in self.notes:
            canvas.text((left, y), line, style.KEY, colour=style.QUIET)
            y -= ROW


def fit_key(
    key: KeyWords,
    whose: Sequence[KeyEntry],
    answers: Sequence[ShownAnswer],
    beside: str,
    notes: str = "",
) -> FittedKey:
    """Return a key in rows: ``whose`` marks are whose, if that has to be told.

    ``beside`` says where the signs stand, ``notes`` what lines are.
    """
    signs = [
        KeyEntry(sign.word, letter=style.SIGNS[sign.value]) for sign in key.list_needed(answers)
    ]
    heads = [("", *key.ways), *([("", *key.units)] if any(key.units) else [])]
    points = [(each.code.value, *each.words) for each in key.points]
    width = style.WIDTH - 2 * style.MARGIN
    return FittedKey(
        looks=_flow(whose),
        table=(*heads, *points),
        heads=len(heads),
        beside=beside,
        signs=_flow(signs),
        notes=tuple(wrap(notes, width, ruler(style.KEY))),
    )


def list_whose(layers: Sequence[Layer], looks: Looks, *, on_lines: bool) -> list[KeyEntry]:
    """Return whose marks are whose, and of which day.

    ``on_lines`` is whether the marks of a layer are joined by its line.
    """
    shown = ((layer.name, looks[layer.kind]) for layer in layers)
    return [KeyEntry(name, (look,), look if on_lines else None) for name, look in shown]


def _flow(entries: Sequence[KeyEntry]) -> tuple[tuple[tuple[KeyEntry, float], ...], ...]:
    """Return entries in rows, each with where it begins."""
    measure, end = ruler(style.KEY), style.WIDTH - style.MARGIN
    rows: list[list[tuple[KeyEntry, float]]] = []
    x = end
    for entry in entries:
        wide = entry.room + measure(tidy(entry.words))
        if x + wide > end:
            rows.append([])
            x = style.MARGIN
        rows[-1].append((entry, x))
        x += wide + APART
    return tuple(tuple(row) for row in rows)


def _write_row(canvas: Canvas, row: Sequence[tuple[KeyEntry, float]], y: float) -> None:
    for entry, x in row:
        entry.write(canvas, x, y)
