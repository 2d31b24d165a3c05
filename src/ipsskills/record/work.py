"""Reading and adding inside one transaction. All writing goes through `Work.add`."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, FromClause, Select, exists, select, text, tuple_

from ipsskills.errors import ChangedElsewhere
from ipsskills.record.identity import ids_of, survivor
from ipsskills.record.tables import TABLE_OF
from ipsskills.record.types import FrameworkText, Person, Record

# The fields that say whose something is.
_WHOSE = ("about", "rater")

# Asked by every command, so in words the database needs no help with; the last row of one counts.
_JOINED = text(
    "SELECT thing, same_as FROM person p WHERE NOT EXISTS "
    "(SELECT 1 FROM person n WHERE n.replaces = p.id) ORDER BY at, id"
)

R = TypeVar("R", bound=Record)


class Work:
    """What can be done with the record inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._links: dict[str, str] | None = None

    def current(self, kind: type[R], /, **where: Any) -> tuple[R, ...]:
        """Return the current version of each thing of a kind, oldest first.

        ``where`` names fields and the value, or list of values, they must have; a person in
        ``about`` or ``rater`` is meant with every id they have (`ids_of`). Where a join left two
        current versions of one thing, the later one counts, then the one with the higher id.
        """
        table = _table(kind)
        where |= {name: self.ids_of(where[name]) for name in _WHOSE if name in where}
        return self._read(kind, _unrivalled(table).where(*_fitting(table, where)))

    def ids_of(self, people: str | Iterable[str]) -> tuple[str, ...]:
        """Return every id of a person, or of several, that a record says is the same person."""
        given = (people,) if isinstance(people, str) else people
        return ids_of(self._same(), given)

    def survivor(self, person: str) -> str:
        """Return the id that stands for a person: their own, unless they were joined to another."""
        return survivor(self._same(), person)

    def forks(self, kind: type[R]) -> tuple[str, ...]:
        """Return the things of a kind that have more than one current version."""
        versions = Counter(record.thing for record in self._read(kind, _unreplaced(_table(kind))))
        return tuple(sorted(thing for thing, count in versions.items() if count > 1))

    def history(self, kind: type[R], thing: str) -> tuple[R, ...]:
        """Return every version of one thing, oldest first."""
        table = _table(kind)
        return self._read(kind, _versions(table).where(table.c.thing == thing))

    def add(self, *records: Record) -> None:
        """Add record versions. Raises ChangedElsewhere if one was made from an outdated version."""
        for record in records:
            self._refuse_outdated(record)
            self._insert(record)
            if isinstance(record, Person):
                self._links = None

    def keep_framework(self, text: FrameworkText) -> None:
        """Keep a framework text unless it is there already."""
        if self.framework_text(text.hash) is None:
            self._insert(text)

    def framework_text(self, content_hash: str) -> str | None:
        """Return the framework text of a hash, or None."""
        table = _table(FrameworkText)
        found = select(table.c.text).where(table.c.hash == content_hash)
        text: str | None = self._connection.execute(found).scalar()
        return text

    def _same(self) -> dict[str, str]:
        """Return which id was said to be which other one; read once a transaction."""
        if self._links is None:
            current = {row.thing: row.same_as for row in self._connection.execute(_JOINED)}
            self._links = {person: other for person, other in current.items() if other}
        return self._links

    def _read(self, kind: type[R], query: Select[Any]) -> tuple[R, ...]:
        return tuple(kind(**row) for row in self._connection.execute(query).mappings())

    def _insert(self, record: Record | FrameworkText) -> None:
        names = type(record).__dataclass_fields__
        values = {name: _plain(getattr(record, name)) for name in names}
        self._connection.execute(_table(type(record)).insert().values(values))

    def _refuse_outdated(self, record: Record) -> None:
        table = _table(type(record))
        same = (
            table.c.replaces == record.replaces
            if record.replaces
            else (table.c.thing == record.thing)
        )
        if self._connection.execute(select(table.c.id).where(same).limit(1)).first():
            raise ChangedElsewhere(
                "This was changed in another window meanwhile. What was kept there is safe.",
                "Close the other window, then go on here by running the command again.",
            )


def _table(kind: type[Any]) -> Any:
    return TABLE_OF[kind].__table__  # type: ignore[attr-defined]


def _plain(value: Any) -> Any:
    """Return a value as a database takes it: texts for codes, lists for tuples."""
    if isinstance(value, str):
        return str(value.value) if hasattr(value, "value") else value
    return list(value) if isinstance(value, tuple) else value


def _fitting(table: Any, where: dict[str, Any]) -> list[ColumnElement[bool]]:
    """Return the conditions that fields have a value, or one of several."""
    return [
        table.c[name].in_([_plain(v) for v in value])
        if _is_list(value)
        else table.c[name] == _plain(value)
        for name, value in where.items()
    ]


def _is_list(value: Any) -> bool:
    return isinstance(value, Sequence | Iterable) and not isinstance(value, str)


# A query is put together once a table: that takes longer than SQLite takes to answer it.


@cache
def _versions(table: Any) -> Select[Any]:
    return select(table).order_by(table.c.at, table.c.id)


@cache
def _unreplaced(table: Any) -> Select[Any]:
    return _versions(table).where(_counts(table))


@cache
def _unrivalled(table: Any) -> Select[Any]:
    """Select versions that nothing replaces and that no other such version of the thing beats.

    The rival need not fit what is asked for: a draft that was finished elsewhere is no draft.
    """
    rival = table.alias("rival")
    beats = tuple_(rival.c.at, rival.c.id) > tuple_(table.c.at, table.c.id)
    beaten = exists().where(rival.c.thing == table.c.thing, beats, _counts(rival))
    return _unreplaced(table).where(~beaten)


def _counts(versions: FromClause) -> ColumnElement[bool]:
    newer = versions.alias()
    return ~exists().where(newer.c.replaces == versions.c.id)
