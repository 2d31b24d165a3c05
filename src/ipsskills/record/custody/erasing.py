"""The only deletions there are: a person, the words of a thing, versions that came in wrongly.

What was erased is known by what is left (`Forgotten`, `Redacted`). Whatever comes in from elsewhere
is held against that first, so that nothing comes back, in whatever order files come together.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any

from ipsskills.errors import ChangedElsewhere, InvalidInput
from ipsskills.frozen import dataclass
from ipsskills.record.columns import KEPT, Column, columns_of, is_line, table_of
from ipsskills.record.sql.database import Database
from ipsskills.record.types import KINDS, Forgotten, FrameworkText, Record, Redacted
from ipsskills.record.union import Kept, list_versions
from ipsskills.record.whom import LIKE_AN_ID, SOMEBODY, Whom
from ipsskills.record.written import ERASED_WORDS, NO_WORDS, Written

# Lines that go with the words, as a name may stand there: who gave a training.
_LINES = ("provider",)


@dataclass(frozen=True)
class Erased:
    """What was erased: the ids of people, and things without words by their table and thing."""

    people: frozenset[str] = frozenset()
    things: frozenset[tuple[str, str]] = frozenset()

    def __or__(self, other: "Erased") -> "Erased":
        """Return what either says was erased."""
        return Erased(self.people | other.people, self.things | other.things)

    def keep_out(self, records: Iterable[Kept]) -> list[Kept]:
        """Return records without those about people forgotten, and things without their words."""
        return [self.cut(each) for each in records if not self._is_gone(each)]

    def _is_gone(self, record: Kept) -> bool:
        return (
            isinstance(record, Record)
            and not isinstance(record, Forgotten)
            and record.about in self.people
        )

    def cut(self, record: Kept) -> Kept:
        """Return a version as it is without its words, if those were erased."""
        if isinstance(record, FrameworkText) or not self.names(record):
            return record
        return replace(record, **_without_words(record))

    def names(self, record: Record) -> bool:
        """Whether a version is one of a thing whose words were erased."""
        return bool(self.things) and (table_of(type(record)), record.thing) in self.things

    def refuse(self, record: Record) -> None:
        """Raise for a version that would bring back what was erased: of a person, or of words."""
        if self._is_gone(record):
            raise ChangedElsewhere(
                "This person was erased from the record meanwhile. Nothing was kept."
            )
        if self.names(record) and self.cut(record) != record:
            raise InvalidInput(
                "The words of this were erased, and it can be given no new ones.",
                "Write it anew where it belongs.",
            )


NOTHING = Erased()


ERASING = (Forgotten, Redacted)
"""What says that something was erased."""


def name_erased(forgotten: Iterable[Forgotten], redacted: Iterable[Redacted]) -> Erased:
    """Return what these records say was erased here; not what is asked, or was erased elsewhere."""
    return Erased(
        frozenset(each for one in forgotten for each in one.ids),
        frozenset((each.table, each.subject) for each in redacted if each.here),
    )


def read_erased(database: Database) -> Erased:
    """Return what was ever erased here."""
    return name_erased(list_versions(database, Forgotten), list_versions(database, Redacted))


def find_erased(records: Iterable[Kept]) -> Erased:
    """Return what was erased by what some records say."""
    every = list(records)
    return name_erased(
        (each for each in every if isinstance(each, Forgotten)),
        (each for each in every if isinstance(each, Redacted)),
    )


def read_told(database: Database, given: Iterable[Kept]) -> Erased:
    """Return of which things a dated line says, here or among what is given, that words went.

    They may have been erased in another record: there, and in what comes from it, they are out.
    """
    lines = [*list_versions(database, Redacted), *(e for e in given if isinstance(e, Redacted))]
    return Erased(things=frozenset((each.table, each.subject) for each in lines if each.on))


def make_room(database: Database, told: Erased, coming: Iterable[Kept]) -> None:
    """Take out the versions that are here without words, where they come with them now."""
    for each in coming:
        if isinstance(each, Record) and told.names(each):
            _delete(database, type(each), "id", {each.id})


def erase(database: Database, erased: Erased) -> None:
    """Erase all versions about these people, and the words in all versions of these things."""
    for kind in KINDS:
        if erased.people and kind is not Forgotten:
            _delete(database, kind, "about", erased.people)
    kinds = {table_of(kind): kind for kind in KINDS}
    for table, thing in sorted(erased.things):
        if table in kinds:
            _empty(database, kinds[table], thing)


def erase_versions(database: Database, kind: type[Record], ids: Collection[str]) -> None:
    """Erase versions of a kind by their ids: a file that came in wrongly is taken back."""
    _delete(database, kind, "id", ids)


def _delete(database: Database, kind: type[Record], column: str, values: Collection[str]) -> None:
    dialect = database.dialect
    database.run(
        f'DELETE FROM "{table_of(kind)}" WHERE "{column}" {dialect.among}',
        [dialect.several(sorted(values))],
    )


def _empty(database: Database, kind: type[Record], thing: str) -> None:
    """Take the words out of every version of a thing; what is told in no words stays as it was."""
    columns = [each for each in columns_of(kind) if _has_words(each)]
    if not columns:
        return
    changes = ", ".join(_emptied(each) for each in columns)
    values = [value for each in columns if each.holds is Whom for value in (LIKE_AN_ID, SOMEBODY)]
    database.run(f'UPDATE "{table_of(kind)}" SET {changes} WHERE thing = ?', [*values, thing])


def _has_words(column: Column) -> bool:
    return column is KEPT or column.holds in (Written, Whom) or column.name in _LINES


def _emptied(column: Column) -> str:
    name = f'"{column.name}"'
    if column is KEPT:
        return f"{name} = '[]'"
    if column.holds is Whom:
        return f"{name} = CASE WHEN {name} IS NULL OR {name} LIKE ? THEN {name} ELSE ? END"
    if not is_line(column):
        return f"{name} = ''"
    return f"{name} = CASE WHEN {name} IS NULL THEN NULL ELSE '{ERASED_WORDS}' END"


def _without_words(record: Record) -> dict[str, Any]:
    """Return the fields of a version as they are once its words are erased; as `_empty` does."""
    found: dict[str, Any] = {}
    for column in columns_of(type(record)):
        value = None if column is KEPT else getattr(record, column.name)
        if value is not None and column.name in _LINES:
            found[column.name] = str(ERASED_WORDS)
        elif column.holds is Written and value is not None:
            found[column.name] = ERASED_WORDS if is_line(column) else NO_WORDS
        elif isinstance(value, Whom) and not value.person:
            found[column.name] = Whom(SOMEBODY)
    return found
