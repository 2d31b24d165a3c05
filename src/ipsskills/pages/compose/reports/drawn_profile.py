"""The profile on a screen: drawn in letters, or told in words, from the same chart.

A letter is whose answer it is, at one of four points; nothing hangs on colour. What is on no point
is told beside them in its own words.
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from ipsskills.codes import RATED
from ipsskills.doing import do
from ipsskills.pages.charts.answers import LayerKind, ShownAnswer, find_foot, tell_unit
from ipsskills.pages.charts.profile.shown import Profile, ProfileRow
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
from ipsskills.pages.words import clip, columns, upper_first

WIDTH = 79
_LETTERS = {
    LayerKind.NOW: "O",
    LayerKind.EARLIER: "E",
    LayerKind.SUPERVISOR: "S",
    LayerKind.AGREED: "A",
}
_NONE = "."
_NUMBER, _NAMES, _STEP, _GAP = 6, 24, 4, 2


def draw_profile(chart: Profile) -> tuple[str, ...]:
    """Return the chart as lines of letters, each of `WIDTH` columns or fewer."""
    lines = [f"{' ' * (_GAP + _NUMBER + _NAMES + _GAP)}{_lay([c.value for c in RATED])}".rstrip()]
    for section in chart.sections:
        lines.append(clip(section.title, WIDTH))
        for row in section.rows:
            lines += _draw_row(chart, row)
    return tuple(lines)


def compose_drawn_profile(chart: Profile, person: str, *, room: int, mine: bool) -> Page:
    """Return the chart as a page: in letters with their key, or as a list.

    ``room`` is how many columns there are for letters; 0 is whoever has it read to them.
    """
    lines = draw_profile(chart)
    blocks = _draw(chart, lines) if max(map(columns, lines)) <= room else _tell(chart)
    whose = None if mine else person
    picture = do("chart profile", "-o", "profile.png", person=whose)
    return Page(
        chart.title,
        tuple(filter(None, (chart.subtitle, chart.apart_line))),
        (
            *blocks,
            Text(find_foot(chart.layers)),
            Rule(),
            Heading("Next"),
            Commands(
                (
                    (picture, "the same as a picture"),
                    (do("report", person=whose), "strengths first, and what to do about the rest"),
                )
            ),
        ),
        about=About(person),
    )


def _draw(chart: Profile, lines: tuple[str, ...]) -> Iterator[Block]:
    yield Drawing(lines)
    yield Heading("Key")
    yield Entries(tuple((_LETTERS[each.kind], each.name, "") for each in chart.layers))
    yield Text("3 is the most that is asked of anybody, and 0 is not yet.")


def _tell(chart: Profile) -> Iterator[Block]:
    for section in chart.sections:
        yield Heading(section.title)
        said = [
            (row.unit, row.label, upper_first(tell_unit("", chart.layers, row.answers)[2:]))
            for row in section.rows
        ]
        yield Entries(tuple(said))


def _draw_row(chart: Profile, row: ProfileRow) -> Iterator[str]:
    """Yield the lines of one unit: its name, its letters at the points, its words beside them."""
    words = list(_list_words(chart, row))
    names = _break(row.label, _NAMES)
    at_points = [_lay([_letters_at(chart, row, code.value) for code in RATED])]
    for number, (name, points, said) in enumerate(
        zip_longest(names, at_points, words, fillvalue="")
    ):
        unit = "" if number else row.unit
        before = f"{' ' * _GAP}{unit:<{_NUMBER}}{name}{' ' * (_NAMES - columns(name) + _GAP)}"
        yield f"{before}{points:<{_STEP * len(RATED)}}{' ' * _GAP}{said}".rstrip()


def _letters_at(chart: Profile, row: ProfileRow, code: str) -> str:
    """Return the letters of those whose answer is at a point."""
    shown = zip(chart.layers, row.answers, strict=True)
    return "".join(_LETTERS[layer.kind] for layer, a in shown if a.rated and a.value == code)


def _lay(points: Sequence[str]) -> str:
    return "".join(f"{point or _NONE:<{_STEP}}" for point in points)


def _list_words(chart: Profile, row: ProfileRow) -> Iterator[str]:
    """Yield the words beside the points, in lines; whose they are where there are several."""
    room = WIDTH - 3 * _GAP - _NUMBER - _NAMES - _STEP * len(RATED)
    for layer, answer in zip(chart.layers, row.answers, strict=True):
        if not _is_told(answer, row.answers):
            continue
        whose = f"{_LETTERS[layer.kind]} " if len(chart.layers) > 1 else ""
        for number, line in enumerate(_break(answer.word, room - len(whose))):
            yield f"{' ' * len(whose) if number else whose}{line}"


def _is_told(answer: ShownAnswer, answers: Sequence[ShownAnswer]) -> bool:
    """Whether an answer's words stand beside the points: the first, and what differs from it."""
    return answer is answers[0] or answer.word != answers[0].word


def _break(text: str, width: int) -> list[str]:
    """Return text in lines of a width in columns of a terminal; a word that is wider is cut."""
    lines: list[str] = []
    for word in text.split():
        if lines and columns(f"{lines[-1]} {word}") <= width:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(clip(word, width))
    return lines
