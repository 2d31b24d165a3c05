"""Calendar months, and how far back a question looks."""

import calendar
from datetime import date

from ipsskills.doing import do
from ipsskills.frozen import dataclass

USUAL_MONTHS, PART_TIME_MONTHS, PART_TIME_BELOW = 3, 6, 0.6


def add_months(day: date, months: int) -> date:
    """Return the day so many calendar months later (negative: earlier), or that month's last."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def months_since(start: date, today: date) -> int | None:
    """Return how many whole calendar months lie between two days; None if the first lies ahead."""
    months = (today.year - start.year) * 12 + today.month - start.month
    whole = months - (add_months(start, months) > today)
    return whole if start <= today else None


def older_than(day: date, months: int, today: date) -> bool:
    """Whether ``day`` is more than that many calendar months before ``today``."""
    return day < add_months(today, -months)


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
