"""Whose answers they are, of which day, and who entered them: the one place where that is said."""

from datetime import date

from ipsskills.facts.people import PersonNamed
from ipsskills.pages.words import day, upper_first


def say_entered(
    by: PersonNamed,
    on: date,
    entered_by: PersonNamed,
    *,
    by_form: bool = False,
    into_file: bool = False,
) -> str:
    """Return "Answers by Ada, given on 25 Nov 2026, entered by Lee", turned to the reader.

    What came ``by_form`` was taken in as it was sent: "entered" would say that Lee typed it. A file
    is read by anybody, so that nobody is "you" in it.
    """
    whose = "your answers" if by.me and not into_file else f"answers by {by.name}"
    who = "you" if entered_by.me and not into_file else entered_by.name
    how = "sent by form, taken in" if by_form else "entered"
    return upper_first(f"{whose}, given on {day(on)}, {how} by {who}")
