"""Pages longer than the screen: which pager is taken, and where none is."""

import io
import os
import sys
from pathlib import Path

import pytest

from ipsskills.cli.output import paging
from ipsskills.cli.output.pages import may_page
from tests.cases import try_each


@pytest.fixture
def at_terminal(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    """Sit at a terminal of 80 columns by 24 lines."""
    for stream in ("stdin", "stdout"):
        monkeypatch.setattr(getattr(sys, stream), "isatty", lambda: True, raising=False)
    monkeypatch.setattr("shutil.get_terminal_size", lambda: os.terminal_size((80, 24)))
    monkeypatch.setenv("TERM", "xterm")
    paging.take_no_pager([])


@try_each(("lines", "wanted"), [(1, False), (23, False), (24, True), (353, True)])
@pytest.mark.usefixtures("at_terminal")
def test_only_a_page_longer_than_the_screen_is_paged(lines: int, *, wanted: bool) -> None:
    assert paging.wants_pager(lines) is wanted


@pytest.mark.usefixtures("at_terminal")
def test_none_where_somebody_says_so_and_the_option_is_taken() -> None:
    typed = ["framework", "show", "2.4", "--no-pager"]
    assert paging.take_no_pager(typed) == ["framework", "show", "2.4"]
    assert not paging.wants_pager(353)
    assert paging.take_no_pager(["explain", "--", "--no-pager"]) == ["explain", "--", "--no-pager"]
    assert paging.wants_pager(353)


@pytest.mark.usefixtures("at_terminal")
def test_none_where_the_environment_or_the_settings_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PAGER", "1")
    assert not paging.wants_pager(353)
    monkeypatch.delenv("NO_PAGER")
    monkeypatch.setenv("IPSSKILLS_PAGER", "no")
    assert not may_page()


def test_its_last_line_says_which_keys_there_are(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told = tmp_path / "told"
    monkeypatch.setenv(
        "PAGER", f'{sys.executable} -c \'import os; open("{told}", "w").write(os.environ["LESS"])\''
    )
    monkeypatch.delenv("LESS", raising=False)
    assert paging.show_in_pager("a line\n")
    assert "Space goes on, b goes back, q leaves" in told.read_text(encoding="utf-8")
    monkeypatch.setenv("LESS", "-R")
    assert paging.show_in_pager("a line\n")
    assert told.read_text(encoding="utf-8") == "-R", "somebody's own stays"


@pytest.mark.parametrize("name", ["IPSSKILLS_PLAIN", "TERM"])
@pytest.mark.usefixtures("at_terminal")
def test_none_where_plain_lines_are_wanted(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert may_page()
    monkeypatch.setenv(name, {"IPSSKILLS_PLAIN": "yes", "TERM": "dumb"}[name])
    assert not may_page()


def test_none_where_output_goes_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert not paging.wants_pager(353)
    assert not may_page()


def test_the_persons_own_pager_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    assert paging.find_pager({"PAGER": "most -s"}, windows=False) == ["most", "-s"]
    assert paging.find_pager({"PAGER": ""}, windows=False) == []
    assert paging.find_pager({}, windows=False) == ["less"]
    assert paging.find_pager({}, windows=True) == ["more"]
    monkeypatch.setattr("shutil.which", lambda _name: None)
    assert paging.find_pager({}, windows=False) == []


def test_what_cannot_be_started_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGER", "/nowhere/at/all")
    assert not paging.show_in_pager("text\n")
    monkeypatch.setenv("PAGER", "")
    assert not paging.show_in_pager("text\n")


def test_one_who_leaves_early_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGER", "true")
    assert paging.show_in_pager("a line\n" * 100_000)
