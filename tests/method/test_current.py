"""Which answers a page speaks of: scope, dates, age, a supervisor's "not seen", seen work."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

import pytest

from ipsskills.codes import AskedAs, AssessmentKind, Basis, Code, Kind
from ipsskills.framework.types import Framework, LocalStatement
from ipsskills.method.current import (
    Pass,
    Standing,
    Visit,
    choose_views,
    find_standings,
    sort_latest_first,
)
from ipsskills.method.state import StateKind
from ipsskills.record.types import State
from tests.cases import try_each
from tests.method.builders import DAY, NOON, assessed, code, rating, small, standing, unit_of

SUPERVISOR = AssessmentKind.SUPERVISOR
JAN, MAR, MAY, JUL = (date(2026, month, 10) for month in (1, 3, 5, 7))


@pytest.fixture
def few(framework: Framework) -> Framework:
    """Return units 3.1, 3.7, 3.8 and 3.10, each with five statements, and area M1 with two."""
    units = [unit_of(each, 5) for each in ("3.1", "3.7", "3.8", "3.10")]
    return small(framework, *units, unit_of("M1", 2))


def letters(found: Mapping[str, Standing]) -> dict[str, str]:
    """Return the value of each unit in letters, "." where there is none."""
    return {unit: each.value.value if each.value else "." for unit, each in found.items()}


def test_the_latest_finished_assessment_speaks(few: Framework) -> None:
    passes = [
        assessed("a", JAN, {"3.7": "1", "3.8": "1"}),
        assessed("c", MAY, {"3.7": "3", "3.8": "n"}),
        assessed("b", MAR, {"3.7": "2", "3.8": "2"}),
    ]
    found = find_standings(few, passes, DAY)
    assert letters(found) == {"3.7": "3", "3.8": "n"}
    assert {each.assessment for each in found.values()} == {"c"}
    assert {each.on for each in found.values()} == {MAY}
    assert not any(each.earlier for each in found.values())


@pytest.fixture
def renewed(framework: Framework) -> Framework:
    """Return 3.8 with five statements, the first two of which took the place of others since."""
    unit = unit_of("3.8", 5)
    old = tuple(
        replace(
            unit.statements[place], id=f"3.8/old{place}", retired=True, replaced_by=f"3.8/{new}"
        )
        for place, new in enumerate("ab")
    )
    return small(framework, replace(unit, statements=(*old, *unit.statements)))


@try_each(
    ("answers", "kind", "value", "below"),
    [
        # all answered before the change: nothing is left open, and the old one is named
        (
            {"3.8/old0": "1", "3.8/old1": "3", "3.8/c": "3", "3.8/d": "3", "3.8/e": "3"},
            StateKind.IN_MOST,
            "3",
            ("3.8/old0",),
        ),
        # all answered after it
        (
            {"3.8/a": "3", "3.8/b": "3", "3.8/c": "3", "3.8/d": "3", "3.8/e": "2"},
            StateKind.IN_MOST,
            "3",
            ("3.8/e",),
        ),
        # before the change one that was replaced since and another were left open
        (
            {"3.8/old0": "3", "3.8/c": "3", "3.8/d": "3"},
            StateKind.PART_ANSWERED,
            None,
            (),
        ),
        # where both are kept, the new one counts
        (
            {"3.8/old0": "0", "3.8/a": "3", "3.8/b": "3", "3.8/c": "3", "3.8/d": "3", "3.8/e": "3"},
            StateKind.ANSWERED,
            "3",
            (),
        ),
    ],
)
def test_what_was_answered_before_a_statement_was_replaced_counts_as_it_was_asked(
    renewed: Framework,
    answers: dict[str, str],
    kind: StateKind,
    value: str | None,
    below: tuple[str, ...],
) -> None:
    found = find_standings(renewed, [assessed("a", MAY, answers)], DAY)["3.8"]
    assert (found.state.kind, found.value, found.state.below) == (kind, value, below)


def test_there_is_nothing_to_say_without_an_assessment(few: Framework) -> None:
    assert find_standings(few, [], DAY) == {}


def test_todays_date_leaves_nothing_out(few: Framework) -> None:
    """A clock that was put right, or a flight west, takes nothing away that is finished."""
    found = find_standings(few, [assessed("a", MAR, {"3.8": "3"})], JAN)
    assert letters(found) == {"3.8": "3"}
    assert not found["3.8"].old


def test_of_two_on_one_day_the_one_finished_later_speaks(few: Framework) -> None:
    morning = assessed("b", DAY, {"3.8": "1"}, at=NOON.replace(hour=9))
    evening = assessed("a", DAY, {"3.8": "3"}, at=NOON.replace(hour=18))
    for passes in ([morning, evening], [evening, morning]):
        assert letters(find_standings(few, passes, DAY)) == {"3.8": "3"}


def test_of_two_at_one_moment_the_higher_id_speaks(few: Framework) -> None:
    one, other = assessed("a", DAY, {"3.8": "1"}), assessed("b", DAY, {"3.8": "3"})
    for passes in ([one, other], [other, one]):
        assert letters(find_standings(few, passes, DAY)) == {"3.8": "3"}
        assert [each.assessment.thing for each in sort_latest_first(passes)] == ["b", "a"]


def test_the_day_counts_before_the_hour_it_was_written(few: Framework) -> None:
    joined_late = datetime(2026, 12, 1, tzinfo=NOON.tzinfo)
    passes = [assessed("b", MAR, {"3.8": "1"}, at=joined_late), assessed("a", MAY, {"3.8": "3"})]
    assert letters(find_standings(few, passes, DAY)) == {"3.8": "3"}


def test_the_same_day_earlier_one_still_speaks_for_what_the_later_left_out(few: Framework) -> None:
    passes = [
        assessed("a", DAY, {"3.7": "2", "3.8": "1"}, at=NOON.replace(hour=9)),
        assessed("b", DAY, {"3.8": "3"}, at=NOON.replace(hour=18)),
    ]
    found = find_standings(few, passes, DAY)
    assert letters(found) == {"3.7": "2", "3.8": "3"}
    assert (found["3.7"].earlier, found["3.8"].earlier) == (True, False)


def test_a_unit_outside_the_scope_comes_from_the_last_that_had_it_with_its_date(
    few: Framework,
) -> None:
    passes = [
        assessed("a", JAN, {"3.7": "0", "3.8": "1", "M1": "1"}),
        assessed("b", MAR, {"3.7": "2", "3.8": "1"}),
        assessed("c", MAY, {"3.8": "3"}),
    ]
    found = find_standings(few, passes, DAY)
    assert letters(found) == {"3.7": "2", "3.8": "3", "M1": "1"}
    assert {unit: each.on for unit, each in found.items()} == {"3.7": MAR, "3.8": MAY, "M1": JAN}
    assert {unit: each.assessment for unit, each in found.items()} == {
        "3.7": "b",
        "3.8": "c",
        "M1": "a",
    }
    assert [unit for unit, each in found.items() if each.earlier] == ["3.7", "M1"]


def test_a_unit_in_scope_and_blank_is_not_answered_whatever_was_said_before(
    few: Framework,
) -> None:
    passes = [
        assessed("a", JAN, {"3.7": "3", "3.8": "3"}),
        assessed("b", MAR, {"3.8": "2"}, scope=("3.7", "3.8")),
    ]
    found = find_standings(few, passes, DAY)
    assert letters(found) == {"3.7": ".", "3.8": "2"}
    assert found["3.7"].state.kind is StateKind.NOT_ANSWERED
    assert (found["3.7"].on, found["3.7"].earlier) == (MAR, False)


def test_outside_the_scope_a_blank_of_the_last_that_had_it_is_kept(few: Framework) -> None:
    passes = [
        assessed("a", JAN, {"3.7": "3"}),
        assessed("b", MAR, {}, scope=("3.7",)),
        assessed("c", MAY, {"3.8": "2"}),
    ]
    found = find_standings(few, passes, DAY)
    assert found["3.7"].state.kind is StateKind.NOT_ANSWERED
    assert found["3.7"].on == MAR


def test_a_unit_that_never_was_in_scope_is_left_out(few: Framework) -> None:
    assert set(find_standings(few, [assessed("a", MAR, {"3.8": "2"})], DAY)) == {"3.8"}


def test_a_statement_in_scope_brings_in_its_own_unit_only(few: Framework) -> None:
    found = find_standings(few, [assessed("a", MAR, {}, scope=("3.10/a",))], DAY)
    assert set(found) == {"3.10"}


def test_one_assessment_is_read_at_a_time_statements_are_never_put_together(
    few: Framework,
) -> None:
    passes = [
        assessed("a", JAN, {f"3.8/{letter}": "3" for letter in "abc"}),
        assessed("b", MAR, {f"3.8/{letter}": "2" for letter in "de"}, scope=("3.8",)),
    ]
    found = find_standings(few, passes, DAY)
    assert found["3.8"].state.kind is StateKind.PART_ANSWERED
    assert found["3.8"].state.to_go == 3


@try_each(
    ("on", "today", "old"),
    [
        (date(2025, 11, 24), date(2026, 11, 24), False),
        (date(2025, 11, 23), date(2026, 11, 24), True),
        (date(2027, 2, 28), date(2028, 2, 29), False),
        (date(2027, 2, 27), date(2028, 2, 29), True),
        (date(2026, 11, 24), date(2026, 11, 24), False),
    ],
)
def test_an_answer_is_old_after_twelve_calendar_months(
    few: Framework, on: date, today: date, *, old: bool
) -> None:
    passes = [assessed("a", on, {"3.7": "2"}), assessed("b", today, {"3.8": "2"})]
    found = find_standings(few, passes, today)
    assert (found["3.7"].old, found["3.8"].old) == (old, False)


@try_each("letter", ["0", "1", "2", "3"])
def test_a_supervisors_not_seen_does_not_displace_their_earlier_answer(
    few: Framework, letter: str
) -> None:
    passes = [
        assessed("a", JAN, {"3.7": letter, "3.8": "1"}, kind=SUPERVISOR),
        assessed("b", MAR, {"3.7": "u", "3.8": "3"}, kind=SUPERVISOR),
        assessed("c", MAY, {"3.7": "u", "3.8": "u"}, kind=SUPERVISOR),
    ]
    found = find_standings(few, passes, DAY)
    assert letters(found) == {"3.7": letter, "3.8": "3"}
    assert (found["3.7"].on, found["3.8"].on) == (JAN, MAR)
    assert found["3.7"].earlier
    assert found["3.8"].earlier


@try_each("letter", ["n", "x", "u", "."])
def test_a_supervisors_not_seen_stands_where_they_rated_nothing_before(
    few: Framework, letter: str
) -> None:
    passes = [
        assessed("a", JAN, {"3.8": letter}, kind=SUPERVISOR),
        assessed("b", MAR, {"3.8": "u"}, kind=SUPERVISOR),
    ]
    found = find_standings(few, passes, DAY)
    assert letters(found) == {"3.8": "u"}
    assert (found["3.8"].on, found["3.8"].earlier) == (MAR, False)


@try_each("letter", ["n", "x", ".", "0"])
def test_any_other_answer_of_a_supervisor_displaces_the_earlier_one(
    few: Framework, letter: str
) -> None:
    passes = [
        assessed("a", JAN, {"3.8": "2"}, kind=SUPERVISOR),
        assessed("b", MAR, {"3.8": letter}, kind=SUPERVISOR),
    ]
    assert letters(find_standings(few, passes, DAY)) == {"3.8": letter}


def test_all_statements_not_seen_do_not_displace_either(few: Framework) -> None:
    unseen = {f"3.8/{letter}": "u" for letter in "abcde"}
    passes = [
        assessed("a", JAN, {"3.8": "2"}, kind=SUPERVISOR, basis="O"),
        assessed("b", MAR, unseen, kind=SUPERVISOR),
    ]
    found = find_standings(few, passes, DAY)
    assert letters(found) == {"3.8": "2"}
    assert found["3.8"].seen


def test_an_earlier_answer_behind_not_seen_grows_old(few: Framework) -> None:
    passes = [
        assessed("a", date(2025, 11, 23), {"3.8": "2"}, kind=SUPERVISOR),
        assessed("b", MAR, {"3.8": "u"}, kind=SUPERVISOR),
    ]
    assert find_standings(few, passes, DAY)["3.8"].old


def test_a_unit_seen_in_part_is_what_not_seen_falls_back_on_if_it_is_the_latest(
    few: Framework,
) -> None:
    part = dict(zip([f"3.8/{letter}" for letter in "abcde"], "uuu22", strict=True))
    passes = [
        assessed("a", JAN, {"3.8": "1"}, kind=SUPERVISOR),
        assessed("b", MAR, part, kind=SUPERVISOR),
        assessed("c", MAY, {"3.8": "u"}, kind=SUPERVISOR),
    ]
    for given in (passes[:2], passes):
        found = find_standings(few, given, DAY)["3.8"]
        assert (found.state.kind, found.on) == (StateKind.SEEN_IN_PART, MAR)


def test_not_seen_is_left_out_of_what_applies_for_a_supervisor_only(few: Framework) -> None:
    answers = dict(zip([f"3.8/{letter}" for letter in "abcde"], "332uu", strict=True))
    state = find_standings(few, [assessed("a", MAR, answers, kind=SUPERVISOR)], DAY)["3.8"].state
    assert (state.kind, state.applicable) == (StateKind.IN_MOST, 3)


@try_each(("basis", "seen"), [("O", True), ("R", True), ("F", False), ("M", False), (" ", False)])
def test_work_is_seen_where_the_answer_rests_on_observation_or_a_record(
    few: Framework, basis: str, *, seen: bool
) -> None:
    done = assessed("a", MAR, {"3.8": "2"}, kind=SUPERVISOR, basis=basis)
    assert find_standings(few, [done], DAY)["3.8"].seen is seen


@try_each(
    ("answers", "bases", "seen"),
    [
        ("33333", "OORMM", True),
        ("33333", "OFFMM", False),
        ("3333", "OOMM", False),
        ("3333u", "OORMO", True),
        ("33nnx", "OMOOO", False),
        ("23uux", "ROMMM", True),
        ("nnnnn", "OOOOO", False),
    ],
)
def test_a_unit_by_statements_is_seen_where_more_than_half_of_the_rated_are(
    few: Framework, answers: str, bases: str, *, seen: bool
) -> None:
    items = [f"3.8/{letter}" for letter in "abcde"[: len(answers)]]
    row = dict(zip(items, answers, strict=True))
    done = assessed("a", MAR, row, kind=SUPERVISOR, basis=bases)
    assert find_standings(few, [done], DAY)["3.8"].seen is seen


@try_each(("bases", "seen"), [("FOO", False), ("MRR", False), ("OMM", True), ("RFF", True)])
def test_where_the_whole_answer_stands_for_a_part_answered_unit_its_basis_counts(
    few: Framework, bases: str, *, seen: bool
) -> None:
    answers = {"3.8": "0", "3.8/a": "3", "3.8/b": "3"}
    found = find_standings(few, [assessed("a", MAR, answers, kind=SUPERVISOR, basis=bases)], DAY)
    assert found["3.8"].state.kind is StateKind.PART_ANSWERED
    assert found["3.8"].value is Code.ZERO
    assert found["3.8"].seen is seen


def test_a_unit_is_read_in_the_way_it_was_asked_then(few: Framework) -> None:
    done = assessed("a", MAR, {"3.8": "2"}, asked_as=AskedAs.KNOWLEDGE)
    assert find_standings(few, [done], DAY)["3.8"].state.asked_as is AskedAs.KNOWLEDGE


def test_a_unit_by_statements_keeps_the_units_way_of_asking(few: Framework) -> None:
    answers = {f"3.8/{letter}": "2" for letter in "abcde"}
    done = assessed("a", MAR, answers, asked_as=AskedAs.VALUE)
    assert find_standings(few, [done], DAY)["3.8"].state.asked_as is AskedAs.SKILL


def test_an_answer_keeps_the_scale_it_was_given_on(few: Framework) -> None:
    passes = [assessed("a", JAN, {"3.7": "2"}), assessed("b", MAR, {"3.8": "2"}, scale="2")]
    found = find_standings(few, passes, DAY)
    assert (found["3.7"].scale, found["3.8"].scale) == ("1", "2")


@try_each(
    ("one", "other", "same"),
    [
        (standing("3.8", "2"), standing("3.8", "0", on=JAN), True),
        (standing("3.8", "2"), standing("3.8", "2", scale="2"), False),
        (standing("3.8", "2"), standing("3.8", "2", asked_as=AskedAs.VALUE), False),
    ],
)
def test_the_same_question_is_the_same_scale_and_way_of_asking(
    one: Standing, other: Standing, *, same: bool
) -> None:
    assert one.same_question(other) is same
    assert other.same_question(one) is same


def test_retired_statements_and_a_services_own_are_no_part_of_a_state(
    framework: Framework,
) -> None:
    unit = unit_of("3.8", 3)
    kept, gone = unit.statements[:2], replace(unit.statements[2], retired=True)
    local = LocalStatement(
        id="local/3.8/own", kind=Kind.ABILITY, asked_as=AskedAs.SKILL, text="Own", unit="3.8"
    )
    few = replace(small(framework, replace(unit, statements=(*kept, gone))), local=(local,))
    answers = {"3.8/a": "3", "3.8/b": "3", "3.8/c": "0", "local/3.8/own": "0"}
    found = find_standings(few, [assessed("a", MAR, answers)], DAY)
    assert found["3.8"].value is Code.THREE
    assert found["3.8"].state.applicable == 2


@try_each("letter", ["2", "x", "."])
def test_marks_go_with_the_whole_answer_whatever_it_is(few: Framework, letter: str) -> None:
    done = assessed("a", MAR, {"3.7": "3"}, scope=("3.7", "3.8"))
    marked = rating("a", "3.8", code(letter), show=True)
    found = find_standings(few, [Pass(done.assessment, {**done.ratings, "3.8": marked})], DAY)
    assert (found["3.8"].show, found["3.7"].show) == (True, False)


def test_a_unit_without_a_whole_answer_has_no_marks(few: Framework) -> None:
    found = find_standings(few, [assessed("a", MAR, {}, scope=("3.8",))], DAY)
    assert (found["3.8"].rating, found["3.8"].show) == (None, False)


def test_an_assessment_still_open_has_the_day_it_was_begun() -> None:
    done = assessed("a", MAR, {"3.8": "2"})
    still_open = replace(done.assessment, state=State.DRAFT, finished=None, began=JAN)
    assert done.on == MAR
    assert Pass(still_open, {}).on == JAN


def test_a_mark_on_a_statement_is_the_units(framework: Framework) -> None:
    first, second, *_ = [s.id for s in framework.by_id["3.8"].live_statements]
    done = assessed("one", DAY, {first: "3", second: "2"})
    assert not find_standings(framework, [done], DAY)["3.8"].show
    marked = replace(done.ratings[second], show=True)
    done = Pass(done.assessment, {**done.ratings, second: marked})
    found = find_standings(framework, [done], DAY)["3.8"]
    assert found.show
    assert [rating.item for rating in found.statements] == [first, second]


# The day of what was seen.


def visited(
    thing: str,
    finished: date,
    answers: Mapping[str, tuple[str, str, date | None]],
    visits: Mapping[str, Visit] | None = None,
) -> Pass:
    """Return a supervisor's view: by item its answer, basis and the day of the visit, if any."""
    done = assessed(
        thing, finished, {item: a for item, (a, _, _) in answers.items()}, kind=SUPERVISOR
    )
    ratings = {
        item: replace(
            done.ratings[item],
            basis=Basis(basis) if basis else None,
            visit=f"visit-{item}" if day else None,
            seen_on=day,
        )
        for item, (_, basis, day) in answers.items()
    }
    return Pass(done.assessment, ratings, visits or {})


def test_an_observed_answer_has_the_day_of_its_visit_and_no_other_has(few: Framework) -> None:
    answers = {"3.1": ("2", "O", JAN), "3.7": ("2", "O", None), "3.8": ("2", "F", None)}
    found = find_standings(few, [visited("a", MAY, answers)], DAY)
    assert {unit: each.on for unit, each in found.items()} == {"3.1": JAN, "3.7": MAY, "3.8": MAY}
    assert {each.finished for each in found.values()} == {MAY}


def test_the_visit_as_it_is_kept_now_counts_and_without_it_the_copy(few: Framework) -> None:
    answers = {"3.8": ("2", "O", JAN)}
    moved = {"visit-3.8": Visit(MAR, "A garden centre")}
    now = find_standings(few, [visited("a", MAY, answers, moved)], DAY)["3.8"]
    assert (now.on, now.setting) == (MAR, "A garden centre")
    gone = find_standings(few, [visited("a", MAY, answers)], DAY)["3.8"]
    assert (gone.on, gone.setting) == (JAN, None)


def test_age_goes_by_the_day_of_the_visit(few: Framework) -> None:
    seen = {"3.8": ("0", "O", date(2025, 9, 1))}
    found = find_standings(few, [visited("a", DAY, seen)], DAY)["3.8"]
    assert (found.old, found.on, found.finished) == (True, date(2025, 9, 1), DAY)


@try_each(
    ("days", "bases", "on"),
    [
        ((JAN, MAR, None, None, None), "OO   ", MAR),
        ((JAN, None, None, None, None), "OR   ", JUL),
        ((JAN, None, None, None, None), "OO   ", JUL),
        ((JAN, None, None, None, None), "OFM  ", JUL),
        ((JAN, MAR, None, None, None), "OOF  ", MAR),
    ],
)
def test_by_statements_it_is_the_latest_day_of_what_was_seen_if_most_of_it_was(
    few: Framework, days: tuple[date | None, ...], bases: str, on: date
) -> None:
    given = zip(("3.8/a", "3.8/b", "3.8/c"), bases.strip(), days, strict=False)
    answers = {item: ("2", basis, day) for item, basis, day in given}
    answers |= {
        item: ("x", "", None) for item in ("3.8/c", "3.8/d", "3.8/e") if item not in answers
    }
    assert find_standings(few, [visited("a", JUL, answers)], DAY)["3.8"].on == on


def test_of_one_raters_answers_that_of_the_latest_day_speaks(few: Framework) -> None:
    fresh = visited("a", MAY, {"3.8": ("2", "O", MAY)})
    late = visited("b", JUL, {"3.8": ("0", "O", JAN)})
    for passes in ([fresh, late], [late, fresh]):
        assert letters(find_standings(few, passes, DAY)) == {"3.8": "2"}


def test_of_two_of_one_day_the_one_finished_later_speaks(few: Framework) -> None:
    passes = [
        visited("a", MAY, {"3.8": ("2", "O", JAN)}),
        visited("b", JUL, {"3.8": ("0", "O", JAN)}),
    ]
    assert letters(find_standings(few, passes, DAY)) == {"3.8": "0"}


def test_a_visit_that_was_put_on_a_later_day_speaks_from_there(few: Framework) -> None:
    early = visited("a", MAR, {"3.8": ("2", "O", JAN)}, {"visit-3.8": Visit(JUL, "A call")})
    assert letters(
        find_standings(few, [early, visited("b", MAY, {"3.8": ("0", "F", None)})], DAY)
    ) == {"3.8": "2"}


@try_each("last", ["n", "x"])
def test_what_is_no_answer_from_nought_to_three_speaks_by_when_it_was_finished(
    few: Framework, last: str
) -> None:
    seen = visited("a", MAR, {"3.8": ("2", "O", MAR)})
    done = assessed("b", MAY, {"3.8": last}, kind=SUPERVISOR)
    assert letters(find_standings(few, [seen, done], DAY)) == {"3.8": last}


# Whose view.


def by(rater: str, unit: str, answer: str, on: date) -> dict[str, Standing]:
    return {unit: replace(standing(unit, answer, on=on), rater=rater)}


def chosen(*given: Mapping[str, Standing], supervisor: str | None = "lee") -> dict[str, str]:
    """Return whose view counts, by unit."""
    return {unit: each.rater for unit, each in choose_views(given, supervisor).items()}


def test_the_present_supervisors_view_counts_whenever_it_was_given() -> None:
    old, new = by("lee", "3.8", "1", JAN), by("kim", "3.8", "3", MAY)
    assert chosen(old, new) == {"3.8": "lee"}
    assert chosen(new, old, supervisor=None) == {"3.8": "kim"}


@try_each("nothing", ["u", "."])
def test_where_they_have_none_the_latest_of_others_does(nothing: str) -> None:
    theirs = by("lee", "3.8", nothing, JUL)
    early, late = by("kim", "3.8", "3", JAN), by("bo", "3.8", "1", MAR)
    assert chosen(theirs, early, late) == {"3.8": "bo"}
    assert chosen(theirs) == {"3.8": "lee"}
    assert chosen(theirs, by("kim", "3.8", "u", JAN)) == {"3.8": "lee"}


def test_whose_view_counts_is_told_unit_by_unit() -> None:
    theirs, former = by("lee", "3.8", "1", MAY), by("kim", "3.7", "3", JAN)
    assert chosen(theirs, former) == {"3.8": "lee", "3.7": "kim"}


def part(thing: str, on: date, row: str) -> Pass:
    """Return a supervisor's look at 3.8 by statements, "u2u.u" a letter each."""
    answers = {f"3.8/{n}": letter for n, letter in zip("abcde", row, strict=True)}
    return assessed(thing, on, answers, kind=SUPERVISOR, basis="O", scope=tuple(answers))


@try_each("row", ["uuuuu", "uuuu.", "uuun."])
def test_a_look_at_which_nothing_was_rated_displaces_no_earlier_answer(
    few: Framework, row: str
) -> None:
    passes = [assessed("a", JAN, {"3.8": "3"}, kind=SUPERVISOR), part("b", MAR, row)]
    assert letters(find_standings(few, passes, DAY)) == {"3.8": "3"}


def test_what_was_rated_in_part_is_not_displaced_by_not_having_looked_again(few: Framework) -> None:
    passes = [part("a", JAN, "1uuu3"), assessed("b", MAR, {"3.8": "u"}, kind=SUPERVISOR)]
    found = find_standings(few, passes, DAY)["3.8"]
    assert (found.on, found.state.lowest) == (JAN, Code.ONE)
