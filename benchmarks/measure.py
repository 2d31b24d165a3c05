"""Measures two things side by side, and tells how much of a difference is only noise.

Each round runs ours, theirs and ours again, beginning with another one each time, so that a busy
moment of the machine falls on all of them alike. The fastest run of each counts. Ours against ours
again is the null ratio: it would be 1 on a quiet machine, and how far it is off says how far the
other ratio may be off. While it is off by more than a little, more rounds are run; what the other
ratio says has no part in that.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from math import inf

RUNS, MOST_RUNS = 15, 60
QUIET = 0.03

Run = Callable[[], object]


@dataclass(frozen=True)
class Ratio:
    """The fastest run of ours as a multiple of theirs; ``null`` the same of ours again and ours."""

    value: float
    null: float


@dataclass(frozen=True)
class Line:
    """One line of the table; ``met`` is whether the bar is met."""

    what: str
    bar: str
    measured: str
    null: str
    met: bool


def ratio(ours: Run, theirs: Run) -> Ratio:
    """Return how the fastest of at least fifteen interleaved runs of each compare."""
    turns = (ours, theirs, ours)
    fastest = [inf] * len(turns)
    for done in range(MOST_RUNS):
        for turn in range(done, done + len(turns)):
            place = turn % len(turns)
            fastest[place] = min(fastest[place], seconds(turns[place]))
        if done + 1 >= RUNS and abs(fastest[2] / fastest[0] - 1) <= QUIET:
            break
    return Ratio(fastest[0] / fastest[1], fastest[2] / fastest[0])


def seconds(run: Run) -> float:
    """Return how long one run takes."""
    begun = time.perf_counter()
    run()
    return time.perf_counter() - begun


def at_most(limit: float, what: str, ours: Run, theirs: Run, than: str) -> Line:
    """Return the line of a bar: ours takes at most ``limit`` times theirs, which is ``than``."""
    found = ratio(ours, theirs)
    return Line(
        what,
        f"{limit:.2f} x {than}",
        f"{found.value:.2f}",
        f"{found.null:.2f}",
        found.value <= limit,
    )
