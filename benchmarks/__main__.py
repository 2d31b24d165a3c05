"""``python -m benchmarks`` measures every bar; ``python -m benchmarks startup help`` only some.

Exit code 1 if a bar is missed. Every part starts in an empty home of its own.
"""

import argparse
import sys
from collections.abc import Callable, Iterator
from functools import partial

from benchmarks.framework import framework
from benchmarks.home import Home, new_home
from benchmarks.identifying import identifying
from benchmarks.keys import keys
from benchmarks.measure import Line
from benchmarks.paper import paper
from benchmarks.peers import peers
from benchmarks.people import SIZES, people
from benchmarks.reading import reading
from benchmarks.settings import settings
from benchmarks.startup import completions, helps, top

PARTS: dict[str, Callable[[Home], Iterator[Line]]] = {
    "startup": top,
    "help": helps,
    "completion": completions,
    "reading": reading,
    "peers": peers,
    "people": people,
    "keys": keys,
    "framework": framework,
    "paper": paper,
    "settings": settings,
    "identifying": identifying,
}
HEADING = Line("what", "bar", "measured", "null", met=True)


def main() -> int:
    """Measure, print one table, and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument(
        "--most", type=int, default=SIZES[-1], metavar="N", help="people: no record of more (5000)"
    )
    asked = parser.parse_args()
    parts = asked.parts or list(PARTS)
    if unknown := [part for part in parts if part not in PARTS]:
        parser.error(f"no such part: {', '.join(unknown)}; there are: {', '.join(PARTS)}")
    _print(HEADING, "met")
    measure = PARTS | {"people": partial(people, most=asked.most)}
    missed = 0
    for part in parts:
        with new_home() as home:
            for line in measure[part](home):
                _print(line, "yes" if line.met else "NO")
                missed += not line.met
    sys.stdout.write(f"\n{missed} missed\n" if missed else "\nall met\n")
    return 1 if missed else 0


def _print(line: Line, met: str) -> None:
    sys.stdout.write(f"{line.what:<58} {line.measured:>9} {line.null:>8}  {met:<4} {line.bar}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
