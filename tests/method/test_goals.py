"""Goals: which are offered and in which order, and the dates suggested."""

from datetime import date, timedelta

from ipsskills.method.goals import (
    Candidate,
    choose_by_hand,
    list_candidates,
    suggest_dates,
)
from ipsskills.method.lists import Lists
from ipsskills.method.safety import SafetyCase, SafetyLine
from tests.cases import try_each
from tests.method.builders import DAY

MONDAY = date(2026, 11, 30)
TODAY_LINES = (
    SafetyLine("2.2", SafetyCase.NOTHING_MORE, None),
    SafetyLine("2.3", SafetyCase.TALK_TODAY, None),
    SafetyLine("2.4", SafetyCase.TALK_TODAY, None),
)


def named(found: Lists) -> list[tuple[str, str]]:
    return [(candidate.unit, candidate.why) for candidate in list_candidates(found)]


def test_safety_at_nought_or_one_comes_first_then_effort_then_chances() -> None:
    found = Lists(safety=TODAY_LINES, effort=("3.8", "1.5"), chances=("3.16", "3.1"))
    assert named(found) == [
        ("2.3", "safety"),
        ("2.4", "safety"),
        ("3.8", "effort"),
        ("1.5", "effort"),
        ("3.16", "chance"),
        ("3.1", "chance"),
    ]


@try_each("case", [c for c in SafetyCase if c is not SafetyCase.TALK_TODAY])
def test_no_other_safety_line_is_offered_as_a_goal(case: SafetyCase) -> None:
    assert named(Lists(safety=(SafetyLine("2.2", case, None),), effort=("3.8",))) == [
        ("3.8", "effort")
    ]


def test_six_are_offered_at_most_and_safety_is_never_the_one_left_out() -> None:
    effort = ("3.8", "1.5", "3.1", "3.2", "3.3", "3.4", "3.5")
    found = Lists(safety=TODAY_LINES, effort=effort, chances=("3.16",))
    assert [unit for unit, _ in named(found)] == ["2.3", "2.4", "3.8", "1.5", "3.1", "3.2"]


def test_chances_fill_what_effort_leaves_open() -> None:
    found = Lists(effort=("3.8", "M1", "A1", "3.1"), chances=("3.16", "3.15", "3.14"))
    assert [unit for unit, _ in named(found)] == ["3.8", "M1", "A1", "3.1", "3.16", "3.15"]


def test_strengths_and_what_is_open_are_never_offered() -> None:
    found = Lists(strengths=("1.1",), brings=("1.2",), not_answered=("1.3",), outside=("1.4",))
    assert named(found) == []


@try_each(("why", "chance"), [("safety", False), ("effort", False), ("chance", True)])
def test_only_a_chance_is_for_the_service_to_arrange(why: str, *, chance: bool) -> None:
    assert Candidate("3.8", why).chance is chance


@try_each(
    ("today", "six_weeks", "twelve_weeks"),
    [
        (DAY, date(2027, 1, 5), date(2027, 2, 16)),
        (date(2026, 11, 26), date(2027, 1, 7), date(2027, 2, 18)),
        (date(2028, 1, 20), date(2028, 3, 2), date(2028, 4, 13)),
    ],
)
@try_each("activities", [0, 1, 3])
def test_a_plan_is_looked_at_after_six_weeks_and_ends_after_twelve(
    today: date, six_weeks: date, twelve_weeks: date, activities: int
) -> None:
    dates = suggest_dates(today, [0] * activities)
    assert (dates.review, dates.close) == (six_weeks, twelve_weeks)


@try_each(
    ("activities", "days"),
    [
        (0, []),
        (1, [42]),
        (2, [21, 42]),
        (3, [14, 28, 42]),
        (6, [7, 14, 21, 28, 35, 42]),
    ],
)
def test_activities_are_spread_evenly_over_six_weeks(activities: int, days: list[int]) -> None:
    wanted = tuple(DAY + timedelta(days=day) for day in days)
    assert suggest_dates(DAY, [0] * activities).activities == wanted


@try_each(
    ("today", "days"),
    [
        # A Monday; 28 December is a bank holiday, as Boxing Day is a Saturday.
        (date(2026, 11, 30), ["2026-12-07", "2026-12-14", "2026-12-21", "2026-12-29"]),
        # A Saturday: each is the Monday after.
        (date(2026, 9, 5), ["2026-09-14", "2026-09-21", "2026-09-28", "2026-10-05"]),
    ],
)
def test_a_weekly_plan_has_a_step_a_week_and_the_same_review_and_end(
    today: date, days: list[str]
) -> None:
    dates = suggest_dates(today, [0] * 4, weekly=True)
    assert [day.isoformat() for day in dates.activities] == days
    others = suggest_dates(today, [0] * 4)
    assert (dates.review, dates.close) == (others.review, others.close)


@try_each(
    ("lengths", "days"),
    [
        # 24 November is a Tuesday: one every two weeks, or every three.
        ([4, 0, 4], ["2026-12-22", "2026-12-22", "2027-01-05"]),
        ([2, 4, 6], ["2026-12-08", "2026-12-22", "2027-01-05"]),
        ([3, 0, 0], ["2026-12-15", "2026-12-22", "2027-01-05"]),
        ([0, 4], ["2026-12-15", "2027-01-05"]),
    ],
)
def test_no_step_is_due_before_it_can_have_been_done_or_before_the_one_it_stands_behind(
    lengths: list[int], days: list[str]
) -> None:
    found = suggest_dates(DAY, lengths).activities
    assert [day.isoformat() for day in found] == days


@try_each(
    ("today", "lengths", "days"),
    [
        (DAY, [0, 4, 0, 0], ["2026-12-01", "2026-12-29", "2027-01-05", "2027-01-12"]),
        (DAY, [0, 0, 4], ["2026-12-01", "2026-12-08", "2027-01-05"]),
        (DAY, [0, 1, 1], ["2026-12-01", "2026-12-08", "2026-12-15"]),
        # From 30 November: four weeks after a step of 21 December. Two weeks after one of the 14th
        # end on a bank holiday, and the week after that is a whole one all the same.
        (
            MONDAY,
            [0, 0, 0, 4],
            ["2026-12-07", "2026-12-14", "2026-12-21", "2027-01-18"],
        ),
        (MONDAY, [0, 0, 2], ["2026-12-07", "2026-12-14", "2026-12-29"]),
        (
            date(2026, 11, 30),
            [0, 0, 2, 1],
            ["2026-12-07", "2026-12-14", "2026-12-29", "2027-01-05"],
        ),
        (
            date(2026, 11, 30),
            [0, 0, 2, 0],
            ["2026-12-07", "2026-12-14", "2026-12-29", "2027-01-04"],
        ),
    ],
)
def test_a_weekly_step_begins_when_the_one_before_it_is_done(
    today: date, lengths: list[int], days: list[str]
) -> None:
    found = suggest_dates(today, lengths, weekly=True).activities
    assert [day.isoformat() for day in found] == days


@try_each("activities", range(1, 13))
def test_activities_come_one_after_the_other_and_the_last_in_six_weeks(activities: int) -> None:
    found = suggest_dates(DAY, [0] * activities).activities
    assert len(set(found)) >= min(activities, 8)  # where there are many, a weekend holds one
    assert list(found) == sorted(found)
    assert found[0] > DAY
    assert found[-1] == date(2027, 1, 5)


@try_each(
    ("marked", "begin", "taken", "named"),
    [
        ("3.13 3.2", "1.1 1.2", "", "3.13 marked, 3.2 marked, 1.1 first look"),
        ("3.13", "3.13 1.2", "", "3.13 marked, 1.2 first look"),
        ("3.13 3.2", "1.1", "3.13 1.1", "3.2 marked"),
        ("", "", "", "3.8 example"),
        ("3.13", "1.1", "3.13 1.1", "3.8 example"),
        ("", "", "3.8", ""),
    ],
)
def test_by_hand_what_was_marked_comes_first_and_never_what_has_a_goal(
    marked: str, begin: str, taken: str, named: str
) -> None:
    found = choose_by_hand(marked.split(), begin.split(), taken.split())
    assert ", ".join(f"{unit} {why}" for unit, why in found) == named
