"""Whose a form in a file is: known by an id, said, or asked about, as people in files are.

A form makes nobody: whoever filled it in has to be in the record before it is taken in.
"""

from collections.abc import Mapping, Sequence

from ipsskills.doing import do
from ipsskills.errors import NotFound
from ipsskills.facts.exchange.parcels import PersonInDoubt
from ipsskills.facts.people import PersonNamed
from ipsskills.formats.exchange.bundle import PersonInFile
from ipsskills.formats.forms.filled import FilledForm
from ipsskills.frozen import dataclass
from ipsskills.record.ids import derive_id
from ipsskills.record.types import Person
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.people import get_person
from ipsskills.usecases.reading.view import ReaderView
from ipsskills.usecases.sharing.back import refuse_erased
from ipsskills.usecases.sharing.renewed import Renewals
from ipsskills.usecases.sharing.whose import find_doubts, read_said, recognise

_ABOUT, _BY = "about", "by"


@dataclass(frozen=True, kw_only=True)
class FormPeople:
    """Whose practice a form is about, and whose view it is where that is a supervisor's."""

    about: Person
    by: Person | None


def refuse_erased_form(desk: Desk, arrived: FilledForm) -> None:
    """Raise InvalidInput for a form of somebody who was erased here, or about them."""
    with desk.reading() as view:
        refuse_erased_people(Renewals(view), arrived)


def list_form_doubts(
    desk: Desk, arrived: FilledForm, names: Sequence[str] = ()
) -> tuple[PersonInDoubt, ...]:
    """Return whom to ask about before a form can be taken in."""
    with desk.reading() as view:
        people = tuple(_find_named(view, arrived).values())
        doubts = find_doubts(view, people, read_said(view, people, names))
        return tuple(
            PersonInDoubt(
                id=each.id,
                called=each.name,
                like=tuple(
                    PersonNamed(id=own, name=name, me=own == view.me)
                    for own, name in each.like.items()
                ),
            )
            for each in doubts
        )


def find_form_people(
    desk: Desk,
    arrived: FilledForm,
    names: Sequence[str] = (),
    answers: Mapping[str, str | None] | None = None,
) -> FormPeople:
    """Return who the people of a form are here.

    Raises InvalidInput where somebody would have to be asked about, NotFound where they are not
    in the record.
    """
    with desk.reading() as view:
        named = _find_named(view, arrived)
        people = tuple(named.values())
        said = {**read_said(view, people, names), **(answers or {})}
        here = recognise(view, people, said).here
        about = _find(view, here, named[_ABOUT])
        return FormPeople(about=about, by=_find(view, here, named[_BY]) if _BY in named else None)


def _find_named(view: ReaderView, arrived: FilledForm) -> dict[str, PersonInFile]:
    """Return whom a form names, as they are known here. Raises InvalidInput for who was erased."""
    renewals, named = Renewals(view), _list_people(arrived)
    refuse_erased_people(renewals, arrived)
    return {part: renewals.rename(each) for part, each in named.items()}


def refuse_erased_people(renewals: Renewals, arrived: FilledForm) -> None:
    """Raise InvalidInput for a form that would bring back somebody who was erased here."""
    named = _list_people(arrived)
    refuse_erased(renewals, arrived, named[_ABOUT], named.get(_BY))


def _list_people(arrived: FilledForm) -> dict[str, PersonInFile]:
    """Return whom a form names; who has no id in it gets one that only this form gives."""
    given = {_ABOUT: (arrived.about_id, arrived.about_name)}
    if arrived.by_name:
        given[_BY] = (arrived.by_id, arrived.by_name)
    return {
        part: PersonInFile(id=own or derive_id("form", arrived.form, part), name=name)
        for part, (own, name) in given.items()
    }


def _find(view: ReaderView, here: Mapping[str, str], named: PersonInFile) -> Person:
    if named.id in here:
        return get_person(view, here[named.id])
    raise NotFound(
        f"There is nobody called '{named.name}' here, whose form it is. Nothing was changed.",
        f"Add them first: {do('people add', named.name)}. Then take it in again.",
    )
