"""The store: one file, opened for reading or writing, every use of it inside a transaction."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, Self
from uuid import uuid4

from sqlalchemy import Connection, text

from ipsskills.errors import StoreError
from ipsskills.record.migrate import migrate, pending
from ipsskills.record.sqlite import backup
from ipsskills.record.sqlite.engine import close, connect, create_private, keep_journal
from ipsskills.record.sqlite.faults import plain_errors
from ipsskills.record.steps import STEPS
from ipsskills.record.steps.step import Step
from ipsskills.record.uninterrupted import uninterrupted
from ipsskills.record.work import Work


class Store:
    """An open record. Use `open_store`; close it, or use it as a context manager."""

    def __init__(self, connection: Connection, path: Path | None) -> None:
        self._connection = connection
        self.path = path

    @contextmanager
    def reading(self) -> Iterator[Work]:
        """Give a consistent view of the record. Writes nothing."""
        with plain_errors(self.path), self._connection.begin():
            yield Work(self._connection)

    @contextmanager
    def writing(self) -> Iterator[Work]:
        """Give one transaction that keeps all or nothing. Raises StoreError.

        Ctrl-C waits until it is over.
        """
        with uninterrupted(), plain_errors(self.path):
            connection = self._connection.execution_options(writing=True)
            try:
                with connection.begin():
                    yield Work(connection)
            finally:
                self._connection.execution_options(writing=False)
                _roll_back(self._connection)

    def named(self, name: str) -> str | None:
        """Return one of the store's own values: ``id``, ``demo``."""
        with plain_errors(self.path), self._connection.begin():
            query = text("SELECT value FROM store WHERE name = :name")
            value: str | None = self._connection.execute(query, {"name": name}).scalar()
            return value

    def name_once(self, name: str, value: str) -> None:
        """Set one of the store's own values for good. Raises StoreError if it is set already."""
        with plain_errors(self.path), self.writing() as _:
            insert = text("INSERT INTO store (name, value) VALUES (:name, :value)")
            self._connection.execute(insert, {"name": name, "value": value})

    @property
    def id(self) -> str:
        """The random id of this store."""
        return self.named("id") or ""

    @property
    def demo(self) -> bool:
        """Whether this store holds invented people."""
        return self.named("demo") == "yes"

    def close(self) -> None:
        """Close the file."""
        close(self._connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _roll_back(connection: Connection) -> None:
    """Close what a commit that failed leaves open; it would keep others, and us, from writing."""
    raw: Any = connection.connection.driver_connection
    raw.rollback()


def open_store(
    path: Path, now: datetime, *, write: bool, demo: bool = False, steps: Sequence[Step] = STEPS
) -> Store:
    """Open the record at ``path``; ``now`` is the time in UTC.

    For writing the file is made if need be, copied once a day and brought to the present form.
    For reading, no file or an empty one is an empty record; only an older form makes it write.
    Raises StoreError.
    """
    with plain_errors(path):
        _check_place(path)
        fresh = not path.exists() or not path.stat().st_size
        if fresh and not write:
            return _empty(now, steps)
        made = fresh and create_private(path)
        connection = connect(path)
        try:
            _prepare(connection, path, now, write=write, demo=demo, fresh=fresh, steps=steps)
        except BaseException:
            close(connection)
            if made and not path.stat().st_size:
                path.unlink()
            raise
        return Store(connection, path)


def _check_place(path: Path) -> None:
    if path.is_dir():
        raise StoreError(f"{path} is a folder.", "Name a file, for example --db ips.db")


def _empty(now: datetime, steps: Sequence[Step]) -> Store:
    connection = connect(None)
    migrate(connection.execution_options(writing=True), now, steps)
    return Store(connection, None)


def _prepare(
    connection: Connection,
    path: Path,
    now: datetime,
    *,
    write: bool,
    demo: bool,
    fresh: bool,
    steps: Sequence[Step],
) -> None:
    """Copy, migrate and name a store as its opening needs."""
    todo = pending(connection, path, steps)
    keep_journal(connection)
    if todo and not os.access(path, os.W_OK):
        raise StoreError(
            f"{path} has an older form and cannot be changed here.",
            "Copy it to a place you can write to.",
        )
    if todo:
        backup.backup_before(path, f"form-{todo[-1].number}", now)
        migrate(connection.execution_options(writing=True), now, todo)
    elif write and not fresh:
        backup.backup_daily(path, now.astimezone().date())
    if write:
        _identify(connection.execution_options(writing=True), demo=demo)
    connection.execution_options(writing=False)


def _identify(connection: Connection, *, demo: bool) -> None:
    """Give a new store its random id and, for invented people, its mark."""
    with connection.begin():
        if connection.execute(text("SELECT 1 FROM store WHERE name = 'id'")).first():
            return
        insert = text("INSERT INTO store (name, value) VALUES (:name, :value)")
        for name, value in (("id", str(uuid4())), ("demo", "yes" if demo else "no")):
            connection.execute(insert, {"name": name, "value": value})
