"""The questions put to tables of versions, in SQL that every database understands.

They are made from the columns of the record types and written with ``?`` for each value.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from ipsskills.record.columns import columns_of, key_of, once_each, table_of
from ipsskills.record.reads import InWords
from ipsskills.record.sql.dialect import Dialect
from ipsskills.record.types import Assessment, Person
from ipsskills.record.whom import LIKE_AN_ID

_UNREPLACED = 'NOT EXISTS (SELECT 1 FROM "{table}" newer WHERE newer.replaces = {this}.id)'


def current(kind: type[Any], conditions: Sequence[str] = ()) -> str:
    """Return the query for versions that nothing replaces and that no rival beats.

    The rival, another such version of the thing, need not fit the conditions: a draft that was
    finished elsewhere is no draft.
    """
    rival = (
        f'SELECT 1 FROM "{table_of(kind)}" rival WHERE rival.thing = this.thing'
        f" AND (rival.at, rival.id) > (this.at, this.id) AND {_ask_unreplaced(kind, 'rival')}"
    )
    return _select(kind, [*conditions, _ask_unreplaced(kind, "this"), f"NOT EXISTS ({rival})"])


def every(kind: type[Any], conditions: Sequence[str] = ()) -> str:
    """Return the query for all versions that fit, whatever replaced them."""
    return _select(kind, conditions or ["1 = 1"])


def make_condition(dialect: Dialect, name: str, value: Any) -> tuple[str, list[Any]]:
    """Return the condition that a column has a value, or one of several, and its values."""
    if value is None:
        return f'this."{name}" IS NULL', []
    if value is InWords.IN_WORDS:
        return f'this."{name}" NOT LIKE ?', [LIKE_AN_ID]
    if isinstance(value, Iterable) and not isinstance(value, str):
        among = dialect.several([plain(each) for each in value])
        return f'this."{name}" {dialect.among}', [among]
    return f'this."{name}" = ?', [plain(value)]


def plain(value: Any) -> Any:
    """Return a value as a database takes it: plain texts for codes, lists for tuples."""
    if isinstance(value, str):
        return str.__str__(value)
    return list(value) if isinstance(value, tuple) else value


@once_each
def history(kind: type[Any]) -> str:
    """Return the query for all versions of one thing."""
    return _select(kind, ["this.thing = ?"])


def first_versions(kind: type[Any], among: str) -> str:
    """Return the query for the first versions of things ``among`` several (`Dialect.among`)."""
    return _select(kind, [f"this.thing {among}", "this.replaces IS NULL"])


def all_versions(kind: type[Any]) -> str:
    """Return the query for every row of a type, versions in the order in which they were kept."""
    order = "at, id" if key_of(kind) == "id" else key_of(kind)
    return f'SELECT {names_of(kind)} FROM "{table_of(kind)}" ORDER BY {order}'


def by_key(kind: type[Any], among: str) -> str:
    """Return the query for the rows whose key is ``among`` several (`Dialect.among`)."""
    return f'SELECT {names_of(kind)} FROM "{table_of(kind)}" WHERE {key_of(kind)} {among}'


@once_each
def forks(kind: type[Any]) -> str:
    """Return the query for the things that have more than one version that nothing replaces.

    One that replaces a version which was never here may come after any other, and tells no fork.
    """
    table = table_of(kind)
    known = f'EXISTS (SELECT 1 FROM "{table}" older WHERE older.id = this.replaces)'
    return (
        f'SELECT thing FROM "{table}" this WHERE {_ask_unreplaced(kind, "this")}'
        f" AND (this.replaces IS NULL OR {known})"
        " GROUP BY thing HAVING count(*) > 1 ORDER BY thing"
    )


def newest(kinds: Iterable[type[Any]]) -> str:
    """Return the query for the time of the newest version of these kinds, of each one row."""
    rows = (f'SELECT max(at) AS at FROM "{table_of(kind)}"' for kind in kinds)
    return " UNION ALL ".join(rows)


def newest_by(kinds: Iterable[type[Any]], among: str) -> str:
    """Return the query for the time of the newest version of each kind by some authors."""
    rows = (f'SELECT max(at) AS at FROM "{table_of(kind)}" WHERE author {among}' for kind in kinds)
    return " UNION ALL ".join(rows)


def kept_from(kind: type[Any], among: str) -> str:
    """Return the query for the versions of a kind by some authors from a time on."""
    return _select(kind, [f"this.author {among}", "this.at >= ?"])


def newest_answer() -> str:
    """Return the query for the time of the newest answer in a draft: finished ones are closed."""
    drafts = current(Assessment, ["this.state = ?"]).replace(names_of(Assessment), "this.thing", 1)
    drafts = drafts.partition(" ORDER BY ")[0]
    return f"SELECT max(at) AS at FROM rating WHERE assessment IN ({drafts})"


@once_each
def joined_people() -> str:
    """Return the query for who is said to be whom: (the person, the one they are)."""
    return current(Person, ["this.same_as IS NOT NULL"]).replace(
        names_of(Person), "this.thing, this.same_as", 1
    )


@once_each
def people_by_name() -> str:
    """Return the query for what everybody is called: (the person, their name), oldest first."""
    return current(Person).replace(names_of(Person), "this.thing, this.name", 1)


@once_each
def names_of(kind: type[Any]) -> str:
    """Return the columns of a type, for a query or an insert."""
    return ", ".join(f'"{column.name}"' for column in columns_of(kind))


def _select(kind: type[Any], conditions: Iterable[str]) -> str:
    """Return the query for the versions that fit, oldest first."""
    return (
        f'SELECT {names_of(kind)} FROM "{table_of(kind)}" this'
        f" WHERE {' AND '.join(conditions)} ORDER BY this.at, this.id"
    )


@once_each
def _ask_unreplaced(kind: type[Any], this: str) -> str:
    return _UNREPLACED.format(table=table_of(kind), this=this)
