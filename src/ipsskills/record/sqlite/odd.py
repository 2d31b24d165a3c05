"""Looks for what cannot be in rows that can each be read: in SQL, one pass through each table.

A rule that holds of every version is declared beside its record type (`Record.NEVER`).
"""

from collections.abc import Iterable, Iterator
from typing import Any

from ipsskills.record.columns import columns_of, once_each, table_of
from ipsskills.record.damage import name_value
from ipsskills.record.sql.database import Database

# So many of a kind are named.
MOST_NAMED = 5

# Which things a column names, by the table they are versions in.
_NAMES = {
    "about": "person",
    "author": "person",
    "rater": "person",
    "supervisor": "person",
    "same_as": "person",
    "assessment": "assessment",
    "goal": "goal",
}
# Others' records still name whoever was erased by their ids.
_FORGOTTEN = " UNION SELECT each.value FROM forgotten, json_each(forgotten.ids) each"


def odd_rows(database: Database, kinds: Iterable[type[Any]]) -> Iterator[str]:
    """Yield what cannot be, by column, row and table."""
    for kind in kinds:
        for column, condition, problem in _conditions(kind):
            found = database.run(
                f'SELECT id FROM "{table_of(kind)}" WHERE {condition} LIMIT {MOST_NAMED}'
            )
            for (key,) in found:
                yield f"{name_value(table_of(kind), key, column)} {problem}"


@once_each
def never(kind: type[Any]) -> str:
    """Return the condition in SQL that holds of no row of a type's table."""
    return " OR ".join(f"({condition})" for _, condition, _ in _conditions(kind)) or "0"


def _conditions(kind: type[Any]) -> Iterator[tuple[str, str, str]]:
    """Yield what must hold of no row: the column, the condition, and what is said of such a row."""
    yield from getattr(kind, "NEVER", ())
    for column in columns_of(kind):
        if named := _NAMES.get(column.name):
            known = f"SELECT thing FROM {named}" + (_FORGOTTEN if named == "person" else "")
            yield (
                column.name,
                f'"{column.name}" NOT IN ({known})',
                f"names a {named} that is not there",
            )
