"""Undoes the last change by whoever works here, after it was told.

Nothing is taken out of the record: a thing gets a version that says what it said before, and a new
thing one that takes it back. Undone twice, the change is there again.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ipsskills.doing import do
from ipsskills.errors import ChangedElsewhere
from ipsskills.facts.exchange.undoing import LastChange
from ipsskills.record.types import (
    Assessment,
    Entry,
    Goal,
    GoalActivity,
    Note,
    Objection,
    Rating,
    Record,
    State,
)
from ipsskills.record.written import NO_WORDS
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.reading.view import ReaderView
from ipsskills.usecases.undoing.last import ThingBeside, find_last, stays
from ipsskills.usecases.undoing.telling import tell

_NO_ANSWER = {
    **dict.fromkeys(("code", "basis", "reason", "behind", "visit", "seen_on")),
    **dict.fromkeys(("bring", "show"), False),
}
# What the first version of a thing becomes when it is taken back.
_TAKEN_BACK: Mapping[type[Record], Mapping[str, Any]] = {
    Assessment: {"state": State.DROPPED, "finished": None},
    Rating: _NO_ANSWER,
    Note: {"text": NO_WORDS, "shared": False},
    Goal: {"state": State.DROPPED},
    GoalActivity: {"dropped": True},
    Entry: {"removed": True},
}


def read_last_change(desk: Desk) -> LastChange:
    """Return the last change of whoever works here: what undoing it would put back.

    Raises NotFound where they have changed nothing, InvalidInput where it cannot be undone, and
    ChangedElsewhere where somebody has changed the same since.
    """
    with desk.interviewing() as (view, work):
        return tell(view, find_last(view, work))


def undo_last_change(desk: Desk, key: str) -> LastChange:
    """Undo the last change, if it is still the one that was told (`LastChange.key`); return it.

    Raises what `read_last_change` does, and ChangedElsewhere where another came since.
    """
    with desk.interviewing(write=True) as (view, work):
        changes = find_last(view, work)
        told = tell(view, changes)
        if told.key != key:
            raise ChangedElsewhere(
                "Something else was changed meanwhile. Nothing was undone.",
                f"See what it was: {do('undo')}",
            )
        work.add(*_put_back(view, changes))
        return told


def _put_back(view: ReaderView, changes: Sequence[ThingBeside]) -> Iterator[Record]:
    """Yield the versions by which each thing says again what it said before."""
    for change in changes:
        if change.before is not None:
            yield view.next(change.now, **change.before.own())
        elif not stays(change):
            yield view.next(change.now, **_take_back(view, change.now))


def _take_back(view: ReaderView, record: Record) -> Mapping[str, Any]:
    """Return what takes back a thing that is new: a point seen differently is settled today."""
    return {"settled": view.today} if isinstance(record, Objection) else _TAKEN_BACK[type(record)]
