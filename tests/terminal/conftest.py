"""Homes to start in, and terminals that are closed after each test."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":  # no pseudo-terminals there
    collect_ignore_glob = ["test_*.py"]
else:
    from tests.terminal.terminal import PATIENCE, Terminal, environment

Start = Callable[..., "Terminal"]
CACHE = ".cache"  # below a home


@pytest.fixture(scope="session")
def known_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a home in which Ada Example is known, to be copied."""
    home = tmp_path_factory.mktemp("known")
    who = ("--name", "Ada Example", "--role", "employment specialist")
    subprocess.run(
        [sys.executable, "-m", "ipsskills", "init", *who],
        env=environment(home),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=PATIENCE,
        check=True,
    )
    return home


@pytest.fixture
def fresh(tmp_path: Path, known_home: Path) -> Path:
    """Return a home that knows nobody; only the program's own files were read in it before."""
    home = tmp_path / "fresh"
    shutil.copytree(known_home / CACHE, home / CACHE)
    return home


@pytest.fixture
def ada(tmp_path: Path, known_home: Path) -> Path:
    """Return a home in which Ada Example is known and has answered nothing."""
    return shutil.copytree(known_home, tmp_path / "ada")


@pytest.fixture
def start() -> Iterator[Start]:
    """Return a starter of the program in a terminal; ``fast`` lifts what a person's pace asks.

    Python starts ``anew`` where that is tested too, as it does at a person's pace.
    """
    started: list[Terminal] = []

    def starter(
        home: Path,
        *args: str,
        fast: bool = True,
        anew: bool = False,
        columns: int = 80,
        rows: int = 24,
        env: dict[str, str] | None = None,
    ) -> Terminal:
        pace = {"IPSSKILLS_KEYS": "fast"} if fast else {}
        terminal = Terminal(
            home,
            *args,
            columns=columns,
            rows=rows,
            env=pace | (env or {}),
            forked=fast and not anew,
        )
        started.append(terminal)
        return terminal

    yield starter
    for terminal in started:
        terminal.close()
