"""Looks whether a store is sound, without changing it."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from ipsskills.record.migrate import pending, version
from ipsskills.record.sqlite.engine import close, connect, keep_journal
from ipsskills.record.sqlite.faults import plain_errors
from ipsskills.record.steps import STEPS
from ipsskills.record.tables import TABLE_OF
from ipsskills.record.types import Record
from ipsskills.record.work import Work

_SETTINGS = ("synchronous", "journal_mode", "foreign_keys", "secure_delete", "busy_timeout")


@dataclass(frozen=True)
class Health:
    """What was found: problems in words, things with two current versions, the form's number.

    ``settings`` are the connection's own, read back.
    """

    problems: tuple[str, ...]
    forks: tuple[str, ...]
    form: int
    settings: tuple[tuple[str, str], ...]


def look_at(path: Path) -> Health:
    """Return the health of the store in a file. Raises StoreError if it is no store of ours."""
    with plain_errors(path):
        connection = connect(path)
        try:
            older = pending(connection, path, STEPS)
            keep_journal(connection)
            with connection.begin():
                return look(connection, forks=not older)
        finally:
            close(connection)


def look(connection: Connection, *, forks: bool = True) -> Health:
    """Return the health of an open store; ``forks`` can be told for the present form only."""
    problems = [
        str(row[0])
        for row in connection.exec_driver_sql("PRAGMA integrity_check")
        if row[0] != "ok"
    ]
    problems += [
        f"a row of {row[0]} names a row of {row[2]} that is not there"
        for row in connection.exec_driver_sql("PRAGMA foreign_key_check")
    ]
    kinds = [kind for kind in TABLE_OF if issubclass(kind, Record)] if forks else []
    split = [thing for kind in kinds for thing in Work(connection).forks(kind)]
    settings = tuple(
        (name, str(connection.exec_driver_sql(f"PRAGMA {name}").scalar())) for name in _SETTINGS
    )
    return Health(tuple(problems), tuple(split), version(connection), settings)
