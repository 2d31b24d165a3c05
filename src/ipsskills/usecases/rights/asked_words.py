"""Words that somebody else asks to have erased here: open until it is done, or said no to.

Until then they stay out of what is sent.
"""

from collections.abc import Iterator

from ipsskills.facts.exchange.asked_words import WordsAskedHere
from ipsskills.record.custody.as_data import kind_named
from ipsskills.record.custody.erasing import Erased
from ipsskills.record.types import Record, Redacted
from ipsskills.record.whom import SOMEBODY
from ipsskills.usecases.people.whom import name_ids
from ipsskills.usecases.reading.view import ReaderView
from ipsskills.usecases.rights.word_names import find_key, name_kind

ENDING = 8
"""How much of the end of an id is printed here, where not all others are read."""


def list_asked(view: ReaderView) -> tuple[WordsAskedHere, ...]:
    """Return what the one who works here is asked to erase, and has neither erased nor refused."""
    return tuple(_tell(view, line, versions) for line, versions in _list_open(view))


def find_asked(view: ReaderView) -> Erased:
    """Return the things whose words the one who works here is asked to erase."""
    things = ((line.table, line.subject) for line, _ in _list_open(view))
    return Erased(things=frozenset(things))


def take_declined(view: ReaderView, thing: str) -> WordsAskedHere | None:
    """Keep that the words of a thing are not erased although somebody asked; return which.

    None is returned where nobody asked.
    """
    for line, versions in _list_open(view):
        if line.subject == thing:
            view.add(view.next(line, asked_of=None))
            return _tell(view, line, versions)
    return None


def _list_open(view: ReaderView) -> Iterator[tuple[Redacted, tuple[Record, ...]]]:
    """Yield each request that is open, with the versions whose words are meant."""
    lines = view.current(Redacted)
    mine = view.ids_of(view.me) if lines and view.me else ()
    gone = {(each.table, each.subject) for each in lines if each.here}
    open_ones = {
        (each.table, each.subject): each
        for each in lines
        if each.on is None and each.asked_of in mine
    }
    for key, line in open_ones.items():
        kind, bare = kind_named(line.table), Erased(things=frozenset({key}))
        versions = view.history(kind, line.subject) if kind and key not in gone else ()
        if any(bare.cut(each) != each for each in versions):
            yield line, versions


def _tell(view: ReaderView, line: Redacted, versions: tuple[Record, ...]) -> WordsAskedHere:
    latest = versions[-1]
    names = name_ids(view, {line.author, latest.author, latest.about})
    return WordsAskedHere(
        handle=find_key(versions)[-ENDING:],
        kind=name_kind(latest),
        about=names.get(latest.about, SOMEBODY),
        author=names.get(latest.author, SOMEBODY),
        by=names.get(line.author, SOMEBODY),
        on=view.day_of(line.at),
    )
