"""Looks through every row of a file in SQL made from the declaration of the record types.

The database does the looking, so that a large record takes no memory here; only rows in which
something is wrong come back.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from ipsskills.record.columns import Column, columns_of, key_of, once_each, table_of
from ipsskills.record.damage import Unreadable, name_value
from ipsskills.record.limits import ListLimit, NumberLimit, TextLimit
from ipsskills.record.sql.database import Database
from ipsskills.record.types import KINDS, FrameworkText

# So many of a table are named; a file with more has a trouble that one name each does not tell.
MOST_NAMED = 20

_EVERY = (*KINDS, FrameworkText)

# Control characters but the tab and the line break, as ranges of a pattern.
_CONTROL = (
    "char(1) || '-' || char(8) || char(11) || '-' || char(31) || char(127) || '-' || char(159)"
)


def list_filled(database: Database) -> list[type[Any]]:
    """Return the types whose tables hold a row: nothing is wrong in the others.

    To prepare what looks at a table takes longer than to look at a small one.
    """
    each = (
        f'SELECT {number} WHERE EXISTS (SELECT 1 FROM "{table_of(kind)}")'
        for number, kind in enumerate(_EVERY)
    )
    return [_EVERY[number] for (number,) in database.run(" UNION ALL ".join(each))]


def all_fit(
    database: Database, kinds: Iterable[type[Any]], never: Callable[[type[Any]], str]
) -> bool:
    """Whether every value fits its column and ``never`` holds of no row: one pass a table.

    ``never`` gives a condition in SQL for a type's table.
    """
    for kind in kinds:
        wrong = f"({_all_fit(kind)}) IS NOT TRUE OR {never(kind)}"
        if database.run(f'SELECT 1 FROM "{table_of(kind)}" WHERE {wrong} LIMIT 1'):
            return False
    return True


def wrong_names(database: Database) -> Iterator[str]:
    """Yield which of the store's own values cannot be read, its id first of all."""
    found = database.run("SELECT name, value FROM store")
    for name, value in found:
        if not isinstance(name, str) or not isinstance(value, str):
            yield f"{name_value('store', name, 'value')} is not a text"
    if "id" not in dict(found) and database.run("SELECT 1 FROM person LIMIT 1"):
        yield "its own id is missing"


def wrong_values(database: Database, kinds: Iterable[type[Any]]) -> Iterator[str]:
    """Yield what is wrong with values, by table, row and column; no value is repeated."""
    for kind in kinds:
        columns = columns_of(kind)
        rows = database.run(_query(kind))
        for key, *fits in rows[:MOST_NAMED]:
            for column, fit in zip(columns, fits, strict=True):
                if not fit:
                    yield f"{name_value(table_of(kind), key, column.name)} {_problem(column)}"
        if len(rows) > MOST_NAMED:
            yield f"more values in {table_of(kind)} are wrong"


def undecodable_values(database: Database, kinds: Iterable[type[Any]]) -> Iterator[str]:
    """Yield a text of each table that is not UTF-8, if there is one: the database does not look."""
    for kind in kinds:
        names = [key_of(kind), *(column.name for column in _texts(kind))]
        columns = ", ".join(f'"{name}"' for name in names)
        try:
            for _ in database.walk(f'SELECT {columns} FROM "{table_of(kind)}"'):
                pass
        except Unreadable as damage:
            yield f"{damage} is not a text"


def _texts(kind: type[Any]) -> list[Column]:
    """Return the columns whose bytes may be no text: free words, names, ids, lists of texts."""
    return [c for c in columns_of(kind) if not issubclass(c.holds, (int, float, date, StrEnum))]


def wrong_shape(database: Database) -> Iterator[str]:
    """Yield which tables and columns of ours are missing.

    SQLite takes the quoted name of a column that is not there for a text, and says nothing.
    """
    tables = database.tables()
    if "store" not in tables:
        yield "the table store is missing"
    for kind in _EVERY:
        table = table_of(kind)
        if table not in tables:
            yield f"the table {table} is missing"
            continue
        there = database.columns(table)
        for column in columns_of(kind):
            if column.name not in there:
                yield f"{column.name} in {table} is missing"


@once_each
def _all_fit(kind: type[Any]) -> str:
    """Return the condition that every value of a row fits its column."""
    return " AND ".join(f"({_fits(column)})" for column in columns_of(kind))


@once_each
def _query(kind: type[Any]) -> str:
    """Return the query for rows with a wrong value: the key, and for each column if it fits."""
    fits = [f"({_fits(column)}) IS TRUE" for column in columns_of(kind)]
    return (
        f'SELECT {key_of(kind)}, {", ".join(fits)} FROM "{table_of(kind)}"'
        f" WHERE NOT ({' AND '.join(fits)}) LIMIT {MOST_NAMED + 1}"
    )


def _fits(column: Column) -> str:
    """Return the condition that a column holds what it should."""
    name = f'"{column.name}"'
    holds = " AND ".join([_of_type(column, name), *(_within(mark, name) for mark in column.marks)])
    return f"{name} IS NULL OR ({holds})" if column.optional else holds


def _of_type(column: Column, name: str) -> str:
    if issubclass(column.holds, StrEnum):
        codes = ", ".join(f"'{code.value}'" for code in column.holds)
        return f"{name} IN ({codes})"
    simple: dict[type[Any], str] = {
        bool: f"{name} IN (0, 1)",
        int: f"typeof({name}) = 'integer'",
        float: f"typeof({name}) IN ('real', 'integer')",
        date: f"{name} IS date({name}, '+0 days')",
        datetime: _is_time(name),
        tuple: _is_list(name),
    }
    return simple.get(column.holds, f"typeof({name}) = 'text'")


def _is_time(name: str) -> str:
    """Return the condition that a text is a time with microseconds, as it is written.

    Only where a day is added, even none, does SQLite look whether there is such a day.
    """
    second, rest = f"substr({name}, 1, 19)", f"substr({name}, 20)"
    return (
        f"{second} IS strftime('%Y-%m-%d %H:%M:%S', {second}, '+0 days')"
        f" AND {rest} GLOB '.[0-9][0-9][0-9][0-9][0-9][0-9]'"
    )


def _is_list(name: str) -> str:
    """Return the condition that a text is a JSON list of texts."""
    other = f"EXISTS (SELECT 1 FROM json_each({name}) WHERE type <> 'text')"
    listed = f"json_type({name}) = 'array' AND NOT {other}"
    return f"({name} = '[]' OR CASE WHEN json_valid({name}) THEN {listed} ELSE 0 END)"


def _within(mark: Any, name: str) -> str:
    """Return the condition that a value is within the limits that a field's type sets."""
    if isinstance(mark, NumberLimit):
        least = f"{name} >= {mark.least}" if mark.least is not None else f"{name} > {mark.above}"
        return f"{least} AND {name} <= {mark.most}"
    if isinstance(mark, ListLimit):
        return f"CASE WHEN json_valid({name}) THEN json_array_length({name}) END <= {mark.most}"
    if isinstance(mark, TextLimit):
        line = f" AND {name} <> '' AND instr({name}, char(10)) = 0" if mark.line else ""
        plain = f"{name} NOT GLOB '*[' || {_CONTROL} || ']*' AND instr({name}, char(0)) = 0"
        return f"length({name}) <= {mark.most}{line} AND {plain}"
    return "1"


def _problem(column: Column) -> str:
    said: dict[type[Any], str] = {
        bool: "is neither yes nor no",
        int: "is not a number that fits",
        float: "is not a number that fits",
        date: "is not a date",
        datetime: "is not a time",
        tuple: "is not a list that fits",
    }
    if issubclass(column.holds, StrEnum):
        return "is not a known code"
    return said.get(column.holds, "is not a text that fits")
