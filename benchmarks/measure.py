"""Measures two things side by side, and tells how much of a difference is only noise.

Each round runs ours, theirs and ours again, beginning with another one each time, so that a busy
moment of the machine falls on all of them alike. The cheapest run of each counts. Ours against ours
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
MEGABYTE = 1_000_000

Run = Callable[[], object]
Cost = Callable[[], float]


@dataclass(frozen=True)
class Spent:
    """What a process cost: CPU seconds, its own and the system's, and the most memory in bytes."""

    seconds: float
    peak: int


@dataclass(frozen=True)
class Ratio:
    """The cheapest run of ours as a multiple of theirs; ``null`` the same of ours again and ours.

    ``ours`` is what the cheapest run of ours cost.
    """

    value: float
    null: float
    ours: float


@dataclass(frozen=True)
class Line:
    """One line of the table; ``met`` is whether the bar is met."""

    what: str
    bar: str
    measured: str
    null: str
    met: bool


def compare(ours: Cost, theirs: Cost) -> Ratio:
    """Return how the cheapest of at least fifteen interleaved runs of each compare."""
    turns = (ours, theirs, ours)
    cheapest = [inf] * len(turns)
    for done in range(MOST_RUNS):
        for turn in range(done, done + len(turns)):
            place = turn % len(turns)
            cheapest[place] = min(cheapest[place], turns[place]())
        if done + 1 >= RUNS and abs(cheapest[2] / cheapest[0] - 1) <= QUIET:
            break
    return Ratio(value=cheapest[0] / cheapest[1], null=cheapest[2] / cheapest[0], ours=cheapest[0])


def seconds(run: Run) -> float:
    """Return how long one run takes by the clock."""
    begun = time.perf_counter()
    run()
    return time.perf_counter() - begun


def time_of(run: Run) -> Cost:
    """Return a run that tells how long it took by the clock."""
    return lambda: seconds(run)


class Watched:
    """A process that tells its CPU seconds at each run and remembers the most memory it took."""

    def __init__(self, run: Callable[[], Spent]) -> None:
        self._run = run
        self.peaks: list[int] = []

    def __call__(self) -> float:
        """Run it and return what it took."""
        spent = self._run()
        self.peaks.append(spent.peak)
        return spent.seconds


def at_most(limit: float, what: str, ours: Cost, theirs: Cost, than: str) -> Line:
    """Return the line of a bar: ours costs at most ``limit`` times theirs, which is ``than``."""
    found = compare(ours, theirs)
    return Line(
        what,
        f"{limit:.2f} x {than}",
        f"{found.value:.2f}",
        f"{found.null:.2f}",
        found.value <= limit,
    )


def memory_at_most(megabytes: int, what: str, watched: Watched) -> Line:
    """Return the line of a bar on memory, from the runs there have been; null is their spread."""
    most, least = max(watched.peaks), min(watched.peaks)
    return Line(
        what,
        f"{megabytes} MB",
        f"{most / MEGABYTE:.1f} MB",
        f"{(most - least) / MEGABYTE:.1f} MB",
        most <= megabytes * MEGABYTE,
    )
