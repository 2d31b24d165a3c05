"""Reads another file of the record, which stays as it is: a copy of it takes today's form."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from ipsskills.record.sqlite import backup
from ipsskills.record.store import Store, open_store
from ipsskills.record.types import FrameworkText, Record
from ipsskills.record.work import Work


def read_everything(path: Path, now: datetime) -> tuple[str, list[Record | FrameworkText]]:
    """Return the name of a record and all that it holds, from a copy that takes today's form."""
    with _opened_aside(path, now) as there, there.reading() as work:
        return there.id, work.everything()


@contextmanager
def reading_aside(path: Path, now: datetime) -> Iterator[Work]:
    """Read another file of the record, which stays as it is: a copy takes today's form.

    Raises StoreError.
    """
    with _opened_aside(path, now) as there, there.reading() as work:
        yield work


@contextmanager
def _opened_aside(path: Path, now: datetime) -> Iterator[Store]:
    from tempfile import TemporaryDirectory  # which the first page, where this is loaded, needs not

    with TemporaryDirectory(prefix="ipsskills-") as folder_:
        copy = backup.backup_to(path, Path(folder_) / "other.db")
        with open_store(copy, now, write=False) as there:
            yield there
