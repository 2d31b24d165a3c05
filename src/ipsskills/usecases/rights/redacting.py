"""Erasing the words of one thing, in all its versions; or asking somebody to erase theirs."""

from collections.abc import Collection

from ipsskills.doing import do
from ipsskills.errors import InvalidInput, NotFound
from ipsskills.facts.exchange.asked_words import WordsAskedHere
from ipsskills.facts.exchange.erased import (
    NothingAgainst,
    WordsAsked,
    WordsErased,
    WordsOutlook,
)
from ipsskills.record.columns import table_of
from ipsskills.record.types import Redacted
from ipsskills.record.whom import Whom
from ipsskills.record.work import Work
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.people import find_person, get_person
from ipsskills.usecases.people.whom import name_person
from ipsskills.usecases.reading.view import ReaderView
from ipsskills.usecases.rights.asked_words import take_declined
from ipsskills.usecases.rights.erasing import People, erase_by
from ipsskills.usecases.rights.named_held import refuse_going
from ipsskills.usecases.rights.naming import list_named
from ipsskills.usecases.rights.passages import Worded, find_worded, list_having, tell_passages


def look_at_words(desk: Desk, handle: str) -> WordsOutlook:
    """Return which words a handle means, without them, and who was sent them.

    Raises NotFound, UnderHold.
    """
    with desk.entitled() as (view, work):
        return _look(view, _find(view, work, handle))


def redact(desk: Desk, handle: str, answered: Collection[NothingAgainst]) -> WordsErased:
    """Erase the words of what a handle names, in all its versions and in our copies.

    It is ``answered`` about whom they are about, and about each whom they name. Raises NotFound,
    InvalidInput where one of them was left out, UnderHold, StoreError.
    """

    def make_line(view: ReaderView, work: Work) -> tuple[Redacted, WordsOutlook, People]:
        found = _find(view, work, handle)
        told = _look(view, found)
        return (
            _make_line(view, found, on=True),
            told,
            tuple(e.id for e in (told.person, *told.named)),
        )

    _, told, copies = erase_by(make_line, answered, desk)
    return WordsErased(
        passage=told.passage,
        on=desk.today,
        copies=copies,
        others=told.others,
        to_ask=told.to_ask,
    )


def ask_to_redact(desk: Desk, handle: str, other: str) -> WordsAsked:
    """Keep that somebody is asked to erase words they have too; it goes with the next file.

    They may be erased here already. Raises NotFound, UnderHold, and InvalidInput where one would
    ask oneself.
    """
    with desk.entitled(write=True) as (view, work):
        found = _find(view, work, handle)
        asked = find_person(view, other, view.me)
        if asked.thing == view.me:
            raise InvalidInput("That is you.", "Leave out --ask to erase it here.")
        work.add(_make_line(view, found, asked_of=Whom(asked.thing)))
        told = tell_passages(view, [found])[0]
        return WordsAsked(passage=told, asked=name_person(view, asked), on=view.today)


def decline(desk: Desk, handle: str) -> WordsAskedHere:
    """Keep that words are not erased although somebody asked; return which.

    Raises NotFound for a handle that names nothing, and where nobody asked.
    """
    with desk.entitled(write=True) as (view, work):
        declined = take_declined(view, find_worded(view, work, handle).latest.thing)
    if declined is None:
        raise NotFound(
            f"Nobody asks you to erase {handle}. Nothing was changed.",
            f"What you are asked for: {do('due')}",
        )
    return declined


def _find(view: ReaderView, work: Work, handle: str) -> Worded:
    found = find_worded(view, work, handle)
    versions = {each.id for each in found.versions}
    refuse_going(work, lambda each: each.id in versions)
    return found


def _look(view: ReaderView, found: Worded) -> WordsOutlook:
    others, known = list_having(view, found), set(view.names().values())
    return WordsOutlook(
        person=name_person(view, get_person(view, found.latest.about)),
        passage=tell_passages(view, [found])[0],
        others=others,
        to_ask=tuple(dict.fromkeys(each.name for each in others if each.name in known)),
        named=list_named(view, found.versions, found.latest.about),
    )


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
