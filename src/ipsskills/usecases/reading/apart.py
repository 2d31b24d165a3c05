"""Each looks alone first: what is kept from this reader for now, as a fact that pages tell."""

from ipsskills.errors import NotFound
from ipsskills.facts.apart import KeptApart
from ipsskills.facts.people import PersonNamed
from ipsskills.record.types import Person
from ipsskills.usecases.people.people import get_person
from ipsskills.usecases.reading.view import ReaderView


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
        name = get_person(view, rater).name
    except NotFound:
        name = ""
    return PersonNamed(id=rater, name=name, me=rater == view.me)
