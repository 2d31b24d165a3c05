"""The record as a file: where it is, copies of it, going back to one, whether it is sound."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.cases import try_each
from tests.conftest import Ran
from tests.service import is_plain, record_file, snapshot

Run = Callable[..., Ran]


def where(run: Run) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("data", "where", "--json").out)["data"]
    return found


def names(run: Run) -> list[str]:
    found = json.loads(run("people", "list", "--json").out)["data"]
    return [person["name"] for person in found]


def test_where_before_anything_is_made(home: Path, run: Run) -> None:
    told = run("data", "where").out
    assert told.startswith(f"The record, not made yet: {record_file()}\n")
    assert not where(run)["exists"]
    assert list(home.iterdir()) == []


def test_where_tells_every_place_whole(lived: Path, run: Run) -> None:
    told = run("data", "where").out
    found = where(run)
    for name in ("record", "backups", "settings", "framework", "cache"):
        assert f": {found[name]}\n" in told, "a path broken in two cannot be copied"
    assert f"  {Path(found['copies'][0]).name}\n" in told
    assert Path(found["record"]) == record_file()


def test_where_in_the_invented_service(lived: Path, run: Run) -> None:
    assert "demo.db" in run("data", "where", "--demo").out


def test_the_first_writing_of_a_day_makes_a_copy(lived: Path, run: Run) -> None:
    assert len(where(run)["copies"]) == 1
    run("people", "add", "Cy")
    assert len(where(run)["copies"]) == 1


def test_backup_beside_the_others(lived: Path, run: Run) -> None:
    before = where(run)["copies"]
    ran = run("data", "backup")
    assert (ran.code, ran.err) == (0, "")
    (made,) = set(where(run)["copies"]) - set(before)
    assert ran.out == f"A copy is in {made}\n"
    assert Path(made).stat().st_mode & 0o077 == 0


def test_backup_elsewhere_and_never_over_something(lived: Path, run: Run) -> None:
    assert run("data", "backup", "copy.db").out == "A copy is in copy.db\n"
    before = Path("copy.db").read_bytes()
    ran = run("data", "backup", "copy.db")
    assert ran.code == 13
    is_plain(ran.err)
    assert Path("copy.db").read_bytes() == before


def test_backup_of_nothing(home: Path, run: Run) -> None:
    ran = run("data", "backup", "copy.db")
    assert ran.code == 10
    assert list(home.iterdir()) == []
    assert not Path("copy.db").exists()


def test_restore_goes_back_and_keeps_what_was_there(lived: Path, run: Run) -> None:
    run("data", "backup", "copy.db")
    run("people", "add", "Cy Later")
    ran = run("data", "restore", "copy.db", "--yes")
    assert (ran.code, ran.err) == (0, "")
    assert "What is in the record and not in the copy: a person's details" in ran.out
    assert names(run) == ["Ada Example", "Bo Sample"]
    assert run("report").code == 0, "who is me is still known"
    (kept,) = [copy for copy in where(run)["copies"] if "before-restore" in copy]
    assert kept in ran.out
    run("data", "restore", kept, "--yes")
    assert names(run) == ["Ada Example", "Bo Sample", "Cy Later"]


def test_restore_by_the_name_that_where_shows(lived: Path, run: Run) -> None:
    copy = Path(where(run)["copies"][0])
    assert run("data", "restore", copy.name, "--yes").code == 0


def test_restore_without_a_terminal_wants_a_yes(lived: Path, run: Run) -> None:
    run("data", "backup", "copy.db")
    before = snapshot(lived)
    ran = run("data", "restore", "copy.db")
    assert ran.code == 14
    assert "--yes" in ran.err
    assert snapshot(lived) == before


@pytest.mark.parametrize("answer", ["no", "", "y", "perhaps"])
def test_restore_with_a_terminal_asks_and_takes_only_a_yes(
    answer: str, lived: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("data", "backup", "copy.db")
    monkeypatch.setattr("ipsskills.cli.prompts.ask.can_ask", lambda: True)
    monkeypatch.setattr("sys.stdin.readline", lambda: f"{answer}\n")
    before = snapshot(lived)
    ran = run("data", "restore", "copy.db")
    assert ran.code == 130
    assert "Nothing was changed." in ran.err
    assert snapshot(lived) == before


def test_restore_after_a_yes(lived: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("data", "backup", "copy.db")
    monkeypatch.setattr("ipsskills.cli.prompts.ask.can_ask", lambda: True)
    monkeypatch.setattr("sys.stdin.readline", lambda: "yes\n")
    run("people", "add", "Cy Later")
    ran = run("data", "restore", "copy.db")
    assert ran.code == 0
    assert str(record_file()) in ran.err
    assert "The copy is from " in ran.err
    assert "What is in the record and not in the copy: a person's details, the last of" in ran.err


def test_restore_where_there_is_nothing_yet(lived: Path, run: Run) -> None:
    run("data", "backup", "copy.db")
    record_file().unlink()
    ran = run("data", "restore", "copy.db", "--yes")
    assert (ran.code, ran.out.count("before is in")) == (0, 0)
    assert names(run) == ["Ada Example", "Bo Sample"]


def test_restore_over_a_damaged_record(lived: Path, run: Run) -> None:
    run("data", "backup", "copy.db")
    record_file().write_bytes(b"not a record any more" * 500)
    assert run("data", "restore", "copy.db", "--yes").code == 0
    assert names(run) == ["Ada Example", "Bo Sample"]
    (kept,) = [c for c in record_file().parent.glob("*backups/*") if "damaged" in c.name]
    assert kept.read_bytes().startswith(b"not a record")


@try_each("content", [b"", b"a,b\n1,2\n", b"SQLite format 3\x00" + b"\x07" * 5000])
def test_restore_of_something_else_changes_nothing(content: bytes, lived: Path, run: Run) -> None:
    Path("other.db").write_bytes(content)
    before = snapshot(lived)
    ran = run("data", "restore", "other.db", "--yes")
    assert (ran.code, ran.out) == (13, "")
    is_plain(ran.err)
    assert snapshot(lived) == before
    assert Path("other.db").read_bytes() == content


def test_restore_of_somebody_elses_database_changes_nothing(lived: Path, run: Run) -> None:
    with closing(sqlite3.connect("other.db")) as other:
        other.execute("CREATE TABLE shopping (what TEXT)")
        other.commit()
    before = snapshot(lived)
    ran = run("data", "restore", "other.db", "--yes")
    assert ran.code == 13
    assert "not an ipsskills record" in ran.err
    assert snapshot(lived) == before


def test_check_of_a_sound_record(lived: Path, run: Run) -> None:
    before = snapshot(lived)
    ran = run("data", "check")
    assert (ran.code, ran.out, ran.err) == (0, f"{record_file()} is sound.\n", "")
    found = json.loads(run("data", "check", "--json").out)["data"]
    assert found["sound"]
    assert dict(found["settings"])["synchronous"] == "2"
    assert snapshot(lived) == before


def test_check_of_another_file(lived: Path, run: Run) -> None:
    run("data", "backup", "copy.db")
    assert run("data", "check", "--db", "copy.db").out == "copy.db is sound.\n"


def test_check_of_a_damaged_record(lived: Path, run: Run) -> None:
    content = bytearray(record_file().read_bytes())
    content[len(content) // 2 :] = b"\xa5" * (len(content) - len(content) // 2)
    record_file().write_bytes(content)
    ran = run("data", "check")
    assert (ran.code, ran.out) == (13, "")
    assert "damaged" in ran.err
    assert "ipsskills data restore" in ran.err
    assert record_file().read_bytes() == content
