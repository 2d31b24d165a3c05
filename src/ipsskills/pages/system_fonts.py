"""Looks among the fonts of this computer for those that draw certain characters.

A font counts for a character only where it draws something: some answer for every character with
a box or with nothing.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from ipsskills.frozen import dataclass

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

ENDINGS = {".ttf", ".otf", ".ttc", ".otc"}
_STYLED = ("bold", "italic", "oblique")
_ONLY_BOXES = ("lastresort", "adobeblank", "notdef")


@dataclass(frozen=True)
class SystemFont:
    """A font of this computer: its file, the name of its family, and what it is needed for."""

    path: Path
    family: str
    draws: frozenset[str]


def font_folders() -> Iterator[Path]:
    """Yield the folders in which Linux, macOS and Windows keep fonts; some may not be there."""
    home = Path.home()
    yield from (Path(place) for place in ("/usr/share/fonts", "/usr/local/share/fonts"))
    yield from (home / ".local" / "share" / "fonts", home / ".fonts")
    yield from (Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library" / "Fonts")
    for variable, below in (("WINDIR", "Fonts"), ("LOCALAPPDATA", "Microsoft/Windows/Fonts")):
        if place := os.environ.get(variable):
            yield Path(place, below)


def find_system_fonts(characters: frozenset[str]) -> tuple[SystemFont, ...]:
    """Return fonts that between them draw as many of the characters as there is a font for.

    They are looked at in the order of their paths; what one draws no other is needed for.
    """
    found: list[SystemFont] = []
    left = set(characters)
    for path in _list_files():
        if not left:
            break
        with suppress(Exception):  # a file that is no font, or a broken one, draws nothing
            family, drawn = _look_into(path, left)
            if drawn:
                found.append(SystemFont(path, family, frozenset(drawn)))
                left -= drawn
    return tuple(found)


def _list_files() -> Iterator[Path]:
    for folder in font_folders():
        paths = folder.rglob("*") if folder.is_dir() else ()
        for path in sorted(paths, key=_order):
            boxes = path.stem.replace("-", "").lower().startswith(_ONLY_BOXES)
            if path.suffix.lower() in ENDINGS and not boxes:
                yield path


def _order(path: Path) -> tuple[bool, str]:
    """Return the place of a file: plain letters come before bold and sloping ones."""
    return any(word in path.stem.lower() for word in _STYLED), str(path)


def _look_into(path: Path, characters: set[str]) -> tuple[str, set[str]]:
    """Return the family of a font, of several in one file the first, and what it draws of these."""
    from fontTools.ttLib import TTFont

    with path.open("rb") as file, TTFont(file, fontNumber=0, lazy=True) as font:
        if not _may_have(font, characters):
            return "", set()
        names = font.getBestCmap() or {}
        had = {each for each in characters if ord(each) in names}
        drawn = {each for each in had if _draws(font, names[ord(each)])}
        return str(font["name"].getBestFamilyName()), drawn


def _may_have(font: "TTFont", characters: set[str]) -> bool:
    """Whether a font says of itself that it has letters of this kind; that is quickly read."""
    from fontTools.ttLib.tables.O_S_2f_2 import intersectUnicodeRanges

    wanted = intersectUnicodeRanges(map(ord, characters))
    return not wanted or "OS/2" not in font or bool(wanted & font["OS/2"].getUnicodeRanges())


def _draws(font: "TTFont", name: str) -> bool:
    """Whether a shape has an outline: pictures in colours are nothing to a printer or a chart."""
    from fontTools.pens.boundsPen import BoundsPen

    shapes = font.getGlyphSet()
    pen = BoundsPen(shapes)
    shapes[name].draw(pen)
    return pen.bounds is not None
