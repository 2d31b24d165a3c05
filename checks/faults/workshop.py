"""A copy of the checkout with an environment of its own, in which a fault can do no harm."""

import re
import shutil
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from checks.faults.seeded import SeededFault, find_file, plant
from checks.source import ROOT

COPIED = ("src", "data", "docs", "tests", "benchmarks", "checks", ".ci")
FILES = ("pyproject.toml", "constraints.txt", "LICENSE")
# The list itself would notice that the text to be replaced is gone.
LEFT_OUT = ("--ignore=tests/checks",)
FAILED = re.compile(r"^(?:FAILED|ERROR) (\S+)", re.MULTILINE)


@dataclass(frozen=True)
class Verdict:
    """Whether the tests failed, and the first of them that did."""

    failed: bool
    first: str = ""


class Workshop:
    """One copy. Its Python finds the copied source first, and else what this one has installed."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "checkout"
        for name in COPIED:
            ignored = shutil.ignore_patterns("__pycache__", "*.pyc")
            shutil.copytree(ROOT / name, self.root / name, ignore=ignored)
        for path in (*(ROOT / name for name in FILES), *ROOT.glob("*.md")):
            shutil.copy(path, self.root)
        self._python = _make_environment(folder / "venv", self.root / "src")

    def try_fault(
        self, fault: SeededFault, tests: Sequence[str], left_out: Sequence[str]
    ) -> Verdict:
        """Run tests with the fault planted, up to the first that fails; then take it out again."""
        path = find_file(fault, self.root)
        sound = path.read_text(encoding="utf-8")
        path.write_text(plant(fault, sound), encoding="utf-8")
        try:
            failing = self.list_failing(
                ["-x", *(f"--deselect={name}" for name in left_out), *tests]
            )
        finally:
            path.write_text(sound, encoding="utf-8")
        return Verdict(bool(failing), failing[0] if failing else "")

    def list_failing(self, args: Sequence[str]) -> list[str]:
        """Run tests and return those that fail. Raises RuntimeError where pytest itself does."""
        done = self._run_tests(args)
        failing = FAILED.findall(done.stdout)
        if done.returncode and not failing:
            # A conftest that cannot be imported ends pytest before any test has a name.
            if "conftest" in done.stderr:
                return ["conftest.py"]
            raise RuntimeError(done.stdout + done.stderr)
        return failing

    def list_failing_soundly(self, args: Sequence[str]) -> list[str]:
        """Return the tests that fail without any fault.

        Raises RuntimeError where a file of tests cannot even be collected: it would seem to notice
        every fault.
        """
        failing = self.list_failing(args)
        if broken := [name for name in failing if "::" not in name]:
            raise RuntimeError(f"cannot be collected: {', '.join(broken)}")
        return failing

    def _run_tests(self, args: Sequence[str]) -> subprocess.CompletedProcess[str]:
        return subprocess.run(  # noqa: S603 - our own tests
            [str(self._python), "-m", "pytest", "-q", "-p", "no:cacheprovider", *LEFT_OUT, *args],
            cwd=self.root,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )


def _make_environment(folder: Path, source: Path) -> Path:
    """Return the Python of a new environment that looks into ``source`` before anything else."""
    venv.create(folder, symlinks=sys.platform != "win32")
    paths = sysconfig.get_paths(vars={"base": str(folder), "platbase": str(folder)})
    installed = sysconfig.get_paths()["purelib"]
    link = Path(paths["purelib"]) / "workshop.pth"
    link.write_text(f"{source}\n{installed}\n", encoding="utf-8")
    return Path(paths["scripts"]) / Path(sys.executable).name
