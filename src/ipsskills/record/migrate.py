"""Brings a store to the present form: numbered steps, each one transaction with its record.

What is there is looked at first: a database of others is refused, and one of ours that lost a part
of its form is damaged.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from ipsskills import __version__
from ipsskills.errors import StoreError
from ipsskills.record.damage import NotOurs, Unreadable
from ipsskills.record.sql.database import Database
from ipsskills.record.steps import STEPS
from ipsskills.record.steps.step import Step

_CREATE = """CREATE TABLE IF NOT EXISTS migration (
    number INTEGER NOT NULL PRIMARY KEY,
    name VARCHAR NOT NULL,
    program VARCHAR NOT NULL,
    at TIMESTAMP NOT NULL)"""
_COLUMNS = ("number", "name", "program", "at")
# Tables that every form of ours has. Two of them make a file ours, whatever else is missing.
_OURS = frozenset(("store", "framework_text", "person", "rating"))
_ENOUGH = 2


def version(database: Database) -> int:
    """Return the number of the last step a store has had, 0 for an empty one. Writes nothing.

    Raises NotOurs for a database of others, and Unreadable for one of ours that lost its form.
    """
    tables = database.tables()
    if not tables:
        return 0
    ours = len(_OURS & tables) >= _ENOUGH
    numbers = _read_numbers(database) if "migration" in tables else []
    if ours and not numbers:
        raise Unreadable("which form it has")
    if not ours and max(numbers, default=0) <= len(STEPS):  # a later form may have other tables
        raise NotOurs
    return max(numbers)


def pending(database: Database, path: Path | None, steps: Sequence[Step]) -> list[Step]:
    """Return the steps a store still needs.

    It needs no transaction: a step and the record of it are kept together, and are never undone.
    Raises StoreError if it is of a newer program, NotOurs and Unreadable as `version` does.
    """
    have = version(database)
    if have > max(step.number for step in steps):
        raise StoreError(
            f"{path} was written by a newer ipsskills (form {have}). Nothing was changed.",
            "Install the newer version: pipx upgrade ipsskills",
        )
    if not have and path and path.stat().st_size:
        raise NotOurs  # we make a file and its first form at once
    return [step for step in steps if step.number > have]


def migrate(
    database: Database,
    now: datetime,
    steps: Sequence[Step] = STEPS,
    after_first: Callable[[], None] | None = None,
) -> None:
    """Run every pending step. A step that fails leaves the store as it was before it.

    ``after_first`` is done in the transaction of the first of them, so that neither is kept alone.
    """
    for step in steps:
        with database.transaction(writing=True):
            database.run(_CREATE)
            if not _is_done(database, step):
                _run(database, step, now)
            if after_first and step is steps[0]:
                after_first()


def _read_numbers(database: Database) -> list[int]:
    """Return the numbers of the steps that were done; none if that cannot be our own list."""
    if database.columns("migration") != _COLUMNS:
        return []
    numbers = [number for (number,) in database.run("SELECT number FROM migration")]
    return numbers if all(type(each) is int and each > 0 for each in numbers) else []


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
