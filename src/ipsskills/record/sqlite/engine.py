"""One connection to the SQLite file, with the settings that keep answers safe.

Services keep files on network shares, where a write-ahead log is unsafe: hence the rollback
journal, with every write on the disk before it is acknowledged.
"""

import json
import os
import sqlite3
from pathlib import Path

from ipsskills.files import make_private_folder
from ipsskills.record.damage import Unreadable
from ipsskills.record.sql.database import Database
from ipsskills.record.sql.dialect import Dialect
from ipsskills.record.sqlite.undecodable import explain_fault

BUSY_MILLISECONDS = 10_000

SQLITE = Dialect(
    address="sqlite+pysqlite://",
    mark="?",
    begin_reading="BEGIN",
    begin_writing="BEGIN IMMEDIATE",
    among="IN (SELECT value FROM json_each(?))",
    several=json.dumps,
    native=False,
    tables="SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    broken="PRAGMA foreign_key_check",
    fault=sqlite3.IntegrityError,
    changes="PRAGMA data_version",
    explain=explain_fault,
)
_PRAGMAS = (
    f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}",
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = FULL",
    "PRAGMA secure_delete = ON",
)


def connect(path: Path | None) -> Database:
    """Return a connection to an existing file; None is an empty database in memory."""
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
    except UnicodeError:  # in what SQLite has to say of a list of tables that is spoilt
        raw.close()
        raise Unreadable("the list of its tables") from None
    except sqlite3.Error:
        raw.close()
        raise
    return Database(raw, SQLITE)


def keep_journal(database: Database) -> None:
    """Use the rollback journal, whatever another program chose; not inside a transaction.

    This is written in the file, so it waits until the file is known to be ours.
    """
    database.run("PRAGMA journal_mode = DELETE")


def wait_for_others(database: Database, milliseconds: int) -> None:
    """Set how long a statement waits for others that hold the file."""
    database.run(f"PRAGMA busy_timeout = {milliseconds}")


def create_private(path: Path) -> bool:
    """Create an empty file, and its folder, that only this user may read (where modes exist).

    Return whether it was made: False if there was such a file already.
    """
    make_private_folder(path.parent)
    made = not path.exists()
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    if made:
        path.chmod(0o600)  # whatever is taken from new files here
    return made
