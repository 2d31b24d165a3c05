"""Two files of one record come together: nothing is lost or doubled; no other record gets in."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ipsskills.codes import Role
from ipsskills.errors import DifferentContent, InvalidInput, NotFound, StoreError
from ipsskills.facts.data import NewHere
from ipsskills.framework.types import Framework
from ipsskills.pages.compose.restoring import compose_joined
from ipsskills.record.sqlite import backup
from ipsskills.record.store import Store, open_store
from ipsskills.record.types import FrameworkText, Record
from ipsskills.usecases.data import list_beside
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.joining import join_record
from ipsskills.usecases.people.adding import add_person
from ipsskills.usecases.people.edit import edit_person
from tests.conftest import Clock
from tests.usecases.builders import assess


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    """Open a fresh record on the disk."""
    with open_store(tmp_path / "record.db", clock(), write=True) as opened:
        yield opened


@pytest.fixture
def two(desk: Desk, clock: Clock, tmp_path: Path) -> tuple[Path, Path]:
    """Return a record and a copy of it; both were gone on with, one day after another."""
    assess(desk, {"3.1": "1", "3.2": "2"})
    record, copy = desk.store.path, tmp_path / "record (1).db"
    assert record is not None
    backup.backup_to(record, copy)
    clock.forward(days=1)
    add_person(desk, "Bo Sample", Role.EMPLOYMENT_SPECIALIST)
    with open_store(copy, clock(), write=True) as other:
        elsewhere = replace(desk, store=other)
        clock.forward(days=1)
        add_person(elsewhere, "Cy Invented", Role.TEAM_LEADER)
        assess(elsewhere, {"3.1": "2", "3.2": "2", "3.3": "n"})
    return record, copy


def read_whole(path: Path, clock: Clock) -> dict[str, Record | FrameworkText]:
    """Return all that a record holds, by id."""
    with open_store(path, clock(), write=False) as store, store.reading() as work:
        every = work.everything()
    return {each.id if isinstance(each, Record) else each.hash: each for each in every}


def test_what_either_held_is_in_the_record_then(two: tuple[Path, Path], clock: Clock) -> None:
    record, copy = two
    either = read_whole(record, clock) | read_whole(copy, clock)
    kept = copy.read_bytes()
    found = join_record(record, copy, clock())
    assert read_whole(record, clock) == either
    assert copy.read_bytes() == kept
    day = date(2026, 11, 26)
    assert found.new == (
        NewHere(kind="assessment", on=day, count=1),
        NewHere(kind="person", on=day, count=1),
        NewHere(kind="rating", on=day, count=3),
    )
    assert found.before is not None
    assert "an assessment, a person's details and 3 answers" in compose_joined(found)
    assert "26 Nov 2026" in compose_joined(found)
    assert len(read_whole(found.before, clock)) < len(either)


def test_the_same_twice_adds_nothing_and_the_order_does_not_matter(
    two: tuple[Path, Path], clock: Clock, tmp_path: Path
) -> None:
    record, copy = two
    other_way = [Path(shutil.copy(path, tmp_path / f"again-{path.name}")) for path in two]
    join_record(record, copy, clock())
    again = join_record(record, copy, clock())
    assert (again.new, again.before) == ((), None)
    assert "was here already. Nothing was changed." in compose_joined(again)
    join_record(other_way[1], other_way[0], clock())
    assert read_whole(other_way[1], clock) == read_whole(record, clock)


def test_what_was_changed_in_both_is_kept_and_said(
    desk: Desk, two: tuple[Path, Path], clock: Clock
) -> None:
    record, copy = two
    edit_person(desk, None, team="North")
    with open_store(copy, clock(), write=True) as other:
        edit_person(replace(desk, store=other), None, team="South")
    found = join_record(record, copy, clock())
    assert len(found.forks) == 1
    assert "What was changed in both is kept twice." in compose_joined(found)
    with desk.reading() as view:
        assert view.people()[str(view.me)].team == "South"  # the later one


def test_another_record_is_refused(
    two: tuple[Path, Path], clock: Clock, tmp_path: Path, framework: Framework
) -> None:
    record, _ = two
    with open_store(tmp_path / "other.db", clock(), write=True) as other:
        add_person(Desk(framework, other, clock), "Dee Other", Role.EMPLOYMENT_SPECIALIST)
    before = read_whole(record, clock)
    with pytest.raises(InvalidInput, match="is another record than"):
        join_record(record, tmp_path / "other.db", clock())
    with pytest.raises(InvalidInput, match="is the record itself"):
        join_record(record, record, clock())
    with pytest.raises(NotFound):
        join_record(record, tmp_path / "none.db", clock())
    with pytest.raises(NotFound):
        join_record(tmp_path / "none.db", record, clock())
    (tmp_path / "noise.db").write_bytes(b"not a record" * 500)
    with pytest.raises(StoreError):
        join_record(record, tmp_path / "noise.db", clock())
    assert read_whole(record, clock) == before


def test_one_version_with_two_contents_changes_nothing(
    two: tuple[Path, Path], clock: Clock
) -> None:
    record, copy = two
    with closing(sqlite3.connect(copy)) as raw, raw:
        raw.execute("UPDATE person SET name = 'Somebody Else' WHERE name = 'Ada Example'")
    before = read_whole(record, clock)
    with pytest.raises(DifferentContent):
        join_record(record, copy, clock())
    assert read_whole(record, clock) == before


def test_what_lies_beside_a_record_is_found(two: tuple[Path, Path], tmp_path: Path) -> None:
    record, copy = two
    (tmp_path / "record 2.db").touch()
    (tmp_path / "records.db").touch()
    assert list_beside(record) == (copy, tmp_path / "record 2.db")
