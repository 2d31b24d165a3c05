"""``python -m checks.faults`` seeds every fault; with names, rooms or use cases only those.

Each is planted in a copy of the source, and the tests that cover it are run; if they do not notice,
so is the whole suite. Ends with 1 where a fault went unnoticed.
"""

import argparse
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory

from checks.faults.seeded import SeededFault, find_file, plant, read_faults, select_faults
from checks.faults.workshop import Verdict, Workshop

WHOLE = ("tests", "-n", "2")


def main() -> int:
    """Seed the faults that were asked for, print what became of each, return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m checks.faults", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--jobs", type=int, default=2, help="how many at a time (2)")
    parser.add_argument("--quick", action="store_true", help="never run the whole suite")
    asked = parser.parse_args()
    try:
        faults = select_faults(read_faults(), asked.names)
        for fault in faults:
            plant(fault, find_file(fault).read_text(encoding="utf-8"))
    except ValueError as error:
        parser.error(str(error))
    with TemporaryDirectory() as folder:
        shops = [Workshop(Path(folder) / str(number)) for number in range(asked.jobs)]
        return _seed(faults, shops, whole=not asked.quick)


def _seed(faults: Sequence[SeededFault], shops: Sequence[Workshop], *, whole: bool) -> int:
    """Seed faults in as many workshops at a time as there are."""
    covering = sorted({test for fault in faults for test in fault.tests})
    left_out = _list_failing(shops[0], [*covering, "-n", str(len(shops))])
    idle: SimpleQueue[Workshop] = SimpleQueue()
    for shop in shops:
        idle.put(shop)

    def try_one(fault: SeededFault) -> Verdict:
        shop = idle.get()
        try:
            return shop.try_fault(fault, fault.tests, left_out)
        finally:
            idle.put(shop)

    started = time.monotonic()
    with ThreadPoolExecutor(len(shops)) as pool:
        waiting = {pool.submit(try_one, fault): fault for fault in faults}
        unnoticed = [
            waiting[done]
            for done in as_completed(waiting)
            if not _tell(waiting[done], done.result(), "not yet")
        ]
    if unnoticed and whole:
        unnoticed = _seed_again(unnoticed, shops[0])
    minutes = (time.monotonic() - started) / 60
    _say(f"\n{len(faults) - len(unnoticed)} of {len(faults)} caught, in {minutes:.0f} minutes")
    return 1 if unnoticed else 0


def _seed_again(faults: Sequence[SeededFault], shop: Workshop) -> list[SeededFault]:
    """Seed faults with the whole suite and return those that it does not notice either."""
    _say("\nthe whole suite, for those that their own tests did not notice:")
    left_out = _list_failing(shop, WHOLE)
    tried = [(fault, shop.try_fault(fault, WHOLE, left_out)) for fault in faults]
    return [fault for fault, verdict in tried if not _tell(fault, verdict, "NOT CAUGHT")]


def _list_failing(shop: Workshop, tests: Sequence[str]) -> list[str]:
    """Return the tests that fail without any fault: they cannot notice one."""
    found = shop.list_failing_soundly(tests)
    for name in found:
        _say(f"fails without any fault and is left out: {name}")
    return found


def _tell(fault: SeededFault, verdict: Verdict, otherwise: str) -> bool:
    word = "caught" if verdict.failed else otherwise
    _say(f"{word:<11} {fault.name:<50} {verdict.first if verdict.failed else fault.file}")
    return verdict.failed


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
