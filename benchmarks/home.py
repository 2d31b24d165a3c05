"""A home of its own for the program under measurement: no settings, no record, a warm cache."""

import compileall
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import bare
from benchmarks.measure import Spent

SPEND = Path(__file__).with_name("spend.py")
PROGRAM = Path(sys.executable).with_name("ipsskills")
ENTRY = "ipsskills.cli.app"
OURS = ("IPSSKILLS_", "_IPSSKILLS_", "XDG_", "PYTHON", "COMP_")


@dataclass(frozen=True)
class Home:
    """An empty home folder, and the programs that are started in it."""

    folder: Path

    @property
    def environment(self) -> dict[str, str]:
        """The variables a program starts with: this machine's, with this home and no settings."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
        return kept | {"HOME": str(self.folder), "COLUMNS": "80", "TERM": "xterm"}

    @property
    def bare(self) -> Path:
        """The bare Typer program, started by the same few lines as ours."""
        return self.folder / "bare" / "bare"

    def start(self, *command: str | Path, **variables: str) -> str:
        """Run a command to its end and return what it says; CalledProcessError if it fails."""
        done = subprocess.run(
            [str(part) for part in command],
            env=self.environment | variables,
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    def python(self, code: str) -> str:
        """Run a line of Python in the same environment."""
        return self.start(sys.executable, "-c", code)

    def spend(self, *command: str | Path, **variables: str) -> Spent:
        """Run a command to its end and return what it cost. Raises RuntimeError if it fails."""
        done = self.start(*(sys.executable, "-I", "-S", SPEND), *command, **variables)
        figures, _, told = done.partition("\n")
        cost, peak, code = figures.split()
        if code != "0":
            raise RuntimeError(f"{command}: {told or code}")
        return Spent(float(cost), int(peak))

    def spend_until(self, shown: str, *command: str | Path, **variables: str) -> Spent:
        """Run a command in a terminal until a text is shown there; return what that cost."""
        return self.spend("--until", shown, *command, **variables)

    def spend_python(self, code: str) -> Spent:
        """Run a line of Python and return what it cost."""
        return self.spend(sys.executable, "-c", code)

    def program(self, *args: str | Path, **variables: str) -> str:
        """Run our program by its own entry point."""
        return self.start(PROGRAM, *args, **variables)

    def spend_program(self, *args: str | Path, **variables: str) -> Spent:
        """Run our program and return what it cost."""
        return self.spend(PROGRAM, *args, **variables)

    @property
    def settings(self) -> Path:
        """The file of the settings in this home."""
        told = json.loads(self.program("data", "where", "--json"))
        return Path(told["data"]["settings"])

    @property
    def record(self) -> Path:
        """The file of the record in this home."""
        told = json.loads(self.program("data", "where", "--json"))
        return Path(told["data"]["record"])


@contextmanager
def new_home() -> Iterator[Home]:
    """Give an empty home with everything compiled and the framework in the cache."""
    with TemporaryDirectory(prefix="ipsskills-benchmarks-") as place:
        home = Home(Path(place))
        _install_bare(home)
        home.program("framework", "show")
        yield home


def _install_bare(home: Home) -> None:
    """Install the bare program as ours is: the same starting lines, compiled code."""
    home.bare.parent.mkdir()
    shutil.copy(bare.__file__, home.bare.parent / "bare_program.py")
    home.bare.write_text(PROGRAM.read_text(encoding="utf-8").replace(ENTRY, "bare_program"))
    home.bare.chmod(0o755)
    compileall.compile_dir(home.bare.parent, quiet=1)
