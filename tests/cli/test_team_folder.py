"""A page for each person of a team, in a folder: nobody is left out unsaid, nothing is replaced."""

import json
import stat
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.conftest import Ran

Run = Callable[..., Ran]
NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)
TEAM = ["bola-sample", "cerys-pretend", "dev-madeup", "esme-fictional", "farid-imaginary"]


@pytest.fixture(autouse=True)
def at_noon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ipsskills.cli.setup.context.now", lambda: NOON)


def test_a_report_for_each_person_and_who_has_none(lived: Path, run: Run) -> None:
    ran = run("report", "--team", "harbour", "--demo", "--format", "md")
    folder = Path.cwd() / "harbour-team-report-2026-12-01"
    names = [f"{name}-report-2026-12-01.md" for name in TEAM]
    assert ran.out.splitlines() == [f"In {folder}:", *(f"  {name}" for name in names)]
    assert ran.err.startswith("Nothing to write yet for Lee Invented.\n")
    assert sorted(path.name for path in folder.iterdir()) == names
    page = (folder / names[1]).read_text(encoding="utf-8")
    assert page.startswith("# Cerys Pretend: ")
    assert page.endswith("about a member of staff. Cerys Pretend, 1 Dec 2026.\n")
    assert stat.S_IMODE(folder.stat().st_mode) & 0o077 == 0


def test_again_there_is_another_folder_and_in_one_folder_nothing_is_replaced(
    lived: Path, run: Run
) -> None:
    words = ("agenda", "--team", "Harbour", "--demo", "--format", "text")
    folders = [json.loads(run(*words, "--json").out)["data"]["path"] for _ in range(2)]
    assert [Path(each).name for each in folders] == [
        "harbour-team-agenda-2026-12-01",
        "harbour-team-agenda-2026-12-01-2",
    ]
    for _ in range(2):
        assert run(*words, "-o", "agendas").code == 0
    files = sorted(path.name for path in Path("agendas").iterdir())
    assert files[:2] == ["bola-sample-agenda-2026-12-01-2.txt", "bola-sample-agenda-2026-12-01.txt"]
    assert len(files) == 2 * (len(TEAM) + 1)
    assert run(*words, "-o", "agendas", "--force").code == 0
    assert sorted(path.name for path in Path("agendas").iterdir()) == files


def test_mine_are_those_whom_i_supervise(home: Path, run: Run) -> None:
    assert run("init", "--name", "Lee Leader").code == 0
    ran = run("agenda", "--team", "mine")
    assert ran.code == 10
    assert "You supervise nobody here." in ran.err
    run("people", "add", "Bo Example")
    assert run("people", "edit", "Bo", "--supervisor", "Lee Leader").code == 0
    ran = run("report", "--team", "mine")
    assert ran.code == 10
    assert "nothing to write yet for Bo Example" in ran.err
    assert list(Path().glob("mine*")) == []
    assert run("agenda", "--team", "MINE", "--format", "md").code == 0
    assert [path.name for path in Path("mine-agenda-2026-12-01").iterdir()] == [
        "bo-example-agenda-2026-12-01.md"
    ]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("report", "Ada", "--team", "Harbour", "--demo"), 2, "--team is for several people."),
        (("report", "--mine-only", "--team", "Harbour", "--demo"), 2, "--mine-only is about one"),
        (("report", "--team", "Nowhere", "--demo"), 10, "no team called 'Nowhere'"),
        (("agenda", "--team", "", "--demo"), 10, ""),
        (("agenda", "--team", "Harbour", "--demo", "--format", "csv"), 2, "cannot be written"),
        (("agenda", "--team", "Harbour", "--demo", "-o", "taken"), 11, "cannot be a folder"),
    ],
)
def test_what_is_refused_leaves_nothing_behind(
    words: tuple[str, ...], code: int, said: str, lived: Path, run: Run
) -> None:
    Path("taken").touch()
    before = sorted(Path().iterdir())
    ran = run(*words)
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err
    assert sorted(Path().iterdir()) == before
