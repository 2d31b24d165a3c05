"""The words that name entries to the program: the end of an id, as much as tells it apart."""

from collections.abc import Collection

from ipsskills.codes import EntryKind
from ipsskills.doing import do
from ipsskills.errors import NotFound
from ipsskills.frozen import dataclass
from ipsskills.pages.words import day
from ipsskills.record.types import Entry, Person
from ipsskills.usecases.people.people import find_person, get_person
from ipsskills.usecases.reading.view import ReaderView

HANDLE_LENGTH = 6
LAST = "last"


def make_handles(things: Collection[str]) -> dict[str, str]:
    """Return for each id its last characters: six, or as many as tell it from the others."""
    found, length = dict[str, str](), HANDLE_LENGTH
    left = set(things)
    while left:
        ends = [thing[-length:] for thing in left]
        clear = {t for t in left if ends.count(t[-length:]) == 1 or length >= len(t)}
        found |= {thing: thing[-length:] for thing in clear}
        left -= clear
        length += 1
    return found


@dataclass(frozen=True)
class Named:
    """How an entry is named: by a handle, and by whom it is about (``who``, None for not said).

    ``kind`` is what it has to be about; ``removed`` looks among those that were taken back.
    """

    handle: str
    who: str | None = None
    kind: EntryKind | None = None
    removed: bool = False


def find_entry(view: ReaderView, named: Named) -> Entry:
    """Return the entry that is meant: its handle is the end of its id, as much as tells it apart.

    "last" is the one changed last of those about the person, or about me, of that kind if one is
    given. Raises NotFound, also where several end alike or it is not about the kind or person.
    """
    if named.handle.strip().lower() == LAST:
        return _find_last(view, named)
    found, kind = _find_by_end(view, named), named.kind
    if kind and found.kind is not kind:
        raise NotFound(
            f"'{named.handle}' is about {found.kind}, not {kind}.",
            _say_instead(found, named.handle.strip().lower()),
        )
    if named.who is not None:
        _refuse_another(view, named, found)
    return found


def _find_last(view: ReaderView, named: Named) -> Entry:
    about = find_person(view, named.who, view.me)
    entries = view.current(Entry, about=about.thing, removed=named.removed)
    gone = {entry.thing for entry in entries} if named.removed else set[str]()
    fits = [e for e in entries if named.kind in (None, e.kind) and e.part_of not in gone]
    if not fits:
        what = "taken back" if named.removed else named.kind or "entry"
        said = f"is nothing {what}" if named.removed else f"is no {what}"
        raise NotFound(f"There {said} about {about.name}.", _see(view, about))
    return fits[-1]


def _see(view: ReaderView, about: Person) -> str:
    person = None if about.thing == view.me else about.name
    return f"See the words that name entries: {do('record', person=person)}"


def _refuse_another(view: ReaderView, named: Named, found: Entry) -> None:
    """Raise NotFound for an entry about somebody else than was named."""
    about = find_person(view, named.who, view.me)
    if view.survivor(found.about) != about.thing:
        other = get_person(view, found.about)
        raise NotFound(
            f"'{named.handle}' is about {other.name}, not {about.name}. Nothing was changed.",
            _see(view, about),
        )


def _find_by_end(view: ReaderView, named: Named) -> Entry:
    handle = named.handle
    wanted = handle.strip().lower()
    entries = view.current(Entry, removed=named.removed)
    fits = [entry for entry in entries if wanted and entry.thing.endswith(wanted)]
    if len(fits) > 1:
        longer = make_handles([entry.thing for entry in fits])
        several = ", ".join(f"{longer[e.thing]} ({day(e.on)}, {e.title})" for e in fits[:4])
        raise NotFound(f"'{handle}' could be: {several}.", "Type more of it.")
    if not fits:
        back = " that was taken back" if named.removed else ""
        raise NotFound(
            f"There is no entry '{handle}'{back}.",
            f"See the words that name entries: {do('record')}",
        )
    return fits[0]


def _say_instead(entry: Entry, handle: str) -> str:
    """Return what to do about an entry of another kind."""
    if entry.kind is EntryKind.PREPARATION:
        return f"Change what you prepared: {do('prepare')}"
    if entry.kind is EntryKind.ACTION:
        change, tick = do("log action", handle), do("log done", handle)
        return f"Change it: {change}, or tick it: {tick}"
    return f"Type: {do(f'log {entry.kind}', '--correct', handle)}"
