"""The coverage chart on a screen: drawn in letters, or told in words, from the same chart.

A letter is a kind of learning, capital where it is recent: nothing hangs on colour.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from ipsskills.doing import do
from ipsskills.pages.charts.coverage.shown import Age, CoverageChart, LearningColumn, RecordedMark
from ipsskills.pages.document import (
    About,
    Block,
    Commands,
    Drawing,
    Entries,
    Heading,
    Page,
    Rule,
    Text,
)
from ipsskills.pages.words import clip, columns, join_words, upper_first

WIDTH = 79
_NONE = "."
_STEP = "  "
_BETWEEN = "    "  # between training and what is no training
_NUMBER = 6


def draw_coverage(chart: CoverageChart) -> tuple[str, ...]:
    """Return the chart as lines of letters, each of `WIDTH` columns or fewer."""
    marks = [_lay_marks(chart.columns, [c.letter for c in chart.columns])]
    names = max((columns(row.label) for row in chart.rows), default=0)
    room = min(names, WIDTH - columns(marks[0]) - _NUMBER - 2 * len(_STEP))
    before = len(_STEP) + _NUMBER + room + len(_STEP)
    lines = [*_draw_heads(chart.columns, before), f"{' ' * before}{marks[0]}"]
    for domain, rows in groupby(chart.rows, key=lambda row: row.domain):
        lines.append(clip(domain, WIDTH))
        for row in rows:
            label = clip(row.label, room)
            padded = f"{_STEP}{row.unit:<{_NUMBER}}{label}{' ' * (room - columns(label))}{_STEP}"
            letters = [_letter(c, m) for c, m in zip(chart.columns, row.marks, strict=True)]
            lines.append(f"{padded}{_lay_marks(chart.columns, letters)}")
    return tuple(lines)


def compose_drawn_coverage(chart: CoverageChart, person: str, *, room: int, mine: bool) -> Page:
    """Return the chart as a page: in letters with their key, or as a list.

    ``room`` is how many columns there are for letters; 0 is whoever has it read to them.
    """
    lines = draw_coverage(chart)
    blocks = _draw(chart, lines) if max(map(columns, lines)) <= room else _tell(chart)
    picture = do("chart coverage", "-o", "coverage.png", person=None if mine else person)
    dates = do("record", "--coverage", person=None if mine else person)
    return Page(
        chart.title,
        (chart.subtitle,),
        (
            *blocks,
            Text(chart.foot),
            Rule(),
            Heading("Next"),
            Commands(
                ((picture, "the same as a picture"), (dates, "the day of the latest of each"))
            ),
        ),
        about=About(person),
    )


def _draw(chart: CoverageChart, lines: tuple[str, ...]) -> Iterator[Block]:
    yield Text(f"A capital letter: {chart.recent}. A small one: {chart.old}. A dot: {chart.none}.")
    for group, found in groupby(chart.columns, key=lambda column: column.group):
        said = join_words([f"{column.letter} {column.name}" for column in found])
        yield Text(f"{said}.", label=f"{group}:" if group else "Beside it:")
    yield Drawing(lines)


def _tell(chart: CoverageChart) -> Iterator[Block]:
    for domain, rows in groupby(chart.rows, key=lambda row: row.domain):
        yield Heading(domain)
        yield Entries(
            tuple((row.unit, row.label, upper_first(chart.tell_marks(row))) for row in rows)
        )


def _draw_heads(shown: Sequence[LearningColumn], before: int) -> Iterator[str]:
    """Yield the name of each group over the letters of its kinds."""
    line = " " * before
    for group, found in groupby(shown, key=lambda column: column.group):
        wide = columns(_lay_marks(kinds := tuple(found), [c.letter for c in kinds]))
        line += f"{group:<{wide}}{_BETWEEN}"
    yield line.rstrip()


def _lay_marks(shown: Sequence[LearningColumn], letters: Sequence[str]) -> str:
    """Return letters at even steps, with a wider one before what is no training."""
    line = ""
    for number, (column, letter) in enumerate(zip(shown, letters, strict=True)):
        if number:
            apart = column.group != shown[number - 1].group
            line += _BETWEEN if apart else _STEP
        line += letter
    return line


def _letter(column: LearningColumn, mark: RecordedMark | None) -> str:
    if mark is None:
        return _NONE
    return column.letter if mark.age is Age.RECENT else column.letter.lower()
