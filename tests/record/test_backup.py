"""Copies of the record: one a day of use, each whole; and the way back to one."""

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from ipsskills.errors import NotFound, StoreError
from ipsskills.record.sqlite import backup, copying
from ipsskills.record.sqlite.copy_names import folder, list_copies
from ipsskills.record.store import Store, open_store
from ipsskills.record.types import Note
from ipsskills.usecases import data
from tests.record.common import (
    NOON,
    SECRET,
    add_note,
    assert_plain,
    copy_of_day,
    crashed,
    dump,
    fill,
    journal_of,
    later,
    names,
    note,
    notes,
    rows,
    run_sql,
    snapshot,
    sound,
)

pytestmark = pytest.mark.usefixtures("greenwich")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "record.db"


@pytest.fixture
def copies(path: Path) -> Path:
    """Return the folder of the record's copies; it is not there yet."""
    return path.parent / "record-backups"


def open_on(path: Path, day: int, *, minutes: int = 0) -> None:
    copy_of_day(path, later(days=day, minutes=minutes))


# One on each day of use.


def test_a_record_is_copied_once_on_each_day_it_is_written_to(path: Path, copies: Path) -> None:
    add_note(path, "n1", "one", at=NOON)
    assert names(copies) == []  # there was nothing to copy when it was made
    add_note(path, "n2", "two", at=later(minutes=1))
    assert names(copies) == ["record-2026-11-24.db"]
    assert notes(copies / "record-2026-11-24.db") == ["one"]
    add_note(path, "n3", "three", at=later(minutes=2))
    assert notes(copies / "record-2026-11-24.db") == ["one"]
    add_note(path, "n4", "four", at=later(days=6))
    assert names(copies) == ["record-2026-11-24.db", "record-2026-11-30.db"]
    assert notes(copies / "record-2026-11-30.db") == ["one", "two", "three"]


def test_a_look_makes_no_copy(path: Path, copies: Path) -> None:
    add_note(path, "n1")
    open_store(path, later(days=3), write=False).close()
    assert names(copies) == []


def test_the_day_is_that_of_the_place(
    path: Path, copies: Path, greenwich: None, auckland: None
) -> None:
    add_note(path, "n1", at=NOON)
    open_on(path, 0, minutes=1)  # 24 November by Greenwich, past midnight in Auckland
    assert names(copies) == ["record-2026-11-25.db"]


OTHERS = (
    "notes.txt",
    "record.db",
    "record-old.db",
    "record-2026-1-1.db",
    "record-2026-11-01.db.bak",
    "record-2026-11-01.sqlite",
    "record-2026-11-01 (1).db",
    "my-record-2026-11-01.db",
    "other-2026-11-01.db",
    "record-2026-11-01T1200.db",
    "record-2026-11-01.db.x.part",
    ".record-2026-11-01.db",
)


def test_files_of_others_are_never_touched(path: Path, copies: Path) -> None:
    add_note(path, "n1")
    copies.mkdir()
    for name in OTHERS:
        (copies / name).write_text(name, encoding="utf-8")
    (copies / "record-folder.db").mkdir()
    before = snapshot(copies)
    for day in range(1, 24):
        open_on(path, day)
    after = snapshot(copies)
    assert {name: after[name] for name in OTHERS} == before
    assert (copies / "record-folder.db").is_dir()
    assert len(after) == len(OTHERS) + len(list_copies(path))
    assert 7 <= len(list_copies(path)) < 23


def test_the_copies_of_a_record_beside_it_are_not_ours(tmp_path: Path) -> None:
    for name in ("record.db", "record-2.db"):
        add_note(tmp_path / name, "n1")
        for day in range(1, 22):
            open_on(tmp_path / name, day)
    for name in ("record", "record-2"):
        ours = [copy.path.name for copy in list_copies(tmp_path / f"{name}.db")]
        assert ours == names(folder(tmp_path / f"{name}.db"))
        assert ours[-1] == f"{name}-2026-12-15.db"
    assert folder(tmp_path / "record-2.db") == tmp_path / "record-2-backups"


# On request.


def test_a_copy_on_request_stands_beside_the_daily_ones(path: Path, copies: Path) -> None:
    fill(path)
    made = data.back_up(path, later(minutes=7))
    assert made == copies / "record-2026-11-24T120700.db"
    assert dump(made) == dump(path)
    assert sound(made)
    assert names(copies) == [made.name]
    assert made.stat().st_mode & 0o777 == 0o600


def test_a_copy_goes_where_it_is_asked_to(path: Path, copies: Path, tmp_path: Path) -> None:
    fill(path)
    target = tmp_path / "stick" / "mine.db"
    assert data.back_up(path, NOON, target) == target
    assert dump(target) == dump(path)
    assert names(copies) == []
    assert names(target.parent) == ["mine.db"]


def test_a_copy_never_takes_the_place_of_a_file(path: Path, tmp_path: Path) -> None:
    fill(path)
    target = tmp_path / "thesis.doc"
    target.write_text("three years of work", encoding="utf-8")
    before = snapshot(tmp_path)
    with pytest.raises(StoreError) as caught:
        data.back_up(path, NOON, target)
    assert_plain(caught.value, target)
    assert snapshot(tmp_path) == before


def test_without_a_record_there_is_nothing_to_copy(path: Path) -> None:
    with pytest.raises(NotFound):
        data.back_up(path, NOON)
    assert names(path.parent) == []


def test_a_copy_holds_what_was_kept_when_another_window_is_writing(path: Path) -> None:
    add_note(path, "n1", "one")
    with open_store(path, NOON, write=True) as store, store.writing() as work:
        work.add(note("n2", "two"))
        made = data.back_up(path, NOON)
    assert notes(made) == ["one"]


def test_a_copy_is_whole_or_not_there(
    path: Path, copies: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(path)

    def broken(*_: int) -> None:
        assert [name for name in names(copies) if not name.endswith(".part")] == []
        raise KeyboardInterrupt

    monkeypatch.setattr(copying, "_refuse_locked", broken)
    before = path.read_bytes()
    with pytest.raises(KeyboardInterrupt):
        data.back_up(path, NOON)
    assert names(copies) == []
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"not a database at all " * 100, b"short"])
def test_of_a_damaged_record_there_is_no_half_copy(
    path: Path, copies: Path, content: bytes
) -> None:
    path.write_bytes(content)
    with pytest.raises(StoreError) as caught:
        data.back_up(path, NOON)
    assert_plain(caught.value, path)
    assert names(copies) == []
    assert path.read_bytes() == content


# Going back.


@pytest.fixture
def past(path: Path, tmp_path: Path) -> Path:
    """Return a copy from when the record held "one"; now it holds "one" and "two"."""
    add_note(path, "n1", "one")
    copy = data.back_up(path, NOON, tmp_path / "past.db")
    copy_of_day(path)
    shutil.rmtree(tmp_path / "record-backups")
    run_sql(
        path,
        "INSERT INTO note SELECT 'n2', 't2', NULL, about, author, '2026-11-24 12:01:00.000000',"
        " subject, 'two', shared, '[]' FROM note",
    )
    return copy


def test_going_back_keeps_what_is_there_now(path: Path, past: Path, copies: Path) -> None:
    present, source = dump(path), snapshot(past.parent)["past.db"]
    kept = data.restore(path, past, later(minutes=5))
    assert kept == copies / "record-2026-11-24T120500-before-restore.db"
    assert dump(kept) == present
    assert notes(path) == ["one"]
    assert dump(path) == dump(past)
    assert snapshot(past.parent)["past.db"] == source
    assert names(path.parent) == ["past.db", "record-backups", "record.db"]
    assert names(copies) == [kept.name]
    assert {each.stat().st_mode & 0o777 for each in (path, kept)} == {0o600}


def test_going_back_can_be_gone_back_on(path: Path, past: Path) -> None:
    present = dump(path)
    kept = data.restore(path, past, later(minutes=5))
    assert kept is not None
    data.restore(path, kept, later(minutes=6))
    assert dump(path) == present


def test_going_back_twice_within_a_second_keeps_both_presents(
    path: Path, past: Path, copies: Path
) -> None:
    data.restore(path, past, later(days=1))
    add_note(path, "n9", "between", at=later(days=1))
    kept = data.restore(path, past, later(days=1))
    assert kept is not None
    assert kept.name == "record-2026-11-25T120000-before-restore-2.db"
    assert "between" in notes(kept)
    assert kept in [copy.path for copy in list_copies(path)]


def test_what_a_killed_program_left_of_a_copy_is_removed_in_time(path: Path, copies: Path) -> None:
    add_note(path, "n1", "one")
    copies.mkdir()
    left, running, other = (
        copies / name
        for name in ("record-2026-01-01.db.0a1b.part", "record-x.db.2c3d.part", "mine.db.part")
    )
    for each in (left, running, other):
        each.write_bytes(b"half")
    os.utime(left, (0, 0))
    os.utime(other, (0, 0))
    data.back_up(path, later(days=1))
    assert not left.exists()
    assert running.exists(), "a copy that another window is making"
    assert other.exists(), "not ours"


def test_going_back_is_a_way_to_begin(tmp_path: Path, past: Path) -> None:
    path = tmp_path / "new" / "ips.db"
    assert data.restore(path, past, NOON) is None
    assert notes(path) == ["one"]
    assert names(path.parent) == ["ips.db"]
    assert path.stat().st_mode & 0o777 == 0o600


def test_an_empty_file_is_no_loss(path: Path, past: Path, copies: Path) -> None:
    path.write_bytes(b"")
    assert data.restore(path, past, NOON) is None
    assert notes(path) == ["one"]
    assert names(copies) == []


def test_the_oldest_copy_can_be_gone_back_to(path: Path, copies: Path) -> None:
    add_note(path, "n0", "day 0")
    for day in range(1, 21):
        add_note(path, f"n{day}", f"day {day}", at=later(days=day))
    oldest = copies / "record-2026-11-25.db"
    assert names(copies)[0] == oldest.name
    kept = data.restore(path, oldest, later(days=20))
    assert kept is not None
    assert notes(path) == ["day 0"]
    assert len(notes(kept)) == 21


def test_a_record_goes_on_after_going_back(path: Path, past: Path) -> None:
    data.restore(path, past, later(minutes=5))
    add_note(path, "n3", "three", at=later(minutes=6))
    assert notes(path) == ["one", "three"]


def test_a_window_left_open_is_told_and_loses_nothing(path: Path, past: Path) -> None:
    with open_store(path, NOON, write=True) as window:
        data.restore(path, past, later(minutes=5))
        kept = add_in(window, note("n9", "late", at=later(minutes=6)))
    assert notes(path) == (["one", "late"] if kept else ["one"])
    assert sound(path)


def add_in(window: Store, late: Note) -> bool:
    """Add a note in a window; return whether it was kept, which systems see differently."""
    try:
        with window.writing() as work:
            work.add(late)
    except StoreError as error:
        assert window.path is not None
        assert_plain(error, window.path)
        return False
    return True


def refused(path: Path, source: Path) -> StoreError:
    """Going back to a file is refused, and every file stays as it was."""
    before = snapshot(path.parent)
    with pytest.raises(StoreError) as caught:
        data.restore(path, source, later(minutes=5))
    assert_plain(caught.value, source)
    assert snapshot(path.parent) == before
    return caught.value


def test_what_is_not_there_cannot_be_gone_back_to(path: Path, past: Path) -> None:
    before = snapshot(path.parent)
    with pytest.raises(NotFound):
        data.restore(path, path.with_name("never.db"), NOON)
    assert snapshot(path.parent) == before


@pytest.mark.parametrize("size", [5, 99, 100, 4096, 50_000])
def test_a_file_of_something_else_cannot_be_gone_back_to(path: Path, past: Path, size: int) -> None:
    past.write_bytes(b"thesis " * (size // 7) + b"x" * (size % 7))
    refused(path, past)


def test_a_foreign_database_cannot_be_gone_back_to(path: Path, past: Path) -> None:
    foreign = past.with_name("foreign.db")
    run_sql(foreign, "CREATE TABLE recipes (name TEXT)", "INSERT INTO recipes VALUES ('soup')")
    assert "not an ipsskills record" in refused(path, foreign).message


def test_a_foreign_database_with_a_log_stays_as_it_is(path: Path, past: Path) -> None:
    foreign = past.with_name("foreign.db")
    run_sql(foreign, "PRAGMA journal_mode = WAL", "CREATE TABLE recipes (name TEXT)")
    refused(path, foreign)


def test_a_newer_copy_cannot_be_gone_back_to(path: Path, past: Path) -> None:
    run_sql(past, "INSERT INTO migration VALUES (9, 'wonders', '9.9', '2031-01-01 09:00:00')")
    assert "newer ipsskills (form 9)" in refused(path, past).message


def test_an_empty_copy_cannot_be_gone_back_to(path: Path, past: Path) -> None:
    past.write_bytes(b"")
    assert refused(path, past).message == f"{past} is empty. Nothing was changed."


def test_a_database_without_a_table_cannot_be_gone_back_to(path: Path, past: Path) -> None:
    past.unlink()
    run_sql(past, "CREATE TABLE x (y)", "DROP TABLE x")
    assert past.stat().st_size > 0
    assert refused(path, past).message == f"{past} is not an ipsskills record. Nothing was changed."


def test_a_folder_cannot_be_gone_back_to(path: Path, past: Path) -> None:
    folder = past.with_name("folder.db")
    folder.mkdir()
    refused(path, folder)


def test_a_copy_with_a_broken_page_cannot_be_gone_back_to(path: Path, past: Path) -> None:
    (page,) = rows(past, "SELECT rootpage FROM sqlite_master WHERE name = 'note'")[0]
    content = bytearray(past.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\x07" * 4096
    past.write_bytes(content)
    assert "damaged" in refused(path, past).message


def test_a_copy_cut_short_cannot_be_gone_back_to(path: Path, past: Path) -> None:
    past.write_bytes(past.read_bytes()[: 4096 * 3])
    assert "damaged" in refused(path, past).message


def test_a_copy_with_a_broken_reference_cannot_be_gone_back_to(path: Path, past: Path) -> None:
    run_sql(
        past,
        "INSERT INTO assessment (id, thing, about, author, at, kind, rater, state, scope,"
        " period_months, scale, framework, began) VALUES ('a', 'a', 'a', 'a', '2026-11-24',"
        " 'self', 'a', 'draft', '[]', 3, '1', 'nowhere', '2026-11-24')",
    )
    assert "damaged" in refused(path, past).message


# When the present record is not well.


@pytest.mark.parametrize("content", [b"x" * 3, b"not a database at all " * 1000])
def test_a_damaged_present_is_set_aside_byte_by_byte(
    path: Path, past: Path, copies: Path, content: bytes
) -> None:
    path.write_bytes(content)
    kept = data.restore(path, past, later(minutes=5))
    assert kept == copies / "record-2026-11-24T120500-before-restore-damaged.db"
    assert kept.read_bytes() == content
    assert names(copies) == [kept.name]
    assert notes(path) == ["one"]


def test_a_present_cut_short_is_set_aside_with_its_journal(
    path: Path, past: Path, copies: Path
) -> None:
    rest = b"\0" * 512 + b"what is left of a journal"
    path.write_bytes(b"junk" + path.read_bytes()[4:9000])
    journal_of(path).write_bytes(rest)
    cut = path.read_bytes()
    kept = data.restore(path, past, later(minutes=5))
    assert kept is not None
    assert kept.read_bytes() == cut
    assert journal_of(kept).read_bytes() == rest
    assert not journal_of(path).exists()
    assert notes(path) == ["one"]


def test_a_present_with_a_broken_page_is_kept_too(path: Path, past: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096 * 4 : 4096 * 5] = b"\x07" * 4096
    path.write_bytes(content)
    kept = data.restore(path, past, later(minutes=5))
    assert kept is not None
    assert kept.read_bytes()[4096:] == bytes(content)[4096:]
    assert notes(path) == ["one"]


def test_a_crash_beside_the_present_is_undone_before_it_is_kept(path: Path, past: Path) -> None:
    before = dump(path)
    left = crashed(path, path.with_name("left"))
    path.write_bytes(left.read_bytes())
    journal_of(path).write_bytes(journal_of(left).read_bytes())
    kept = data.restore(path, past, later(minutes=5))
    assert kept is not None
    assert dump(kept) == before
    assert not journal_of(path).exists()
    assert notes(path) == ["one"]
    assert sound(path)


@pytest.mark.parametrize("there", [False, True], ids=["no file", "an empty file"])
def test_a_journal_without_its_record_is_not_played_into_the_copy(
    path: Path, past: Path, there: bool
) -> None:
    left = crashed(path, path.with_name("left"))
    path.unlink()
    if there:
        path.touch()
    journal_of(path).write_bytes(journal_of(left).read_bytes())
    data.restore(path, past, later(minutes=5))
    assert notes(path) == ["one"]
    assert sound(path)
    assert not journal_of(path).exists()


def test_a_crash_beside_a_copy_is_undone_in_what_comes_of_it(
    path: Path, past: Path, tmp_path: Path
) -> None:
    before = dump(past)
    left = crashed(past, tmp_path / "left")
    data.restore(path, left, later(minutes=5))
    assert dump(path) == before


def test_a_crash_beside_a_record_is_undone_by_the_next_look(path: Path, tmp_path: Path) -> None:
    fill(path)
    before = path.read_bytes()
    left = crashed(path, tmp_path / "left")
    assert notes(left) == [SECRET]
    assert left.read_bytes() == before
    assert names(left.parent) == ["record.db"]


# What the use cases tell.


def test_where_tells_places_and_copies(path: Path, copies: Path, tmp_path: Path) -> None:
    found = data.find_places(path, tmp_path / "settings", tmp_path / "files", tmp_path / "cache")
    assert (found.record, found.exists, found.backups, found.copies) == (path, False, copies, ())
    add_note(path, "n1")
    add_note(path, "n2", at=later(days=1))
    found = data.find_places(path, tmp_path / "settings", tmp_path / "files", tmp_path / "cache")
    assert found.exists
    assert found.copies == (copies / "record-2026-11-25.db",)


def test_check_tells_a_sound_record_and_changes_nothing(path: Path) -> None:
    fill(path)
    before = snapshot(path.parent)
    found = data.check_record(path)
    assert found.sound
    assert (found.problems, found.forks) == ((), ())
    assert dict(found.settings) == {
        "synchronous": "2",
        "journal_mode": "delete",
        "foreign_keys": "1",
        "secure_delete": "1",
        "busy_timeout": "10000",
    }
    assert snapshot(path.parent) == before


def test_check_tells_forks_of_every_kind(path: Path) -> None:
    fill(path)
    run_sql(
        path,
        "INSERT INTO note SELECT 'note-2', thing, NULL, about, author, at, subject, text, shared,"
        " kept_on_purpose"
        " FROM note",
        "CREATE TEMP TABLE copied AS SELECT * FROM person",
        "UPDATE copied SET id = 'ada-2'",
        "INSERT INTO person SELECT * FROM copied",
    )
    found = data.check_record(path)
    assert found.sound
    assert set(found.forks) == {"note:assessment-1/3.10", "person-ada"}


def test_check_tells_a_reference_that_leads_nowhere(path: Path) -> None:
    fill(path)
    run_sql(path, "DELETE FROM framework_text")
    found = data.check_record(path)
    assert not found.sound
    assert found.problems == (
        "a row of assessment names a row of framework_text that is not there",
    )


def test_check_tells_a_broken_index(path: Path) -> None:
    fill(path)
    run_sql(
        path,
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = replace(sql, '(about)', '(subject)')"
        " WHERE name = 'ix_note_about'",
    )
    found = data.check_record(path)
    assert not found.sound
    assert found.problems == ("row 1 missing from index ix_note_about",)


def test_check_needs_a_record(path: Path) -> None:
    with pytest.raises(NotFound):
        data.check_record(path)
    assert names(path.parent) == []


def test_a_copy_of_a_day_is_named_by_that_day(path: Path, copies: Path) -> None:
    add_note(path, "n1")
    assert backup.backup_daily(path, date(2027, 2, 3)) == copies / "record-2027-02-03.db"
    assert backup.backup_daily(path, date(2027, 2, 3)) is None
