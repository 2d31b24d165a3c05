"""The profile on a screen: drawn in letters, or told in words, from the same chart.

A letter is whose answer it is, at one of four points; nothing hangs on colour. What is on no point
is told beside them in its own words.
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from ipsskills.codes import RATED, Code
from ipsskills.doing import do
from ipsskills.facts.charts.person import ChartFacts
from ipsskills.pages.charts.answers import LayerKind, find_foot, list_told, tell_unit
from ipsskills.pages.charts.profile.shown import Profile, ProfileRow
from ipsskills.pages.compose.apart import apart_words
from ipsskills.pages.compose.reports.profile import compose_profile
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
_LETTERS = {
    LayerKind.NOW: "O",
    LayerKind.EARLIER: "E",
    LayerKind.SUPERVISOR: "S",
    LayerKind.AGREED: "A",
}
_SIGNS = {Code.NO_CHANCE: "n", Code.OUTSIDE: "x", Code.NOT_SEEN: "u", None: "-"}
_NONE = "."
_BEFORE, _NUMBER, _NAMES, _STEP, _GAP = 2, 5, 24, 4, 2
_POINTS = _BEFORE + _NUMBER + _NAMES + _GAP  # where the points begin


def draw_profile(chart: Profile) -> tuple[str, ...]:
    """Return the chart as lines of letters, each of `WIDTH` columns or fewer."""
    rows = [row for section in chart.sections for row in section.rows]
    signs = max((len(_list_signs(chart, row)) for row in rows), default=0)
    lines = [f"{' ' * _POINTS}{_lay([code.value for code in RATED])}".rstrip()]
    for section in chart.sections:
        lines.append(clip(section.title, WIDTH))
        for row in section.rows:
            lines += _draw_row(chart, row, signs)
    return tuple(lines)


def compose_drawn_profile(facts: ChartFacts, room: int) -> Page:
    """Return the profile as a page: in letters with their key, or as a list.

    ``room`` is how many columns there are for letters; 0 is whoever has it read to them.
    """
    chart = compose_profile(facts)
    lines = draw_profile(chart)
    blocks = _draw(chart, lines) if max(map(columns, lines)) <= room else _tell(chart)
    whose = None if facts.person.me else facts.person.name
    following = (
        (do("chart profile", "-o", "profile.png", person=whose), "the same as a picture"),
        (do("report", person=whose), "strengths first, and where effort would pay"),
    )
    return Page(
        chart.title,
        tuple(
            filter(
                None,
                (chart.subtitle, apart_words(facts.apart, facts.names), chart.contested_line),
            )
        ),
        (
            *blocks,
            Text(find_foot(chart.layers)),
            Rule(),
            Heading("Next"),
            Commands(following),
        ),
        about=About(facts.person.name),
    )


def _draw(chart: Profile, lines: tuple[str, ...]) -> Iterator[Block]:
    answers = [a for section in chart.sections for row in section.rows for a in row.answers]
    signs = [f"{_SIGNS[each.value]} {each.word}" for each in chart.key.list_needed(answers)]
    whose = ""
    if len(chart.layers) > 1:
        whose = f" Words without a letter are those of {_LETTERS[chart.layers[0].kind]}."
    yield from (Text(each.name, label=_LETTERS[each.kind]) for each in chart.layers)
    beside = f"Beside the points: {join_words(signs)}." if signs else ""
    if said := f"{beside}{whose}".strip():
        yield Text(said)
    yield Drawing(lines)


def _tell(chart: Profile) -> Iterator[Block]:
    for section in chart.sections:
        yield Heading(section.title)
        said = [
            (row.unit, row.label, upper_first(tell_unit("", chart.layers, row.answers)[2:]))
            for row in section.rows
        ]
        yield Entries(tuple(said))


def _draw_row(chart: Profile, row: ProfileRow, signs: int) -> Iterator[str]:
    """Yield the lines of one unit: its name, letters at the points, signs and words beside them."""
    at_points = _lay([_letters_at(chart, row, code) for code in RATED])
    drawn = f"{at_points}{_list_signs(chart, row):<{signs}}{' ' * _GAP if signs else ''}"
    room = WIDTH - _POINTS - len(drawn)
    lines = zip_longest(
        _break(row.label, _NAMES), [drawn], _list_words(chart, row, room), fillvalue=""
    )
    for number, (name, points, said) in enumerate(lines):
        unit = "" if number else row.unit
        named = f"{name}{' ' * (_NAMES - columns(name) + _GAP)}"
        yield f"{' ' * _BEFORE}{unit:<{_NUMBER}}{named}{points:<{len(drawn)}}{said}".rstrip()


def _letters_at(chart: Profile, row: ProfileRow, code: Code) -> str:
    """Return the letters of those whose answer is at a point."""
    shown = zip(chart.layers, row.answers, strict=True)
    return "".join(_LETTERS[layer.kind] for layer, a in shown if a.rated and a.value is code)


def _list_signs(chart: Profile, row: ProfileRow) -> str:
    """Return what is on no point as signs: the one there is, or those of all but the first.

    Where there are several, the words of the first say it.
    """
    several = len(chart.layers) > 1
    shown = list(zip(chart.layers, row.answers, strict=True))[several:]
    return " ".join(
        f"{_LETTERS[layer.kind]}:{_SIGNS[answer.value]}" if several else _SIGNS[answer.value]
        for layer, answer in shown
        if not (answer.rated or answer.left_out)
    )


def _lay(points: Sequence[str]) -> str:
    return "".join(f"{point or _NONE:<{_STEP}}" for point in points)


def _list_words(chart: Profile, row: ProfileRow, room: int) -> Iterator[str]:
    """Yield the words beside the points, in lines; all but the first after their letter."""
    for number in list_told(row.answers):
        whose = f"{_LETTERS[chart.layers[number].kind]} " if number else ""
        for place, line in enumerate(_break(row.answers[number].word, room - len(whose))):
            yield f"{' ' * len(whose) if place else whose}{line}"


def _break(text: str, width: int) -> list[str]:
    """Return text in lines of a width in columns of a terminal; a word that is wider is cut."""
    lines: list[str] = []
    for word in text.split():
        if lines and columns(f"{lines[-1]} {word}") <= width:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(clip(word, width))
    return lines
