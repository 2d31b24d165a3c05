"""What is left of erasing, carried into every file of ours: nothing comes back from an older one.

The records that tell what was erased, and what is held, go along wherever a copy takes the
record's place; our copies are written anew, or removed where they cannot be.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from ipsskills.doing import do
from ipsskills.errors import StoreError, UnderHold
from ipsskills.facts.exchange.erased import CopiesCleared
from ipsskills.record.custody.erasing import Erased, find_erased
from ipsskills.record.sqlite import backup, clearing
from ipsskills.record.store import Store, open_store
from ipsskills.record.types import Forgotten, Hold, Record, Redacted
from ipsskills.record.union import Kept
from ipsskills.record.work import Work
from ipsskills.usecases.rights.named_held import goes_by, refuse_going


def list_left(records: Iterable[Kept]) -> tuple[Record, ...]:
    """Return those records that tell of something erased."""
    return tuple(
        each
        for each in records
        if isinstance(each, Forgotten) or (isinstance(each, Redacted) and each.here)
    )


def find_erased_from(record: Path) -> Erased:
    """Return what was erased from a record; where it cannot be read, its newest sound copy tells.

    Raises StoreError.
    """
    return find_erased(_read_left(record))


def carry_over(record: Path, copy: Path, now: datetime) -> None:
    """Erase from a copy what was erased from the record, and hold there what is held here.

    Where the record cannot be read, its newest sound copy tells. Raises StoreError, and UnderHold
    where something about somebody held, or that names them, would be in the record no more.
    """
    left = _read_left(record)
    if left:
        clearing.clear_file(copy, left, now)
    if any(isinstance(each, Hold) for each in left):
        _refuse_losing_held(record, copy, now)


def _refuse_losing_held(record: Path, copy: Path, now: datetime) -> None:
    """Raise UnderHold where a record has something about somebody held, or words that name them.

    That is, something that a copy lacks: it would be gone once the copy is in the record's place.
    """
    with open_store(copy, now, write=False) as store, store.reading() as work:
        there = {each.id for each in work.everything() if isinstance(each, Record)}
    try:
        with open_store(record, now, write=False) as store, store.reading() as work:
            refuse_going(work, lambda each: each.id not in there)
    except UnderHold as held:
        raise UnderHold(
            f"The copy lacks some of what is kept here. {held.message}",
            f"{held.hint}\nTo take in what the copy alone holds: {do('data join', '--help')}",
        ) from None
    except StoreError:
        return  # it cannot be read: the copy is all there is


def refuse_erasing_held(work: Work, new: Iterable[Kept]) -> None:
    """Raise UnderHold where new records would erase what is about somebody held, or names them."""
    left = list_left(new)
    people = {each.about for each in left}
    people |= {person for each in left if isinstance(each, Forgotten) for person in each.ids}
    if people:
        refuse_going(work, goes_by(left), people)


def clear_up(
    record: Path | None, left: Sequence[Record], now: datetime, second: Path | None = None
) -> CopiesCleared:
    """Take what was erased out of our copies of a record; say which were rewritten, or removed.

    ``second`` is a second folder that the day's copies go to. Raises StoreError.
    """
    if record is None:
        return CopiesCleared()
    done = clearing.clear_copies(record, left, now, second)
    return CopiesCleared(
        rewritten=done.rewritten,
        removed=done.removed,
        left=done.left,
        unreached=done.unreached,
    )


def clear_all(store: Store, left: Sequence[Record], now: datetime) -> CopiesCleared:
    """Take what was erased, if anything, out of an open record and its copies.

    Raises StoreError.
    """
    if not left:
        return CopiesCleared()
    store.write_anew()
    return clear_up(store.path, left, now, store.second)


def _read_left(record: Path) -> tuple[Record, ...]:
    """Return all that tells what was erased from a record, or is held in it."""
    try:
        return clearing.read_left(record) if record.exists() and record.stat().st_size else ()
    except StoreError:
        sound = backup.find_last_sound(record)
        return clearing.read_left(sound) if sound else ()
