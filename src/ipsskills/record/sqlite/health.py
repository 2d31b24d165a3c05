"""Looks whether a store is sound, without changing it."""

from contextlib import closing
from pathlib import Path

from ipsskills.errors import DamagedRecord
from ipsskills.frozen import dataclass
from ipsskills.record.damage import NotOurs
from ipsskills.record.migrate import pending, version
from ipsskills.record.sql.database import Database
from ipsskills.record.sqlite.engine import connect, keep_journal
from ipsskills.record.sqlite.faults import plain_errors
from ipsskills.record.sqlite.odd import never, odd_rows
from ipsskills.record.sqlite.values import (
    all_fit,
    list_filled,
    undecodable_values,
    wrong_names,
    wrong_shape,
    wrong_values,
)
from ipsskills.record.steps import STEPS
from ipsskills.record.types import KINDS
from ipsskills.record.work import Work

_SETTINGS = ("synchronous", "journal_mode", "foreign_keys", "secure_delete", "busy_timeout")
# A broken file breaks the same thing many times over.
MOST_TOLD = 10


@dataclass(frozen=True)
class Health:
    """What was found: problems in words, things with two current versions, the form's number.

    ``odd`` is what cannot be although each value can be read: who is named and is nobody, an end
    before its beginning. ``settings`` are the connection's own, read back.
    """

    problems: tuple[str, ...]
    odd: tuple[str, ...]
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


def is_sound(path: Path) -> bool:
    """Whether a copy can be gone back to: its pages, and every value in them, can be read.

    That its indexes hold every row is not looked at: that takes ten times as long. Of a file of
    another form, or of others, only the pages are.
    """
    try:
        with plain_errors(path), closing(connect(path)) as database:
            try:
                whole = version(database) == STEPS[-1].number
            except NotOurs:
                whole = False
            problems, _ = _find_problems(database, "quick_check", whole=whole)
            return not problems
    except DamagedRecord:
        return False


def look(database: Database, *, whole: bool = True) -> Health:
    """Return the health of an open store; values and forks only if it ``whole`` is of our form."""
    problems, odd = _find_problems(database, "integrity_check", whole=whole)
    readable = whole and not problems
    split = [thing for kind in KINDS if readable for thing in Work(database).forks(kind)]
    settings = tuple((name, str(database.run(f"PRAGMA {name}")[0][0])) for name in _SETTINGS)
    return Health(
        problems=tuple(problems),
        odd=tuple(odd),
        forks=tuple(split),
        form=version(database),
        settings=settings,
    )


def _find_problems(database: Database, how: str, *, whole: bool) -> tuple[list[str], list[str]]:
    """Return what cannot be read, by one of SQLite's own checks and by ours, and what is odd."""
    problems = [str(row[0]) for row in database.run(f"PRAGMA {how}") if row[0] != "ok"]
    if whole:
        problems += wrong_shape(database)
    if problems:
        return _shorten(problems), []
    problems += [
        f"a row of {row[0]} names a row of {row[2]} that is not there"
        for row in database.run("PRAGMA foreign_key_check")
    ]
    if not whole:
        return _shorten(problems), []
    filled = list_filled(database)
    problems += [*wrong_names(database), *undecodable_values(database, filled)]
    if all_fit(database, filled, never):
        return _shorten(problems), []
    problems += wrong_values(database, filled)
    return _shorten(problems), [] if problems else _shorten(list(odd_rows(database, filled)))


def _shorten(problems: list[str]) -> list[str]:
    told = list(dict.fromkeys(line for problem in problems for line in problem.splitlines()))
    return [*told[:MOST_TOLD], "and more"] if len(told) > MOST_TOLD else told
