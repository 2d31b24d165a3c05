"""One connection to a database by its own driver, and the transactions on it.

It is written for any driver of Python's database interface (PEP 249) whose connection executes
statements itself, as those of sqlite3 and psycopg do, and leaves transactions to us.
"""

from collections.abc import Iterator, Sequence
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
        done = self.raw.execute(self.dialect.spell(sql), values)
        return done.fetchall() if done.description else []

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

    def tables(self) -> set[str]:
        """Return the names of the tables that are there."""
        return {name for (name,) in self.run(self.dialect.tables)}

    def close(self) -> None:
        """Close the connection."""
        self.raw.close()
