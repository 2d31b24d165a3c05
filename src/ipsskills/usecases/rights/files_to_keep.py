"""Which other files of a record have to be kept, as somebody is held: in them, or here.

Whatever tells somebody to remove a file of the record asks this first. Such a file may be the only
one that still has what somebody asked to see.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from ipsskills.errors import StoreError
from ipsskills.facts.exchange.holds import FileToKeep, HoldFacts
from ipsskills.facts.people import PersonNamed
from ipsskills.record.reads import Reads
from ipsskills.record.store import open_store
from ipsskills.record.types import Hold
from ipsskills.record.whom import SOMEBODY
from ipsskills.usecases.aside import reading_aside


def list_to_keep(
    others: Iterable[Path], now: datetime, here: Sequence[HoldFacts] = ()
) -> tuple[FileToKeep, ...]:
    """Return those of some files of a record in which somebody is held, or that cannot be read.

    ``here`` are the holds that stand in the record itself: they keep its other files too.
    """
    return tuple(kept for each in others if (kept := look_into(each, now, here)))


def list_to_keep_of(record: Path, others: Iterable[Path], now: datetime) -> tuple[FileToKeep, ...]:
    """Return the same of the files of a record that is not open. Raises StoreError."""
    with open_store(record, now, write=False) as store, store.reading() as work:
        here = list_all_standing(work)
    return list_to_keep(others, now, here)


def look_into(path: Path, now: datetime, here: Sequence[HoldFacts] = ()) -> FileToKeep | None:
    """Return on whose account a file of a record has to be kept; None where on nobody's."""
    try:
        with reading_aside(path, now) as work:
            there = list_all_standing(work)
    except StoreError:
        return FileToKeep(path=path, holds=tuple(here), unread=True)
    found = {(each.person.name, each.why): each for each in (*here, *there)}
    return FileToKeep(path=path, holds=tuple(found.values())) if found else None


def list_all_standing(work: Reads) -> tuple[HoldFacts, ...]:
    """Return every hold that stands, on whomever, the first of them first."""
    standing = (each for each in work.current(Hold) if each.ended is None)
    return tuple(_show(work, each) for each in sorted(standing, key=lambda each: each.began))


def _show(work: Reads, kept: Hold) -> HoldFacts:
    held = work.survivor(kept.about)
    known = work.people().get(held)
    person = PersonNamed(id=held, name=known.name if known else SOMEBODY)
    return HoldFacts(person=person, why=kept.why, began=kept.began, ended=kept.ended)
