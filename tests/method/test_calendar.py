"""Calendar months, and how far back a question looks."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ipsskills.method.calendar import (
    Period,
    add_months,
    choose_period,
    months_since,
    next_working_day,
    older_than,
)
from tests.cases import try_each
from tests.method.builders import DAY

days = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@try_each(
    ("day", "months", "wanted"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 1, 31), 2, date(2026, 3, 31)),
        (date(2026, 1, 31), 3, date(2026, 4, 30)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2028, 3, 31), -1, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2028, 2, 29), 48, date(2032, 2, 29)),
        (date(2028, 2, 29), -12, date(2027, 2, 28)),
        (date(2100, 1, 31), 1, date(2100, 2, 28)),
        (date(2000, 1, 31), 1, date(2000, 2, 29)),
        (date(2026, 11, 24), 0, date(2026, 11, 24)),
        (date(2026, 11, 24), 1, date(2026, 12, 24)),
        (date(2026, 11, 24), 2, date(2027, 1, 24)),
        (date(2026, 12, 31), 12, date(2027, 12, 31)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2026, 1, 1), -1, date(2025, 12, 1)),
        (date(2026, 1, 15), -13, date(2024, 12, 15)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
    ],
)
def test_months_are_calendar_months_and_end_on_the_last_day(
    day: date, months: int, wanted: date
) -> None:
    assert add_months(day, months) == wanted


@given(days, st.integers(-240, 240))
def test_so_many_months_on_is_in_that_month_on_that_day_or_its_last(day: date, months: int) -> None:
    found = add_months(day, months)
    assert (found.year - day.year) * 12 + found.month - day.month == months
    assert found.day == day.day or (found.day < day.day and found.day >= 28)


@try_each(
    ("day", "months", "today", "older"),
    [
        (date(2026, 5, 24), 6, date(2026, 11, 24), False),
        (date(2026, 5, 23), 6, date(2026, 11, 24), True),
        (date(2026, 5, 25), 6, date(2026, 11, 24), False),
        (date(2025, 11, 24), 12, date(2026, 11, 24), False),
        (date(2025, 11, 23), 12, date(2026, 11, 24), True),
        (date(2026, 2, 28), 6, date(2026, 8, 31), False),
        (date(2026, 2, 27), 6, date(2026, 8, 31), True),
        (date(2028, 2, 29), 12, date(2029, 2, 28), False),
        (date(2028, 2, 28), 12, date(2029, 3, 1), True),
        (date(2026, 11, 24), 6, date(2026, 11, 24), False),
        (date(2026, 11, 25), 6, date(2026, 11, 24), False),
    ],
)
def test_something_is_older_from_the_day_after_so_many_months(
    day: date, months: int, today: date, *, older: bool
) -> None:
    assert older_than(day, months, today) is older


def test_a_question_looks_back_three_months() -> None:
    assert choose_period(DAY) == Period(3, None)


@try_each("asked", [1, 3, 6, 12])
def test_a_period_that_was_asked_for_counts_before_any_other(asked: int) -> None:
    assert choose_period(DAY, asked=asked) == Period(asked)
    assert choose_period(DAY, asked=asked, hours=0.4) == Period(asked)
    assert choose_period(DAY, asked=asked, hours=1.0) == Period(asked)


@try_each(
    ("hours", "months"),
    [(None, 3), (1.0, 3), (0.8, 3), (0.6, 3), (0.59, 6), (0.5, 6), (0.1, 6)],
)
def test_it_looks_back_six_months_below_three_fifths_of_full_time(
    hours: float | None, months: int
) -> None:
    assert choose_period(DAY, hours=hours) == Period(months)


@try_each(
    ("since", "start"),
    [
        (date(2026, 8, 23), None),
        (date(2026, 8, 24), None),
        (date(2026, 8, 25), date(2026, 8, 25)),
        (date(2026, 11, 2), date(2026, 11, 2)),
        (DAY, DAY),
        (date(2026, 11, 25), None),
        (date(2019, 1, 1), None),
    ],
)
def test_it_never_looks_back_before_the_start_or_return(since: date, start: date | None) -> None:
    assert choose_period(DAY, since=since) == Period(3, start)


@try_each(
    ("asked", "hours", "since", "wanted"),
    [
        (None, 0.5, date(2026, 7, 1), Period(6, date(2026, 7, 1))),
        (None, 0.8, date(2026, 7, 1), Period(3, None)),
        (12, None, date(2026, 7, 1), Period(12, date(2026, 7, 1))),
        (1, 0.5, date(2026, 7, 1), Period(1, None)),
        (1, None, date(2026, 11, 20), Period(1, date(2026, 11, 20))),
    ],
)
def test_start_and_hours_count_together(
    asked: int | None, hours: float | None, since: date, wanted: Period
) -> None:
    assert choose_period(DAY, asked=asked, hours=hours, since=since) == wanted


def test_three_months_before_the_end_of_may_begin_at_the_end_of_february() -> None:
    assert choose_period(date(2026, 5, 31), since=date(2026, 2, 28)) == Period(3, None)
    assert choose_period(date(2026, 5, 31), since=date(2026, 3, 1)) == Period(3, date(2026, 3, 1))


@try_each(
    ("start", "today", "months"),
    [
        (date(2026, 3, 24), date(2026, 11, 24), 8),
        (date(2026, 3, 25), date(2026, 11, 24), 7),
        (date(2026, 11, 24), date(2026, 11, 24), 0),
        (date(2026, 11, 25), date(2026, 11, 24), None),
        (date(2025, 8, 31), date(2026, 2, 28), 6),
        (date(2024, 2, 29), date(2025, 2, 28), 12),
        (date(1950, 1, 1), date(2100, 12, 31), 1811),
    ],
)
def test_whole_months_since_a_day(start: date, today: date, months: int | None) -> None:
    assert months_since(start, today) == months


@try_each(
    ("day", "then"),
    [
        ((2026, 11, 30), (2026, 11, 30)),
        ((2026, 12, 5), (2026, 12, 7)),  # a Saturday
        ((2026, 12, 28), (2026, 12, 29)),  # in place of Boxing Day, which is a Saturday
        ((2027, 12, 25), (2027, 12, 29)),  # both Christmas days are moved on
        ((2027, 3, 26), (2027, 3, 30)),  # Good Friday to after Easter Monday
        ((2028, 4, 14), (2028, 4, 18)),
        ((2027, 5, 3), (2027, 5, 4)),
        ((2027, 5, 31), (2027, 6, 1)),
        ((2027, 8, 30), (2027, 8, 31)),
        ((2028, 1, 1), (2028, 1, 4)),
    ],
)
def test_the_next_day_on_which_people_are_at_work(
    day: tuple[int, int, int], then: tuple[int, int, int]
) -> None:
    assert next_working_day(date(*day)) == date(*then)
