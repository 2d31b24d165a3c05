"""Bad files, bad places, full disks and locks: plain words, and nothing half-written."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ipsskills.errors import InvalidInput, IpsSkillsError, StoreError
from ipsskills.record.sqlite import copying
from ipsskills.record.sqlite.faults import store_error
from ipsskills.record.store import open_store
from ipsskills.record.types import Note
from ipsskills.usecases import data
from tests.record.common import (
    ASSESSMENT,
    NOON,
    ROOT,
    SECRET,
    add_note,
    assert_plain,
    copy_of_day,
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

posix_only = pytest.mark.skipif(os.name == "nt", reason="this system has no such rights or limits")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "record.db"


def write(path: Path) -> None:
    add_note(path, "new", at=later(days=9))


def read(path: Path) -> None:
    notes(path)


def refused(action: Callable[[Path], object], path: Path) -> StoreError:
    """The action is refused in plain words and every file beside the record stays as it was."""
    before = snapshot(path.parent)
    with pytest.raises(StoreError) as caught:
        action(path)
    assert snapshot(path.parent) == before
    assert_plain(caught.value, path)
    assert caught.value.exit_code == 13
    told = "".join(traceback.format_exception(caught.value))
    assert "sqlalchemy" not in told
    assert SECRET not in told
    return caught.value


# Files that are no record.


def a_text(path: Path) -> None:
    path.write_text(f"# Notes\n{SECRET}\n", encoding="utf-8")


def a_large_text(path: Path) -> None:
    path.write_text(f"{SECRET}\n" * 10_000, encoding="utf-8")


def noise(path: Path) -> None:
    path.write_bytes(bytes(number * 37 % 256 for number in range(20_000)))


def a_database_of_others(path: Path) -> None:
    run_sql(path, "CREATE TABLE recipes (name TEXT)", f"INSERT INTO recipes VALUES ('{SECRET}')")


def a_database_of_others_with_a_log(path: Path) -> None:
    run_sql(path, "PRAGMA journal_mode = WAL", "CREATE TABLE recipes (name TEXT)")


def a_database_with_other_migrations(path: Path) -> None:
    run_sql(path, "CREATE TABLE migration (app TEXT)", "CREATE TABLE person (name TEXT)")


def a_database_with_migrations_alone(path: Path) -> None:
    run_sql(path, "CREATE TABLE migration (number INTEGER)")


def a_database_with_one_like_ours(path: Path) -> None:
    run_sql(
        path,
        "CREATE TABLE migration (number INTEGER)",
        "INSERT INTO migration VALUES (1)",
        "CREATE TABLE recipes (name TEXT)",
    )


def a_database_with_the_head_cut_off(path: Path) -> None:
    fill(path)
    path.write_bytes(path.read_bytes()[100:])


def a_database_cut_short(path: Path) -> None:
    fill(path)
    path.write_bytes(path.read_bytes()[:10_000])


NO_RECORDS = (
    a_text,
    a_large_text,
    noise,
    a_database_of_others,
    a_database_of_others_with_a_log,
    a_database_with_other_migrations,
    a_database_with_migrations_alone,
    a_database_with_the_head_cut_off,
    a_database_cut_short,
)


@pytest.mark.parametrize("action", [read, write, data.check_record])
@pytest.mark.parametrize("made", NO_RECORDS)
def test_what_is_no_record_is_refused_and_left_alone(
    path: Path, made: Callable[[Path], None], action: Callable[[Path], object]
) -> None:
    made(path)
    refused(action, path)


@pytest.mark.parametrize("made", [a_text, noise, a_database_of_others])
def test_what_is_no_record_is_called_so(path: Path, made: Callable[[Path], None]) -> None:
    made(path)
    error = refused(write, path)
    assert "not an ipsskills record" in error.message
    assert error.message.endswith("Nothing was changed.")


def test_a_database_that_looks_like_ours_is_refused_when_it_is_written_to(path: Path) -> None:
    a_database_with_one_like_ours(path)
    before = path.read_bytes()
    with pytest.raises(StoreError, match="not an ipsskills record"):
        write(path)
    assert path.read_bytes() == before
    with pytest.raises(StoreError, match="not an ipsskills record"):
        read(path)


@pytest.mark.parametrize("action", [read, write])
def test_a_folder_is_no_record(path: Path, action: Callable[[Path], object]) -> None:
    path.mkdir()
    error = refused(action, path)
    assert error.message == f"{path} is a folder."
    assert list(path.iterdir()) == []


@pytest.mark.parametrize("action", [read, write])
def test_a_place_below_a_file_is_refused(tmp_path: Path, action: Callable[[Path], object]) -> None:
    (tmp_path / "file").write_text("words", encoding="utf-8")
    path = tmp_path / "file" / "record.db"
    if action is read:
        notes(path)  # there is no record, so there is nothing to read
    else:
        with pytest.raises(StoreError) as caught:
            action(path)
        assert_plain(caught.value, path)
    assert (tmp_path / "file").read_text(encoding="utf-8") == "words"


def test_a_broken_page_is_told_when_it_is_read_and_its_neighbours_can_be(path: Path) -> None:
    fill(path)
    (page,) = rows(path, "SELECT rootpage FROM sqlite_master WHERE name = 'rating'")[0]
    content = bytearray(path.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\x07" * 4096
    path.write_bytes(content)
    assert notes(path) == [SECRET]
    error = refused(data.check_record, path)
    assert error.message == f"{path} is damaged. Nothing was changed."
    assert "data restore" in error.hint


# Values and statements stay out of what is told.


def test_a_row_that_is_there_already_is_told_without_its_words(path: Path) -> None:
    fill(path)

    def add_again(path: Path) -> None:
        with open_store(path, NOON, write=True) as store, store.writing() as work:
            work.add(note("note-1", SECRET, thing="another"))

    copy_of_day(path)
    refused(add_again, path)


def test_a_framework_that_is_not_kept_is_told_without_words(path: Path) -> None:
    fill(path)

    def add_stray(path: Path) -> None:
        stray = replace(ASSESSMENT, id="a2", thing="a2", scale=SECRET, framework=f"hash {SECRET}")
        with open_store(path, NOON, write=True) as store, store.writing() as work:
            work.add(note("n2"), stray)

    copy_of_day(path)
    refused(add_stray, path)
    assert rows(path, "SELECT id FROM note") == [("note-1",)]


def test_a_value_that_no_database_takes_is_told_without_it(path: Path) -> None:
    fill(path)
    copy_of_day(path)

    def add_odd(path: Path) -> None:
        with open_store(path, NOON, write=True) as store, store.writing() as work:
            odd = note("n2", SECRET)
            object.__setattr__(odd, "subject", {SECRET})
            work.add(odd)

    before = snapshot(path.parent)
    with pytest.raises(InvalidInput) as caught:
        add_odd(path)
    assert snapshot(path.parent) == before
    assert SECRET not in "".join(traceback.format_exception(caught.value))


@pytest.mark.parametrize(
    ("cause", "told"),
    [
        ("database is locked", "in use by another program"),
        ("attempt to write a readonly database", "cannot be written to"),
        ("unable to open database file", "cannot be opened"),
        ("database or disk is full", "the disk is full"),
        ("disk I/O error", "the disk is full or does not answer"),
        ("file is not a database", "not an ipsskills record"),
        ("database disk image is malformed", "is damaged"),
        ("no such table: store", "is damaged"),
        ("permission denied", "cannot be written to"),
        ("read-only file system", "read-only"),
        ("no space left on device", "the disk is full"),
        ("file too large", "the disk is full"),
        ("something never seen", "cannot be used (something never seen)"),
    ],
)
def test_each_cause_has_its_plain_words(path: Path, cause: str, told: str) -> None:
    error = store_error(path, cause)
    assert told in error.message
    assert error.message.startswith(str(path))
    assert error.message.endswith("Nothing was changed.")
    assert_plain(error, path)


def test_refusals_of_the_store_are_one_kind_of_ours() -> None:
    assert issubclass(StoreError, IpsSkillsError)
    assert str(store_error(None, "database is locked")).startswith("The record is in use")


# Held by another program.


@pytest.fixture
def held(path: Path, impatient: float) -> Iterator[sqlite3.Connection]:
    """Let another program hold a record so that nobody else can even read it."""
    fill(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield other


def restore_over(path: Path) -> None:
    data.restore(path, path.with_name("copy.db"), NOON)


def back_up(path: Path) -> None:
    data.back_up(path, NOON)


@pytest.mark.parametrize("action", [read, write, data.check_record, back_up, restore_over])
def test_a_record_held_by_another_program_is_told(
    path: Path, held: sqlite3.Connection, action: Callable[[Path], object]
) -> None:
    add_note(path.with_name("copy.db"), "n", "of the copy")
    error = refused(action, path)
    assert error.message == f"{path} is in use by another program. Nothing was changed."
    held.execute("ROLLBACK")
    action(path)


@pytest.mark.parametrize("action", [read, write, data.check_record, back_up])
def test_a_record_held_for_a_moment_is_waited_for(
    path: Path, action: Callable[[Path], object]
) -> None:
    fill(path)
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN EXCLUSIVE")
        release = threading.Timer(0.2, other.rollback)  # long before the usual patience ends
        release.start()
        action(path)
        release.join()


def test_a_copy_that_is_held_by_another_program_is_told_by_its_name(
    path: Path, held: sqlite3.Connection
) -> None:
    record = path.with_name("mine.db")
    add_note(record, "n", "mine")
    before = snapshot(path.parent)
    with pytest.raises(StoreError) as caught:
        data.restore(record, path, NOON)
    assert_plain(caught.value, path)
    assert snapshot(path.parent) == before


def test_a_write_waits_its_turn_and_is_told_when_it_never_comes(
    path: Path, impatient: float
) -> None:
    fill(path)
    with (
        closing(sqlite3.connect(path, isolation_level=None)) as other,
        open_store(path, NOON, write=True) as store,
    ):
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="in use by another program"), store.writing():
            pytest.fail("nobody may write while another writes")
        with store.reading() as work:
            assert len(work.current(Note)) == 1
        other.execute("ROLLBACK")
        with store.writing() as work:
            work.add(note("n2", "after", at=later(minutes=1)))
    assert notes(path) == [SECRET, "after"]


def test_a_commit_that_cannot_be_made_keeps_nothing_and_holds_nobody_up(
    path: Path, impatient: float
) -> None:
    fill(path)
    with (
        closing(sqlite3.connect(path, isolation_level=None, timeout=0)) as other,
        open_store(path, NOON, write=True) as store,
    ):
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM note").fetchone()
        with pytest.raises(StoreError, match="in use by another program"), store.writing() as work:
            work.add(note("n2", "lost its turn", at=later(minutes=1)))
        other.execute("COMMIT")
        other.execute("BEGIN EXCLUSIVE")  # fails at once if the window still held on
        other.execute("ROLLBACK")
        with store.writing() as work:
            work.add(note("n2", "in its turn", at=later(minutes=1)))
    assert notes(path) == [SECRET, "in its turn"]


def test_a_record_that_comes_to_be_held_while_it_is_copied_is_told_too(
    path: Path, impatient: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(path)
    readable = copying._readable
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:

        def readable_for_a_moment(path: Path) -> sqlite3.Connection:
            opened = readable(path)
            other.execute("BEGIN EXCLUSIVE")
            return opened

        monkeypatch.setattr(copying, "_readable", readable_for_a_moment)
        release = threading.Timer(30, other.rollback)  # or a copy that waits for ever would hang
        release.start()
        with pytest.raises(StoreError, match="in use by another program"):
            back_up(path)
        release.cancel()
        release.join()
    assert names(path.with_name("record-backups")) == []


def test_a_new_record_that_another_program_looks_at_is_not_taken_away(
    path: Path, impatient: float
) -> None:
    path.touch()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM sqlite_master").fetchone()
        with pytest.raises(StoreError, match="in use by another program"):
            write(path)
        other.execute("COMMIT")
        other.execute("CREATE TABLE recipes (name TEXT)")
    assert rows(path, "SELECT name FROM sqlite_master") == [("recipes",)]


# A program of its own: without rights, without room.


class Ordinary:
    """A program that file rights hold for, as they do not for root; it does what it is asked."""

    def __init__(self, command: tuple[str, ...]) -> None:
        self.process = subprocess.Popen(
            [*command, sys.executable, "-m", "tests.record.jobs", "serve"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._line() == "ready\n"

    def __call__(self, *asked: object) -> dict[str, Any]:
        assert self.process.stdin is not None
        line = json.dumps([str(each) if isinstance(each, Path) else each for each in asked])
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()
        told: dict[str, Any] = json.loads(self._line())
        return told

    def _line(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline()


@pytest.fixture(scope="module")
def job() -> Iterator[Ordinary]:
    """Start a program without root's rights for this module's tests."""
    command: tuple[str, ...] = ()
    if os.geteuid() == 0:
        found = shutil.which("setpriv")
        command = (found or "setpriv", "--bounding-set=-dac_override,-dac_read_search", "--")
        if found is None or subprocess.run([*command, "true"], check=False).returncode:
            pytest.skip("tests run as root, for whom rights do not hold, and cannot give that up")
    ordinary = Ordinary(command)
    with ordinary.process:
        yield ordinary
        ordinary.process.kill()


def plainly_refused(told: dict[str, Any], path: Path) -> None:
    assert "refused" in told, told
    assert_plain(StoreError(told["refused"], told["hint"]), path)


@pytest.fixture
def rights(tmp_path: Path) -> Iterator[Callable[[Path, int], None]]:
    """Return a way to change rights that are given back afterwards, so files can be cleared."""
    changed: list[Path] = []

    def change(path: Path, mode: int) -> None:
        changed.append(path)
        path.chmod(mode)

    yield change
    for path in reversed(changed):
        path.chmod(0o700)


Rights = Callable[[Path, int], None]


@posix_only
def test_a_file_that_may_only_be_read_is_read(path: Path, job: Ordinary, rights: Rights) -> None:
    fill(path)
    copy_of_day(path, later(days=9))
    rights(path, 0o400)
    before = snapshot(path.parent)
    assert job("attempt", "read", path) == {"done": [SECRET]}
    assert job("attempt", "check", path) == {"done": []}
    told = job("attempt", "write", path)
    plainly_refused(told, path)
    assert told["refused"] == f"{path} cannot be written to. Nothing was changed."
    assert snapshot(path.parent) == before


@posix_only
def test_in_a_folder_that_may_only_be_read_a_record_is_read(
    tmp_path: Path, job: Ordinary, rights: Rights
) -> None:
    path = tmp_path / "share" / "record.db"
    fill(path)
    rights(path.parent, 0o500)
    before = snapshot(tmp_path)
    assert job("attempt", "read", path) == {"done": [SECRET]}
    assert job("attempt", "check", path) == {"done": []}
    plainly_refused(job("attempt", "write", path), path.parent)
    assert snapshot(tmp_path) == before


@posix_only
def test_in_a_folder_that_may_only_be_read_no_record_begins(
    tmp_path: Path, job: Ordinary, rights: Rights
) -> None:
    path = tmp_path / "share" / "record.db"
    path.parent.mkdir()
    rights(path.parent, 0o500)
    plainly_refused(job("attempt", "write", path), path)
    assert job("attempt", "read", path) == {"done": []}
    below = path.parent / "folder" / "record.db"
    plainly_refused(job("attempt", "write", below), below)
    assert names(path.parent) == []


@posix_only
def test_a_file_that_may_not_be_read_is_refused(path: Path, job: Ordinary, rights: Rights) -> None:
    fill(path)
    before = snapshot(path.parent)
    rights(path, 0o000)
    for action in ("read", "write", "check", "back up"):
        plainly_refused(job("attempt", action, path), path)
    rights(path, 0o600)
    assert snapshot(path.parent) == before


@posix_only
def test_a_folder_that_may_not_be_entered_is_refused(
    tmp_path: Path, job: Ordinary, rights: Rights
) -> None:
    path = tmp_path / "share" / "record.db"
    fill(path)
    rights(path.parent, 0o000)
    for action in ("read", "write"):
        plainly_refused(job("attempt", action, path), path)
    rights(path.parent, 0o700)
    assert notes(path) == [SECRET]


@posix_only
def test_where_copies_may_not_be_kept_nothing_is_written(
    path: Path, job: Ordinary, rights: Rights
) -> None:
    fill(path)
    copies = path.with_name("record-backups")
    copies.mkdir()
    rights(copies, 0o500)
    before = snapshot(path.parent)
    plainly_refused(job("attempt", "write", path), copies)
    plainly_refused(job("attempt", "back up", path), copies)
    assert snapshot(path.parent) == before


@posix_only
def test_going_back_where_nothing_may_be_written_leaves_the_record(
    tmp_path: Path, job: Ordinary, rights: Rights
) -> None:
    path = tmp_path / "share" / "record.db"
    fill(path)
    add_note(tmp_path / "copy.db", "n", "of the copy")
    rights(path.parent, 0o500)
    before = snapshot(tmp_path)
    told = job("attempt", "restore", path, tmp_path / "copy.db")
    plainly_refused(told, path.parent)
    assert snapshot(tmp_path) == before


@posix_only
def test_on_a_full_disk_a_window_keeps_what_it_acknowledged_and_goes_on(
    path: Path, job: Ordinary
) -> None:
    fill(path)
    copy_of_day(path)
    told = job("fill_up", path, path.stat().st_size + 100_000)
    plainly_refused(told, path)
    assert "disk is full" in told["refused"]
    assert len(told["kept"]) > 5
    assert told["kept"][-1] == "after"
    assert {own_id for (own_id,) in rows(path, "SELECT id FROM note")} == {"note-1", *told["kept"]}
    assert SECRET in notes(path)
    assert sound(path)
    assert not journal_of(path).exists()


@posix_only
@pytest.mark.parametrize("room", [0, 1000, 5000, 60_000])
def test_on_a_full_disk_no_record_begins(path: Path, job: Ordinary, room: int) -> None:
    told = job("attempt", "write", path, "", room)
    plainly_refused(told, path)
    assert "disk is full" in told["refused"]
    assert names(path.parent) == []


@posix_only
@pytest.mark.parametrize("room", [0, 50_000])
@pytest.mark.parametrize("action", ["back up", "write", "restore"])
def test_on_a_full_disk_no_copy_is_half_written(
    path: Path, job: Ordinary, action: str, room: int
) -> None:
    fill(path)
    copy = path.with_name("copy.db")
    add_note(copy, "n", "of the copy")
    assert min(path.stat().st_size, copy.stat().st_size) > room
    before = snapshot(path.parent)
    told = job("attempt", action, path, copy, room)
    plainly_refused(told, path.parent)
    assert "disk is full" in told["refused"]
    assert snapshot(path.parent) == before


@posix_only
def test_on_a_full_disk_a_damaged_record_stays_in_its_place(path: Path, job: Ordinary) -> None:
    noise(path)
    copy = path.with_name("copy.db")
    add_note(copy, "n", "of the copy")
    before = snapshot(path.parent)
    plainly_refused(job("attempt", "restore", path, copy, 50_000), path.parent)
    assert snapshot(path.parent) == before


def test_a_spoilt_list_of_tables_is_damage_in_words_of_ours(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    fill(path)
    spoilt = path.read_bytes().replace(b"CREATE TABLE person", b"CREATE \xffABLE \xfeerson")
    path.write_bytes(spoilt)
    with pytest.raises(StoreError) as told:
        open_store(path, NOON, write=False)
    assert_plain(told.value, path)
