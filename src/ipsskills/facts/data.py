"""What is told of the record as a file."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ipsskills.frozen import dataclass

if TYPE_CHECKING:  # pages that are read load nothing about people's rights
    from ipsskills.facts.exchange.erased import WordsKept
    from ipsskills.facts.exchange.holds import FileToKeep


@dataclass(frozen=True, kw_only=True)
class RecordPlaces:
    """Where things are kept; ``exists`` is whether there is a record yet.

    ``synced`` are files beside it that look like other versions of it; ``second`` the second folder
    that the day's copy goes to, if one is set. What is in the ``cache`` can be made again.
    """

    record: Path
    exists: bool
    backups: Path
    second: Path | None
    copies: tuple[Path, ...]
    synced: tuple[Path, ...]
    settings: Path
    framework: Path
    cache: Path


@dataclass(frozen=True, kw_only=True)
class RecordChecked:
    """Whether a record is sound: problems, and things with two current versions after a join.

    ``odd`` is what cannot be although it can be read: who is named and is nobody, an end before
    its beginning. ``synced`` are files beside it that look like other versions of it, ``others``
    more files of it that are no copies of ours.
    """

    record: Path
    sound: bool
    problems: tuple[str, ...]
    odd: tuple[str, ...]
    synced: tuple[Path, ...]
    others: tuple[Path, ...]
    forks: tuple[str, ...]
    settings: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class RestoreOutlook:
    """What going back to a copy comes to.

    ``last_kept`` is when something was last kept in the copy (UTC), None if it holds nothing.
    ``lost`` says by kind how many things have changed in the record since, or are new; it is None
    where the record cannot be read, and so nobody can say. ``record_last_kept`` is when something
    was last kept in the record. ``erased_there`` is whether the copy holds what was erased from
    the record, which stays out; ``to_keep`` says why the copy must be kept all the same.
    """

    last_kept: datetime | None
    record_last_kept: datetime | None = None
    lost: Mapping[str, int] | None
    erased_there: bool = False
    to_keep: "FileToKeep | None" = None


@dataclass(frozen=True, kw_only=True)
class NewHere:
    """How many things of a kind came in that had a new version of this day."""

    kind: str
    on: date
    count: int


@dataclass(frozen=True, kw_only=True)
class RecordJoined:
    """What a second file of the same record brought, by day and kind.

    ``erased`` are the names of those who were erased in it, and with it here, ``words_erased``
    words of others for which the same goes. ``before`` is the
    copy of what was there before, None where nothing came in. ``forks`` are the
    things that were changed in both. ``erased_there`` is whether the file still holds what was
    erased here, which stays out; ``to_keep`` says why that file must be kept all the same.
    """

    record: Path
    other: Path
    before: Path | None
    new: tuple[NewHere, ...]
    forks: tuple[str, ...]
    erased_there: bool = False
    to_keep: "FileToKeep | None" = None
    erased: tuple[str, ...] = ()
    words_erased: "tuple[WordsKept, ...]" = ()
