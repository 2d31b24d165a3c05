"""Charts at the command line: on the screen in letters or words, and as files."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran

Run = Callable[..., Ran]


@pytest.fixture
def eyes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give a terminal whose reader is shown drawings."""
    monkeypatch.setenv("TERM", "xterm")


@pytest.fixture
def kept(lived: Path, run: Run, eyes: None) -> Path:
    """Give Ada some entries, one of them old."""
    run("log", "training", "--title", "Rent", "--unit", "3.7", "--kind", "vignette")
    run("log", "evidence", "--title", "A plan", "--unit", "3.8", "--on", "2024-01-10")
    return lived


def test_coverage_is_on_the_screen_in_letters(kept: Path, run: Run) -> None:
    ran = run("chart", "coverage")
    assert (ran.code, ran.err) == (0, "")
    assert "  3.7   Benefits and money        .  V  .  .  .  .  .    .  .\n" in ran.out
    assert "  3.8   Disclosure                .  .  .  .  .  .  .    e  .\n" in ran.out
    assert "ipsskills chart coverage -o coverage.png" in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80


def test_whoever_reads_in_plain_lines_has_words(
    kept: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = run("chart", "coverage", "--plain").out
    assert ".  .  ." not in told
    assert "Evidence, 10 Jan 2024 (over twelve months ago)" in " ".join(told.split())
    monkeypatch.setenv("TERM", "dumb")
    assert run("chart", "coverage").out == told
    monkeypatch.setenv("TERM", "xterm")
    run("settings", "plain", "yes")
    assert run("chart", "coverage").out == told


def test_coverage_as_a_picture_for_a_program_and_in_a_page(kept: Path, run: Run) -> None:
    ran = run("chart", "coverage", "-o", "c.svg")
    assert (ran.code, ran.err, ran.out) == (0, "", f"The chart is in {Path('c.svg').absolute()}\n")
    assert "training by vignette" in Path("c.svg").read_text(encoding="utf-8")
    assert run("chart", "coverage", "-o", "c.svg").code == 11
    assert run("chart", "coverage", "-o", "c.docx").code == 11
    shown = json.loads(run("chart", "coverage", "--json").out)["data"]
    assert shown["path"] is None
    assert shown["shown"] == json.loads(run("record", "--coverage", "--json").out)["data"]
    assert run("record", "--coverage", "-o", "c.html").code == 0
    assert "training by vignette" in Path("c.html").read_text(encoding="utf-8")
    assert "training by vignette" not in run("record", "--coverage").out


def test_the_profile_is_on_the_screen_or_a_picture(lived: Path, run: Run, eyes: None) -> None:
    ran = run("chart", "profile")
    assert (ran.code, ran.err) == (0, "")
    assert "  3.10 Employment plan           O   .   .   .      not yet\n" in ran.out
    assert "ipsskills chart profile -o profile.png" in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80
    told = run("chart", "profile", "--plain").out
    assert "3.10  Employment plan" in told
    assert ".   ." not in told
    assert run("chart", "profile", "-o", "p.svg").out.startswith("The chart is in ")
    shown = json.loads(run("chart", "profile", "--json").out)["data"]
    assert shown["path"] is None
    assert len(shown["shown"]["units"]) == 28


def test_an_empty_map_is_nobodys(lived: Path, run: Run) -> None:
    assert run("chart", "map", "--empty", "-o", "m.svg").code == 0
    assert "3.8 Disclosure" in Path("m.svg").read_text(encoding="utf-8")
    assert run("chart", "map", "--empty", "Ada", "-o", "n.svg").code == 2
    assert not Path("n.svg").exists()
