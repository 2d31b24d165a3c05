"""The record on the screen and in files: listed, filtered, covered, for a reviewer."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cases import try_each
from tests.conftest import Ran
from tests.service import is_plain

Run = Callable[..., Ran]


@pytest.fixture
def kept(lived: Path, run: Run) -> Path:
    """Give Ada some entries, one of them old."""
    run("log", "training", "--title", "Rent", "--unit", "3.7", "--on", "2024-01-10")
    run("log", "training", "--title", "Money", "--unit", "3.7", "--kind", "vignette")
    run("log", "evidence", "--title", "A plan", "--unit", "3.8", "--on", "2024-01-10")
    run("log", "supervision", "--minutes", "60", "--agreed", "Ring first.")
    run("log", "observation", "--setting", "A visit", "--way", "watched", "--unit", "3.13")
    return lived


def test_an_empty_record_says_what_to_type(lived: Path, run: Run) -> None:
    told = run("record").out
    assert "Nothing is recorded yet." in told
    assert "ipsskills log --help" in told
    assert "Nothing fits that choice." in run("record", "--unit", "3.13").out


def test_listed_with_the_word_that_names_each(kept: Path, run: Run) -> None:
    ran = run("record")
    assert ran.out.startswith("Training record: Ada Example\n")
    for entry in json.loads(run("record", "--json").out)["data"]["entries"]:
        assert f"  {entry['handle']}  " in ran.out


@try_each(
    ("args", "there", "gone"),
    [
        (("--unit", "3.7"), "Rent", "A visit"),
        (("--since", "2025-01"), "Money", "Rent"),
        (("--until", "2025-01-01"), "Rent", "Money"),
        (("--kind", "supervision"), "Ring first.", "Money"),
        (("--search", "RING first"), "Ring first.", "Money"),
    ],
)
def test_filtered(args: tuple[str, ...], there: str, gone: str, kept: Path, run: Run) -> None:
    told = run("record", *args).out
    assert there in told
    assert gone not in told


def test_coverage_has_ages_and_no_total(kept: Path, run: Run) -> None:
    told = run("record", "--coverage").out
    assert re.search(r"3\.7 Benefits and\s+\d+ \w+ 20\d\d: +-", told)
    assert "10 Jan 2024, old" in told
    assert "vignette" in told
    assert told.count("old") == 2, "the heading, and the one unit whose latest is old"
    units = [line for line in told.splitlines() if re.match(r"  [123]\.\d+ ", line)]
    assert len(units) == 28
    assert not re.search(r"\d+ of \d+|\d ?%|total", told, re.IGNORECASE)


def test_for_review_has_no_rating(kept: Path, run: Run) -> None:
    run("log", "observation", "Bo", "--setting", "x", "--way", "shown", "--unit", "1.1")
    told = run("record", "--for-review", "--format", "md").out
    assert "| A visit |" in told
    assert "| 60 minutes |" in told
    assert "supervision, one-to-one" in told
    assert "Money" not in told
    assert "Ring first" not in told


def test_written_to_files(kept: Path, tmp_path: Path, run: Run) -> None:
    for name, begins in (("a.md", "# What"), ("a.txt", "What"), ("a.json", "{")):
        ran = run("record", "--coverage", "-o", name)
        assert (ran.code, ran.out) == (0, f"It is in {Path.cwd() / name}\n")
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)
    assert run("record", "-o", "a.md").code == 11
    assert run("record", "-o", "a.md", "--force").code == 0
    assert run("record", "--format", "json").out == run("record", "--json").out


@try_each(
    ("args", "code"),
    [
        (("Nobody",), 10),
        (("--unit", "9.9"), 10),
        (("--since", "spring"), 11),
        (("--since", "2026-13"), 11),
        (("--kind", "party"), 2),
        (("--coverage", "--unit", "3.7"), 2),
        (("-o", "a.odt"), 11),
        (("--search",), 2),
    ],
)
def test_refused(args: tuple[str, ...], code: int, kept: Path, run: Run) -> None:
    ran = run("record", *args)
    assert (ran.code, ran.out) == (code, "")
    is_plain(ran.err)
