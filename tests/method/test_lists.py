"""The lists of a page: where each unit stands, and in which order."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ipsskills.codes import AskedAs, AssessmentKind, Code, EntryKind
from ipsskills.framework.types import Framework
from ipsskills.method.current import Standing, find_standings
from ipsskills.method.lists import ListName, Lists, Views, find_list, make_lists
from ipsskills.method.state import UnitState
from tests.cases import try_each
from tests.method.builders import DAY, assessed, by_statements, entry, standing, standings_of

SAFETY_UNITS = ("2.2", "2.3", "2.4")
UNITS = (
    *("1.1", "1.2", "1.3", "1.4", "1.5", "1.6"),
    *("2.1", "2.2", "2.3", "2.4", "2.5", "2.6"),
    *("3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.7", "3.8"),
    *("3.9", "3.10", "3.11", "3.12", "3.13", "3.14", "3.15", "3.16"),
)
AREAS = ("M1", "M2", "M3", "M4", "M5", "M6", "M7", "M8", "M9", "M10", "A1", "A2")
NEVER = ""


def views_of(
    own: str | UnitState, supervisor: str | UnitState = NEVER, *, seen: bool = True
) -> Views:
    """Return both views of 3.8; no letter is no view at all."""
    mine = {"3.8": standing("3.8", own)} if own != NEVER else {}
    other = {"3.8": standing("3.8", supervisor, seen=seen)} if supervisor != NEVER else {}
    return Views(mine, other)


def standing_in(found: Lists) -> list[str]:
    """Return every unit as often as it stands in a list."""
    safety = tuple(line.unit for line in found.safety)
    first = (*safety, *found.effort, *found.chances)
    return [*first, *found.strengths, *found.not_answered, *found.outside]


@try_each(
    ("own", "wanted"),
    [
        ("0", ListName.EFFORT),
        ("1", ListName.EFFORT),
        ("2", ListName.EFFORT),
        ("3", ListName.STRENGTHS),
        ("n", ListName.CHANCES),
        ("x", ListName.OUTSIDE),
        (".", ListName.NOT_ANSWERED),
        (NEVER, ListName.NOT_ANSWERED),
    ],
)
def test_the_persons_answer_alone_gives_the_list(
    framework: Framework, own: str, wanted: ListName
) -> None:
    assert find_list(framework, "3.8", views_of(own)) is wanted


@try_each(
    ("own", "supervisor", "wanted"),
    [
        ("3", "3", ListName.STRENGTHS),
        ("3", "2", ListName.EFFORT),
        ("3", "0", ListName.EFFORT),
        ("2", "3", ListName.EFFORT),
        ("n", "2", ListName.EFFORT),
        ("n", "3", ListName.STRENGTHS),
        ("x", "1", ListName.OUTSIDE),
        ("x", "3", ListName.OUTSIDE),
        (".", "1", ListName.EFFORT),
        (".", "3", ListName.NOT_ANSWERED),
        (NEVER, "1", ListName.EFFORT),
        (NEVER, "3", ListName.NOT_ANSWERED),
        ("3", "u", ListName.STRENGTHS),
        ("3", "n", ListName.STRENGTHS),
        ("3", "x", ListName.STRENGTHS),
        ("3", ".", ListName.STRENGTHS),
        (".", "n", ListName.NOT_ANSWERED),
        (".", "x", ListName.NOT_ANSWERED),
    ],
)
def test_on_seen_work_a_supervisors_answer_below_three_means_effort(
    framework: Framework, own: str, supervisor: str, wanted: ListName
) -> None:
    assert find_list(framework, "3.8", views_of(own, supervisor)) is wanted


@try_each("supervisor", ["0", "1", "2", "3"])
@try_each(
    ("own", "wanted"),
    [
        ("3", ListName.STRENGTHS),
        ("n", ListName.CHANCES),
        ("x", ListName.OUTSIDE),
        (".", ListName.NOT_ANSWERED),
        ("2", ListName.EFFORT),
    ],
)
def test_on_other_work_a_supervisors_answer_moves_no_unit(
    framework: Framework, own: str, supervisor: str, wanted: ListName
) -> None:
    assert find_list(framework, "3.8", views_of(own, supervisor, seen=False)) is wanted


@try_each(
    ("row", "whole", "wanted"),
    [
        ("333", ".", ListName.STRENGTHS),
        ("3330", ".", ListName.STRENGTHS),
        ("33n", ".", ListName.STRENGTHS),
        ("332n1", ".", ListName.EFFORT),
        ("nnn3", ".", ListName.CHANCES),
        ("nnn", "3", ListName.CHANCES),
        ("xxx", ".", ListName.OUTSIDE),
        ("33..", ".", ListName.NOT_ANSWERED),
        ("33..", "2", ListName.EFFORT),
        ("00..", "3", ListName.STRENGTHS),
        ("00..", "n", ListName.EFFORT),
        ("nnn31", ".", ListName.EFFORT),
        ("nnn33", ".", ListName.CHANCES),
        ("00..", "x", ListName.OUTSIDE),
    ],
)
def test_a_unit_by_statements_stands_where_its_one_value_puts_it(
    framework: Framework, row: str, whole: str, wanted: ListName
) -> None:
    assert find_list(framework, "3.8", views_of(by_statements(row, whole))) is wanted


def test_what_a_supervisor_saw_in_part_moves_no_unit(framework: Framework) -> None:
    part = by_statements("uuu00", supervisor=True)
    assert find_list(framework, "3.8", views_of("3", part)) is ListName.STRENGTHS


@try_each("own", ["", "0", "3", "n", "x", "."])
@try_each("unit", SAFETY_UNITS)
def test_safety_comes_before_any_other_list(framework: Framework, unit: str, own: str) -> None:
    views = Views(standings_of({unit: own} if own else {}), standings_of({unit: "1"}))
    assert find_list(framework, unit, views) is ListName.SAFETY


def test_what_nobody_answered_is_listed_as_not_answered_as_numbered(framework: Framework) -> None:
    found = make_lists(framework, Views({}), DAY)
    assert found.not_answered == tuple(unit for unit in UNITS if unit not in SAFETY_UNITS)
    assert standing_in(found)[:3] == list(SAFETY_UNITS)
    assert (found.effort, found.chances, found.strengths, found.brings) == ((), (), (), ())


@try_each(
    ("letter", "wanted"),
    [
        ("0", ListName.EFFORT),
        ("3", ListName.STRENGTHS),
        ("n", ListName.CHANCES),
        ("x", ListName.OUTSIDE),
    ],
)
def test_areas_are_treated_as_units_are(
    framework: Framework, letter: str, wanted: ListName
) -> None:
    asked = ("3.8", "M1", "M10", "A2")
    found = make_lists(framework, Views(standings_of(dict.fromkeys(asked, letter))), DAY)
    by_place = {
        ListName.EFFORT: found.effort,
        ListName.CHANCES: found.chances,
        ListName.STRENGTHS: found.strengths,
        ListName.OUTSIDE: found.outside,
    }
    assert by_place[wanted] == asked
    assert set(AREAS) & set(standing_in(found)) == {"M1", "M10", "A2"}


def test_not_answered_names_units_and_no_area_that_was_left_blank(framework: Framework) -> None:
    asked = ("3.8", "M1", "M10", "A2")
    found = make_lists(framework, Views(standings_of(dict.fromkeys(asked, "."))), DAY)
    assert "3.8" in found.not_answered
    assert not set(AREAS) & set(standing_in(found))


def test_an_area_that_was_begun_and_not_finished_is_named_under_not_answered(
    framework: Framework,
) -> None:
    begun = Views({"M1": standing("M1", by_statements("33..", "."))})
    assert "M1" in make_lists(framework, begun, DAY).not_answered


def test_an_area_that_only_the_supervisor_saw_is_not_lost(framework: Framework) -> None:
    found = make_lists(framework, Views({}, standings_of({"M1": "1"})), DAY)
    assert found.effort == ("M1",)


@given(
    st.dictionaries(st.sampled_from(UNITS + AREAS), st.sampled_from("0123nx.")),
    st.dictionaries(st.sampled_from(UNITS + AREAS), st.sampled_from("0123nxu.")),
    st.booleans(),
)
def test_every_unit_and_every_area_that_was_answered_stands_in_exactly_one_list(
    framework: Framework,
    own: dict[str, str],
    supervisor: dict[str, str],
    seen: bool,
) -> None:
    views = Views(standings_of(own), standings_of(supervisor, seen=seen))
    found = standing_in(make_lists(framework, views, DAY))
    assert len(found) == len(set(found))
    answered = {asked for asked, answer in own.items() if answer != "."}
    assert set(UNITS) | answered <= set(found)


@given(
    st.dictionaries(st.sampled_from(UNITS + AREAS), st.sampled_from("0123nx.")),
    st.dictionaries(st.sampled_from(UNITS + AREAS), st.sampled_from("0123nxu.")),
)
def test_the_order_in_which_answers_were_given_never_shows(
    framework: Framework, own: dict[str, str], supervisor: dict[str, str]
) -> None:
    def turned(answers: dict[str, str]) -> dict[str, str]:
        return dict(reversed(answers.items()))

    one = Views(standings_of(own), standings_of(supervisor))
    other = Views(standings_of(turned(own)), standings_of(turned(supervisor)))
    assert make_lists(framework, one, DAY) == make_lists(framework, other, DAY)


# Strengths.


def test_strengths_stand_marked_first_then_seen_then_moved_up_then_in_teaching_order(
    framework: Framework,
) -> None:
    own = standings_of(dict.fromkeys(("A1", "M1", "1.5", "3.1", "3.7", "3.10", "1.1"), "3"))
    own |= {unit: standing(unit, "3", show=True) for unit in ("3.15", "3.16", "3.14", "1.2")}
    views = Views(
        own,
        standings_of(dict.fromkeys(("3.10", "3.16", "M1", "3.14"), "3")),
        moved_up=frozenset({"3.10", "3.1", "3.14", "3.15"}),
    )
    assert make_lists(framework, views, DAY).strengths == (
        *("3.14", "3.16"),  # marked and seen: the one that moved up first
        *("3.15", "1.2"),  # marked: likewise
        *("3.10", "M1"),  # seen: likewise
        "3.1",  # moved up
        *("1.1", "3.7", "1.5", "A1"),  # teaching order
    )


@try_each("supervisor", ["3", "2", "1", "0"])
def test_what_a_supervisor_only_heard_of_or_remembers_puts_no_strength_first(
    framework: Framework, supervisor: str
) -> None:
    heard = standings_of({"3.16": supervisor}, seen=False)
    views = Views(standings_of({"1.1": "3", "3.16": "3"}), heard)
    assert make_lists(framework, views, DAY).strengths == ("1.1", "3.16")


def test_a_mark_to_bring_it_moves_no_strength(framework: Framework) -> None:
    own = standings_of({"1.1": "3", "3.16": "3"})
    found = make_lists(framework, Views(own, own_marks={"3.16"}), DAY)
    assert (found.strengths, found.effort) == (("1.1", "3.16"), ())


@try_each(
    ("own", "brings"),
    [
        ({"1.1": "2", "3.8": "1", "1.5": "2", "3.7": "2", "M1": "2"}, ("1.1", "3.7", "1.5", "M1")),
        ({"1.1": "1", "3.8": "0", "1.5": "1", "3.7": "n"}, ("1.1", "1.5")),
        ({"1.1": "0", "3.8": "n", "1.5": "x", "3.7": "."}, ()),
        ({}, ()),
        # safety units are in no ranking
        ({"2.2": "2", "2.3": "1", "3.8": "1"}, ("3.8",)),
        ({"2.2": "2", "2.3": "1"}, ()),
        # and one at 3 is no reason to say nothing
        ({"2.2": "3", "3.8": "2"}, ("3.8",)),
    ],
)
def test_without_a_strength_the_page_says_what_somebody_brings(
    framework: Framework, own: dict[str, str], brings: tuple[str, ...]
) -> None:
    found = make_lists(framework, Views(standings_of(own)), DAY)
    assert (found.strengths, found.brings) == ((), brings)


def test_with_a_strength_nothing_stands_in_for_it(framework: Framework) -> None:
    found = make_lists(framework, Views(standings_of({"1.1": "2", "M1": "3"})), DAY)
    assert (found.strengths, found.brings) == (("M1",), ())


def test_what_somebody_brings_stands_in_the_order_of_strengths(framework: Framework) -> None:
    own = standings_of({"1.1": "2", "1.2": "2", "3.1": "1"})
    own["3.16"] = standing("3.16", "2", show=True)
    views = Views(own, standings_of({"1.1": "2"}), moved_up=frozenset({"1.2"}))
    assert make_lists(framework, views, DAY).brings == ("3.16", "1.2", "1.1")


# Effort.


def test_effort_stands_marked_first_then_far_apart_then_lowest_then_in_teaching_order(
    framework: Framework,
) -> None:
    own = standings_of(
        dict.fromkeys(("1.5", "3.9", "A1"), "0")
        | dict.fromkeys(("3.2",), "1")
        | dict.fromkeys(("1.1", "3.1", "3.8", "3.15", "M1"), "2")
        | dict.fromkeys(("3.10", "3.14"), "3")
    )
    own["3.16"] = standing("3.16", "1")
    supervisor = standings_of({"3.10": "1", "3.9": "2", "3.1": "1", "3.2": "2"})
    supervisor |= {"3.15": standing("3.15", "u"), "3.14": standing("3.14", "1")}
    views = Views(own, supervisor, own_marks={"3.16"}, their_marks={"3.14", "3.15"})
    assert make_lists(framework, views, DAY).effort == (
        *("3.14", "3.16", "3.15"),  # marked by either: far apart, then 1, then 2
        *("3.9", "3.10"),  # far apart: the lower of the two views first
        *("1.5", "A1"),  # 0
        *("3.1", "3.2"),  # 1, by the lower of the two views
        *("1.1", "3.8", "M1"),  # 2
    )


@try_each(
    ("own", "supervisor", "far"),
    [
        ("3", "1", True),
        ("0", "2", True),
        ("0", "3", True),
        ("3", "0", True),
        ("2", "0", True),
        ("3", "2", False),
        ("1", "2", False),
        ("2", "2", False),
        ("n", "0", False),
        ("x", "0", False),
        (".", "0", False),
        (NEVER, "0", False),
        ("3", "u", False),
        ("0", "n", False),
        ("0", "x", False),
        ("0", ".", False),
        ("0", NEVER, False),
    ],
)
def test_two_views_are_far_apart_from_two_steps_on(own: str, supervisor: str, *, far: bool) -> None:
    assert views_of(own, supervisor).far_apart("3.8") is far


@try_each(
    ("row", "whole", "far"),
    [
        ("1100", ".", True),
        ("uuu00", ".", False),
        ("00..", ".", False),
        ("33..", "0", True),
        ("nnn0", ".", False),
    ],
)
def test_a_unit_by_statements_is_apart_by_its_one_value_and_in_part_by_none(
    row: str, whole: str, *, far: bool
) -> None:
    theirs = by_statements(row, whole, supervisor=True)
    assert views_of("3", theirs).far_apart("3.8") is far


@try_each(("days", "far"), [(0, True), (60, True), (61, False), (-60, True), (-61, False)])
def test_views_more_than_sixty_days_apart_are_no_pair(days: int, *, far: bool) -> None:
    theirs = standing("3.8", "0", on=DAY + timedelta(days=days))
    assert Views(standings_of({"3.8": "3"}), {"3.8": theirs}).far_apart("3.8") is far


@try_each(
    "theirs",
    [standing("3.8", "0", scale="2"), standing("3.8", "0", asked_as=AskedAs.KNOWLEDGE)],
)
def test_answers_to_another_question_are_no_pair(theirs: Standing) -> None:
    assert not Views(standings_of({"3.8": "3"}), {"3.8": theirs}).far_apart("3.8")


@try_each(
    ("basis", "effort", "strengths"),
    [
        ("O", ("3.16", "3.1", "3.2"), ()),
        ("R", ("3.16", "3.1", "3.2"), ()),
        ("F", ("3.1", "3.2"), ("3.16",)),
        ("M", ("3.1", "3.2"), ("3.16",)),
    ],
)
def test_feedback_and_memory_never_put_two_views_apart(
    framework: Framework, basis: str, effort: tuple[str, ...], strengths: tuple[str, ...]
) -> None:
    mine = assessed("a", DAY, {"3.1": "1", "3.2": "2", "3.16": "3"})
    theirs = assessed(
        "b", DAY, {"3.2": "2", "3.16": "0"}, kind=AssessmentKind.SUPERVISOR, basis=basis
    )
    views = Views(find_standings(framework, [mine], DAY), find_standings(framework, [theirs], DAY))
    found = make_lists(framework, views, DAY)
    assert views.far_apart("3.16") is (basis in "OR")
    assert (found.effort, found.strengths) == (effort, strengths)


def test_an_unseen_lower_answer_does_not_lower_a_unit(framework: Framework) -> None:
    own = standings_of({"3.1": "1", "1.1": "2"})
    heard = standings_of({"1.1": "0"}, seen=False)
    assert make_lists(framework, Views(own, heard), DAY).effort == ("3.1", "1.1")
    assert make_lists(framework, Views(own, standings_of({"1.1": "0"})), DAY).effort == (
        "1.1",
        "3.1",
    )


def test_a_higher_answer_of_the_supervisor_does_not_raise_a_unit(framework: Framework) -> None:
    own = standings_of({"3.1": "1", "1.1": "2"})
    views = Views(own, standings_of({"3.1": "2", "1.1": "3"}))
    assert make_lists(framework, views, DAY).effort == ("3.1", "1.1")


@try_each("whose", ["own_marks", "their_marks"])
def test_a_unit_is_marked_by_either(whose: str) -> None:
    plain = standings_of({"3.8": "2", "3.7": "2"})
    marks: dict[str, Any] = {whose: {"3.8"}}
    views = Views(plain, plain, **marks)
    assert (views.marked("3.8"), views.marked("3.7")) == (True, False)


# The other lists.


def test_chances_stand_in_teaching_order_and_the_rest_as_numbered(framework: Framework) -> None:
    units = ("A1", "M10", "M2", "3.10", "3.9", "3.8", "1.5", "1.6", "2.1", "1.4")
    chances = make_lists(framework, Views(standings_of(dict.fromkeys(units, "n"))), DAY).chances
    outside = make_lists(framework, Views(standings_of(dict.fromkeys(units, "x"))), DAY).outside
    assert chances == ("1.4", "2.1", "1.6", "3.8", "1.5", "3.9", "3.10", "M2", "M10", "A1")
    assert outside == ("1.4", "1.5", "1.6", "2.1", "3.8", "3.9", "3.10", "M2", "M10", "A1")


def test_a_whole_page_from_two_finished_assessments(framework: Framework) -> None:
    earlier = assessed("a", date(2026, 8, 20), {"1.1": "2", "3.7": "1", "3.16": "n"})
    latest = assessed(
        "b", DAY, {"1.1": "3", "1.2": "3", "2.2": "2", "3.8": "1", "3.15": "n", "3.14": "x"}
    )
    theirs = assessed(
        "c", DAY, {"1.2": "3", "3.8": "2"}, kind=AssessmentKind.SUPERVISOR, basis="OF"
    )
    own = find_standings(framework, [latest, earlier], DAY)
    views = Views(own, find_standings(framework, [theirs], DAY), moved_up=frozenset({"1.1"}))
    found = make_lists(framework, views, DAY)
    assert found.strengths == ("1.2", "1.1")
    assert found.effort == ("3.7", "3.8")
    assert found.chances == ("3.15", "3.16")
    assert found.outside == ("3.14",)
    assert [line.unit for line in found.safety] == list(SAFETY_UNITS)
    assert found.not_answered[:5] == ("1.3", "1.4", "1.5", "1.6", "2.1")


def test_what_was_done_elsewhere_stands_only_where_there_is_no_strength(
    framework: Framework,
) -> None:
    elsewhere = frozenset({"3.10", "2.2", "1.1"})
    without_top = Views(standings_of({"3.1": "2", "3.2": "1"}), elsewhere=elsewhere)
    found = make_lists(framework, without_top, DAY)
    assert (found.brings, found.elsewhere) == (("3.1",), ("1.1", "3.10"))
    with_top = Views(standings_of({"3.1": "3"}), elsewhere=elsewhere)
    assert make_lists(framework, with_top, DAY).elsewhere == ()


def test_evidence_stands_between_answers_and_what_was_done_elsewhere(
    framework: Framework,
) -> None:
    shown = entry(EntryKind.EVIDENCE, "2026-11-01", "3.8")
    evidence = dict.fromkeys(("3.10", "3.8", "3.1", "2.2", "3.9", "9.9"), shown)
    elsewhere = frozenset({"3.10", "3.2", "1.1"})
    views = Views(
        standings_of({"3.1": "2"}),
        apart=frozenset({"3.9"}),
        elsewhere=elsewhere,
        evidence=evidence,
    )
    found = make_lists(framework, views, DAY)
    assert (found.brings, found.evidence, found.elsewhere) == (
        ("3.1",),
        ("3.8", "3.10"),
        ("1.1", "3.2"),
    )
    top = make_lists(framework, replace(views, own=standings_of({"3.1": "3"})), DAY)
    assert (top.brings, top.evidence, top.elsewhere) == ((), (), ())


def test_a_unit_kept_apart_stands_in_no_list(framework: Framework) -> None:
    seen = standings_of({"3.8": "0", "2.2": "0"})
    found = make_lists(framework, Views({}, seen, apart=frozenset({"3.8", "2.2"})), DAY)
    named = (*found.effort, *found.not_answered, *(line.unit for line in found.safety))
    assert not {"3.8", "2.2"} & set(named)
    assert "3.7" in found.not_answered


# No chance yet, and outside this job, beside work that was seen.


@try_each(
    ("row", "seen", "wanted"),
    [
        ("nnn33", "3", ListName.STRENGTHS),
        ("nnn33", "1", ListName.EFFORT),
        ("nnn33", ".", ListName.CHANCES),
        ("nnn31", "3", ListName.EFFORT),
        ("nnn31", ".", ListName.EFFORT),
        ("nnnnn", "3", ListName.STRENGTHS),
        ("xxxxx", "0", ListName.OUTSIDE),
    ],
)
def test_no_chance_for_most_stands_by_what_was_tried_and_seen(
    framework: Framework, row: str, seen: str, wanted: ListName
) -> None:
    assert find_list(framework, "3.8", views_of(by_statements(row), seen)) is wanted


def test_no_chance_yet_beside_an_old_or_unseen_three_is_a_chance(framework: Framework) -> None:
    old = replace(standing("3.8", "3"), old=True)
    assert find_list(framework, "3.8", Views(standings_of({"3.8": "n"}), {"3.8": old})) is (
        ListName.CHANCES
    )
    unseen = views_of("n", "3", seen=False)
    assert find_list(framework, "3.8", unseen) is ListName.CHANCES


def test_what_only_the_supervisor_says_is_a_strength_stands_last_even_if_marked(
    framework: Framework,
) -> None:
    own = standings_of({"1.1": "n", "3.16": "3"}) | {"1.2": standing("1.2", "n", show=True)}
    views = Views(own, standings_of({"1.1": "3", "1.2": "3"}))
    found = make_lists(framework, views, DAY)
    assert found.strengths == ("3.16", "1.2", "1.1")
    assert (found.chances, found.brings) == ((), ())


def test_what_was_tried_is_ordered_by_its_lowest_or_by_what_was_seen(framework: Framework) -> None:
    own = {
        "3.8": standing("3.8", by_statements("nnn31")),
        "3.9": standing("3.9", "2"),
        "3.10": standing("3.10", by_statements("nnn32")),
    }
    views = Views(own, standings_of({"3.10": "0"}))
    assert make_lists(framework, views, DAY).effort == ("3.10", "3.8", "3.9")


def test_a_supervisors_old_answer_orders_nothing_and_is_no_pair(framework: Framework) -> None:
    old = replace(standing("3.8", "0"), old=True)
    views = Views(standings_of({"3.8": "3"}), {"3.8": old})
    assert (views.seen("3.8"), views.lowest("3.8")) == (None, Code.THREE)
    assert not views.far_apart("3.8")
    assert find_list(framework, "3.8", views) is ListName.STRENGTHS
