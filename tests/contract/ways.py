"""A way for each command to do its work in the lived-in home, and one to be refused there."""

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from ipsskills import errors
from ipsskills.cli.setup import context
from ipsskills.framework.files import shipped_folder
from ipsskills.pages.charts.chart import Chart
from ipsskills.record.types import AloneFirst, Person
from tests.service import _job, answers, at_home, commands, is_group, record_file, snapshot

WORKING = [words for words in commands() if not is_group(words)]

# One way for each command to do its work in the lived-in home; FILES are made by `files`.
SUCCEEDS: Mapping[str, tuple[str, ...]] = {
    "": (),
    "demo": ("-o", "shown"),
    "init": ("--name", "Cy Other"),
    "assess": ("--from", "answers.json"),
    "report": (),
    "compare": ("--demo",),
    "form": ("-o", "form.html", "--for", "Bo"),
    "contest": ("--because", "I led that visit", "--demo"),
    "agree": ("3.12", "2", "--because", "We both saw it", "--demo"),
    "chart radar": ("-o", "radar.svg"),
    "chart coverage": ("-o", "coverage.svg"),
    "chart profile": ("-o", "profile.svg"),
    "chart map": ("-o", "map.svg"),
    "chart progress": ("-o", "progress.svg"),
    "plan draft": ("--unit", "3.10"),
    "plan show": (),
    "plan add": ("A goal of my own", "--do", "A step", "--with", "Bo"),
    "plan done": ("1.1",),
    "plan export": (),
    "plan edit": ("1", "--title", "In other words"),
    "plan agree": ("--with", "Bo"),
    "plan review": ("1", "--note", "Going on"),
    "plan drop": ("1", "--because", "Not now"),
    "plan reopen": ("1",),
    "plan history": (),
    "prepare": ("--well", "A trial shift.", "--unit", "3.8", "--done", "1.1"),
    "agenda": (),
    "due": (),
    "log training": ("--title", "Money", "--unit", "3.7"),
    "log evidence": ("--title", "A telling plan", "--unit", "3.8", "--who", "Bo"),
    "log observation": (
        "Bo",
        "--setting",
        "A visit",
        "--way",
        "watched",
        "--unit",
        "3.13",
        "--with",
        "Ada",
    ),
    "log supervision": ("--minutes", "60", "--action", "Ada: visit a ward by 2027-01-31"),
    "log action": ("last", "--by", "2027-02-01"),
    "log done": ("last",),
    "log remove": ("last",),
    "record": ("--coverage",),
    "share out": ("--to", "Bo", "--open-file", "-o", "for-bo.txt"),
    "share together": (),
    "share in": ("came.txt",),
    "share list": (),
    "share undo": ("--yes",),
    "people list": (),
    "people add": ("Dee New",),
    "people edit": ("Bo", "--hours", "0.5"),
    "people supervision": (),
    "people join": ("Ada", "Bo"),
    "team list": (),
    "team show": ("North",),
    "undo": ("--yes",),
    "framework show": ("3.10",),
    "framework map": (),
    "framework blank": ("disclosure-plan",),
    "framework handbook": ("-o", "book.md"),
    "framework changes": ("competences.yaml",),
    "framework search": ("disclosure",),
    "framework notes": ("--moving",),
    "framework check": (),
    "framework vignette": ("2.3", "2"),
    "explain": ("order",),
    "settings": ("plain", "yes"),
    "data where": (),
    "data backup": ("copy-2.db",),
    "data restore": ("copy.db", "--yes"),
    "data join": ("copy.db",),
    "data check": (),
    "data export": ("-o", "all-of-it"),
    "data hold": ("Ada", "--why", "request"),
    "data retention": (),
    "data forget": ("Bo Sample", "--yes"),
    "data redact": ("last", "--yes"),
}

# These speak of the content, or of invented people, and of nobody in the record.
ABOUT_CONTENT = ("framework", "demo", "explain", "settings")

# What has to have been done before a command can do its work there.
BEFORE: Mapping[str, tuple[str, ...]] = {
    "share undo": ("share", "in", "came.txt"),
    "plan reopen": ("plan", "done", "1"),
}

# A way for each command to be refused in the lived-in home, and the error it ends with.
FAILS: Mapping[str, tuple[tuple[str, ...], type[errors.IpsSkillsError]]] = {
    "": (("nosuch",), errors.UsageError),
    "demo": (("extra",), errors.UsageError),
    "init": ((), errors.NeedsTerminal),
    "assess": (("--from", "broken.yaml"), errors.InvalidInput),
    "report": (("Nobody",), errors.NotFound),
    "compare": (("Bo",), errors.NotFound),
    "form": (("-o", "form.odt"), errors.InvalidInput),
    "agree": (("3.12",), errors.NotFound),
    "contest": (("--settled", "--because", "x"), errors.UsageError),
    "chart radar": (("Bo",), errors.NotFound),
    "chart coverage": (("-o", "coverage.doc"), errors.InvalidInput),
    "chart profile": (("Bo",), errors.NotFound),
    "chart map": (("Ada", "--empty"), errors.UsageError),
    "chart progress": (("Bo",), errors.NotFound),
    "plan draft": (("--unit", "9.9"), errors.NotFound),
    "plan show": (("Nobody",), errors.NotFound),
    "plan add": (("Goal", "--do", "Step", "--by", "soon"), errors.InvalidInput),
    "plan done": (("7.7",), errors.NotFound),
    "plan export": (("-o", "broken.yaml"), errors.InvalidInput),
    "plan edit": (("1",), errors.UsageError),
    "plan agree": ((), errors.InvalidInput),
    "plan review": (("7",), errors.NotFound),
    "plan drop": (("1",), errors.UsageError),
    "plan reopen": (("1",), errors.InvalidInput),
    "plan history": (("7",), errors.NotFound),
    "prepare": ((), errors.NeedsTerminal),
    "due": (("Nobody",), errors.NotFound),
    "agenda": (("Nobody",), errors.NotFound),
    "log training": ((), errors.NeedsTerminal),
    "log evidence": (("--title", "A plan", "--unit", "9.9"), errors.NotFound),
    "log observation": (("--setting", "A visit", "--way", "by bus"), errors.InvalidInput),
    "log supervision": (("--minutes", "60", "--cancelled", "ill"), errors.InvalidInput),
    "log action": (("last",), errors.UsageError),
    "log done": (("nosuch",), errors.NotFound),
    "log remove": (("nosuch",), errors.NotFound),
    "record": (("--coverage", "--for-review"), errors.UsageError),
    "share out": (("--to", "Nobody"), errors.NotFound),
    "share in": (("broken.yaml",), errors.InvalidInput),
    "share together": (("Bo",), errors.NotFound),
    "share list": (("--db", "broken.yaml"), errors.StoreError),
    "share undo": (("99",), errors.NotFound),
    "people list": (("--db", "broken.yaml"), errors.StoreError),
    "people add": (("Bo Sample",), errors.InvalidInput),
    "people edit": (("Nobody", "--team", "x"), errors.NotFound),
    "people supervision": (("--db", "broken.yaml"), errors.StoreError),
    "people join": (("Ada", "Nobody"), errors.NotFound),
    "team list": (("--db", "broken.yaml"), errors.StoreError),
    "undo": ((), errors.NeedsTerminal),
    "team show": (("South",), errors.NotFound),
    "framework show": (("9.9",), errors.NotFound),
    "framework blank": (("zzz",), errors.NotFound),
    "framework map": (("-o", "map.gif"), errors.InvalidInput),
    "framework handbook": (("-o", "book.odt"), errors.InvalidInput),
    "framework changes": (("1999.1",), errors.NotFound),
    "framework search": ((" ",), errors.UsageError),
    "framework notes": (("9.9",), errors.NotFound),
    "framework check": (("broken.yaml", "broken.yaml"), errors.DataFileError),
    "framework vignette": (("2.3", "99"), errors.NotFound),
    "explain": (("nosuch",), errors.NotFound),
    "settings": (("nosuch",), errors.InvalidInput),
    "data where": (("extra",), errors.UsageError),
    "data backup": (("broken.yaml",), errors.StoreError),
    "data restore": (("copy.db",), errors.NeedsTerminal),
    "data join": (("nosuch.db",), errors.NotFound),
    "data check": (("--db", "nosuch.db"), errors.NotFound),
    "data export": ((), errors.UsageError),
    "data hold": (("Ada",), errors.UsageError),
    "data retention": (("--db", "broken.yaml"), errors.StoreError),
    "data forget": (("Bo Sample",), errors.NeedsTerminal),
    "data redact": (("nosuch", "--yes"), errors.NotFound),
}


@pytest.fixture(scope="session")
def stocked(made: Path, warm_cache: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make once a folder of the files that the commands above name, and a home with an action."""
    place = tmp_path_factory.mktemp("stocked")
    home = shutil.copytree(made, place / "home")
    with at_home(home, warm_cache):
        stock(place)
    return place


def stock(place: Path) -> None:
    """Make the files that the commands above name, and what they need to be in the record."""
    (place / "broken.yaml").write_text("answers: [\n", encoding="utf-8")
    shutil.copy(shipped_folder() / "competences.yaml", place)
    answers(place / "answers.json")
    shutil.copy(record_file(), place / "copy.db")
    _keep_something_apart()
    _job("log", "supervision", "--minutes", "50", "--action", "Ada: ring an employer")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(place / "elsewhere"))
        _job("init", "--name", "Zoe Else", "--supervisor", "Yun Other")
        _job("log", "training", "--title", "Money", "--unit", "3.7")
        _job("share", "out", "--open-file", "-o", str(place / "came.txt"))


def _keep_something_apart() -> None:
    """Keep a view of Bo's apart from Ada, as if it had come by file."""
    with context.desk(context.Place(), write=True) as desk, desk.writing() as view:
        bo = next(each for each in view.current(Person) if each.name.startswith("Bo"))
        units, today = ("3.12",), view.today
        kept = view.first(
            AloneFirst, about=view.me, rater=bo.thing, reader=view.me, units=units, since=today
        )
        view.add(kept)


@pytest.fixture
def undrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw no chart, for tests that look at no picture: others draw each of them."""
    monkeypatch.setattr(Chart, "draw", lambda *_: b"a picture")


@pytest.fixture
def files(home: Path, stocked: Path, tmp_path: Path) -> Path:
    """Give this test the home and, in the folder it runs in, the files that the commands name."""
    return shutil.copytree(stocked, tmp_path, dirs_exist_ok=True)


@pytest.fixture(scope="module")
def shared(stocked: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Copy that folder for all tests of a module that change nothing in it, and see to that."""
    place = tmp_path_factory.mktemp("shared")
    shutil.copytree(stocked, place, dirs_exist_ok=True)
    before = snapshot(place)
    yield place
    assert snapshot(place) == before, "what only reads, or is refused, changed something"


@pytest.fixture
def only_read(home: Path, shared: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give this test a home in which the program has been used, which is only read."""
    monkeypatch.setenv("HOME", str(shared / "home"))
    return shared / "home"


@pytest.fixture
def kept_files(only_read: Path, shared: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give this test that home and the files, none of which it may change."""
    monkeypatch.chdir(shared)
    return shared
