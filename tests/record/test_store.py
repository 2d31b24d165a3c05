"""The store: a file of one's own, opened safely; a look at it leaves no trace."""

import os
import signal
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import nullcontext, suppress
from pathlib import Path
from typing import Any

import pytest

from ipsskills.errors import StoreError
from ipsskills.record.steps import STEPS
from ipsskills.record.store import Store, open_store
from ipsskills.record.types import Note, Person, Rating
from tests.conftest import NOON
from tests.record.common import (
    PERSON,
    ROOT,
    add_note,
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

modes_exist = pytest.mark.skipif(os.name == "nt", reason="this system has no modes")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "record.db"


# Opening.


def test_a_record_is_made_by_opening_it_for_writing(path: Path) -> None:
    with open_store(path, NOON, write=True) as store:
        assert store.path == path
    assert names(path.parent) == ["record.db"]
    assert rows(path, "SELECT number, name, at FROM migration") == [
        (step.number, step.name, "2026-11-24 12:00:00") for step in STEPS
    ]
    assert sound(path)


def test_folders_above_a_record_are_made_with_it(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "record.db"
    add_note(path, "n", "words")
    assert notes(path) == ["words"]


@pytest.mark.parametrize(
    "name",
    ["my record.db", "ä李.db", "a?mode=ro.db", "b#c.db", "d%20e.db", "no-ending", "two.dots.db"],
)
def test_a_record_may_have_any_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    add_note(path, "n", "words")
    assert names(tmp_path) == [name]
    assert notes(path) == ["words"]


def test_a_record_may_be_named_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    add_note(Path("record.db"), "n", "words")
    assert notes(tmp_path / "record.db") == ["words"]


def test_an_empty_file_becomes_a_record(path: Path) -> None:
    path.touch()
    add_note(path, "n", "words")
    assert notes(path) == ["words"]


def test_what_was_written_is_there_after_closing(path: Path) -> None:
    add_note(path, "n1", "one")
    add_note(path, "n2", "two", at=later(minutes=1))
    assert notes(path) == ["one", "two"]
    assert rows(path, "SELECT count(*) FROM migration") == [(len(STEPS),)]


@pytest.mark.parametrize("problem", [ValueError, KeyboardInterrupt, SystemExit])
def test_a_transaction_that_is_broken_off_keeps_nothing(
    path: Path, problem: type[BaseException]
) -> None:
    with open_store(path, NOON, write=True) as store:
        with pytest.raises(problem):
            break_off(store, problem)
        with store.reading() as work:
            assert work.current(Note) == ()
        with store.writing() as work:
            work.add(note("n3"))
    assert rows(path, "SELECT id FROM note") == [("n3",)]
    assert names(path.parent) == ["record.db"]


def break_off(store: Store, problem: type[BaseException]) -> None:
    with store.writing() as work:
        work.add(note("n1"), note("n2"))
        raise problem


@pytest.mark.parametrize("handler", ["raises", "ignored"])
def test_ctrl_c_waits_until_what_is_being_written_is_kept(path: Path, handler: str) -> None:
    heard = signal.default_int_handler if handler == "raises" else signal.SIG_IGN
    before = signal.signal(signal.SIGINT, heard)
    counts = pytest.raises(KeyboardInterrupt) if handler == "raises" else nullcontext()
    try:
        with open_store(path, NOON, write=True) as store, counts, store.writing() as work:
            work.add(note("n1"))
            signal.raise_signal(signal.SIGINT)
            work.add(note("n2"))
        assert signal.getsignal(signal.SIGINT) is heard
    finally:
        signal.signal(signal.SIGINT, before)
    assert rows(path, "SELECT id FROM note ORDER BY id") == [("n1",), ("n2",)]


def test_a_write_in_another_thread_needs_no_signals(path: Path) -> None:
    with open_store(path, NOON, write=True):
        pass
    thread = threading.Thread(target=add_note, args=(path, "n", "words"))
    thread.start()
    thread.join()
    assert notes(path) == ["words"]


def test_a_closed_record_leaves_no_file_open(path: Path) -> None:
    held = Path("/proc/self/fd")
    if not held.is_dir():
        pytest.skip("this system does not show a program's open files")
    with open_store(path, NOON, write=True):
        assert str(path) in open_files(held)
    assert str(path) not in open_files(held)
    run_sql(path, "INSERT INTO migration VALUES (99, 'x', 'y', '2027-01-01')")
    with pytest.raises(StoreError):
        open_store(path, NOON, write=True)
    assert str(path) not in open_files(held)


def open_files(held: Path) -> list[str]:
    found = []
    for each in held.iterdir():
        with suppress(FileNotFoundError):  # closed meanwhile
            found.append(str(each.readlink()))
    return found


# Reading.


def look_at_everything(path: Path) -> None:
    with open_store(path, later(days=3), write=False) as store:
        with store.reading() as work:
            for kind in (Person, Rating, Note):
                for found in work.current(kind):
                    work.history(kind, found.thing)
                work.forks(kind)
            work.framework_text("h1")
        assert store.named("nothing") is None
        assert (store.id, store.demo) is not None


def test_a_look_changes_nothing(path: Path) -> None:
    fill(path)
    add_note(path, "n", at=later(days=1))
    before = snapshot(path.parent)
    assert len(before) == 2  # the record, and the copy of the second day
    look_at_everything(path)
    assert snapshot(path.parent) == before


def test_a_look_at_no_file_makes_none(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "record.db"
    look_at_everything(path)
    assert names(tmp_path) == []
    with open_store(path, NOON, write=False) as store:
        assert store.path is None
        assert store.id == ""
        assert not store.demo
        with store.reading() as work:
            assert [work.current(kind) for kind in (Person, Rating, Note)] == [(), (), ()]


def test_a_look_at_an_empty_file_leaves_it_empty(path: Path) -> None:
    path.touch()
    before = snapshot(path.parent)
    look_at_everything(path)
    assert snapshot(path.parent) == before
    assert notes(path) == []


def test_a_look_sees_one_moment(path: Path) -> None:
    add_note(path, "n1", "one")
    with (
        open_store(path, NOON, write=False) as reader,
        open_store(path, NOON, write=True) as writer,
    ):
        with reader.reading() as work:
            assert len(work.current(Note)) == 1
            blocked = threading.Thread(target=write_one, args=(writer, "n2"))
            blocked.start()
            time.sleep(0.05)
            assert len(work.current(Note)) == 1
        blocked.join()
        with reader.reading() as work:
            assert len(work.current(Note)) == 2


def write_one(store: Store, own_id: str) -> None:
    with store.writing() as work:
        work.add(note(own_id))


# Who may see it.


@pytest.fixture
def open_handed() -> Iterator[None]:
    """Let this program make files for all, unless it says otherwise."""
    before = os.umask(0)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@modes_exist
def test_record_journal_and_copies_are_for_their_owner_only(
    tmp_path: Path, open_handed: None
) -> None:
    path = tmp_path / "place" / "record.db"
    with open_store(path, NOON, write=True) as store:
        assert mode(path) == 0o600
        with store.writing() as work:
            work.add(note("n"))
            assert journal_of(path).exists()
            assert mode(journal_of(path)) == 0o600
    add_note(path, "m", at=later(days=1))
    copies = list((path.parent / "record-backups").iterdir())
    assert [mode(copy) for copy in copies] == [0o600]
    assert mode(path.parent) == 0o700
    assert mode(path.parent / "record-backups") == 0o700
    assert mode(path) == 0o600


# How it is kept.


def setting(store: Store, name: str) -> Any:
    return store._database.run(f"PRAGMA {name}")[0][0]


@pytest.mark.parametrize("write", [True, False], ids=["writing", "reading"])
def test_the_connection_itself_tells_the_safe_settings(path: Path, write: bool) -> None:
    fill(path)
    with open_store(path, NOON, write=write) as store:
        assert setting(store, "synchronous") == 2
        assert setting(store, "journal_mode") == "delete"
        assert setting(store, "foreign_keys") == 1
        assert setting(store, "secure_delete") == 1
        assert setting(store, "busy_timeout") == 10_000


def test_a_record_that_another_program_set_to_a_log_goes_back_to_a_journal(path: Path) -> None:
    fill(path)
    run_sql(path, "PRAGMA journal_mode = WAL")
    with open_store(path, NOON, write=True) as store:
        assert setting(store, "journal_mode") == "delete"
    assert "record.db-wal" not in names(path.parent)
    assert notes(path) == ["Mrs Quill lost the flat"]


def test_a_write_takes_the_lock_at_once_and_a_look_does_not(path: Path) -> None:
    with open_store(path, NOON, write=True) as store:
        said: list[str] = []
        store._database.raw.set_trace_callback(said.append)
        with store.writing():
            pass
        with store.reading():
            pass
        store.name_once("me", "ada")
        store.named("me")
    assert [each for each in said if each.startswith("BEGIN")] == [
        "BEGIN IMMEDIATE",
        "BEGIN",
        "BEGIN IMMEDIATE",
    ]  # fmt: skip - one value is looked up without a transaction of its own


def test_the_second_of_two_writers_waits_for_the_first(path: Path) -> None:
    order: list[str] = []
    with open_store(path, NOON, write=True) as one, open_store(path, NOON, write=True) as two:

        def second() -> None:
            with two.writing() as work:
                order.append("second begins")
                work.add(note("n2"))

        with one.writing() as work:
            waiting = threading.Thread(target=second)
            waiting.start()
            time.sleep(0.3)
            work.add(note("n1"))
            order.append("first ends")
        waiting.join()
    assert order == ["first ends", "second begins"]
    assert rows(path, "SELECT id FROM note ORDER BY id") == [("n1",), ("n2",)]


def test_many_writers_at_once_lose_nothing(path: Path) -> None:
    add_note(path, "first")
    failures: list[BaseException] = []

    def write(window: int) -> None:
        try:
            with open_store(path, NOON, write=True) as store:
                for number in range(15):
                    write_one(store, f"{window}-{number}")
        except BaseException as error:  # noqa: BLE001 - told by the test
            failures.append(error)

    windows = [threading.Thread(target=write, args=(window,)) for window in range(4)]
    for window in windows:
        window.start()
    for window in windows:
        window.join()
    assert failures == []
    expected = {"first"} | {f"{window}-{number}" for window in range(4) for number in range(15)}
    assert {found for (found,) in rows(path, "SELECT id FROM note")} == expected


def test_programs_that_begin_one_record_at_once_share_it(tmp_path: Path) -> None:
    """Two programs begin four records, add a note to each, and again on the next day."""
    programs = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.record.jobs", "begin", str(tmp_path), str(number)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for number in range(2)
    ]
    for program in programs:
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
    for program in programs:
        assert program.stdin is not None
        program.stdin.write("go\n")
        program.stdin.flush()
    told = [program.communicate(timeout=60)[0].splitlines() for program in programs]
    assert [program.returncode for program in programs] == [0, 0]
    for place in range(4):
        path = tmp_path / f"{place}.db"
        assert rows(path, "SELECT id FROM note ORDER BY id") == [
            (f"{number}-day-{day}",) for number in range(2) for day in range(2)
        ]
        assert rows(path, "SELECT count(*) FROM migration") == [(len(STEPS),)]
        ids = {line.split()[1] for lines in told for line in lines if line[0] == str(place)}
        assert rows(path, "SELECT value FROM store WHERE name = 'id'") == [(each,) for each in ids]
        assert sound(path)
        copies = tmp_path / f"{place}-backups"
        # Who comes second on the first day finds a record in use, and copies it; so does who comes
        # between two steps by which it is made.
        days = {f"{place}-2026-11-24.db", f"{place}-2026-11-25.db"}
        daily = {name for name in names(copies) if "-before-form-" not in name}
        assert days >= daily >= {f"{place}-2026-11-25.db"}
        assert all(sound(copies / name) for name in names(copies))


# What the store says of itself.


def test_a_store_has_one_random_id_for_good(tmp_path: Path) -> None:
    found = []
    for name in ("a.db", "a.db", "b.db"):
        with open_store(tmp_path / name, NOON, write=True) as store:
            found.append(store.id)
    assert found[0] == found[1]
    assert found[0] != found[2]
    assert len(found[0]) == 36


def test_a_demo_is_marked_in_the_file_for_good(path: Path) -> None:
    with open_store(path, NOON, write=True, demo=True) as store:
        assert store.demo
    assert rows(path, "SELECT value FROM store WHERE name = 'demo'") == [("yes",)]
    for write in (True, False):
        with open_store(path, NOON, write=write) as store:
            assert store.demo


def test_a_record_of_real_people_never_becomes_a_demo(path: Path) -> None:
    with open_store(path, NOON, write=True) as store:
        assert not store.demo
    for write in (True, False):
        with open_store(path, NOON, write=write, demo=True) as store:
            assert not store.demo
    assert rows(path, "SELECT value FROM store WHERE name = 'demo'") == [("no",)]


def test_a_value_of_the_store_is_set_once(path: Path) -> None:
    with open_store(path, NOON, write=True) as store:
        assert store.named("me") is None
        store.name_once("me", "ada")
        with pytest.raises(StoreError):
            store.name_once("me", "ben")
        with pytest.raises(StoreError):
            store.name_once("demo", "yes")
        assert store.named("me") == "ada"
        assert not store.demo
        with store.writing() as work:
            work.add(PERSON)
    assert rows(path, "SELECT name FROM store ORDER BY name") == [("demo",), ("id",), ("me",)]
