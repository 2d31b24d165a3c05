"""Marks and lines stay apart for the colour-blind and in grey, and from the paper.

Colours are seen as Machado, Oliveira and Fernandes simulate it (2009, severity 1.0), in linear
light; lightness is that of CIE 1976 and contrast that of WCAG 2.
"""

from itertools import combinations

from ipsskills.pages.charts import style

LOOKS = {
    "now": style.NOW,
    "earlier": style.EARLIER,
    "supervisor": style.SUPERVISOR,
    "agreed": style.AGREED,
}
PAIRS = list(combinations(LOOKS, 2))
SEEN = {
    "usual": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
}
Colour = tuple[float, ...]


def light(colour: str) -> Colour:
    """A colour of sRGB in linear light."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return tuple(p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)


def seen(colour: str, eyes: str) -> Colour:
    """A colour as somebody sees it, in linear light."""
    given = light(colour)
    parts = (sum(a * b for a, b in zip(row, given, strict=True)) for row in SEEN[eyes])
    return tuple(min(1.0, max(0.0, part)) for part in parts)


def luminance(colour: Colour) -> float:
    return sum(a * b for a, b in zip((0.2126, 0.7152, 0.0722), colour, strict=True))


def lab(colour: Colour) -> Colour:
    """CIE L*, a*, b* under D65."""
    rows = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    white = (0.95047, 1.0, 1.08883)
    parts = [sum(a * b for a, b in zip(row, colour, strict=True)) for row in rows]
    x, y, z = (_cube(p / w) for p, w in zip(parts, white, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _cube(part: float) -> float:
    return part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116


def difference(one: str, other: str, eyes: str) -> float:
    pair = zip(lab(seen(one, eyes)), lab(seen(other, eyes)), strict=True)
    return float(sum((a - b) ** 2 for a, b in pair) ** 0.5)


def test_colours_of_layers_are_told_apart_by_every_eye() -> None:
    apart = {
        (one, other, eyes): difference(LOOKS[one].colour, LOOKS[other].colour, eyes)
        for one, other in PAIRS
        for eyes in SEEN
    }
    assert len(apart) == 18
    assert {which: far for which, far in apart.items() if far < 25} == {}


def test_layers_are_told_apart_in_grey() -> None:
    shades = {name: lab(light(look.colour))[0] for name, look in LOOKS.items()}
    apart = {(one, other): abs(shades[one] - shades[other]) for one, other in PAIRS}
    assert {which: far for which, far in apart.items() if far < 12} == {}


def test_each_layer_has_a_shape_of_its_own_and_a_line_of_its_own() -> None:
    assert len({look.shape for look in LOOKS.values()}) == len(LOOKS)
    assert len({style.NOW.dash, style.EARLIER.dash, style.SUPERVISOR.dash}) == 3


def contrast(dark: Colour, pale: Colour) -> float:
    return (luminance(pale) + 0.05) / (luminance(dark) + 0.05)


def test_marks_stand_out_from_the_paper() -> None:
    white = (1.0, 1.0, 1.0)
    found = {
        (name, eyes): contrast(seen(look.colour, eyes), white)
        for name, look in LOOKS.items()
        for eyes in SEEN
    }
    assert {which: much for which, much in found.items() if much < 3} == {}


def test_words_can_be_read() -> None:
    grounds, words = (style.PAPER, style.GROUND, style.FAINT), (style.INK, style.QUIET)
    found = {
        (colour, ground): contrast(light(colour), light(ground))
        for colour in words
        for ground in grounds
    }
    assert {which: much for which, much in found.items() if much < 4.5} == {}


def test_letters_in_the_colour_of_a_layer_can_be_read_on_the_hub() -> None:
    hub = light(style.GROUND)
    found = {name: contrast(light(look.ink), hub) for name, look in LOOKS.items()}
    assert {name: much for name, much in found.items() if much < 4.5} == {}
