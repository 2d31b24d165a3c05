"""A chart never shows a box: what its font lacks another draws, or it is spelt out."""

from functools import partial
from importlib.util import find_spec
from pathlib import Path

import pytest

from ipsskills.codes import Code
from ipsskills.pages.charts import fonts
from ipsskills.pages.charts.canvas import Canvas, plain_settings
from ipsskills.pages.charts.chart import Chart
from ipsskills.pages.charts.fonts import make_drawable
from ipsskills.pages.compose.reports.profile import compose_profile
from ipsskills.pages.glyphs import SPELT_OUT, Glyphs, find_glyphs
from ipsskills.pages.system_fonts import SystemFont
from tests.pages.charts.looking import composed, sits_apart, texts
from tests.pages.charts.made import make_facts


def about(name: str) -> Chart:
    return compose_profile(make_facts((Code.THREE,), name=name, me=False))


def drawn(chart: Chart) -> Canvas:
    """The chart as it is drawn where no font but those that travel is there."""
    made = make_drawable(chart)
    with plain_settings(made.families):
        canvas = made.chart.compose()
        canvas.say_small(made.small_print)
    return canvas


@pytest.fixture
def no_other_font(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "find_glyphs", partial(find_glyphs, system=False))


def test_what_every_font_has_is_left_as_it_is() -> None:
    chart = about("Zo\u00eb \u0141ukasz \u0395\u03bb\u03ad\u03bd\u03b7 O'Brien")
    assert make_drawable(chart) == fonts.Drawable(chart)


def test_what_no_font_has_is_spelt_out_and_a_line_says_so(no_other_font: None) -> None:
    canvas = drawn(about("Li \u674e"))
    written = " ".join(texts(canvas))
    assert "Li [ideograph 674E]" in written
    assert "\u674e" not in written
    assert SPELT_OUT in texts(canvas)
    sits_apart(canvas)


def test_the_words_for_those_who_cannot_see_it_keep_the_name(no_other_font: None) -> None:
    svg = about("Li \u674e").draw(".svg").decode()
    described, _, drawing = svg.partition("</desc>")
    assert "Li \u674e" in described
    assert "\u674e" not in drawing


def test_without_anything_to_say_there_is_no_small_print() -> None:
    assert SPELT_OUT not in texts(drawn(about("Ada")))


def test_a_font_of_the_system_draws_what_the_usual_one_lacks(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    place = find_spec("matplotlib")
    assert place
    assert place.origin
    path = Path(place.origin).parent / "mpl-data" / "fonts" / "ttf" / "STIXGeneral.ttf"
    other = SystemFont(path, "STIXGeneral", frozenset("\U0001d49c"))
    monkeypatch.setattr(fonts, "find_glyphs", lambda _: Glyphs((other,)))
    chart = about("\U0001d49cda")
    assert make_drawable(chart).families == ("DejaVu Sans", "STIXGeneral")
    assert "\U0001d49cda" in " ".join(texts(drawn(chart)))
    assert chart.draw(".png").startswith(b"\x89PNG")
    assert capfd.readouterr() == ("", "")


def test_a_name_from_right_to_left_turns_no_line_round() -> None:
    name = "\u0633\u0627\u0631\u0629 \u0628\u0646\u062a"
    under = next(each for each in texts(composed(about(name))) if "specialist" in each)
    mark = "\u200e"
    assert under.startswith(f"{mark}{name}{mark}: employment specialist")
