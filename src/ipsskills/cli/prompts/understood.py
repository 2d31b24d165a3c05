"""Says back what was understood, so that a day misread is seen before it is kept."""

from datetime import date

from ipsskills.cli.output.show import say
from ipsskills.pages.words import day, length
from ipsskills.record.limits import Length


def say_understood(value: object, typed: str, counted: Length | None = None) -> None:
    """Say back a day, or a length of time that was not typed as a bare number.

    ``counted`` is what a number counts that is a length of time.
    """
    if isinstance(value, date):
        say(f"  {value:%A} {day(value)}")
    elif counted and isinstance(value, int | float) and not typed.strip().isdecimal():
        say(f"  {length(round(value * 60) if counted is Length.HOURS else int(value))}")
