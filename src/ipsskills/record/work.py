"""Reading and adding inside one transaction.

All writing goes through `Work.add`; what was written elsewhere comes in by `Work.merge`.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

from ipsskills.errors import ChangedElsewhere
from ipsskills.record.columns import column_names, table_of
from ipsskills.record.custody.erasing import (
    ERASING,
    Erased,
    erase,
    erase_versions,
    find_erased,
    make_room,
    read_erased,
    read_told,
)
from ipsskills.record.damage import Unreadable, name_value
from ipsskills.record.identity import Identities
from ipsskills.record.reads import Reads
from ipsskills.record.sql import queries
from ipsskills.record.sql.database import Database
from ipsskills.record.sql.inserts import Inserts
from ipsskills.record.sql.newest import find_last_kept, find_newest_at
from ipsskills.record.sql.rows import read_rows, read_texts
from ipsskills.record.types import Entry, FrameworkText, Person, Record
from ipsskills.record.union import find_framework, list_everything, unknown_among
from ipsskills.record.validate import validate

# The fields that say whose something is.
_WHOSE = ("about", "rater")

R = TypeVar("R", bound=Record)


class Work(Reads):
    """What can be done with the record inside one transaction.

    ``before_first`` is done once, before the first row is put into it.
    """

    def __init__(
        self,
        database: Database,
        inserts: Inserts | None = None,
        before_first: Callable[[], None] | None = None,
    ) -> None:
        self._database = database
        self._inserts = inserts or Inserts(database)
        self._before_first = before_first
        self._people: dict[str, Person] | None = None
        self._names: dict[str, str] | None = None
        self._identities: Identities | None = None
        self._named: dict[str, str] | None = None
        self._erased: Erased | None = None

    def select(self, kind: type[R], where: Mapping[str, Any]) -> tuple[R, ...]:
        """Return the current versions of a kind that fit; see `Reads.current`."""
        if kind is Person and not where:
            return tuple(self.people().values())  # type: ignore[arg-type]
        conditions, values = self._conditions(kind, where)
        return self._read(kind, queries.current(kind, conditions), values)

    def every(self, kind: type[R], where: Mapping[str, Any]) -> tuple[R, ...]:
        """Return every version of a kind that fits, oldest first; see `Reads.current`."""
        conditions, values = self._conditions(kind, where)
        return self._read(kind, queries.every(kind, conditions), values)

    def _conditions(self, kind: type[Any], where: Mapping[str, Any]) -> tuple[list[str], list[Any]]:
        """Return what versions that fit have to fulfil, and the values in it."""
        if strange := where.keys() - column_names(kind):
            raise TypeError(f"{kind.__name__} has no {', '.join(sorted(strange))}")
        whose = {name: self.ids_of(where[name]) for name in _WHOSE if name in where}
        conditions, values = list[str](), list[Any]()
        for name, value in {**where, **whose}.items():
            condition, given = queries.make_condition(self._database.dialect, name, value)
            conditions.append(condition)
            values += given
        return conditions, values

    def people(self) -> Mapping[str, Person]:
        """Return the current version of everybody by id, read once a transaction."""
        if self._people is None:
            found = self._read(Person, queries.current(Person), ())
            self._people = {person.thing: person for person in found}
        return self._people

    def names(self) -> Mapping[str, str]:
        """Return what everybody is called, by id; read once a transaction."""
        if self._names is None:
            self._names = dict(self._read_texts(("thing", "name"), queries.people_by_name()))
        return self._names

    def earlier_names(self) -> tuple[tuple[str, str], ...]:
        """Return what people were called before, with their ids; see `Reads.earlier_names`."""
        names = self.names()
        found = self._database.run(
            "SELECT DISTINCT earlier.thing, earlier.name FROM person earlier"
            " JOIN person later ON later.replaces = earlier.id AND later.name <> earlier.name"
            " ORDER BY earlier.thing, earlier.name"
        )
        return tuple((person, name) for person, name in found if names.get(person) != name)

    def tell_renamed(self, earlier: str, name: str) -> None:
        """Tell nobody: here no reader has asked for anybody."""

    def team_names(self) -> tuple[str, ...]:
        """Return the names of teams in every spelling there has been; see `Reads.team_names`."""
        found = "SELECT DISTINCT team FROM person WHERE team IS NOT NULL"
        return tuple(team for (team,) in self._read_texts(("team",), found))

    def ever_supervised_by(self, person: str) -> tuple[str, ...]:
        """Return the ids of people of whom it was ever said that somebody supervises them."""
        dialect = self._database.dialect
        query = f"SELECT DISTINCT thing FROM person WHERE supervisor {dialect.among}"
        found = self._database.run(query, [dialect.several(list(self.ids_of(person)))])
        return tuple(str(thing) for (thing,) in found)

    def ids_of(self, people: str | Iterable[str]) -> tuple[str, ...]:
        """Return every id of a person, or of several, that a record says is the same person."""
        return self._who().ids_of((people,) if isinstance(people, str) else people)

    def survivor(self, person: str) -> str:
        """Return the id that stands for a person: their own, unless they were joined to another."""
        return self._who().survivor(person)

    def forks(self, kind: type[R]) -> tuple[str, ...]:
        """Return the things of a kind that have more than one current version."""
        return tuple(thing for (thing,) in self._database.run(queries.forks(kind)))

    def history(self, kind: type[R], thing: str) -> tuple[R, ...]:
        """Return every version of one thing, oldest first."""
        return self._read(kind, queries.history(kind), [thing])

    def first_kept(self, records: Iterable[Record]) -> Mapping[str, datetime]:
        """Return when the first version of each of these was kept, by thing, in UTC.

        Only what has been changed since is looked up.
        """
        found, changed = dict[str, datetime](), dict[type[Record], list[str]]()
        for each in records:
            entered = each.entered if isinstance(each, Entry) else None
            found[each.thing] = entered or each.at
            if each.replaces is not None and not entered:
                changed.setdefault(type(each), []).append(each.thing)
        dialect = self._database.dialect
        for kind, things in changed.items():
            query = queries.first_versions(kind, dialect.among)
            firsts = self._read(kind, query, [dialect.several(things)])
            found |= {first.thing: first.at for first in reversed(firsts)}
        return found

    def newest_at(self) -> datetime | None:
        """Return when the newest version was kept, in UTC, or None in an empty record."""
        return find_newest_at(self._database)

    def last_kept(self, authors: Collection[str]) -> list[Record]:
        """Return the newest versions that some authors kept in one go (`find_last_kept`)."""
        return find_last_kept(self._database, authors)

    def add(self, *records: Record) -> None:
        """Add record versions.

        Raises InvalidInput for what may not be kept, and ChangedElsewhere if one was made from an
        outdated version, or of what was erased meanwhile. What a record says was erased is erased
        with it, in every version.
        """
        for record in [validate(type(each), **vars(each)) for each in records]:
            self.erased().refuse(record)
            self._refuse_outdated(record)
            self._insert(record)

    def erased(self) -> Erased:
        """Return what was ever erased here: people forgotten, words; read once a transaction."""
        if self._erased is None:
            self._erased = read_erased(self._database)
        return self._erased

    def erase(self, kind: type[Record], ids: Collection[str]) -> None:
        """Erase versions of a kind by their ids, as if they had never come in."""
        self._begin_change()
        erase_versions(self._database, kind, ids)
        self._forget_read()

    def everything(self) -> list[Record | FrameworkText]:
        """Return every version of every record, and the framework texts they name."""
        return list_everything(self._database)

    def find_unknown(
        self, records: Iterable[Record | FrameworkText]
    ) -> list[Record | FrameworkText]:
        """Return those records that are not here yet, and were erased on neither side.

        What is here without its words and comes with them is among those, unless they were erased
        here. Raises InvalidInput, DifferentContent.
        """
        given = list(records)
        erased = self.erased() | find_erased(given)
        told = read_told(self._database, given)
        return unknown_among(self._database, erased.keep_out(given), told.cut)

    def merge(self, records: Iterable[Record | FrameworkText]) -> None:
        """Take in records that come from elsewhere: the union of both, forks and all.

        What was erased on either side is erased, and never comes back.

        Raises InvalidInput for what may not be kept, DifferentContent for a version that is known
        with other content, and StoreError for one whose framework text neither side holds.
        """
        given = list(records)
        new = self.find_unknown(given)
        if new:
            self._begin_change()
            make_room(self._database, read_told(self._database, given), new)
        for record in new:
            self._insert(record)

    def keep_framework(self, text: FrameworkText) -> None:
        """Keep a framework text unless it is there already."""
        if self.framework_text(text.hash) is None:
            self._insert(text)

    def framework_kept(self, content_hash: str) -> FrameworkText | None:
        """Return the framework of a hash as it is kept, with its version, or None."""
        return find_framework(self._database, content_hash)

    def framework_text(self, content_hash: str) -> str | None:
        """Return the framework text of a hash, or None."""
        return getattr(self.framework_kept(content_hash), "text", None)

    def named(self, name: str) -> str | None:
        """Return one of the store's own values: ``id``, ``demo``, ``me``; read once."""
        if self._named is None:
            found = self._database.run("SELECT name, value FROM store")
            for row in found:
                if not {str}.issuperset(map(type, row)):
                    raise Unreadable(name_value("store", row[0], "value"))
            self._named = dict(found)
        return self._named.get(name)

    def name_once(self, name: str, value: str) -> None:
        """Set one of the store's own values for good. Raises StoreError if it is set already."""
        self._database.run("INSERT INTO store (name, value) VALUES (?, ?)", [name, value])
        self._named = None

    def _who(self) -> Identities:
        """Return who is who; read once a transaction."""
        if self._identities is None:
            joined = self._read_texts(("thing", "same_as"), queries.joined_people())
            self._identities = Identities(dict(joined))
        return self._identities

    def _read(self, kind: type[R], query: str, values: Collection[Any]) -> tuple[R, ...]:
        rows = self._database.run(query, tuple(values))
        return read_rows(kind, rows, native=self._database.dialect.native)

    def _read_texts(self, columns: Sequence[str], query: str) -> list[Any]:
        """Return rows of a few columns of people, all of them texts."""
        return read_texts(Person, columns, self._database.run(query))

    def _insert(self, record: Record | FrameworkText) -> None:
        self._begin_change()
        self._inserts.insert(record)
        if isinstance(record, ERASING):
            gone = find_erased([record])
            erase(self._database, gone)
            self._erased = self.erased() | gone
        if isinstance(record, (Person, *ERASING)):
            self._forget_read()

    def _begin_change(self) -> None:
        if self._before_first:
            before_first, self._before_first = self._before_first, None
            before_first()

    def _forget_read(self) -> None:
        """Read anew, when somebody asks, what is read once a transaction."""
        self._people = self._names = self._identities = None

    def _refuse_outdated(self, record: Record) -> None:
        column = "replaces" if record.replaces else "thing"
        found = self._database.run(
            f'SELECT 1 FROM "{table_of(type(record))}" WHERE {column} = ? LIMIT 1',
            [getattr(record, column)],
        )
        if found:
            raise changed_elsewhere()


def changed_elsewhere() -> ChangedElsewhere:
    """Return what is said where another window was quicker."""
    return ChangedElsewhere(
        "This was changed in another window meanwhile. What was kept there is safe.",
        "Close the other window, then go on here by running the command again.",
    )
