"""Two files of one record become one: a union, in which what was erased in either is erased."""

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import datetime
from pathlib import Path

from ipsskills.doing import do
from ipsskills.errors import InvalidInput, NotFound
from ipsskills.facts.data import NewHere, RecordJoined
from ipsskills.facts.exchange.erased import ErasedByJoin, NothingAgainst
from ipsskills.record.columns import table_of
from ipsskills.record.sqlite import backup
from ipsskills.record.sqlite.health import look_at
from ipsskills.record.store import open_store
from ipsskills.record.types import FrameworkText, Record
from ipsskills.usecases.aside import read_everything
from ipsskills.usecases.data import refuse_missing, refuse_unsound


def list_erased_by_join(record: Path, other: Path, now: datetime) -> ErasedByJoin:
    """Return what is erased here by a join, as in the second file. Raises as `join_record`."""
    from ipsskills.usecases.rights.erased_by_join import list_erased

    name, given = _read_other(record, other, now)
    with open_store(record, now, write=False) as here, here.reading() as work:
        _refuse_another(name, here.id, other, record)
        return list_erased(work, work.find_unknown(given))


def join_record(
    record: Path,
    other: Path,
    now: datetime,
    second: Path | None = None,
    answered: Collection[NothingAgainst] = (),
) -> RecordJoined:
    """Take in what a second file of the same record holds and it does not; a union of both.

    What was erased in either is erased in both, and in our copies (``second``: another folder).
    The other stays as it is. Raises NotFound, StoreError if either is not a sound record, and
    InvalidInput for another record, this one itself, or erasing that was not ``answered``.
    """
    from ipsskills.usecases.rights.carrying import clear_all, list_left
    from ipsskills.usecases.rights.erased_by_join import list_erased, refuse_unanswered
    from ipsskills.usecases.rights.files_to_keep import list_all_standing, look_into

    name, given = _read_other(record, other, now)
    with open_store(record, now, write=True, second=second) as here:
        _refuse_another(name, here.id, other, record)
        with here.reading() as work:
            new, out = work.find_unknown(given), work.erased().keep_out(given) != given
            going = list_erased(work, new)
            refuse_unanswered(going, answered)
        before = backup.backup_before(record, "join", now.astimezone()) if new else None
        with here.writing() as work:
            work.merge(given)
            holds = list_all_standing(work)
        clear_all(here, list_left(new), now)
    return RecordJoined(
        record=record,
        other=other,
        before=before,
        new=_count_new(new),
        forks=look_at(record).forks,
        erased_there=out,
        to_keep=look_into(other, now, holds) if out else None,
        erased=tuple(each.name for each in going.people),
        words_erased=going.words,
    )


def _read_other(
    record: Path, other: Path, now: datetime
) -> tuple[str, list[Record | FrameworkText]]:
    """Return the name of the record in a second file, and all that it holds."""
    refuse_missing(record)
    if not other.exists():
        raise NotFound(f"There is no file {other}.", f"See what is beside: {do('data where')}")
    if other.samefile(record):
        raise InvalidInput(f"{other} is the record itself.", "Name the other file.")
    refuse_unsound(other)
    return read_everything(other, now)


def _refuse_another(name: str, here: str, other: Path, record: Path) -> None:
    if name != here:
        raise InvalidInput(
            f"{other} is another record than {record}. Nothing was changed.",
            "Only files of one record are joined: copies of it, and what came of them.",
        )


def _count_new(new: Iterable[Record | FrameworkText]) -> tuple[NewHere, ...]:
    """Return how many things came in, by day and kind; a thing counts once a day."""
    things = {
        (each.at.astimezone().date(), table_of(type(each)), each.thing)
        for each in new
        if isinstance(each, Record)
    }
    counts = Counter((on, kind) for on, kind, _ in things)
    return tuple(
        NewHere(kind=kind, on=on, count=count) for (on, kind), count in sorted(counts.items())
    )
