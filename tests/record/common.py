"""What the tests of the record share: a record of each kind, and looks at files from outside.

Programs that the tests start need it too, so it imports nothing that is slow and not needed.
"""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from ipsskills.codes import (
    AskedAs,
    AssessmentKind,
    Basis,
    Behind,
    Code,
    EntryKind,
    FieldWay,
    HoldReason,
    ParcelKind,
    ParcelWay,
    Role,
)
from ipsskills.errors import StoreError
from ipsskills.record.steps import STEPS
from ipsskills.record.steps.step import Step
from ipsskills.record.store import open_store
from ipsskills.record.types import (
    AloneFirst,
    Assessment,
    Entry,
    Forgotten,
    FrameworkText,
    Goal,
    GoalActivity,
    Hold,
    Note,
    Objection,
    Parcel,
    Person,
    Rating,
    Record,
    Redacted,
    State,
)
from ipsskills.record.whom import Whom
from tests.words import wrote

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
ROOT = Path(__file__).parents[2]
ADA = "person-ada"
SECRET = "Mrs Quill lost the flat"


def later(**by: float) -> datetime:
    """Return a time after noon of the first day: days=2, minutes=5."""
    return NOON + timedelta(**by)


def header(own_id: str, **changes: Any) -> dict[str, Any]:
    """Return what every record version has, as of noon, by and about Ada."""
    return {"id": own_id, "thing": own_id, "about": ADA, "author": ADA, "at": NOON} | changes


def note(own_id: str, text: str = "words", **changes: Any) -> Note:
    return Note(**header(own_id, **changes), subject="3.10", text=wrote(text))


def newer(seen: Note, own_id: str, text: str = "new words", **changes: Any) -> Note:
    """Return a version that replaces one that was seen."""
    return note(own_id, text, thing=seen.thing, replaces=seen.id, **changes)


FRAMEWORK = FrameworkText(hash="h1", version="2026.1", text="competences: all of them\n")
PERSON = Person(
    **header(ADA),
    name="Ada Example",
    role=Role.EMPLOYMENT_SPECIALIST,
    team="Harbour team",
    hours=0.6,
    since=date(2025, 3, 1),
)
ASSESSMENT = Assessment(
    **header("assessment-1"),
    kind=AssessmentKind.SELF,
    rater=ADA,
    state=State.DRAFT,
    scope=("3.2", "3.10"),
    period_months=3,
    period_from=date(2026, 8, 24),
    scale="1",
    framework="h1",
    began=date(2026, 11, 24),
)
RATING = Rating(
    **header("rating-1", thing="assessment-1/3.10"),
    assessment="assessment-1",
    item="3.10",
    asked_as=AskedAs.SKILL,
    code=Code.TWO,
    basis=Basis.OBSERVED,
    behind=Behind.TIME,
    bring=True,
)
NOTE = Note(**header("note-1", thing="note:assessment-1/3.10"), subject="3.10", text=wrote(SECRET))
GOAL = Goal(
    **header("goal-1"),
    number=1,
    title=wrote("Talk about money before an offer"),
    why=wrote("It came up twice."),
    items=("3.10", "3.8/weigh-telling"),
    chance=True,
    agreed_with=Whom("Tom Leader"),
    review=date(2027, 1, 5),
    close=date(2027, 2, 24),
    state=State.AGREED,
)
ACTIVITY = GoalActivity(
    **header("activity-1"),
    goal="goal-1",
    place=1,
    text=wrote("Sit in on one call"),
    source="curriculum",
    with_whom=Whom("Tom Leader"),
    due=date(2026, 12, 8),
)
ENTRY = Entry(
    **header("entry-1"),
    kind=EntryKind.OBSERVATION,
    on=date(2026, 11, 4),
    title=wrote("At the garden centre"),
    items=("3.13",),
    way=FieldWay.WATCHED,
    who=Whom("Tom Leader"),
    went_well=wrote("Asked about the spring rush before our offer."),
)
SUPERVISION = Entry(
    **header("entry-supervision"),
    kind=EntryKind.SUPERVISION,
    on=date(2026, 11, 10),
    title=wrote("Supervision"),
    items=("3.13",),
    talked=("3.8", "2.2"),
    minutes=60,
)

PARCEL = Parcel(
    **header("parcel-1"),
    way=ParcelWay.OUT,
    kind=ParcelKind.RECORDS,
    with_whom=Whom("Tom Leader"),
    on=date(2026, 11, 24),
    digest="9f86d081",
    held=("rating-1", "note-1"),
    asked=("earlier",),
)
ALONE = AloneFirst(
    **header("alone-1"),
    rater="person-tom",
    reader=ADA,
    units=("3.2", "3.10"),
    since=date(2026, 11, 24),
)
OBJECTION = Objection(**header("objection-1"), subject="entry-1", text=wrote("We did it together."))
HOLD = Hold(
    **header("hold-1"),
    why=HoldReason.REQUEST,
    began=date(2026, 11, 24),
    ended=date(2026, 11, 24),
)
FORGOTTEN = Forgotten(**header("forgotten-1"), ids=("person-eve",), on=date(2026, 11, 24))
REDACTED = Redacted(
    **header("redacted-1"), subject="entry-9", table="entry", asked_of=Whom("Tom Leader")
)


def values_of(sample: Record) -> dict[str, Any]:
    """Return a record's values by field."""
    return {each.name: getattr(sample, each.name) for each in fields(sample)}


SAMPLES: tuple[Record, ...] = (
    *(PERSON, ASSESSMENT, RATING, NOTE, GOAL, ACTIVITY, ENTRY),
    *(PARCEL, ALONE, OBJECTION, HOLD, FORGOTTEN, REDACTED),
)


def fill(path: Path) -> None:
    """Make a record of the present form with a version of each kind in it."""
    with open_store(path, NOON, write=True) as store, store.writing() as work:
        work.keep_framework(FRAMEWORK)
        work.add(*SAMPLES)


def add_note(
    path: Path, own_id: str, text: str = "words", at: datetime = NOON, steps: Sequence[Step] = STEPS
) -> None:
    """Open a record for writing and add one note."""
    with open_store(path, at, write=True, steps=steps) as store, store.writing() as work:
        work.add(note(own_id, text, at=at))


def copy_of_day(path: Path, at: datetime = NOON) -> None:
    """Have the copy of a day made that its first change would make."""
    with open_store(path, at, write=True) as store:
        store.prepare_writing()


def notes(path: Path, steps: Sequence[Step] = STEPS) -> list[str]:
    """Return the texts of a record's notes, opened for reading only."""
    with open_store(path, NOON, write=False, steps=steps) as store, store.reading() as work:
        return [found.text for found in work.current(Note)]


def rows(path: Path, query: str) -> list[tuple[Any, ...]]:
    """Ask the file itself, past the program."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=rw", uri=True)) as raw:
        return list(raw.execute(query))


def run_sql(path: Path, *statements: str) -> None:
    """Do something to the file itself, past the program."""
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        for statement in statements:
            raw.execute(statement)


def sound(path: Path) -> bool:
    """Whether SQLite finds nothing wrong with a file."""
    try:
        return rows(path, "PRAGMA integrity_check") == [("ok",)]
    except sqlite3.DatabaseError:
        return False


def dump(path: Path) -> list[str]:
    """Return everything in a file, as SQL text."""
    with closing(sqlite3.connect(path)) as raw:
        return list(raw.iterdump())


def journal_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-journal")


@dataclass(frozen=True)
class Seen:
    """A file as it was: what it held, when it was last written, its mode."""

    content: bytes
    written: int
    mode: int


def snapshot(folder: Path) -> dict[str, Seen]:
    """Return every file below a folder, to compare before and after."""
    found = sorted(each for each in folder.rglob("*") if each.is_file())
    return {
        str(each.relative_to(folder)): Seen(
            each.read_bytes(), each.stat().st_mtime_ns, each.stat().st_mode & 0o777
        )
        for each in found
    }


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir()) if folder.exists() else []


def crashed(path: Path, place: Path) -> Path:
    """Return a copy of a record as a crash in the middle of a large write leaves it.

    Half of an unfinished transaction is in the file, which is broken without its journal.
    """
    place.mkdir(parents=True, exist_ok=True)
    copy = place / path.name
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("PRAGMA cache_size = 1")
        raw.execute("BEGIN IMMEDIATE")
        for number in range(1500):
            scattered = f"{number * 7919 % 100_003:06}"
            raw.execute(
                "INSERT INTO note (id, thing, about, author, at, subject, text, shared,"
                " kept_on_purpose) VALUES (?, ?, 'a', 'a', '2026-11-24', 's', ?, 0, '[]')",
                (scattered, scattered, "x" * 100),
            )
        copy.write_bytes(path.read_bytes())
        assert not sound(copy)
        journal_of(copy).write_bytes(journal_of(path).read_bytes())
        raw.execute("ROLLBACK")
    return copy


def assert_plain(error: StoreError, path: Path) -> None:
    """A refusal is two short lines with the path in it, and nothing of SQL or of a record."""
    told = f"{error.message}\n{error.hint}"
    assert str(path) in error.message
    assert error.hint
    assert told.count("\n") == 1
    assert len(told.replace(str(path), "")) < 200
    for word in ("SELECT", "INSERT", "BEGIN", "PRAGMA", "sqlite", "sqlalche", "Errno", SECRET):
        assert word not in told
