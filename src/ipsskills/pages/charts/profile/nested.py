"""How large marks are so that those at one point lie inside one another, and none is hidden."""

from collections.abc import Sequence
from dataclasses import replace
from math import sqrt

from ipsskills.pages.charts import style
from ipsskills.pages.charts.answers import LayerKind
from ipsskills.pages.charts.frame import LOOKS
from ipsskills.pages.charts.key import Looks

SMALLEST = 7.0
AIR = 1.0
INSIDE = {"o": 0.5, "s": 0.5, "D": 0.5, "h": sqrt(3) / 4}
AROUND = {"o": 0.5, "s": sqrt(0.5), "D": sqrt(0.5), "h": 0.5}
"""How far the edge of a shape is from its middle where it is nearest and farthest, of its size."""


def nest(kinds: Sequence[LayerKind]) -> Looks:
    """Return the looks of layers, the first the smallest and each large enough for those before."""
    looks, reach = {}, 0.0
    for kind in kinds:
        look = LOOKS[kind]
        stroke = 0.0 if look.filled else style.STROKE
        size = (reach + AIR + stroke / 2) / INSIDE[look.shape] if reach else SMALLEST
        looks[kind] = replace(look, size=size)
        reach = size * AROUND[look.shape] + stroke / 2
    return looks
