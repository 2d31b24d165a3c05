"""A few tries of each kind: nothing acknowledged is lost, nothing unsound, nothing unexplained."""

import random
import sys
from collections.abc import Iterator

import pytest
from stress.child import Ended
from stress.outcome import Outcome
from stress.parts import (
    cut_power,
    fill_disk,
    judge,
    kill_commands,
    spoil,
    turn_clock_back,
    work_together,
)
from stress.place import Place, count_rows, new_place

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="it forks and stops processes as Linux has them"
)
SOME = ("log supervision", "plan done", "assess")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tempfile.tempdir", str(tmp_path_factory.mktemp("stress")))
        with new_place() as made:
            yield made


@pytest.fixture
def chance() -> random.Random:
    return random.Random(7)


def assert_whole(found: Outcome, tries: int) -> None:
    assert found.faults == {}
    assert found.tries == tries
    assert found.acknowledged


def test_killed_at_any_moment_what_was_said_to_be_kept_is_kept(
    place: Place, chance: random.Random
) -> None:
    assert_whole(kill_commands(place, 9, chance, SOME), 9)


def test_a_full_disk_keeps_all_or_nothing_and_says_why(place: Place, chance: random.Random) -> None:
    assert_whole(fill_disk(place, 9, chance, SOME), 9)


def test_a_power_cut_leaves_what_was_answered(place: Place, chance: random.Random) -> None:
    assert_whole(cut_power(place, 12, chance), 12)


def test_five_at_once_lose_nothing(place: Place) -> None:
    assert_whole(work_together(place, 5, 8), 40)


def test_a_clock_that_goes_back_lets_the_last_change_count(
    place: Place, chance: random.Random
) -> None:
    assert_whole(turn_clock_back(place, 5, chance), 5)


def test_changed_bytes_are_met_with_words_of_ours(place: Place, chance: random.Random) -> None:
    found = spoil(place, 6, chance)
    assert (found.faults, found.tries) == ({}, 6)


def test_the_harness_finds_what_is_lost_and_what_is_too_much(place: Place) -> None:
    record = place.fresh()
    rows = count_rows(record)
    more = {table: count + 1 for table, count in rows.items()}
    for before, after, problem in ((rows, more, "acknowledged and lost"), (more, more, "more or")):
        found = Outcome("x")
        acknowledged = 1 if problem.startswith("ack") else 0
        judge(found, record, "x", Ended(0, acknowledged, ""), before, after)
        assert [fault.startswith(problem) for fault in found.faults] == [True]
    record.write_bytes(b"no record at all" * 1000)
    judge(found := Outcome("x"), record, "x", Ended(0, 0, ""), rows, rows)
    assert found.faults.total() == 1
