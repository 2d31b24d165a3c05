"""Copies that are no longer kept: none goes that may hold alone what must not be erased."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ipsskills.codes import HoldReason
from ipsskills.record.news import tell_nobody
from ipsskills.record.sqlite.backup import backup_to
from ipsskills.record.sqlite.copy_names import folder
from ipsskills.record.sqlite.second import copy_to_second
from ipsskills.record.sqlite.thinning import thin
from ipsskills.record.store import open_store
from ipsskills.record.types import Hold, Record
from tests.record.common import NOON, fill, header, later, names, note

HELD = Hold(**header("hold-9"), why=HoldReason.INVESTIGATION, began=date(2026, 11, 24))
ENDED = replace(HELD, id="hold-10", replaces="hold-9", at=later(days=1), ended=date(2026, 11, 25))
BEFORE = "record-2026-11-01T120000-before-restore.db"

DAYS = ("record-2026-11-01.db", "record-2026-11-24.db")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A record, and a copy from before a restore that holds a note which the record lacks."""
    path = tmp_path / "record.db"
    fill(path)
    for day in DAYS:  # the first of their weeks and months, which are kept as such
        copied(path, day)
    add(copied(path, BEFORE), note("seen-since"))
    return path


def copied(path: Path, name: str) -> Path:
    folder(path).mkdir(exist_ok=True)
    return Path(shutil.copy(path, folder(path) / name))


def add(path: Path, *records: Record) -> None:
    with open_store(path, NOON, write=True) as store, store.writing() as work:
        work.merge(records)


def ask_for(path: Path, count: int, minute: int = 0) -> None:
    """Have copies that were asked for a minute after the other, and make the last of them."""
    *earlier, last = (f"record-2026-11-25T12{n:02}00.db" for n in range(minute, minute + count))
    for name in earlier:
        copied(path, name)
    backup_to(path, folder(path) / last)


def list_in(place: Path) -> list[str]:
    return [name for name in names(place) if name.endswith(".db")]


def test_what_the_record_lacks_stays_while_somebody_is_held_and_goes_afterwards(path: Path) -> None:
    add(path, HELD)
    ask_for(path, 9)
    asked = [f"record-2026-11-25T12{number:02}00.db" for number in range(2, 9)]
    assert list_in(folder(path)) == [DAYS[0], BEFORE, DAYS[1], *asked]
    add(path, ENDED)
    ask_for(path, 2, minute=9)
    assert BEFORE not in list_in(folder(path))


def test_where_nobody_is_held_it_goes_as_every_other(path: Path) -> None:
    ask_for(path, 9)
    assert BEFORE not in list_in(folder(path))


def test_in_the_second_place_it_stays_too(path: Path, tmp_path: Path) -> None:
    add(path, HELD)
    second = tmp_path / "second"
    shutil.copytree(folder(path), second)
    shutil.rmtree(folder(path))
    for number in range(9):
        made = copied(path, f"record-2026-11-25T12{number:02}00.db")
        copy_to_second(path, made, second, tell_nobody)
    assert list_in(second)[:3] == [DAYS[0], BEFORE, DAYS[1]]
    assert len(list_in(second)) == 10


def test_of_several_with_the_same_the_newest_is_enough(path: Path) -> None:
    add(path, HELD)
    later_one = BEFORE.replace("T12", "T13")
    shutil.copy(folder(path) / BEFORE, folder(path) / later_one)
    ask_for(path, 9)
    assert list_in(folder(path))[:3] == [DAYS[0], later_one, DAYS[1]]


def test_one_that_cannot_be_read_may_hold_anything(path: Path) -> None:
    add(path, HELD)
    broken = "record-2026-10-01T120000-before-restore-damaged.db"
    for name in (broken, broken.replace("-10-", "-09-")):
        (folder(path) / name).write_bytes(path.read_bytes()[:5000])
    ask_for(path, 9)
    assert {broken.replace("-10-", "-09-"), broken, BEFORE} < set(list_in(folder(path)))


def test_a_record_that_cannot_be_read_is_held_as_its_newest_copy_says(path: Path) -> None:
    add(path, HELD)
    ask_for(path, 7)
    path.write_bytes(b"noise" * 4000)
    copied(path, "record-2026-11-26T120000.db")
    thin(path)
    assert BEFORE in list_in(folder(path))
    assert "record-2026-11-25T120000.db" in list_in(folder(path))  # what it lacks is not known
