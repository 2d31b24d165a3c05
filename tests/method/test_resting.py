"""What rests and what wakes it; which agreed answers stand."""

from dataclasses import replace
from datetime import UTC, date, datetime

from ipsskills.codes import AssessmentKind, Code
from ipsskills.framework.types import Framework
from ipsskills.method.lists import Views, make_lists
from ipsskills.method.moments import Moment, find_moment
from ipsskills.method.resting import (
    ANSWERS,
    WAKING,
    find_agreed,
    find_newest_answers,
    find_resting,
    list_code_changes,
    put_agreed,
)
from tests.cases import try_each
from tests.method.builders import DAY, assessed, rating, standing, standings_of

MAR, APR, MAY = date(2026, 3, 2), date(2026, 4, 2), date(2026, 5, 2)
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@try_each(
    ("letter", "wakes", "answers"),
    [
        *((code, True, True) for code in "0123n"),
        ("x", False, True),
        ("u", False, False),
        (".", False, False),
    ],
)
def test_which_answers_wake_and_which_answer_again(
    letter: str, framework: Framework, *, wakes: bool, answers: bool
) -> None:
    done = assessed("a", MAR, {"3.8": letter}, at=NOON)
    for codes, counts in ((WAKING, wakes), (ANSWERS, answers)):
        found = find_newest_answers(["3.8"], [done], codes, {})
        assert found == ({"3.8": find_moment(MAR, NOON)} if counts else {})


def test_the_newest_counts_and_a_correction_by_its_own_moment(framework: Framework) -> None:
    old, new = (assessed(str(on), on, {"3.8": "1"}, at=NOON) for on in (MAR, APR))
    other = assessed("c", MAY, {"3.9": "1"}, at=NOON)
    later = find_moment(MAY, NOON)

    def find(*given: tuple[Code, Moment]) -> object:
        changed = {old.ratings["3.8"].thing: given} if given else {}
        return find_newest_answers(["3.8"], [new, other, old], WAKING, changed)

    finished = (Code.ONE, find_moment(MAR, NOON))
    assert find() == {"3.8": find_moment(APR, NOON)}
    assert find(finished, (Code.TWO, later)) == {"3.8": later}
    assert find(finished, (Code.OUTSIDE, later)) == {"3.8": find_moment(APR, NOON)}


def test_an_answer_to_one_statement_is_an_answer(framework: Framework) -> None:
    first, *others = [s.id for s in framework.by_id["3.8"].live_statements]
    answers = {first: "0", **dict.fromkeys(others, "u")}
    done = assessed("a", MAR, answers, kind=AssessmentKind.SUPERVISOR, at=NOON)
    found = find_newest_answers(["3.8"], [done], WAKING, {})
    assert found == {"3.8": find_moment(MAR, NOON)}, "though little of the unit was seen"


def test_only_a_unit_talked_about_after_all_else_rests_longest_first() -> None:
    talks = {
        "3.7": find_moment(MAY, NOON),
        "3.8": find_moment(APR, NOON),
        "3.9": find_moment(APR, NOON),
    }
    mine = {"3.7": find_moment(APR, NOON), "3.9": find_moment(APR, NOON)}
    resting = find_resting(talks, mine, {"3.8": find_moment(MAR, NOON)})
    assert sorted(resting.since) == ["3.7", "3.8"], "3.9 was answered at that very moment"
    assert sorted(["3.7", "3.8", "3.9", "1.1"], key=resting.key) == ["3.9", "1.1", "3.8", "3.7"]


@try_each(
    ("at_finish", "later", "found"),
    [
        *(("2", "2", []), ("2", "3", [0]), ("2", "33", [0])),
        *(("2", "32", [0, 1]), (".", "2", [0]), ("2", "3.", [0, 1])),
    ],
)
def test_the_changes_of_a_code(at_finish: str, later: str, found: list[int]) -> None:
    codes = [None if letter == "." else Code(letter) for letter in at_finish + later]
    finished, *versions = (rating("a", "3.8", code) for code in codes)
    assert list_code_changes(finished, versions) == [versions[number] for number in found]


@try_each(("on", "stands"), [(MAR, True), (MAY, False)])
def test_an_agreed_answer_stands_until_either_answers_again(on: date, *, stands: bool) -> None:
    agreed, when = {"3.8": standing("3.8", "2")}, {"3.8": find_moment(APR, NOON)}
    for answered in ([{}, {"3.8": find_moment(on, NOON)}], [{"3.8": find_moment(on, NOON)}, {}]):
        assert bool(find_agreed(agreed, when, *answered)) is stands


def test_what_was_agreed_takes_the_place_of_both_but_for_safety(framework: Framework) -> None:
    views = Views(
        standings_of({"3.7": "1", "3.8": "1", "3.9": "3", "2.2": "3"}),
        standings_of({"3.8": "3", "2.2": "1"}),
        own_marks={"3.8"},
    )
    agreed = standings_of({"3.8": "3", "3.9": "n", "2.2": "3"})
    found = put_agreed(framework, views, agreed)
    lists = make_lists(framework, found, DAY)
    assert (lists.effort, lists.strengths, lists.chances) == (("3.7",), ("3.8",), ("3.9",))
    assert (found.marked("3.8"), found.far_apart("3.8")) == (True, False)
    assert found.supervisor["2.2"].value is Code.ONE


def test_two_that_were_far_apart_when_finished_are_settled_too(framework: Framework) -> None:
    now = Views(standings_of({"3.8": "2"}), standings_of({"3.8": "3"}))
    far = replace(now, then=Views(standings_of({"3.8": "0"}), standings_of({"3.8": "3"})))
    assert far.far_apart("3.8")
    assert not put_agreed(framework, far, standings_of({"3.8": "0"})).far_apart("3.8")
