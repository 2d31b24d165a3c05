"""Says back what was understood, so that a day misread is seen before it is kept."""

from datetime import date

from ipsskills.cli.output.show import say
from ipsskills.pages.words import day, length


def say_understood(value: object, typed: str) -> None:
    """Say back a day, or hours (a float) or minutes that were not typed as a bare number."""
    if isinstance(value, date):
        say(f"  {value:%A} {day(value)}")
    elif isinstance(value, int | float) and not typed.strip().isdecimal():
        say(f"  {length(round(value * 60) if isinstance(value, float) else value)}")
