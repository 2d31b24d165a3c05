"""Brings a store to the present form: numbered steps, each one transaction with its record."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import DatabaseError

from ipsskills import __version__
from ipsskills.errors import StoreError
from ipsskills.record.steps import STEPS
from ipsskills.record.steps.step import Step

_CREATE = """CREATE TABLE IF NOT EXISTS migration (
    number INTEGER NOT NULL PRIMARY KEY,
    name VARCHAR NOT NULL,
    program VARCHAR NOT NULL,
    at TIMESTAMP NOT NULL)"""


def version(connection: Connection) -> int:
    """Return the number of the last step a store has had, 0 for an empty one.

    Writes nothing; call it inside a transaction.
    """
    if not inspect(connection).has_table("migration"):
        return 0
    found = connection.execute(text("SELECT max(number) FROM migration")).scalar()
    return int(found or 0)


def pending(connection: Connection, path: Path | None, steps: Sequence[Step]) -> list[Step]:
    """Return the steps a store still needs.

    Raises StoreError if it is of a newer program or holds somebody else's tables.
    """
    with connection.begin():
        have = version(connection)
        foreign = have == 0 and bool(inspect(connection).get_table_names())
    if have > max(step.number for step in steps):
        raise StoreError(
            f"{path} was written by a newer ipsskills (form {have}). Nothing was changed.",
            "Install the newer version: pipx upgrade ipsskills",
        )
    if foreign:
        raise StoreError(
            f"{path} is a database, but not an ipsskills record. Nothing was changed.",
            "Look at the name, or use --db FILE.",
        )
    return [step for step in steps if step.number > have]


def migrate(connection: Connection, now: datetime, steps: Sequence[Step] = STEPS) -> None:
    """Run every pending step. A step that fails leaves the store as it was before it."""
    for step in steps:
        with connection.begin():
            connection.exec_driver_sql(_CREATE)
            if not _done(connection, step):
                _run(connection, step, now)


def _done(connection: Connection, step: Step) -> bool:
    """Ask again inside the transaction: another window may have been first."""
    query = text("SELECT 1 FROM migration WHERE number = :number")
    return connection.execute(query, {"number": step.number}).first() is not None


def _run(connection: Connection, step: Step, now: datetime) -> None:
    for statement in step.statements:
        connection.exec_driver_sql(statement)
    if connection.dialect.name == "sqlite" and list(
        connection.exec_driver_sql("PRAGMA foreign_key_check")
    ):
        raise DatabaseError(step.name, None, Exception("references are broken"))
    record = "INSERT INTO migration (number, name, program, at) VALUES (:n, :name, :program, :at)"
    connection.execute(
        text(record),
        {
            "n": step.number,
            "name": step.name,
            "program": __version__,
            "at": now.replace(tzinfo=None).isoformat(sep=" "),
        },
    )
