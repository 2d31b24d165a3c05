"""Writes rows by the table classes: the one place where something is put into a table.

SQLAlchemy makes each statement, and says how a value of each column is kept, once; then the driver
carries it out, in the transaction that everything else is in.
"""

from collections.abc import Callable, Mapping
from typing import Any

from ipsskills.frozen import dataclass
from ipsskills.record.columns import KEPT, columns_of
from ipsskills.record.sql.database import Database
from ipsskills.record.sql.queries import plain
from ipsskills.record.types import Assessment, FrameworkText, Note, Person, Rating, Record
from ipsskills.record.validate import adapter_of
from ipsskills.record.written import Decision, Written

Convert = Callable[[Any], Any]

# What somebody who answers puts into the record; other kinds are got ready when they come.
_ANSWERED = (Person, Assessment, Rating, Note)


@dataclass(frozen=True)
class Insert:
    """A statement that puts a row into a table: its text, its columns in order, each converted."""

    sql: str
    columns: tuple[tuple[str, Convert | None], ...]

    def order(self, values: Mapping[str, Any]) -> list[Any]:
        """Return a row's values as the statement takes them."""
        return [make(values[name]) if make else values[name] for name, make in self.columns]


_MADE: dict[tuple[type[Any], str], Insert] = {}


class Inserts:
    """Puts rows into the tables of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def insert(self, record: Record | FrameworkText) -> None:
        """Put a record's row into its table. Raises what the driver raises."""
        into = self._find(type(record))
        self._database.run(into.sql, into.order(row_of(record)))

    def prepare(self) -> None:
        """Load what the first answer's insert needs; the database is left alone."""
        for kind in _ANSWERED:
            adapter_of(kind)
            self._find(kind)

    def _find(self, kind: type[Any]) -> Insert:
        """Return the statement for a kind, made when it is first needed, once a process."""
        key = kind, self._database.dialect.address
        if key not in _MADE:
            _MADE[key] = make_insert(*key)
        return _MADE[key]


def make_insert(kind: type[Any], address: str) -> Insert:
    """Return the statement for a kind of record in the database of an SQLAlchemy address."""
    from sqlalchemy import make_url

    from ipsskills.record.sql.tables import table_class

    dialect_class: Any = make_url(address).get_dialect()
    dialect = dialect_class(paramstyle="qmark")
    table: Any = table_class(kind).__table__  # type: ignore[attr-defined]
    made = table.insert().compile(dialect=dialect)
    types = {column.name: column.type.dialect_impl(dialect) for column in table.columns}
    columns = ((name, types[name].bind_processor(dialect)) for name in made.positiontup)
    return Insert(str(made), tuple(columns))


def row_of(record: Record | FrameworkText) -> dict[str, Any]:
    """Return a record's values by column, as SQLAlchemy takes them."""
    columns = columns_of(type(record))
    has_kept = columns[-1] is KEPT
    own = columns[:-1] if has_kept else columns
    values = {each.name: getattr(record, each.name) for each in own}
    row = {name: plain(value) for name, value in values.items()}
    return row | {KEPT.name: kept_on_purpose(values)} if has_kept else row


def kept_on_purpose(values: Mapping[str, Any]) -> list[str]:
    """Return the fields whose text was kept although the check had found something in it."""
    return [
        name
        for name, value in values.items()
        if isinstance(value, Written) and value.decision is Decision.KEPT_ON_PURPOSE
    ]
