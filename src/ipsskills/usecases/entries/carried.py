"""Actions that are carried on from one supervision to the next, and still belong to each of them.

An action's ``part_of`` is the supervision it was carried on to last; the earlier ones stand in its
earlier versions (docs/record.md).
"""

from ipsskills.record.types import Entry
from ipsskills.usecases.reading.view import ReaderView


def list_supervisions(view: ReaderView, action: Entry) -> tuple[str, ...]:
    """Return the supervisions an action was agreed in or carried on to, the first one first."""
    versions = view.history(Entry, action.thing) if action.replaces else (action,)
    return tuple(dict.fromkeys(each.part_of for each in versions if each.part_of))
