"""The record as a file: where it is, copies of it, going back to one, whether it is sound."""

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import datetime
from pathlib import Path

from ipsskills.doing import do
from ipsskills.errors import DamagedRecord, InvalidInput, NotFound, StoreError
from ipsskills.facts.data import (
    NewHere,
    RecordChecked,
    RecordJoined,
    RecordPlaces,
    RestoreOutlook,
)
from ipsskills.facts.exchange.erased import NothingAgainst
from ipsskills.facts.people import PersonNamed
from ipsskills.record.columns import table_of
from ipsskills.record.news import Tell, tell_nobody
from ipsskills.record.sqlite import backup
from ipsskills.record.sqlite.beside import list_synced
from ipsskills.record.sqlite.copy_names import DAMAGED, folder, list_copies
from ipsskills.record.sqlite.faults import damaged, refuse_lost
from ipsskills.record.sqlite.health import look_at
from ipsskills.record.sqlite.losses import count_losses, find_latest
from ipsskills.record.sqlite.strays import list_strays
from ipsskills.record.store import open_store
from ipsskills.record.types import Forgotten, FrameworkText, Record
from ipsskills.record.work import Work

_WANTED = {"synchronous": "2", "journal_mode": "delete", "foreign_keys": "1"}


def find_places(
    record: Path, settings: Path, framework: Path, cache: Path, second: Path | None = None
) -> RecordPlaces:
    """Return where the record, its copies, the settings, the framework files and the cache are."""
    return RecordPlaces(
        record=record,
        exists=record.exists(),
        backups=folder(record),
        second=second,
        copies=tuple(copy.path for copy in list_copies(record)),
        synced=list_synced(record),
        settings=settings,
        framework=framework,
        cache=cache,
    )


def list_beside(record: Path) -> tuple[Path, ...]:
    """Return the files beside a record that a sync service made where two computers wrote."""
    return list_synced(record)


def list_others(
    record: Path, second: Path | None = None, usual: Path | None = None
) -> tuple[Path, ...]:
    """Return every other file of a record that is no copy of ours: erasing does not reach it.

    They are looked for beside it, where our copies are (``second``: another folder) and where the
    ``usual`` record is.
    """
    return tuple(dict.fromkeys((*list_synced(record), *list_strays(record, second, usual))))


def back_up(
    record: Path, now: datetime, target: Path | None = None, tell: Tell = tell_nobody
) -> Path:
    """Copy the record, by default beside the daily copies. Raises NotFound, StoreError.

    A copy of a record that is not sound says so in its name.
    """
    _refuse_missing(record)
    if target and target.exists():
        raise StoreError(f"{target} exists already. Nothing was changed.", "Choose another name.")
    name = f"{record.stem}-{now.astimezone():%Y-%m-%dT%H%M%S}.db"
    return backup.backup_to(record, target or folder(record) / name, tell)


def tells_damage(copy: Path) -> bool:
    """Whether the name of a copy says that it is not sound."""
    return copy.stem.endswith(f"-{DAMAGED}")


def find_copy(record: Path, named: Path) -> Path:
    """Return the file of a copy; one that is not there may be named as it is among the copies."""
    beside = folder(record) / named.name
    return named if named.exists() or not beside.exists() else beside


def look_ahead(record: Path, source: Path) -> RestoreOutlook:
    """Return from when a copy is, and what the record would lose by going back to it.

    Raises NotFound if there is no such file and StoreError if it cannot be read as a record.
    """
    if not source.exists():
        raise NotFound(f"There is no file {source}.", f"See the copies: {do('data where')}")
    last_kept = find_latest(source)
    if not record.exists():
        return RestoreOutlook(last_kept=last_kept, lost={})
    try:
        lost = count_losses(record, source)
        latest = find_latest(record)
    except StoreError:
        return RestoreOutlook(last_kept=last_kept, lost=None)
    return RestoreOutlook(
        last_kept=last_kept,
        record_last_kept=latest,
        lost={kind: count for kind, count in lost.items() if count},
    )


def restore(record: Path, source: Path, now: datetime) -> Path | None:
    """Put a copy in the record's place, after copying what is there now; return that copy.

    What was erased from the record, and what must not be erased, holds of the copy too. Raises
    NotFound if there is no such file and StoreError if it is not a sound record of ours.
    """
    if not source.exists():
        raise NotFound(f"There is no file {source}.", f"See the copies: {do('data where')}")
    _refuse_unsound(source)
    from ipsskills.usecases.rights.carrying import carry_over  # the first page does without

    return backup.put_back(
        record, source, now.astimezone(), lambda copy: carry_over(record, copy, now)
    )


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
        clear_all(here, list_left(new), now)
    return RecordJoined(
        record=record,
        other=other,
        before=before,
        new=_count_new(new),
        forks=look_at(record).forks,
        erased_there=out,
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
    _refuse_missing(record)
    if not other.exists():
        raise NotFound(f"There is no file {other}.", f"See what is beside: {do('data where')}")
    if other.samefile(record):
        raise InvalidInput(f"{other} is the record itself.", "Name the other file.")
    _refuse_unsound(other)
    return _read_everything(other, now)


def _refuse_another(name: str, here: str, other: Path, record: Path) -> None:
    if name != here:
        raise InvalidInput(
            f"{other} is another record than {record}. Nothing was changed.",
            "Only files of one record are joined: copies of it, and what came of them.",
        )


def _read_everything(path: Path, now: datetime) -> tuple[str, list[Record | FrameworkText]]:
    """Return the name of a record and all that it holds, from a copy that takes today's form."""
    from tempfile import TemporaryDirectory  # which the first page, where this is loaded, needs not

    with TemporaryDirectory(prefix="ipsskills-") as folder_:
        copy = backup.backup_to(path, Path(folder_) / "other.db")
        with open_store(copy, now, write=False) as there, there.reading() as work:
            return there.id, work.everything()


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


def check_record(
    record: Path, second: Path | None = None, usual: Path | None = None
) -> RecordChecked:
    """Look whether a record is sound, and where else it is (`list_others`).

    Raises NotFound, and StoreError if it cannot be opened.
    """
    _refuse_missing(record)
    health = look_at(record)
    problems = list(health.problems)
    problems += [
        f"{name} is {value}, not {_WANTED[name]}"
        for name, value in health.settings
        if _WANTED.get(name, value) != value
    ]
    return RecordChecked(
        record=record,
        sound=not problems,
        problems=tuple(problems),
        odd=health.odd,
        synced=(synced := list_synced(record)),
        others=tuple(e for e in list_others(record, second, usual) if e not in synced),
        forks=health.forks,
        settings=health.settings,
    )


def describe_damage(found: RecordChecked) -> DamagedRecord:
    """Return the error for a record that is not sound: what is wrong, and the way back."""
    return damaged(found.record, "; ".join(found.problems or found.odd))


def explain_by_damage(record: Path) -> DamagedRecord | None:
    """Return the damage that may be why something failed; None where the record is sound."""
    try:
        found = check_record(record)
    except DamagedRecord as damage:
        return damage
    except (NotFound, StoreError):
        return None
    return describe_damage(found) if found.problems or found.odd else None


def _refuse_unsound(source: Path) -> None:
    health = look_at(source)
    if health.problems or not health.form:
        problem = f"is damaged: {'; '.join(health.problems)}" if health.problems else "is empty"
        raise StoreError(
            f"{source} {problem}. Nothing was changed.",
            f"Choose another copy: {do('data where')}",
        )


def _refuse_missing(record: Path) -> None:
    if not record.exists() or not record.stat().st_size:
        refuse_lost(record)
        raise NotFound(f"There is no record at {record} yet.", f"Begin one: {do('assess')}")
