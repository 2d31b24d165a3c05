"""Who supervised somebody on a day: changes act from their day, and the latest said counts."""

from datetime import UTC, date, datetime

from ipsskills.codes import Role
from ipsskills.record.types import Person
from ipsskills.usecases.people.tenure import find_tenure, list_tenures
from tests.cases import try_each

JAN, MAR, OCT, NOV, FEB = (
    date(2026, 1, 5),
    date(2026, 3, 1),
    date(2026, 10, 7),
    date(2026, 11, 1),
    date(2027, 2, 1),
)
Said = tuple[str | None, date | None, date]


def version(said: Said) -> Person:
    """Return a version of a person: their supervisor, since when, and the day it was said."""
    supervisor, since, at = said
    return Person(
        id=str(at),
        thing="ada",
        about="ada",
        author="ada",
        at=datetime(at.year, at.month, at.day, 12, tzinfo=UTC),
        name="Ada",
        role=Role.EMPLOYMENT_SPECIALIST,
        supervisor=supervisor,
        supervised_since=since,
    )


def on(day: date, *said: Said) -> str | None:
    """Return who supervised on a day, by what was said, oldest first."""
    tenures = list_tenures([version(each) for each in said], lambda at: at.date())
    found = find_tenure(tenures, day)
    return found.supervisor if found else None


CHANGED = (("kim", JAN, JAN), ("lee", NOV, NOV))


@try_each(("day", "who"), [(OCT, "kim"), (NOV, "lee"), (FEB, "lee"), (JAN, "kim")])
def test_the_supervisor_of_a_day_is_the_one_of_then(day: date, who: str) -> None:
    assert on(day, *CHANGED) == who


def test_a_change_to_come_waits_for_its_day() -> None:
    planned = (*CHANGED, ("bo", FEB, NOV))
    assert [on(day, *planned) for day in (NOV, date(2027, 1, 31), FEB)] == ["lee", "lee", "bo"]


def test_before_anybody_is_known_it_is_nobody() -> None:
    assert on(date(2025, 12, 1), *CHANGED) is None
    assert on(OCT) is None
    assert on(OCT, (None, None, JAN)) is None


def test_without_a_day_it_has_always_been_so() -> None:
    assert on(date(2020, 1, 1), ("kim", None, JAN)) == "kim"


def test_saying_the_same_again_puts_the_day_right() -> None:
    later = (("kim", JAN, JAN), ("kim", MAR, OCT))
    assert (on(JAN, *later), on(MAR, *later)) == (None, "kim")
    earlier = (("kim", MAR, MAR), ("kim", JAN, OCT))
    assert on(JAN, *earlier) == "kim"


def test_a_change_that_is_not_to_be_after_all_is_undone_by_naming_the_present_one() -> None:
    undone = (("kim", JAN, JAN), ("bo", FEB, NOV), ("kim", JAN, NOV))
    assert [on(day, *undone) for day in (OCT, FEB)] == ["kim", "kim"]


def test_one_who_is_taken_away_supervised_until_then() -> None:
    gone = (("kim", JAN, JAN), (None, None, NOV), (None, None, FEB))
    assert [on(day, *gone) for day in (OCT, NOV, FEB)] == ["kim", None, None]
