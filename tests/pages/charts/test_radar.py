"""The radar chart: where answers stand, what breaks the line, and that everything can be read."""

import math
import os
import re
import subprocess
import sys
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import cycle, islice
from pathlib import Path
from typing import Any, cast
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from ipsskills.codes import Code
from ipsskills.errors import InvalidInput
from ipsskills.framework.load import load
from ipsskills.framework.types import Framework
from ipsskills.pages.charts import style
from ipsskills.pages.charts.answers import (
    KeyWords,
    Layer,
    LayerKind,
    PointWords,
    ShownAnswer,
)
from ipsskills.pages.charts.canvas import LETTER_HEIGHT
from ipsskills.pages.charts.radar.dial import (
    CENTRE,
    DOMAIN_ARC,
    Box,
    crosses_dial,
    dial,
    runs,
    stack,
)
from ipsskills.pages.charts.radar.shown import Radar, Spoke
from ipsskills.pages.compose.reports.chart_words import word_key
from tests.pages.charts.looking import boxes, composed, drawn, sits_apart, texts

Z, ONE, TWO, THREE = Code.ZERO, Code.ONE, Code.TWO, Code.THREE
N, X, U = Code.NO_CHANCE, Code.OUTSIDE, Code.NOT_SEEN
ENDINGS = (".png", ".svg", ".pdf")
SVG = "{http://www.w3.org/2000/svg}"
ANSWERS: dict[str, tuple[Code | None, ...]] = {
    "nothing answered": (None,),
    "all at 3": (THREE,),
    "all at 0": (Z,),
    "highest beside lowest": (THREE, Z),
    "mixed": (THREE, TWO, None, ONE, N, TWO, TWO, X, Z, THREE, U),
    "every sign": (N, X, U, None),
}
TITLES = {
    "plain": "Where Priya Raman is",
    "emoji": "Where Zoë 😀👩🏽‍💻 is",
    "right to left": "Where \u202eسارة بنت אברהם is",
    "other scripts": "Where 李小龍 देवी is",
    "long": "Where " + "Featherstonehaugh-Cholmondeley " * 20,
    "one long word": "W" * 300,
    "formula": "Where $x^2$ and \\frac{ is",
    "control characters": "Where\x00 A\nB\x1b[31m\ud800\ufffe is",
    "empty": "",
}


@cache
def shipped() -> Framework:
    return load()


def spoke(unit: str, label: str, domain: str, value: Code | None, word: str = "") -> Spoke:
    """A spoke of a chart with one layer."""
    return Spoke(unit, label, domain, (ShownAnswer(value, word),))


def make(
    title: str,
    subtitle: str,
    spokes: tuple[Spoke, ...],
    key: KeyWords | None = None,
) -> Radar:
    """A chart with the key as shipped, unless another is given."""
    return Radar(
        title,
        subtitle,
        (Layer(LayerKind.NOW, "own view"),),
        spokes,
        word_key(shipped().scale) if key is None else key,
    )


def real(given: str = "mixed", title: str = "Where Priya Raman is") -> Radar:
    """The 28 units as shipped, answered with the given answers over and over."""
    framework = shipped()
    names = {domain.slug: domain.name for domain in framework.domains}
    order = list(names)
    units = sorted(framework.asked(), key=lambda unit: order.index(unit.domain))
    values = islice(cycle(ANSWERS[given]), len(units))
    spokes = tuple(
        spoke(unit.id, unit.short, names[unit.domain], value, "a word")
        for unit, value in zip(units, values, strict=True)
    )
    return make(title, "Own view, 26 November", spokes)


def small(*values: Code | None) -> Radar:
    """Spokes a, b, c … in two domains, the first two in one."""
    spokes = (
        spoke(letter, f"unit {letter}", "First" if letter in "ab" else "Second", value, "")
        for letter, value in zip("abcdefgh", values, strict=False)
    )
    return make("T", "S", tuple(spokes))


def from_middle(mark: Any) -> float:
    """How far a mark, or a letter's middle, is from the middle of the dial."""
    if hasattr(mark, "get_text"):
        x, y = mark.get_position()
        y += LETTER_HEIGHT / 2 * mark.get_size() / 72
    else:
        x, y = mark.get_xdata()[0], mark.get_ydata()[0]
    return round(math.dist((x, y), CENTRE), 6)


# Where answers stand


def test_four_rings_and_a_hub_all_clearly_apart() -> None:
    radii = [round(patch.get_radius(), 6) for patch in composed(real()).axes.patches]  # type: ignore[attr-defined]
    assert radii == [1.17, 1.44, 1.89, 2.34, 2.79]


def test_each_ring_is_named_on_itself() -> None:
    canvas = composed(real())
    middle = {
        text.get_text(): text.get_position()
        for text in canvas.axes.texts
        if text.get_text() in "0123" and text.get_horizontalalignment() == "center"
    }
    assert list(middle) == ["0", "1", "2", "3"]
    assert [x for x, _ in middle.values()] == [5, 5, 5, 5]
    digit = 0.73 * 11.5 / 72  # how high a digit of that size is
    found = [round(y + digit / 2 - CENTRE[1], 6) for _, y in middle.values()]
    assert found == [1.44, 1.89, 2.34, 2.79]


def test_answers_stand_on_their_rings_and_the_rest_at_the_hub() -> None:
    marks = drawn(composed(small(Z, ONE, TWO, THREE, N, X, U, None)), "unit-now-")
    assert {unit: from_middle(mark) for unit, mark in marks.items()} == {
        "a": 1.44, "b": 1.89, "c": 2.34, "d": 2.79, "e": 1.05, "f": 1.05, "g": 1.05, "h": 1.05,
    }  # fmt: skip


def test_nothing_but_a_zero_stands_at_the_ring_of_zero() -> None:
    for value in (N, X, U, None):
        mark = drawn(composed(small(THREE, value, THREE)), "unit-now-")["b"]
        assert from_middle(mark) == 1.05, value


def test_each_sign_is_the_letter_by_which_it_is_given() -> None:
    signs = drawn(composed(small(N, X, U, None, TWO)), "unit-now-")
    assert [signs[unit].get_text() for unit in "abcd"] == ["n", "x", "u", "–"]


def test_the_order_is_clockwise_with_a_gap_at_the_top() -> None:
    # Four spokes and two gaps of 0.75 make 5.5 steps of 360 / 5.5 degrees; the first spoke stands
    # half a gap and half a step after the top.
    degrees = [math.degrees(angle) for angle in dial(small(Z, Z, Z, Z).spokes).angles]
    step = 360 / 5.5
    expected = [0.875 * step, 1.875 * step, 3.625 * step, 4.625 * step]
    assert degrees == pytest.approx(expected)


def test_the_real_domains_each_stand_on_one_side() -> None:
    radar = real()
    placed = dial(radar.spokes)
    sides = {(radar.spokes[i].domain, placed.angles[i] < math.pi) for i in range(28)}
    assert len(sides) == 7


# What is joined


def test_the_line_joins_neighbours_and_breaks_at_all_else() -> None:
    cases: list[tuple[tuple[Code | None, ...], list[list[int]]]] = [
        ((THREE, TWO, N, ONE, Z, X), [[0, 1], [3, 4]]),
        ((THREE, TWO, None, ONE, U), [[0, 1]]),
        ((THREE, None, TWO, TWO), [[2, 3, 0]]),
        ((THREE, N, TWO, X), []),
        ((None, None), []),
        ((Z, Z, Z), [[0, 1, 2, 0]]),
        ((Z, Z), [[0, 1]]),
    ]
    for values, joined in cases:
        assert sorted(runs([each.answers[0] for each in small(*values).spokes])) == joined, values


def test_the_lines_are_drawn_through_the_marks_and_nowhere_else() -> None:
    canvas = composed(small(THREE, TWO, N, ONE, Z, X))
    marks, lines = drawn(canvas, "unit-now-"), drawn(canvas, "line-now-")
    assert sorted(lines) == ["a", "d"]
    for first, second in (("a", "b"), ("d", "e")):
        ends = list(zip(lines[first].get_xdata(), lines[first].get_ydata(), strict=True))
        assert ends == [
            (marks[unit].get_xdata()[0], marks[unit].get_ydata()[0]) for unit in (first, second)
        ]


def test_nothing_is_filled() -> None:
    patches = composed(real("all at 3")).axes.patches
    assert [patch.get_radius() for patch in patches if patch.get_fill()] == [1.17]  # type: ignore[attr-defined]


# What can be read


@pytest.mark.parametrize("given", ANSWERS)
def test_texts_never_overlap_nor_leave_the_sheet(given: str) -> None:
    sits_apart(composed(real(given)))


@pytest.mark.parametrize("name", TITLES)
def test_texts_never_overlap_whatever_the_title(name: str) -> None:
    sits_apart(composed(real(title=TITLES[name])))


def test_texts_never_overlap_where_a_service_writes_long_names() -> None:
    radar = real()
    spokes = tuple(
        Spoke(s.unit, f"{s.label} and whatever else our own service asks", f"{s.domain} " * 3,
              s.answers)
        for s in radar.spokes
    )  # fmt: skip
    points = tuple(PointWords(each.code, tuple(f"{w} in our words" for w in each.words))
                   for each in radar.key.points)  # fmt: skip
    key = replace(radar.key, points=points)
    sits_apart(composed(make(radar.title, "S" * 200, spokes, key)))


@pytest.mark.parametrize("count", [0, 1, 2, 3, 8])
def test_few_spokes_are_drawn_too(count: int) -> None:
    sits_apart(composed(small(*[TWO] * count)))


def test_labels_keep_clear_of_the_dial_and_stand_at_their_own_height() -> None:
    canvas = composed(real())
    edge = DOMAIN_ARC * 150
    middle = (CENTRE[0] * 150, CENTRE[1] * 150)
    labels = {n: b for n, b in boxes(canvas).items() if re.match(r"\d+ \d\.\d+ ", n)}
    assert len(labels) == 28
    for name, box in labels.items():
        near = (min(max(middle[0], box.x0), box.x1), min(max(middle[1], box.y0), box.y1))
        assert math.dist(near, middle) > edge, name


def test_every_unit_and_domain_is_named() -> None:
    written = " ".join(texts(composed(real())))
    radar = real()
    for each in radar.spokes:
        assert f"{each.unit} {each.label.split()[0]}" in written
    for word in ("Stance, values and style of interaction", "Knowledge", "Communication"):
        assert word in written


def test_the_only_numbers_are_codes_and_ids() -> None:
    radar = make("T", "S", real().spokes)
    numbers = set(re.findall(r"\d[\d.]*", " ".join(texts(composed(radar)))))
    assert numbers == {each.unit for each in radar.spokes} | {"0", "1", "2", "3"}


def test_the_key_explains_rings_and_signs_in_words() -> None:
    written = texts(composed(small(THREE, None, N, X)))
    for words in ("on your own", "you can explain it", "shows under pressure",
                  "you know what to do",
                  "not yet", "no chance yet", "agreed outside this job", "not answered",
                  "One view on one day. Not a score."):  # fmt: skip
        assert words in written


def test_a_sign_is_explained_only_where_it_stands() -> None:
    cases = [
        (N, "no chance yet"),
        (X, "agreed outside this job"),
        (U, "not seen yet"),
        (None, "not answered"),
    ]
    for value, words in cases:
        assert words not in texts(composed(small(THREE))), words
        assert words in texts(composed(small(THREE, value))), words


def test_whose_view_it_is_stands_in_the_key_of_a_single_one() -> None:
    assert "own view" in texts(composed(real()))


def test_a_spoke_leads_to_its_letter_and_else_to_the_hub() -> None:
    thin = [
        cast("tuple[Any, Any]", line.get_data())
        for line in composed(small(THREE, N)).axes.lines
        if (line.get_linewidth(), line.get_color()) == (0.8, style.LINE)
    ]
    begin = {round(math.dist((xs[0], ys[0]), CENTRE), 6) for xs, ys in thin}
    assert begin & {1.05, 1.17} == {1.05, 1.17}


def test_in_a_page_it_has_no_title_of_its_own() -> None:
    whole = real()
    bare = composed(replace(whole, titled=False))
    assert "Where Priya Raman is" not in texts(bare)
    assert bare.height < composed(whole).height
    sits_apart(bare)


def test_the_key_says_what_it_is_given() -> None:
    radar = make("T", "S", (), KeyWords(("Way",), (PointWords(THREE, ("theirs",)),)))
    assert {"Way", "theirs"} <= set(texts(composed(radar)))
    assert "no chance yet" not in texts(composed(radar))


def test_a_title_too_long_for_three_lines_ends_in_an_ellipsis() -> None:
    written = texts(composed(small()))
    longer = texts(composed(make("word " * 100, "S", ())))
    assert len(longer) == len(written) + 2
    assert not longer[1].endswith("…")
    assert longer[2].endswith("…")


# How labels make room


def test_labels_with_room_stay_where_they_are() -> None:
    assert stack([Box(2, 0.5, 0.5), Box(0, 0.5, 0.5)], -5, 5) == [2, 0]


def test_labels_without_room_part_by_equal_steps() -> None:
    assert stack([Box(1, 0.5, 0.5), Box(1, 0.5, 0.5)], -5, 5) == [1.5, 0.5]


def test_labels_stay_between_the_edges() -> None:
    assert stack([Box(3, 0.5, 0.5), Box(3, 0.5, 0.5)], 0, 3) == [2.5, 1.5]


def test_labels_that_cannot_fit_are_said_not_to() -> None:
    assert stack([Box(1, 1, 1), Box(1, 1, 1)], 0, 3.9) is None


def test_a_leader_over_the_dial_is_noticed() -> None:
    cases = [((0, 3.96), False), ((2, 2.96), False), ((0, 0), True), ((2.85, 0.96), True)]
    for end, crosses in cases:
        just_above = (CENTRE[0], CENTRE[1] + 2.98)
        assert crosses_dial(just_above, (CENTRE[0] + end[0], CENTRE[1] + end[1])) is crosses, end


# The files


@pytest.mark.parametrize("name", TITLES)
def test_any_title_can_be_saved_and_read_back(name: str) -> None:
    radar = make(TITLES[name], TITLES[name], small(TWO, N).spokes)
    root = ET.fromstring(radar.draw(".svg"))
    assert (root[0].text or "") == radar.in_words().partition("\n")[0] * bool(TITLES[name])


@pytest.mark.parametrize("ending", [".png", ".pdf"])
def test_the_oddest_title_can_be_saved_where_letters_are_drawn(ending: str) -> None:
    odd = " ".join(title for name, title in TITLES.items() if "long" not in name)
    assert make(odd, odd, small(TWO, N).spokes).draw(ending)


def test_a_png_is_ten_inches_wide_and_described() -> None:
    radar = real(title="Where Łukasz is")
    picture = Image.open(BytesIO(radar.draw(".png")))
    assert picture.size == (1500, 1830)
    assert picture.info["Description"] == radar.in_words()


def test_an_svg_holds_real_text_and_the_words() -> None:
    radar = real(title="Where A < B & C is")
    root = ET.fromstring(radar.draw(".svg"))
    assert root.get("role") == "img"
    assert [root[0].tag, root[1].tag] == [f"{SVG}title", f"{SVG}desc"]
    assert root[0].text == "Where A < B & C is"
    assert root[1].text == radar.in_words()
    assert "3.8 Disclosure" in [element.text for element in root.iter(f"{SVG}text")]
    assert "date" not in {element.tag.rpartition("}")[2] for element in root.iter()}


def test_a_title_is_not_read_as_a_formula() -> None:
    root = ET.fromstring(make("$x^2$ is", "S", ()).draw(".svg"))
    assert "$x^2$ is" in [element.text for element in root.iter(f"{SVG}text")]


def test_svg_text_falls_back_to_a_font_that_other_machines_have() -> None:
    assert b"'DejaVu Sans', Verdana, sans-serif" in small(TWO).draw(".svg")


def test_a_pdf_has_its_title_and_no_date() -> None:
    file = small(TWO).draw(".pdf")
    assert file.startswith(b"%PDF")
    assert b"/Title (T)" in file
    assert b"CreationDate" not in file


@pytest.mark.parametrize("ending", [".PNG", ".Svg"])
def test_endings_may_be_in_capitals(ending: str) -> None:
    assert small(TWO).draw(ending) == small(TWO).draw(ending.lower())


def test_other_endings_are_refused_with_what_to_do() -> None:
    for ending in (".jpg", "png", "", ".tar.png"):
        with pytest.raises(InvalidInput) as refused:
            small(TWO).draw(ending)
        assert ".png, .svg or .pdf" in refused.value.hint, ending
        assert (ending or "without an ending") in refused.value.message, ending


# The words


def test_the_text_alternative_says_each_unit_by_domain() -> None:
    spokes = (
        spoke("1.1", "Stance", "How we are", THREE, "shows under pressure"),
        spoke("1.2", "Recovery", "Knowledge", None, "not answered"),
        spoke("1.4", "Principles\nof IPS", "Knowledge", N, "no chance yet"),
    )
    assert make("Where\tPriya is", "Own view", spokes).in_words() == (
        "Where Priya is\n"
        "Own view\n"
        "\n"
        "How we are\n"
        "1.1 Stance: shows under pressure\n"
        "\n"
        "Knowledge\n"
        "1.2 Recovery: not answered\n"
        "1.4 Principles of IPS: no chance yet\n"
        "\n"
        "One view on one day. Not a score."
    )


# The machine it runs on


def test_words_load_no_drawing_library_and_nothing_of_the_machine_is_in_the_way(
    tmp_path: Path,
) -> None:
    """A fresh Python with no display, a wish for one, and settings that cannot even be read."""
    (tmp_path / "matplotlibrc").write_bytes(b"\xff\xfe not text")
    (tmp_path / "own").write_text("no.such: key\nfont.size: large enough\ntext.usetex: True\n")
    program = (
        "import sys; from ipsskills.pages.charts.answers import KeyWords, Layer, LayerKind;"
        "from ipsskills.pages.charts.radar.shown import Radar;"
        "radar = Radar('T', 'S', (Layer(LayerKind.NOW, ''),), (), KeyWords());"
        "radar.in_words();"
        "print('matplotlib' in sys.modules);"
        "print(radar.draw('.png')[1:4], 'matplotlib.pyplot' in sys.modules)"
    )
    without = {key: value for key, value in os.environ.items() if "DISPLAY" not in key}
    settings = {"MATPLOTLIBRC": str(tmp_path / "own"), "MPLCONFIGDIR": str(tmp_path / "own/no")}
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**without, "MPLBACKEND": "TkAgg", **settings},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert (done.stdout, done.stderr) == ("False\nb'PNG' False\n", "")


def test_settings_of_the_machine_neither_count_nor_change() -> None:
    usual = real().draw(".svg")
    settings = sys.modules["matplotlib"].rcParams
    before = dict(settings)
    try:
        settings.update({"savefig.bbox": "tight", "path.sketch": (3, 100, 2)})
        settings.update({"figure.facecolor": "black", "svg.fonttype": "path"})
        changed = dict(settings)
        assert real().draw(".svg") == usual
        assert dict(settings) == changed
    finally:
        settings.update(before)
