"""Whose a form is that a command takes in: whom the command names, where the form says so too."""

from ipsskills.codes import AssessmentKind
from ipsskills.doing import do
from ipsskills.errors import InvalidInput
from ipsskills.formats.forms.filled import FilledForm
from ipsskills.frozen import dataclass
from ipsskills.record.types import Person
from ipsskills.usecases.assessments.begin import AskedFor
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.forms.whose import refuse_erased_people
from ipsskills.usecases.people.matching import find_same, is_name_of
from ipsskills.usecases.people.people import find_person, get_person
from ipsskills.usecases.reading.view import ReaderView, known_author
from ipsskills.usecases.sharing.renewed import Renewals


@dataclass(frozen=True, kw_only=True)
class MatchedPeople:
    """Who takes a form in (a person id), whose practice it is about, and whose view it is."""

    me: str
    about: Person
    by: Person | None


def match_people(desk: Desk, asked: AskedFor, arrived: FilledForm, form_file: str) -> MatchedPeople:
    """Return whose a form is, of whom a command names; it is about me where it names nobody.

    The form has to say so too: by an id that is known here, or by a name that may be theirs.
    ``form_file`` is what the file is called in what is said. Raises NotFound for an unknown name,
    and InvalidInput, naming both, where the form says somebody else.
    """
    with desk.reading() as view:
        me = known_author(view.me)
        supervisor = arrived.kind is AssessmentKind.SUPERVISOR
        if (asked.kind is AssessmentKind.SUPERVISOR) != supervisor:
            raise _other_kind(arrived)
        refuse_erased_people(Renewals(view), arrived)
        about = find_person(view, asked.who, me)
        _refuse_other(view, about, (arrived.about_id, arrived.about_name), form_file)
        if not supervisor:
            return MatchedPeople(me=me, about=about, by=None)
        by = find_person(view, asked.by, me)
        _refuse_other(view, by, (arrived.by_id, arrived.by_name or ""), form_file)
        return MatchedPeople(me=me, about=about, by=by)


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
    view: ReaderView, person: Person, said: tuple[str | None, str], form_file: str
) -> None:
    """Raise InvalidInput where a form is somebody else's, by the id and the name it ``said``."""
    met, name = said
    if met:
        met = Renewals(view).as_here(met)
    if met in view.ids_of(person.thing) or find_same({"it": name}, person.name):
        return
    others = {each: called for each, called in view.names().items() if each != person.thing}
    known = get_person(view, met).name if met and met in others else ""
    same = known or next((others[each] for each in find_same(others, name)), "")
    near = is_name_of(name, person.name) or is_name_of(person.name, name)
    if near and not same:
        return
    raise InvalidInput(
        f"The form says that it is {name}'s, not {person.name}'s. Nothing was kept.",
        _tell_ways(name, same, person.name, form_file),
    )


def _tell_ways(name: str, same: str, asked: str, form_file: str) -> str:
    """Return how a form is taken in as that of whom it names, or of whom was ``asked`` for.

    ``same`` is what somebody here is called whose it is; empty where nobody has its ``name``.
    """
    if same:
        return f"To take it in as theirs: {do('share in', form_file, '--is', same)}"
    theirs = do("share in", form_file, "--is", asked)
    return (
        f"If it is {asked}'s all the same, say so: {theirs}. "
        f"Else add whose it is, and take it in again: {do('people add', name)}"
    )
