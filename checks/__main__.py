"""``python -m checks`` runs the rules on the source; ``python -m checks --all`` runs every gate."""

import argparse
import sys

from checks.gates import GATES, run_gates
from checks.run import check


def main() -> int:
    """Run what was asked for and return the exit code."""
    names = ", ".join(GATES)
    parser = argparse.ArgumentParser(prog="python -m checks", description=__doc__)
    parser.add_argument("gates", nargs="*", metavar="GATE", help=f"only these gates: {names}")
    parser.add_argument("--all", action="store_true", help="run every gate")
    parser.add_argument(
        "--without", action="append", default=[], metavar="GATE", help="with --all, but not this"
    )
    parser.add_argument("--findings", action="store_true", help="list what is still allowed too")
    asked = parser.parse_args()
    if unknown := {*asked.gates, *asked.without} - set(GATES):
        parser.error(f"no such gate: {', '.join(sorted(unknown))}; there are: {names}")
    if asked.all:
        return run_gates([name for name in GATES if name not in asked.without])
    if asked.gates:
        return run_gates(asked.gates)
    return check(every=asked.findings)


if __name__ == "__main__":
    sys.exit(main())
