"""Looks whether a store is sound, without changing it."""

from contextlib import closing
from pathlib import Path

from ipsskills.frozen import dataclass
from ipsskills.record.migrate import pending, version
from ipsskills.record.sql.database import Database
from ipsskills.record.sqlite.engine import connect, keep_journal
from ipsskills.record.sqlite.faults import plain_errors
from ipsskills.record.sqlite.values import wrong_values
from ipsskills.record.steps import STEPS
from ipsskills.record.types import KINDS
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
    with plain_errors(path), closing(connect(path)) as database:
        older = pending(database, path, STEPS)
        keep_journal(database)
        with database.transaction():
            return look(database, whole=not older)


def look(database: Database, *, whole: bool = True) -> Health:
    """Return the health of an open store; values and forks only if it ``whole`` is of our form."""
    problems = [str(row[0]) for row in database.run("PRAGMA integrity_check") if row[0] != "ok"]
    problems += [
        f"a row of {row[0]} names a row of {row[2]} that is not there"
        for row in database.run("PRAGMA foreign_key_check")
    ]
    problems += wrong_values(database) if whole else ()
    split = [thing for kind in KINDS if whole for thing in Work(database).forks(kind)]
    settings = tuple((name, str(database.run(f"PRAGMA {name}")[0][0])) for name in _SETTINGS)
    return Health(tuple(problems), tuple(split), version(database), settings)
