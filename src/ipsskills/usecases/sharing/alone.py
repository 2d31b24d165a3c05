"""Answers that came by file before their reader had looked: kept apart, and how that ends."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from ipsskills.codes import ApartEnd, AssessmentKind, Code
from ipsskills.doing import Do, do
from ipsskills.errors import NotFound
from ipsskills.facts.apart import CameByFile, LookedAlone, TogetherNow
from ipsskills.method.apart import find_unlooked
from ipsskills.record.types import (
    AloneFirst,
    Assessment,
    Parcel,
    Person,
    Rating,
    Record,
    State,
)
from ipsskills.record.work import Work
from ipsskills.usecases.assessments.at_once import make_answer, make_at_once
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.people import find_person
from ipsskills.usecases.people.whom import name_person
from ipsskills.usecases.reading.apart import find_came, is_every
from ipsskills.usecases.reading.frameworks import as_kept
from ipsskills.usecases.reading.two_views import has_both_views, has_looked
from ipsskills.usecases.reading.view import ReaderView, known_author


def keep_apart(view: ReaderView, work: Work, came: Iterable[Assessment]) -> tuple[AloneFirst, ...]:
    """Keep views that came by file apart from the one who works here, where they have not looked.

    ``came`` are assessments that came in this transaction. Kept apart are a person's own answers
    from anybody else, and a supervisor's from the person; nothing that the reader gave. Returns
    what was put into the record for it.
    """
    me = known_author(view.me)
    made: list[AloneFirst] = []
    for each in came:
        if kept := _find_apart(view, work, each, me):
            view.add(kept)
            made.append(kept)
    return tuple(made)


def list_came(desk: Desk, people: Iterable[str]) -> tuple[CameByFile, ...]:
    """Return what is kept apart from the one who works here, once for each of these people.

    ``people`` are their ids, of whichever record.
    """
    with desk.reading() as view:
        wanted = {view.survivor(each) for each in people}
        return tuple(came for came in find_came(view) if came.about.id in wanted)


def _find_apart(view: ReaderView, work: Work, came: Assessment, me: str) -> AloneFirst | None:
    mine = work.ids_of(me)
    about_me = came.about in mine
    wanted = AssessmentKind.SUPERVISOR if about_me else AssessmentKind.SELF
    if came.kind is not wanted or came.state is not State.FINISHED or came.rater in mine:
        return None
    units = find_unlooked(came, _list_looked(work, came.about, me, about_me=about_me), view.today)
    rater = work.survivor(came.rater)
    apart = [each for each in view.apart(came.about).came if each.kept.rater == rater]
    known = {unit for each in apart for unit in each.units}
    known |= _list_read(view, work, came, mine)
    units = tuple(unit for unit in units if unit not in known)
    if not units:
        return None
    return view.first(
        AloneFirst,
        about=work.survivor(came.about),
        rater=rater,
        reader=me,
        units=units,
        since=view.today,
    )


def _list_read(view: ReaderView, work: Work, came: Assessment, mine: Collection[str]) -> set[str]:
    """Return the units of a view that its reader read before a file with it was taken back."""
    back = [each for each in view.current(Parcel) if each.undone and came.id in each.held]
    held = {each for parcel in back for each in parcel.held}
    things = {each.thing for each in work.every(AloneFirst, {"id": tuple(held)})}
    theirs = view.ids_of(came.rater)
    kept = [each for each in work.current(AloneFirst, thing=tuple(things)) if each.ended]
    read = [each for each in kept if each.reader in mine and each.rater in theirs]
    return {unit for each in read for unit in each.units}


def _list_looked(work: Work, about: str, me: str, *, about_me: bool) -> Sequence[Assessment]:
    """Return the finished views of the one who works here that stand beside the other's."""
    kind = AssessmentKind.SELF if about_me else AssessmentKind.SUPERVISOR
    return work.current(Assessment, about=about, rater=me, kind=kind, state=State.FINISHED)


def read_together(desk: Desk, who: str | None) -> TogetherNow:
    """End that answers about a person are kept apart from me: both read them now, before I look.

    Raises NotFound for an unknown person, and where nothing that came by file is kept apart.
    """
    with desk.writing() as view:
        person = find_person(view, who, view.me)
        came = _list_came(view, person)
        for each in came:
            view.add(view.next(each, ended=view.today, how=ApartEnd.TOGETHER))
        units = tuple({unit: None for each in came for unit in each.units})
        return TogetherNow(
            person=name_person(view, person),
            units=units,
            every=is_every(view, units),
            on=view.today,
            next=(_read_next(view, person),),
        )


def say_nothing_seen(desk: Desk, who: str | None) -> LookedAlone:
    """Keep a finished view of mine in which nothing was seen of what is kept apart from me.

    That is a look of one's own too: what came by file is shown from then on. Raises NotFound for
    an unknown person, and where nothing that came by file is kept apart.
    """
    with desk.writing() as view:
        person = find_person(view, who, view.me)
        units = tuple({unit: None for each in _list_came(view, person) for unit in each.units})
        view.keep_framework(as_kept(view.framework))
        view.add(*_make_unseen(view, person, units))
        return LookedAlone(
            person=name_person(view, person),
            units=units,
            every=is_every(view, units),
            on=view.today,
            next=(_read_next(view, person),),
        )


def _read_next(view: ReaderView, person: Person) -> Do:
    """Return where what is not kept apart is read: both views, or the one that there is."""
    name = None if person.thing == view.me else person.name
    if has_both_views(view, person.thing):
        return do("compare", person=name)
    return do("report", person=name) if has_looked(view, person.thing) else do("share list")


def _list_came(view: ReaderView, person: Person) -> tuple[AloneFirst, ...]:
    """Return what is kept apart from the reader. Raises NotFound where nothing is."""
    came = tuple(each.kept for each in view.apart(person.thing).came)
    if not came:
        whose = "you" if person.thing == view.me else person.name
        raise NotFound(
            f"Nothing that came about {whose} is kept apart from you.",
            f"See what is there: {_read_next(view, person)}",
        )
    return came


def _make_unseen(view: ReaderView, person: Person, units: Sequence[str]) -> Iterator[Record]:
    """Return a supervisor's finished view of these units, each answered 'not seen'."""

    def answer(view_of_them: str) -> Iterator[Rating]:
        for unit in units:
            yield make_answer(view, person, view_of_them, unit, code=Code.NOT_SEEN)

    return make_at_once(view, person, AssessmentKind.SUPERVISOR, units, answer)
