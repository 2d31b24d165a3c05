"""A service to try the program on, and ways to run it: here and in a process of its own."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from functools import cache
from hashlib import sha256
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from ipsskills.pages.charts.chart import Chart
from tests.conftest import Ran, shipped

ENDS_BY = 60

# What Ada Example answered: everything else with 2.
ANSWERS: Mapping[str, Mapping[str, object]] = {
    "1.1": {"answer": "3", "show": True},
    "2.6": {"answer": "3"},
    "3.2": {"answer": "3"},
    "3.8": {"answer": "1", "bring": True, "note": "I freeze when they ask.", "shared": True},
    "3.10": {"answer": "0"},
    "3.14": {"answer": "n"},
    "3.15": {"answer": "x", "reason": "colleague"},
    "3.16": {"answer": None},
}


def answers(path: Path, given: Mapping[str, Mapping[str, object]] | None = None) -> Path:
    """Write a file of answers to all units."""
    told = ANSWERS if given is None else given
    rows = [
        {"slug": unit.slug, "id": unit.id, "answer": "2", **told.get(unit.id, {})}
        for unit in shipped().asked()
    ]
    path.write_text(json.dumps({"answers": rows}), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory, warm_cache: Path) -> Path:
    """Make a home once: Ada Example with a finished look and a plan, Bo Sample, the demo.

    The processes that share the tests share it: the first makes it and the others wait.
    """
    place = share_folder(tmp_path_factory) / "service"
    ready = place / "ready"
    try:
        place.mkdir()
    except FileExistsError:
        _wait_for(ready)
    else:
        _make(place, warm_cache)
        ready.touch()
    return place / "home"


def share_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder that is one for all processes that share the tests."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


def _wait_for(ready: Path) -> None:
    until = time.monotonic() + ENDS_BY * 2
    while not ready.exists():
        assert time.monotonic() < until, "whoever was first did not make it"
        time.sleep(0.05)


def _make(place: Path, warm_cache: Path) -> None:
    home = place / "home"
    home.mkdir()
    with at_home(home, warm_cache):
        _job("init", "--name", "Ada Example")
        _job("people", "add", "Bo Sample", "--team", "North")
        _job("assess", "--from", str(answers(place / "answers.json")))
        _job("plan", "draft", "--unit", "3.8")
        _job("demo", "-o", str(place / "demo"))


@contextmanager
def at_home(home: Path, warm_cache: Path) -> Iterator[None]:
    """Work in a home that several tests share, with nothing in the surroundings but the cache."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [n for n in os.environ if n.startswith(("IPSSKILLS_", "XDG_"))]:
            patch.delenv(name)
        patch.setenv("HOME", str(home))
        patch.setenv("XDG_CACHE_HOME", str(warm_cache))
        yield


def _job(*args: str) -> None:
    from ipsskills.cli.app import run

    with redirect_stdout(StringIO()), redirect_stderr(StringIO()) as talk:
        assert run(args) == 0, talk.getvalue()


_draw = Chart.draw


def draw_unless_known(place: Path, what: str, chart: Chart, ending: str) -> bytes:
    """Return the file of a chart from a place where all that were drawn are, named by ``what``."""
    path = place / (sha256(f"{type(chart)} {what}".encode()).hexdigest() + ending)
    if not path.exists():
        half = path.with_name(f"{os.getpid()}-{path.name}")
        half.write_bytes(_draw(chart, ending))
        half.replace(path)
    return path.read_bytes()


@pytest.fixture(scope="module", autouse=True)
def draw_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Draw the same chart once, for tests of what stands around it: it takes a while.

    The processes that share the tests share what is drawn. Returns where that is.
    """
    place = share_folder(tmp_path_factory) / "drawn"
    place.mkdir(exist_ok=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            Chart,
            "draw",
            lambda chart, ending: draw_unless_known(place, repr(chart), chart, ending),
        )
        yield place


@pytest.fixture(scope="module", autouse=True)
def draw_dots_once(draw_once: Path) -> Iterator[None]:
    """Draw one chart of each kind in dots: nobody looks at them, and it takes longest."""

    def draw(chart: Chart, ending: str) -> bytes:
        what = "any" if ending == ".png" else repr(chart)
        return draw_unless_known(draw_once, what, chart, ending)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Chart, "draw", draw)
        yield


@pytest.fixture
def lived(home: Path, made: Path) -> Path:
    """Give this test a home in which the program has been used: see `made`."""
    shutil.copytree(made, home, dirs_exist_ok=True)
    return home


def record_file() -> Path:
    """Return the record of the home in use."""
    from ipsskills.cli.setup.paths import record_file as usual

    return usual()


def commands() -> list[tuple[str, ...]]:
    """Return the words of every command and sub-command there is; () is the program alone."""
    return list(_below((), _program()))


def command(words: tuple[str, ...]) -> Any:
    """Return a command by its words, loaded."""
    found = _program()
    for depth, word in enumerate(words):
        found = _loaded(word) if depth == 0 else found.commands[word]
    return found


def parse(words: tuple[str, ...], given: list[str]) -> Any:
    """Return the context of a command for what was typed after its words, below the program's.

    A command keeps the first --help it is asked for, and how that is spelt comes from above it.
    """
    above = _program().make_context("ipsskills", [])
    return command(words).make_context(" ".join(words), given, parent=above)


@cache
def is_group(words: tuple[str, ...]) -> bool:
    """Whether a command only holds others."""
    return bool(words) and bool(getattr(command(words), "commands", {}))


@cache
def _program() -> Any:
    from ipsskills.cli.program import make_program

    return make_program()


@cache
def _loaded(name: str) -> Any:
    from ipsskills.cli.program import load

    return load(name)


def _below(words: tuple[str, ...], group: Any) -> Iterator[tuple[str, ...]]:
    yield words
    for name in getattr(group, "commands", {}):
        yield from _below((*words, name), group.commands[name] if words else _loaded(name))


def spawn(
    *args: str,
    given: bytes = b"",
    env: Mapping[str, str] | None = None,
    before: str = "",
) -> Ran:
    """Run the program in a process of its own; ``before`` is Python to run there first.

    What it writes is read as UTF-8; other bytes stay visible as surrogates.
    """
    done = subprocess.run(
        [*program(before), *args],
        input=given,
        capture_output=True,
        timeout=ENDS_BY,
        check=False,
        env={**surroundings(), **(env or {})},
    )
    out, err = (text.decode("utf-8", "surrogateescape") for text in (done.stdout, done.stderr))
    return Ran(done.returncode, out, err)


def surroundings() -> dict[str, str]:
    """Return the environment for another process, without what changes how Python itself works."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


def program(before: str = "") -> list[str]:
    """Return what starts the program in a process of its own."""
    if not before:
        return [sys.executable, "-m", "ipsskills"]
    return [sys.executable, "-c", f"{before}\nfrom ipsskills.cli.app import main\nmain()"]


def snapshot(folder: Path) -> dict[str, str]:
    """Return what is in a folder, to be compared: each file's path and what it holds."""
    return {
        str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def is_plain(told: str, lines: int = 5) -> None:
    """Assert that a message is short and of this program, with nothing of Python in it."""
    assert told.strip(), "nothing was said"
    assert "Traceback" not in told
    assert "Error:" not in told
    counted = [line for line in told.splitlines() if not line.startswith("- ")]
    assert len(counted) <= lines, told
