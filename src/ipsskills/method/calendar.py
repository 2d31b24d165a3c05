"""Calendar months, days on which people are at work, and how far back a question looks."""

from datetime import date, timedelta

from ipsskills.doing import do
from ipsskills.frozen import dataclass

USUAL_MONTHS, PART_TIME_MONTHS, PART_TIME_BELOW = 3, 6, 0.6
_SATURDAY = 5


def add_months(day: date, months: int) -> date:
    """Return the day so many calendar months later (negative: earlier), or that month's last."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    last = (date(year + month // 11, (month + 1) % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month + 1, min(day.day, last))


def months_since(start: date, today: date) -> int | None:
    """Return how many whole calendar months lie between two days; None if the first lies ahead."""
    months = (today.year - start.year) * 12 + today.month - start.month
    whole = months - (add_months(start, months) > today)
    return whole if start <= today else None


def older_than(day: date, months: int, today: date) -> bool:
    """Whether ``day`` is more than that many calendar months before ``today``."""
    return day < add_months(today, -months)


def next_working_day(day: date) -> date:
    """Return the day itself, or the next one that is neither a weekend nor a bank holiday.

    Those of England and Wales are known, but for single ones that are declared, such as for a
    coronation. A day that somebody named themselves is theirs and is never moved.
    """
    while day.weekday() >= _SATURDAY or day in _list_bank_holidays(day.year):
        day += timedelta(days=1)
    return day


def _list_bank_holidays(year: int) -> frozenset[date]:
    """Return the bank holidays of a year in England and Wales, those at weekends moved on."""
    easter = _find_easter(year)
    may, june, september = date(year, 5, 1), date(year, 6, 1), date(year, 9, 1)
    found = [
        easter - timedelta(days=2),
        easter + timedelta(days=1),
        may + timedelta(days=-may.weekday() % 7),
        june - timedelta(days=june.weekday() or 7),
        september - timedelta(days=september.weekday() or 7),
    ]
    for fixed in (date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)):
        moved = fixed
        while moved.weekday() >= _SATURDAY or moved in found:
            moved += timedelta(days=1)
        found.append(moved)
    return frozenset(found)


def _find_easter(year: int) -> date:
    """Return Easter Sunday (the anonymous Gregorian computus, as in Meeus, chapter 8)."""
    golden, century = year % 19, year // 100
    left, skipped = year % 100, (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - century // 4 - skipped + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (left // 4) - moon - left % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


@dataclass(frozen=True)
class Period:
    """How far back an assessment looks: ``months`` back, but not before ``start`` if given."""

    months: int
    start: date | None = None


def choose_period(
    today: date, *, asked: int | None = None, hours: float | None = None, since: date | None = None
) -> Period:
    """Return the period of an assessment that starts today.

    Three months unless ``asked`` says otherwise; six for somebody who works less than 0.6 of full
    time (``hours``, a share); never from before ``since`` (docs/method.md, section 2).
    """
    part_time = hours is not None and hours < PART_TIME_BELOW
    months = asked or (PART_TIME_MONTHS if part_time else USUAL_MONTHS)
    begins = add_months(today, -months)
    return Period(months, since if since and begins < since <= today else None)


EXPLAIN_PERIOD = (
    "Questions about skills look back three months. If you work fewer than three days in five "
    "(less than 0.6 of full time) and have said so, they look back six, because chances come "
    "more slowly. They never look back before the day you started or came back. "
    f"You can choose: {do('assess', '--period', '6')}"
)
