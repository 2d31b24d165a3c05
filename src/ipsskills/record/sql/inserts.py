"""Writes rows by the table classes: the one place where something is put into a table.

SQLAlchemy speaks here through the connection that everything else uses, so that what is written
and what is read in a transaction is one; beginning and ending it is never its business.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ipsskills.record.columns import KEPT, columns_of, once_each
from ipsskills.record.sql.database import Database
from ipsskills.record.types import KINDS, FrameworkText, Record
from ipsskills.record.validate import adapter_of
from ipsskills.record.written import Decision, Written

if TYPE_CHECKING:
    from sqlalchemy import Connection, Insert


class Inserts:
    """Puts rows into the tables of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._speaking: Connection | None = None

    def insert(self, record: Record | FrameworkText) -> None:
        """Put a record's row into its table. Raises what the driver raises."""
        from sqlalchemy.exc import DBAPIError

        values = row_of(record)
        try:
            self._connection().execute(_insert_into(type(record)), values)
        except DBAPIError as error:
            raise (error.orig or error) from None

    def prepare(self) -> None:
        """Load what the first insert needs."""
        for kind in KINDS:
            adapter_of(kind)
            _insert_into(kind)
        self._connection()

    def close(self) -> None:
        """Let go of the connection; whoever opened it closes it."""
        if self._speaking is not None:
            self._speaking.close()
            self._speaking = None

    def _connection(self) -> "Connection":
        """Return SQLAlchemy's view of the connection, which lives as long as that does."""
        if self._speaking is None:
            from sqlalchemy import StaticPool, create_engine

            engine = create_engine(
                self._database.dialect.address,
                creator=lambda: self._database.raw,
                poolclass=StaticPool,
                hide_parameters=True,
            )
            dialect: Any = engine.dialect
            dialect.do_commit = dialect.do_rollback = dialect.do_close = _leave
            self._speaking = engine.connect()
        return self._speaking


def _leave(_connection: Any) -> None:
    """Do nothing where SQLAlchemy would end a transaction or close the connection."""


def row_of(record: Record | FrameworkText) -> dict[str, Any]:
    """Return a record's values by column, as SQLAlchemy takes them."""
    columns = columns_of(type(record))
    values = {each.name: getattr(record, each.name) for each in columns if each is not KEPT}
    row = {name: plain(value) for name, value in values.items()}
    return row | {KEPT.name: kept_on_purpose(values)} if KEPT in columns else row


def kept_on_purpose(values: Mapping[str, Any]) -> list[str]:
    """Return the fields whose text was kept although the check had found something in it."""
    return [
        name
        for name, value in values.items()
        if isinstance(value, Written) and value.decision is Decision.KEPT_ON_PURPOSE
    ]


def plain(value: Any) -> Any:
    """Return a value as a database takes it: plain texts for codes, lists for tuples."""
    if isinstance(value, str):
        return str.__str__(value)
    return list(value) if isinstance(value, tuple) else value


@once_each
def _insert_into(kind: type[Any]) -> "Insert":
    from ipsskills.record.sql.tables import TABLE_OF

    table: Any = TABLE_OF[kind].__table__  # type: ignore[attr-defined]
    made: Insert = table.insert()
    return made
