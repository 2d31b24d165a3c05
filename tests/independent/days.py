"""Days as the method counts them: calendar months, and what stands before what."""

from datetime import date, datetime

# A day, then the moment something was first kept; what was entered on a later day has no moment.
Place = tuple[date, datetime]


def months_before(day: date, months: int) -> date:
    """Return the same day of an earlier month, or the last one that month has."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    for number in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, number)
        except ValueError:
            continue
    raise ValueError("every month has 28 days")


def is_older(day: date, months: int, today: date) -> bool:
    """Whether a day lies more than so many months before today."""
    return day < months_before(today, months)


def place_of(at: datetime) -> Place:
    """Return where something stands that is of the day it was kept."""
    return at.date(), at


def place_of_entry(on: date, at: datetime) -> Place:
    """Return where an entry stands among answers and marks.

    One that was entered on a later day is before all of them of its own day.
    """
    return (on, at) if at.date() == on else (on, datetime.min.replace(tzinfo=at.tzinfo))
