"""Before and after: which of two things is the later."""

from datetime import UTC, date, datetime

from ipsskills.codes import EntryKind
from ipsskills.method.moments import Held, SinceThen, find_last_talks, find_moment
from tests.cases import try_each
from tests.method.builders import entry

DAY = date(2026, 3, 10)


def at(day: int, hour: int) -> datetime:
    return datetime(2026, 3, day, hour, tzinfo=UTC)


def held(on: str, kept: datetime, *units: str) -> Held:
    """A supervision of a day, entered at a time."""
    met = entry(EntryKind.SUPERVISION, on, *units, minutes=60)
    return Held(entry=met, kept=kept, entered=kept.date())


@try_each(
    ("one", "other"),
    [
        ((date(2026, 3, 9), at(12, 9)), (DAY, at(10, 9))),  # an earlier day, kept later
        ((DAY, at(10, 9)), (DAY, at(10, 10))),
        ((DAY, at(10, 23)), (DAY, at(11, 1))),
    ],
)
def test_the_later_day_is_later_and_of_one_day_what_was_kept_later(
    one: tuple[date, datetime], other: tuple[date, datetime]
) -> None:
    assert find_moment(*one) < find_moment(*other)


def test_an_answer_and_a_supervision_of_one_day_go_by_when_they_were_kept() -> None:
    met = held("2026-03-10", at(10, 14))
    assert find_moment(DAY, at(10, 13)) < met.among_answers < find_moment(DAY, at(10, 15))


def test_a_supervision_entered_on_a_later_day_is_before_every_answer_of_its_own() -> None:
    met = held("2026-03-10", at(12, 9))
    assert met.among_answers < find_moment(DAY, at(10, 0))
    assert met.among_answers > find_moment(date(2026, 3, 9), at(9, 23))


def test_beside_anything_else_it_goes_by_when_it_was_kept() -> None:
    met = held("2026-03-10", at(12, 9))
    assert find_moment(DAY, at(10, 15)) < met.moment < find_moment(DAY, at(12, 10))


def test_what_came_since() -> None:
    since = SinceThen(held("2026-03-10", at(10, 14)), DAY)
    assert since.holds(DAY, at(10, 15))
    assert since.holds(date(2026, 3, 11), at(9, 0))
    assert not since.holds(DAY, at(10, 13))
    assert not since.holds(date(2026, 3, 9), at(12, 0))


def test_without_a_supervision_it_is_what_came_from_a_day_on() -> None:
    since = SinceThen(None, DAY)
    assert since.holds(DAY, at(1, 0))
    assert not since.holds(date(2026, 3, 9), at(12, 0))


def test_the_last_talk_about_a_unit_goes_by_the_days_and_not_by_when_it_was_entered() -> None:
    late = held("2026-03-02", at(20, 9), "3.8", "3.9")
    early = held("2026-03-10", at(10, 14), "3.8")
    assert find_last_talks([late, early]) == {
        "3.8": (DAY, True, at(10, 14)),
        "3.9": (date(2026, 3, 2), False, at(20, 9)),
    }
    assert find_last_talks([early, late]) == find_last_talks([late, early])
