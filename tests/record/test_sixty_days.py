"""Sixty days of use of a record that is damaged on the third: the copy of the second day stays."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from ipsskills.errors import DamagedRecord, StoreError
from ipsskills.record.news import Damage, News
from ipsskills.record.sqlite.copy_names import list_copies
from ipsskills.record.sqlite.health import is_sound
from ipsskills.record.sqlite.keeping import KEEPING
from ipsskills.record.store import open_store
from ipsskills.usecases import data
from tests.record.common import fill, later, note, notes, rows, run_sql

pytestmark = pytest.mark.usefixtures("greenwich")

PAGE = 4096
SECOND = "record-2026-11-25.db"  # use begins on 24 November
Said = dict[int, list[str]]


def break_a_page(path: Path) -> None:
    """Write noise over the page of an index: rows can still be added."""
    ((root,),) = rows(path, "SELECT rootpage FROM sqlite_master WHERE name = 'ix_goal_about'")
    content = bytearray(path.read_bytes())
    content[(root - 1) * PAGE : root * PAGE] = b"\x07" * PAGE
    path.write_bytes(content)


def break_a_code(path: Path) -> None:
    run_sql(path, "UPDATE person SET role = 'wizard'")


def break_a_text(path: Path) -> None:
    run_sql(path, "UPDATE entry SET title = CAST(X'41ff' AS TEXT)")


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: -3 * PAGE])


def use(path: Path, day: int, said: Said) -> None:
    """Write something into the record on a day; keep what is said of damage."""
    heard: list[News] = []
    told = said.setdefault(day, [])
    try:
        on = later(days=day - 1)
        with (
            open_store(path, on, write=True, tell=heard.append) as store,
            store.writing() as work,
        ):
            work.add(note(f"note of day {day}", f"day {day}", at=on))
    except StoreError as error:
        told.append(error.message)
    told += [str(news.sound and news.sound.name) for news in heard if isinstance(news, Damage)]


EVERY_DAY = range(1, 61)
NOW_AND_THEN = (*range(1, 8), *range(12, 61, 6))


@pytest.mark.parametrize(
    ("damage", "mended_on", "days"),
    [
        (break_a_page, None, EVERY_DAY),
        (break_a_code, 5, NOW_AND_THEN),
        (break_a_text, None, NOW_AND_THEN),
        (cut_short, 5, NOW_AND_THEN),
    ],
    ids=["page", "code, mended", "text", "cut short, mended"],
)
def test_after_damage_on_the_third_day_the_second_is_there_on_the_sixtieth(
    tmp_path: Path, damage: Callable[[Path], None], mended_on: int | None, days: Sequence[int]
) -> None:
    path, said = tmp_path / "record.db", Said()
    fill(path)
    second = tmp_path / "record-backups" / SECOND
    for day in days:
        if day == 3:
            damage(path)
        if day == mended_on:
            data.restore(path, second, later(days=day - 1, minutes=-5))
        use(path, day, said)
    assert is_sound(second)
    assert {"day 1", "day 2"} & set(notes(second)) == {"day 1"}  # made before its day's change
    copies = list_copies(path)
    assert sum(copy.path.stat().st_size for copy in copies) <= KEEPING.most_bytes
    assert said[1] == said[2] == []
    assert said[3], "nothing was said on the third day"
    if mended_on:
        assert said[mended_on] == said[60] == []
        assert not copies[-1].damaged
    else:
        assert said[60]


def test_each_day_the_way_back_is_named(tmp_path: Path) -> None:
    path, said = tmp_path / "record.db", Said()
    fill(path)
    for day in range(1, 6):
        if day == 3:
            break_a_text(path)
        use(path, day, said)
    assert said == {1: [], 2: [], 3: [SECOND], 4: [SECOND], 5: [SECOND]}


def test_copies_that_were_damaged_before_anybody_looked_are_found_out(tmp_path: Path) -> None:
    path, said = tmp_path / "record.db", Said()
    fill(path)
    for day in (1, 2, 3, 4):
        use(path, day, said)
    for day in (26, 27):  # as an older program left them
        break_a_text(tmp_path / "record-backups" / f"record-2026-11-{day}.db")
    break_a_text(path)
    use(path, 5, said)
    assert said[5] == [SECOND]
    told = [copy.path.name for copy in list_copies(path)]
    assert told == [
        "record-2026-11-24.db",
        SECOND,
        "record-2026-11-28-damaged.db",
    ]


def test_going_back_from_damage_keeps_what_was_there_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    fill(path)
    copy = data.back_up(path, later(), tmp_path / "copy.db")
    break_a_code(path)
    kept = data.restore(path, copy, later(minutes=5))
    assert kept is not None
    assert kept.name == "record-2026-11-24T120500-before-restore-damaged.db"
    assert rows(kept, "SELECT role FROM person") == [("wizard",)]
    with pytest.raises(StoreError, match="role of person-ada in person is not a known code"):
        data.restore(path, kept, later(minutes=6))


@pytest.mark.parametrize("there", [False, True], ids=["no file", "no bytes"])
@pytest.mark.parametrize("write", [False, True], ids=["reading", "writing"])
def test_a_lost_record_beside_its_copies_is_not_begun_anew(
    tmp_path: Path, there: bool, write: bool
) -> None:
    path = tmp_path / "record.db"
    fill(path)
    data.back_up(path, later())
    path.unlink()
    if there:
        path.touch()
    with pytest.raises(DamagedRecord) as caught:
        open_store(path, later(days=1), write=write)
    assert "copies of it are in" in caught.value.message
    assert "record-2026-11-24T120000.db" in caught.value.hint
    assert path.exists() is there
    for look in (data.check_record, lambda path: data.back_up(path, later())):
        with pytest.raises(DamagedRecord):
            look(path)
    copies = tmp_path / "record-backups"
    data.restore(path, copies / "record-2026-11-24T120000.db", later(days=1))
    assert data.check_record(path).sound


def test_without_copies_no_bytes_are_a_beginning(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    path.touch()
    open_store(path, later(), write=True).close()
    assert data.check_record(path).sound
