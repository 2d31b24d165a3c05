"""What a rule is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from checks.source import Finding, Source


@dataclass(frozen=True)
class Rule:
    """A rule on the source: a short name, its bar in words, and how findings are found.

    `measure` gives the figure that stands nearest to the bar, for the table; without one the
    number of findings says enough.
    """

    name: str
    bar: str
    find: Callable[[Source], Iterator[Finding]]
    measure: Callable[[Source], str] | None = None
