"""Sending: what goes is chosen, told and packed; that it went is kept."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from ipsskills import __version__
from ipsskills.codes import ParcelKind, ParcelWay
from ipsskills.doing import do
from ipsskills.errors import InvalidInput, NotFound
from ipsskills.facts.exchange.parcels import DetailsTold, ParcelPlanned
from ipsskills.formats.exchange.bundle import Bundle, TextOf, digest_of
from ipsskills.frozen import dataclass
from ipsskills.record.columns import table_of
from ipsskills.record.custody.as_data import write_record
from ipsskills.record.types import Assessment, Parcel, Person, Record
from ipsskills.record.whom import Whom
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.people import find_person, get_person
from ipsskills.usecases.people.supervisors import supervisor_here
from ipsskills.usecases.people.whom import name_person
from ipsskills.usecases.reading.view import ReaderView
from ipsskills.usecases.rights.asked_words import find_asked
from ipsskills.usecases.rights.holding import list_on_hold
from ipsskills.usecases.rights.naming import list_naming
from ipsskills.usecases.rights.words_elsewhere import with_lines
from ipsskills.usecases.sharing.choosing import AskedToSend, choose
from ipsskills.usecases.sharing.keys import OwnKey, find_key, find_own_key, keep_own_key, key_since
from ipsskills.usecases.sharing.listed import AS_PAGE
from ipsskills.usecases.sharing.named_people import (
    find_own_version,
    list_named,
    name_in_file,
    without_details,
)
from ipsskills.usecases.sharing.renewed import Renewals
from ipsskills.usecases.sharing.telling import tell, tell_details

_HANDOVER, _VIEWS, _READABLE = "handover", "views", "readable"
_DETAILS = {True: "details", False: "no_details"}


@dataclass(frozen=True, kw_only=True)
class ToSend:
    """What is wanted: about whom, to whom (names or parts of them), and how.

    ``views`` sends what others gave too, ``details`` those of people (None: as is usual),
    ``readable`` leaves it open, ``by_words`` closes it by a passphrase although a key may be known.
    ``again`` is what was sent last, to or about whom is named if anybody is.
    """

    who: str | None = None
    to: str | None = None
    handover: bool = False
    views: bool = False
    details: bool | None = None
    readable: bool = False
    by_words: bool = False
    again: bool = False


def prepare_parcel(desk: Desk, wanted: ToSend) -> ParcelPlanned:
    """Return what goes into a file and what stays, with all that it will hold; nothing is kept.

    Raises NotFound for people who are not there and where there is nothing to send again, and
    InvalidInput for what may not be sent.
    """
    with desk.reading() as view:
        key = find_own_key(view)
        asked, readable = _find_asked(view, wanted)
        chosen = choose(view, asked)
        key_alone = not chosen.records and asked.about.thing == view.me and not asked.handover
        if not chosen.records and not key_alone:
            raise say_apart(asked.about) if chosen.stays.apart else _nothing_to_send(asked)
        people, going = _list_people(view, key.person, asked)
        records = with_lines(view, asked.about, asked.to, (*chosen.records, *going))
        theirs = None if readable or wanted.by_words else find_key(view, asked.to.thing)
        return ParcelPlanned(
            kind=_kind_of(asked),
            about=name_person(view, asked.about),
            by=name_person(view, key.person),
            to=name_person(view, asked.to),
            on_hold=list_on_hold(view, (asked.about, asked.to)),
            on=view.today,
            goes=tell(view, records),
            stays=replace(chosen.stays, details=_tell_left_out(view, people, going)),
            naming=list_naming(view, records, (asked.about, asked.to, key.person)),
            views=asked.views,
            details=asked.details,
            readable=readable,
            by_key=theirs is not None,
            key_alone=key_alone,
            asked_for_words=wanted.by_words and not readable,
            new_key=_find_new_key(view, asked.to) if theirs else None,
            content=_sign(view, _pack(view, asked, records), key),
            held=tuple(each.id for each in records),
            key=theirs,
            own_key=key,
        )


def _kind_of(asked: AskedToSend) -> ParcelKind:
    return ParcelKind.HANDOVER if asked.handover else ParcelKind.RECORDS


def _sign(view: ReaderView, packed: Bundle, key: OwnKey) -> Bundle:
    """Return what the file holds with who makes it, and their key."""
    renewals = Renewals(view)
    by = name_in_file(view, renewals, renewals.first(key.person.thing))
    return replace(packed, by=by, key=key.public)


def _pack(view: ReaderView, asked: AskedToSend, records: tuple[Record, ...]) -> Bundle:
    """Return what the file holds; who makes it and their key are put in where they are known."""
    renewals = Renewals(view)
    sent = renewals.send(records)
    people = [each for each in list_named(sent) if renewals.as_here(each) in view.people()]
    return Bundle(
        what=_kind_of(asked),
        made=view.now(),
        program=__version__,
        about=name_in_file(view, renewals, renewals.first(asked.about.thing)),
        to=name_in_file(view, renewals, renewals.first(asked.to.thing)),
        supervises=_says_supervises(view, asked),
        frameworks=_list_frameworks(view, records),
        people=tuple(name_in_file(view, renewals, each) for each in people),
        records=_by_kind(sent),
    )


def _says_supervises(view: ReaderView, asked: AskedToSend) -> bool:
    """Whether a file tells the one it is about and for that it is from who supervises them."""
    above = supervisor_here(view, asked.about, view.today)
    return asked.to.thing == asked.about.thing and above is not None and above.thing == view.me


def keep_sent(desk: Desk, planned: ParcelPlanned) -> None:
    """Keep that a file went out: what it held, and how to make the like again."""
    asked = {_HANDOVER: planned.kind is ParcelKind.HANDOVER, _VIEWS: planned.views}
    asked[_READABLE] = planned.readable
    if planned.details is not None:
        asked[_DETAILS[planned.details]] = True
    with desk.writing() as view:
        keep_own_key(view, planned.own_key)
        view.add(
            view.first(
                Parcel,
                about=planned.about.id,
                way=ParcelWay.OUT,
                kind=planned.kind,
                with_whom=Whom(planned.to.id),
                on=view.today,
                digest=digest_of(planned.content),
                held=planned.held,
                asked=tuple(name for name, chosen in asked.items() if chosen),
            )
        )


def _find_asked(view: ReaderView, wanted: ToSend) -> tuple[AskedToSend, bool]:
    """Return what is to be sent, and whether anybody may read it. Raises NotFound, InvalidInput."""
    if wanted.again:
        return _find_last(view, wanted)
    about = find_person(view, wanted.who, view.me)
    to = find_person(view, wanted.to, view.me) if wanted.to else find_receiver(view, about)
    asked = AskedToSend(
        about=about, to=to, handover=wanted.handover, views=wanted.views, details=wanted.details
    )
    _refuse_wrong(view, asked)
    return asked, wanted.readable


def _find_last(view: ReaderView, wanted: ToSend) -> tuple[AskedToSend, bool]:
    """Return what was sent last, to a person or about one where they are named; no page."""
    out = [each for each in view.current(Parcel) if each.way is ParcelWay.OUT]
    sent = [each for each in out if AS_PAGE not in each.asked]
    if wanted.to:
        to = find_person(view, wanted.to, view.me).thing
        sent = [e for e in sent if e.with_whom and view.survivor(e.with_whom) == to]
    if wanted.who:
        about = find_person(view, wanted.who, view.me).thing
        sent = [each for each in sent if view.survivor(each.about) == about]
    if not sent or not sent[-1].with_whom:
        raise NotFound("Nothing was sent yet that could be sent again.", f"See: {do('share list')}")
    last = sent[-1]
    asked = AskedToSend(
        about=get_person(view, last.about),
        to=get_person(view, str(last.with_whom)),
        handover=_HANDOVER in last.asked,
        views=_VIEWS in last.asked,
        details=wanted.details if wanted.details is not None else _read_details(last),
    )
    return asked, wanted.readable or _READABLE in last.asked


def _read_details(sent: Parcel) -> bool | None:
    """Return what was said about details when a file was sent; None where nothing was."""
    return next((chosen for chosen, name in _DETAILS.items() if name in sent.asked), None)


def _tell_left_out(
    view: ReaderView, people: Sequence[Person], going: Sequence[Person]
) -> tuple[DetailsTold, ...]:
    """Return which details of people do not go."""
    told = tell_details(view, people, before={each.thing: each for each in going})
    return tuple(replace(each, emptied=()) for each in told if each.fields)


def find_receiver(view: ReaderView, about: Person) -> Person:
    """Return to whom a file goes that names nobody: the supervisor, or the person it is about.

    Raises InvalidInput where nobody supervises them.
    """
    if about.thing != view.me:
        return about
    above = supervisor_here(view, about, view.today)
    if above is None:
        raise InvalidInput("Nobody is named to send it to.", "Name somebody: --to NAME")
    return above


def _refuse_wrong(view: ReaderView, asked: AskedToSend) -> None:
    """Raise InvalidInput for what may not be sent so."""
    if asked.to.thing == view.me:
        raise InvalidInput(
            "That would be a file for yourself.",
            f"If you yourself change computers: {do('data backup', 'copy.db')}, and there "
            f"{do('data restore', 'copy.db')}",
        )
    if asked.handover and asked.to.thing == asked.about.thing:
        raise InvalidInput(
            f"A handover goes to somebody else than {asked.about.name}.",
            "Name the new leader: --to NAME",
        )
    if asked.about.thing not in (view.me, asked.to.thing) and not asked.handover:
        raise InvalidInput(
            f"What is about {asked.about.name} goes to them, or to a new leader.",
            "If this is for a new leader, add --handover.",
        )


def say_apart(about: Person) -> InvalidInput:
    """Return what is said where what would go is kept apart from whoever sends it."""
    return InvalidInput(
        f"{about.name}'s look is here, kept apart until you have looked too. Nothing was written.",
        f"Look first: {do('assess', '--as', 'supervisor', person=about.name)}",
    )


def _nothing_to_send(asked: AskedToSend) -> InvalidInput:
    name = asked.about.name
    return InvalidInput(
        f"There is nothing yet about {name} that could be sent: no finished look, no plan, no"
        " entry.",
        f"Look first: {do('assess', '--as', 'supervisor', person=name)}",
    )


def _list_people(
    view: ReaderView, me: Person, asked: AskedToSend
) -> tuple[list[Person], list[Person]]:
    """Return whose details could go, one's own and what the person gave, and what of them goes."""
    own = me if me.author == me.thing else find_own_version(view, me)
    theirs = find_own_version(view, asked.about) if asked.about.thing != me.thing else None
    if theirs and find_asked(view).names(theirs):
        theirs = None
    people = [each for each in (own, theirs) if each]
    return people, people if asked.with_details else [without_details(each) for each in people]


def _list_frameworks(view: ReaderView, records: Iterable[Record]) -> tuple[TextOf, ...]:
    """Return the framework texts that records name."""
    hashes = dict.fromkeys(e.framework for e in records if isinstance(e, Assessment))
    kept = [found for each in hashes if (found := view.framework_kept(each))]
    return tuple(TextOf(hash=k.hash, version=k.version, text=k.text) for k in kept)


def _by_kind(records: Iterable[Record]) -> dict[str, tuple[dict[str, object], ...]]:
    found: dict[str, list[dict[str, object]]] = {}
    for each in records:
        found.setdefault(table_of(type(each)), []).append(write_record(each))
    return {kind: tuple(rows) for kind, rows in found.items()}


def _find_new_key(view: ReaderView, to: Person) -> date | None:
    """Return since when somebody has another key than when something went to them last."""
    since = key_since(view, to)
    every = (view.history(Person, own) for own in view.ids_of(to.thing))
    keys = {each.key for versions in every for each in versions if each.key}
    if since is None or len(keys) == 1:
        return None
    sent = [
        each.at
        for each in view.current(Parcel)
        if each.way is ParcelWay.OUT
        and each.with_whom
        and view.survivor(each.with_whom) == to.thing
    ]
    return None if sent and max(sent) > since.at else view.day_of(since.at)
