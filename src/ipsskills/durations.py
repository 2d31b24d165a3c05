"""Reads lengths of time as people write them: 1:30, 1.5h, 90 min, ½, 1h30; never 1e2.

A bare number is in the unit that is asked for. Nothing is rounded without a word.
"""

import re
from fractions import Fraction

from ipsskills.errors import InvalidInput

MOST_MONTHS = 24

_HOUR, _MINUTE = r"h(?:rs?|ours?)?\.?", r"m(?:in(?:ute)?s?)?\.?"
_WHOLE = r"\d{1,12}"
_DECIMAL = rf"{_WHOLE}(?:\.{_WHOLE}|,\d{{1,2}})?|\.{_WHOLE}"
_NUMBER = rf"{_DECIMAL}|(?:{_WHOLE} ?)?[¼½¾]|(?:{_WHOLE} )?(?:1/2|[13]/4)"
_SIGNS = {"¼": " 1/4", "½": " 1/2", "¾": " 3/4"}
_PHRASES = {"an hour": 60, "half an hour": 30, "an hour and a half": 90}

_CLOCK = rf"(?P<hours>{_WHOLE}):(?P<minutes>[0-5]\d)(?::00)?"
_BOTH = rf"(?P<hours>{_WHOLE}) ?{_HOUR}(?: and)? ?(?P<minutes>[0-5]?\d)(?: ?{_MINUTE})?"
_HOURS = rf"(?P<number>{_NUMBER}) ?{_HOUR}"
_MINUTES = rf"(?P<minutes>{_WHOLE}) ?{_MINUTE}"


def read_hours(text: str, most: float) -> float:
    """Return hours above 0 and up to ``most``; a bare number is hours. Raises InvalidInput."""
    wrong = f"'{text.strip()}' is not a number of hours."
    minutes = _find_minutes(text, bare=60)
    if minutes is None:
        raise InvalidInput(wrong, "Example: 1.5, 1:30 or 90 min")
    if not 0 < minutes <= most * 60:
        raise InvalidInput(wrong, f"It is more than 0 and {most:g} at most.")
    return float(minutes / 60)


def read_minutes(text: str, most: int) -> int:
    """Return minutes above 0 and up to ``most``; a bare number is minutes. Raises InvalidInput."""
    wrong = f"'{text.strip()}' is not a number of minutes."
    minutes = _find_minutes(text, bare=1)
    if minutes is None:
        raise InvalidInput(wrong, "Example: 60, 1:30 or 1.5h")
    if not 0 < minutes <= most:
        raise InvalidInput(wrong, f"It is more than 0 and {most} at most.")
    if minutes.denominator != 1:
        raise InvalidInput(
            f"'{text.strip()}' is not a whole number of minutes.", "Example: 60, 1:30 or 1.5h"
        )
    return int(minutes)


def read_months(text: str) -> int:
    """Return a number of months, 1 to 24: "6" or "6 months". Raises InvalidInput."""
    wrong = f"'{text.strip()}' is not a number of months."
    found = re.fullmatch(r"(\d{1,9})(?: ?months?)?", " ".join(text.lower().split()), re.ASCII)
    if not found:
        raise InvalidInput(wrong, "Example: 6")
    if not 1 <= int(found[1]) <= MOST_MONTHS:
        raise InvalidInput(wrong, f"It is 1 to {MOST_MONTHS}.")
    return int(found[1])


def read_share(text: str) -> float:
    """Return a share of full time: "0.5", "0,5" or "½". Raises InvalidInput.

    Whether it is from 0 to 1 is for the record to say.
    """
    share = read_number(" ".join(text.split()))
    if share is None:
        raise InvalidInput(f"'{text.strip()}' is not a share of full time.", "Example: 0.5")
    return float(share)


def read_number(text: str) -> Fraction | None:
    """Return a number as people write it, 1.5, 1,5 or 1½; None for anything else."""
    if not re.fullmatch(_NUMBER, text, re.ASCII):
        return None
    for sign, spelt in _SIGNS.items():
        text = text.replace(sign, spelt)
    return sum((Fraction(part) for part in text.replace(",", ".").split()), Fraction())


def _find_minutes(text: str, *, bare: int) -> Fraction | None:
    """Return the minutes a text means, where a bare number is ``bare`` minutes each; else None."""
    plain = " ".join(text.replace("\u00a0", " ").lower().split())
    if plain in _PHRASES:
        return Fraction(_PHRASES[plain])
    if found := re.fullmatch(_CLOCK, plain, re.ASCII) or re.fullmatch(_BOTH, plain, re.ASCII):
        return Fraction(int(found["hours"]) * 60 + int(found["minutes"]))
    if found := re.fullmatch(_MINUTES, plain, re.ASCII):
        return Fraction(int(found["minutes"]))
    hours = re.fullmatch(_HOURS, plain, re.ASCII)
    number = read_number(hours["number"] if hours else plain)
    return None if number is None else number * (60 if hours else bare)
