"""An interview under way: on the disk before it is shown, and nothing lost when that fails."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from ipsskills.codes import AskedAs, Basis, Code
from ipsskills.errors import ChangedElsewhere, NotFound, StoreError
from ipsskills.framework.types import Framework
from ipsskills.record.store import Store, open_store
from ipsskills.record.types import Note, Rating, State, thing_of_note, thing_of_rating
from ipsskills.record.work import Work
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.interview.commands import (
    Back,
    Choose,
    Command,
    Give,
    Jump,
    Mark,
    Mode,
    NoteText,
    Open,
    Skip,
    Toggle,
    Undo,
    Write,
)
from ipsskills.usecases.interview.machine import Answer
from ipsskills.usecases.interview.opened import describe_period
from ipsskills.usecases.interview.session import Session
from tests.cases import try_each
from tests.conftest import NOON, Clock
from tests.usecases.builders import UNITS, assess, draft, notes, on_disk, ratings
from tests.words import wrote

ONE, TWO, THREE = Code.ONE, Code.TWO, Code.THREE
SCOPE = ("1.1", "3.1", "3.2")
CODES = "SELECT code FROM rating ORDER BY at, id"
VERSIONS = "SELECT count(*) FROM rating"


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    """Open a fresh record on the disk."""
    with open_store(tmp_path / "record.db", clock(), write=True) as opened:
        yield opened


@pytest.fixture
def session(desk: Desk) -> Session:
    return draft(desk, SCOPE)


@pytest.fixture
def other_window(desk: Desk, session: Session, clock: Clock) -> Iterator[Session]:
    """The same draft in a second window, with the file opened a second time."""
    assert desk.store.path is not None
    with open_store(desk.store.path, clock(), write=True) as store:
        yield Session(replace(desk, store=store), session.assessment)


@pytest.fixture
def busy(desk: Desk) -> Iterator[sqlite3.Connection]:
    """Another program that may lock the file; ours gives up at once instead of in ten seconds."""
    assert desk.store.path is not None
    desk.store._database.run("PRAGMA busy_timeout = 0")
    with closing(sqlite3.connect(desk.store.path, isolation_level=None)) as other:
        yield other


def codes(session: Session) -> dict[str, Code | None]:
    return {item: answer.code for item, answer in session.state.answers.items()}


# On the disk first.


def test_each_answer_is_on_the_disk_when_the_next_question_is_shown(
    desk: Desk, session: Session
) -> None:
    for n, code in enumerate((THREE, Code.NO_CHANCE, TWO), 1):
        if code is Code.NO_CHANCE:
            assert session.state.item == "3.1"
        session.press(Give(code))
        assert len(on_disk(desk, CODES)) == n
    assert on_disk(desk, CODES) == ["3", "n", "2"]


@pytest.mark.parametrize(
    ("command", "query", "expected"),
    [
        (Give(THREE), "SELECT code FROM rating", ["3"]),
        (Give(Code.ZERO), "SELECT code FROM rating", ["0"]),
        (Toggle(Mark.BRING), "SELECT code, bring, show FROM rating", [(None, 1, 0)]),
        (Toggle(Mark.SHOW), "SELECT code, bring, show FROM rating", [(None, 0, 1)]),
        (Write(NoteText(wrote("Ask Sam."))), "SELECT text, shared FROM note", [("Ask Sam.", 0)]),
        (Write(NoteText(wrote("Seen."), True)), "SELECT text, shared FROM note", [("Seen.", 1)]),
    ],
    ids=["answer", "nought", "bring", "show", "note", "shared note"],
)
def test_everything_that_is_kept_is_on_the_disk(
    desk: Desk, session: Session, command: Command, query: str, expected: list[Any]
) -> None:
    session.press(command)
    assert on_disk(desk, query) == expected


def test_the_state_is_the_old_one_until_the_answer_is_on_the_disk(
    desk: Desk, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[str | None, int]] = []
    add = Work.add

    def watched(work: Work, *records: Any) -> None:
        seen.append((session.state.item, on_disk(desk, VERSIONS)[0]))
        add(work, *records)

    monkeypatch.setattr(Work, "add", watched)
    session.press(Give(THREE))
    assert seen == [("1.1", 0)]
    assert (session.state.item, on_disk(desk, VERSIONS)) == ("3.1", [1])


@pytest.mark.parametrize(
    "commands",
    [
        [Skip()],
        [Skip(), Back()],
        [Jump("3.2")],
        [Open(Mode.BEHIND), Choose(None)],
        [Give(Code.OUTSIDE)],
        [Give(Code.NOT_SEEN)],
        [Undo()],
        [Write(NoteText())],
    ],
    ids=["skip", "back", "jump", "leave a list", "no reason", "not offered", "undo", "no note"],
)
def test_what_keeps_nothing_writes_nothing(
    desk: Desk, session: Session, commands: Sequence[Command]
) -> None:
    for command in commands:
        session.press(command)
    assert on_disk(desk, VERSIONS) == [0]
    assert on_disk(desk, "SELECT count(*) FROM note") == [0]


def test_undo_adds_a_version_and_rewrites_nothing(desk: Desk, session: Session) -> None:
    for command in (Give(THREE), Back(), Give(ONE), Undo(), Undo()):
        session.press(command)
    assert on_disk(desk, CODES) == ["3", "1", "3", None]
    with desk.store.reading() as work:
        versions = work.history(Rating, thing_of_rating(session.assessment.thing, "1.1"))
    assert [v.replaces for v in versions] == [None, *(v.id for v in versions[:-1])]
    assert session.state.answer("1.1") == Answer()


def test_an_answer_knows_whose_it_is_and_how_it_was_asked(desk: Desk, session: Session) -> None:
    session.press_all([Open(Mode.BASIS), Choose("R"), Give(TWO)])
    rating = ratings(desk, session.assessment)["1.1"]
    assert (rating.about, rating.author) == (desk.me, desk.me)
    assert (rating.assessment, rating.item) == (session.assessment.thing, "1.1")
    assert (rating.asked_as, rating.code, rating.basis) == ("value", TWO, Basis.RECORD)


def test_a_note_stands_on_its_answer(desk: Desk, session: Session) -> None:
    session.press(Write(NoteText(wrote("Ask Sam."))))
    session.press(Write(NoteText(wrote("Ask Sam tomorrow."), shared=True)))
    subject = thing_of_rating(session.assessment.thing, "1.1")
    note = notes(desk)[subject]
    assert (note.text, note.shared, note.thing) == (
        "Ask Sam tomorrow.",
        True,
        thing_of_note(subject),
    )
    with desk.store.reading() as work:
        assert [n.text for n in work.history(Note, note.thing)] == ["Ask Sam.", "Ask Sam tomorrow."]


def test_without_anybody_set_as_me_nobody_can_answer(desk: Desk, session: Session) -> None:
    with pytest.raises(NotFound, match="who you are"):
        Session(replace(desk, me=None), session.assessment)


# Going on later.


def test_a_new_sitting_goes_on_with_everything_but_the_undo(desk: Desk, session: Session) -> None:
    session.press_all([Toggle(Mark.SHOW), Write(NoteText(wrote("Mine."))), Give(THREE)])
    later = Session(desk, session.assessment)
    assert later.state.item == "3.1"
    assert later.state.answer("1.1") == Answer(THREE, show=True)
    assert later.state.note("1.1") == NoteText(wrote("Mine."))
    assert later.state.undo == ()
    later.press(Undo())
    assert later.state.status == "There is nothing to take back."
    assert later.state.answer("1.1") == Answer(THREE, show=True)


def test_another_assessments_notes_are_not_this_ones(desk: Desk, session: Session) -> None:
    session.press(Write(NoteText(wrote("First."))))
    session.finish()
    assert draft(desk, SCOPE).state.note("1.1") == NoteText()


def test_it_goes_on_after_the_answer_given_last(desk: Desk) -> None:
    session = draft(desk)
    for command in (Give(TWO), Jump("3.8"), Give(ONE), Jump("2.1"), Give(TWO)):
        session.press(command)
    assert Session(desk, session.assessment).state.item == "2.2"


# When it cannot be kept.


def test_a_locked_file_leaves_everything_as_it_was(
    desk: Desk, session: Session, busy: sqlite3.Connection
) -> None:
    session.press(Give(THREE))
    before = session.state
    busy.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="in use by another program"):
        session.press(Give(ONE))
    assert session.state is before
    busy.execute("ROLLBACK")
    session.press(Give(ONE))
    assert on_disk(desk, CODES) == ["3", "1"]
    assert session.state.item == "3.2"


def test_a_commit_that_fails_leaves_everything_as_it_was(
    desk: Desk, session: Session, busy: sqlite3.Connection
) -> None:
    busy.execute("BEGIN")
    busy.execute("SELECT count(*) FROM rating").fetchone()  # a reader stops the commit only
    before = session.state
    with pytest.raises(StoreError):
        session.press_all([Write(NoteText(wrote("Mine."))), Give(THREE)])
    assert session.state is before
    busy.execute("ROLLBACK")
    session.press_all([Write(NoteText(wrote("Mine."))), Give(THREE)])
    assert on_disk(desk, CODES) == ["3"]
    assert on_disk(desk, "SELECT text FROM note") == ["Mine."]


def test_a_full_disk_leaves_everything_as_it_was(desk: Desk, session: Session) -> None:
    session.press(Give(THREE))
    before = session.state
    with closing(sqlite3.connect(str(desk.store.path))) as other:
        other.execute(
            "CREATE TRIGGER full BEFORE INSERT ON rating "
            "BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
        )
        other.commit()
        with pytest.raises(StoreError, match="the disk is full"):
            session.press(Give(ONE))
        assert session.state is before
        other.execute("DROP TRIGGER full")
        other.commit()
    session.press(Undo())
    assert codes(session) == {"1.1": None}
    assert on_disk(desk, CODES) == ["3", None]


def test_press_all_keeps_all_or_nothing(
    desk: Desk, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    insert = Work._insert

    def fails_at_the_note(work: Work, record: Any) -> None:
        if isinstance(record, Note):
            raise StoreError("The disk is gone.")
        insert(work, record)

    commands: list[Command] = [Give(THREE), Give(TWO), Write(NoteText(wrote("Mine."))), Give(ONE)]
    before = session.state
    monkeypatch.setattr(Work, "_insert", fails_at_the_note)
    with pytest.raises(StoreError):
        session.press_all(commands)
    assert session.state is before
    assert on_disk(desk, VERSIONS) == [0]
    monkeypatch.undo()
    session.press_all(commands)
    assert codes(session) == {"1.1": THREE, "3.1": TWO, "3.2": ONE}
    assert on_disk(desk, VERSIONS) == [3]


def test_press_all_keeps_the_last_of_each_thing_once(desk: Desk, session: Session) -> None:
    session.press_all([Toggle(Mark.BRING), Give(ONE), Back(), Give(TWO)])
    assert on_disk(desk, "SELECT code, bring FROM rating") == [("2", 1)]
    session.press(Undo())
    assert on_disk(desk, CODES) == ["2", "1"]
    assert session.state.answer("1.1") == Answer(ONE, bring=True)


def test_a_bug_in_one_of_many_commands_keeps_none(desk: Desk, session: Session) -> None:
    before = session.state
    with pytest.raises(ValueError, match="nonsense"):
        session.press_all([Give(THREE), Open(Mode.BASIS), Choose("nonsense")])
    assert session.state is before
    assert on_disk(desk, VERSIONS) == [0]


# Two windows on one draft.


def test_the_second_window_to_change_an_answer_is_told(
    desk: Desk, session: Session, other_window: Session
) -> None:
    session.press(Give(THREE))
    before = other_window.state
    with pytest.raises(ChangedElsewhere, match="another window"):
        other_window.press(Give(ONE))
    assert other_window.state is before
    assert on_disk(desk, CODES) == ["3"]
    assert Session(desk, session.assessment).state.answer("1.1") == Answer(THREE)


def test_the_second_window_to_change_a_kept_answer_is_told(
    desk: Desk, session: Session, clock: Clock
) -> None:
    session.press(Give(THREE))
    assert desk.store.path is not None
    with open_store(desk.store.path, clock(), write=True) as store:
        second = Session(replace(desk, store=store), session.assessment)
        second.press_all([Jump("1.1"), Give(TWO)])
        with pytest.raises(ChangedElsewhere):
            session.press_all([Jump("1.1"), Give(ONE)])
        with pytest.raises(ChangedElsewhere):
            session.press(Undo())
    assert on_disk(desk, CODES) == ["3", "2"]


def test_two_windows_may_answer_different_questions(
    desk: Desk, session: Session, other_window: Session
) -> None:
    session.press(Give(THREE))
    other_window.press_all([Jump("3.2"), Give(ONE)])
    assert codes(Session(desk, session.assessment)) == {"1.1": THREE, "3.2": ONE}


def test_after_being_told_one_can_go_on_with_a_new_sitting(
    desk: Desk, session: Session, other_window: Session
) -> None:
    session.press(Give(THREE))
    with pytest.raises(ChangedElsewhere):
        other_window.press(Give(ONE))
    again = Session(other_window._desk, session.assessment)
    again.press_all([Back(), Give(ONE)])
    assert on_disk(desk, CODES) == ["3", "1"]


def test_nothing_is_kept_in_a_draft_that_another_window_finished(
    desk: Desk, session: Session, other_window: Session
) -> None:
    other_window.press(Give(THREE))
    other_window.finish()
    before = session.state
    with pytest.raises(ChangedElsewhere, match="closed in another window"):
        session.press_all([Skip(), Give(ONE)])
    with pytest.raises(ChangedElsewhere):
        session.press(Write(NoteText(wrote("Mine."))))
    with pytest.raises(ChangedElsewhere):
        session.finish()
    assert session.state is before
    assert on_disk(desk, CODES) == ["3"]
    assert on_disk(desk, "SELECT count(*) FROM assessment") == [2]


def test_nothing_is_kept_in_a_draft_that_another_window_left(desk: Desk, session: Session) -> None:
    with desk.store.writing() as work:
        work.add(desk.pen().next(session.assessment, state=State.DROPPED))
    with pytest.raises(ChangedElsewhere):
        session.press(Give(ONE))
    assert on_disk(desk, VERSIONS) == [0]


def test_after_finishing_nothing_more_is_kept(desk: Desk, session: Session) -> None:
    session.press(Give(THREE))
    session.finish()
    with pytest.raises(ChangedElsewhere):
        session.press(Give(ONE))
    assert on_disk(desk, CODES) == ["3"]


# Words.


@try_each(
    ("count", "since", "words"),
    [
        (3, None, "three months"),
        (1, None, "month"),
        (13, None, "13 months"),
        (6, "2026-10-01", "seven weeks (since 1 Oct 2026)"),
    ],
)
def test_the_period_in_words(session: Session, count: int, since: str | None, words: str) -> None:
    start = date.fromisoformat(since) if since else None
    kept = replace(
        session.assessment, period_months=count, period_from=start, began=date(2026, 11, 24)
    )
    assert describe_period(kept) == words


def test_a_draft_is_asked_in_the_words_it_began_with(
    desk: Desk, session: Session, framework: Framework
) -> None:
    session.press(Give(THREE))
    later = Session(replace(desk, framework=reworded(framework)), session.assessment)
    assert later.state.script.framework == framework
    later.press(Give(TWO))
    assert ratings(desk, session.assessment)["3.1"].asked_as == "skill"


def reworded(framework: Framework) -> Framework:
    """The files after a service edited them: every unit is knowledge, and called otherwise."""
    units = tuple(
        replace(unit, asked_as=AskedAs.KNOWLEDGE, short=f"New {unit.short}")
        for unit in framework.units
    )
    return replace(framework, units=units, version="2027.1")


def test_a_text_that_cannot_be_read_any_more_does_not_stop_the_interview(
    desk: Desk, session: Session, framework: Framework
) -> None:
    with desk.store.writing() as work:
        work._database.run("UPDATE framework_text SET text = '{\"old\": 1}'")
    now = reworded(framework)
    later = Session(replace(desk, framework=now), session.assessment)
    assert later.state.script.framework == now


def test_many_answers_come_back_as_given(desk: Desk) -> None:
    session = draft(desk)
    given = {item: Code(str(n % 4)) for n, item in enumerate(UNITS)}
    for code in given.values():
        session.press(Give(code))
    session.finish()
    assert codes(Session(desk, session.assessment)) == given


def test_under_a_clock_that_stands_still_it_is_finished_after_its_answers(desk: Desk) -> None:
    still = replace(desk, now=lambda: NOON + timedelta(minutes=1))
    done = assess(still, dict.fromkeys(UNITS, "3"))
    given = ratings(still, done).values()
    assert len(given) == len(UNITS)
    assert all(rating.at < done.at for rating in given)
