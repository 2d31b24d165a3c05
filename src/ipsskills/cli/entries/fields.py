"""What an entry of each kind is made of, and how a word typed for it is read.

The same readers take an option, an answer to a question and a cell of a table.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ipsskills.cli.options import as_date
from ipsskills.codes import Basis, EntryKind
from ipsskills.errors import InvalidInput
from ipsskills.framework.search import find_unit
from ipsskills.framework.types import Framework
from ipsskills.record.columns import Column, columns_of
from ipsskills.record.entries import Entry, Use, uses_of

Reader = Callable[[str, Framework], object]

_BY = re.compile(r"(?:^|\s)by\s+((?:\S+\s+){0,3}\S+)$", re.IGNORECASE)
_WHO = re.compile(r"^([^:]{1,60}):\s+(.+)$", re.DOTALL)

# After "by" these tell a time, with the small words that stand among them: "by the end of May".
_TIME = re.compile(
    r"\d.*|today|tonight|tomorrow|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
    r"|days?|weeks?|weekend|fortnight|months?|quarter|year|spring|summer|autumn|winter|easter"
    r"|christmas|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_AMONG_TIMES = re.compile(r"the|an?|end|start|middle|mid|early|late|of|next|this|in|coming")
_AS_IN = "As in: Ada: visit a ward by 2026-12-12"


@dataclass(frozen=True)
class Field:
    """One part of an entry: its option, the record's own name for it, the question, its reader.

    ``choices`` are what may be typed; ``free`` names a text that might tell who a client is.
    """

    option: str
    column: str
    question: str
    read: Reader
    needed: bool = False
    free: str = ""
    choices: tuple[str, ...] = ()


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


def read_action(text: str) -> tuple[str | None, str, date | None]:
    """Return who does what by when from "Ada: sit in on a money talk by 2026-12-12".

    Who and when may be left out. Raises InvalidInput where nobody stands before the colon or
    nothing after it, and for a time that is no day: "by tomorrow".
    """
    what, due = text.strip(), None
    if (found := _BY.search(what)) and _tells_time(found[1]):
        what, due = what[: found.start()].strip(), as_date(found[1])
    if what.startswith(":"):
        raise InvalidInput(f"Nobody stands before the colon in '{what}'.", _AS_IN)
    who = None
    if named := _WHO.match(what):
        who, what = named[1].strip(), named[2].strip()
    if not what or what.endswith(":"):
        raise InvalidInput("An action says what will be done.", _AS_IN)
    return who, what, due


def _tells_time(text: str) -> bool:
    """Whether the words after "by" tell a time; "by phone" and "by bus 42" do not."""
    words = [word.strip(".,").lower() for word in text.split()]
    among = [word for word in words if not _TIME.fullmatch(word)]
    return len(among) < len(words) and all(map(_AMONG_TIMES.fullmatch, among))


def read_actions(text: str) -> list[tuple[str | None, str, date | None]]:
    """Return several actions, with semicolons or line breaks between them; see `read_action`."""
    return [read_action(piece) for piece in re.split(r"[;\n]", text) if piece.strip()]


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
            option=use.option,
            column=name,
            question=use.question,
            read=_reader(columns[name], use),
            needed=use.needed,
            free=use.named,
            choices=use.choices,
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


def missing(kind: EntryKind, given: Mapping[str, str]) -> list[Field]:
    """Return the needed parts that are not given."""
    return [f for f in FIELDS[kind] if f.needed and not given.get(f.option, "").strip()]
