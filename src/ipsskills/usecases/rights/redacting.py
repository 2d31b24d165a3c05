"""Erasing the words of one thing, in all its versions; or asking somebody to erase theirs."""

from ipsskills.errors import InvalidInput
from ipsskills.facts.exchange.erased import WordsAsked, WordsErased, WordsKept
from ipsskills.record.columns import table_of
from ipsskills.record.types import Redacted
from ipsskills.record.whom import Whom
from ipsskills.record.work import Work
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.people import find_person, get_person
from ipsskills.usecases.people.whom import name_person
from ipsskills.usecases.reading.view import ReaderView
from ipsskills.usecases.rights.carrying import clear_all, clear_up
from ipsskills.usecases.rights.holding import refuse_held
from ipsskills.usecases.rights.passages import Worded, find_worded, tell_passages


def look_at_words(desk: Desk, handle: str) -> WordsKept:
    """Return which words a handle means, without them. Raises NotFound, UnderHold."""
    with desk.entitled() as (view, work):
        return tell_passages(view, [_find(view, work, handle)])[0]


def redact(desk: Desk, handle: str) -> WordsErased:
    """Erase the words of what a handle names, in all its versions and in our copies.

    Raises NotFound, UnderHold and StoreError.
    """
    desk.store.prepare_writing()
    with desk.entitled(write=True) as (view, work):
        found = _find(view, work, handle)
        told = tell_passages(view, [found])[0]
        line = _make_line(view, found, on=True)
        cleared = clear_up(desk.record, (line,), desk.now(), desk.store.second)
        work.add(line)
    again = clear_all(desk.store, (line,), desk.now())
    return WordsErased(passage=told, on=view.today, copies=cleared + again)


def ask_to_redact(desk: Desk, handle: str, other: str) -> WordsAsked:
    """Keep that somebody is asked to erase words they have too; it goes with the next file.

    Raises NotFound, UnderHold, and InvalidInput where one would ask oneself.
    """
    with desk.entitled(write=True) as (view, work):
        found = _find(view, work, handle)
        asked = find_person(view, other, view.me)
        if asked.thing == view.me:
            raise InvalidInput("That is you.", "Leave out --ask to erase it here.")
        work.add(_make_line(view, found, asked_of=Whom(asked.thing)))
        told = tell_passages(view, [found])[0]
        return WordsAsked(passage=told, asked=name_person(view, asked), on=view.today)


def _find(view: ReaderView, work: Work, handle: str) -> Worded:
    found = find_worded(view, work, handle)
    refuse_held(view, get_person(view, found.latest.about))
    return found


def _make_line(
    view: ReaderView, found: Worded, *, on: bool = False, asked_of: Whom | None = None
) -> Redacted:
    latest = found.latest
    return view.first(
        Redacted,
        about=latest.about,
        subject=latest.thing,
        table=table_of(type(latest)),
        on=view.today if on else None,
        asked_of=asked_of,
    )
