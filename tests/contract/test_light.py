"""A command that only reads loads none of the libraries that only others need.

They are run one after the other in a process of their own, as its start is the most of each; what
each has loaded that was not there before is looked at when it ends.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping
from contextlib import chdir
from pathlib import Path

import pytest

from ipsskills.cli.setup import context
from tests.service import at_home, commands, is_group, surroundings

# One run of each command that only reads; a command stands here or in HEAVY.
READING: tuple[tuple[str, ...], ...] = (
    (),
    ("report",),
    ("report", "--json"),
    ("report", "--since", "2026-01-01"),
    ("report", "Nobody"),
    ("compare", "--demo"),
    ("agenda",),
    ("agenda", "--demo"),
    ("due",),
    ("plan", "show"),
    ("plan", "show", "1.1"),
    ("plan", "export"),
    ("plan", "history"),
    ("record",),
    ("record", "--coverage"),
    ("chart", "coverage"),
    ("people", "list"),
    ("people", "supervision"),
    ("team", "list"),
    ("team", "show", "North"),
    ("framework", "show"),
    ("framework", "show", "3.10"),
    ("framework", "show", "D4"),
    ("framework", "show", "2"),
    ("framework", "map"),
    ("framework", "blank"),
    ("framework", "blank", "disclosure-plan"),
    ("framework", "search", "disclosure"),
    ("framework", "search", "interpretter", "--all"),
    ("framework", "handbook", "-o", "book.md"),
    ("framework", "changes"),
    ("framework", "notes"),
    ("framework", "vignette"),
    ("framework", "vignette", "2.3"),
    ("explain",),
    ("explain", "order"),
    ("explain", "no", "such", "employer"),
    ("explain", "evidence"),
    ("explain", "NOS"),
    ("settings",),
    ("share", "list"),
    ("data", "where"),
    ("data", "check"),
    ("data", "retention"),
)

# What writes, asks, draws, or reads YAML because it is about YAML files.
HEAVY = {
    *(
        "demo",
        "init",
        "assess",
        "form",
        "agree",
        "contest",
        "chart radar",
        "chart profile",
        "chart map",
    ),
    "chart progress",
    *("prepare", "plan draft", "plan add", "plan done", "plan edit", "plan agree", "plan review"),
    *("plan drop", "plan reopen"),
    *("log training", "log evidence", "log observation", "log supervision", "log action"),
    *("log done", "log remove", "people add", "people edit", "people join"),
    *("framework check", "data backup", "data restore", "data join", "undo"),
    *("data export", "data hold", "data forget", "data redact"),
    *("share out", "share in", "share together", "share undo"),
}

HEAVY_LIBRARIES = (
    *("sqlalchemy", "sqlmodel", "pydantic", "pydantic_core"),
    *("matplotlib", "fontTools", "jinja2", "typst", "docx", "openpyxl"),
    *("prompt_toolkit", "questionary", "yaml"),
    "rich.text",  # only a terminal is shown what is bold
    "_hashlib",  # OpenSSL
)
LOADED = """
import json, sys
from ipsskills.cli.app import run
from ipsskills.cli.output.spelling import stay_in_demo
before, found = set(), []
for args in json.loads(sys.argv[1]):
    run(args)
    stay_in_demo(stay=False)  # a process ends here, and with it where it stayed
    found.append(sorted(set(sys.modules) - before))
    before = set(sys.modules)
print("\\n" + json.dumps(found), file=sys.stderr)
"""

# All that is loaded on the way from `assess` to its first question, as a screen needs it.
ASKING = """
import json, sys
from ipsskills.cli import app
alone = sorted(sys.modules)
from ipsskills.cli import running
from ipsskills.cli.commands import assess
from ipsskills.cli.interview import assessing
from ipsskills.cli.interview.without_openssl import without_openssl
from ipsskills.usecases.assessments import assess, begin
with without_openssl():
    from ipsskills.cli.interview import screen
print(json.dumps([alone, sorted(sys.modules)]))
"""
# What is for later, or for another way of asking.
NOT_FOR_A_QUESTION = (
    *(library for library in HEAVY_LIBRARIES if library != "prompt_toolkit"),
    *("rich", "ipsskills.days", "ipsskills.formats", "ipsskills.pages.document"),
    *("ipsskills.privacy.client_detail.finding", "ipsskills.usecases.reading.person"),
)


@pytest.fixture
def used(lived: Path) -> None:
    """Give a home in which the framework's files have been read before, so that copies are kept."""
    _keep_copies()


def _keep_copies() -> None:
    context.framework()
    context.shelf()
    context.links()
    context.blanks()
    context.index()


@pytest.fixture(scope="module")
def reading(
    made: Path, warm_cache: Path, tmp_path_factory: pytest.TempPathFactory
) -> Mapping[tuple[str, ...], set[str]]:
    """Return what each run that only reads has loaded, in a home like that of the others."""
    place = tmp_path_factory.mktemp("reading")
    shutil.copytree(made, place / "home")
    with at_home(place / "home", warm_cache), chdir(place):
        _keep_copies()
        return dict(zip(READING, load_each(*READING), strict=True))


def load_each(*runs: tuple[str, ...]) -> list[set[str]]:
    """Return what each of some runs in one process has loaded that was not there before."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED, json.dumps(runs)],
        capture_output=True,
        check=True,
        env=surroundings(),
        timeout=60,
    )
    return [set(each) for each in json.loads(done.stderr.decode().splitlines()[-1])]


def test_every_command_reads_or_does_more() -> None:
    told = {" ".join(words) for words in commands() if not is_group(words)}
    reading = {next(n for n in _longest_first(run) if n in told) for run in READING}
    assert reading | HEAVY == told
    assert not reading & HEAVY


def _longest_first(args: tuple[str, ...]) -> list[str]:
    return [" ".join(args[:many]) for many in (2, 1, 0)]


@pytest.mark.parametrize("args", READING, ids=" ".join)
def test_reading_loads_nothing_heavy(
    args: tuple[str, ...], reading: Mapping[tuple[str, ...], set[str]]
) -> None:
    assert not set(HEAVY_LIBRARIES) & reading[args]


BROKEN = ("broken.yaml", "broken.yaml")
PAGELESS = (("report", "--json"), ("data", "where"), ("framework", "show", "--json"))


def test_nothing_of_rich_is_loaded_without_a_page_and_what_is_loaded_is_noticed(
    used: None,
) -> None:
    Path(BROKEN[0]).write_text("units: [", encoding="utf-8")
    *pageless, page, added, checked = load_each(
        *PAGELESS,
        ("report",),
        ("people", "add", "Cy"),
        ("framework", "check", *BROKEN),
    )
    assert [args for args, found in zip(PAGELESS, pageless, strict=True) if "rich" in found] == []
    assert "rich" in page
    assert not {"yaml", "pydantic"}.intersection(page, *pageless)
    assert "pydantic" in added
    assert "yaml" in checked


def test_a_first_question_waits_for_nothing_that_can_come_later() -> None:
    done = subprocess.run([sys.executable, "-c", ASKING], capture_output=True, check=True)
    alone, asking = map(set, json.loads(done.stdout))
    assert "typer" not in alone  # `start.prepare` comes first
    assert {"typer", "prompt_toolkit"} <= asking
    assert not set(NOT_FOR_A_QUESTION) & asking
