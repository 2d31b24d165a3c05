"""Who you are: the only thing the program has to know before the first question."""

from ipsskills.codes import Role
from ipsskills.frozen import dataclass
from ipsskills.record.pen import Pen
from ipsskills.record.types import Person
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.people import named

WHAT_IS_KEPT = (
    "Kept on this computer. Your employer may have to produce it if asked. 'Private' means it is "
    "left out of what you share. Write nothing you would not want read out."
)


@dataclass(frozen=True)
class Introduced:
    """Who is me now, whether that is a new person, and where the record is kept."""

    id: str
    name: str
    role: str
    new: bool
    kept_in: str


def introduce(desk: Desk, name: str, role: Role) -> Introduced:
    """Make a person me: the one of that exact name if there is one, else a new one."""
    with desk.writing() as work:
        known = named(work, name)
        person = known or Pen("", desk.now).first(Person, name=name, role=role)
        if not known:
            work.add(person)
    return Introduced(person.thing, person.name, person.role, not known, str(desk.store.path or ""))
