"""Where words stand in the record: how each text is named, and which of them hold a name.

All versions are looked at, whoever wrote them and whatever is kept apart; what is told is whose
they are and when they were kept, never the words.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from ipsskills.codes import ParcelWay
from ipsskills.errors import NotFound
from ipsskills.facts.exchange.erased import OtherCopy, WordsKept
from ipsskills.facts.exchange.held import FilePassed
from ipsskills.facts.exchange.parcels import Told
from ipsskills.frozen import dataclass
from ipsskills.pages.words import day
from ipsskills.privacy.people_named import match_names
from ipsskills.privacy.personal import Fields, free_texts
from ipsskills.record.columns import table_of
from ipsskills.record.types import Parcel, Person, Record
from ipsskills.record.whom import SOMEBODY, Whom
from ipsskills.record.work import Work
from ipsskills.usecases.entries.handles import LAST, Named, find_entry, make_handles
from ipsskills.usecases.people.whom import name_ids, name_whoms
from ipsskills.usecases.reading.view import ReaderView
from ipsskills.usecases.rights.word_names import find_key, name_kind
from ipsskills.usecases.sharing.listed import number_parcels
from ipsskills.usecases.sharing.telling import tell


@dataclass(frozen=True)
class Worded:
    """A thing with words in it: its versions, oldest first, and the handle that names it."""

    handle: str
    versions: tuple[Record, ...]

    @property
    def latest(self) -> Record:
        """The version kept last."""
        return self.versions[-1]


def list_worded(work: Work, erased: Collection[tuple[str, str]] = ()) -> tuple[Worded, ...]:
    """Return everything in the record that has words in it, in the order of what was kept.

    What was ``erased`` (tables and things) is listed too, although it has none any more.
    """
    things: dict[tuple[str, str], list[Record]] = {}
    for each in work.everything():
        if not isinstance(each, Record):
            continue
        key = table_of(type(each)), each.thing
        if key in erased or texts_of(each):
            things.setdefault(key, []).append(each)
    keys = [find_key(versions) for versions in things.values()]
    handles = make_handles(keys)
    return tuple(
        Worded(handles[key], tuple(versions))
        for key, versions in zip(keys, things.values(), strict=True)
    )


def find_worded(view: ReaderView, work: Work, handle: str) -> Worded:
    """Return the one thing that a handle names; "last" is my last entry, as for `find_entry`.

    It may be one whose words were erased. Raises NotFound, also where it names several.
    """
    wanted = handle.strip().lower()
    if wanted == LAST:
        wanted = find_entry(view, Named(handle)).thing
    every = list_worded(work, work.erased().things)
    fits = [each for each in every if wanted and find_key(each.versions).endswith(wanted)]
    if len(fits) > 1:
        told = tell_passages(view, fits)
        several = ", ".join(f"{each.handle} ({each.kind}, {day(each.on)})" for each in told[:4])
        raise NotFound(f"'{handle}' could be: {several}.", "Type more of it.")
    if not fits:
        raise NotFound(
            f"Nothing here is named '{handle}'.",
            "The words that name entries, notes and goals stand in the page of an export.",
        )
    return fits[0]


def tell_passages(
    view: ReaderView, found: Iterable[Worded], fields: Fields | None = None
) -> tuple[WordsKept, ...]:
    """Return things with words as they are told: whose, of which kind, when; never the words."""
    every = list(found)
    names = name_ids(view, {i for e in every for i in (e.latest.about, e.latest.author)})
    return tuple(
        WordsKept(
            handle=each.handle,
            kind=name_kind(each.latest),
            about=names.get(each.latest.about, SOMEBODY),
            author=names.get(each.latest.author, SOMEBODY),
            on=view.day_of(each.versions[0].at),
            fields=(fields or {}).get(type(each.latest), ()),
        )
        for each in every
    )


def find_naming(work: Work, people: Collection[str], names: Collection[str]) -> tuple[Worded, ...]:
    """Return the things about others than these people (ids) in which one of the names may stand.

    One finder (`match_names`) for what a hold keeps, what an export and an erasing list, and what
    is said before something goes to somebody.
    """
    others = list_names_but(work, people)
    return tuple(
        each
        for each in list_worded(work)
        if each.latest.about not in people and name_any(names, each.versions, others)
    )


def name_any(names: Collection[str], versions: Iterable[Record], others: Collection[str]) -> bool:
    """Whether the words of one of these versions may name somebody of these names."""
    return any(match_names(names, text, others) for each in versions for text in texts_of(each))


def list_names_but(work: Work, people: Collection[str]) -> tuple[str, ...]:
    """Return what everybody else than these people (ids) is called."""
    return tuple({name: None for each, name in work.names().items() if each not in people})


def list_names(work: Work, people: Sequence[str]) -> tuple[str, ...]:
    """Return all that people (ids) are called or were called before."""
    found = dict.fromkeys(v.name for each in people for v in work.history(Person, each))
    return tuple(found)


def list_files(view: ReaderView, work: Work, ids: Collection[str]) -> tuple[FilePassed, ...]:
    """Return what went out about these people (ids), or came in, by day: their own files too."""
    found = [each for each in work.current(Parcel) if each.about in ids]
    names = name_whoms(view, [each.with_whom for each in found])
    told = {
        FilePassed(
            name=names[each.with_whom] if each.with_whom else SOMEBODY,
            way=each.way,
            on=each.on,
            undone=each.undone,
        )
        for each in found
    }
    return tuple(sorted(told, key=lambda each: (each.on, each.name, each.way, each.undone)))


def list_having(view: ReaderView, found: Worded) -> tuple[OtherCopy, ...]:
    """Return who else was sent words, or sent them here, by day; whom they are about too.

    Of a page that went to somebody since they were kept it is not known whether they are in it.
    """
    latest, since = found.latest, view.day_of(found.versions[0].at)
    versions = {each.id for each in found.versions}
    holding = {n for n, p in number_parcels(view).items() if versions.intersection(p.held)}
    every = list_others(view, found.versions, view.ids_of(latest.about), ())
    return tuple(e for e in every if e.number in holding or (e.page and e.on >= since))


def list_others(
    view: ReaderView, held: Sequence[Record], ids: Collection[str], but: Collection[str]
) -> tuple[OtherCopy, ...]:
    """Return who else has what went out about these people (ids), or came in, by day.

    ``held`` is all that is kept about them. Whoever works here is left out, and who is in ``but``.
    """
    mine = view.ids_of(view.me) if view.me else ()
    found = {n: p for n, p in number_parcels(view).items() if p.about in ids and not p.undone}
    others = {n: p for n, p in found.items() if p.with_whom and p.with_whom not in (*but, *mine)}
    names = name_whoms(view, [p.with_whom for p in others.values()])
    told = [
        OtherCopy(
            number=number,
            name=names[str(parcel.with_whom)],
            way=parcel.way,
            on=parcel.on,
            held=_tell_held(view, parcel, held),
            page=parcel.way is ParcelWay.OUT and not parcel.held,
        )
        for number, parcel in others.items()
    ]
    return tuple(sorted(told, key=lambda each: (each.on, each.name, each.number)))


def _tell_held(view: ReaderView, parcel: Parcel, every: Sequence[Record]) -> Told:
    """Return what a file held of some records, told by name: others are to read it."""
    told = tell(view, [each for each in every if each.id in parcel.held])
    looks = tuple(replace(each, by=replace(each.by, me=False)) for each in told.looks)
    return replace(told, looks=looks)


def texts_of(version: Record) -> list[str]:
    """Return the words of a version, those that name somebody among them."""
    names = free_texts().get(type(version), ())
    return [text for name in names if (text := _read(version, name))]


def _read(record: Record, name: str) -> str:
    """Return a text of a record; an id that stands for somebody is none."""
    value = getattr(record, name)
    if isinstance(value, Whom) and value.person:
        return ""
    return str(value) if value else ""
