"""What is typed for each field of an entry, and how it is read, as the record declares the fields.

The same readers take an option, an answer to a question and a cell of a table.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from ipsskills.cli.options import as_date
from ipsskills.codes import Basis, EntryKind
from ipsskills.errors import InvalidInput
from ipsskills.framework.search import find_unit
from ipsskills.framework.types import Framework
from ipsskills.frozen import dataclass
from ipsskills.record.columns import Column, columns_of
from ipsskills.record.entries import Entry, Use, uses_of
from ipsskills.record.written import Written

Reader = Callable[[str, Framework], object]


@dataclass(frozen=True)
class Field:
    """One part of an entry: the record's own name for it, how the kind uses it, its reader.

    ``holds`` is the type of what is kept.
    """

    column: str
    use: Use
    holds: type[Any]
    read: Reader

    @property
    def option(self) -> str:
        """The option by which it is typed, without its dashes."""
        return self.use.option

    @property
    def is_written(self) -> bool:
        """Whether people write here: what they write might tell who a client is."""
        return issubclass(self.holds, Written)


def _line(text: str, framework: Framework) -> str | None:  # noqa: ARG001 - a reader
    return text.strip() or None


def _text(text: str, framework: Framework) -> str:  # noqa: ARG001 - a reader
    return text.strip()


def _day(text: str, framework: Framework) -> object:  # noqa: ARG001 - a reader
    return as_date(text) if text.strip() else None


def _number(column: Column) -> Reader:
    """Return a reader of a number above nothing, as the record keeps it."""
    (limits,) = column.marks
    example = "1.5" if column.holds is float else "60"

    def read(text: str, framework: Framework) -> float | None:  # noqa: ARG001 - a reader
        if not text.strip():
            return None
        wrong = f"'{text}' is not a number of {column.name}."
        try:
            found: float = column.holds(text.strip().replace(",", "."))
        except (ValueError, OverflowError):
            raise InvalidInput(wrong, f"Type digits. Example: {example}") from None
        if not 0 < found <= limits.most:
            raise InvalidInput(wrong, f"It is more than 0 and {limits.most} at most.")
        return found

    return read


def _choice(choices: Sequence[str]) -> Reader:
    """Return a reader of one of several words, or of a part that no other has."""

    def read(text: str, framework: Framework) -> str | None:  # noqa: ARG001 - a reader
        wanted = " ".join(text.split()).casefold()
        if not wanted:
            return None
        near = [c for c in choices if wanted == c] or [c for c in choices if wanted in c]
        if len(near) == 1:
            return near[0]
        raise InvalidInput(f"'{text}' is not known here.", f"Use one of: {', '.join(choices)}.")

    return read


def _basis(text: str, framework: Framework) -> Basis | None:
    if not text.strip():
        return None
    if text.strip().upper() in list(Basis):
        return Basis(text.strip().upper())
    names = {basis.name.lower(): basis for basis in Basis}
    return names[str(_choice(tuple(names))(text, framework))]


def read_units(text: str, framework: Framework) -> tuple[str, ...]:
    """Return the ids of units named by number, slug or title, with commas or semicolons between.

    Raises NotFound.
    """
    named = [piece for piece in re.split(r"[,;\n]", text) if piece.strip()]
    found = [unit for piece in named for unit in _units_in(piece, framework)]
    return tuple(dict.fromkeys(found))


def _units_in(piece: str, framework: Framework) -> Iterator[str]:
    """Yield several ids, or the unit of an id with its name after it, or that of a name."""
    ids = {unit.id.lower(): unit.id for unit in framework.units}
    first, *rest = piece.lower().split()
    if first in ids and all(word in ids for word in rest):
        yield from (ids[word] for word in (first, *rest))
    elif first in ids and " ".join(rest) in _names(framework, ids[first]):
        yield ids[first]
    else:
        yield find_unit(framework, piece).id


def _names(framework: Framework, unit: str) -> str:
    found = framework.by_id[unit]
    return f"{found.title}\n{found.short}\n{found.slug}".lower()


def _reader(column: Column, use: Use) -> Reader:
    """Return what reads the words typed for a field, found by what the field holds."""
    if use.choices:
        return _choice(use.choices)
    by_type: dict[type, Reader] = {tuple: read_units, date: _day, Basis: _basis}
    if column.holds in by_type:
        return by_type[column.holds]
    if issubclass(column.holds, str):
        return _line if column.optional or use.needed else _text
    return _number(column)


def _fields(kind: EntryKind) -> tuple[Field, ...]:
    """Return the parts of an entry that are typed each by itself, as the record declares them."""
    columns = {column.name: column for column in columns_of(Entry)}
    return tuple(
        Field(
            column=name,
            use=use,
            holds=columns[name].holds,
            read=_reader(columns[name], use),
        )
        for name, use in uses_of(kind).items()
        if use.option
    )


FIELDS: Mapping[EntryKind, tuple[Field, ...]] = {
    kind: _fields(kind)
    for kind in (
        EntryKind.TRAINING,
        EntryKind.EVIDENCE,
        EntryKind.OBSERVATION,
        EntryKind.SUPERVISION,
        EntryKind.PREPARATION,
    )
}


def read_fields(
    kind: EntryKind, given: Mapping[str, str], framework: Framework
) -> dict[str, object]:
    """Return an entry's values by the record's own names from what was typed by option.

    Raises InvalidInput or NotFound for the first that cannot be read.
    """
    return {
        field.column: field.read(given[field.option], framework)
        for field in FIELDS[kind]
        if field.option in given
    }


def list_missing(kind: EntryKind, given: Mapping[str, str]) -> list[Field]:
    """Return the needed parts that are not given."""
    return [f for f in FIELDS[kind] if f.use.needed and not given.get(f.option, "").strip()]
