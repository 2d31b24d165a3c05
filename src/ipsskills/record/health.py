"""Looks whether a store is sound."""

from sqlalchemy import Connection

from ipsskills.record.migrate import version
from ipsskills.record.store import Health
from ipsskills.record.tables import TABLE_OF
from ipsskills.record.types import Record
from ipsskills.record.work import Work

_SETTINGS = ("synchronous", "journal_mode", "foreign_keys", "secure_delete", "busy_timeout")


def look(connection: Connection) -> Health:
    """Return problems, forks, the form's number and the connection's own settings."""
    problems = [
        str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check") if row[0] != "ok"
    ]
    problems += [
        f"a row of {row[0]} names a row of {row[2]} that is not there"
        for row in connection.exec_driver_sql("PRAGMA foreign_key_check")
    ]
    work = Work(connection)
    forks = [f for kind in TABLE_OF if issubclass(kind, Record) for f in work.forks(kind)]
    settings = tuple(
        (name, str(connection.exec_driver_sql(f"PRAGMA {name}").scalar())) for name in _SETTINGS
    )
    return Health(tuple(problems), tuple(forks), version(connection), settings)
