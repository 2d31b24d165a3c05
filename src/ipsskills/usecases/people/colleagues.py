"""The names that may stand in free text: those of the people in the record, who are colleagues."""

from ipsskills.record.types import Person
from ipsskills.usecases.desk import Desk


def names_known(desk: Desk) -> tuple[str, ...]:
    """Return the full names of everybody in the record."""
    with desk.reading() as work:
        return tuple(person.name for person in work.current(Person))
