"""One connection to the SQLite file, with the settings that keep answers safe.

Services keep files on network shares, where a write-ahead log is unsafe: hence the rollback
journal, with every write on the disk before it is acknowledged.
"""

import os
import sqlite3
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, NullPool, create_engine, event

BUSY_MILLISECONDS = 10_000

_OPENING: ContextVar[Path | None] = ContextVar("the file being opened")
_PRAGMAS = (
    f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}",
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = FULL",
    "PRAGMA secure_delete = ON",
)


def connect(path: Path | None) -> Connection:
    """Return a connection to an existing file; None is an empty store in memory.

    A transaction opened on it is BEGIN IMMEDIATE when its execution option ``writing`` is set.
    """
    token = _OPENING.set(path)
    try:
        return _engine().connect()
    finally:
        _OPENING.reset(token)


@cache
def _engine() -> Engine:
    """Return the one engine of a process, which remembers how each query is put together.

    Every connection has its own file, and none is kept in a pool.
    """
    engine = create_engine(
        "sqlite+pysqlite://",
        creator=lambda: _sqlite(_OPENING.get()),
        poolclass=NullPool,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def keep_journal(connection: Connection) -> None:
    """Use the rollback journal, whatever another program chose; not inside a transaction.

    This is written in the file, so it waits until the file is known to be ours.
    """
    raw: Any = connection.connection.driver_connection
    raw.execute("PRAGMA journal_mode = DELETE")


def create_private(path: Path) -> bool:
    """Create an empty file, and its folder, that only this user may read (where modes exist).

    Return whether it was made: False if there was such a file already.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    made = not path.exists()
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    return made


def _sqlite(path: Path | None) -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?mode=rw" if path else "file::memory:"
    raw = sqlite3.connect(
        address,
        uri=True,
        isolation_level=None,
        timeout=BUSY_MILLISECONDS / 1000,
        check_same_thread=False,
    )
    try:
        for pragma in _PRAGMAS:
            raw.execute(pragma)
    except sqlite3.Error:
        raw.close()
        raise
    return raw


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def close(connection: Connection) -> None:
    """Close the connection and its file."""
    connection.close()
