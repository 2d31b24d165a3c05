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
    to_anybody: bool = False,
) -> str:
    """Return "Answers by Ada, given on 25 Nov 2026, entered by Lee", turned to the reader.

    What came ``by_form`` says so: "entered by Lee" alone would say that Lee typed it. What is
    ``to_anybody``, as a page that may be kept as a file or handed on, says nobody is "you".
    """
    whose = "your answers" if by.me and not to_anybody else f"answers by {by.name}"
    who = "you" if entered_by.me and not to_anybody else entered_by.name
    how = " from a form" if by_form else ""
    return upper_first(f"{whose}, given on {day(on)}, entered by {who}{how}")
