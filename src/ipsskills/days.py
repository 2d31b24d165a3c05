"""Reads days and months as people write them: day first, nothing guessed, every refusal with why.

One grammar for every prompt, option and file. It takes what the program prints, and today's words
where somebody types them; a text that could be meant in two ways is refused with both.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from enum import Enum

from ipsskills.errors import InvalidInput

YEARS = range(1950, 2101)
EXAMPLES = "Write it like 2 Mar 2026, 2/3/2026 or 2026-03-02."

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LONG_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_FAR = timedelta(days=7)
_LEAP = 9  # a 29 February is never more than eight years away

# Word processors make other dashes, spaces and apostrophes of those that were typed.
_DASHES, _SPACES = "\u2010\u2011\u2012\u2013\u2014\u2212", "\u00a0\u2009\u202f"
_AS_TYPED = str.maketrans(
    {**dict.fromkeys(_DASHES, "-"), **dict.fromkeys(_SPACES, " "), "\u2018": "'", "\u2019": "'"}
)

_NAME = (
    r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = (
    r"(?P<weekday>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?"
    r"|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
)
_DAY, _MONTH, _YEAR = r"(?P<day>\d{1,2})", r"(?P<month>\d{1,2})", r"(?P<year>\d{4})"
_NTH = _DAY + r"(?P<nth>st|nd|rd|th)?"
_ANY_YEAR = r"'?(?P<year>\d{4}|\d{2})"
_GAP = r"(?: ?[-/.] ?| )"
_BEFORE = rf"(?:{_WEEKDAY}[.,]? )?"
_MIDNIGHT = r"(?:[t ]00:00(?::00)?)?"

_IN_NUMBERS = (
    rf"{_BEFORE}{_DAY}{_GAP}{_MONTH}{_GAP}{_ANY_YEAR}",
    rf"{_BEFORE}{_DAY} ?[/.] ?{_MONTH}",
)
_DAYS = (
    rf"{_YEAR}{_GAP}{_MONTH}{_GAP}{_DAY}{_MIDNIGHT}",
    rf"{_YEAR}{_GAP}{_NAME}{_GAP}{_DAY}",
    *_IN_NUMBERS,
    rf"{_BEFORE}(?:the )?{_NTH}(?: of |{_GAP})?{_NAME}(?:(?:, ?|{_GAP})?{_ANY_YEAR})?",
    rf"{_BEFORE}{_NAME}{_GAP}{_NTH}(?:, ?| ){_YEAR}",
    rf"{_BEFORE}{_NAME}{_GAP}(?P<day>\d|\d{{1,2}}(?=st|nd|rd|th))(?:st|nd|rd|th)?",
)
_WHOLE_MONTHS = (
    rf"{_YEAR}{_GAP}{_MONTH}",
    rf"{_YEAR}{_GAP}{_NAME}",
    rf"{_MONTH}{_GAP}{_YEAR}",
    rf"{_NAME}(?:(?:, ?|{_GAP}){_YEAR})?",
)
_DAY_OR_YEAR = rf"{_NAME}{_GAP}(?P<day>0[1-9]|[12]\d|3[01])"
_LEANING = rf"(?P<word>today|yesterday|tomorrow)|(?:(?P<turn>on|this|last|next) )?{_WEEKDAY}"


class Tense(Enum):
    """Which day is meant where no year is written: the latest past, the next to come, or neither.

    Today is both. Where a day may lie on either side, one without a year is refused.
    """

    WAS = "was"
    DUE = "due"
    EITHER = "either"


def read_day(
    text: str,
    today: date,
    tense: Tense = Tense.WAS,
    *,
    beside: date | None = None,
    in_file: bool = False,
) -> date:
    """Return the day a text means, day first; two digits are a year of this century.

    Without a year the day is found from ``today``, or from the day ``beside`` which it was written.
    "today", weekdays and their like are refused ``in_file``, which may be read on any day. Raises
    InvalidInput, which says what is wrong with the text.
    """
    plain = _clean(text)
    if not plain:
        raise InvalidInput("No day is given.", EXAMPLES)
    if found := _match(_DAYS, plain):
        return _on_weekday(found, _find_day(text, found, beside or today, tense))
    if found := _match([_LEANING], plain):
        if in_file:
            raise InvalidInput(
                f"'{text.strip()}' goes by the day on which a file is read.", EXAMPLES
            )
        if (leaning := _lean(text, found, today, tense)) is not None:
            return leaning
    raise _refuse(text, plain)


def read_span(text: str, today: date) -> tuple[date, date]:
    """Return the first and the last day of what a text means: a whole month, or a day twice.

    A month without a year is the latest that has begun. Raises InvalidInput like `read_day`.
    """
    if not (found := _match(_WHOLE_MONTHS, _clean(text))):
        day = read_day(text, today)
        return day, day
    month = _month(found)
    year = _year(found) or today.year - (month > today.month)
    first = _make(1, month, year)
    return first, _make(1, month % 12 + 1, year + month // 12, checked=False) - timedelta(days=1)


def refuse_backwards(since: date | None, until: date | None) -> None:
    """Raise InvalidInput for a span that ends before it begins."""
    if since and until and until < since:
        raise InvalidInput(
            f"This runs backwards: {_say(since)} is after {_say(until)}.",
            "Look at the two days again, and write their years.",
        )


def numbers_of(text: str) -> tuple[int, int] | None:
    """Return day and month of a day that is written in numbers, the year not first; else None.

    The month might stand first in such a day where neither is above twelve.
    """
    found = _match(_IN_NUMBERS, _clean(text))
    return (int(found["day"]), int(found["month"])) if found else None


def _clean(text: str) -> str:
    return " ".join(text.translate(_AS_TYPED).lower().split()).rstrip(".,")


def _match(patterns: "tuple[str, ...] | list[str]", plain: str) -> Mapping[str, str] | None:
    """Return the named parts of the first pattern that a whole text fits."""
    fits = (re.fullmatch(pattern, plain, re.ASCII) for pattern in patterns)
    found = next((fit for fit in fits if fit), None)
    return {name: part for name, part in found.groupdict().items() if part} if found else None


def _month(found: Mapping[str, str]) -> int:
    """Return a month by its number. Raises InvalidInput for one that is none."""
    if "name" in found:
        return _MONTHS.index(found["name"][:3]) + 1
    number = int(found["month"])
    if not 1 <= number <= len(_MONTHS):
        order = "" if next(iter(found)) == "year" else "The day comes before the month. "
        raise InvalidInput(f"There is no month {number}.", order + EXAMPLES)
    return number


def _year(found: Mapping[str, str]) -> int | None:
    """Return the year that is written, if any; two digits are a year of this century."""
    year = found.get("year", "")
    return int(year if len(year) != 2 else f"20{year}") if year else None  # noqa: PLR2004


def _make(day: int, month: int, year: int, *, checked: bool = True) -> date:
    """Return a day of the calendar. Raises InvalidInput where there is none, or for a far year."""
    if checked and year not in YEARS:
        raise InvalidInput(f"The year {year} cannot be meant.", "Look at the date again.")
    try:
        return date(year, month, day)
    except ValueError:
        raise _no_such(day, month, f" {year}") from None


def _no_such(day: int, month: int, year: str = "") -> InvalidInput:
    return InvalidInput(
        f"There is no {day} {_LONG_MONTHS[month - 1]}{year}.", "Look at the date again."
    )


def _find_day(text: str, found: Mapping[str, str], beside: date, tense: Tense) -> date:
    day, month, year = int(found["day"]), _month(found), _year(found)
    if year is not None:
        return _make(day, month, year)
    if not 1 <= day <= (31 if month in (1, 3, 5, 7, 8, 10, 12) else 29 if month == 2 else 30):  # noqa: PLR2004
        raise _no_such(day, month)
    return _choose(
        text,
        tense,
        was=lambda: _walk_years(day, month, beside, -1),
        due=lambda: _walk_years(day, month, beside, 1),
    )


def _choose(text: str, tense: Tense, *, was: Callable[[], date], due: Callable[[], date]) -> date:
    """Return the day a tense asks for. Raises InvalidInput where it asks for neither."""
    if tense is not Tense.EITHER:
        return was() if tense is Tense.WAS else due()
    if was() != due():
        raise _two_ways(text, _say(was()), _say(due()))
    return was()


def _walk_years(day: int, month: int, beside: date, step: int) -> date:
    """Return the nearest such day of a year, backwards or forwards, the day itself included."""
    for year in range(beside.year, beside.year + _LEAP * step, step):
        try:
            found = date(year, month, day)
        except ValueError:  # 29 February
            continue
        if (found - beside).days * step >= 0:
            return _make(day, month, year)
    raise _no_such(day, month)


def _on_weekday(found: Mapping[str, str], day: date) -> date:
    """Return the day, if it is the weekday that is written with it. Raises InvalidInput."""
    if "weekday" in found and _weekday(found) != day.weekday():
        is_on, not_on = _WEEKDAYS[day.weekday()], _WEEKDAYS[_weekday(found)]
        raise InvalidInput(f"{_say(day)} is a {is_on}, not a {not_on}.", "Look at the date again.")
    return day


def _weekday(found: Mapping[str, str]) -> int:
    return [name[:3].lower() for name in _WEEKDAYS].index(found["weekday"][:3])


def _lean(text: str, found: Mapping[str, str], today: date, tense: Tense) -> date | None:
    """Return the day that a word finds from today; None for one that has no sense here."""
    if "word" in found:
        return today + timedelta(days=("yesterday", "today", "tomorrow").index(found["word"]) - 1)
    turn, ahead = found.get("turn"), (_weekday(found) - today.weekday()) % 7
    coming = today + timedelta(days=ahead)
    if turn == "this":
        return coming if tense is Tense.DUE else None
    if turn == "last":
        return coming - _FAR
    if turn == "next":
        if ahead:
            raise _two_ways(text, _say(coming), _say(coming + _FAR))
        return coming + _FAR
    return _choose(text, tense, was=lambda: coming - _FAR if ahead else coming, due=lambda: coming)


def _two_ways(text: str, one: str, other: str) -> InvalidInput:
    return InvalidInput(f"'{text.strip()}' may be {one} or {other}.", "Say which.")


def _refuse(text: str, plain: str) -> InvalidInput:
    """Return why a text is no day, as exactly as can be told. Raises InvalidInput of its month."""
    said = text.strip()
    if found := _match([_DAY_OR_YEAR], plain):
        name = _LONG_MONTHS[_month(found) - 1]
        return _two_ways(text, f"{int(found['day'])} {name}", f"{name} 20{found['day']}")
    if found := _match(_WHOLE_MONTHS, plain):
        _make(1, _month(found), _year(found) or YEARS[0])
        return InvalidInput(f"'{said}' is a month, and a day is asked for.", EXAMPLES)
    if re.fullmatch(r"\d{4}", plain, re.ASCII):
        return InvalidInput(f"'{said}' is a year.", EXAMPLES)
    return InvalidInput(f"'{said}' is not a date.", EXAMPLES)


def _say(day: date) -> str:
    return f"{day.day} {day:%b %Y}"
