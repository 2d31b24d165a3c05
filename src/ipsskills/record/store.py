"""The store: one file, opened for reading or writing, every use of it inside a transaction."""

import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Self
from uuid import uuid4

from ipsskills.doing import do
from ipsskills.errors import RecordReplaced, StoreError
from ipsskills.record.damage import Unreadable
from ipsskills.record.migrate import migrate, pending
from ipsskills.record.news import News, Tell, tell_nobody
from ipsskills.record.sql.database import Database
from ipsskills.record.sql.inserts import Inserts
from ipsskills.record.sql.uninterrupted import uninterrupted
from ipsskills.record.sqlite.at_path import FileAtPath
from ipsskills.record.sqlite.engine import connect, create_private, keep_journal, wait_for_others
from ipsskills.record.sqlite.faults import plain_errors, refuse_lost
from ipsskills.record.steps import STEPS
from ipsskills.record.steps.step import Step
from ipsskills.record.work import Work, changed_elsewhere

# So many bytes are copied in less time than others wait for before they notice.
COPIED_AT_ONCE = 32_000_000

_HAS_ID = "SELECT 1 FROM store WHERE name = 'id'"


class Store:
    """An open record. Use `open_store`; close it, or use it as a context manager.

    ``copy_on`` is the day of which there has to be a copy before the first change, if any, and
    ``second`` a folder that gets it too. ``tell`` hears how the copying goes and what it brings to
    light; it may be set to somebody else.
    """

    def __init__(
        self,
        database: Database,
        path: Path | None,
        copy_on: date | None = None,
        tell: Tell = tell_nobody,
        second: Path | None = None,
    ) -> None:
        self._database = database
        self._inserts = Inserts(database)
        self._copy_on = copy_on
        self.second = second
        self._file = FileAtPath(path) if path else None
        self.tell = tell
        self._preparing = threading.Lock()
        self._writing_began = False
        self.path = path

    @contextmanager
    def reading(self) -> Iterator[Work]:
        """Give a consistent view of the record. Writes nothing."""
        with plain_errors(self.path), self._database.transaction():
            self._refuse_replaced()
            yield Work(self._database, self._inserts)

    @contextmanager
    def writing(self) -> Iterator[Work]:
        """Give one transaction that keeps all or nothing. Raises StoreError.

        Ctrl-C waits until it is over. The first one of a day that changes anything copies the
        record before that.
        """
        with uninterrupted(), plain_errors(self.path):
            with self._preparing:
                self._writing_began = True
            with self._database.transaction(writing=True):
                self._refuse_replaced()
                yield Work(self._database, self._inserts, self._copy_before_first)

    def prepare_writing(self) -> None:
        """Do now what the first change would wait for: the day's copy, loading what writes.

        It may be called in another thread, while somebody reads a question, and need not be: the
        first change does what is missing. Raises StoreError if there can be no copy.
        """
        with plain_errors(self.path), self._preparing:
            if not self._writing_began:  # two threads must not load one library at once
                self._copy_daily()
                self._inserts.prepare()

    def wait_for_others(self, milliseconds: int) -> None:
        """Set how long to wait for others that hold the file, before `RecordBusy` is raised."""
        wait_for_others(self._database, milliseconds)

    def named(self, name: str) -> str | None:
        """Return one of the store's own values (`Work.named`): one look needs no transaction."""
        with plain_errors(self.path):
            return Work(self._database).named(name)

    def newest_at(self) -> datetime | None:
        """Return when the newest version was kept (`Work.newest_at`), looked up by the way."""
        with plain_errors(self.path):
            return Work(self._database).newest_at()

    def name_once(self, name: str, value: str) -> None:
        """Set one of the store's own values for good. Raises StoreError if it is set already."""
        with self.writing() as _:
            _name(self._database, name, value)

    @property
    def id(self) -> str:
        """The random id of this store."""
        return self.named("id") or ""

    @property
    def demo(self) -> bool:
        """Whether this store holds invented people."""
        return self.named("demo") == "yes"

    def write_anew(self) -> None:
        """Write the file anew, so that nothing erased is left in any page. Raises StoreError."""
        from ipsskills.record.sqlite.clearing import write_anew  # few commands erase

        with plain_errors(self.path):
            write_anew(self._database)

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _copy_daily(self) -> None:
        """Copy the record unless that is done. Called by whoever holds ``_preparing``."""
        if self.path and self._copy_on:
            from ipsskills.record.sqlite.backup import backup_daily

            made = backup_daily(self.path, self._copy_on, self._tell_whoever_listens)
            if made and self.second:
                from ipsskills.record.sqlite.second import copy_to_second

                copy_to_second(self.path, made, self.second, self._tell_whoever_listens)
        self._copy_on = None

    def _tell_whoever_listens(self, news: News) -> None:
        self.tell(news)

    def _copy_before_first(self) -> None:
        """Have the day's copy before something is put into the record.

        A small record is copied at once. While a large one is, others may write, and what was read
        so far may then hold no longer: that is refused. Raises ChangedElsewhere.
        """
        with self._preparing:
            if not self._copy_on or not self.path or self.path.stat().st_size <= COPIED_AT_ONCE:
                self._copy_daily()
                return
            still_so = self._database.begin_anew_after(self._copy_daily)
        self._refuse_replaced()
        if not still_so:
            raise changed_elsewhere()

    def _refuse_replaced(self) -> None:
        """Raise RecordReplaced if another file is in the record's place: this one is lost there."""
        if self._file and not self._file.is_there():
            raise RecordReplaced(
                f"Another file was put in the place of {self.path} while it was open here. What you"
                " answered up to then is in the one that was there before, among the copies.",
                f"See them: {do('data where')}. Then run the command again.",
            )


def open_store(
    path: Path,
    now: datetime,
    *,
    write: bool,
    demo: bool = False,
    steps: Sequence[Step] = STEPS,
    tell: Tell = tell_nobody,
    second: Path | None = None,
) -> Store:
    """Open the record at ``path``; ``now`` is the time in UTC.

    For writing the file is made if need be and brought to the present form; it is copied before
    the first change of a day, and that copy goes to a ``second`` folder too, if one is given.
    For reading, no file or an empty one is an empty record; only an older form makes it write.
    Where copies are beside it, it is a lost one instead. Raises StoreError.
    """
    with plain_errors(path):
        _check_place(path)
        fresh = not path.exists() or not path.stat().st_size
        if fresh and not demo:
            refuse_lost(path)
        if fresh and not write:
            return _empty(now, steps)
        made = fresh and create_private(path)
        database = connect(path)
        try:
            copied = _prepare(database, path, now, write=write, demo=demo, steps=steps)
        except BaseException:
            database.close()
            if made and not path.stat().st_size:
                path.unlink()
            raise
        needs_copy = write and not fresh and not copied
        copy_on = now.astimezone().date() if needs_copy else None
        return Store(database, path, copy_on, tell, second)


def _check_place(path: Path) -> None:
    if path.is_dir():
        raise StoreError(f"{path} is a folder.", "Name a file, for example --db ips.db")


def _empty(now: datetime, steps: Sequence[Step]) -> Store:
    database = connect(None)
    migrate(database, now, steps)
    return Store(database, None)


def _prepare(
    database: Database,
    path: Path,
    now: datetime,
    *,
    write: bool,
    demo: bool,
    steps: Sequence[Step],
) -> bool:
    """Migrate and name a store as its opening needs; return whether it was copied before that."""
    todo = pending(database, path, steps)
    keep_journal(database)
    if todo and not os.access(path, os.W_OK):
        raise StoreError(
            f"{path} has an older form and cannot be changed here.",
            "Copy it to a place you can write to.",
        )
    if todo:
        from ipsskills.record.sqlite.backup import backup_before

        backup_before(path, f"form-{todo[-1].number}", now)
        migrate(database, now, todo, lambda: _identify(database, demo=demo) if write else None)
    elif not database.run(_HAS_ID):
        _refuse_nameless(database)
        if write:
            with database.transaction(writing=True):
                _identify(database, demo=demo)
    return bool(todo)


def _refuse_nameless(database: Database) -> None:
    """Raise Unreadable for a record of people that has lost its own id: it would get another."""
    if database.run("SELECT 1 FROM person LIMIT 1"):
        raise Unreadable("its own id")


def _identify(database: Database, *, demo: bool) -> None:
    """Give a new store its random id and, for invented people, its mark, in one transaction."""
    if not database.run(_HAS_ID):  # another window may have been first
        _name(database, "id", str(uuid4()))
        _name(database, "demo", "yes" if demo else "no")


def _name(database: Database, name: str, value: str) -> None:
    database.run("INSERT INTO store (name, value) VALUES (?, ?)", [name, value])
