"""A second place for the day's copy: it gets each, keeps as many, and stops nothing when away."""

from datetime import timedelta
from pathlib import Path

import pytest

from ipsskills.record.news import News, NoSecondCopy
from ipsskills.record.sqlite.copy_names import list_copies
from ipsskills.record.store import open_store
from tests.record.common import NOON, fill, names, note, sound


@pytest.fixture
def path(tmp_path: Path) -> Path:
    fill(tmp_path / "record.db")
    return tmp_path / "record.db"


def use(path: Path, second: Path | None, day: int, heard: list[News]) -> None:
    at = NOON + timedelta(days=day)
    with (
        open_store(path, at, write=True, tell=heard.append, second=second) as store,
        store.writing() as work,
    ):
        work.add(note(f"day-{day}", at=at))


def test_each_days_copy_is_there_too_sound_and_private(path: Path, tmp_path: Path) -> None:
    second, heard = tmp_path / "drive", list[News]()
    second.mkdir()
    (second / "mine.txt").write_text("left alone")
    for day in (1, 2):
        use(path, second, day, heard)
    assert names(second) == ["mine.txt", "record-2026-11-25.db", "record-2026-11-26.db"]
    assert all(sound(copy.path) for copy in list_copies(path, second))
    assert (second / "record-2026-11-26.db").stat().st_mode & 0o777 == 0o600
    assert heard == []


def test_as_many_are_kept_there_as_beside_the_record(path: Path, tmp_path: Path) -> None:
    second = tmp_path / "drive"
    second.mkdir()
    for day in range(1, 40):
        use(path, second, day, [])
    beside = [copy.path.name for copy in list_copies(path)]
    assert [copy.path.name for copy in list_copies(path, second)] == beside
    assert len(beside) < 15


def test_a_place_that_is_away_is_told_once_a_day_and_stops_nothing(
    path: Path, tmp_path: Path
) -> None:
    heard = list[News]()
    for minute in (1, 2):
        at = NOON + timedelta(days=1, minutes=minute)
        away = tmp_path / "unplugged"
        with (
            open_store(path, at, write=True, tell=heard.append, second=away) as store,
            store.writing() as work,
        ):
            work.add(note(f"minute-{minute}", at=at))
    assert heard == [NoSecondCopy(tmp_path / "unplugged")]
    assert names(path.with_name("record-backups")) == ["record-2026-11-25.db"]


def test_without_one_nothing_is_copied_elsewhere(path: Path, tmp_path: Path) -> None:
    use(path, None, 1, [])
    assert names(tmp_path) == ["record-backups", "record.db"]
