"""Small words that pages share: dates, lists, months."""

import unicodedata
from collections.abc import Sequence
from datetime import date

from ipsskills.method.calendar import months_since

MONTHS_UNTIL_YEARS = 24
_WEEK, _MONTHS_NOT_WEEKS = 7, 2

_NUMBERS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)


def day(when: date) -> str:
    """Return a date as people here write it: 4 Nov 2026."""
    return f"{when.day} {when:%b %Y}"


def weekday(when: date) -> str:
    """Return a day on which people are to meet or look again: Mon 11 Jan 2027."""
    return f"{when:%a} {day(when)}"


def short_day(when: date, beside: date) -> str:
    """Return a day without its year where that is the year of the day beside it: 4 Nov."""
    return f"{when.day} {when:%b}" if when.year == beside.year else day(when)


def long_day(when: date) -> str:
    """Return a date in full: 4 November 2026."""
    return f"{when.day} {when:%B %Y}"


def length(minutes: int) -> str:
    """Return how long something took, as it is said: "1 hour 30 minutes"."""
    hours, rest = divmod(minutes, 60)
    parts = ((hours, "hour"), (rest, "minute"))
    return " ".join(f"{count} {unit}{'' if count == 1 else 's'}" for count, unit in parts if count)


def hours_long(hours: float) -> str:
    """Return a number of hours: "1.5 hours"; what is no quarter of one is said in minutes too."""
    minutes = round(hours * 60)
    if hours * 4 % 1 and abs(minutes / 60 - hours) < 1 / 3600:
        return length(minutes)
    return f"{hours:g} {'hour' if hours == 1 else 'hours'}"


def in_words(count: int) -> str:
    """Return a small number as a word: "two"; one above twelve in figures."""
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def months(count: int) -> str:
    """Return a number of months in words, fit to follow "the last": "three months", "month"."""
    if count == 1:
        return "month"
    return f"{in_words(count)} months"


def in_post(role: str, months_in: int | None = None, hours: float | None = None) -> str:
    """Return who somebody is at work: "Employment specialist, 8 months, 0.8 of full time".

    ``months_in`` is the time in post in whole months, ``hours`` the share of full time; what was
    not given is left out.
    """
    share = "" if hours is None else "full time" if hours == 1 else f"{hours:g} of full time"
    time = "" if months_in is None else _time(months_in)
    return ", ".join(part for part in (role.capitalize(), time, share) if part)


def _time(count: int) -> str:
    if count == 0:
        return "first month"
    if count < MONTHS_UNTIL_YEARS:
        return f"{count} month{'' if count == 1 else 's'}"
    return f"{count // 12} years"


def looking_back(count: int, start: date | None, on: date) -> str:
    """Return how far an assessment of a day looks back, fit to follow "the last": "three months".

    ``start`` is the day somebody started or came back, where that is less than ``count`` months
    ago: then it is the time since, not the months.
    """
    return f"{_time_since(start, on)} (since {day(start)})" if start else months(count)


def _time_since(start: date, on: date) -> str:
    """Return the time between two days as somebody would say it: "three weeks", "four months"."""
    days = max(1, (on - start).days)
    if days < 2 * _WEEK:
        return "day" if days == 1 else f"{in_words(days)} days"
    whole = months_since(start, on) or 0
    return months(whole) if whole >= _MONTHS_NOT_WEEKS else f"{in_words(days // _WEEK)} weeks"


def upper_first(text: str) -> str:
    """Return words as they begin a sentence: only the first letter is changed."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """Return words as they stand inside a sentence: only the first letter is changed."""
    return text[:1].lower() + text[1:]


def say_view(who: str, said: str) -> str:
    """Return whose view it is and what it says: "Lee: on their own", "You know what to do"."""
    return f"You {said[4:]}" if who == "You" and said.startswith("you ") else f"{who}: {said}"


def say_in_practice(text: str) -> str:
    """Return what doing a unit looks like, as it stands on a page: "In practice: asks first"."""
    return f"In practice: {lower_first(text)}"


def join_words(names: Sequence[str], last: str = "and") -> str:
    """Return names as a phrase: "a, b and c"."""
    if len(names) < 2:  # noqa: PLR2004 - one name stands alone
        return "".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"


def join_names(names: Sequence[str]) -> str:
    """Return names of units as a phrase; where one holds "and" or a comma, semicolons part them."""
    if any(" and " in name or "," in name for name in names):
        return "; ".join(names)
    return join_words(names)


def join_titles(titles: Sequence[str], last: str = "and") -> str:
    """Return titles as a phrase; one with a comma of its own comes last, where it parts no list."""
    return join_words(sorted(titles, key=lambda title: "," in title), last)


def columns(text: str) -> int:
    """Return how many columns of a terminal a text takes: a wide letter takes two."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def clip(text: str, width: int) -> str:
    """Return a text on one line, cut where it is wider than so many columns of a terminal.

    For pages that have to fit; everything stays in the record.
    """
    words, used, fits = " ".join(text.split()), 0, 0
    if columns(words) <= width:
        return words
    for letter in words[:width]:
        used += columns(letter)
        fits += used < width
    kept = words[:fits]
    return f"{kept.rsplit(' ', 1)[0] if ' ' in kept else kept}…"
