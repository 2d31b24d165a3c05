"""Entries taken back and brought back, with the actions that go with them: always new versions."""

from collections.abc import Iterator
from itertools import pairwise

from ipsskills.codes import EntryKind
from ipsskills.record.types import Entry
from ipsskills.usecases.entries.carried import list_supervisions
from ipsskills.usecases.reading.view import ReaderView


def take_back(view: ReaderView, seen: Entry) -> Iterator[Entry]:
    """Yield the versions that take an entry back, and of its actions those that came of it alone.

    An action that an earlier supervision had agreed goes back there.
    """
    yield view.next(seen, removed=True)
    kept = view.current(Entry, about=seen.about, kind=EntryKind.SUPERVISION, removed=False)
    left = {each.thing for each in kept} - {seen.thing}
    for action in view.current(Entry, part_of=seen.thing, removed=False):
        earlier = [each for each in list_supervisions(view, action) if each in left]
        yield view.next(action, **({"part_of": earlier[-1]} if earlier else {"removed": True}))


def bring_back(view: ReaderView, gone: Entry) -> Iterator[Entry]:
    """Yield the versions that bring an entry back as it was, with the actions that went with it.

    Those that its taking back took along, or sent to an earlier supervision, are its own again,
    ticked or not, unless something else has become of them since.
    """
    versions = view.history(Entry, gone.thing)
    before = next((each for each in versions if each.id == gone.replaces), gone)
    yield view.next(gone, **before.own() | {"removed": False})
    for action in view.current(Entry, about=gone.about, kind=EntryKind.ACTION):
        versions = view.history(Entry, action.thing) if action.replaces else ()
        for before, after in pairwise(versions):
            went = before.part_of == gone.thing and not before.removed and after.at >= gone.at
            stayed = (action.part_of, action.removed) == (after.part_of, after.removed)
            if went and stayed and (after.removed or after.part_of != gone.thing):
                yield view.next(action, part_of=gone.thing, removed=False)
