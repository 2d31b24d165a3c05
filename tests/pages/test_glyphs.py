"""What draws the characters of a text, and how one is spelt out that nothing draws."""

import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from ipsskills.pages import glyphs, system_fonts
from ipsskills.pages.glyphs import Glyphs, find_glyphs, travelling_files

CHINESE = "\u738b"  # a family name
THAI = "\u0e01"


@pytest.fixture
def fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a computer whose only fonts are in this folder."""
    place = tmp_path / "fonts"
    place.mkdir()
    monkeypatch.setattr(system_fonts, "font_folders", lambda: iter((tmp_path / "none", place)))
    return place


def make_font(
    path: Path, family: str, *, drawn: str = "", empty: str = "", full_name: str = "Full"
) -> Path:
    """Write a font with a square for each letter that is drawn, and nothing for an empty one.

    Typst takes none that has no full name.
    """
    square = TTGlyphPen(None)
    square.moveTo((0, 0))
    for corner in ((0, 500), (500, 500), (500, 0)):
        square.lineTo(corner)
    square.closePath()
    shape, nothing = square.glyph(), TTGlyphPen(None).glyph()
    names = {ord(letter): f"u{ord(letter):04X}" for letter in drawn + empty}
    shapes = {".notdef": shape} | {
        names[ord(letter)]: shape if letter in drawn else nothing for letter in drawn + empty
    }
    made = FontBuilder(1000, isTTF=True)
    made.setupGlyphOrder(list(shapes))
    made.setupCharacterMap(names)
    made.setupGlyf(shapes)
    made.setupHorizontalMetrics(dict.fromkeys(shapes, (600, 0)))
    made.setupHorizontalHeader(ascent=800, descent=-200)
    names_of_its_own = {"fullName": full_name, "psName": full_name} if full_name else {}
    made.setupNameTable({"familyName": family, "styleName": "Regular", **names_of_its_own})
    made.setupOS2()
    made.setupPost()
    made.save(path)
    return path


def test_what_is_taken_as_drawn_without_a_look_is_in_plain_and_bold_letters() -> None:
    tables = []
    for path in list(travelling_files())[:2]:
        with TTFont(path) as font:
            tables.append(font.getBestCmap())
    sure = [n for n in range(32, 0x3000) if not glyphs._BEYOND.match(chr(n)) and n != 10]
    assert len(sure) > 1000
    unseen = {0xAD}  # a place to hyphenate at
    for table in tables:
        assert [hex(n) for n in sure if n not in table and n not in unseen] == []


def test_most_scripts_are_drawn_by_what_travels(fonts: Path) -> None:
    cases = ["Ada", "Żółć Łukasz", "Ελένη", "Олена Шевченко", "עברית", "عربي", "☐ ☑ ✓ ✗ → € “x” …"]
    for text in cases:
        found = find_glyphs(text)
        assert found == Glyphs(), text
        assert found.spell(text) == text, text


def test_what_nothing_draws_is_spelt_out(fonts: Path) -> None:
    cases = [
        ("Well done \U0001f680!", "Well done [rocket]!"),
        ("\U0001f680\U0001f942 \U0001f680", "[rocket, clinking glasses] [rocket]"),
        ("\U0001f469\U0001f3fd\u200d\U0001f692\ufe0f.", "[woman, fire engine]."),
        ("\U0001f3fd", "[emoji modifier fitzpatrick type-4]"),
        (f"Ms {CHINESE}\u82f1", "Ms [ideograph 738B, ideograph 82F1]"),
        (f"{THAI}a", "[thai character ko kai]a"),
        ("a\ufffeb\ue123\ud800", "a[U+FFFE]b[U+E123, U+D800]"),
        ("\ufeffa", "a"),
        ("a\u200d\u200bb\ufe0f", "a\u200d\u200bb\ufe0f"),
        ("a\x07b\u202e", "a\\x07b\\u202e"),
        ("]^-\\[\U0001f680", "]^-\\[[rocket]"),
    ]
    for text, spelt in cases:
        assert find_glyphs(text).spell(text) == spelt, text


def test_a_font_of_the_system_draws_what_it_has(fonts: Path) -> None:
    path = make_font(fonts / "a.ttf", "Kestrel Sans", drawn=CHINESE + "a")
    found = find_glyphs(f"Ada {CHINESE} {THAI}")
    assert [(font.path, font.family, font.draws) for font in found.fonts] == [
        (path, "Kestrel Sans", frozenset(CHINESE))
    ]
    assert found.missing == frozenset(THAI)
    assert find_glyphs(CHINESE, system=False).missing == frozenset(CHINESE)


def test_no_more_fonts_are_used_than_are_needed(fonts: Path) -> None:
    (fonts / "deep").mkdir()
    make_font(fonts / "deep" / "a.TTF", "One", drawn=CHINESE)
    make_font(fonts / "deep" / "b.otf", "Two", drawn=CHINESE + THAI)
    make_font(fonts / "deep" / "c.ttf", "Three", drawn=CHINESE + THAI)
    assert [font.family for font in find_glyphs(CHINESE + THAI).fonts] == ["One", "Two"]


def test_boxes_and_nothing_are_no_letters(fonts: Path) -> None:
    make_font(fonts / "LastResortHE-Regular.ttf", "Last", drawn=CHINESE)
    make_font(fonts / "Adobe-Blank.ttf", "Blank", drawn=CHINESE)
    make_font(fonts / "e.ttf", "Empty", empty=CHINESE)
    (fonts / "broken.ttf").write_bytes(b"no font")
    (fonts / "notes.txt").write_text("nor this")
    assert find_glyphs(CHINESE) == Glyphs(missing=frozenset(CHINESE))


def test_matplotlib_is_not_loaded_for_its_fonts() -> None:
    code = (
        "import sys; from ipsskills.pages.glyphs import find_glyphs;"
        "find_glyphs('Ada'); assert 'fontTools' not in sys.modules;"
        "find_glyphs('\\u738b', system=False); assert 'matplotlib' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
