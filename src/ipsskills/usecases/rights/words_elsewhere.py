"""Words that were erased in one record and may be in another: what a file says of it, and to whom.

That they were erased goes to whoever has them. It erases nothing there: they are told, with the
command that does. The line is the same wherever it is made, so that it is known when it comes
again, and goes on with what it is about.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from ipsskills.facts.exchange.asked_words import WordsErasedThere
from ipsskills.record.columns import table_of
from ipsskills.record.custody.as_data import kind_named
from ipsskills.record.custody.erasing import Erased
from ipsskills.record.ids import derive_id
from ipsskills.record.types import Parcel, Person, Record, Redacted
from ipsskills.record.whom import SOMEBODY, Whom
from ipsskills.record.work import Work
from ipsskills.usecases.people.whom import name_ids
from ipsskills.usecases.reading.view import ReaderView
from ipsskills.usecases.rights.answered_words import is_asked_for
from ipsskills.usecases.rights.asked_words import find_asked
from ipsskills.usecases.rights.passages import list_worded
from ipsskills.usecases.rights.word_names import name_kind
from ipsskills.usecases.sharing.coming_in import Coming


def with_lines(
    view: ReaderView, about: Person, to: Person, going: Sequence[Record]
) -> tuple[Record, ...]:
    """Return what goes to somebody with what tells that words of it, or of earlier, were erased."""
    return (*going, *_list_lines(view, about, to, going))


def _list_lines(
    view: ReaderView, about: Person, to: Person, going: Iterable[Record]
) -> Iterator[Redacted]:
    goes = {(table_of(type(each)), each.thing) for each in going}
    lines = [each for each in view.current(Redacted) if each.on]
    held = _list_exchanged(view, about, to) if lines else set()
    for line in lines:
        known = (line.table, line.subject) in goes or _is_known(view, line, about, held)
        if known or (_is_about(view, line, about) and is_asked_for(view, line, to)):
            yield _as_told(line)


def _list_exchanged(view: ReaderView, about: Person, with_whom: Person) -> set[str]:
    """Return the ids of the versions about somebody that went to another, or came from them."""
    return {
        each
        for parcel in view.current(Parcel)
        if parcel.with_whom and view.survivor(parcel.with_whom) == with_whom.thing
        if view.survivor(parcel.about) == about.thing
        for each in parcel.held
    }


def _is_known(view: ReaderView, line: Redacted, about: Person, held: Collection[str]) -> bool:
    kind = kind_named(line.table)
    if kind is None or not _is_about(view, line, about):
        return False
    return any(version.id in held for version in view.history(kind, line.subject))


def _is_about(view: ReaderView, line: Redacted, about: Person) -> bool:
    return view.survivor(line.about) == about.thing


def _as_told(line: Redacted) -> Redacted:
    """Return what other records are told of an erasing: that it was in its author's."""
    if not line.here:
        return line
    return replace(
        line,
        id=derive_id("erased", line.id),
        thing=derive_id("erased", line.thing),
        replaces=None,
        asked_of=Whom(line.author),
    )


def tell_erased_there(view: ReaderView, work: Work, coming: Coming) -> tuple[WordsErasedThere, ...]:
    """Return which words that are here still were erased elsewhere, by what a file says."""
    lines = {
        (each.table, each.subject): each
        for each in coming.records
        if isinstance(each, Redacted) and each.on and not each.here
    }
    asked = find_asked(view).things  # of those it is said that they are asked for
    kept = {key for key in lines if key not in asked and _has_words(work, key)}
    if not kept:
        return ()
    names = {each.id: each.name for each in coming.people}
    names |= name_ids(view, {i for e in lines.values() if (i := e.asked_of and e.asked_of.person)})
    every = {(table_of(type(e.latest)), e.latest.thing): e for e in list_worded(work, kept)}
    return tuple(
        WordsErasedThere(
            handle=every[key].handle,
            kind=name_kind(every[key].latest),
            by=names.get(str(line.asked_of), SOMEBODY),
            on=line.on,
        )
        for key, line in lines.items()
        if key in kept and line.on
    )


def _has_words(work: Work, key: tuple[str, str]) -> bool:
    """Whether a thing is here with words that are not erased here."""
    table, thing = key
    kind = kind_named(table)
    if kind is None or key in work.erased().things:
        return False
    bare = Erased(things=frozenset({key}))
    return any(bare.cut(each) != each for each in work.history(kind, thing))


def put_back_bare(view: ReaderView, work: Work, parcel: Parcel, gone: Sequence[Record]) -> None:
    """Put back without their words the versions whose words alone a file brought.

    They came before, by a file from where the words were erased.
    """
    before = {
        each
        for other in view.current(Parcel)
        if other.thing != parcel.thing and not other.undone
        for each in other.held
    }
    back = [each for each in gone if each.id in before]
    things = frozenset((table_of(type(each)), each.thing) for each in back)
    work.merge(Erased(things=things).keep_out(back))
