"""Fixtures that every room's tests share: a framework, a clock, a store, a desk, the runner."""

import gc
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import typer.main
from hypothesis import HealthCheck, settings
from jinja2.bccache import Bucket, BytecodeCache
from typer.utils import get_params_from_function

from ipsskills.cli.output.spelling import name_files_by
from ipsskills.codes import Role
from ipsskills.framework import files, reader
from ipsskills.framework import load as load_module
from ipsskills.framework import single as single_module
from ipsskills.framework.cache import copy_place
from ipsskills.framework.content import whole
from ipsskills.framework.faults import Fault
from ipsskills.framework.load import load
from ipsskills.framework.types import Framework
from ipsskills.pages.writers import html
from ipsskills.record import store as store_module
from ipsskills.record.store import Store, open_store
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.introduce import introduce

# No deadline: a shared machine may pause at any time, and speed is the benchmarks' business.
settings.register_profile(
    "suite",
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
settings.load_profile("suite")

# What the processes that run tests compile is kept for one another, whatever the surroundings say:
# those that tests start keep it anyway.
sys.dont_write_bytecode = False

ROOT = Path(__file__).parent.parent
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)

# Where Linux keeps files in memory, and the room there, in bytes, that is enough for every test.
IN_MEMORY = Path("/dev/shm")
ROOM = 2 << 30


class Clock:
    """A clock that starts at noon on 24 November 2026 and moves a second at each look."""

    def __init__(self, at: datetime = NOON) -> None:
        self.at = at

    def __call__(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at

    def forward(self, **by: int) -> None:
        """Let time pass: days=3, hours=1."""
        self.at += timedelta(**by)


class _Compiled(BytecodeCache):
    """Templates that were compiled, by their texts."""

    def __init__(self) -> None:
        self._known: dict[str, Any] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill in what was compiled of the same text earlier."""
        bucket.code = self._known.get(bucket.key + bucket.checksum)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._known[bucket.key + bucket.checksum] = bucket.code


@dataclass(frozen=True)
class Ran:
    """What a run of the program gave."""

    code: int
    out: str
    err: str


def pytest_configure(config: pytest.Config) -> None:
    """Keep tests' files in memory where there is room: a record waits for a disk at each answer.

    What it asks of a disk, and what a stop at any moment leaves, is the same wherever a file is.
    The list of fonts that matplotlib makes is kept from one process for the next. What is collected
    stays, so that rubbish is looked for afterwards, and less often: there is little of it.
    """
    gc.disable()
    if hasattr(config, "cache"):
        os.environ.setdefault("MPLCONFIGDIR", str(config.cache.mkdir("matplotlib")))
    if not os.access(IN_MEMORY, os.W_OK):
        return
    there = os.statvfs(IN_MEMORY)
    may_run = not there.f_flag & os.ST_NOEXEC  # some tests start a program that they made
    if may_run and there.f_bavail * there.f_frsize > ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(IN_MEMORY))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Run one worker more than there are cores: the terminal tests mostly wait."""
    return 1 + (os.cpu_count() or 1)


@pytest.hookimpl(tryfirst=True)
def pytest_collection(session: pytest.Session) -> None:
    """Let each process that takes part in the whole suite import its modules from another place on.

    In a fresh copy nothing is compiled: each would compile the same module at the same time. What
    cannot be imported is told when it is collected.
    """
    worker: Any = getattr(session.config, "workerinput", None)
    if worker is None or session.config.args_source is not pytest.Config.ArgsSource.TESTPATHS:
        return
    files = sorted(Path(__file__).parent.rglob("test_*.py"))
    number, of = int(worker["workerid"].removeprefix("gw")), worker["workercount"]
    first = len(files) * number // of
    for path in (*files[first:], *files[:first]):
        with suppress(Exception, pytest.skip.Exception):
            import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))


def pytest_collection_finish() -> None:
    """Look for rubbish from now on."""
    gc.freeze()
    gc.set_threshold(100_000, 50, 20)
    gc.enable()


@pytest.hookimpl(tryfirst=True)
def pytest_unconfigure() -> None:
    """Look for rubbish once more, and leave out what is there when pytest looks ten times."""
    gc.collect()
    gc.freeze()


@cache
def shipped() -> Framework:
    """Return the framework as shipped, read once a process."""
    return load()


@pytest.fixture(scope="session")
def framework() -> Framework:
    """Return the framework as shipped."""
    return shipped()


@pytest.fixture
def clock() -> Clock:
    """Return a clock of this test's own."""
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    """Open a fresh record for writing."""
    with open_store(tmp_path / "record.db", clock(), write=True) as opened:
        yield opened


@pytest.fixture
def desk(framework: Framework, store: Store, clock: Clock) -> Desk:
    """Return a desk at which Ada Example works."""
    return begin_desk(framework, store, clock)


def begin_desk(framework: Framework, store: Store, clock: Clock) -> Desk:
    """Return a desk at which Ada Example works, who is added to the record."""
    nobody = Desk(framework, store, clock)
    me = introduce(nobody, "Ada Example", Role.EMPLOYMENT_SPECIALIST)
    return replace(nobody, me=me.id)


@pytest.fixture(scope="session")
def warm_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a cache folder that runs share, so that the framework files are parsed once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session", autouse=True)
def _read_once(warm_cache: Path) -> Iterator[None]:
    """Read the same text once a process, and each copy in the shared cache, named by its text.

    What is read is frozen, and every fault is told anew, as errors are not kept. Nobody changes the
    shipped files meanwhile.
    """
    ours, read_anew = files.shipped_folder(), files.read_sources
    read_ours = cache(partial(read_anew, None))

    def read_sources(folder: Path | None = None) -> Any:
        shipped = folder is None and files.shipped_folder() == ours
        return read_ours() if shipped else read_anew(folder)

    def only_shared(really: Callable[..., Any]) -> Callable[..., Any]:
        once = cache(really)

        def read(*args: Any) -> Any:
            path = args[-1]
            known = path.parent.parent == warm_cache and path.exists()
            return (once if known else really)(*args)

        return read

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(load_module, "read_sources", read_sources)
        patch.setattr(load_module, "copy_place", cache(copy_place))
        patch.setattr(load_module, "read_kept", only_shared(load_module.read_kept))
        patch.setattr(single_module, "_read_kept", only_shared(single_module._read_kept))
        patch.setattr(load_module, "parse", cache(load_module.parse))
        patch.setattr(reader, "read_yaml", cache(reader.read_yaml))  # beside one that was spoilt
        patch.setattr(single_module, "_parse", cache(single_module._parse))
        yield


@pytest.fixture(scope="session", autouse=True)
def _make_records_once() -> Iterator[None]:
    """Copy a new record from one that was made: each would go through the same steps.

    An older form, or a step that a test made up, is brought on by the steps as ever.
    """
    from tests.memory import copy_new

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(store_module, "migrate", copy_new)
        yield


@pytest.fixture(autouse=True)
def _begin_on_no_day() -> None:
    """Let names of files hold no day until a test runs the program: another may have run it."""
    name_files_by(None)


@pytest.fixture(scope="session", autouse=True)
def _read_options_once() -> Iterator[None]:
    """Read a command's options from its function once a process; the command is made each time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(typer.main, "get_params_from_function", cache(get_params_from_function))
        yield


@pytest.fixture(scope="session", autouse=True)
def _compile_templates_once() -> Iterator[None]:
    """Compile the same template once a process; each page still has surroundings of its own."""
    compiled, really = _Compiled(), html._make_environment

    def make() -> Any:
        environment = really()
        environment.bytecode_cache = compiled
        return environment

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(html, "_make_environment", make)
        yield


@pytest.fixture(scope="session", autouse=True)
def _check_once() -> Iterator[None]:
    """Look for faults in shipped files once a process: that takes half a second each time."""
    really = whole.find_all_faults
    known: dict[str, list[Fault]] = {}

    def find(framework: Framework, folder: Path | None) -> list[Fault]:
        if folder:
            return really(framework, folder)
        if framework.hash not in known:
            known[framework.hash] = really(framework, None)
        return known[framework.hash]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(whole, "find_all_faults", find)
        yield


@pytest.fixture
def home(tmp_path: Path, warm_cache: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give this test a home of its own: no settings, no record, an 80-column terminal's width."""
    place = tmp_path / "home"
    place.mkdir()
    for name in [n for n in os.environ if n.startswith(("IPSSKILLS_", "XDG_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(place))
    monkeypatch.setenv("XDG_CACHE_HOME", str(warm_cache))
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.chdir(tmp_path)
    return place


@pytest.fixture
def run(
    home: Path,
    capsys: pytest.CaptureFixture[str],
) -> Callable[..., Ran]:
    """Return a runner of the whole program in this process: run("report", "--json")."""
    from ipsskills.cli.app import run as program
    from ipsskills.cli.output.spelling import stay_in_demo

    def runner(*args: str) -> Ran:
        capsys.readouterr()
        code = program([str(arg) for arg in args])
        stay_in_demo(stay=False)  # a process ends here, and with it where it stayed
        shown = capsys.readouterr()
        return Ran(code, shown.out, shown.err)

    return runner


@pytest.fixture
def shipped_copy(tmp_path: Path) -> Path:
    """Return a folder with a copy of the shipped framework files, free to be spoilt."""
    from ipsskills.framework.files import shipped_folder

    place = tmp_path / "files"
    place.mkdir()
    for file in shipped_folder().glob("*.yaml"):
        shutil.copy(file, place)
    return place
