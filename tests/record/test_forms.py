"""A filled record of every form there has been: today's program opens it and reads it right."""

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from ipsskills.codes import AskedAs, Basis, Behind, Code, EntryKind, Role
from ipsskills.record.sqlite.health import look_at
from ipsskills.record.steps import STEPS
from ipsskills.record.store import open_store
from ipsskills.record.types import (
    Assessment,
    Entry,
    Goal,
    GoalActivity,
    Note,
    Person,
    Rating,
    State,
)
from ipsskills.record.written import Decision
from tests.record import forms
from tests.record.common import later, rows

FILES = sorted(Path(forms.__file__).parent.glob("form_*.sql"))


@pytest.fixture(params=FILES, ids=lambda file: file.stem)
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a record of one of the forms."""
    path = tmp_path / "record.db"
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript(request.param.read_text(encoding="utf-8"))
    return path


def test_there_is_a_filled_record_of_every_form() -> None:
    assert [file.name for file in FILES] == [f"form_{step.number}.sql" for step in STEPS]


def test_people_and_assessments_read_right(path: Path) -> None:
    with open_store(path, later(days=9), write=False) as store, store.reading() as work:
        ada, twice = work.current(Person)
        assert (ada.name, ada.role, ada.team) == (
            "Ada Example", Role.EMPLOYMENT_SPECIALIST, "Harbour team",
        )  # fmt: skip
        assert (ada.hours, ada.since, ada.left) == (0.6, date(2025, 3, 1), None)
        assert (twice.name, work.survivor(twice.thing)) == ("Ada Twice", ada.thing)
        (done,) = work.current(Assessment, about=twice.thing)
        assert (done.id, done.state, done.finished) == (
            "assessment-2", State.FINISHED, date(2026, 11, 24),
        )  # fmt: skip
        assert (done.scope, done.period_months) == (("3.2", "3.10"), 3)
        assert done.at == datetime(2026, 11, 24, 12, 9, tzinfo=UTC)
        assert [each.state for each in work.history(Assessment, done.thing)] == [
            State.DRAFT, State.FINISHED,
        ]  # fmt: skip
        (rating,) = work.current(Rating, assessment=done.thing)
        assert (rating.item, rating.asked_as, rating.code) == ("3.10", AskedAs.SKILL, Code.TWO)
        assert (rating.basis, rating.behind) == (Basis.OBSERVED, Behind.TIME)
        assert (rating.bring, rating.show) == (True, False)
        assert work.framework_text("h1") == "competences: all of them\n"


def test_notes_plans_and_entries_read_right(path: Path) -> None:
    with open_store(path, later(days=9), write=False) as store, store.reading() as work:
        (note,) = work.current(Note)
        assert (note.text, note.shared, work.forks(Note)) == ("late", False, (note.thing,))
        (goal,) = work.current(Goal)
        assert (goal.title, goal.why, goal.number) == (
            "Talk about money before an offer", "Mine.", 1,
        )  # fmt: skip
        assert goal.why.decision is Decision.KEPT_ON_PURPOSE
        assert goal.title.decision is Decision.NOTHING_FOUND
        assert goal.agreed_with is not None
        assert (goal.agreed_with, goal.agreed_with.person) == ("Tom Leader", None)
        (step,) = work.current(GoalActivity, goal=goal.thing)
        assert (step.text, step.due, step.done) == ("Sit in on one call", date(2026, 12, 8), None)
        (entry,) = work.current(Entry, kind=EntryKind.OBSERVATION, removed=False)
        assert (entry.title, entry.way, entry.on) == (
            "At the garden centre", "watched", date(2026, 11, 4),
        )  # fmt: skip
        assert entry.went_well == "Asked about the spring rush before our offer."
        assert entry.talked is None


def test_what_was_talked_about_is_known_from_the_second_form_on(path: Path) -> None:
    ((form,),) = rows(path, "SELECT max(number) FROM migration")
    with open_store(path, later(days=9), write=False) as store, store.reading() as work:
        met = work.current(Entry, kind=EntryKind.SUPERVISION)
        expected = [] if form == 1 else [(("3.8", "2.2"), ("3.13",))]
        assert [(each.talked, each.items) for each in met] == expected


def test_it_is_sound_and_goes_on(path: Path) -> None:
    open_store(path, later(days=9), write=True).close()
    health = look_at(path)
    assert (health.problems, health.form) == ((), STEPS[-1].number)
    assert rows(path, "SELECT count(*) FROM store") == [(2,)]
