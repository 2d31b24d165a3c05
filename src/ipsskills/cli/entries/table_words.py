"""What is told of a table that was taken: days that read two ways, rows that were there before."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from ipsskills.cli.entries.fields import FIELDS
from ipsskills.codes import EntryKind
from ipsskills.days import numbers_of, read_day
from ipsskills.facts.entries import Taken
from ipsskills.pages.words import day, join_words

MONTHS = 12


def warn_both_ways(
    file: str, kind: EntryKind, rows: Sequence[Mapping[str, str]], today: date
) -> Iterator[str]:
    """Yield one notice where all the days of a file could be read month first as well.

    A day above twelve anywhere in it shows that the days come first; so does no day in numbers.
    """
    columns = [field.option for field in FIELDS[kind] if field.holds is date]
    cells = [cells[name] for cells in rows for name in columns if name in cells]
    numbers = [(cell, found) for cell in cells if (found := numbers_of(cell))]
    either = [cell for cell, (first, second) in numbers if first != second]
    if either and all(first <= MONTHS for _, (first, _) in numbers):
        meant = day(read_day(either[0], today))
        yield f"The days in {file} are read day first: {either[0].strip()} is {meant}."


def warn_again(taken: Taken, lines: Sequence[int]) -> Iterator[str]:
    """Yield what is told of rows that say what was there already, by the lines they stand on."""
    if in_record := [lines[place] for place, before in taken.again if before is None]:
        yield f"Left out, since the record has the same already: {_name_lines(in_record)}."
    for place, before in taken.again:
        if before is not None:
            yield f"Left out, since line {lines[before]} says the same: line {lines[place]}."
    alike = [
        f"line {lines[place]} ({handle}), before: {old.handle}"
        for place, logged in zip(taken.places, taken.kept, strict=True)
        for handle, old in logged.alike.items()
    ]
    if alike:
        yield f"Kept, but perhaps in the record twice now: {'; '.join(alike)}."


def _name_lines(lines: Sequence[int]) -> str:
    told = join_words([str(line) for line in lines])
    return f"line {told}" if len(lines) == 1 else f"lines {told}"
