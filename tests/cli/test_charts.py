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


@pytest.mark.parametrize("how", ["--plain", "setting", "dumb"])
def test_whoever_reads_in_plain_lines_has_words(
    how: str, kept: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    if how == "setting":
        run("settings", "plain", "yes")
    if how == "dumb":
        monkeypatch.setenv("TERM", "dumb")
    told = run("chart", "coverage", *(["--plain"] if how == "--plain" else [])).out
    assert ".  .  ." not in told
    assert "Evidence, 10 Jan 2024 (over twelve months ago)" in " ".join(told.split())


def test_coverage_as_a_picture(kept: Path, run: Run) -> None:
    ran = run("chart", "coverage", "-o", "c.svg")
    assert (ran.code, ran.err, ran.out) == (0, "", f"The chart is in {Path('c.svg').absolute()}\n")
    assert "training by vignette" in Path("c.svg").read_text(encoding="utf-8")
    assert run("chart", "coverage", "-o", "c.svg").code == 11
    assert run("chart", "coverage", "-o", "c.docx").code == 11


def test_coverage_for_a_program(kept: Path, run: Run) -> None:
    shown = json.loads(run("chart", "coverage", "--json").out)["data"]
    assert shown["path"] is None
    assert shown["shown"] == json.loads(run("record", "--coverage", "--json").out)["data"]
    filed = json.loads(run("chart", "coverage", "-o", "c.png", "--json").out)["data"]
    assert Path(filed["path"]).read_bytes().startswith(b"\x89PNG")


def test_coverage_is_in_a_page_with_pictures_only(kept: Path, run: Run) -> None:
    assert run("record", "--coverage", "-o", "c.html").code == 0
    assert "training by vignette" in Path("c.html").read_text(encoding="utf-8")
    assert "training by vignette" not in run("record", "--coverage").out


def test_the_profile_is_on_the_screen_in_letters_or_words(
    lived: Path, run: Run, eyes: None
) -> None:
    ran = run("chart", "profile")
    assert (ran.code, ran.err) == (0, "")
    assert "  3.10 Employment plan           O   .   .   .      not yet\n" in ran.out
    assert "ipsskills chart profile -o profile.png" in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80
    told = run("chart", "profile", "--plain").out
    assert "3.10  Employment plan" in told
    assert ".   ." not in told


def test_the_profile_as_a_picture_and_for_a_program(lived: Path, run: Run) -> None:
    assert run("chart", "profile", "-o", "p.svg").out.startswith("The chart is in ")
    shown = json.loads(run("chart", "profile", "--json").out)["data"]
    assert shown["path"] is None
    assert len(shown["shown"]["units"]) == 28


def test_an_empty_map_is_nobodys(lived: Path, run: Run) -> None:
    assert run("chart", "map", "--empty", "-o", "m.svg").code == 0
    assert "3.8 Disclosure" in Path("m.svg").read_text(encoding="utf-8")
    assert run("chart", "map", "--empty", "Ada", "-o", "n.svg").code == 2
    assert not Path("n.svg").exists()
