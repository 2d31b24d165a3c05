"""The record as a file: where it is, copies of it, going back to one, whether it is sound."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ipsskills.doing import do
from ipsskills.errors import DamagedRecord, NotFound, StoreError
from ipsskills.facts.data import RecordChecked, RecordPlaces, RestoreOutlook
from ipsskills.record.columns import table_of
from ipsskills.record.custody.erasing import NOTHING
from ipsskills.record.news import Tell, tell_nobody
from ipsskills.record.sqlite import backup
from ipsskills.record.sqlite.beside import list_synced
from ipsskills.record.sqlite.copy_names import DAMAGED, folder, list_copies
from ipsskills.record.sqlite.faults import damaged, refuse_lost
from ipsskills.record.sqlite.health import look_at
from ipsskills.record.sqlite.losses import count_losses, find_latest
from ipsskills.record.sqlite.second import copy_to_second
from ipsskills.record.sqlite.strays import list_strays
from ipsskills.record.types import Forgotten, Hold, Redacted
from ipsskills.usecases.aside import read_everything

if TYPE_CHECKING:
    from ipsskills.facts.exchange.holds import FileToKeep

_CARRIED = {table_of(kind) for kind in (Forgotten, Redacted, Hold)}
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
    refuse_missing(record)
    if target and target.exists():
        raise StoreError(f"{target} exists already. Nothing was changed.", "Choose another name.")
    name = f"{record.stem}-{now.astimezone():%Y-%m-%dT%H%M%S}.db"
    return backup.backup_to(record, target or folder(record) / name, tell)


def put_in_second(record: Path, made: Path, second: Path, tell: Tell) -> Path | None:
    """Put a copy beside the daily ones, which was ``made``, into a second folder; return where.

    None is returned for a folder that is away, or full: that is told, and stops nothing.
    """
    return copy_to_second(record, made, second, tell)


def tells_damage(copy: Path) -> bool:
    """Whether the name of a copy says that it is not sound."""
    return copy.stem.endswith(f"-{DAMAGED}")


def find_copy(record: Path, named: Path) -> Path:
    """Return the file of a copy; one that is not there may be named as it is among the copies."""
    beside = folder(record) / named.name
    return named if named.exists() or not beside.exists() else beside


def look_ahead(record: Path, source: Path, now: datetime) -> RestoreOutlook:
    """Return from when a copy is, and what the record would lose by going back to it.

    What says what was erased, or is held, is carried over: it is not lost. Raises NotFound if there
    is no such file and StoreError if it cannot be read as a record.
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
        lost={kind: count for kind, count in lost.items() if count and kind not in _CARRIED},
        erased_there=(erased := _holds_erased(record, source, now)),
        to_keep=_find_to_keep(record, source, now) if erased else None,
    )


def _holds_erased(record: Path, source: Path, now: datetime) -> bool:
    """Whether a copy holds something that was erased from the record."""
    from ipsskills.usecases.rights.carrying import find_erased_from

    erased = find_erased_from(record)
    if erased == NOTHING:
        return False
    _, given = read_everything(source, now)
    return erased.keep_out(given) != given


def _find_to_keep(record: Path, source: Path, now: datetime) -> "FileToKeep | None":
    """Return on whose account a copy has to be kept although it holds what was erased."""
    from ipsskills.usecases.rights.files_to_keep import list_to_keep_of

    return next(iter(list_to_keep_of(record, (source,), now)), None)


def restore(record: Path, source: Path, now: datetime) -> Path | None:
    """Put a copy in the record's place, after copying what is there now; return that copy.

    What was erased from the record, and what must not be erased, holds of the copy too. Raises
    NotFound if there is no such file and StoreError if it is not a sound record of ours.
    """
    if not source.exists():
        raise NotFound(f"There is no file {source}.", f"See the copies: {do('data where')}")
    refuse_unsound(source)
    from ipsskills.usecases.rights.carrying import carry_over  # the first page does without

    return backup.put_back(
        record, source, now.astimezone(), lambda copy: carry_over(record, copy, now)
    )


def check_record(
    record: Path, second: Path | None = None, usual: Path | None = None
) -> RecordChecked:
    """Look whether a record is sound, and where else it is (`list_others`).

    Raises NotFound, and StoreError if it cannot be opened.
    """
    refuse_missing(record)
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


def refuse_unsound(source: Path) -> None:
    """Raise StoreError for a file that is no sound record."""
    health = look_at(source)
    if health.problems or not health.form:
        problem = f"is damaged: {'; '.join(health.problems)}" if health.problems else "is empty"
        raise StoreError(
            f"{source} {problem}. Nothing was changed.",
            f"Choose another copy: {do('data where')}",
        )


def refuse_missing(record: Path) -> None:
    """Raise NotFound where there is no record, StoreError where it was lost."""
    if not record.exists() or not record.stat().st_size:
        refuse_lost(record)
        raise NotFound(f"There is no record at {record} yet.", f"Begin one: {do('assess')}")
