"""Two files of one record become one: a union, in which what was erased in either is erased."""

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import datetime
from pathlib import Path

from ipsskills.doing import do
from ipsskills.errors import InvalidInput, NotFound
from ipsskills.facts.data import NewHere, RecordJoined
from ipsskills.facts.exchange.erased import NothingAgainst
from ipsskills.facts.people import PersonNamed
from ipsskills.record.columns import table_of
from ipsskills.record.sqlite import backup
from ipsskills.record.sqlite.health import look_at
from ipsskills.record.store import open_store
from ipsskills.record.types import Forgotten, FrameworkText, Record
from ipsskills.record.work import Work
from ipsskills.usecases.data import read_everything, refuse_missing, refuse_unsound


def list_erased_by_join(record: Path, other: Path, now: datetime) -> tuple[PersonNamed, ...]:
    """Return who is erased here by a join, as in the second file. Raises as `join_record`."""
    from ipsskills.usecases.rights.carrying import refuse_erasing_held

    name, given = _read_other(record, other, now)
    with open_store(record, now, write=False) as here, here.reading() as work:
        _refuse_another(name, here.id, other, record)
        new = work.find_unknown(given)
        refuse_erasing_held(work, new)
        return _list_going(work, new)


def join_record(
    record: Path,
    other: Path,
    now: datetime,
    second: Path | None = None,
    answered: Collection[NothingAgainst] = (),
) -> RecordJoined:
    """Take in what a second file of the same record holds and it does not; a union of both.

    What was erased in either is erased in both, and in our copies (``second``: another folder).
    That is a copy, or what came of a sync service; it stays as it is. Raises NotFound if either is
    not there, StoreError if either is not a sound record, and InvalidInput if the other is another
    record, or this one itself, or where somebody would be erased (`list_erased_by_join`) of whom
    the questions were not ``answered``.
    """
    from ipsskills.usecases.rights.carrying import clear_all, list_left, refuse_erasing_held
    from ipsskills.usecases.rights.files_to_keep import list_all_standing, look_into

    name, given = _read_other(record, other, now)
    with open_store(record, now, write=True, second=second) as here:
        _refuse_another(name, here.id, other, record)
        with here.reading() as work:
            new, out = work.find_unknown(given), work.erased().keep_out(given) != given
            refuse_erasing_held(work, new)
            going = _list_going(work, new)
            _refuse_unanswered(going, answered)
        before = backup.backup_before(record, "join", now.astimezone()) if new else None
        with here.writing() as work:
            work.merge(given)
            here_now = list_all_standing(work)
        clear_all(here, list_left(new), now)
    return RecordJoined(
        record=record,
        other=other,
        before=before,
        new=_count_new(new),
        forks=look_at(record).forks,
        erased_there=out,
        to_keep=look_into(other, now, here_now) if out else None,
        erased=tuple(each.name for each in going),
    )


def _list_going(work: Work, new: Iterable[Record | FrameworkText]) -> tuple[PersonNamed, ...]:
    """Return those here of whom new records say that they were erased."""
    ids = {own for each in new if isinstance(each, Forgotten) for own in each.ids}
    stands = {work.survivor(own) for own in ids if own in work.names()}
    return tuple(PersonNamed(id=each, name=work.names()[each]) for each in sorted(stands))


def _refuse_unanswered(going: Iterable[PersonNamed], answered: Collection[NothingAgainst]) -> None:
    known = {each.about for each in answered}
    if names := [each.name for each in going if each.id not in known]:
        raise InvalidInput(
            f"{names[0]} was erased in the other file, and would be here too. Nothing was changed.",
            "What erases asks first whether anybody wants to see it.",
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
