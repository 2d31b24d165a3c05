"""One connection to a database by its own driver, and the transactions on it.

It is written for any driver of Python's database interface (PEP 249) whose connection executes
statements itself, as those of sqlite3 and psycopg do, and leaves transactions to us.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from ipsskills.record.sql.dialect import Dialect


class Database:
    """A connection. ``raw`` is the driver's own, for what only one database can do."""

    def __init__(self, raw: Any, dialect: Dialect) -> None:
        self.raw = raw
        self.dialect = dialect

    def run(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Carry out one statement, written with ``?`` for each value, and return its rows."""
        try:
            done = self.raw.execute(self.dialect.spell(sql), values)
            return done.fetchall() if done.description else []
        except Exception as error:  # noqa: BLE001 - whatever its driver raises
            raise self._explain(error, sql, values) from None

    def walk(self, sql: str) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a query one by one; what cannot be read is raised as by `run`."""
        try:
            yield from self.raw.execute(self.dialect.spell(sql))
        except Exception as error:  # noqa: BLE001 - whatever its driver raises
            raise self._explain(error, sql) from None

    @contextmanager
    def transaction(self, *, writing: bool = False) -> Iterator[None]:
        """Hold a transaction: one consistent look, or changes that are kept all or not at all."""
        how = self.dialect.begin_writing if writing else self.dialect.begin_reading
        self.raw.execute(how)
        try:
            yield
            self.raw.execute("COMMIT")
        except BaseException:
            # A commit that failed leaves its transaction open; it would keep others from writing.
            self.raw.rollback()
            raise

    def begin_anew_after(self, act: Callable[[], object]) -> bool:
        """End a writing transaction that has written nothing, act, and begin it anew.

        Return whether what was read in it still holds: nobody else has changed anything meanwhile.
        """
        before = self.run(self.dialect.changes)
        self.raw.rollback()
        act()
        self.raw.execute(self.dialect.begin_writing)
        return self.run(self.dialect.changes) == before

    def tables(self) -> set[str]:
        """Return the names of the tables that are there."""
        return {name for (name,) in self.run(self.dialect.tables)}

    def columns(self, table: str) -> tuple[str, ...]:
        """Return the names of a table's columns, in their order."""
        sql = f'SELECT * FROM "{table}" LIMIT 0'
        try:
            return tuple(str(each[0]) for each in self.raw.execute(sql).description)
        except Exception as error:  # noqa: BLE001 - whatever its driver raises
            raise self._explain(error, sql) from None

    def _explain(self, error: Exception, sql: str, values: Sequence[Any] = ()) -> Exception:
        """Return what a statement raised as the dialect tells it."""
        return self.dialect.explain(self.raw, sql, values, error)

    def close(self) -> None:
        """Close the connection."""
        self.raw.close()
