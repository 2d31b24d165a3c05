"""Taking a wrong file back: all that came with it, while nothing rests on it."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from ipsskills.codes import ParcelWay
from ipsskills.doing import do
from ipsskills.errors import InvalidInput, NotFound
from ipsskills.facts.exchange.parcels import ParcelUndone
from ipsskills.facts.people import PersonNamed
from ipsskills.pages.words import join_words
from ipsskills.record.types import (
    KINDS,
    AloneFirst,
    Assessment,
    Entry,
    GoalActivity,
    Note,
    Objection,
    Parcel,
    Person,
    Rating,
    Record,
)
from ipsskills.record.work import Work
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.people import get_person
from ipsskills.usecases.people.whom import name_person
from ipsskills.usecases.reading.view import ReaderView
from ipsskills.usecases.rights.named_held import refuse_going
from ipsskills.usecases.rights.words_elsewhere import put_back_bare
from ipsskills.usecases.sharing.listed import find_parcel, number_parcels, show_parcels
from ipsskills.usecases.sharing.telling import tell

# What names a thing it could not be without, by kind.
_RESTS_BY: Mapping[type[Record], str] = {
    Rating: "assessment",
    Note: "subject",
    GoalActivity: "goal",
    Entry: "part_of",
    Objection: "subject",
}
_CALLED: Mapping[type[Record], str] = {
    Rating: "an answer",
    Note: "a note",
    GoalActivity: "a step of a plan",
    Entry: "an entry",
    Objection: "a point seen differently",
}
_OTHER = "what came with it"


def look_at_undo(desk: Desk, which: int | None = None) -> ParcelUndone:
    """Return what taking a file back would take with it.

    ``which`` is its number in the list; without one it is the last that came.

    Raises NotFound for a number that is not there and where nothing came, InvalidInput where
    something rests on it, or while a hold stands for the person.
    """
    with desk.interviewing() as (view, work):
        parcel = _find(view, which)
        return _describe(view, work, parcel, _list_going(view, work, parcel))


def undo_parcel(desk: Desk, which: int | None = None) -> ParcelUndone:
    """Take a file back whole and return what is gone. Raises as `look_at_undo`."""
    with desk.interviewing(write=True) as (view, work):
        parcel = _find(view, which)
        going = _list_going(view, work, parcel)
        undone = _describe(view, work, parcel, going)
        for kind in KINDS:
            if ids := [each.id for each in going if type(each) is kind]:
                work.erase(kind, ids)
        put_back_bare(view, work, parcel, going)
        view.add(view.next(parcel, undone=True))
        return undone


def _find(view: ReaderView, number: int | None) -> Parcel:
    """Return the file that is to be taken back. Raises NotFound, InvalidInput."""
    if number is None:
        came = [p for p in number_parcels(view).values() if p.way is ParcelWay.IN and not p.undone]
        if not came:
            raise NotFound("Nothing came in that could be taken back.", f"See: {do('share list')}")
        return came[-1]
    found = find_parcel(view, number)
    if found.way is ParcelWay.OUT:
        raise InvalidInput(
            f"File {number} went out: what others have, they have.",
            "Ask whoever got it to take it back in their own record.",
        )
    if found.undone:
        raise InvalidInput(f"File {number} was taken back already.", f"See: {do('share list')}")
    return found


def _describe(
    view: ReaderView, work: Work, parcel: Parcel, going: Sequence[Record]
) -> ParcelUndone:
    numbers = {each.thing: number for number, each in number_parcels(view).items()}
    shown = {each.number: each for each in show_parcels(view)}
    read = [each.ended for each in _list_read(view, work, parcel) if each.ended]
    return ParcelUndone(
        parcel=shown[numbers[parcel.thing]],
        gone=tell(view, _leave_out_put_aside(work, going), before=_find_staying(work, going)),
        read_on=max(read, default=None),
        people=tuple(_list_people(view, work, parcel)),
    )


def _list_people(view: ReaderView, work: Work, parcel: Parcel) -> Iterator[PersonNamed]:
    """Yield those of whom nothing was here before a file, by name: they stay in the record."""
    came = {each.thing for each in work.every(Person, {"id": parcel.held})}
    new = [t for t in came if view.history(Person, t)[0].id in parcel.held]
    here = {view.survivor(thing) for thing in new if view.survivor(thing) in new}
    people = sorted((get_person(view, each) for each in here), key=lambda each: each.name)
    yield from (name_person(view, each) for each in people if each.thing != view.me)


def _list_read(view: ReaderView, work: Work, parcel: Parcel) -> list[AloneFirst]:
    """Return what kept a file's answers from the reader, who chose to read them: that was read."""
    made = {each.thing for each in work.every(AloneFirst, {"id": parcel.held})}
    mine = view.ids_of(view.me or "")
    kept = work.current(AloneFirst, thing=tuple(made))
    return [each for each in kept if each.ended and each.reader in mine]


def _leave_out_put_aside(work: Work, going: Sequence[Record]) -> list[Record]:
    """Return records that go, without the mark on a look from before that a form's counts instead.

    That look stays, and counts again.
    """
    told = {each.assessment for each in going if isinstance(each, Rating)}
    told |= {each.subject.partition("/")[0] for each in going if isinstance(each, Note)}
    marked = {each.thing for each in going if isinstance(each, Assessment)} - told
    stays = marked & _find_staying(work, going).keys()
    return [each for each in going if each.thing not in stays]


def _find_staying(work: Work, going: Sequence[Record]) -> dict[str, Record]:
    """Return the things of which only some versions go, by thing, with the last that stays."""
    ids = {each.id for each in going}
    things = {
        kind: tuple({each.thing for each in going if type(each) is kind})
        for kind in {type(each) for each in going}
    }
    every = (each for kind, some in things.items() for each in work.every(kind, {"thing": some}))
    return {each.thing: each for each in every if each.id not in ids}


def _list_going(view: ReaderView, work: Work, parcel: Parcel) -> list[Record]:
    """Return the versions that go with a file. Raises InvalidInput where something rests on them.

    People stay, and so does what was said of who they are: what is kept of the file names them.
    What kept its answers apart goes with it, unless they were read: that stays, with its day.
    """
    kinds = [kind for kind in KINDS if kind is not Person]
    read = {each.thing for each in _list_read(view, work, parcel)}
    held = [each for kind in kinds for each in work.every(kind, {"id": parcel.held})]
    going = [each for each in held if each.thing not in read]
    ids = {each.id for each in going}
    refuse_going(work, lambda each: each.id in ids, view.ids_of(parcel.about))
    files = number_parcels(view).values()
    came_too = {each for one in files if one.way is ParcelWay.IN for each in one.held}
    resting = dict.fromkeys(_list_resting(work, going, came_too))
    later = [
        str(number)
        for number, each in number_parcels(view).items()
        if each.way is ParcelWay.IN and not each.undone and each.thing > parcel.thing
        if view.survivor(each.about) == view.survivor(parcel.about)
    ]
    if later:
        raise InvalidInput(
            f"A later file about the same person came after it: {join_words(later)}."
            " Nothing was changed.",
            f"Take that back first: {do('share undo', later[-1])}",
        )
    if resting:
        raise InvalidInput(
            f"Something here rests on it: {join_words(list(resting))}. Nothing was changed.",
            "Leave the file, and ask whoever sent it to put right what is wrong and send it again:"
            f" the later one counts. What you did last goes by: {do('undo')}",
        )
    return going


def _list_resting(work: Work, going: Sequence[Record], came: Collection[str]) -> Iterator[str]:
    """Yield what rests on versions: what was made of them here, and what names a thing that goes.

    What ``came`` in files (ids) was made elsewhere, and rests on nothing here.
    """
    by_kind: dict[type[Record], list[Record]] = {}
    for each in going:
        by_kind.setdefault(type(each), []).append(each)
    ids = {*came, *(each.id for each in going)}
    for kind, records in by_kind.items():
        later = work.every(kind, {"replaces": [each.id for each in records]})
        if any(each.id not in ids for each in later):
            yield f"what was changed in {_CALLED.get(kind, _OTHER)} since"
    things = {each.thing for each in going} - _find_staying(work, going).keys()
    for kind, field in _RESTS_BY.items():
        if any(each.id not in ids for each in work.every(kind, {field: tuple(things)})):
            yield _CALLED[kind]
