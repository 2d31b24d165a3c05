"""Brings a store to the present form: numbered steps, each one transaction with its record."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from ipsskills import __version__
from ipsskills.errors import StoreError
from ipsskills.record.sql.database import Database
from ipsskills.record.steps import STEPS
from ipsskills.record.steps.step import Step

_CREATE = """CREATE TABLE IF NOT EXISTS migration (
    number INTEGER NOT NULL PRIMARY KEY,
    name VARCHAR NOT NULL,
    program VARCHAR NOT NULL,
    at TIMESTAMP NOT NULL)"""


def version(database: Database) -> int:
    """Return the number of the last step a store has had, 0 for an empty one. Writes nothing."""
    return _version(database) if "migration" in database.tables() else 0


def pending(database: Database, path: Path | None, steps: Sequence[Step]) -> list[Step]:
    """Return the steps a store still needs.

    It needs no transaction: a step and the record of it are kept together, and are never undone.
    Raises StoreError if it is of a newer program or holds somebody else's tables.
    """
    tables = database.tables()
    have = _version(database) if "migration" in tables else 0
    if have > max(step.number for step in steps):
        raise StoreError(
            f"{path} was written by a newer ipsskills (form {have}). Nothing was changed.",
            "Install the newer version: pipx upgrade ipsskills",
        )
    if tables and not have:
        raise StoreError(
            f"{path} is a database, but not an ipsskills record. Nothing was changed.",
            "Look at the name, or use --db FILE.",
        )
    return [step for step in steps if step.number > have]


def migrate(database: Database, now: datetime, steps: Sequence[Step] = STEPS) -> None:
    """Run every pending step. A step that fails leaves the store as it was before it."""
    for step in steps:
        with database.transaction(writing=True):
            database.run(_CREATE)
            if not _is_done(database, step):
                _run(database, step, now)


def _version(database: Database) -> int:
    ((found,),) = database.run("SELECT max(number) FROM migration")
    return int(found or 0)


def _is_done(database: Database, step: Step) -> bool:
    """Ask again inside the transaction: another window may have been first."""
    return bool(database.run("SELECT 1 FROM migration WHERE number = ?", [step.number]))


def _run(database: Database, step: Step, now: datetime) -> None:
    for statement in step.statements:
        database.run(statement)
    if database.run(database.dialect.broken):
        raise database.dialect.fault("references are broken")
    database.run(
        "INSERT INTO migration (number, name, program, at) VALUES (?, ?, ?, ?)",
        [step.number, step.name, __version__, now.replace(tzinfo=None).isoformat(sep=" ")],
    )
