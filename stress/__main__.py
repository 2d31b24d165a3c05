"""``python -m stress`` tries everything at length, ``--times 20`` less often, ``kills`` one part.

Exit code 1 if anything was lost, unsound or unexplained.
"""

import argparse
import random
import sys
from collections.abc import Callable

from stress.outcome import Outcome
from stress.parts import (
    cut_power,
    fill_disk,
    kill_commands,
    spoil,
    turn_clock_back,
    work_together,
)
from stress.place import Place, new_place

Part = Callable[[Place, int, random.Random], Outcome]
PARTS: dict[str, Part] = {
    "kills": kill_commands,
    "power": lambda place, times, chance: cut_power(place, times // 4, chance),
    "disk": lambda place, times, chance: fill_disk(place, times // 2, chance),
    "two": lambda place, times, _: work_together(place, 2, min(50, times)),
    "twenty": lambda place, times, _: work_together(place, 20, min(50, times)),
    "clock": lambda place, times, chance: turn_clock_back(place, times // 10, chance),
    "spoilt": lambda place, times, chance: spoil(place, times // 2, chance),
}


def main() -> int:
    """Try each part, print what came of it, and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m stress", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--times", type=int, default=1000, metavar="N", help="kills (1000)")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="for chance")
    asked = parser.parse_args()
    if unknown := [part for part in asked.parts if part not in PARTS]:
        parser.error(f"no such part: {', '.join(unknown)}; there are: {', '.join(PARTS)}")
    faults = 0
    with new_place() as place:
        for part in asked.parts or PARTS:
            found = PARTS[part](place, asked.times, random.Random(asked.seed))
            sys.stdout.write(f"{found.describe()}\n")
            sys.stdout.flush()
            faults += found.faults.total()
    sys.stdout.write(f"\n{faults} faults\n" if faults else "\nnothing lost, nothing unsound\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
