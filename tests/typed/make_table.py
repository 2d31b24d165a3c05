"""Makes table.csv: what people write, where, on which day, and what it means or why it is refused.

Every line starts from a day, a month or a number of minutes and spells it; nothing here reads a
text back, so the table knows nothing of the grammar that it judges. Run it by hand, look at what
changes, and keep the table: `python -m tests.typed.make_table`.
"""

import calendar
import csv
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import cycle
from pathlib import Path

TABLE = Path(__file__).with_name("table.csv")
HEAD = ("typed", "place", "today", "expected")

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
TODAY = date(2026, 11, 30)  # a Monday
Line = tuple[str, str, str, str]

# Days that are misread most easily: both ways round, ends of months and years, leap years.
WHOLE = (
    date(2026, 3, 2),
    date(2026, 3, 1),
    date(2026, 12, 11),
    date(2025, 12, 31),
    date(2027, 1, 1),
    date(2028, 2, 29),
    date(2024, 2, 29),
    date(2026, 5, 25),
    date(2026, 9, 9),
    date(2026, 11, 30),
    date(2026, 10, 4),
    date(2031, 8, 22),
    date(2003, 4, 5),
)


def ordinal(number: int) -> str:
    """Return 1st, 2nd, 3rd, 4th, 11th …"""
    if number in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def spell(day: date) -> Iterator[str]:
    """Yield a day with its year in the ways people and programs write it."""
    d, m, y, s = day.day, day.month, day.year, f"{day.year % 100:02}"
    long, short, name = MONTHS[m - 1], MONTHS[m - 1][:3], DAYS[day.weekday()]
    yield from (f"{y}-{m:02}-{d:02}", f"{y}-{m}-{d}", f"{y}/{m:02}/{d:02}", f"{y}.{m:02}.{d:02}")
    yield from (f"{d}/{m}/{y}", f"{d:02}/{m:02}/{y}", f"{d}.{m}.{y}", f"{d:02}.{m:02}.{y}")
    yield from (f"{d}-{m}-{y}", f"{d} {m} {y}", f"{d}. {m}. {y}", f"{d:02}/{m:02}/{s}")
    yield from (f"{d}.{m}.{s}", f"{d}-{m}-{s}", f"{d} {short} {y}", f"{d} {long} {y}")
    yield from (f"{ordinal(d)} {long} {y}", f"the {ordinal(d)} of {long} {y}", f"{d}-{short}-{s}")
    yield from (f"{d:02}-{short}-{y}", f"{d}.{short}.{y}", f"{d}{short}{y}", f"{short} {d}, {y}")
    yield from (f"{long} {ordinal(d)}, {y}", f"{long} {d} {y}", f"{name} {d} {long} {y}")
    yield from (f"{name[:3]}, {d} {short} {y}", f"{name[:3]} {d:02}/{m:02}/{y}")
    yield from (f"{d} {short} '{s}", f"{y} {short} {d}", f"{y}-{short}-{d:02}")
    yield from (f"{d} {long.upper()} {y}", f"{d} {long.lower()} {y}", f"  {d} {short} {y} ")
    yield from (f"{d} {short}. {y}", f"{d}  {short}\u00a0{y}", f"{d}\u2013{m}\u2013{y}")
    yield from (f"{y}\u2011{m:02}\u2011{d:02}", f"{y}-{m:02}-{d:02} 00:00:00")
    yield f"{y}-{m:02}-{d:02}T00:00:00"


def whole_days() -> Iterator[Line]:
    """Yield days with their year: they mean the same everywhere."""
    places = cycle(("was", "due", "was-file", "due-file", "either", "since", "until"))
    for day in WHOLE:
        for typed in spell(day):
            yield typed, next(places), TODAY.isoformat(), day.isoformat()


def spell_yearless(day: date) -> Iterator[str]:
    """Yield a day without its year as people write it."""
    d, m = day.day, day.month
    long, short = MONTHS[m - 1], MONTHS[m - 1][:3]
    yield from (
        f"{d} {long}",
        f"{d} {short}",
        f"{ordinal(d)} {long}",
        f"{d}/{m}",
        f"{d:02}.{m:02}.",
    )
    yield from (f"{long} {ordinal(d)}", f"the {ordinal(d)} of {long}", f"{d}-{short}")


# Day and month, the latest not after 30 November 2026 and the first not before it, by hand.
YEARLESS = (
    (date(2026, 3, 2), date(2027, 3, 2)),
    (date(2026, 11, 29), date(2027, 11, 29)),
    (date(2026, 11, 30), date(2026, 11, 30)),
    (date(2025, 12, 1), date(2026, 12, 1)),
    (date(2025, 12, 25), date(2026, 12, 25)),
    (date(2026, 1, 31), date(2027, 1, 31)),
    (date(2024, 2, 29), date(2028, 2, 29)),
)


def yearless_days() -> Iterator[Line]:
    """Yield days without a year: the latest that is past, or the next that comes."""
    was, due = cycle(("was", "was-file", "since", "until")), cycle(("due", "due-file"))
    for past, coming in YEARLESS:
        for typed in spell_yearless(past):
            yield typed, next(was), TODAY.isoformat(), past.isoformat()
            yield typed, next(due), TODAY.isoformat(), coming.isoformat()
    for typed in ("2 March", "29/11", "25 Dec", "1st of December"):
        yield typed, "either", TODAY.isoformat(), "two-ways"
    yield "30 November", "either", TODAY.isoformat(), "2026-11-30"
    new_year = "2027-01-01"
    for typed, past, coming in (
        ("1 January", date(2027, 1, 1), date(2027, 1, 1)),
        ("31 December", date(2026, 12, 31), date(2027, 12, 31)),
        ("2.1.", date(2026, 1, 2), date(2027, 1, 2)),
    ):
        yield typed, "was", new_year, past.isoformat()
        yield typed, "due", new_year, coming.isoformat()
    yield "29 Feb", "was", "2028-02-29", "2028-02-29"
    yield "29 Feb", "due", "2028-02-29", "2028-02-29"
    yield "29 Feb", "was", "2028-02-28", "2024-02-29"
    yield "29 Feb", "due", "2028-03-01", "2032-02-29"
    yield "29 Feb", "due", "2096-03-01", "far"  # 2100 is no leap year
    yield "Friday 13 November", "was", TODAY.isoformat(), "2026-11-13"
    yield "Fri 13/3", "was", TODAY.isoformat(), "2026-03-13"
    yield "Tuesday 1 December", "due", TODAY.isoformat(), "2026-12-01"
    yield "Thursday 13 November", "was", TODAY.isoformat(), "weekday"
    yield "Friday 1 December", "due", TODAY.isoformat(), "weekday"


def walk(start: date, step: int, weekday: int) -> date:
    """Return the first day of a weekday on a walk through the calendar that begins at a day."""
    while start.weekday() != weekday:
        start += timedelta(days=step)
    return start


def relative_days() -> Iterator[Line]:
    """Yield words that lean on today: read at prompts and options, refused in files."""
    for today in (TODAY, date(2027, 1, 1), date(2028, 2, 29)):
        on, one = today.isoformat(), timedelta(days=1)
        for place in ("was", "due", "either", "since"):
            yield "today", place, on, on
            yield "yesterday", place, on, (today - one).isoformat()
        yield "tomorrow", "due", on, (today + one).isoformat()
        yield "Today ", "was", on, on
        yield "YESTERDAY", "was", on, (today - one).isoformat()
        for number, name in enumerate(DAYS):
            before = walk(today - one, -1, number).isoformat()
            yield f"last {name}", "was", on, before
            yield f"Last {name[:3]}", "since", on, before
            yield name, "was", on, walk(today, -1, number).isoformat()
            yield f"on {name}", "due", on, walk(today, 1, number).isoformat()
            yield name[:3].lower(), "due", on, walk(today, 1, number).isoformat()
            if number == today.weekday():
                week = timedelta(days=7)
                yield f"next {name}", "due", on, (today + week).isoformat()
            else:
                yield f"next {name}", "due", on, "two-ways"
    for typed in ("Tues", "Weds", "Thurs", "Thur"):
        number = next(n for n, name in enumerate(DAYS) if name[:3] == typed[:3])
        yield typed, "was", TODAY.isoformat(), walk(TODAY, -1, number).isoformat()
    for typed in ("this Friday", "this fri"):
        yield typed, "due", TODAY.isoformat(), "2026-12-04"
        yield typed, "was", TODAY.isoformat(), "no-date"
    for typed in ("Friday", "Sun"):
        yield typed, "either", TODAY.isoformat(), "two-ways"
    for typed in ("today", "yesterday", "tomorrow", "Friday", "last Friday", "next Friday", "fri"):
        yield typed, "was-file", TODAY.isoformat(), "file"
        yield typed, "due-file", TODAY.isoformat(), "file"
    yield "Today", "was-file", TODAY.isoformat(), "file"
    yield "on Monday", "due-file", TODAY.isoformat(), "file"


def months() -> Iterator[Line]:
    """Yield months: whole spans where a span is meant, no day anywhere else."""
    on = TODAY.isoformat()
    refused = cycle(("was", "due", "either", "was-file", "due-file"))
    for year, month in ((2026, 3), (2025, 12), (2024, 2), (2026, 2), (2027, 9), (2026, 5)):
        first = date(year, month, 1).isoformat()
        last = date(year, month, calendar.monthrange(year, month)[1]).isoformat()
        name = MONTHS[month - 1]
        for typed in (
            *(f"{year}-{month:02}", f"{year}-{month}", f"{month:02}/{year}", f"{month}.{year}"),
            *(f"{name} {year}", f"{name[:3]} {year}", f"{name[:3]}-{year}", f"{year} {name}"),
            f"{name.lower()}, {year}",
        ):
            yield typed, "since", on, first
            yield typed, "until", on, last
        for typed in (f"{year}-{month:02}", f"{name} {year}", f"{month}/{year}"):
            yield typed, next(refused), on, "month"
    for typed, first, last in (
        ("March", "2026-03-01", "2026-03-31"),
        ("mar", "2026-03-01", "2026-03-31"),
        ("November", "2026-11-01", "2026-11-30"),
        ("December", "2025-12-01", "2025-12-31"),
        ("Feb", "2026-02-01", "2026-02-28"),
        ("May", "2026-05-01", "2026-05-31"),
        ("Sept", "2026-09-01", "2026-09-30"),
    ):
        yield typed, "since", on, first
        yield typed, "until", on, last
        yield typed, "was", on, "month"
        yield typed, "due-file", on, "month"
    for typed, place in (("2026-13", "since"), ("13/2026", "until"), ("0/2026", "since")):
        yield typed, place, on, "no-month"
    for typed in ("March 1899", "2101-01", "1/1949"):
        yield typed, "since", on, "far"
    for typed in ("Mar-26", "March 26", "Mar 02", "dec 31"):
        for place in ("since", "was", "due-file"):
            yield typed, place, on, "two-ways"


NO_DAY = (
    *("31 April", "31.4.2026", "31/04/2026", "31 Apr 26", "2026-04-31", "31.4.", "30 Feb"),
    *("29 Feb 2026", "29/2/2026", "29.02.2027", "2026-02-29", "29 February 2100", "30/2"),
    *("31 June 2026", "31/6/26", "31-Sep-26", "31 September", "31.9.", "31 November 2026"),
    *("31/11/2026", "2026-11-31", "32 March 2026", "32/1/2026", "0 March 2026", "0/3/2026"),
    *("00.03.2026", "2026-03-00", "2026-03-32", "99/1/2026", "April 31st", "April 31, 2026"),
    *("the 31st of June", "Monday 31 April 2026", "33 Dec", "40.1.", "30-Feb-2024"),
)
NO_MONTH = (
    *("12/25/2026", "3/13/2026", "12/31/26", "2026-13-01", "2026-25-12", "1.13.2026", "1/0/2026"),
    *("2026-00-10", "11/30/2026", "10.20.2026", "5/55/2026", "1/13", "1.0.", "12/25", "7-15-2026"),
)
NO_DATE = (
    *("soon", "now", "TBC", "n/a", "-", "?", "next week", "last week", "last month", "this week"),
    *("end of March", "early March", "mid-March 2026", "Easter", "Christmas", "in two weeks"),
    *("a week ago", "2 weeks ago", "the day before yesterday", "yesterday evening", "today 10am"),
    *("2 March 2026 10:00", "10:00", "2026-03-02T10:00:00Z", "2026-W10-1", "2026-061", "Q1 2026"),
    *("46083", "44.5.6", "1e3", "+1", "2 March 2026 or 3 March 2026", "2/3 March 2026"),
    *(
        "2-3 March 2026",
        "2026-03-02 - 2026-03-05",
        "\uff12\uff10\uff12\uff16-03-02",
        "2\u00b2/3/2026",
    ),
    *("\u0662/\u0663/\u0662\u0660\u0662\u0666", "2/3/2026/4", "1.2.3.4", "NaN", "inf", "None"),
    *("null", "=A1", "#REF!", "########", "2 Marh 2026", "2 Ma 2026", "2 J 2026", "1st", "5"),
    *("the 2nd", "Friday 13", "Sat 5", "20260302", "02032026", "1,3", "1-3", "1 3", "2 March 026"),
    *(
        "2 March 20266",
        "100 March 2026",
        "3.8",
        "2026-03-02 10:30",
        "March March 2026",
        "2 2 March",
    ),
    *("2026 2026", "Monday Monday", "last 2 March", "next 2 March", "-1.3.2026", "1.3.-2026"),
    *("1.3.2026 BC", "yes", "tomorrow week", "fortnight", "2 March 2026 2 March 2026", "1//3/2026"),
    *("0x02/03/2026", "1_0/3/2026", "2\n3\n2026 x", "last", "next", "on", "the", "of March", "'26"),
)
FAR = ("2 March 1926", "1.3.1899", "2026-03-02".replace("2026", "1026"), "2 Mar 2101", "31/12/9999")
TWO_WAYS_ENOUGH = ("2026", "1999")


def refused_days() -> Iterator[Line]:
    """Yield what is no day, with the reason that is told."""
    places = cycle(("was", "due", "was-file", "due-file", "either", "since", "until"))
    for typed in NO_DAY:
        yield typed, next(places), TODAY.isoformat(), "no-day"
    for typed in NO_MONTH:
        yield typed, next(places), TODAY.isoformat(), "no-month"
    for typed in NO_DATE:
        place = next(places)
        # 3.8 is the 3rd of August wherever a day is asked for.
        yield (
            (typed, "was", TODAY.isoformat(), "2026-08-03")
            if typed == "3.8"
            else (typed, place, TODAY.isoformat(), "no-date")
        )
    for typed in FAR:
        yield typed, next(places), TODAY.isoformat(), "far"
    for typed in TWO_WAYS_ENOUGH:
        for place in ("was", "due", "since", "until", "was-file"):
            yield typed, place, TODAY.isoformat(), "year"
    for day in WHOLE[:6]:
        wrong = DAYS[(day.weekday() + 1) % 7]
        typed = f"{wrong} {day.day} {MONTHS[day.month - 1]} {day.year}"
        yield typed, next(places), TODAY.isoformat(), "weekday"
    for typed in ("", "   ", "\u00a0"):
        yield typed, "was", TODAY.isoformat(), "empty"


def odd_days() -> Iterator[Line]:
    """Yield days that look odd and are none the less plain."""
    for typed, expected in (("1.3.99", "2099-03-01"), ("2 Mar 00", "2000-03-02")):
        yield typed, "due", TODAY.isoformat(), expected
    for typed, expected in (("26-03-02", "2002-03-26"), ("1.1.1950", "1950-01-01")):
        yield typed, "was", TODAY.isoformat(), expected
    yield "31.12.2100", "due", TODAY.isoformat(), "2100-12-31"
    for typed, expected in (("2 Sept 2026", "2026-09-02"), ("2 Sept. 2026", "2026-09-02")):
        yield typed, "was-file", TODAY.isoformat(), expected
    for typed, expected in (("Mar 2", "2026-03-02"), ("March 2", "2026-03-02")):
        yield typed, "was", TODAY.isoformat(), expected


# What is typed where hours are asked for, and the minutes it is.
HOURS = {
    60: ("1", "1.0", "1h", "1 h", "1hr", "1 hour", "60 min", "60min", "1:00", "1h00", "an hour"),
    90: (
        *("1.5", "1,5", "1.50", "1½", "1 ½", "1:30", "01:30", "1h30", "1h30m", "1 h 30", "1h 30m"),
        *("1 h 30 min", "1hr 30", "1 hr 30 mins", "1.5h", "1.5 h", "1,5h", "1.5 hours", "1.5hrs"),
        *("90 min", "90min", "90m", "90 mins", "90 minutes", "90 Minutes", "1½ hours", "1½h"),
        *("1 hour 30 minutes", "1 hour and 30 minutes", "an hour and a half", "1:30:00", " 1.5 "),
        *("1h30min", "1 hour 30", "1.5 hrs.", "1H30", "1 1/2 hours", "1 1/2"),
    ),
    30: ("0.5", "0,5", ".5", "½", "½ hour", "½h", "half an hour", "0:30", "30 min", "30m", "½ h"),
    45: ("0.75", "¾", "0:45", "45 min", "45 minutes", "¾ hour", "0h45", "¾h"),
    15: ("0.25", "¼", "¼ hour", "15 min", "0:15", "15m"),
    20: ("20 min", "0:20", "20 minutes", "0h20"),
    80: ("1:20", "80 min", "1h20", "1 hour 20 minutes"),
    120: ("2", "2h", "2 hours", "2:00", "120 min", "2.0", "2 hrs", "2 h 0 min"),
    150: ("2.5", "2½", "2:30", "2h30", "150 min"),
    450: ("7.5", "7½", "7:30", "7h30", "7,5"),
    1440: ("24", "24:00", "24h"),
    1500: ("25:00",),
    60000: ("1000", "1000h", "60000 min"),
}
MINUTES = {
    60: ("60", "60 min", "1h", "1:00", "1 hour", "60.0", "60m", "an hour", "1.0h"),
    90: (
        "90",
        "90 min",
        "1:30",
        "1h30",
        "1.5h",
        "1½h",
        "1 h 30 min",
        "1,5 h",
        "an hour and a half",
    ),
    30: ("30", "½h", "half an hour", "0:30", "0.5h", "½ hour", ".5h", "30 minutes"),
    45: ("45", "¾h", "0:45", "45 mins"),
    5: ("5", "5 min", "0:05", "05"),
    1: ("1", "1 min", "1 minute"),
    600: ("600", "10h", "10:00", "600 min"),
    75: ("75", "1:15", "1¼h", "1h15"),
}
NO_DURATION = (
    *("1e2", "1E2", "1e-1", "1.5e0", "inf", "nan", "Infinity", "1_0", "0x10", "0b1", "1.5.2"),
    *("1,5,0", "1,000", "1:60", "1h60", "1:5", "1:300", "1h 75 min", "abc", "two", "1 day"),
    *("2 days", "1 week", "30s", "90 sec", "1h30s", "h", "min", "1 h h", "1 min 30 h", "1.5h30"),
    *(
        "1½h30",
        "1.5:30",
        "-1",
        "+1",
        "-1:30",
        "\u0661",
        "\uff11",
        "1\u00b2",
        "1/0",
        "3:30pm",
        "10am",
    ),
    *(
        "1:30:15",
        "1-2",
        "1 to 2",
        "about 1",
        "1?",
        "~1",
        "1h1h",
        "½½",
        "½1",
        "1 2",
        "1h30h",
        "half",
    ),
    *("an", "hour and", "a half", "--", ":30", "1:", "h30", "1.5 min", "½ min", "1 hour a half"),
)
OUT_OF_RANGE = {
    "hours": ("0", "0.0", "0:00", "0 min", "0h", "1001", "1000:01", "60001 min", "99999999999"),
    "minutes": ("0", "0 min", "0:00", "601", "10:01", "11h", "99999999999"),
}
NOT_WHOLE = ("1.5", "1,5", "½", "0.333h", "0.01h", "60.5", "1½")


def durations() -> Iterator[Line]:
    """Yield lengths of time, whose expected value is in minutes."""
    for place, table in (("hours", HOURS), ("minutes", MINUTES)):
        for minutes, spelt in table.items():
            for typed in spelt:
                yield typed, place, "", str(minutes)
    places = cycle(("hours", "minutes"))
    for typed in NO_DURATION:
        yield typed, next(places), "", "no-duration"
    for place, texts in OUT_OF_RANGE.items():
        for typed in texts:
            yield typed, place, "", "out-of-range"
    for typed in NOT_WHOLE:
        yield typed, "minutes", "", "not-whole"


def periods() -> Iterator[Line]:
    """Yield how far back a question looks, in months."""
    for months in (1, 3, 6, 12, 24):
        yield str(months), "months", "", str(months)
        yield f"{months} month{'s' if months > 1 else ''}", "months", "", str(months)
    for typed in ("0", "25", "0 months", "100 months"):
        yield typed, "months", "", "out-of-range"
    for typed in (
        "",
        "x",
        "1.5",
        "1e1",
        "-3",
        "3 weeks",
        "6 m o",
        "2026-03",
        "1_2",
        "\u0663",
        "months",
    ):
        yield typed, "months", "", "no-duration"


def lines() -> Iterator[Line]:
    """Yield the whole table."""
    yield from whole_days()
    yield from yearless_days()
    yield from relative_days()
    yield from months()
    yield from refused_days()
    yield from odd_days()
    yield from durations()
    yield from periods()


if __name__ == "__main__":
    with TABLE.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows((HEAD, *lines()))
