"""Leaves words out of what is read to make a page, as a file leaves them out: what is asked for."""

from dataclasses import replace
from typing import Any, TypeVar

from ipsskills.record.custody.erasing import Erased
from ipsskills.record.types import Entry, Goal, GoalActivity, Note, Person, Record
from ipsskills.record.written import NO_WORDS

R = TypeVar("R", bound=Record)


def leave_out(record: R, asked: Erased) -> R | None:
    """Return a record without words that are asked for; None for what is nothing without them."""
    if not asked.names(record):
        return record
    if isinstance(record, (Note, Goal, GoalActivity, Entry)):
        return None
    bare = vars(asked.cut(record))
    fields = [name for name, value in vars(record).items() if bare[name] != value]
    words: dict[str, Any] = {name: bare[name] for name in fields}
    if isinstance(record, Person):  # of details that are left out nothing is said at all
        words = dict.fromkeys(fields, NO_WORDS)
    return replace(record, **words)


def leave_out_of(records: tuple[R, ...], asked: Erased) -> tuple[R, ...]:
    """Return records as `leave_out` has each."""
    found = (leave_out(each, asked) for each in records)
    return tuple(each for each in found if each is not None)
