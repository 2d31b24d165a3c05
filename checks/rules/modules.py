"""A module is short enough to be read in one go, and most are much shorter."""

import statistics
from collections.abc import Iterator

from checks.rules.rule import Rule
from checks.source import INIT, PACKAGE, Finding, Source

MOST = 300
MEDIAN = 120
EMPTY = 15  # an `__init__.py` below this only names its room and would flatter the median


def find(source: Source) -> Iterator[Finding]:
    """Yield modules that are too long, and the package where half of its modules are."""
    for module in source.modules:
        if module.lines > MOST:
            yield Finding(
                f"src/{PACKAGE}/{module.path}", MOST + 1, f"{module.lines} lines, at most {MOST}"
            )
    if (median := _median(source)) > MEDIAN:
        yield Finding(f"src/{PACKAGE}", 1, f"median of {median:g} lines, at most {MEDIAN}")


def measure(source: Source) -> str:
    """Return the median and the longest module."""
    longest = max(source.modules, key=lambda module: module.lines)
    return f"median {_median(source):g}, longest {longest.lines} ({longest.path})"


def _median(source: Source) -> float:
    return statistics.median(
        module.lines
        for module in source.modules
        if not (module.path.endswith(f"{INIT}.py") and module.lines < EMPTY)
    )


RULE = Rule("modules", f"at most {MOST} lines, median at most {MEDIAN}", find, measure)
