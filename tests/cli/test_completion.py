"""What a shell is offered when somebody presses Tab."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.service import record_file, snapshot

Run = Callable[..., Ran]


@pytest.fixture
def complete(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[[str], list[str]]:
    """Return what bash would be offered after these words."""

    def ask(line: str) -> list[str]:
        words = line.split(" ")
        monkeypatch.setenv("_IPSSKILLS_COMPLETE", "complete_bash")
        monkeypatch.setenv("COMP_WORDS", line)
        monkeypatch.setenv("COMP_CWORD", str(len(words) - 1))
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            run()
        assert not ended.value.code
        shown = capsys.readouterr()
        assert shown.err == ""
        return shown.out.split("\n")[:-1]

    return ask


def test_commands(home: Path, complete: Callable[[str], list[str]]) -> None:
    assert "report" in complete("ipsskills re")
    assert complete("ipsskills plan d") == ["done", "draft", "drop"]


def test_units(home: Path, complete: Callable[[str], list[str]]) -> None:
    assert complete("ipsskills framework show 3.1")[:3] == ["3.1", "3.10", "3.11"]
    assert complete("ipsskills framework blank d") == ["disclosure-plan"]
    assert complete("ipsskills framework show d")[:3] == ["D1", "D2", "D3"]
    assert complete("ipsskills assess --unit M1") == ["M1", "M10"]
    assert complete("ipsskills plan draft --unit 2.6") == ["2.6"]


def test_people(
    lived: Path, complete: Callable[[str], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert complete("ipsskills report A") == ["Ada-Example"]
    assert complete("ipsskills report ") == ["Ada-Example", "Bo-Sample"]
    assert complete("ipsskills report --demo C") == ["Cerys-Pretend"]
    assert complete("ipsskills people edit Ada --supervisor B") == ["Bo-Sample"]
    monkeypatch.setenv("IPSSKILLS_DB", "nosuch.db")
    assert complete("ipsskills report A") == [""]
    assert not Path("nosuch.db").exists()
    assert complete(f"ipsskills report --db {record_file()} B") == ["Bo-Sample"]


def test_who_has_left_or_is_somebody_else_is_not_offered(
    lived: Path, complete: Callable[[str], list[str]], run: Callable[..., Ran]
) -> None:
    for name in ("Bea Gone", "Bill Soon", "Bob Twice"):
        run("people", "add", name)
    run("people", "edit", "Bea", "--left", "2020-01-01")
    run("people", "edit", "Bill", "--left", "2099-01-01")
    run("people", "join", "Bo Sample", "Bob Twice")
    assert complete("ipsskills report B") == ["Bill-Soon", "Bo-Sample"]


def test_names_of_settings_and_topics(home: Path, complete: Callable[[str], list[str]]) -> None:
    assert complete("ipsskills settings pl") == ["plain"]
    assert complete("ipsskills explain or") == ["order"]
    assert complete("ipsskills explain ev") == ["evidence"]
    assert complete("ipsskills explain st0") == ["ST0663"]


def test_what_a_setting_can_be_and_the_nations(
    home: Path, complete: Callable[[str], list[str]]
) -> None:
    assert complete("ipsskills settings plain ") == ["yes", "no"]
    assert complete("ipsskills settings nation s") == ["Scotland"]
    assert complete("ipsskills settings nation England W") == ["Wales"]
    assert complete("ipsskills framework notes --nation e") == ["England"]


def test_it_never_fails_and_leaves_nothing_behind(
    lived: Path, complete: Callable[[str], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    record_file().write_bytes(b"no record at all" * 100)
    monkeypatch.setenv("IPSSKILLS_FRAMEWORK", "/nosuch")
    before = snapshot(lived)
    for line in ("ipsskills report a", "ipsskills framework show 3", "ipsskills nosuch x"):
        assert complete(line) == [""]
    assert snapshot(lived) == before
