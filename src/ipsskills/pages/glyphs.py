"""Which characters of a text can be drawn, with what font, and what stands for one that cannot.

The fonts that travel come with matplotlib, which is not loaded for them. A character they lack is
drawn by a font of the system; where none has it either it is spelt out by its name.

For a chart: ``found = find_glyphs(every text on it)``, then ``found.spell(text)`` for each. Where
there are ``found.fonts``, give each one's ``path`` to `font_manager.fontManager.addfont` and draw
with ``family=[style.FONT, *(font.family for font in found.fonts)]``. If ``found.missing`` is true,
say `SPELT_OUT` where the page has its small print.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from ipsskills.frozen import dataclass
from ipsskills.pages.system_fonts import SystemFont, find_system_fonts
from ipsskills.visible import make_visible

SPELT_OUT = "Names in square brackets stand for characters that no font on this computer has."

TRAVELLING = (
    *("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"),
    *("DejaVuSans-Oblique.ttf", "DejaVuSans-BoldOblique.ttf", "DejaVuSansMono.ttf"),
)
_BOTH = TRAVELLING[:2]

# What every one of them has but for the last, in nearly all texts all there is: nothing is read.
_BEYOND = re.compile(
    "[^\n -~\u00a0-\u02af\u0391-\u03a1\u03b1-\u03c9\u0400-\u0482\u2010-\u2027\u2030-\u205e"
    "\u2190-\u21ff\u2200-\u22ff\u2500-\u25ff\u2610-\u2612\u2713-\u2718]"
)

# Without a shape of their own: joiners, directions, and which of its shapes a character takes.
_SHAPELESS = re.compile("[\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\U000e0000-\U000e01ef]")
_NEVER = re.compile("\ufeff")  # a mark for programs, at the beginning of files
_TONE = re.compile("[\U0001f3fb-\U0001f3ff]")
_IDEOGRAPH = "CJK UNIFIED IDEOGRAPH-"


@dataclass(frozen=True)
class Glyphs:
    """What a text needs besides the fonts that travel, and the characters that nothing draws."""

    fonts: tuple[SystemFont, ...] = ()
    missing: frozenset[str] = frozenset()

    def spell(self, text: str) -> str:
        """Return a text that can be drawn: without what is hidden, and with what is missing named.

        Characters side by side are named together: "[grinning face, rocket]".
        """
        text = make_visible(_NEVER.sub("", text))
        if not self.missing:
            return text
        lost = f"[{''.join(re.escape(each) for each in sorted(self.missing))}]"
        between = f"(?:{_SHAPELESS.pattern}|{_TONE.pattern})*"
        return re.sub(f"{between}(?:{lost}{between})+", lambda found: _name_all(found[0]), text)


def find_glyphs(text: str, *, system: bool = True) -> Glyphs:
    """Return what draws a text; without ``system`` by the fonts that travel alone."""
    beyond = set(_BEYOND.findall(_NEVER.sub("", make_visible(text))))
    lacking = frozenset(beyond - _travelling_characters()) if beyond else frozenset()
    shaped = frozenset(each for each in lacking if not _SHAPELESS.match(each))
    if not shaped:
        return Glyphs()
    fonts: tuple[SystemFont, ...] = ()
    if system:
        fonts = find_system_fonts(frozenset(each for each in shaped if _is_drawable(each)))
    return Glyphs(fonts, shaped.difference(*(font.draws for font in fonts)))


def travelling_files() -> Iterable[Path]:
    """Yield the files of the fonts that travel, where matplotlib has them; it is not imported."""
    found = find_spec("matplotlib")
    if found is None or not found.submodule_search_locations:
        raise FileNotFoundError("matplotlib, whose fonts pages are set in")
    folder = Path(found.submodule_search_locations[0], "mpl-data", "fonts", "ttf")
    return (folder / name for name in TRAVELLING)


@cache
def _travelling_characters() -> frozenset[str]:
    """Return what the usual font has in its plain and in its bold letters."""
    plain, bold = (_read_characters(path) for path in travelling_files() if path.name in _BOTH)
    return frozenset(map(chr, plain & bold))


def _read_characters(path: Path) -> set[int]:
    from fontTools.ttLib import TTFont

    with path.open("rb") as file, TTFont(file, lazy=True) as font:
        return set(font.getBestCmap())


def _is_drawable(character: str) -> bool:
    """Whether it is a character that fonts are made for: not half of one, nor nobody's."""
    return unicodedata.category(character) not in {"Cs", "Cn", "Co", "Cc"}


def _name_all(run: str) -> str:
    tones_aside = _TONE.sub("", run) or run
    return f"[{', '.join(_name(each) for each in _SHAPELESS.sub('', tones_aside))}]"


def _name(character: str) -> str:
    """Return what a character is called: "grinning face", or its number where it has no name."""
    name = unicodedata.name(character, "")
    if name.startswith(_IDEOGRAPH):
        return f"ideograph {name.removeprefix(_IDEOGRAPH)}"
    return name.lower() if name else f"U+{ord(character):04X}"
