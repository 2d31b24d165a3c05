"""Reads what is typed for one part of an entry: an option, an answer, a cell of a table."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from ipsskills.codes import Basis
from ipsskills.days import Tense, read_day
from ipsskills.durations import read_hours, read_minutes, read_number
from ipsskills.errors import InvalidInput
from ipsskills.framework.search import find_unit
from ipsskills.framework.types import Framework
from ipsskills.frozen import dataclass
from ipsskills.record.columns import Column
from ipsskills.record.limits import Length, NumberLimit
from ipsskills.record.uses import Use

OWN_DAY = "on"


@dataclass(frozen=True)
class Frame:
    """What words stand in: the framework they name units of, and the days they may lean on.

    ``today`` is where "yesterday" counts from. A day to come that is written without its year is
    the next after ``beside``, the day of the entry; after today where none is given. In a file
    (``in_file``) no word leans on today.
    """

    framework: Framework
    today: date
    beside: date | None = None
    in_file: bool = False

    def read_day(self, text: str, tense: Tense) -> date:
        """Return the day a text means here. Raises InvalidInput."""
        beside = self.beside if tense is Tense.DUE else None
        return read_day(text, self.today, tense, beside=beside, in_file=self.in_file)


Reader = Callable[[str, Frame], object]


def make_reader(column: Column, use: Use) -> Reader:
    """Return what reads the words typed for a field, found by what the field holds."""
    if use.choices:
        return _choice(use.choices)
    days = _day(Tense.WAS if column.name == OWN_DAY else Tense.DUE)
    by_type: dict[type, Reader] = {tuple: _units, date: days, Basis: _basis}
    if column.holds in by_type:
        return by_type[column.holds]
    if issubclass(column.holds, str):
        return _line if column.optional or use.needed else _text
    (limits,) = column.marks
    return _length(limits) if limits.length else _number(limits, whole=column.holds is int)


def _line(text: str, frame: Frame) -> str | None:  # noqa: ARG001 - a reader
    return text.strip() or None


def _text(text: str, frame: Frame) -> str:  # noqa: ARG001 - a reader
    return text.strip()


def _day(tense: Tense) -> Reader:
    """Return a reader of a day: the one that was, or one to come."""
    return lambda text, frame: frame.read_day(text, tense) if text.strip() else None


def _length(limits: NumberLimit) -> Reader:
    """Return a reader of hours or of minutes, whichever the record says it keeps there."""
    most = limits.most
    if limits.length is Length.HOURS:
        return lambda text, _: read_hours(text, most) if text.strip() else None
    return lambda text, _: read_minutes(text, int(most)) if text.strip() else None


def _number(limits: NumberLimit, *, whole: bool) -> Reader:
    """Return a reader of a number that is no length of time; ``whole`` is one without a part."""
    kind, example = ("a whole number", "3") if whole else ("a number", "1.5")

    def read(text: str, frame: Frame) -> float | None:  # noqa: ARG001 - a reader
        typed = " ".join(text.split())
        if not typed:
            return None
        number = read_number(typed)
        if number is None or (whole and number.denominator != 1):
            raise InvalidInput(f"'{typed}' is not {kind}.", f"Example: {example}")
        if not limits.holds(float(number)):
            raise InvalidInput(f"'{typed}' does not fit here.", f"It is {limits.reach}.")
        return int(number) if whole else float(number)

    return read


def _choice(choices: Sequence[str]) -> Reader:
    """Return a reader of one of several words, or of a part that no other has."""

    def read(text: str, frame: Frame) -> str | None:  # noqa: ARG001 - a reader
        wanted = " ".join(text.split()).casefold()
        if not wanted:
            return None
        near = [c for c in choices if wanted == c] or [c for c in choices if wanted in c]
        if len(near) == 1:
            return near[0]
        raise InvalidInput(f"'{text}' is not known here.", f"Use one of: {', '.join(choices)}.")

    return read


def _basis(text: str, frame: Frame) -> Basis | None:
    if not text.strip():
        return None
    if text.strip().upper() in list(Basis):
        return Basis(text.strip().upper())
    names = {basis.name.lower(): basis for basis in Basis}
    return names[str(_choice(tuple(names))(text, frame))]


def _units(text: str, frame: Frame) -> tuple[str, ...]:
    return read_units(text, frame.framework)


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
