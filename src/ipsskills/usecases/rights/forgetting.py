"""Forgetting a person: all that is kept about them goes, an id and a dated line stay."""

from ipsskills.doing import do
from ipsskills.errors import NotFound
from ipsskills.facts.exchange.erased import (
    ErasingOutlook,
    NothingAgainst,
    PersonErased,
)
from ipsskills.folding import fold_name, tidy_name
from ipsskills.record.columns import table_of
from ipsskills.record.types import Forgotten, Person, Record
from ipsskills.record.work import Work
from ipsskills.usecases.data import list_others as list_other_files
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.people import get_person
from ipsskills.usecases.people.whom import name_person
from ipsskills.usecases.reading.view import ReaderView
from ipsskills.usecases.rights.erasing import People, erase_by
from ipsskills.usecases.rights.files_to_keep import list_all_standing, list_to_keep
from ipsskills.usecases.rights.named_held import refuse_going
from ipsskills.usecases.rights.passages import find_naming, list_names, list_others, tell_passages


def look_at_erasing(desk: Desk, whole_name: str) -> ErasingOutlook:
    """Return what erasing a person would come to. Raises NotFound, UnderHold."""
    with desk.entitled() as (view, work):
        return _look(desk, view, work, find_exactly(view, whole_name))


def forget(desk: Desk, answered: NothingAgainst) -> PersonErased:
    """Erase all that is kept about whom it was answered for: in the record and in our copies.

    Raises NotFound where they are not there, UnderHold, and StoreError.
    """

    def make_line(view: ReaderView, work: Work) -> tuple[Forgotten, ErasingOutlook, People]:
        person = get_person(view, view.survivor(answered.about))
        return _make_line(view, person), _look(desk, view, work, person), (person.thing,)

    line, outlook, copies = erase_by(make_line, (answered,), desk)
    return PersonErased(ids=line.ids, on=line.on, outlook=outlook, copies=copies)


def find_exactly(view: ReaderView, typed: str) -> Person:
    """Return the person of just this name, or id: what erases takes no part of a name.

    Raises NotFound, naming the ids where several are called so.
    """
    wanted = tidy_name(typed)
    named = {view.survivor(i) for i, name in view.names().items() if wanted in (name, i)}
    if len(named) == 1:
        return get_person(view, named.pop())
    if named:
        several = ", ".join(sorted(named))
        raise NotFound(f"Several are called '{typed}': {several}.", "Type the id of one of them.")
    same = {
        view.survivor(i): n for i, n in view.names().items() if fold_name(n) == fold_name(typed)
    }
    ids = "; ".join(f"{name} is {own}" for own, name in sorted(same.items()))
    raise NotFound(
        f"Nobody is called exactly '{typed}'. Nothing was changed.",
        f"What erases needs the whole name, as it stands here: {do('people list', '--all')}"
        + (f"\nOr the id: {ids}." if ids else ""),
    )


def _make_line(view: ReaderView, person: Person) -> Forgotten:
    ids = tuple(sorted(view.ids_of(person.thing)))
    return view.first(Forgotten, about=person.thing, ids=ids, on=view.today)


def _look(desk: Desk, view: ReaderView, work: Work, person: Person) -> ErasingOutlook:
    ids = view.ids_of(person.thing)
    refuse_going(work, lambda each: each.about in ids, ids)
    every = [each for each in work.everything() if isinstance(each, Record) and each.about in ids]
    naming = find_naming(work, ids, list_names(work, ids))
    me = view.people().get(view.me or "")
    beside = list_other_files(desk.record, desk.store.second, desk.usual) if desk.record else ()
    return ErasingOutlook(
        person=name_person(view, person),
        by=name_person(view, me) if me else None,
        on=view.today,
        things=tuple(dict.fromkeys(table_of(type(each)) for each in every)),
        passages=tell_passages(view, naming),
        others=list_others(view, every, ids, ids),
        beside=beside,
        to_keep=list_to_keep(beside, desk.now(), list_all_standing(work)),
        second=desk.store.second,
    )
