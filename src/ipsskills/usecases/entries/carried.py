"""Actions that are carried on from one supervision to the next, and still belong to each of them.

An action's ``part_of`` is the supervision it was carried on to last; the earlier ones stand in its
earlier versions (docs/record.md).
"""

from collections.abc import Iterator

from ipsskills.codes import EntryKind
from ipsskills.record.types import Entry
from ipsskills.usecases.reading.view import ReaderView


def list_supervisions(view: ReaderView, action: Entry) -> tuple[str, ...]:
    """Return the supervisions an action was agreed in or carried on to, the first one first."""
    versions = view.history(Entry, action.thing) if action.replaces else (action,)
    return tuple(dict.fromkeys(each.part_of for each in versions if each.part_of))


def take_back_actions(view: ReaderView, gone: Entry) -> Iterator[Entry]:
    """Yield what becomes of the actions of a supervision that is taken back.

    One that an earlier supervision had agreed goes back there; the others are taken back too.
    """
    kept = view.current(Entry, about=gone.about, kind=EntryKind.SUPERVISION, removed=False)
    left = {each.thing for each in kept} - {gone.thing}
    for action in view.current(Entry, part_of=gone.thing, removed=False):
        earlier = [each for each in list_supervisions(view, action) if each in left]
        yield view.next(action, **({"part_of": earlier[-1]} if earlier else {"removed": True}))
