"""Taking in: what a file brings is told, whom it means is settled, and it joins what is here.

A union: the same twice adds nothing, and files may come in any order. What one call is
given comes in whole, or not at all.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from ipsskills.codes import ParcelWay
from ipsskills.doing import do
from ipsskills.facts.exchange.parcels import (
    ParcelMet,
    ParcelTaken,
    PersonInDoubt,
    PersonMet,
)
from ipsskills.facts.people import PersonNamed
from ipsskills.formats.exchange.bundle import Bundle, PersonInFile, digest_of
from ipsskills.formats.exchange.known_again import mark_closed
from ipsskills.framework.ordering import id_key
from ipsskills.record.types import (
    AloneFirst,
    Assessment,
    Goal,
    GoalActivity,
    Parcel,
    Person,
    Rating,
    Record,
)
from ipsskills.record.whom import Whom
from ipsskills.record.work import Work
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.matching import is_name_of
from ipsskills.usecases.people.people import find_person, get_person
from ipsskills.usecases.people.whom import name_person
from ipsskills.usecases.reading.apart import is_every
from ipsskills.usecases.reading.view import ReaderView
from ipsskills.usecases.rights.answered_words import tell_answered
from ipsskills.usecases.rights.asked_words import list_asked
from ipsskills.usecases.rights.words_elsewhere import tell_erased_there
from ipsskills.usecases.sharing.alone import keep_apart
from ipsskills.usecases.sharing.back import read_files
from ipsskills.usecases.sharing.coming_in import Coming
from ipsskills.usecases.sharing.keys import list_new_keys, refuse_demo
from ipsskills.usecases.sharing.named_people import make_stub
from ipsskills.usecases.sharing.telling import find_new_supervisor, lacks_looks, list_next, tell
from ipsskills.usecases.sharing.whose import (
    find_doubts,
    find_met,
    link,
    read_said,
    recognise,
)

Said = Mapping[str, str | None]
"""Who people in a file are: an id here, or None for somebody new, by their id in the file."""

# What is a person's own to give stays where their file says nothing of it.
_CARRIED = ("team", "since", "supervisor", "supervised_since", "left")


def look_in(
    desk: Desk, bundles: Sequence[Bundle], names: Sequence[str] = ()
) -> tuple[ParcelMet, ...]:
    """Return what files bring, and whom to ask about, before anything of them is kept.

    ``names`` are what was said of who somebody in them is (`whose.read_said`). Raises InvalidInput
    for what may not come in, DifferentContent for what is known with other content, and NotFound
    where the record does not know who works here. Whoever was erased here is shown as if they
    came back.
    """
    with desk.interviewing() as (view, work):
        refuse_demo(view)
        find_person(view, None, view.me)
        coming = read_files(view, bundles, desk.now(), None)
        said = _read_said(view, coming, names)
        return tuple(_meet(view, work, each, said) for each in coming)


def take_in(
    desk: Desk,
    bundles: Sequence[Bundle],
    names: Sequence[str] = (),
    answers: Said | None = None,
    back: Collection[str] = (),
    closed: str = "",
) -> tuple[ParcelTaken, ...]:
    """Take in what files bring, all or none, and return what came of each.

    ``answers`` is what was said when somebody was asked about the doubts of `look_in`, and ``back``
    are those, by a name in a file or the id `look_in` gave, who were erased here and come back.
    ``closed`` is the text that one file was closed in, by which it is known again.
    Raises as that does, and InvalidInput where a doubt is left, or where somebody was erased and
    nobody said that they come back.
    """
    with desk.interviewing(write=True) as (view, work):
        refuse_demo(view)
        coming = read_files(view, bundles, desk.now(), back)
        taken = []
        for each in coming:
            said = {**_read_said(view, coming, names), **(answers or {})}
            taken.append(_take(view, work, each, said, closed))
        return tuple(taken)


def _read_said(
    view: ReaderView, coming: Iterable[Coming], names: Sequence[str]
) -> dict[str, str | None]:
    """Return who people in files are, as far as that is said or clear.

    Whoever opens a file that names its receiver as they are called here is that receiver.
    """
    people = {person.id: person for each in coming for person in each.people}
    said = read_said(view, tuple(people.values()), names)
    me = find_person(view, None, view.me)
    for each in coming:
        to = each.to
        if to and to.id not in said and find_met(view, to) is None and _is_called(to, me):
            said[to.id] = me.thing
    return said


def _is_called(named: PersonInFile, person: Person) -> bool:
    return is_name_of(named.name, person.name) or is_name_of(person.name, named.name)


def _meet(view: ReaderView, work: Work, coming: Coming, said: Said) -> ParcelMet:
    """Return what a file brings beside what is here."""
    fresh = work.find_unknown(coming.everything)
    new = [each for each in fresh if isinstance(each, Record)]
    ids = {each.id for each in new}
    known = [each for each in coming.records if each.id not in ids]
    names = {each.id: each.name for each in coming.people}
    by, about = (_met(view, each, said) for each in (coming.by, coming.about))
    changed, since = _find_changed(work, new, coming)
    return ParcelMet(
        kind=coming.bundle.what,
        by=by,
        about=about,
        to=_met(view, coming.to, said) if coming.to else None,
        made=view.day_of(coming.bundle.made),
        new=tell(view, new, names, _find_before(view, work, new)),
        known=tell(view, _told(known), names),
        changed=changed,
        changed_since=since,
        new_key=list_new_keys(view, new, _list_here(view, coming, said)),
        doubts=_list_doubts(view, coming, said),
        erased_on=coming.erased_on,
        erased_perhaps=coming.erased_perhaps,
        supervisor=find_new_supervisor(view, coming, by, about),
        erased_there=tell_erased_there(view, work, coming),
        answered=tell_answered(view, work, new, names),
    )


def _find_before(view: ReaderView, work: Work, new: Iterable[Record]) -> dict[str, Record]:
    """Return what of a file was here before, as it stands: people, goals and steps, by thing."""
    things: dict[type[Record], list[str]] = {kind: [] for kind in (Person, Goal, GoalActivity)}
    for each in new:
        if type(each) in things:
            things[type(each)].append(each.thing)
    people = (view.history(Person, thing)[-1:] for thing in things.pop(Person))
    plan = (work.current(kind, thing=tuple(some)) for kind, some in things.items() if some)
    return {each.thing: each for found in (*people, *plan) for each in found}


def _told(records: Iterable[Record]) -> list[Record]:
    """Return the records that are told one by one where they are known already."""
    return [each for each in records if not isinstance(each, (Person, AloneFirst))]


def _list_here(view: ReaderView, coming: Coming, said: Said) -> dict[str, str]:
    """Return who people in a file are here, by their id there, as far as that is known."""
    found = {each.id: said.get(each.id) or find_met(view, each) for each in coming.people}
    return {own: here for own, here in found.items() if here}


def _met(view: ReaderView, named: PersonInFile, said: Said) -> PersonMet:
    here = said.get(named.id) or find_met(view, named)
    found = name_person(view, get_person(view, here)) if here else None
    return PersonMet(id=named.id, called=named.name, here=found)


def _list_doubts(view: ReaderView, coming: Coming, said: Said) -> tuple[PersonInDoubt, ...]:
    return tuple(
        PersonInDoubt(
            id=each.id,
            called=each.name,
            like=tuple(PersonNamed(id=k, name=n, me=k == view.me) for k, n in each.like.items()),
        )
        for each in find_doubts(view, coming.people, said)
    )


def _find_changed(
    work: Work, new: Iterable[Record], coming: Coming
) -> tuple[tuple[str, ...], date | None]:
    """Return the items whose answers differ from an earlier copy, and the day of that look."""
    ratings = [each for each in new if isinstance(each, Rating)]
    if not ratings:
        return (), None
    before = {r.thing: r for r in work.current(Rating, thing=[each.thing for each in ratings])}
    items, looks = set[str](), set[str]()
    for each in ratings:
        was = before.get(each.thing)
        if was and was.at < each.at and (was.code, was.reason) != (each.code, each.reason):
            items.add(each.item)
            looks.add(each.assessment)
    days = [
        each.finished
        for each in coming.records
        if isinstance(each, Assessment) and each.thing in looks and each.finished
    ]
    return tuple(sorted(items, key=id_key)), max(days, default=None)


def _take(view: ReaderView, work: Work, coming: Coming, said: Said, closed: str) -> ParcelTaken:
    """Take in one file."""
    met = _meet(view, work, coming, said)
    who = recognise(view, coming.people, said)
    fresh = [each for each in work.find_unknown(coming.everything) if isinstance(each, Record)]
    if not fresh:
        met = replace(met, asked=list_asked(view))
        return ParcelTaken(met=met, number=None, next=list_next(view, coming, looked=True))
    before = dict(view.people())
    own = {each.thing for each in coming.records if isinstance(each, Person)}
    stubs = [make_stub(each) for each in coming.people if each.id not in {*before, *own}]
    view.merge([*coming.everything, *stubs])
    added = [*_link_people(view, coming, who.here), *_carry(view, before, own)]
    apart = keep_apart(view, work, [each for each in fresh if isinstance(each, Assessment)])
    view.add(_make_parcel(view, coming, [*fresh, *stubs, *added, *apart], closed))
    units = tuple(dict.fromkeys(unit for each in apart for unit in each.units))
    number = len(view.current(Parcel))
    undo = (do("share undo", str(number)),) if met.for_another else ()
    there = tell_erased_there(view, work, coming)
    return ParcelTaken(
        met=replace(met, erased_there=there, asked=list_asked(view)),
        number=number,
        apart=units,
        raters=tuple(dict.fromkeys(get_person(view, each.rater).name for each in apart)),
        every=is_every(view, units),
        no_look=lacks_looks(view, coming),
        next=undo
        or list_next(view, coming, looked=not apart, new_key=met.about.called in met.new_key),
    )


def _link_people(view: ReaderView, coming: Coming, here: Mapping[str, str]) -> Iterator[Person]:
    """Keep who people in a file are here, and that ids are one person's where the file says so."""
    for each in coming.people:
        if each.id in here:
            yield from link(view, here[each.id], each.id)
        for other in each.also:
            if other in view.people():
                yield from link(view, each.id, other)


def _carry(view: ReaderView, before: Mapping[str, Person], own: Iterable[str]) -> Iterator[Person]:
    """Keep what was known here of people whose own details came, where those say nothing of it."""
    for thing in own:
        now = view.people().get(thing)
        if now is None:
            continue  # erased here: what they wrote about others comes in, and they do not
        known = [before[each] for each in view.ids_of(thing) if each in before]
        if now.same_as or view.me == thing:
            continue
        found = {
            name: getattr(was, name)
            for name in _CARRIED
            for was in known
            if getattr(now, name) is None and getattr(was, name) is not None
        }
        if found.get("supervisor") in view.ids_of(thing):
            found.pop("supervisor")
        if found:
            carried = view.next(now, **found)
            view.add(carried)
            yield carried


def _make_parcel(view: ReaderView, coming: Coming, held: Sequence[Record], closed: str) -> Parcel:
    return view.first(
        Parcel,
        about=view.survivor(coming.about.id),
        way=ParcelWay.IN,
        kind=coming.bundle.what,
        with_whom=Whom(view.survivor(coming.by.id)),
        on=view.today,
        digest=digest_of(coming.bundle),
        held=tuple(dict.fromkeys(each.id for each in held)),
        asked=mark_closed(closed),
    )
