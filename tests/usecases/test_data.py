"""The record as a file: which copy somebody means, and what going back to it comes to."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from ipsskills.codes import Role
from ipsskills.errors import NotFound, StoreError
from ipsskills.facts.data import RecordChecked
from ipsskills.pages.compose.restoring import compose_outlook
from ipsskills.record.sqlite import backup
from ipsskills.record.sqlite.copy_names import folder
from ipsskills.record.store import Store, open_store
from ipsskills.usecases.data import (
    back_up,
    describe_damage,
    explain_by_damage,
    find_copy,
    look_ahead,
    tells_damage,
)
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.adding import add_person
from ipsskills.usecases.people.edit import edit_person
from tests.conftest import NOON, Clock
from tests.usecases.builders import assess


def test_a_copy_is_found_by_its_path_first_then_by_its_name_among_the_copies(
    tmp_path: Path,
) -> None:
    record = tmp_path / "ipsskills.db"
    copies = folder(record)
    copies.mkdir()
    (copies / "old.db").touch()
    elsewhere = tmp_path / "stick"
    elsewhere.mkdir()
    assert find_copy(record, elsewhere / "old.db") == copies / "old.db"
    (elsewhere / "old.db").touch()
    assert find_copy(record, elsewhere / "old.db") == elsewhere / "old.db"
    assert find_copy(record, elsewhere / "none.db") == elsewhere / "none.db"


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    """Open a fresh record on the disk."""
    with open_store(tmp_path / "record.db", clock(), write=True) as opened:
        yield opened


@pytest.fixture
def two(desk: Desk, clock: Clock, tmp_path: Path) -> tuple[Path, Path]:
    """Return a record and a copy of it that is two days behind."""
    assess(desk, {"3.1": "1", "3.2": "2"})
    record, copy = desk.store.path, tmp_path / "copy.db"
    assert record is not None
    backup.backup_to(record, copy)
    clock.forward(days=2)
    assess(desk, {"3.1": "2", "3.2": "2", "3.3": "n"})
    add_person(desk, "Bo Sample", Role.EMPLOYMENT_SPECIALIST)
    edit_person(desk, None, team="North")
    return record, copy


def test_it_says_from_when_a_copy_is_and_what_would_be_lost(two: tuple[Path, Path]) -> None:
    found = look_ahead(*two, NOON)
    assert found.last_kept is not None
    assert found.record_last_kept is not None
    assert (found.record_last_kept - found.last_kept).days == 2
    assert found.lost == {"person": 2, "assessment": 1, "rating": 3}
    said = compose_outlook(found)
    assert "The copy is from " in said
    assert (
        "What is in the record and not in the copy: details of 2 people, an assessment and"
        " 3 answers, the last of it from "
    ) in said


def test_of_a_copy_that_holds_everything_it_says_so(two: tuple[Path, Path]) -> None:
    record, copy = two
    found = look_ahead(copy, record, NOON)
    assert (found.lost, look_ahead(record, record, NOON).lost) == ({}, {})
    assert "Everything that is in the record now is in the copy." in compose_outlook(found)


def test_where_there_is_no_record_nothing_is_lost(two: tuple[Path, Path], tmp_path: Path) -> None:
    found = look_ahead(tmp_path / "none.db", two[1], NOON)
    assert (found.lost, found.record_last_kept) == ({}, None)


def test_of_a_record_that_cannot_be_read_nobody_can_say(
    two: tuple[Path, Path], tmp_path: Path
) -> None:
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"not a record any more" * 500)
    found = look_ahead(broken, two[1], NOON)
    assert found.lost is None
    assert "cannot be told" in compose_outlook(found)
    with pytest.raises(StoreError):
        look_ahead(two[0], broken, NOON)
    with pytest.raises(NotFound):
        look_ahead(two[0], tmp_path / "none.db", NOON)


@pytest.mark.parametrize("value", ["'soon'", "X'00ff'", "7", "'9999-12-31 00:00:00'"])
def test_a_damaged_time_does_not_keep_it_from_being_told(
    two: tuple[Path, Path], value: str
) -> None:
    before = look_ahead(*two, NOON)
    with closing(sqlite3.connect(two[1])) as other:
        other.execute("PRAGMA ignore_check_constraints = ON")
        other.execute(f"UPDATE person SET at = {value}")
        other.commit()
    assert look_ahead(*two, NOON).last_kept == before.last_kept


def test_looking_ahead_changes_neither_file(two: tuple[Path, Path]) -> None:
    before = [path.read_bytes() for path in two]
    look_ahead(*two, NOON)
    assert [path.read_bytes() for path in two] == before


def spoil(path: Path) -> None:
    """Put a role that nobody has into a record, behind the program's back."""
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE person SET role = 'juggler'")


def test_damage_is_told_with_its_file_and_every_problem(tmp_path: Path) -> None:
    record = tmp_path / "mine.db"
    found = RecordChecked(
        record=record,
        sound=False,
        problems=("one thing", "another"),
        odd=("odd",),
        synced=(),
        others=(),
        forks=(),
        settings=(),
    )
    assert f"{record} is damaged: one thing; another." in describe_damage(found).message
    only_odd = replace(found, problems=())
    assert f"{record} is damaged: odd." in describe_damage(only_odd).message


def test_damage_explains_a_failure_and_a_sound_record_does_not(two: tuple[Path, Path]) -> None:
    record, _ = two
    assert explain_by_damage(record) is None
    spoil(record)
    told = explain_by_damage(record)
    assert told is not None
    assert f"{record} is damaged" in told.message
    assert "person" in told.message
    assert "juggler" not in told.message


def test_a_record_gone_from_beside_its_copies_explains_a_failure(
    store: Store, clock: Clock
) -> None:
    path = store.path
    assert path is not None
    store.close()
    back_up(path, clock())
    path.unlink()
    told = explain_by_damage(path)
    assert told is not None
    assert str(path) in told.message


def test_a_copy_of_a_damaged_record_says_so_in_its_name(
    two: tuple[Path, Path], clock: Clock
) -> None:
    record, _ = two
    assert not tells_damage(back_up(record, clock()))
    spoil(record)
    clock.forward(days=1)
    assert tells_damage(back_up(record, clock()))
