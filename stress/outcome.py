"""What one part of the harness found: how often it tried, and what went wrong."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Outcome:
    """So many tries of a kind, and the faults found, by what was wrong and where it was tried."""

    what: str
    tries: int = 0
    acknowledged: int = 0
    faults: Counter[str] = field(default_factory=Counter)

    def fault(self, problem: str, where: str) -> None:
        """Take note of a fault."""
        self.faults[f"{problem} ({where})"] += 1

    def describe(self) -> str:
        """Return it as lines: the figures, then each fault with how often it was met."""
        found = (
            f"{self.tries} tries, {self.acknowledged} acknowledged, {self.faults.total()} faults"
        )
        return "\n".join(
            [f"{self.what:<44} {found}", *(f"  {n} x {f}" for f, n in self.faults.items())]
        )
