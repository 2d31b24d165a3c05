"""Whatever the program prints as a day or a month can be typed back and means the same."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ipsskills
from ipsskills.days import Tense, read_day, read_span
from ipsskills.durations import read_hours, read_minutes
from ipsskills.pages.words import day, hours_long, length, long_day, short_day
from tests.cases import try_each
from tests.conftest import Ran

TODAY = date(2026, 11, 30)
DAYS = st.dates(date(1950, 1, 1), date(2100, 12, 31))
SOURCE = Path(ipsskills.__file__).parent

# Names of files and times of a day, which nobody types as a day.
_NO_DAYS = "%H"
_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_LOOKS_LIKE_A_DAY = (
    rf"\b\d{{1,2}} {_MONTH}(?: \d{{4}})?\b|\b\d{{4}}-\d\d-\d\d\b|\b{_MONTH} \d{{4}}\b"
)
_FORMED = re.compile(r"(\{[a-z_.]+\.day\} )?\{[a-z_.]+:(%[^}]*)\}(?: \{day\(\w+\)\})?")


@given(DAYS)
def test_days_in_each_form_are_read_back(when: date) -> None:
    for form in (
        day(when),
        long_day(when),
        when.isoformat(),
        f"{when:%A} {day(when)}",
        f"{when:%a} {day(when)}",
    ):
        assert read_day(form, TODAY, in_file=True) == when
    assert read_span(f"{when:%b %Y}", TODAY)[0] == when.replace(day=1)


@given(st.integers(0, 365))
def test_a_day_without_its_year_is_read_back_on_the_side_that_is_meant(apart: int) -> None:
    was, due = TODAY - timedelta(days=apart % 365), TODAY + timedelta(days=apart % 365)
    assert read_day(short_day(was, was), TODAY, Tense.WAS) == was
    assert read_day(short_day(due, due), TODAY, Tense.DUE) == due


@given(st.integers(1, 600))
def test_lengths_of_time_are_read_back(minutes: int) -> None:
    assert read_minutes(length(minutes), 600) == minutes
    assert read_minutes(f"{minutes} minutes", 600) == minutes
    assert read_hours(hours_long(minutes / 60), 1000) == pytest.approx(minutes / 60)


def test_every_way_in_which_the_source_writes_a_day_or_month_is_read_back() -> None:
    """Write 2 March 2026 in each form that stands in the source; it is that day or its month."""
    when = date(2026, 3, 2)
    found = {
        form.groups()
        for path in SOURCE.rglob("*.py")
        if "sqlite" not in path.parts
        for form in _FORMED.finditer(path.read_text(encoding="utf-8"))
        if _NO_DAYS not in form[2] and form[2] not in {"%A", "%a"}
    }
    assert ("{when.day} ", "%b %Y") in found
    for before, form in found:
        printed = f"{when.day} {when.strftime(form)}" if before else when.strftime(form)
        first = when if before else when.replace(day=1)
        assert read_span(printed, TODAY)[0] == first, printed


@try_each(
    "page",
    ["report", "agenda", "plan show", "plan history", "due", "record"],
)
def test_what_looks_like_a_day_on_a_page_of_the_demo_is_one(
    page: str, lived: Path, run: Callable[..., Ran]
) -> None:
    ran = run(*page.split(), "Ada", "--demo")
    assert ran.code == 0, ran.err
    found = re.findall(_LOOKS_LIKE_A_DAY, ran.out)
    assert found
    for printed in found:
        assert read_span(printed, TODAY)
