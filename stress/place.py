"""The home that everything is tried in: somebody has used the program there for a while."""

import os
import shutil
import sqlite3
from collections.abc import Collection, Iterator, Mapping
from contextlib import closing, contextmanager, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.contract.ways import BEFORE, SUCCEEDS, WORKING, stock
from tests.service import answers

from ipsskills.cli.app import run
from ipsskills.cli.setup.paths import record_file
from ipsskills.usecases.data import check_record


class Place:
    """A folder with a home as it was, and a copy of both to spoil: `fresh` makes it anew."""

    def __init__(self, folder: Path) -> None:
        self._kept, self.work = folder / "kept", folder / "work"
        self._cache = folder / "cache"
        self._kept.mkdir()
        self._make()

    def fresh(self) -> Path:
        """Put everything back as it was and return the record; work is done in its folder."""
        os.chdir("/")
        shutil.rmtree(self.work, ignore_errors=True)
        shutil.copytree(self._kept, self.work)
        self._enter(self.work)
        return record_file()

    def _make(self) -> None:
        self._enter(self._kept)
        _job("init", "--name", "Ada Example")
        _job("people", "add", "Bo Sample", "--team", "North")
        _job("assess", "--from", str(answers(self._kept / "answers.json")))
        _job("plan", "draft", "--unit", "3.8")
        stock(self._kept)

    def _enter(self, folder: Path) -> None:
        home = folder / "home"
        home.mkdir(exist_ok=True)
        for name in [n for n in os.environ if n.startswith(("IPSSKILLS_", "XDG_"))]:
            del os.environ[name]
        os.environ |= {"HOME": str(home), "XDG_CACHE_HOME": str(self._cache)}
        os.chdir(folder)


@contextmanager
def new_place() -> Iterator[Place]:
    """Give a place of its own, which is cleared away in the end."""
    before = Path.cwd(), dict(os.environ)
    with TemporaryDirectory(prefix="ipsskills-stress-") as folder:
        try:
            yield Place(Path(folder))
        finally:
            os.chdir(before[0])
            os.environ.clear()
            os.environ.update(before[1])


def list_writing(place: Place, only: Collection[str] = ()) -> Mapping[str, tuple[str, ...]]:
    """Return every command that writes into the record, by name, as it is typed here.

    Those are the ways in which the contract's tests have each command do its work, where doing it
    leaves another record than before. What shows the demo or puts a whole file in place is left
    out: those make their own. ``only`` names some of them, for a short run.
    """
    found: dict[str, tuple[str, ...]] = {}
    for words in WORKING:
        name = " ".join(words)
        typed = (*words, *SUCCEEDS[name])
        if "--demo" in typed or name in ("demo", "data restore") or (only and name not in only):
            continue
        record = place.fresh()
        _job(*BEFORE[name]) if name in BEFORE else None
        before = count_rows(record)
        _job(*typed)
        if record.exists() and count_rows(record) != before:
            found[name] = typed
    return found


def count_rows(record: Path) -> Mapping[str, int]:
    """Return how many rows each table of a record has."""
    with closing(sqlite3.connect(f"{record.as_uri()}?mode=rw", uri=True)) as raw:
        tables = raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        found = {t: f'SELECT count(*) FROM "{t}"' for (t,) in tables}
        return {t: int(raw.execute(query).fetchone()[0]) for t, query in found.items()}


def find_problem(record: Path) -> str:
    """Return what is wrong with a record, or ""."""
    try:
        found = check_record(record)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told
        return f"cannot be looked through: {type(error).__name__}"
    return "; ".join(found.problems) if not found.sound else ""


def _job(*typed: str) -> None:
    with redirect_stdout(StringIO()), redirect_stderr(StringIO()) as talk:
        code = run(typed)
    if code:
        raise RuntimeError(f"{' '.join(typed)} ended with {code}: {talk.getvalue()}")
