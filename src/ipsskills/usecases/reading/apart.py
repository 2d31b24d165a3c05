"""Each looks alone first: what is kept from this reader for now, as a fact that pages tell."""

from dataclasses import field

from ipsskills.errors import NotFound
from ipsskills.facts.apart import KeptApart
from ipsskills.facts.people import PersonNamed
from ipsskills.frozen import dataclass
from ipsskills.method.apart import Apart
from ipsskills.pages.compose.apart import apart_words
from ipsskills.record.types import Person
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.people import find_person
from ipsskills.usecases.reading.view import ReaderView


@dataclass(frozen=True)
class Hidden:
    """What is kept apart, and the line that tells the reader so; "" where nothing is."""

    apart: Apart = field(default_factory=Apart)
    line: str = ""


def tell_apart(view: ReaderView, person: Person) -> KeptApart:
    """Return what the reader is not shown of a person now; the view has left it out already."""
    apart = view.apart(person.thing)
    if not apart.units:
        return KeptApart()
    every = {unit.id for unit in view.framework.asked()}
    raters = tuple(_name(view, rater) for rater in apart.raters)
    return KeptApart(units=apart.units, raters=raters, every=every <= set(apart.units))


def _name(view: ReaderView, rater: str) -> PersonNamed:
    try:
        name = find_person(view, rater, None).name
    except NotFound:
        name = ""
    return PersonNamed(id=rater, name=name, me=rater == view.me)


def hidden_from(view: ReaderView, desk: Desk, person: Person) -> Hidden:
    """Return what the one who works at the desk is not shown of a person now."""
    names = {unit.id: unit.short for unit in desk.framework.units}
    return Hidden(view.apart(person.thing), apart_words(tell_apart(view, person), names))
