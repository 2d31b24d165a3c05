"""All that is held about a person, to be handed over: every version, whoever wrote it.

Drafts and private notes are in it: private is left out of what is shared, and not of the law.
Answers that are kept apart from the reader stand in a part of their own, which is sealed.
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ipsskills.codes import ApartEnd
from ipsskills.errors import InvalidInput
from ipsskills.facts.exchange.erased import WordsKept
from ipsskills.facts.exchange.held import (
    AllHeld,
    Exported,
    HeldThing,
    HeldVersion,
    NamedElsewhere,
    NamesOther,
)
from ipsskills.formats.exchange.sealed import open_sealed, seal
from ipsskills.jsonable import to_jsonable
from ipsskills.privacy.people_named import match_names
from ipsskills.privacy.personal import free_texts, list_fields, people_named
from ipsskills.record.columns import KEPT, table_of
from ipsskills.record.types import AloneFirst, Hold, Person, Record
from ipsskills.record.whom import SOMEBODY
from ipsskills.record.work import Work
from ipsskills.record.written import Decision, Written
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.entries.handles import make_handles
from ipsskills.usecases.people.people import find_person, get_person
from ipsskills.usecases.people.whom import name_person
from ipsskills.usecases.reading.view import ReaderView
from ipsskills.usecases.rights.opened import read_held
from ipsskills.usecases.rights.passages import (
    find_naming,
    list_files,
    list_names,
    tell_passages,
)
from ipsskills.usecases.rights.word_names import find_key
from ipsskills.usecases.sharing.keys import own_key

Things = Sequence[tuple[Record, ...]]


def export_held(desk: Desk, who: str | None) -> Exported:
    """Return all that is held about a person, and sealed what is kept apart from the reader.

    Raises NotFound.
    """
    with desk.entitled(write=True) as (view, work):
        person = find_person(view, who, view.me)
        things = _list_things(work, view.ids_of(person.thing))
        open_part = [tuple(filter(None, map(view.show, versions))) for versions in things]
        sealed = [
            tuple(each for each in versions if view.show(each) is not each) for versions in things
        ]
        apart = view.apart(person.thing).units
        held = replace(
            _tell(view, work, person, _some(open_part), apart),
            naming=_list_naming(view, work, view.ids_of(person.thing)),
        )
        if not any(sealed) or view.named("demo") == "yes":  # an invented service has no key
            return Exported(held=held)
        part = _tell(view, work, person, _some(sealed), apart)
        closed = seal(json.dumps(to_jsonable(part)).encode(), keys=[own_key(view).public])
        return Exported(held=held, sealed=closed)


def open_apart(desk: Desk, text: str) -> Mapping[str, Any]:
    """Return what a sealed part holds; from now on it was read before looking, dated, for both.

    Raises InvalidInput for what was sealed by another record, or is no such part.
    """
    with desk.entitled(write=True) as (view, _):
        found = _read_part(open_sealed(text, secrets=[own_key(view).secret]))
        person = get_person(view, found["person"]["id"])
        apart = view.apart(person.thing)
        for each in apart.came:
            view.add(view.next(each.kept, ended=view.today, how=ApartEnd.TOGETHER))
        for rater in apart.raters:
            view.add(_note_reading(view, person, rater, apart.drafted))
        return found


def _note_reading(view: ReaderView, person: Person, rater: str, units: Iterable[str]) -> AloneFirst:
    """Return the line that answers in somebody's open draft were read together, from today."""
    return view.first(
        AloneFirst,
        about=person.thing,
        rater=rater,
        reader=view.pen().author,
        units=tuple(sorted(units)),
        since=view.today,
        ended=view.today,
        how=ApartEnd.TOGETHER,
    )


def _read_part(opened: bytes) -> Mapping[str, Any]:
    try:
        found: Mapping[str, Any] = json.loads(opened)
    except ValueError:
        raise InvalidInput("This is no sealed part of an export.", "Choose another file.") from None
    read_held(found)  # refused before the reading is dated
    return found


def _list_naming(view: ReaderView, work: Work, ids: Collection[str]) -> tuple[WordsKept, ...]:
    """Return words about others in which one of the names of these people (ids) stands."""
    return tell_passages(view, find_naming(work, ids, list_names(work, tuple(ids))))


def _list_things(work: Work, people: Collection[str]) -> Things:
    """Return every version of everything about people (ids), by thing, oldest first."""
    found: dict[tuple[str, str], list[Record]] = {}
    for each in work.everything():
        if isinstance(each, Record) and each.about in people:
            found.setdefault((table_of(type(each)), each.thing), []).append(each)
    return [tuple(versions) for versions in found.values()]


def _some(things: Iterable[tuple[Record, ...]]) -> Things:
    return [versions for versions in things if versions]


def _tell(
    view: ReaderView, work: Work, person: Person, things: Things, apart: tuple[str, ...]
) -> AllHeld:
    people = {each.thing: each.name for each in view.people().values()}
    keys = [find_key(versions) for versions in things]
    handles = make_handles(keys)
    ids = view.ids_of(person.thing)
    me = view.people().get(view.me or "")
    return AllHeld(
        person=name_person(view, person),
        by=name_person(view, me) if me else None,
        on=view.today,
        people=_name_all(things, people),
        things=tuple(
            _tell_thing(versions, handles[key], people)
            for versions, key in zip(things, keys, strict=True)
        ),
        files=list_files(view, work, ids),
        to_read=tuple(_list_to_read(view, things, handles, ids)),
        elsewhere=_list_elsewhere(work, ids, people),
        apart=apart,
    )


def _tell_thing(versions: Sequence[Record], handle: str, people: Mapping[str, str]) -> HeldThing:
    return HeldThing(
        table=table_of(type(versions[0])),
        handle=handle,
        versions=tuple(
            HeldVersion(
                at=each.at, author=people.get(each.author, SOMEBODY), values=_read_values(each)
            )
            for each in versions
        ),
    )


def _read_values(record: Record) -> dict[str, Any]:
    """Return all fields of a version by the list of personal fields, and what was kept knowingly.

    Ids and times stand in it as they are kept, so that nothing is told in our words alone.
    """
    return {
        name: _list_kept(record) if name == KEPT.name else getattr(record, name)
        for name in list_fields(type(record))
    }


def _list_kept(record: Record) -> list[str]:
    texts = {name: getattr(record, name) for name in free_texts().get(type(record), ())}
    return [
        name
        for name, text in texts.items()
        if isinstance(text, Written) and text.decision is Decision.KEPT_ON_PURPOSE
    ]


def _name_all(things: Things, people: Mapping[str, str]) -> Mapping[str, str]:
    """Return the names of everybody who stands in things by id."""
    values = {
        str(value)
        for versions in things
        for each in versions
        for value in vars(each).values()
        if isinstance(value, str)
    }
    return {person: name for person, name in people.items() if person in values}


def _list_to_read(
    view: ReaderView, things: Things, handles: Mapping[str, str], ids: Collection[str]
) -> Iterable[NamesOther]:
    """Yield the words that name somebody else, or may tell of a client, and each hold."""
    called = {each.name: view.survivor(each.thing) for each in view.people().values()}
    names = {name for name, person in called.items() if person not in ids}
    for versions in things:
        if isinstance(latest := versions[-1], Hold):
            yield NamesOther(
                handle=handles[find_key(versions)],
                table=table_of(Hold),
                on=latest.began,
                words=latest.why.value,
                names=(),
            )
        for name in free_texts().get(type(versions[0]), ()):
            for text in dict.fromkeys(str(getattr(v, name) or "") for v in versions):
                found = tuple(
                    n for n in sorted(names) if match_names([n], text, called.keys() - {n})
                )
                kept = any(name in _list_kept(v) and getattr(v, name) == text for v in versions)
                if text and (found or kept):
                    yield NamesOther(
                        handle=handles[find_key(versions)],
                        table=table_of(type(versions[0])),
                        on=view.day_of(versions[0].at),
                        words=text,
                        names=found,
                    )


def _list_elsewhere(
    work: Work, ids: Collection[str], people: Mapping[str, str]
) -> tuple[NamedElsewhere, ...]:
    """Return where a person stands in what is about others: as who wrote it, or by their id."""
    found: dict[NamedElsewhere, None] = {}
    for each in work.everything():
        if not isinstance(each, Record) or each.about in ids:
            continue
        fields = (*people_named().get(type(each), ()), "rater", "supervisor", "reader")
        named = any(getattr(each, name, None) in ids for name in fields)
        if each.author in ids or named:
            found[
                NamedElsewhere(
                    table=table_of(type(each)),
                    about=people.get(each.about, SOMEBODY),
                    wrote=each.author in ids,
                )
            ] = None
    return tuple(sorted(found, key=lambda each: (each.about, each.table, not each.wrote)))
