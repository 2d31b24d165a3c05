"""Where everything on the dial goes. Pure geometry: inches, and radians clockwise from the top."""

from collections.abc import Sequence
from itertools import groupby, pairwise
from math import cos, dist, pi, sin, sqrt

from ipsskills.codes import Code
from ipsskills.frozen import dataclass
from ipsskills.pages.charts import style
from ipsskills.pages.charts.answers import ShownAnswer, spread
from ipsskills.pages.charts.radar.shown import Spoke
from ipsskills.pages.charts.style import Position

HEIGHT = 12.2
CENTRE = (style.WIDTH / 2, 7.05)
WIDEST_STEP = 0.15
DOMAIN_ARC = 2.91
LEADER_FROM = 2.98
LABELS = 3.13

DOMAIN_GAP = 0.75
"""The empty angle between two domains, as a part of that between two spokes."""


@dataclass(frozen=True, kw_only=True)
class Rings:
    """How far from the middle everything stands: the edge of the hub, the ring of 0, and so on.

    ``step`` is from one ring to the next, and ``rows`` are where the letters of each layer stand in
    the hub. The ring of 3 is always in the same place.
    """

    hub: float
    first: float
    step: float
    rows: tuple[float, ...]

    def of(self, code: Code) -> float:
        """Return how far from the middle the ring of an answer 0 to 3 is."""
        return self.first + self.step * int(code)


RINGS = {  # by how many layers there are: the more, the larger a hub their letters need
    1: Rings(hub=1.17, first=1.44, step=0.45, rows=(1.05,)),
    2: Rings(hub=1.38, first=1.62, step=0.39, rows=(1.26, 1.06)),
    3: Rings(hub=1.57, first=1.77, step=0.34, rows=(1.46, 1.26, 1.06)),
}


@dataclass(frozen=True)
class Dial:
    """The angle of each spoke, half the angle from one to the next, and the runs of one domain."""

    angles: tuple[float, ...]
    half_step: float
    groups: tuple[tuple[int, ...], ...]


def point(angle: float, radius: float) -> Position:
    """Return the place on the sheet at an angle and a distance from the middle of the dial."""
    return CENTRE[0] + radius * sin(angle), CENTRE[1] + radius * cos(angle)


def place_answers(angle: float, answers: Sequence[ShownAnswer], half_step: float) -> list[Position]:
    """Return where the answers of one spoke stand, a layer each: on their rings, or at the hub.

    Those on one ring stand side by side, so that none covers another; at the hub each layer has a
    row of its own, the first outermost.
    """
    rings, found = RINGS[len(answers)], []
    for number, (answer, aside) in enumerate(zip(answers, spread(answers), strict=True)):
        if not answer.rated or answer.value is None:
            found.append(point(angle, rings.rows[number]))
            continue
        radius = rings.of(answer.value)
        step = min(WIDEST_STEP, 2 * half_step * radius / len(answers))
        found.append(point(angle + aside * step / radius, radius))
    return found


def dial(spokes: Sequence[Spoke]) -> Dial:
    """Return the angles: a gap between two domains at the top, where the rings are named.

    Of those gaps it is the one that leaves the fewest domains on both sides of the dial (their
    labels then stand together), and of these the one nearest the first spoke.
    """
    groups = tuple(
        tuple(index for index, _ in run)
        for _, run in groupby(enumerate(spokes), key=lambda pair: pair[1].domain)
    )
    whole = len(spokes) + DOMAIN_GAP * len(groups)
    places = [
        index + (1 + DOMAIN_GAP) / 2 + DOMAIN_GAP * number
        for number, group in enumerate(groups)
        for index in group
    ]
    gaps = [group[0] + DOMAIN_GAP * number for number, group in enumerate(groups)]

    def parted(top: float) -> int:
        right = [(place - top) % whole < whole / 2 for place in places]
        return sum(len({right[index] for index in group}) - 1 for group in groups)

    top = min(gaps, key=lambda gap: (parted(gap), min(gap, whole - gap)), default=0.0)
    turn = 2 * pi / whole if whole else 0.0
    return Dial(tuple((place - top) % whole * turn for place in places), turn / 2, groups)


def runs(answers: Sequence[ShownAnswer]) -> list[list[int]]:
    """Return the neighbours to be joined by a line; a closed circle ends where it began.

    Whatever is on no ring breaks the line.
    """
    rated = [answer.rated for answer in answers]
    count = len(answers)
    closed = all(rated) and count > 2  # noqa: PLR2004 - two make a line, three a circle
    first = rated.index(False) if not all(rated) else 0
    order = [(first + step) % count for step in range(count)] + [first] * closed
    found = [list(run) for joined, run in groupby(order, key=lambda i: rated[i]) if joined]
    return [run for run in found if len(run) > 1]


def clear_of_dial(low: float, high: float) -> float:
    """Return how far from the dial's middle line text between two heights must begin.

    The heights are measured from the middle of the dial.
    """
    nearest = 0.0 if low <= 0 <= high else min(abs(low), abs(high))
    return sqrt(max(0.0, LABELS**2 - nearest**2))


def crosses_dial(start: tuple[float, float], end: tuple[float, float]) -> bool:
    """Whether a straight line that starts outside the arcs of the domains cuts into them."""
    steps = [step / 8 for step in range(1, 9)]
    places = [[a + (b - a) * step for a, b in zip(start, end, strict=True)] for step in steps]
    return any(dist(place, CENTRE) < DOMAIN_ARC for place in places)


@dataclass(frozen=True)
class Box:
    """A block of text in a column: where its spoke ends, and its reach above and below that."""

    at: float
    above: float
    below: float


def stack(boxes: Sequence[Box], bottom: float, top: float) -> list[float] | None:
    """Return heights for boxes, given from the top down, so that none overlap.

    Each moves as little as can be (least squares); None if there is not room for all.
    """
    if not boxes:
        return []
    taken = [0.0]
    for upper, lower in pairwise(boxes):
        taken.append(taken[-1] + upper.below + lower.above)
    ceiling, floor = top - boxes[0].above, bottom + boxes[-1].below + taken[-1]
    if floor > ceiling:
        return None
    level = _descending([box.at + down for box, down in zip(boxes, taken, strict=True)])
    return [min(max(at, floor), ceiling) - down for at, down in zip(level, taken, strict=True)]


def _descending(wanted: Sequence[float]) -> list[float]:
    """Return the nearest values that never rise: pool neighbours that do until none are left."""
    pools: list[list[float]] = []
    for value in wanted:
        pools.append([value])
        while len(pools) > 1 and _mean(pools[-2]) < _mean(pools[-1]):
            last = pools.pop()
            pools[-1] += last
    return [_mean(pool) for pool in pools for _ in pool]


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
