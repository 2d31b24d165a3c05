"""What became of words that somebody was asked to erase: told to whoever asked, by the next file.

A request that is said no to goes back as it is then, with neither a day of erasing nor anybody who
is asked; one that was done is told by the line that says what was erased.
"""

from collections.abc import Iterable, Iterator

from ipsskills.facts.exchange.asked_words import WordsAnswered
from ipsskills.record.custody.as_data import kind_named
from ipsskills.record.types import Person, Record, Redacted
from ipsskills.record.whom import SOMEBODY
from ipsskills.record.work import Work
from ipsskills.usecases.people.whom import name_ids
from ipsskills.usecases.reading.view import ReaderView
from ipsskills.usecases.rights.asked_words import ENDING
from ipsskills.usecases.rights.word_names import find_key, name_kind


def list_refused(view: ReaderView, about: Person, to: Person) -> Iterator[Redacted]:
    """Yield the requests of somebody, to erase words about a person, that were said no to here."""
    for line in view.current(Redacted):
        refused = line.on is None and line.asked_of is None
        if refused and view.survivor(line.about) == about.thing and _asked_by(view, line, to):
            yield line


def is_asked_for(view: ReaderView, line: Redacted, by: Person) -> bool:
    """Whether somebody asked for the words that a line says were erased."""
    same = (e for e in view.current(Redacted) if e.on is None and e.table == line.table)
    return any(each.subject == line.subject and _asked_by(view, each, by) for each in same)


def _asked_by(view: ReaderView, line: Redacted, by: Person) -> bool:
    first = view.history(Redacted, line.thing)[0]
    return view.survivor(first.author) == by.thing


def tell_answered(
    view: ReaderView, work: Work, new: Iterable[Record], called: dict[str, str]
) -> tuple[WordsAnswered, ...]:
    """Return what became of requests of the one who works here, by what is new in a file.

    ``called`` are names in the file, by id.
    """
    lines = [each for each in new if isinstance(each, Redacted) and not each.here]
    mine = view.ids_of(view.me) if lines and view.me else ()
    asked = [
        each
        for each in view.current(Redacted)
        if mine and each.author in mine and each.on is None and each.asked_of
    ]
    return tuple(told for line in lines if (told := _tell(view, work, line, asked, called)))


def _tell(
    view: ReaderView, work: Work, line: Redacted, asked: Iterable[Redacted], called: dict[str, str]
) -> WordsAnswered | None:
    """Return what a line says of one of the requests that were made; None where it says nothing."""
    by = str(line.asked_of) if line.on else line.author
    meant = any(
        (each.table, each.subject) == (line.table, line.subject)
        and view.survivor(str(each.asked_of)) == view.survivor(by)
        and (line.on or each.thing == line.thing)
        for each in asked
    )
    kind = kind_named(line.table)
    versions = work.history(kind, line.subject) if meant and kind else ()
    if not versions or (line.on is None and line.asked_of):
        return None
    names = name_ids(view, {by, versions[-1].about})
    return WordsAnswered(
        handle=find_key(versions)[-ENDING:],
        kind=name_kind(versions[-1]),
        about=names.get(versions[-1].about, SOMEBODY),
        by=names.get(by) or called.get(by, SOMEBODY),
        on=line.on or view.day_of(line.at),
        done=line.on is not None,
    )
