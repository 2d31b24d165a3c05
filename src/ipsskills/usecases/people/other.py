"""The other of two people: whom a supervision, a visit or an agreement was with.

They are somebody in the record, and not the same person twice: a name that nobody has is refused,
unless it is said that they are new.
"""

from ipsskills.codes import Role
from ipsskills.errors import InvalidInput
from ipsskills.facts.people import Colleagues
from ipsskills.record.types import Person
from ipsskills.usecases.people.adding import add_to_record
from ipsskills.usecases.people.matching import match_names
from ipsskills.usecases.people.people import find_meant, get_person, nobody_called
from ipsskills.usecases.reading.view import ReaderView

WHO_ELSE = 'Name the other of the two: --with "Lee Sample"'


def find_other_of(view: ReaderView, one: Person, typed: str, *, new_person: bool) -> Person:
    """Return whom a name means beside one person, found as anybody is (`find_person`).

    Where nobody is called so, ``new_person`` puts them in the record, as a team leader. Raises
    NotFound for a name that is unknown or means several, and InvalidInput for the one person.
    """
    found = check_other_of(view, one.thing, typed, new_person=new_person)
    return get_person(view, found) if found else add_to_record(view, typed, Role.TEAM_LEADER)


def check_other_of(
    known: ReaderView | Colleagues, one: str, typed: str, *, new_person: bool
) -> str | None:
    """Return the id of whom `find_other_of` finds, or None for somebody who would be new.

    ``one`` is the id of the one person. Nobody is added.
    """
    found = find_meant(known, typed, match_names)
    if found is None and new_person:
        return None
    if found is None:
        raise nobody_called(known, typed, "Somebody new: add --new-person.")
    if found == known.survivor(one):
        raise InvalidInput(f"{known.names()[found]} is one of the two already.", WHO_ELSE)
    return found
