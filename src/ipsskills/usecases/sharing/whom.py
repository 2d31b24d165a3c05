"""Whose a form is that a command takes in: whoever it names, unless the form says another."""

from ipsskills.codes import AssessmentKind
from ipsskills.doing import do
from ipsskills.errors import InvalidInput
from ipsskills.formats.exchange.bundle import PersonInFile
from ipsskills.formats.forms.filled import FilledForm
from ipsskills.frozen import dataclass
from ipsskills.record.types import Person
from ipsskills.usecases.assessments.begin import AskedFor
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.matching import find_same, is_name_of
from ipsskills.usecases.people.people import find_person, get_person
from ipsskills.usecases.reading.view import ReaderView, known_author
from ipsskills.usecases.sharing.whose import refuse_erased


@dataclass(frozen=True, kw_only=True)
class FormWhom:
    """Who takes a form in (a person id), whose practice it is about, and whose view it is."""

    me: str
    about: Person
    by: Person | None


def find_whom(desk: Desk, asked: AskedFor, arrived: FilledForm) -> FormWhom:
    """Return whose a form is, of whom a command names; it is about me where it names nobody.

    Naming somebody is the word of who takes it in that the name on the form is theirs. Raises
    NotFound for an unknown name, and InvalidInput where the form says somebody else.
    """
    with desk.reading() as view:
        me = known_author(view.me)
        supervisor = arrived.kind is AssessmentKind.SUPERVISOR
        if (asked.kind is AssessmentKind.SUPERVISOR) != supervisor:
            raise _other_kind(arrived)
        about = find_person(view, asked.who, me)
        _refuse_other(
            view, about, arrived.about_id, arrived.about_name, named=asked.who is not None
        )
        if not supervisor:
            return FormWhom(me=me, about=about, by=None)
        by = find_person(view, asked.by, me)
        _refuse_other(view, by, arrived.by_id, arrived.by_name or "", named=asked.by is not None)
        return FormWhom(me=me, about=about, by=by)


def _other_kind(arrived: FilledForm) -> InvalidInput:
    if arrived.kind is AssessmentKind.SUPERVISOR:
        return InvalidInput(
            "The form is a supervisor's view. Nothing was kept.", "Add --as supervisor."
        )
    return InvalidInput(
        "The form is somebody's view of their own practice. Nothing was kept.",
        "Leave out --as supervisor.",
    )


def _refuse_other(
    view: ReaderView, person: Person, met: str | None, name: str, *, named: bool
) -> None:
    """Raise InvalidInput where a form is somebody else's: by an id known here, or by its name.

    Or theirs who was erased here.
    """
    if met:
        refuse_erased(view, [PersonInFile(id=met, name=name)])
    if met in view.ids_of(person.thing) or find_same({"it": name}, person.name):
        return
    others = {each: called for each, called in view.names().items() if each != person.thing}
    known = get_person(view, met).name if met and met in others else ""
    same = known or next((others[each] for each in find_same(others, name)), "")
    near = is_name_of(name, person.name) or is_name_of(person.name, name)
    if not same and (named or near):
        return
    take = do("assess", "--from", "form.xlsx", person=same or name)
    raise InvalidInput(
        f"The form says that it is {name}'s, not {person.name}'s. Nothing was kept.",
        f"To take it in as theirs: {take}",
    )
