"""Adding and reading: nothing is rewritten, and every thing has one current version."""

import re
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from types import NoneType
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ipsskills.record
from ipsskills.codes import AssessmentKind, Code
from ipsskills.errors import ChangedElsewhere
from ipsskills.record.store import Store, open_store
from ipsskills.record.types import Assessment, Goal, Note, Person, Rating, Record, State
from ipsskills.record.work import Work
from tests.cases import try_each
from tests.conftest import NOON
from tests.memory import in_memory
from tests.record.common import (
    ASSESSMENT,
    FORGOTTEN,
    FRAMEWORK,
    GOAL,
    PERSON,
    RATING,
    SAMPLES,
    add_note,
    header,
    later,
    newer,
    note,
    notes,
    rows,
)

ROOM = Path(ipsskills.record.__file__).parent
# What erases, which is tested by itself.
ERASING = ("erasing.py", "clearing.py")
SEEN_IN_WRITING = {"BEGIN", "COMMIT", "ROLLBACK", "INSERT", "SELECT", "PRAGMA", "CREATE"}


def joined(work: Work, *versions: Record) -> None:
    """Put versions in as a join of two records does, whatever they replace."""
    for version in versions:
        work.merge([version])


# What is kept comes back.


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: type(sample).__name__)
def test_a_record_comes_back_as_it_was_added(store: Store, sample: Record) -> None:
    with store.writing() as work:
        work.keep_framework(FRAMEWORK)
        work.add(sample)
    with store.reading() as work:
        assert work.current(type(sample)) == (sample,)
        assert work.history(type(sample), sample.thing) == (sample,)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: type(sample).__name__)
def test_what_may_be_left_out_comes_back_left_out(store: Store, sample: Record) -> None:
    may = {
        name for name, said in type(sample).__annotations__.items() if NoneType in get_args(said)
    }
    bare = type(sample)(**(vars(sample) | dict.fromkeys(may)))
    with store.writing() as work:
        work.keep_framework(FRAMEWORK)
        work.add(bare)
    with store.reading() as work:
        assert work.current(type(sample)) == (bare,)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "'; DROP TABLE note; --",
        'back\\slash "quotes" %s :name ?',
        "Zoë 李小龍 👩🏽\u200d💻 \u202eסارة",
        "one\n\n\ttwo \n",
        "q" * 10_000,
    ],
    ids=["empty", "SQL", "signs", "scripts", "lines", "long"],
)
def test_words_come_back_letter_by_letter(store: Store, text: str) -> None:
    with store.writing() as work:
        work.add(note("n", text))
    with store.reading() as work:
        assert [found.text for found in work.current(Note)] == [text]


def test_times_come_back_to_the_microsecond_in_utc(store: Store) -> None:
    at = NOON + timedelta(microseconds=123_456)
    with store.writing() as work:
        work.add(note("n", at=at))
    with store.reading() as work:
        assert work.current(Note)[0].at == at
    assert store.path is not None
    assert rows(store.path, "SELECT at FROM note") == [("2026-11-24 12:00:00.123456",)]


def test_codes_are_kept_as_their_plain_texts(store: Store) -> None:
    with store.writing() as work:
        work.keep_framework(FRAMEWORK)
        work.add(PERSON, ASSESSMENT, RATING)
    assert store.path is not None
    assert rows(store.path, "SELECT role FROM person") == [("employment specialist",)]
    assert rows(store.path, "SELECT kind, state, scope FROM assessment") == [
        ("self", "draft", '["3.2", "3.10"]')
    ]
    assert rows(store.path, "SELECT code, basis, behind, bring, show FROM rating") == [
        ("2", "O", "time", 1, 0)
    ]


def test_a_framework_is_kept_once_and_never_changed(store: Store) -> None:
    with store.writing() as work:
        work.keep_framework(FRAMEWORK)
        work.keep_framework(replace(FRAMEWORK, text="other words"))
    with store.reading() as work:
        assert work.framework_text("h1") == "competences: all of them\n"
        assert work.framework_text("h2") is None
    assert store.path is not None
    assert rows(store.path, "SELECT hash, version FROM framework_text") == [("h1", "2026.1")]


# Versions: current and history.


def test_current_is_what_nothing_replaces() -> None:
    first = note("n1", "first")
    second = newer(first, "n2", "second", at=later(minutes=1))
    third = newer(second, "n3", "third", at=later(minutes=2))
    other = note("m1", "other", at=later(minutes=3))
    with in_memory() as work:
        work.add(first, second, third, other)
        assert work.current(Note) == (third, other)
        assert work.history(Note, "n1") == (first, second, third)
        assert work.history(Note, "m1") == (other,)
        assert work.history(Note, "n2") == ()
        assert work.forks(Note) == ()


def test_a_version_counts_even_when_the_clock_went_back() -> None:
    first = note("n2", "first", at=later(hours=5))
    second = newer(first, "n1", "second", at=NOON)
    with in_memory() as work:
        work.add(first, second)
        assert work.current(Note) == (second,)
        assert work.forks(Note) == ()


def test_things_come_oldest_first_and_by_id_within_an_instant() -> None:
    with in_memory() as work:
        work.add(
            note("d", at=later(minutes=1)), note("b", at=NOON), note("c", at=NOON), note("a-later",
            at=later(minutes=2)),
        )  # fmt: skip
        assert [found.id for found in work.current(Note)] == ["b", "c", "d", "a-later"]


def test_kinds_do_not_mix() -> None:
    with in_memory() as work:
        work.add(PERSON, note("n"), GOAL)
        assert work.current(Person) == (PERSON,)
        assert work.current(Goal) == (GOAL,)
        assert work.current(Rating) == ()


@try_each(
    ("where", "found"),
    [
        ({}, ["r1", "r2", "r3"]),
        ({"assessment": "a1"}, ["r1", "r2"]),
        ({"assessment": ["a1", "a2"]}, ["r1", "r2", "r3"]),
        ({"assessment": ("a2",)}, ["r3"]),
        ({"assessment": {"a2", "none"}}, ["r3"]),
        ({"assessment": []}, []),
        ({"assessment": "none"}, []),
        ({"code": Code.THREE}, ["r1"]),
        ({"code": "3"}, ["r1"]),
        ({"code": [Code.THREE, Code.NO_CHANCE]}, ["r1", "r3"]),
        ({"code": None}, ["r2"]),
        ({"bring": True}, ["r2"]),
        ({"about": "ada", "bring": False}, ["r1"]),
        ({"about": "ben"}, ["r3"]),
        ({"thing": "r2"}, ["r2"]),
    ],
)
def test_where_picks_by_value_or_list_of_values(where: dict[str, Any], found: list[str]) -> None:
    def rating(own_id: str, assessment: str, code: Code | None, **own: Any) -> Rating:
        values = header(own_id, about=own.pop("about", "ada"))
        return Rating(
            **values, assessment=assessment, item="3.10", asked_as=RATING.asked_as, code=code, **own
        )

    with in_memory() as work:
        work.add(
            rating("r1", "a1", Code.THREE),
            rating("r2", "a1", None, bring=True),
            rating("r3", "a2", Code.NO_CHANCE, about="ben"),
        )
        assert [each.id for each in work.current(Rating, **where)] == found


def test_where_looks_at_current_versions_only() -> None:
    draft = replace(ASSESSMENT, id="a1", thing="a1")
    done = replace(draft, id="a2", replaces="a1", state=State.FINISHED, finished=date(2026, 11, 24))
    with in_memory() as work:
        work.keep_framework(FRAMEWORK)
        work.add(draft, done)
        assert work.current(Assessment, state=State.DRAFT) == ()
        assert work.current(Assessment, state=State.FINISHED) == (done,)
        assert work.current(Assessment, kind=AssessmentKind.SELF) == (done,)


# Forks: what a join of two records can leave.


def test_of_two_current_versions_the_later_counts() -> None:
    first = note("n1", "first")
    early = newer(first, "n9", "early", at=later(minutes=1))
    late = newer(first, "n2", "late", at=later(minutes=2))
    for order in ((first, early, late), (late, first, early)):
        with in_memory() as work:
            joined(work, *order)
            assert work.current(Note) == (late,)
            assert work.history(Note, "n1") == (first, early, late)
            assert work.forks(Note) == ("n1",)


def test_of_two_current_versions_of_one_instant_the_higher_id_counts() -> None:
    first = note("n1", "first")
    low = newer(first, "n2", "low", at=later(minutes=1))
    high = newer(first, "n3", "high", at=later(minutes=1))
    for order in ((first, low, high), (first, high, low)):
        with in_memory() as work:
            joined(work, *order)
            assert work.current(Note) == (high,)
            assert work.forks(Note) == ("n1",)


def test_two_first_versions_of_one_thing_are_a_fork() -> None:
    one, two = note("n1", thing="t"), note("n2", thing="t", at=later(minutes=1))
    with in_memory() as work:
        joined(work, one, two, note("m", thing="whole"))
        assert work.forks(Note) == ("t",)
        assert work.current(Note, thing="t") == (two,)


def test_versions_between_which_one_never_came_are_no_fork() -> None:
    first = note("n1", "first")
    last = note("n3", "last", at=later(minutes=2), thing=first.thing, replaces="n2")
    with in_memory() as work:
        joined(work, last, first)
        assert work.current(Note) == (last,)
        assert work.forks(Note) == ()
        joined(work, newer(first, "n4", "elsewhere", at=later(minutes=1)))
        assert work.current(Note) == (last,)


def test_a_branch_is_told_by_its_end_and_not_by_its_length() -> None:
    first = note("n1", "first")
    short = newer(first, "n2", "short", at=later(minutes=9))
    long = newer(first, "n3", "long", at=later(minutes=1))
    longer = newer(long, "n4", "longer", at=later(minutes=2))
    with in_memory() as work:
        joined(work, first, short, long, longer)
        assert work.current(Note) == (short,)
        assert work.forks(Note) == ("n1",)


def test_where_never_finds_the_branch_that_does_not_count() -> None:
    first = replace(ASSESSMENT, id="a1", thing="a1")
    draft = replace(first, id="a2", replaces="a1", period_months=6, at=later(minutes=1))
    done = replace(
        first,
        id="a3",
        replaces="a1",
        state=State.FINISHED,
        finished=date(2026, 11, 24),
        at=later(minutes=2),
    )
    with in_memory() as work:
        work.keep_framework(FRAMEWORK)
        joined(work, first, draft, done)
        assert work.current(Assessment) == (done,)
        assert work.current(Assessment, state=State.DRAFT) == ()
        assert work.select(Assessment, {"period_months": 6}) == ()
        assert work.current(Assessment, state=State.FINISHED) == (done,)


def test_what_counts_comes_in_its_own_place_in_time() -> None:
    first = note("n1")
    branches = [newer(first, f"n{n}", at=later(minutes=n)) for n in (2, 9)]
    between = note("m", at=later(minutes=5))
    with in_memory() as work:
        joined(work, first, *branches, between)
        assert [found.id for found in work.current(Note)] == ["m", "n9"]


def test_work_goes_on_from_the_branch_that_counts() -> None:
    first = note("n1")
    early = newer(first, "n2", at=later(minutes=1))
    late = newer(first, "n3", at=later(minutes=2))
    then = newer(late, "n4", "then", at=later(minutes=3))
    with in_memory() as work:
        joined(work, first, early, late)
        work.add(then)
        assert work.current(Note) == (then,)


# Outdated versions are refused.


def refused(work: Work, *versions: Record) -> None:
    with pytest.raises(ChangedElsewhere) as caught:
        work.add(*versions)
    assert caught.value.exit_code == 13
    assert "What was kept there is safe" in caught.value.message
    assert caught.value.hint


def test_a_version_made_from_an_outdated_one_is_refused() -> None:
    first = note("n1", "first")
    second = newer(first, "n2", "second")
    with in_memory() as work:
        work.add(first, second)
        refused(work, newer(first, "n3", "from the first"))
        assert work.history(Note, "n1") == (first, second)


def test_a_second_first_version_of_a_thing_is_refused() -> None:
    with in_memory() as work:
        work.add(note("n1", thing="note:3.10"))
        refused(work, note("n2", thing="note:3.10"))
        work.add(note("n3", thing="note:3.11"))
        assert [found.id for found in work.current(Note)] == ["n1", "n3"]


def test_a_first_version_of_a_thing_with_a_history_is_refused() -> None:
    first = note("n1", thing="t")
    with in_memory() as work:
        work.add(first, newer(first, "n2"))
        refused(work, note("n3", thing="t"))


def test_the_same_version_added_twice_is_refused() -> None:
    first = note("n1")
    second = newer(first, "n2")
    with in_memory() as work:
        work.add(first, second)
        refused(work, first)
        refused(work, second)


def test_two_windows_cannot_both_go_on_from_one_version(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    add_note(path, "n1", "first")
    with open_store(path, NOON, write=True) as one, open_store(path, NOON, write=True) as two:
        with one.reading() as work:
            (seen,) = work.current(Note)
        with two.reading() as work:
            assert work.current(Note) == (seen,)
        with one.writing() as work:
            work.add(newer(seen, "n2", "of window one"))
        with pytest.raises(ChangedElsewhere), two.writing() as work:
            work.add(note("m", "of the same transaction"), newer(seen, "n3", "of window two"))
        with two.reading() as work:
            assert [found.text for found in work.current(Note)] == ["of window one"]
        with two.writing() as work:
            work.add(newer(work.current(Note)[0], "n4", "of window two, after a look"))
    assert notes(path) == ["of window two, after a look"]
    assert rows(path, "SELECT count(*) FROM note") == [(3,)]


# Nothing is rewritten.


def test_the_rooms_source_has_no_statement_that_rewrites() -> None:
    rewriting = re.compile(
        r"\bUPDATE\b|\bDELETE\s+FROM\b|\bREPLACE\s+INTO\b|\bOR\s+REPLACE\b|\bTRUNCATE\b"
        r"|\bDROP\b|\bON\s+CONFLICT\b|\.(update|delete|merge|upsert)\(|\b(update|delete)\("
    )
    files = sorted(file for file in ROOM.rglob("*.py") if file.name not in ERASING)
    assert len(files) >= 12
    told = [
        f"{file.name}:{number}: {line.strip()}"
        for file in files
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if rewriting.search(line)
    ]
    assert told == []


def test_the_only_delete_in_the_rooms_source_is_the_kind_of_journal() -> None:
    lines = [
        line.strip()
        for file in sorted(ROOM.rglob("*.py"))
        if file.name not in ERASING
        for line in file.read_text(encoding="utf-8").splitlines()
        if re.search(r"\bDELETE\b", line)
    ]
    assert lines == ['database.run("PRAGMA journal_mode = DELETE")']


@pytest.fixture
def heard(store: Store) -> list[str]:
    """Return the statements that SQLite is given from here on."""
    said: list[str] = []
    store._database.raw.set_trace_callback(said.append)
    return said


def test_a_life_of_versions_is_insert_after_insert(store: Store, heard: list[str]) -> None:
    added = [sample for sample in SAMPLES if sample is not FORGOTTEN]
    with store.writing() as work:
        work.keep_framework(FRAMEWORK)
        work.add(*added)
    for sample in added:
        with store.writing() as work:
            work.add(replace(sample, id=f"{sample.id}-2", replaces=sample.id))
    store.name_once("me", "ada")
    assert {statement.split()[0] for statement in heard} <= SEEN_IN_WRITING
    assert sum(statement.startswith("INSERT") for statement in heard) == 2 + 2 * len(added)


def test_a_database_that_forbids_rewriting_is_enough(store: Store) -> None:
    forbidden = {sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE}
    raw = store._database.raw
    raw.set_authorizer(
        lambda action, *_: sqlite3.SQLITE_DENY if action in forbidden else sqlite3.SQLITE_OK
    )
    with pytest.raises(sqlite3.DatabaseError, match="not authorized"):
        raw.execute("DELETE FROM note")
    first = note("n1")
    with store.writing() as work:
        work.add(first, newer(first, "n2", "second"))
    with store.reading() as work:
        assert [found.text for found in work.current(Note)] == ["second"]
    raw.set_authorizer(None)


def test_every_row_ever_added_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    first = note("n1", "first")
    add_note(path, "n1", "first")
    before = rows(path, "SELECT * FROM note")
    with open_store(path, NOON, write=True) as store, store.writing() as work:
        work.add(newer(first, "n2", ""))
    assert rows(path, "SELECT * FROM note ORDER BY id")[:1] == before


# Any sequence of versions.

Moves = list[tuple[int, int]]


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(-3, 3)), max_size=30))
def test_any_sequence_of_versions_keeps_one_current_of_each_thing(moves: Moves) -> None:
    latest: dict[str, Note] = {}
    counted: dict[str, int] = {}
    with in_memory() as work:
        for step, (which, minutes) in enumerate(moves):
            thing, at = f"thing-{which}", later(minutes=minutes)
            version = (
                newer(latest[thing], f"id-{step:02}", f"step {step}", at=at)
                if thing in latest
                else note(f"id-{step:02}", f"step {step}", thing=thing, at=at)
            )
            work.add(version)
            latest[thing] = version
            counted[thing] = counted.get(thing, 0) + 1
        current = work.current(Note)
        assert {found.thing: found for found in current} == latest
        assert len(current) == len(latest)
        assert {thing: len(work.history(Note, thing)) for thing in latest} == counted
        assert work.forks(Note) == ()


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 2)), min_size=1, max_size=30))
def test_of_any_joined_versions_one_of_each_thing_counts(moves: Moves) -> None:
    """Each version replaces any earlier one, or none, as two records that were joined may have."""
    made: list[Note] = []
    for step, (parent, minutes) in enumerate(moves):
        own_id, at = f"id-{step:02}", later(minutes=minutes)
        if parent < len(made):
            made.append(newer(made[parent], own_id, at=at))
        else:
            made.append(note(own_id, thing=f"thing-{parent % 3}", at=at))
    replaced = {version.replaces for version in made}
    ends: dict[str, list[Note]] = {}
    for version in made:
        if version.id not in replaced:
            ends.setdefault(version.thing, []).append(version)
    when: Callable[[Note], tuple[datetime, str]] = lambda version: (version.at, version.id)  # noqa: E731
    with in_memory() as work:
        joined(work, *made)
        found = {version.thing: version for version in work.current(Note)}
        assert found == {thing: max(each, key=when) for thing, each in ends.items()}
        assert len(work.current(Note)) == len(ends)
        assert work.forks(Note) == tuple(sorted(t for t, each in ends.items() if len(each) > 1))
