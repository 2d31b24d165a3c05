"""The gates that every change passes, in the order in which they are quickest to tell."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from checks.source import ROOT

BIN = Path(sys.executable).parent
PYTHON = sys.executable

# What is listed here is run by `python -m checks --all` and by .ci/run, and listed nowhere else.
GATES: dict[str, tuple[str, ...]] = {
    "lint": (str(BIN / "ruff"), "check", "."),
    "format": (str(BIN / "ruff"), "format", "--check", "."),
    "types": (str(BIN / "mypy"),),
    "checks": (PYTHON, "-m", "checks"),
    "docs": (PYTHON, "docs/generate.py", "--check"),
    "framework": (PYTHON, "-m", "ipsskills", "framework", "check"),
    "reach": (PYTHON, "-m", "checks.reach"),
    "readability": (PYTHON, "docs/readability.py"),
    "tests": (PYTHON, "-m", "pytest", "-q", "-n", "auto", "--dist", "worksteal"),
}


def run_gates(names: Sequence[str]) -> int:
    """Run gates one after the other, all of them even where one fails; return 1 if one did."""
    failed = []
    for name in names:
        sys.stdout.write(f"\n== {name} ==\n")
        sys.stdout.flush()
        if subprocess.run(GATES[name], cwd=ROOT, check=False).returncode:  # noqa: S603 - our list
            failed.append(name)
    sys.stdout.write(f"\nfailed: {', '.join(failed)}\n" if failed else "\nall gates passed\n")
    return 1 if failed else 0
