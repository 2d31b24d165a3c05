"""Every line of the table is read, or refused, as it says."""

import csv
import re
from collections.abc import Callable
from datetime import date

from ipsskills.days import Tense, read_day, read_span
from ipsskills.durations import read_hours, read_minutes, read_months
from ipsskills.errors import InvalidInput
from tests.cases import try_each
from tests.typed.make_table import TABLE

Line = dict[str, str]

# What is told of each kind of refusal, message and hint as one.
REFUSED = {
    "no-day": r"There is no \d+ [A-Z][a-z]+( \d{4})?\. Look at the date again\.",
    "no-month": r"There is no month \d+\. (The day comes before the month\. )?Write .*",
    "no-date": r"'(?s:.*)' is not a date\. Write it like .*",
    "month": r"'.*' is a month, and a day is asked for\. .*",
    "year": r"'\d{4}' is a year\. .*",
    "far": r"The year \d{4} cannot be meant\. .*",
    "two-ways": r"'.*' may be .+ or .+\. Say which\.",
    "weekday": r"\d+ [A-Z][a-z]{2} \d{4} is a [A-Z][a-z]+day, not a [A-Z][a-z]+day\. .*",
    "file": r"'.*' goes by the day on which a file is read\. .*",
    "empty": r"No day is given\. .*",
    "no-duration": r"'.*' is not a number of (hours|minutes|months)\. Example: .*",
    "out-of-range": r"'.*' is not a number of (hours|minutes|months)\. It is .*",
    "not-whole": r"'.*' is not a whole number of minutes\. Example: .*",
}


def _day(tense: Tense, *, in_file: bool = False) -> Callable[[Line], str]:
    def read(line: Line) -> str:
        today = date.fromisoformat(line["today"])
        return read_day(line["typed"], today, tense, in_file=in_file).isoformat()

    return read


def _edge(end: int) -> Callable[[Line], str]:
    def read(line: Line) -> str:
        return read_span(line["typed"], date.fromisoformat(line["today"]))[end].isoformat()

    return read


def _hours(line: Line) -> str:
    return f"{read_hours(line['typed'], 1000) * 60:.6f}".rstrip("0").rstrip(".")


READ: dict[str, Callable[[Line], str]] = {
    "was": _day(Tense.WAS),
    "due": _day(Tense.DUE),
    "either": _day(Tense.EITHER),
    "was-file": _day(Tense.WAS, in_file=True),
    "due-file": _day(Tense.DUE, in_file=True),
    "since": _edge(0),
    "until": _edge(1),
    "hours": _hours,
    "minutes": lambda line: str(read_minutes(line["typed"], 600)),
    "months": lambda line: str(read_months(line["typed"])),
}


def _lines() -> list[Line]:
    with TABLE.open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def _find_wrong(line: Line) -> str | None:
    """Return what was read instead of what the table says, or None."""
    expected = line["expected"]
    try:
        found = READ[line["place"]](line)
    except InvalidInput as error:
        found = f"{error.message} {error.hint}"
        if expected in REFUSED and re.fullmatch(REFUSED[expected], found):
            return None
    return None if found == expected else f"{line}: {found}"


def test_the_table_is_long_and_has_every_place_and_every_refusal() -> None:
    """Take a thousand lines at least, none of them for nothing."""
    lines = _lines()
    assert len(lines) > 1000
    assert {line["place"] for line in lines} == set(READ)
    assert set(REFUSED) <= {line["expected"] for line in lines}


@try_each("place", READ)
def test_what_is_typed_is_read_as_the_table_says(place: str) -> None:
    """Read every line of a place; all that are wrong are named."""
    wrong = [found for line in _lines() if line["place"] == place and (found := _find_wrong(line))]
    assert not wrong, "\n".join(wrong)
