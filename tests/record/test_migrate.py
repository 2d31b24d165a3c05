"""Forms of the store: numbered steps, each whole or not at all, and nothing of a newer program."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from ipsskills import __version__
from ipsskills.errors import StoreError
from ipsskills.record import migrate
from ipsskills.record.sql.database import Database
from ipsskills.record.sqlite.engine import connect
from ipsskills.record.steps import STEPS
from ipsskills.record.steps.step import Step
from ipsskills.record.store import open_store
from ipsskills.usecases import data
from tests.record.common import (
    NOON,
    SAMPLES,
    SECRET,
    add_note,
    assert_plain,
    dump,
    fill,
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

# The steps there are, and after them some that were made up.
FIRST = STEPS
LAST = STEPS[-1].number
SECOND = Step(
    LAST + 1,
    "moods",
    (
        "ALTER TABLE note ADD COLUMN mood VARCHAR",
        "CREATE TABLE observation (id VARCHAR NOT NULL PRIMARY KEY, words VARCHAR NOT NULL)",
        "INSERT INTO observation (id, words) SELECT id, text FROM note",
    ),
)
THIRD = Step(LAST + 2, "index of moods", ("CREATE INDEX ix_note_mood ON note (mood)",))
LATER = later(days=2, minutes=5)
COPY = f"record-2026-11-26T120500-before-form-{LAST + 1}.db"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a record of the present form with a version of each kind in it."""
    path = tmp_path / "record.db"
    fill(path)
    return path


def open_with(path: Path, *steps: Step, write: bool = True) -> None:
    open_store(path, LATER, write=write, steps=(*FIRST, *steps)).close()


def all_kept(path: Path, *steps: Step) -> None:
    """Every record of the form before reads as it was added."""
    opened = open_store(path, LATER, write=False, steps=(*FIRST, *steps))
    with opened as store, store.reading() as work:
        for sample in SAMPLES:
            assert work.current(type(sample)) == (sample,)
        assert work.framework_text("h1") == "competences: all of them\n"


def numbers(made_up: int) -> list[tuple[int]]:
    """Return the numbers of every step there is and of so many made-up ones, as rows."""
    return [(number,) for number in range(1, LAST + made_up + 1)]


def test_the_steps_are_numbered_from_one() -> None:
    assert [step.number for step in STEPS] == list(range(1, len(STEPS) + 1))
    assert len({step.name for step in STEPS}) == len(STEPS)


@pytest.mark.parametrize("write", [True, False], ids=["writing", "reading"])
def test_a_step_keeps_what_is_there_and_is_recorded(path: Path, write: bool) -> None:
    open_with(path, SECOND, write=write)
    all_kept(path, SECOND)
    assert sound(path)
    assert rows(path, "SELECT id, mood FROM note") == [("note-1", None)]
    assert rows(path, "SELECT id, words FROM observation") == [("note-1", SECRET)]
    assert rows(path, "SELECT number, name, program, at FROM migration ORDER BY number") == [
        *((step.number, step.name, __version__, "2026-11-24 12:00:00") for step in STEPS),
        (LAST + 1, "moods", __version__, "2026-11-26 12:05:00"),
    ]


def test_the_record_is_copied_before_a_step(path: Path) -> None:
    before = dump(path)
    open_with(path, SECOND)
    copies = path.with_name("record-backups")
    assert names(copies) == [COPY]
    assert dump(copies / COPY) == before
    assert (copies / COPY).stat().st_mode & 0o777 == 0o600


def test_a_step_is_done_once(path: Path) -> None:
    open_with(path, SECOND)
    before = snapshot(path.parent)
    open_with(path, SECOND, write=False)
    assert snapshot(path.parent) == before
    open_with(path, SECOND)
    assert rows(path, "SELECT count(*) FROM migration") == [(LAST + 1,)]


def test_a_new_record_has_all_steps_and_needs_no_copy(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    open_with(path, SECOND, THIRD)
    assert rows(path, "SELECT number FROM migration ORDER BY number") == numbers(2)
    assert names(tmp_path) == ["new.db"]


def test_several_steps_are_done_in_order_after_one_copy(path: Path) -> None:
    open_with(path, SECOND, THIRD)
    assert rows(path, "SELECT number FROM migration ORDER BY number") == numbers(2)
    assert names(path.with_name("record-backups")) == [
        COPY.replace(f"{LAST + 1}.db", f"{LAST + 2}.db")
    ]
    all_kept(path, SECOND, THIRD)


BROKEN = {
    "SQL that is none": ("ALTER TABLE note ADD COLUMN mood VARCHAR", "CREATE TABEL x (y)"),
    "a table that is not there": ("DROP TABLE goal", "ALTER TABLE nothing ADD COLUMN y INTEGER"),
    "a table that is there": ("DROP INDEX ix_note_about", "CREATE TABLE note (x INTEGER)"),
    "references that break": (
        "PRAGMA defer_foreign_keys = ON",
        "DELETE FROM framework_text",
        "ALTER TABLE note ADD COLUMN mood VARCHAR",
    ),
}


@pytest.mark.parametrize("statements", BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("write", [True, False], ids=["writing", "reading"])
def test_a_step_that_fails_leaves_everything_as_it_was(
    path: Path, statements: tuple[str, ...], write: bool
) -> None:
    before, told = dump(path), path.read_bytes()
    with pytest.raises(StoreError) as caught:
        open_with(path, Step(LAST + 1, "broken", statements), write=write)
    assert_plain(caught.value, path)
    assert path.read_bytes() == told
    assert dump(path) == before
    assert names(path.parent) == ["record-backups", "record.db"]
    assert dump(path.parent / "record-backups" / COPY) == before
    all_kept(path)


def test_a_record_with_a_broken_reference_is_not_brought_to_a_new_form(path: Path) -> None:
    run_sql(path, "DELETE FROM framework_text")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="references are broken") as caught:
        open_with(path, SECOND)
    assert_plain(caught.value, path)
    assert path.read_bytes() == before


def test_after_a_step_failed_a_better_one_works(path: Path) -> None:
    with pytest.raises(StoreError):
        open_with(path, Step(LAST + 1, "broken", BROKEN["SQL that is none"]))
    open_with(path, SECOND)
    all_kept(path, SECOND)


def test_a_failing_step_of_a_new_record_keeps_the_steps_before_it(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    with pytest.raises(StoreError):
        open_with(path, Step(LAST + 1, "broken", ("CREATE TABEL x (y)",)))
    assert rows(path, "SELECT number FROM migration") == numbers(0)
    open_with(path, SECOND)
    assert rows(path, "SELECT number FROM migration ORDER BY number") == numbers(1)


def test_a_failing_first_step_leaves_no_file(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    with pytest.raises(StoreError):
        open_store(path, NOON, write=True, steps=(Step(1, "broken", ("CREATE TABEL x (y)",)),))
    assert names(tmp_path) == []


def interrupt_in(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Press Ctrl-C when a step has done its work and before it is recorded."""
    run = migrate._run

    def interrupted(database: Database, step: Step, now: datetime) -> None:
        run(database, step, now)
        if step.number == number:
            raise KeyboardInterrupt

    monkeypatch.setattr(migrate, "_run", interrupted)


def test_steps_interrupted_between_two_go_on_where_they_stopped(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        interrupt_in(LAST + 2, patch)
        with pytest.raises(KeyboardInterrupt):
            open_with(path, SECOND, THIRD)
    assert rows(path, "SELECT number FROM migration ORDER BY number") == numbers(1)
    assert rows(path, "SELECT 1 FROM sqlite_master WHERE name = 'ix_note_mood'") == []
    all_kept(path, SECOND)
    # Step 2 would fail if it were done again: its column is there.
    open_with(path, SECOND, THIRD)
    assert rows(path, "SELECT number FROM migration ORDER BY number") == numbers(2)
    assert rows(path, "SELECT 1 FROM sqlite_master WHERE name = 'ix_note_mood'") == [(1,)]
    all_kept(path, SECOND, THIRD)


def test_an_interrupted_step_has_not_happened(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = dump(path)
    with monkeypatch.context() as patch:
        interrupt_in(LAST + 1, patch)
        with pytest.raises(KeyboardInterrupt):
            open_with(path, SECOND)
    assert dump(path) == before
    all_kept(path)


def test_two_windows_that_both_see_an_old_form_do_its_step_once(path: Path) -> None:
    one, two = connect(path), connect(path)
    try:
        todo = []
        for each in (one, two):
            with each.transaction():
                todo.append(migrate.pending(each, path, (*FIRST, SECOND)))
        assert todo == [[SECOND], [SECOND]]
        for each in (one, two):
            migrate.migrate(each, LATER, (SECOND,))
    finally:
        one.close()
        two.close()
    assert rows(path, "SELECT number FROM migration ORDER BY number") == numbers(1)


# A newer program's record.


@pytest.fixture
def of_tomorrow(path: Path) -> Path:
    """Return a record that a program with nine steps has written."""
    run_sql(
        path,
        "ALTER TABLE note ADD COLUMN mood VARCHAR",
        "INSERT INTO migration VALUES (9, 'wonders', '9.9', '2031-01-01 09:00:00')",
    )
    return path


@pytest.mark.parametrize("write", [True, False], ids=["writing", "reading"])
def test_a_newer_record_is_refused_politely_and_left_alone(of_tomorrow: Path, write: bool) -> None:
    before = snapshot(of_tomorrow.parent)
    with pytest.raises(StoreError) as caught:
        open_store(of_tomorrow, LATER, write=write)
    assert caught.value.message == (
        f"{of_tomorrow} was written by a newer ipsskills (form 9). Nothing was changed."
    )
    assert caught.value.hint == "Install the newer version: pipx upgrade ipsskills"
    assert snapshot(of_tomorrow.parent) == before


def test_a_newer_record_is_not_checked_but_may_be_copied(of_tomorrow: Path) -> None:
    before = of_tomorrow.read_bytes()
    with pytest.raises(StoreError, match="newer ipsskills"):
        data.check_record(of_tomorrow)
    assert of_tomorrow.read_bytes() == before
    copy = data.back_up(of_tomorrow, LATER)
    assert dump(copy) == dump(of_tomorrow)


def test_a_program_of_the_second_form_takes_a_record_of_its_own_form(path: Path) -> None:
    add_note(path, "n2", "two", at=LATER, steps=(*FIRST, SECOND))
    assert notes(path, (*FIRST, SECOND)) == [SECRET, "two"]
    with pytest.raises(StoreError, match=rf"newer ipsskills \(form {LAST + 1}\)"):
        notes(path, FIRST)


def test_an_older_record_is_told_sound(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from ipsskills.record.sqlite import health

    steps: Sequence[Any] = (*FIRST, SECOND)
    monkeypatch.setattr(health, "STEPS", steps)
    before = snapshot(path.parent)
    assert health.look_at(path).problems == ()
    assert health.look_at(path).form == LAST
    assert snapshot(path.parent) == before


def test_a_step_works_beside_records_added_after_it(path: Path) -> None:
    with open_store(path, LATER, write=True, steps=(*FIRST, SECOND)) as store:
        with store.writing() as work:
            work.add(note("n2", "two", at=LATER))
        with store.reading() as work:
            assert len(work.history(type(SAMPLES[3]), "n2")) == 1
    assert rows(path, "SELECT id, mood FROM note ORDER BY id") == [("n2", None), ("note-1", None)]
