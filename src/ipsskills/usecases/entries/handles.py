"""The words that name entries to the program: the end of an id, as much as tells it apart."""

from collections.abc import Collection

from ipsskills.codes import EntryKind
from ipsskills.doing import do
from ipsskills.errors import NotFound
from ipsskills.pages.words import day
from ipsskills.record.types import Entry
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


def find_entry(view: ReaderView, handle: str, kind: EntryKind | None = None) -> Entry:
    """Return the entry that a handle means: the end of its id, as much as tells it apart.

    "last" is the one changed last, of that kind if one is given. Raises NotFound, also where
    several end alike or it is of another kind than ``kind``.
    """
    wanted = handle.strip().lower()
    entries = view.current(Entry, removed=False)
    fits = [entry for entry in entries if wanted and entry.thing.endswith(wanted)]
    if wanted == LAST:
        fits = [entry for entry in entries if kind in (None, entry.kind)][-1:]
    if len(fits) > 1:
        longer = make_handles([entry.thing for entry in fits])
        named = ", ".join(f"{longer[e.thing]} ({day(e.on)}, {e.title})" for e in fits[:4])
        raise NotFound(f"'{handle}' could be: {named}.", "Type more of it.")
    if not fits:
        raise NotFound(
            f"There is no entry '{handle}'.", f"See the words that name entries: {do('record')}"
        )
    if kind and fits[0].kind is not kind:
        raise NotFound(
            f"'{handle}' is about {fits[0].kind}, not {kind}.", _say_instead(fits[0], wanted)
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
