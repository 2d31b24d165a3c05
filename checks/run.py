"""Runs the rules, holds each to its ceiling, and prints what was found."""

import sys
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from checks.rules.all_rules import RULES
from checks.rules.rule import Rule
from checks.source import Finding, Source, read_source

ALLOWED = Path(__file__).parent / "allowed.toml"


@dataclass(frozen=True)
class Result:
    """What a rule found, beside how many findings it still allows."""

    rule: Rule
    findings: tuple[Finding, ...]
    figure: str
    ceiling: int

    @property
    def broken(self) -> bool:
        """Whether more was found than is allowed."""
        return len(self.findings) > self.ceiling

    @property
    def verdict(self) -> str:
        """Return the last column of the table."""
        if self.broken:
            return f"BROKEN, {self.ceiling} allowed"
        if self.ceiling > len(self.findings):
            return f"lower the ceiling from {self.ceiling} to {len(self.findings)}"
        return f"{self.ceiling} still allowed; 0 is the bar" if self.ceiling else "holds"


def read_ceilings(path: Path = ALLOWED) -> dict[str, int]:
    """Return how many findings a rule still allows, by the rule's name; none where unnamed.

    Raises ValueError for a rule that does not exist, or a ceiling that is not a number above 0.
    """
    ceilings = tomllib.loads(path.read_text(encoding="utf-8"))
    known = {rule.name for rule in RULES}
    for name, ceiling in ceilings.items():
        if name not in known or not isinstance(ceiling, int) or ceiling < 1:
            raise ValueError(f"{path.name}: {name} = {ceiling}: a rule's name and a number above 0")
    return ceilings


def run_rules(source: Source, ceilings: Mapping[str, int]) -> list[Result]:
    """Run every rule over the source."""
    results = []
    for rule in RULES:
        findings = tuple(rule.find(source))
        figure = rule.measure(source) if rule.measure else str(len(findings))
        results.append(Result(rule, findings, figure, ceilings.get(rule.name, 0)))
    return results


def print_results(results: Iterable[Result], *, every: bool = False) -> None:
    """Print the table of figures, then the findings of broken rules, or of all of them."""
    results = list(results)
    rows = [("rule", "bar", "measured", "found", "")]
    rows += [
        (one.rule.name, one.rule.bar, one.figure, str(len(one.findings)), one.verdict)
        for one in results
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        sys.stdout.write("  ".join(cells).rstrip() + "\n")
    for one in results:
        if one.findings and (every or one.broken):
            sys.stdout.write(f"\n{one.rule.name}: {one.rule.bar}\n")
            sys.stdout.writelines(f"  {finding}\n" for finding in one.findings)


def check(*, every: bool = False) -> int:
    """Run the rules on this checkout; return 1 where one is broken."""
    results = run_rules(read_source(), read_ceilings())
    print_results(results, every=every)
    return 1 if any(result.broken for result in results) else 0
