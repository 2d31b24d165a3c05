"""Whose an entry is: who may correct it and take it back, and how that is said."""

from ipsskills.errors import InvalidInput
from ipsskills.pages.words import day
from ipsskills.record.types import Entry
from ipsskills.usecases.people.people import get_person
from ipsskills.usecases.people.supervisors import supervisor_here
from ipsskills.usecases.people.whom import name_whom
from ipsskills.usecases.reading.view import ReaderView, known_author


def refuse_of_others(view: ReaderView, entry: Entry) -> None:
    """Raise InvalidInput unless the reader wrote an entry or supervises the one it is about.

    What one wrote about oneself is one's own; what others wrote about one is theirs.
    """
    me, author = view.survivor(known_author(view.me)), find_author(view, entry)
    about = get_person(view, entry.about)
    above = supervisor_here(view, about, view.today)
    if me in {author, above.thing if above else author}:
        return
    name = name_whom(view, author)
    may = name if above is None or above.thing == author else f"{name} or {above.name}"
    whose = f"{name}'s" if author == about.thing else f"{name}'s about {about.name}"
    raise InvalidInput(
        f"This {entry.kind} of {day(entry.on)} is {whose}. Nothing was changed.",
        f"Ask {may}: an entry is changed and taken back by who wrote it, or by the supervisor.",
    )


def find_author(view: ReaderView, entry: Entry) -> str:
    """Return the id of who wrote an entry, whoever corrected it since."""
    first = view.history(Entry, entry.thing)[0] if entry.replaces else entry
    return view.survivor(first.author)
