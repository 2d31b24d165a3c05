"""Dates of birth: dates that are called one, or that could hardly be anything else at work.

The rule is ours. A visit, a review or a start is dated within the last years; whole dates much
older than that are, in notes like these, days on which somebody was born.
"""

import re
from collections.abc import Iterator

from ipsskills.privacy.client_detail.finding import DetailKind, Finding, make_finding

_MONTHS = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = re.compile(
    r"(?<![\w/])(?:"
    r"(?P<iso>\d{4})[-/.](?P<iso_month>\d{1,2})[-/.](?P<iso_day>\d{1,2})"
    r"|(?P<day>\d{1,2})(?P<gap> ?[/.\-] ?| )(?P<month>\d{1,2})(?P=gap)(?P<year>\d{4}|\d{2})"
    rf"|{_DAY}(?: of)?[ \-]?{_MONTHS},?[ \-]?'?(?P<worded>\d{{4}}|\d{{2}})"
    rf"|{_MONTHS} {_DAY},? (?P<american>\d{{4}})"
    r"|(?P<run_day>\d{2})(?P<run_month>\d{2})(?P<run_year>(?:19|20)\d{2})"
    r")(?![\w/])",
    re.IGNORECASE,
)
_CUE = re.compile(
    r"\b(?:d\.? ?o\.? ?b\b|(?:date|day|year) of birth|birth ?date|birth ?day|born)"
    r"\W{0,3}(?:[a-z]+\W{1,2}){0,4}$",
    re.IGNORECASE,
)
_CUE_BEFORE = 50
_MOST_DAYS, _MOST_MONTHS = 31, 12
# Nobody in work now was born after this; two-digit years up to it could be of this century.
_YEARS = range(1900, 2011)
_SHORT_YEARS = range(40, 100)


def find_births(text: str) -> Iterator[Finding]:
    """Yield whole dates that are, or are called, somebody's date of birth."""
    for match in _DATE.finditer(text):
        said = _CUE.search(text[max(0, match.start() - _CUE_BEFORE) : match.start()])
        if _is_date(match) and (said or (not match["run_year"] and _long_ago(match))):
            yield make_finding(DetailKind.BIRTH, match)


def _is_date(match: re.Match[str]) -> bool:
    """Whether the numbers can be a day and a month, in either order."""
    day = int(match["day"] or match["iso_day"] or match["run_day"] or 1)
    month = int(match["month"] or match["iso_month"] or match["run_month"] or 1)
    low, high = sorted((day, month))
    return 1 <= low <= _MOST_MONTHS and high <= _MOST_DAYS


def _long_ago(match: re.Match[str]) -> bool:
    year = next(y for y in match.group("iso", "year", "worded", "american") if y)
    if len(year) == 2:  # noqa: PLR2004 - a year of two digits
        return int(year) in _SHORT_YEARS and match["gap"] != " "
    return int(year) in _YEARS
